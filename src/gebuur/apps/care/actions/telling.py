"""What every action of care does at its end: a line in the chronicle, a word to whoever must know."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.utils import timezone, translation
from django.utils.functional import Promise

from gebuur.apps.care.models import Feedback, HelpRequest, Match, Proposal, Visit
from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox import actions as outbox

Thing = HelpRequest | Proposal | Match | Visit | Feedback
LINK_DAYS = 60


def record(
    verb: Verb,
    thing: Thing,
    *,
    act: str,
    actor: Person | None,
    kind: ActorKind,
    at: dt.datetime | None = None,
) -> None:
    """Write the chronicle line of an act, with the street where it happened."""
    request = request_of(thing)
    chronicle.record(
        verb,
        thing,
        act=act,
        actor=actor,
        actor_kind=kind,
        neighbourhood=request.neighbourhood,
        street=request.seeker.street_id if request.seeker else None,
        at=at,
    )


def record_helper(
    verb: Verb,
    thing: Proposal | Match | Visit,
    *,
    act: str,
    actor: Person,
    at: dt.datetime | None = None,
) -> None:
    """Write down what the helper decided or did; staff who heard it only supported."""
    helper = proposal_side(thing).offer.person
    record(verb, thing, act=act, actor=helper, kind=ActorKind.VOLUNTEER, at=at)
    _noted(thing, act=act, by=helper, actor=actor, at=at)


def record_seeker(
    verb: Verb,
    thing: Proposal | Match | Visit,
    *,
    act: str,
    actor: Person,
    at: dt.datetime | None = None,
) -> None:
    """Write down what the seeker decided or did; staff who heard it only supported."""
    request = request_of(thing)
    speaks = actor.pk in (request.seeker_id, request.asked_by_id)
    seeker = actor if speaks else request.seeker
    record(verb, thing, act=act, actor=seeker, kind=ActorKind.NEIGHBOUR, at=at)
    _noted(thing, act=act, by=seeker, actor=actor, at=at)


def _noted(
    thing: Thing, *, act: str, by: Person | None, actor: Person, at: dt.datetime | None
) -> None:
    if by is None or actor.pk != by.pk:
        kind = ActorKind.PROFESSIONAL
        record(Verb.SUPPORTED, thing, act=f"{act}-noted", actor=actor, kind=kind, at=at)


def request_of(thing: Thing) -> HelpRequest:
    """The request to which a thing belongs."""
    if isinstance(thing, HelpRequest):
        return thing
    if isinstance(thing, Visit):
        return thing.match.request
    if isinstance(thing, Feedback):
        return thing.visit.match.request
    return thing.request


def proposal_side(thing: Proposal | Match | Visit) -> Proposal | Match:
    """What carries the offer of the helper."""
    return thing.match if isinstance(thing, Visit) else thing


def tell_seeker(request: HelpRequest, template: str, **words: Any) -> None:
    """Write to the seeker, or to whoever asked for her when she cannot be reached; with her own page."""
    reader = reader_of(request)
    expires_at = timezone.now() + dt.timedelta(days=LINK_DAYS)
    link = outbox.make_link(reader, "care:mine", request, expires_at=expires_at)
    outbox.send(
        reader, template=f"care/messages/{template}", context={"link": link, **words}, thing=request
    )


def reader_of(request: HelpRequest) -> Person:
    """Who reads for the seeker: she herself, unless only the one who asked can be reached."""
    assert request.seeker is not None  # noqa: S101 - the database holds it: care_request_complete
    seeker = request.seeker
    if request.asked_by is not None and not (seeker.phone or seeker.email or seeker.street_id):
        return request.asked_by
    return seeker


def put_on_call_list(
    request: HelpRequest, person: Person | None, about: str | Promise, *, now: dt.datetime
) -> None:
    """Ask the desk to phone somebody; written in the language of the house, whoever caused it."""
    with translation.override(settings.LANGUAGE_CODE):
        words = str(about)
    outbox.add_call(request.neighbourhood, actor=None, person=person, about=words, call_at=now)


def reads_at_once(person: Person) -> bool:
    """Whether a word reaches her within minutes, without somebody at the desk."""
    by_text = person.channel == Channel.SMS and bool(person.phone)
    return by_text or (person.channel in (Channel.MAIL, Channel.WEB) and bool(person.email))


@contextmanager
def in_words_for(reader: Person) -> Iterator[None]:
    """Put words together in the language of who will read them."""
    with translation.override(reader.language):
        yield


def side_of(actor: Person | None, thing: Proposal | Match | Visit) -> ActorKind:
    """As what somebody acts here: the helper as volunteer, the seeker as neighbour, else staff."""
    match = proposal_side(thing)
    if actor is not None and actor.pk == match.offer.person_id:
        return ActorKind.VOLUNTEER
    if actor is not None and actor.pk in (match.request.seeker_id, match.request.asked_by_id):
        return ActorKind.NEIGHBOUR
    return ActorKind.PROFESSIONAL if actor is not None else ActorKind.SERVICE
