"""A vote of the demo that goes on now: three small proposals, a roll, and a box in which nothing lies yet."""

import datetime as dt

from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Round
from gebuur.apps.budget.queries import Resident
from gebuur.apps.initiatives.models import Initiative
from gebuur.apps.neighbourhood.models import Person
from gebuur.web.demo.budget_proposals import hand_in_small
from gebuur.web.demo.budget_rounds import begin_round, sign_frame, year_of

DAYS = {
    "ideas_from": -110, "ideas_until": -50, "proposals_until": -30, "checks_until": -20, "repairs_until": -10,
    "vote_from": -2, "vote_until": 19, "decide_by": 40,
}  # fmt: skip
# More neighbours on the roll than the desk knows: the list of the town.
ALSO = (
    "Achiel De Wispelaere", "Bieke Lammens", "Cengiz Aydın", "Denise Verlinden", "Erik Poppe", "Fatma Yıldız",
    "Greta Van Parys", "Hamid El Amrani", "Ingrid Steyaert", "Jozef Matthijs", "Karima Bouzid", "Leo Vermeersch",
    "Maria Goethals", "Norbert De Backer", "Olena Shevchuk", "Paul Naessens",
)  # fmt: skip
SMALL = (
    ("Bloembakken op de brug", "Twaalf bakken, en wie wil geeft water.", 68_000),
    ("Boekenkast aan de bushalte", "Neem een boek mee, zet er een terug.", 42_000),
    ("Tafels voor het straatfeest", "Tien tafels die iedereen kan lenen.", 115_000),
)


def run_small_vote(
    sides: tuple[Person, Person, Person], group: Initiative, *, now: dt.datetime
) -> Round:
    """The small pot of this winter: voting began the day before yesterday."""
    nele = sides[0]
    place, begun = nele.neighbourhood, now - dt.timedelta(days=120)
    today = timezone.localdate(now)
    title = f"Winterpot {year_of(today)}"
    one = begin_round(place, nele, title, now=begun, today=today, days=DAYS, pot_cents=150_000)
    sign_frame(one, sides, why="", at=begun)
    for number, (title, text, cents) in enumerate(SMALL):
        at = now - dt.timedelta(days=60 - number)
        hand_in_small(one, group, title, text, cents, at=at)
    opened = now - dt.timedelta(days=2)
    actions.add_known(one, actor=nele, now=opened)
    street = [Resident(name, f"Molenstraat {at + 11}") for at, name in enumerate(ALSO)]
    actions.add_many(one, street, actor=nele, now=opened)
    actions.open_vote(one, actor=nele, now=opened)
    return one
