"""A ticked task repeats what a first look needs of its offer and of its person, and the database sees to it.

Who comes into question is then found in one table. Whatever changes an offer or a home, in whatever way, the
repetition follows in the same transaction.
"""

from django.db import migrations, models

REPEATED = "is_living, reach, east, north, x, y, radius, slots, languages, offered, matched"
REACH = "CASE WHEN o.radius <= 500 THEN 500 WHEN o.radius <= 1000 THEN 1000 WHEN o.radius <= 2000 THEN 2000 ELSE 5000 END"
LANGUAGES = {
    "sqlite": """CASE WHEN p.languages = '[]' THEN json_array(p.language) ELSE p.languages END""",
    "postgresql": """CASE WHEN p.languages = '[]' THEN jsonb_build_array(p.language)::text ELSE p.languages::text END""",
}
COUNTED = "integer NOT NULL DEFAULT 0 CHECK ({} >= 0)"
COLUMNS = {
    "east": ("integer NOT NULL DEFAULT 0", models.IntegerField(default=0)),
    "north": ("integer NOT NULL DEFAULT 0", models.IntegerField(default=0)),
    "x": ("bigint NOT NULL DEFAULT 0", models.BigIntegerField(default=0)),
    "y": ("bigint NOT NULL DEFAULT 0", models.BigIntegerField(default=0)),
    "radius": (COUNTED.format("radius"), models.PositiveIntegerField(default=0)),
    "slots": (COUNTED.format("slots"), models.PositiveIntegerField(default=0)),
    "languages": ("text NOT NULL DEFAULT '[]'", models.TextField(default="[]")),
    "offered": ("bigint NOT NULL DEFAULT 0", models.BigIntegerField(default=0)),
    "matched": ("bigint NULL", models.BigIntegerField(null=True)),
}
INDEXES = {
    "volunteers_task_nearby": [
        "neighbourhood", "task", "is_living", "reach", "east", "north", "x", "y", "radius", "slots", "languages",
        "offered", "matched", "offer",
    ],
    "volunteers_task_in_turn": ["neighbourhood", "task", "is_living", "matched", "offered", "id"],
}
KEYS = ("neighbourhood", "task", "offer")
# SQLite keeps a moment as words, and leaves out a fraction that is nothing.
MICROSECONDS = {
    "sqlite": "CAST(strftime('%s', {0}) AS INTEGER) * 1000000 + CAST(substr({0} || '.000000', 21, 6) AS INTEGER)",
    "postgresql": "CAST(EXTRACT(EPOCH FROM {0}) * 1000000 AS bigint)",
}
OF_OFFER = "slots, radius, created_at, last_match_at, stopped_at"
OF_PERSON = "x, y, language, languages"


def floored(number, side):
    """Whole sides up to a number, also below zero: both engines cut off towards zero."""
    return f"(({number}) - ((({number}) % ({side})) + ({side})) % ({side})) / ({side})"


def repeating(vendor):
    """Let ticks repeat; what follows says which ones."""
    x, y = "COALESCE(p.x, 0)", "COALESCE(p.y, 0)"
    microseconds = MICROSECONDS[vendor].format
    return f"""UPDATE volunteers_offeredtask SET ({REPEATED}) = (
        SELECT o.stopped_at IS NULL, {REACH}, {floored(x, REACH)}, {floored(y, REACH)}, {x}, {y}, o.radius, o.slots,
            {LANGUAGES[vendor]}, {microseconds("o.created_at")}, {microseconds("o.last_match_at")}
        FROM volunteers_offer o JOIN neighbourhood_person p ON p.id = o.person_id
        WHERE o.id = volunteers_offeredtask.offer_id)"""


def widened():
    """The columns and their indexes; what they replace goes."""
    yield "DROP INDEX volunteers_in_turn"
    yield "DROP INDEX volunteers_task_nearby"
    yield "ALTER TABLE volunteers_offeredtask DROP COLUMN cell"
    for name, (kind, _field) in COLUMNS.items():
        yield f"ALTER TABLE volunteers_offeredtask ADD COLUMN {name} {kind}"
    for name, fields in INDEXES.items():
        columns = ", ".join(f"{field}_id" if field in KEYS else field for field in fields)
        yield f"CREATE INDEX {name} ON volunteers_offeredtask ({columns})"


WHEN = {
    "volunteers_tick_repeats": (
        "AFTER INSERT ON volunteers_offeredtask",
        "WHERE id = NEW.id",
    ),
    "volunteers_offer_repeated": (
        f"AFTER UPDATE OF {OF_OFFER} ON volunteers_offer",
        "WHERE offer_id = NEW.id",
    ),
    "volunteers_person_repeated": (
        f"AFTER UPDATE OF {OF_PERSON} ON neighbourhood_person",
        "WHERE offer_id = (SELECT o.id FROM volunteers_offer o WHERE o.person_id = NEW.id)",
    ),
}


def sqlite():
    for name, (when, which) in WHEN.items():
        yield f"CREATE TRIGGER {name} {when} BEGIN {repeating('sqlite')} {which}; END"


def postgresql():
    for name, (when, which) in WHEN.items():
        yield f"""CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            {repeating("postgresql")} {which};
            RETURN NULL; END $$"""
        yield f"CREATE TRIGGER {name} {when} FOR EACH ROW EXECUTE FUNCTION {name}()"


def add(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    made = postgresql() if vendor == "postgresql" else sqlite()
    for statement in (*widened(), repeating(vendor), *made):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0007_offers_in_turn"),
        ("neighbourhood", "0002_map_source"),
    ]
    # One step: made one by one, SQLite would copy the table for every column, and Django draw all models anew.
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(add)],
            state_operations=[
                migrations.RemoveIndex("offer", "volunteers_in_turn"),
                migrations.RemoveIndex("offeredtask", "volunteers_task_nearby"),
                migrations.RemoveField("offeredtask", "cell"),
                migrations.AlterField("offeredtask", "reach", models.PositiveIntegerField(default=0)),
                *(migrations.AddField("offeredtask", name, field) for name, (_kind, field) in COLUMNS.items()),
                *(migrations.AddIndex("offeredtask", models.Index(fields=fields, name=name)) for name, fields in INDEXES.items()),
            ],
        ),
    ]
