"""What An wrote."""

import datetime as dt
from typing import Any

from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection import actions
from gebuur.apps.reflection.models import Entry

CANARY = "kanarie-in-de-mijn"
NEW = "/staff/reflection/new/"
# Something through every lens, as it is kept.
SEEN: dict[str, dict[str, Any]] = {
    "style": {"promised": "delegating", "observed": "open-authoritarian"},
    "attitude": {"respect": CANARY},
    "role": {
        "now": {"people": 60, "renewal": 20, "results": 15, "order": 5},
        "wanted": {"people": 25, "renewal": 25, "results": 25, "order": 25},
    },
    "phase": {"signals": ["who-decides", "we-say"], "nothing_fits": 1},
    "condition": {"clarity": False, "relation": True},
    "boundary": {"mine": CANARY, "not_mine": CANARY},
}


def an_entry(an: Person, *, due_in: int = 14, text: str = "Volgende keer eerst vragen.") -> Entry:
    """A finished reflection of An's."""
    now = timezone.now()
    entry = actions.begin_entry(an, actor=an, title="Het gesprek", now=now)
    answers = {
        "recent": CANARY,
        "moments": {"respect": CANARY},
        "otherwise": CANARY,
        "expect": CANARY,
    }
    actions.save_answers(entry, answers, actor=an)
    due_on = timezone.localdate() + dt.timedelta(days=due_in)
    actions.finish_entry(entry, actor=an, text=text, due_on=due_on, now=now)
    return entry


def a_sitting(
    an: Person, *kinds: str, case: str = "volunteers", seen: dict[str, Any] | None = None
) -> Entry:
    """A finished sitting of think, do, want, with something written through each lens."""
    now = timezone.now()
    entry = actions.begin_entry(an, actor=an, title="De week", form="think", case=case, now=now)
    thoughts = {"think": CANARY, "do": "Bellen.", "want": "Dat ze elkaar kennen.", "feel": CANARY}
    actions.save_answers(entry, thoughts, actor=an)
    actions.choose_lenses(entry, kinds, actor=an)
    for kind in kinds:
        actions.save_lens(entry, kind, (seen or SEEN)[kind], actor=an)
    due_on = timezone.localdate() + dt.timedelta(days=14)
    actions.finish_entry(entry, actor=an, text="Eén keer bellen.", due_on=due_on, now=now)
    return entry


def text_of(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()
