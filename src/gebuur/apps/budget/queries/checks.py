"""What services find feasible, in sentences: who looks until when, who answered, and what the group mended."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.budget.models import Decision, FeasibilityCheck, Proposal
from gebuur.apps.budget.queries.clocks import time_left
from gebuur.apps.budget.queries.frames import binding_frame
from gebuur.apps.initiatives.permissions import Seat, can_speak
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import AnswerLink
from gebuur.core.errors import NotForYou
from gebuur.core.wording import day_in_words

Verdict = FeasibilityCheck.Verdict
LOOKS = {
    "": (gettext_lazy("is looking at it"), "hourglass", "wait"),
    Verdict.YES: (gettext_lazy("it can be done"), "circle-check", "yes"),
    Verdict.IF: (gettext_lazy("it can be done, if"), "circle-alert", "wait"),
    Verdict.NO: (gettext_lazy("it cannot be done"), "circle-x", "stop"),
}

SILENT = (gettext_lazy("gave no answer"), "circle-alert", "stop")


@dataclass(frozen=True)
class Line:
    """A few words of a service or of the group; the label says which ones. Without label it is a sentence of ours."""

    label: str
    words: str


@dataclass(frozen=True)
class Checked:
    """One service: its verdict as a pill, what it said line by line, and how its clock stands."""

    check: FeasibilityCheck
    word: str
    icon: str
    tone: str
    lines: tuple[Line, ...]
    clock: str
    is_late: bool
    may_answer: bool
    may_repair: bool


@dataclass(frozen=True)
class Checks:
    """All services of a proposal, and until when the group may mend it."""

    rows: tuple[Checked, ...]
    repairs_until: dt.date

    @property
    def may_repair(self) -> bool:
        """Whether the group can mend something now."""
        return any(row.may_repair for row in self.rows)

    def only(self, check: FeasibilityCheck) -> "Checks":
        """One service of them."""
        return Checks(tuple(row for row in self.rows if row.check == check), self.repairs_until)


def of_before() -> Exists:
    """Whether a check is about a version that the authority answered, and that came back as another one since."""
    answered = Decision.objects.filter(
        proposal=OuterRef("proposal"),
        signed_at__isnull=False,
        version__gte=OuterRef("version"),
        version__lt=OuterRef("proposal__version"),
    )
    return Exists(answered.exclude(is_before_vote=True, outcome=Decision.Outcome.IF))


def is_of_before(check: FeasibilityCheck) -> bool:
    return FeasibilityCheck.objects.filter(of_before(), pk=check.pk).exists()


def checks_of(proposal: Proposal, today: dt.date, *, seat: Seat | None = None) -> Checks:
    """What each service says. With a seat in its group, also where something can be mended now."""
    until = binding_frame(proposal.round).days["repairs_until"]
    is_open = proposal.state == Proposal.State.HANDED_IN and today <= until
    may = is_open and seat is not None and can_speak(seat)
    rows = tuple(_row(check, today, may_repair=may) for check in proposal.checks.all())
    return Checks(rows, until)


def _row(check: FeasibilityCheck, today: dt.date, *, may_repair: bool) -> Checked:
    is_over = check.proposal.state != Proposal.State.HANDED_IN or is_of_before(check)
    word, icon, tone = LOOKS[check.verdict] if check.verdict or not is_over else SILENT
    is_waiting = not check.verdict and not is_over
    return Checked(
        check=check,
        word=str(word),
        icon=icon,
        tone=tone,
        lines=tuple(_lines(check, today)),
        clock=time_left(check.due_on, today) if is_waiting else _answered(check, today),
        is_late=is_waiting and check.due_on < today,
        may_answer=can_be_answered(check),
        may_repair=may_repair and can_be_repaired(check),
    )


def can_be_repaired(check: FeasibilityCheck) -> bool:
    """Whether the service said “if” or “no”, and the group did not write yet what it changed."""
    return check.verdict in (Verdict.IF, Verdict.NO) and check.repaired_at is None


def can_be_answered(check: FeasibilityCheck) -> bool:
    """Whether the service has still to answer: for the first time, or once more after a repair."""
    looks_again = check.repaired_at is not None and check.again_at is None
    if check.proposal.state != Proposal.State.HANDED_IN or is_of_before(check):
        return False
    return not check.verdict or looks_again


def _answered(check: FeasibilityCheck, today: dt.date) -> str:
    at = check.again_at or check.answered_at
    if at is None:
        asked = _("It was asked by %(day)s. Then the vote began.")
        return asked % {"day": day_in_words(check.due_on, today)}
    day = day_in_words(at, today)
    if check.again_at is not None:
        return _("Looked again on %(day)s.") % {"day": day}
    return _("Answered on %(day)s.") % {"day": day}


def _lines(check: FeasibilityCheck, today: dt.date) -> Iterator[Line]:
    if check.version < check.proposal.version:
        yield Line("", _("This is about version %(number)d.") % {"number": check.version})
    if check.escalated_at is not None and not check.verdict:
        words = _("The question went one step up on %(day)s.")
        yield Line("", words % {"day": day_in_words(check.escalated_at, today)})
    if check.first:
        word, _icon, _tone = LOOKS[check.first["verdict"]]
        yield Line(_("First it said"), str(word))
        yield from _said(**check.first)
        yield Line(_("What the group changed"), check.repaired)
    yield from _said(check.verdict, check.condition, check.reasons, check.ground)
    if check.repaired and check.again_at is None:
        yield Line(_("What the group changed"), check.repaired)
        yield Line("", _("The service looks once more."))


def _said(verdict: str, condition: str, reasons: str, ground: str) -> Iterator[Line]:
    if condition:
        yield Line(_("What has to change"), condition)
    if reasons:
        yield Line(_("What it saw") if verdict == Verdict.YES else _("Why"), reasons)
    if ground:
        yield Line(_("In the frame"), ground)


def get_check_for(person: Person, pk: uuid.UUID) -> FeasibilityCheck:
    """A check of her place, for staff and for the authority."""
    found = _with_proposal().filter(neighbourhood=person.neighbourhood_id, pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def get_check_of(proposal: Proposal, pk: uuid.UUID) -> FeasibilityCheck:
    """A check of this very proposal, for the group that owns it."""
    found = _with_proposal().filter(proposal=proposal, pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def get_check_by_link(link: AnswerLink) -> FeasibilityCheck:
    """The check that a link opens; one that was taken back is gone."""
    found = _with_proposal().filter(neighbourhood=link.neighbourhood_id, pk=link.thing).first()
    if found is None:
        raise NotForYou
    return found


def _with_proposal() -> QuerySet[FeasibilityCheck]:
    return FeasibilityCheck.objects.select_related(
        "proposal__round__neighbourhood",
        "proposal__group__neighbourhood",
        "proposal__street",
        "asked_by__neighbourhood",
    )
