"""A look at the vote together, after the count: counts beside what is usual, in plain sentences."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.budget.models import Count, Round
from gebuur.domain import fraud, tally

NAMES = {
    fraud.Shape.SAME: gettext_lazy("The same ballot many times in a row"),
    fraud.Shape.ALIKE: gettext_lazy("Many voters of one age in a row"),
    fraud.Shape.COPY: gettext_lazy("A pile of ballots that comes back in the same order"),
    fraud.Shape.LONE: gettext_lazy("A proposal that stands alone on nearly all its ballots"),
    fraud.Shape.BURST: gettext_lazy("Very many ballots in ten minutes"),
    fraud.Shape.CODES: gettext_lazy("Codes used in the order in which they were printed"),
    fraud.Shape.HOME: gettext_lazy("Very many people at one address"),
}


@dataclass(frozen=True)
class Noted:
    """One thing to look at: what was counted, what is usual here, and what honest reason there may be."""

    heading: str
    counted: str
    usual: str
    may_be: str


@dataclass(frozen=True)
class Looked:
    """What there is to look at, what was looked for in vain, and what a secret vote cannot tell."""

    ballots: int
    on_roll: int
    noted: tuple[Noted, ...]
    not_found: tuple[str, ...]
    unseen: tuple[str, ...]


def look_at(one: Round) -> Looked | None:
    """Look at the counted vote of a round; None before the count.

    The recount file is sorted and says nothing of a voter, so what needs an order, a time or an age is not there
    to be looked at. The roll gives the addresses.
    """
    count = Count.objects.filter(round=one).first()
    if count is None:
        return None
    election = tally.read_election(count.file)
    names = {project.id: project.name or project.id for project in election.projects}
    homes = _homes(one)
    roll = fraud.Roll(_ballots(election), is_in_order=False, homes=homes)
    seen = fraud.look(roll)
    found = {finding.shape for finding in seen.findings}
    quiet = [shape for shape in fraud.Shape if shape not in found and shape not in seen.unseen]
    return Looked(
        ballots=election.voters,
        on_roll=len(homes),
        noted=tuple(_noted(finding, names) for finding in seen.findings),
        not_found=tuple(str(NAMES[shape]) for shape in quiet),
        unseen=tuple(str(NAMES[shape]) for shape in seen.unseen),
    )


def _homes(one: Round) -> list[str]:
    """The address of everybody on the roll, in one spelling for each."""
    written = [home.strip() for home in one.roll.order_by("pk").values_list("address", flat=True)]
    first = {home.casefold(): home for home in reversed(written)}
    return [first[home.casefold()] for home in written]


def _ballots(election: tally.Election) -> list[fraud.Ballot]:
    """Every ballot as the projects that stand on it."""
    cast = election.ballots
    each: list[fraud.Ballot] = []
    for kind, weight in enumerate(cast.weight):
        marks = cast.project[cast.starts[kind] : cast.starts[kind + 1]]
        each += [tuple(election.projects[mark].id for mark in marks)] * int(weight)
    return each


def _noted(finding: fraud.Finding, names: dict[str, str]) -> Noted:
    """Say a finding; of a mixed file and a roll there are two kinds."""
    words = {"count": finding.count, "usual": finding.usual}
    if finding.shape is fraud.Shape.HOME:
        return Noted(
            str(NAMES[finding.shape]),
            _("%(count)d people on the roll live at one address: %(where)s.")
            % (words | {"where": finding.what}),
            _("Elsewhere it is %(usual)d at most, nearly everywhere.") % words,
            _("It may be a home for older people, a student house, or a mistake in the list."),
        )
    return Noted(
        str(NAMES[finding.shape]),
        _("%(count)d ballots name only “%(what)s”.")
        % (words | {"what": names.get(finding.what, finding.what)}),
        _("For other proposals it would be about %(usual)d.") % words,
        _("It may be a school or a club that came to vote for its own proposal."),
    )
