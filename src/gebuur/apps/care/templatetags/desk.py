"""Words for the desk: who does not fit and why, why this one first, and what happened so far."""

from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.apps.boundaries.models import Task
from gebuur.apps.boundaries.queries import in_language
from gebuur.apps.care.models import HelpRequest, Proposal, Urgency, Visit
from gebuur.apps.care.queries.demand import Need
from gebuur.apps.chronicle.models import ActorKind, Line
from gebuur.apps.neighbourhood.models import Channel
from gebuur.core.templatetags.gebuur import pill
from gebuur.core.weekparts import PARTS
from gebuur.core.wording import clock, language_in_words, language_names

register = template.Library()


@register.filter
def task_name(task: Task | None) -> str:
    """The task in the reader's language, without its soft hyphens in running text."""
    return in_language(task.names).replace("\xad", "") if task else ""


@register.filter
def misfit_words(misfits: dict[str, int]) -> list[str]:
    """How many do not fit now, and why: a sentence per reason, the most first."""
    counted = sorted(misfits.items(), key=lambda one: -one[1])
    return [_misfit(code, count) for code, count in counted if count]


def _misfit(code: str, count: int) -> str:
    said = {
        "task_not_ticked": ngettext(
            "%(n)d did not choose this task.", "%(n)d did not choose this task.", count
        ),
        "no_shared_language": ngettext(
            "%(n)d does not share a language.", "%(n)d do not share a language.", count
        ),
        "no_shared_slot": ngettext(
            "%(n)d has no moment in common.", "%(n)d have no moment in common.", count
        ),
        "lacks_skill": ngettext("%(n)d cannot do this yet.", "%(n)d cannot do this yet.", count),
        "too_far": ngettext("%(n)d lives too far.", "%(n)d live too far.", count),
        "not_together": ngettext(
            "%(n)d is not paired with this neighbour.",
            "%(n)d are not paired with this neighbour.",
            count,
        ),
        "file_incomplete": ngettext(
            "%(n)d still has papers to bring.", "%(n)d still have papers to bring.", count
        ),
        "paused": ngettext("%(n)d pauses.", "%(n)d pause.", count),
        "full": ngettext(
            "%(n)d has reached their own limit.", "%(n)d have reached their own limit.", count
        ),
        "not_cleared": ngettext(
            "%(n)d has no yes from you for this task.",
            "%(n)d have no yes from you for this task.",
            count,
        ),
    }[code]
    return said % {"n": count}


@register.simple_tag
def why_first(codes: list[str], first: str, second: str) -> str:
    """Why one stands before the next, in a sentence."""
    reasons = {
        "turn": _("is first in turn"),
        "closer": _("lives closer"),
        "language": _("speaks the language better"),
        "known": _("knows this neighbour"),
        "slots": _("has more moments in common"),
    }
    said = [reasons[code] for code in codes if code in reasons]
    names = {"first": first, "second": second}
    if not said:
        return _("%(first)s and %(second)s fit equally well.") % names
    why = get_text_list(said, _("and"))
    return _("Why %(first)s before %(second)s? %(first)s %(why)s.") % (names | {"why": why})


@register.filter
def visit_time(visit: Visit) -> str:
    """`14.00`, or the part of the day when no time was agreed."""
    return clock(visit.at) if visit.at else str(PARTS[visit.part])


@register.filter
def who_is_asked(request: HelpRequest) -> str:
    """Who is asked now about a request that waits for an answer; needs `row`."""
    row: list[Proposal] = getattr(request, "row", [])
    for proposal in row:
        name = proposal.offer.person.first_name
        if proposal.state == Proposal.State.YES:
            return _("%(name)s said yes, now the seeker") % {"name": name}
        if proposal.state == Proposal.State.ASKED:
            return _("%(name)s is asked") % {"name": name}
    return ""


@register.filter
def asked_until(request: HelpRequest) -> Any:
    """Until when we wait for the helper who is asked now; needs `row`."""
    row: list[Proposal] = getattr(request, "row", [])
    return next((one.answer_by for one in row if one.state == Proposal.State.ASKED), None)


