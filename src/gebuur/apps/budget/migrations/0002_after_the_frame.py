"""Ideas wait for a published frame: no constraint on one table can hold that, so a trigger does."""

from django.db import migrations

NO_FRAME = "NOT EXISTS (SELECT 1 FROM budget_frameversion f WHERE f.round_id = NEW.round_id AND f.published_at IS NOT NULL)"
SQLITE = [
    f"""CREATE TRIGGER budget_idea_after_frame BEFORE INSERT ON budget_idea WHEN {NO_FRAME}
        BEGIN SELECT RAISE(ABORT, 'ideas come after a published frame'); END""",
]
POSTGRESQL = [
    f"""CREATE FUNCTION budget_idea_after_frame() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF {NO_FRAME} THEN
            RAISE EXCEPTION 'ideas come after a published frame' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW; END $$""",
    """CREATE TRIGGER budget_idea_after_frame BEFORE INSERT ON budget_idea
        FOR EACH ROW EXECUTE FUNCTION budget_idea_after_frame()""",
]
UNDO_SQLITE = ["DROP TRIGGER budget_idea_after_frame"]
UNDO_POSTGRESQL = [
    "DROP TRIGGER budget_idea_after_frame ON budget_idea",
    "DROP FUNCTION budget_idea_after_frame()",
]


def add(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def remove(apps, schema_editor):
    for statement in UNDO_POSTGRESQL if schema_editor.connection.vendor == "postgresql" else UNDO_SQLITE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("budget", "0001_start")]
    operations = [migrations.RunPython(add, remove)]
