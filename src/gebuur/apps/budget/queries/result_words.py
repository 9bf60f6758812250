"""The result in sentences: why each proposal won or did not, what most votes would have given, how it was counted."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.apps.budget.models import Proposal, Round
from gebuur.apps.budget.queries.counts import in_cents
from gebuur.apps.budget.queries.frame_words import RULES
from gebuur.apps.budget.queries.results import Line, Result, find_result
from gebuur.core.money import euros
from gebuur.core.wording import listed

MUCH = 100_00
FIRST, LAST = "\u2068", "\u2069"


@dataclass(frozen=True)
class Story:
    """What happened to one proposal: who chose it, where their money went instead, and what would have been enough."""

    said: list[str]
    spent: list[tuple[str, int]]
    left: str
    lacked: list[str]


@dataclass(frozen=True)
class Verdict:
    """What the neighbourhood said of one proposal, for its own page."""

    round: uuid.UUID
    is_chosen: bool
    turnout: str
    told: Story | None


def result_of(proposal: Proposal) -> Verdict | None:
    """What the vote said of a proposal; nothing before the count, and no figures when there are too few."""
    if proposal.is_chosen is None:
        return None
    result = find_result(proposal.neighbourhood, proposal.round_id)
    if result is None:
        return None
    line = next((one for one in result.lines if one.proposal == proposal.pk), None)
    told = None if line is None or result.is_few else why(line, result)
    return Verdict(
        round=result.round.pk,
        is_chosen=proposal.is_chosen,
        turnout="" if result.is_few else turnout(result),
        told=told,
    )


def why(line: Line, result: Result) -> Story:
    """Why a proposal won or did not."""
    if not line.votes:
        return Story([_("Nobody chose it.")], [], "", list(_lacked(line)))
    said = [chosen_by(line, result)]
    if line.by:
        return Story([*said, *_won(line)], [], "", [])
    if line.backing is None or line.left is None:
        said.append(_("When it was its turn, it no longer fitted in the pot."))
        return Story(said, [], "", list(_lacked(line)))
    said.append(_("Together they could spend %(money)s.") % {"money": _rounded(line.backing)})
    left = _("They had %(left)s left, and it costs %(cost)s.") % {
        "left": _rounded(line.left),
        "cost": euros(line.cents),
    }
    spent = [(result.title_of[name], cents // 100 * 100) for name, cents in line.spent if cents]
    return Story(said, spent, left, list(_lacked(line)))


def chosen_by(line: Line, result: Result) -> str:
    words = ngettext(
        "%(n)d of the %(voters)d voters chose it.",
        "%(n)d of the %(voters)d voters chose it.",
        line.votes,
    )
    return words % {"n": line.votes, "voters": result.voters}


def _won(line: Line) -> Iterator[str]:
    if line.payment is None or line.in_full is None:
        yield _("It had the most votes of what still fitted in the pot.")
        return
    if line.in_full:
        words = ngettext(
            "%(n)d voter paid %(amount)s for it.",
            "%(n)d voters each paid %(amount)s for it.",
            line.in_full,
        )
        yield words % {"n": line.in_full, "amount": _whole(line.payment)}
    if line.in_part:
        words = ngettext(
            "%(n)d voter gave the last of a part.",
            "%(n)d voters gave the last of their part.",
            line.in_part,
        )
        yield words % {"n": line.in_part}


def _lacked(line: Line) -> Iterator[str]:
    if line.price is not None:
        yield _("If it cost %(price)s, it would have won.") % {"price": euros(line.price)}
    if line.more is not None:
        words = ngettext(
            "With %(n)d vote more for it alone, it would have won.",
            "With %(n)d votes more for it alone, it would have won.",
            line.more,
        )
        yield words % {"n": line.more}


def turnout(result: Result) -> str:
    """As `132 of 208`; how many may vote is known from the roll."""
    if not result.roll:
        voted = ngettext("%(n)d neighbour voted.", "%(n)d neighbours voted.", result.voters)
        return voted % {"n": result.voters}
    words = ngettext(
        "%(n)d of the %(roll)d neighbours voted.",
        "%(n)d of the %(roll)d neighbours voted.",
        result.roll,
    )
    return words % {"n": result.voters, "roll": result.roll}


def compared(result: Result) -> list[str]:
    """What would have been when simply most votes won; nothing when that is the rule."""
    other = result.others
    if other is None or result.share is None:
        return []
    told = []
    if other.only_there:
        told.append(
            _("Then this would have been there: %(list)s.") % _listed(result, other.only_there)
        )
    if other.only_here:
        told.append(_("And this would not: %(list)s.") % _listed(result, other.only_here))
    if not told:
        told.append(_("Then the same proposals would have won."))
    nothing = ngettext(
        "%(n)d voter would then get nothing of what she chose. Now that is %(now)d.",
        "%(n)d voters would then get nothing of what they chose. Now that is %(now)d.",
        result.voters - other.served_there,
    )
    counts = {"n": result.voters - other.served_there, "now": result.voters - other.served_here}
    return [*told, nothing % counts]


def _listed(result: Result, numbers: Iterable[str]) -> dict[str, str]:
    return {"list": listed(isolated(result.title_of[number]) for number in numbers)}


def counted(result: Result) -> list[str]:
    """How the money was divided, step by step."""
    told = [str(RULES[Round.Rule(result.frame.rule)])]
    if result.share is None:
        return told
    start = Fraction(result.frame.pot_cents, 100 * result.voters)
    told.append(
        _("Everybody began with %(share)s of the pot of %(pot)s.")
        % {"share": _whole(start), "pot": euros(result.frame.pot_cents)}
    )
    if result.steps:
        told.append(
            _(
                "Money was left then. So every part grew by %(more)s: with more, the winners would not fit in the pot."
            )
            % {"more": euros(result.steps * 100)}
        )
    filled = [line.number for line in result.winners if line.payment is None]
    if filled:
        told.append(
            _("What was left then went to the most votes that still fitted: %(list)s.")
            % _listed(result, filled)
        )
    return told


def lots(result: Result) -> list[str]:
    """Where the lot was needed."""
    if not result.lots:
        return [
            _("No two proposals cost the same and had as many votes. So the lot decided nothing.")
        ]
    words = _(
        "These cost the same and had as many votes. The lot put them in this order: %(list)s."
    )
    return [words % _listed(result, names) for names in result.lots]


def isolated(title: str) -> str:
    """A name in a sentence of any direction."""
    return f"{FIRST}{title}{LAST}"


def _whole(amount: Fraction) -> str:
    return euros(in_cents(amount))


def _rounded(cents: int) -> str:
    """Large amounts to the euro: cents say nothing there."""
    return euros(cents // 100 * 100 if cents >= MUCH else cents)
