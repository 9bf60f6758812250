"""A vote of the demo: a roll, a box with three keys, ballots with codes, and six on paper."""

import datetime as dt
from collections.abc import Mapping, Sequence

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import RollEntry, Round
from gebuur.apps.budget.queries import Resident
from gebuur.apps.neighbourhood.models import Person

# More neighbours on the roll than the desk knows: the list of the town.
ALSO = (
    "Achiel De Wispelaere", "Bieke Lammens", "Cengiz Aydın", "Denise Verlinden", "Erik Poppe", "Fatma Yıldız",
    "Greta Van Parys", "Hamid El Amrani", "Ingrid Steyaert", "Jozef Matthijs", "Karima Bouzid", "Leo Vermeersch",
    "Maria Goethals", "Norbert De Backer", "Olena Shevchuk", "Paul Naessens",
)  # fmt: skip
ON_PAPER = 6
STRIDE = 7  # spreads who likes what over the voters, the same way every time


def hold_vote(
    one: Round,
    liked: Mapping[str, int],
    *,
    nele: Person,
    typists: tuple[Person, Person],
    opened: dt.datetime,
    counted: dt.datetime,
) -> tuple[str, str]:
    """Let the neighbours vote: `liked` says of every title on the ballot how many choose it.

    `opened` is on the first day of the vote, `counted` after the last one. Two keys come back, for the count.
    """
    actions.add_known(one, actor=nele, now=opened)
    street = [Resident(name, f"Molenstraat {at + 11}") for at, name in enumerate(ALSO)]
    actions.add_many(one, street, actor=nele, now=opened)
    keys = actions.open_vote(one, actor=nele, now=opened)
    voters = list(one.roll.order_by("name", "address")[: len(ALSO) * 2])
    wishes = _wishes(one, liked, len(voters))
    for at, (entry, marks) in enumerate(zip(voters, wishes, strict=True)):
        day = opened + dt.timedelta(hours=at)
        if at >= len(voters) - ON_PAPER:
            actions.hand_out_paper(entry, actor=nele, now=day)
        else:
            code = actions.give_code(entry, way=RollEntry.Way.LETTER, actor=nele, now=opened)
            actions.cast_ballot(one, marks, code=code, now=day)
    _type(one, wishes[-ON_PAPER:], typists, counted)
    return keys[0], keys[2]


def _wishes(one: Round, liked: Mapping[str, int], count: int) -> list[dict[str, int]]:
    """What each of them chooses."""
    names = {each.title: each.pk.hex for each in one.proposals.filter(state="on_ballot")}
    return [
        {
            names[title]: 1
            for turn, (title, number) in enumerate(liked.items())
            if title in names and (at * STRIDE + turn * 3) % count < number
        }
        for at in range(count)
    ]


def _type(
    one: Round,
    wishes: Sequence[Mapping[str, int]],
    typists: tuple[Person, Person],
    now: dt.datetime,
) -> None:
    """Two people type the paper; of the last one they read something else, and look at it together."""
    first, second = typists
    for number, marks in enumerate(wishes, 1):
        paper = actions.type_paper(one, number, marks, actor=first, now=now)
        misread = {} if number == len(wishes) else marks
        if not actions.type_again(paper, misread, actor=second, now=now):
            actions.settle_paper(paper, marks, together=True, actor=second, now=now)
