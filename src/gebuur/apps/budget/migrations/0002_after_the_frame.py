"""Ideas wait for a published frame, and a published frame stays as it is: triggers hold both."""

from django.db import migrations

NO_FRAME = "NOT EXISTS (SELECT 1 FROM budget_frameversion f WHERE f.round_id = NEW.round_id AND f.published_at IS NOT NULL)"
FIXED = "text, digest, number, published_at, authority_at, neighbours_at"
SQLITE = [
    f"""CREATE TRIGGER budget_idea_after_frame BEFORE INSERT ON budget_idea WHEN {NO_FRAME}
        BEGIN SELECT RAISE(ABORT, 'ideas come after a published frame'); END""",
    f"""CREATE TRIGGER budget_frame_fixed BEFORE UPDATE OF {FIXED} ON budget_frameversion
        WHEN OLD.published_at IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'a published frame stays as it is'); END""",
]
POSTGRESQL = [
    f"""CREATE FUNCTION budget_idea_after_frame() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF {NO_FRAME} THEN
            RAISE EXCEPTION 'ideas come after a published frame' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW; END $$""",
    """CREATE TRIGGER budget_idea_after_frame BEFORE INSERT ON budget_idea
        FOR EACH ROW EXECUTE FUNCTION budget_idea_after_frame()""",
    """CREATE FUNCTION budget_frame_fixed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'a published frame stays as it is' USING ERRCODE = 'integrity_constraint_violation';
        END $$""",
    f"""CREATE TRIGGER budget_frame_fixed BEFORE UPDATE OF {FIXED} ON budget_frameversion
        FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION budget_frame_fixed()""",
]
UNDO_SQLITE = ["DROP TRIGGER budget_idea_after_frame", "DROP TRIGGER budget_frame_fixed"]
UNDO_POSTGRESQL = [
    "DROP TRIGGER budget_idea_after_frame ON budget_idea",
    "DROP FUNCTION budget_idea_after_frame()",
    "DROP TRIGGER budget_frame_fixed ON budget_frameversion",
    "DROP FUNCTION budget_frame_fixed()",
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
