"""What a seeker and a helper may read: each sees only what she needs, and when."""

import datetime as dt
import math
import uuid
from dataclasses import dataclass
from typing import Any, TypeVar

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.apps.boundaries.models import Task
from gebuur.apps.boundaries.queries import in_language, lists_in_language
from gebuur.apps.care.models import HelpRequest, Match, Proposal, Rhythm, State, Visit
from gebuur.apps.neighbourhood.models import Person
from gebuur.core.errors import NotForYou
from gebuur.core.weekparts import PARTS
from gebuur.core.wording import language_names

METRES_PER_MINUTE = 60
SOON = dt.timedelta(days=7)
T = TypeVar("T")


@dataclass(frozen=True)
class Coming:
    """A time that is agreed, as one of the two sees it."""

    pk: uuid.UUID
    other: str
    task: str
    on: dt.date
    part: str
    at: dt.time | None
    word: str
    phone: str


@dataclass(frozen=True)
class Asked:
    """An open question, as its seeker sees it in a list."""

    pk: uuid.UUID
    task_name: str
    state: str
    since: dt.datetime


def get_proposal(pk: uuid.UUID) -> Proposal:
    """The proposal behind a link that was checked already."""
    found = Proposal.objects.select_related(
        "request__task",
        "request__seeker__street",
        "offer__person__street",
        "picked_by",
        "neighbourhood",
    )
    return _one(found.filter(pk=pk).first())


def get_visit(pk: uuid.UUID) -> Visit:
    """The visit behind a link that was checked already."""
    found = Visit.objects.select_related(
        "match__request__task", "match__request__seeker", "match__offer__person"
    )
    return _one(found.filter(pk=pk).first())


def get_request(pk: uuid.UUID) -> HelpRequest:
    """The request behind a link that was checked already."""
    return _one(
        HelpRequest.objects.select_related("task", "seeker__street", "neighbourhood")
        .filter(pk=pk)
        .first()
    )


def get_match(pk: uuid.UUID) -> Match:
    """The match behind a link that was checked already."""
    found = Match.objects.select_related(
        "request__task",
        "request__seeker__street",
        "offer__person__street",
        "neighbourhood__organisation",
    )
    return _one(found.filter(pk=pk).first())


def _one(found: T | None) -> T:
    if found is None:
        raise NotForYou
    return found


def task_of(request: HelpRequest) -> Task:
    """The task of a request that is no draft."""
    assert request.task is not None  # noqa: S101 - the database holds it: care_request_complete
    return request.task


def seeker_of(request: HelpRequest) -> Person:
    """The seeker of a request that is no draft."""
    assert request.seeker is not None  # noqa: S101 - the database holds it: care_request_complete
    return request.seeker


def what_we_ask(proposal: Proposal) -> dict[str, Any]:
    """What a helper reads before both said yes: task, street, moment, language; never who."""
    request, helper = proposal.request, proposal.offer.person
    task, seeker = task_of(request), seeker_of(request)
    return {
        "asker": proposal.picked_by.first_name
        if proposal.picked_by
        else proposal.neighbourhood.contact_name,
        "asker_note": _("for %(place)s") % {"place": proposal.neighbourhood.name},
        "task_name": in_language(task.names),
        "slots": request.slots & proposal.offer.slots or request.slots,
        "rhythm_words": rhythm_in_words(request.rhythm),
        "street": "" if task.phone_only or seeker.street is None else seeker.street.name,
        "minutes_walk": 0 if task.phone_only else minutes_between(helper, seeker),
        "minutes": request.limits_minutes or task.minutes,
        "languages": language_names(
            [code for code in request.languages if code in helper.languages]
        ),
        "answer_by": proposal.answer_by,
        "reasons": proposal.reasons,
        "dont": lists_in_language(task.dont),
    }


def who_would_come(proposal: Proposal) -> dict[str, Any]:
    """What a seeker reads before she says yes: first name, street, languages of the helper."""
    helper, seeker = proposal.offer.person, seeker_of(proposal.request)
    return {
        "helper_name": helper.first_name,
        "helper_street": helper.street.name if helper.street else "",
        "helper_languages": language_names(helper.languages),
        "know_each_other": Match.objects.filter(
            offer=proposal.offer, request__seeker=seeker
        ).exists(),
    }


def first_moment(proposal: Proposal, *, now: dt.datetime) -> dict[str, Any]:
    """The first day and part that suit both, from tomorrow on: a start for the form."""
    shared = proposal.request.slots & proposal.offer.slots or proposal.request.slots
    for ahead in range(1, 8):
        day = timezone.localdate(now) + dt.timedelta(days=ahead)
        for part in range(len(PARTS)):
            if shared >> (day.weekday() * 3 + part) & 1:
                return {"first_on": day, "part": part}
    return {}


