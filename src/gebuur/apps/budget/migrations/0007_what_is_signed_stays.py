"""What was published or signed cannot be taken away: not the frame, not the decision, not how it weighs a criterion.

A row of the weighing cannot change to another decision either, when one of the two is signed.
"""

from django.db import migrations

FRAME, DECISION = "a published frame stays as it is", "a signed decision stands"
ANSWERED = "EXISTS (SELECT 1 FROM budget_decision d WHERE d.id = {row}.decision_id AND d.signed_at IS NOT NULL)"
OF_OLD, OF_NEW = ANSWERED.format(row="OLD"), ANSWERED.format(row="NEW")
SQLITE = [
    f"""CREATE TRIGGER budget_frame_kept BEFORE DELETE ON budget_frameversion
        WHEN OLD.published_at IS NOT NULL BEGIN SELECT RAISE(ABORT, '{FRAME}'); END""",
    f"""CREATE TRIGGER budget_decision_kept BEFORE DELETE ON budget_decision
        WHEN OLD.signed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, '{DECISION}'); END""",
    f"""CREATE TRIGGER budget_weighing_kept BEFORE DELETE ON budget_weighing
        WHEN {OF_OLD} BEGIN SELECT RAISE(ABORT, '{DECISION}'); END""",
    f"""CREATE TRIGGER budget_weighing_moved BEFORE UPDATE OF decision_id ON budget_weighing
        WHEN {OF_NEW} BEGIN SELECT RAISE(ABORT, '{DECISION}'); END""",
]
REFUSE = f"RAISE EXCEPTION '{DECISION}' USING ERRCODE = 'integrity_constraint_violation';"
POSTGRESQL = [
    """CREATE TRIGGER budget_frame_kept BEFORE DELETE ON budget_frameversion
        FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION budget_frame_fixed()""",
    f"""CREATE FUNCTION budget_decision_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {REFUSE} END $$""",
    """CREATE TRIGGER budget_decision_kept BEFORE DELETE ON budget_decision
        FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL) EXECUTE FUNCTION budget_decision_kept()""",
    f"""CREATE FUNCTION budget_weighing_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF {OF_OLD} THEN {REFUSE} END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW; END $$""",
    """CREATE TRIGGER budget_weighing_kept BEFORE DELETE OR UPDATE OF decision_id ON budget_weighing
        FOR EACH ROW EXECUTE FUNCTION budget_weighing_kept()""",
]
UNDO_SQLITE = [
    f"DROP TRIGGER budget_{name}"
    for name in ("frame_kept", "decision_kept", "weighing_kept", "weighing_moved")
]
UNDO_POSTGRESQL = [
    "DROP TRIGGER budget_frame_kept ON budget_frameversion",
    "DROP TRIGGER budget_decision_kept ON budget_decision",
    "DROP FUNCTION budget_decision_kept()",
    "DROP TRIGGER budget_weighing_kept ON budget_weighing",
    "DROP FUNCTION budget_weighing_kept()",
]


def add(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def remove(apps, schema_editor):
    for statement in UNDO_POSTGRESQL if schema_editor.connection.vendor == "postgresql" else UNDO_SQLITE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("budget", "0006_what_was_done")]
    operations = [migrations.RunPython(add, remove)]
