"""What a reader at the local authority will miss in a proposal: sentences, the first thing first; never a score."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from gebuur.apps.budget.models import CostLine
from gebuur.apps.budget.queries.frames import Frame
from gebuur.apps.budget.queries.proposals import Written
from gebuur.core.money import euros


@dataclass(frozen=True)
class Gap:
    """Something that is missing, and the part where it belongs."""

    part: str
    words: str


def needed_for_handing_in(written: Written, frame: Frame) -> list[Gap]:
    """Without these a proposal cannot be handed in: costs, upkeep, and every criterion of the frame."""
    return list(_needed(written, frame))


def _needed(written: Written, frame: Frame) -> Iterator[Gap]:
    if not written.costs:
        yield Gap("costs", _("There is no cost yet. Write at least one line."))
    if not written.upkeep_by:
        yield Gap("upkeep", _("Nobody looks after it yet. Write who does."))
    shown = {one.criterion for one in written.ticks if one.words}
    for criterion in frame.criteria:
        if criterion.words not in shown:
            words = _("Nothing shows yet that it meets this: “%(criterion)s”.")
            yield Gap("criteria", words % {"criterion": criterion.words})


def missed_by_reader(written: Written, frame: Frame) -> list[Gap]:
    """Everything a reader will ask about, what is needed before the rest."""
    return [*_needed(written, frame), *_money(written, frame), *_story(written), *_proof(written)]


def _money(written: Written, frame: Frame) -> Iterator[Gap]:
    if written.once_cents > frame.pot_cents:
        said = {"cost": euros(written.once_cents), "pot": euros(frame.pot_cents)}
        yield Gap("costs", _("It costs %(cost)s. The pot holds %(pot)s.") % said)
    guesses = {cost.source for cost in written.costs} == {CostLine.Source.ESTIMATE.value}
    if guesses:
        yield Gap("costs", _("Every cost is your own guess. Ask for one price offer."))
    if written.costs and not written.yearly_cents:
        yield Gap("costs", _("Nothing comes back every year. A reader does not believe that soon."))
    if not (written.own_hours or written.own_things):
        yield Gap("upkeep", _("Nobody reads what neighbours do themselves."))


def _story(written: Written) -> Iterator[Gap]:
    if not written.summary:
        yield Gap("what", _("A reader does not know yet what you want to make."))
    if not (written.where or written.street):
        yield Gap("what", _("A reader does not know yet where it comes."))
    if not written.plain:
        yield Gap("what", _("There are no easy words yet, for the page that everybody gets."))
    if not written.who_benefits:
        yield Gap("people", _("A reader asks who gains from it. That is the added value."))
    if not (written.households or written.young_people or written.older_people):
        yield Gap("people", _("There is no number of people yet. Count, also when it is few."))
    if not written.if_not:
        yield Gap("people", _("What happens if it does not come? That is not there yet."))


def _proof(written: Written) -> Iterator[Gap]:
    if not written.goals:
        yield Gap("criteria", _("Nothing links it yet to what the town works on as well."))
    if not (written.evidence or written.own_evidence):
        yield Gap(
            "evidence", _("Nothing shows yet that it works. Choose a study, or count yourselves.")
        )
    if not written.risks:
        yield Gap("risks", _("There is no risk in it. A reader then thinks of one."))
    if not written.variants:
        yield Gap("risks", _("There is no smaller way. With one, a reader can say yes in part."))
    if not written.letters:
        yield Gap("letters", _("There is no letter of support yet."))