def coming_of(visit: Visit, reader: Person) -> Coming:
    """An agreed time as the seeker or the helper sees it; both have said yes."""
    request, helper = visit.match.request, visit.match.offer.person
    other = seeker_of(request) if reader.pk == helper.pk else helper
    return Coming(
        pk=visit.pk,
        other=other.first_name,
        task=in_language(task_of(request).names),
        on=visit.on,
        part=str(PARTS[visit.part]),
        at=visit.at,
        word=visit.word,
        phone=other.phone,
    )


def list_coming(request: HelpRequest, *, today: dt.date) -> list[Coming]:
    """The next agreed times of a request, for its seeker."""
    visits = _planned(today).filter(match__request=request)
    return [coming_of(visit, seeker_of(request)) for visit in visits[:2]]


def next_visits_of(person: Person, *, today: dt.date) -> list[Coming]:
    """The next agreed times of a person, as seeker or as helper."""
    as_seeker = _planned(today).filter(match__request__seeker=person)[:2]
    as_helper = _planned(today).filter(match__offer__person=person)[:2]
    visits = sorted([*as_seeker, *as_helper], key=lambda visit: (visit.on, visit.part))
    return [coming_of(visit, person) for visit in visits[:2]]


def _planned(today: dt.date) -> Any:
    planned = Visit.objects.filter(
        state=Visit.State.PLANNED, on__gte=today, on__lte=today + 2 * SOON
    )
    return planned.select_related(
        "match__request__task", "match__request__seeker", "match__offer__person"
    ).order_by("on", "part")


def open_requests_of(person: Person) -> list[Asked]:
    """Questions of a person that are not closed."""
    asked = HelpRequest.objects.filter(
        seeker=person,
        state__in=[State.NEW, State.SEARCHING, State.ASKED, State.AGREED, State.HANDED_OVER],
    ).select_related("task")
    return [
        Asked(one.pk, in_language(task_of(one).names), one.state, one.created_at)
        for one in asked.order_by("-created_at")
    ]


def what_happens_next(request: HelpRequest) -> dict[str, Any]:
    """Where a question stands, in a sentence for its seeker."""
    name = request.neighbourhood.contact_name
    words = {
        State.NEW: _("%(name)s has read your question and looks for somebody.") % {"name": name},
        State.SEARCHING: _(
            "We keep looking. You hear from us every week, even when we have found nobody yet."
        ),
        State.ASKED: _asked_words(request),
        State.AGREED: _("It is agreed. You see above who comes."),
        State.DONE: _("It is done. You can always ask again."),
        State.HANDED_OVER: _("A service has taken over your question. %(name)s follows it.")
        % {"name": name},
        State.STOPPED: _("Your question is closed. You can always ask again."),
    }
    open_states = (State.NEW, State.SEARCHING, State.ASKED, State.AGREED)
    return {
        "task_name": in_language(task_of(request).names),
        "next_words": words[State(request.state)],
        "may_stop": request.state in open_states,
    }


def _asked_words(request: HelpRequest) -> str:
    said_yes = request.proposals.filter(state=Proposal.State.YES).select_related("offer__person")
    for proposal in said_yes:
        name = {"helper": proposal.offer.person.first_name}
        return _("%(helper)s wants to come. We wait for your yes.") % name
    asked = request.proposals.filter(asked_at__isnull=False).count()
    words = ngettext(
        "We asked %(n)d neighbour. You hear more soon.",
        "We asked %(n)d neighbours. You hear more soon.",
        asked,
    )
    return words % {"n": asked}


def about_visit(visit: Visit, helper: Person) -> dict[str, Any]:
    """What the helper reads when asked how it went: the day, nothing about the need."""
    return {"visit": visit, "person": helper, "on": visit.on}


def other_side(visit: Visit, by_seeker: bool) -> str:  # noqa: FBT001 - the two sides of a visit
    """First name of the other one."""
    match = visit.match
    return match.offer.person.first_name if by_seeker else seeker_of(match.request).first_name


def rhythm_in_words(rhythm: str) -> str:
    return {
        Rhythm.ONCE: _("once, then it stops"),
        Rhythm.WEEKLY: _("every week"),
        Rhythm.FORTNIGHTLY: _("every two weeks"),
        Rhythm.UNKNOWN: _("how often is still open"),
    }[Rhythm(rhythm)]


def minutes_between(one: Person, other: Person) -> int:
    """Minutes on foot, rounded up; 0 when one of the two has no address."""
    if one.x is None or one.y is None or other.x is None or other.y is None:
        return 0
    return math.ceil(math.dist((one.x, one.y), (other.x, other.y)) / METRES_PER_MINUTE)
