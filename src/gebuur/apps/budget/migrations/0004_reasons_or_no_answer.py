"""A signed decision weighs every criterion of its frame, a no rests on something of the frame, and it stands.

SQLite made the table of ideas anew one migration ago, and lost the trigger on it: it is put back.
"""

from django.db import migrations

FIXED = """proposal_id, version, is_before_vote, frame_id, outcome, granted_cents, facts, rule, exclusion, conditions, alternative,
    respond, respond_by, plain, signatory, signatory_role, decided_on, signed_at"""
CRITERIA = {
    "sqlite": "SELECT json_extract(c.value, '$.words') AS words FROM budget_frameversion f, json_each(f.text, '$.criteria') c WHERE f.id = NEW.frame_id",
    "postgresql": "SELECT c.value ->> 'words' AS words FROM budget_frameversion f, jsonb_array_elements(f.text -> 'criteria') c WHERE f.id = NEW.frame_id",
}
EXCLUSIONS = {
    "sqlite": "SELECT e.value AS words FROM budget_frameversion f, json_each(f.text, '$.exclusions') e WHERE f.id = NEW.frame_id",
    "postgresql": "SELECT e.words FROM budget_frameversion f, jsonb_array_elements_text(f.text -> 'exclusions') e(words) WHERE f.id = NEW.frame_id",
}
UNWEIGHED = """EXISTS (SELECT 1 FROM ({criteria}) asked WHERE NOT EXISTS (
    SELECT 1 FROM budget_weighing w WHERE w.decision_id = NEW.id AND w.criterion = asked.words AND w.met <> '' AND w.words <> ''))"""
GROUNDLESS = """NEW.outcome = 'no' AND NEW.exclusion NOT IN ({exclusions}) AND NOT EXISTS (
    SELECT 1 FROM budget_weighing w WHERE w.decision_id = NEW.id AND w.met IN ('partly', 'not')
    AND w.criterion IN (SELECT asked.words FROM ({criteria}) asked))"""
ANSWERED = "EXISTS (SELECT 1 FROM budget_decision d WHERE d.id = {row}.decision_id AND d.signed_at IS NOT NULL)"
AFTER_FRAME = """CREATE TRIGGER IF NOT EXISTS budget_idea_after_frame BEFORE INSERT ON budget_idea
    WHEN NOT EXISTS (SELECT 1 FROM budget_frameversion f WHERE f.round_id = NEW.round_id AND f.published_at IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'ideas come after a published frame'); END"""
SAYS = {
    "born": "a decision is written before it is signed",
    "weighs": "a decision weighs every criterion",
    "grounded": "a refusal rests on the frame",
    "stands": "a signed decision stands",
}


def sqlite():
    unweighed = UNWEIGHED.format(criteria=CRITERIA["sqlite"])
    groundless = GROUNDLESS.format(exclusions=EXCLUSIONS["sqlite"], criteria=CRITERIA["sqlite"])
    signing = "BEFORE UPDATE OF signed_at ON budget_decision WHEN NEW.signed_at IS NOT NULL AND"
    triggers = {
        "born": "BEFORE INSERT ON budget_decision WHEN NEW.signed_at IS NOT NULL",
        "grounded": f"{signing} {groundless}",
        "weighs": f"{signing} {unweighed}",
        "stands": f"BEFORE UPDATE OF {FIXED} ON budget_decision WHEN OLD.signed_at IS NOT NULL",
    }
    rows = {
        f"weighing_{act.lower()}": f"BEFORE {act} ON budget_weighing WHEN {ANSWERED.format(row=row)}"
        for act, row in (("INSERT", "NEW"), ("UPDATE", "OLD"))
    }
    yield AFTER_FRAME
    for name, when in {**triggers, **rows}.items():
        said = SAYS.get(name, SAYS["stands"])
        yield f"CREATE TRIGGER budget_decision_{name} {when} BEGIN SELECT RAISE(ABORT, '{said}'); END"


def postgresql():
    unweighed = UNWEIGHED.format(criteria=CRITERIA["postgresql"])
    groundless = GROUNDLESS.format(exclusions=EXCLUSIONS["postgresql"], criteria=CRITERIA["postgresql"])
    refuse = "RAISE EXCEPTION '{}' USING ERRCODE = 'integrity_constraint_violation';"
    yield f"""CREATE FUNCTION budget_decision_signed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP = 'INSERT' THEN
            IF NEW.signed_at IS NOT NULL THEN {refuse.format(SAYS["born"])} END IF;
            RETURN NEW;
        END IF;
        IF OLD.signed_at IS NOT NULL THEN {refuse.format(SAYS["stands"])} END IF;
        IF NEW.signed_at IS NOT NULL AND {unweighed} THEN {refuse.format(SAYS["weighs"])} END IF;
        IF NEW.signed_at IS NOT NULL AND {groundless} THEN {refuse.format(SAYS["grounded"])} END IF;
        RETURN NEW; END $$"""
    yield f"""CREATE TRIGGER budget_decision_signed BEFORE INSERT OR UPDATE OF {FIXED} ON budget_decision
        FOR EACH ROW EXECUTE FUNCTION budget_decision_signed()"""
    yield f"""CREATE FUNCTION budget_weighing_stands() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF {ANSWERED.format(row="NEW")} THEN {refuse.format(SAYS["stands"])} END IF;
        RETURN NEW; END $$"""
    yield """CREATE TRIGGER budget_weighing_stands BEFORE INSERT OR UPDATE ON budget_weighing
        FOR EACH ROW EXECUTE FUNCTION budget_weighing_stands()"""


UNDO = {
    "sqlite": [
        f"DROP TRIGGER budget_decision_{name}"
        for name in (*SAYS, "weighing_insert", "weighing_update")
    ],
    "postgresql": [
        "DROP TRIGGER budget_decision_signed ON budget_decision",
        "DROP FUNCTION budget_decision_signed()",
        "DROP TRIGGER budget_weighing_stands ON budget_weighing",
        "DROP FUNCTION budget_weighing_stands()",
    ],
}


def add(apps, schema_editor):
    statements = postgresql() if schema_editor.connection.vendor == "postgresql" else sqlite()
    for statement in statements:
        schema_editor.execute(statement)


def remove(apps, schema_editor):
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("budget", "0003_proposals_vote_and_answer")]
    operations = [migrations.RunPython(add, remove)]
