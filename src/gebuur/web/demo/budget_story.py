"""The neighbourhood budget of last year in the demo: voted on, refused with reasons, agreed to, and half made.

The garden is the third case of the training, turned round.
"""

import datetime as dt

from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Proposal, RollEntry, Round
from gebuur.apps.budget.queries import Resident
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.web.demo.budget_answer import agree_to, answer_the_garden
from gebuur.web.demo.budget_checks import look_at_plan
from gebuur.web.demo.budget_proposals import first_seat, hand_in_small, write_garden
from gebuur.web.demo.budget_realised import look_back_on, make_garden
from gebuur.web.demo.budget_result import count_last_year
from gebuur.web.demo.budget_rounds import begin_round, sign_frame, year_of
from gebuur.web.demo.initiatives import Groups

DAYS = {
    "ideas_from": -400, "ideas_until": -340, "proposals_until": -310, "checks_until": -290, "repairs_until": -275,
    "vote_from": -270, "vote_until": -250, "decide_by": -130,
}  # fmt: skip
ON_ROLL = 208
# In the order of handing in, after the garden: title, words, cost, which group.
OTHERS = (
    (
        "Licht aan het fietspad",
        "Acht lampen die aangaan als er iemand komt.",
        760_000,
        "molenstraat",
    ),
    ("Bank op het Garenplein", "Een hoge bank met leuning, aan de bus.", 90_000, "molenstraat"),
    (
        "Speelstraat met paaltjes",
        "Paaltjes die je kunt platleggen, voor de hele zomer.",
        690_000,
        "soup",
    ),
    ("Klimplanten op de muur", "De blinde muur van de refter wordt groen.", 190_000, "garden"),
    ("Keuken voor de soep", "Een fornuis en pannen die iedereen kan lenen.", 120_000, "garden"),
)


def tell_last_year(
    sides: tuple[Person, Person, Person], groups: Groups, *, now: dt.datetime
) -> Round:
    """A whole round, from the frame to what neighbours say of the bench."""
    nele, els, _signer = sides
    ago = _Ago(now)
    today = timezone.localdate(now)
    title = f"Buurtbudget {year_of(today) - 1}"
    one = begin_round(nele.neighbourhood, nele, title, now=ago(420), today=today, days=DAYS)
    sign_frame(one, sides, why="", at=ago(410))
    garden = _garden(one, nele, groups, ago)
    small = {
        title: hand_in_small(
            one, getattr(groups, group), title, text, cents, at=ago(317 - at), households=30
        )
        for at, (title, text, cents, group) in enumerate(OTHERS)
    }
    _vote(one, nele, ago)
    for proposal in small.values():
        proposal.refresh_from_db()
        if proposal.is_chosen:
            agree_to(proposal, els, at=ago(235))
    garden.refresh_from_db()
    answer_the_garden(garden, els, now=ago(64))
    make_garden(garden, now=now)
    look_back_on(small["Bank op het Garenplein"], now=now)
    return one


class _Ago:
    """So many days before now."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now

    def __call__(self, days: int) -> dt.datetime:
        return self.now - dt.timedelta(days=days)


def _garden(one: Round, nele: Person, groups: Groups, ago: _Ago) -> Proposal:
    """The idea of the garden group, worked out, mended once, and looked at by three services."""
    giver = first_seat(groups.garden).person
    said = actions.Said("Moestuin achter de refter", "Samen groenten kweken, met lage bakken.")
    idea = actions.give_idea(one, said, actor=giver, channel=Channel.WEB, now=ago(380))
    garden = write_garden(idea, groups.garden, now=ago(315))
    look_at_plan(garden, nele, now=ago(290), is_finished=True)
    garden.refresh_from_db()
    return garden


def _vote(one: Round, nele: Person, ago: _Ago) -> None:
    """The roll was forgotten since, as the clock does; how many stood on it stands in the result."""
    voters = [Resident(f"Buur {at}", f"Spoelstraat {at}") for at in range(1, ON_ROLL + 1)]
    actions.add_many(one, voters, actor=nele, now=ago(272))
    actions.open_vote(one, actor=nele, now=ago(270))
    count_last_year(one, nele, now=ago(248))
    one.box.delete()
    RollEntry.objects.filter(round=one).delete()
