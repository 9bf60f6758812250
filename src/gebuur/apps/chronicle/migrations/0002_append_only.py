"""Lines can be added, never changed or taken away: the database itself refuses."""

from django.db import migrations

SQLITE = [
    """CREATE TRIGGER chronicle_line_no_update BEFORE UPDATE ON chronicle_line
       BEGIN SELECT RAISE(ABORT, 'the chronicle is append-only'); END""",
    """CREATE TRIGGER chronicle_line_no_delete BEFORE DELETE ON chronicle_line
       BEGIN SELECT RAISE(ABORT, 'the chronicle is append-only'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION chronicle_append_only() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'the chronicle is append-only'; END $$""",
    """CREATE TRIGGER chronicle_line_append_only BEFORE UPDATE OR DELETE ON chronicle_line
       FOR EACH ROW EXECUTE FUNCTION chronicle_append_only()""",
]
UNDO_SQLITE = ["DROP TRIGGER chronicle_line_no_update", "DROP TRIGGER chronicle_line_no_delete"]
UNDO_POSTGRESQL = [
    "DROP TRIGGER chronicle_line_append_only ON chronicle_line",
    "DROP FUNCTION chronicle_append_only()",
]


def add(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def remove(apps, schema_editor):
    for statement in UNDO_POSTGRESQL if schema_editor.connection.vendor == "postgresql" else UNDO_SQLITE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("chronicle", "0001_start")]
    operations = [migrations.RunPython(add, remove)]