@register.filter
def line_words(line: Line) -> str:
    """One line of the chronicle of a request, as a sentence without names."""
    by_staff = line.actor_kind == ActorKind.PROFESSIONAL
    return {
        "request": _("A neighbour asked this."),
        "request-cleared": _("The professional said yes, within limits."),
        "request-on-board": _("The professional put the question on the board."),
        "request-off-board": _("The professional took the question from the board."),
        "request-stopped": _("The professional closed the question, with a word to the neighbour.")
        if by_staff
        else _("The neighbour closed the question."),
        "request-handed-over": _("The professional handed the question over to a service."),
        "helpers-picked": _("The professional chose who is asked.")
        if by_staff
        else _("The neighbour chose who is asked."),
        "seeker-chooses": _("The professional left the choice to the neighbour."),
        "week-swapped": _("The professional put somebody else in the proposal of the week."),
        "week-left": _("The professional left the proposal of the week aside."),
        "helper-asked": _("A volunteer was asked."),
        "helper-skipped": _("The professional passed somebody over."),
        "helper-yes": _("The volunteer said yes on the phone.")
        if by_staff
        else _("The volunteer said yes."),
        "helper-not-this-time": _("The volunteer said on the phone: not this time.")
        if by_staff
        else _("The volunteer said: not this time."),
        "seeker-other": _("The neighbour would rather have somebody else."),
        "match": _("Both said yes."),
        "match-ended": _("The agreement ended."),
        "visit-done": _("They met: it is done."),
        "visit-nobody-home": _("Nobody was home."),
        "visit-cannot": _("The volunteer could not go on."),
        "visit-called-off": _("One time was called off."),
        "feedback": _("Somebody told how it was."),
    }.get(line.act) or _not_known(line)


def _not_known(line: Line) -> str:
    """What somebody said and the professional wrote down has a line of its own."""
    noted = line.act.endswith("-noted")
    return _("The professional wrote that down.") if noted else _("Something changed.")


@register.filter
def proposal_words(proposal: Proposal) -> str:
    """What became of somebody who was in the row."""
    return {
        Proposal.State.PICKED: _("comes next"),
        Proposal.State.ASKED: _("is asked"),
        Proposal.State.YES: _("said yes"),
        Proposal.State.NOT_THIS_TIME: _("not this time"),
        Proposal.State.NO_ANSWER: _("did not answer in time"),
        Proposal.State.FILLED: _("it was filled already"),
        Proposal.State.WITHDRAWN: _("is out of the row"),
    }[Proposal.State(proposal.state)]


@register.filter
def visit_words(visit: Visit) -> str:
    """How a visit went."""
    if visit.is_worried:
        return _("done, with a worry")
    return {
        Visit.State.PLANNED: _("agreed"),
        Visit.State.DONE: _("done"),
        Visit.State.NOBODY_HOME: _("nobody home"),
        Visit.State.CANNOT: _("the helper could not"),
        Visit.State.CALLED_OFF: _("called off"),
    }[Visit.State(visit.state)]


@register.filter
def urgency_words(urgency: str) -> str:
    return str(Urgency(urgency).label)


@register.filter
def channel_words(channel: str) -> str:
    return str(Channel(channel).label)


@register.simple_tag
def alert_pill(day: int) -> SafeString:
    """How long somebody waits for a first question: the alert of day 2, 7 or 14."""
    words = ngettext(
        "more than %(n)d day without a question", "more than %(n)d days without a question", day
    )
    return pill(words % {"n": day}, icon="sprout", tone="wait")


@register.filter
def language_words(codes: list[str]) -> str:
    """Names of languages, each in its own words."""
    return language_names(codes)


@register.filter
def in_words(code: str) -> str:
    """The name of a language in the reader's language."""
    return language_in_words(code)


@register.simple_tag
def days(count: int) -> str:
    """`19 days`."""
    return ngettext("%(n)d day", "%(n)d days", count) % {"n": count}


@register.simple_tag
def need_words(need: Need) -> str:
    """Whom we miss for one thing, as a sentence or two."""
    names = {"task": task_name(need.task).lower(), "language": language_in_words(need.language)}
    asked = ngettext(
        "%(n)d question in %(language)s for %(task)s.",
        "%(n)d questions in %(language)s for %(task)s.",
        need.asked,
    ) % (names | {"n": need.asked})
    there = ngettext(
        "%(n)d volunteer speaks %(language)s and chose this.",
        "%(n)d volunteers speak %(language)s and chose this.",
        need.there,
    ) % (names | {"n": need.there})
    if not need.there:
        there = _("No volunteer with room speaks %(language)s and chose this.") % names
    nobody = ngettext(
        "%(n)d question fits nobody now.", "%(n)d questions fit nobody now.", need.nobody
    ) % {"n": need.nobody}
    return " ".join([asked, there, nobody] if need.nobody and need.there else [asked, there])
