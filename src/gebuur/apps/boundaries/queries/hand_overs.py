"""Reading hand-overs: what went to a service, and what came back."""

import datetime as dt
import uuid

from django.db.models import QuerySet

from gebuur.apps.boundaries.models import HandOver
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.outbox.models import AnswerLink, Message
from gebuur.core.errors import NotForYou

WAITING = (HandOver.State.ASKED, HandOver.State.ACCEPTED)
TO_THE_PERSON = "boundaries/messages/mediation_explained"


def get_hand_over_for(staff: Person, pk: uuid.UUID) -> HandOver:
    """A hand-over of the staff member's own neighbourhood."""
    found = _rows().filter(pk=pk, neighbourhood=staff.neighbourhood_id).first()
    if found is None:
        raise NotForYou
    return found


def get_hand_over_by_link(link: AnswerLink) -> HandOver:
    """The hand-over a service may read; once the person took her question back it is gone."""
    found = _rows().filter(pk=link.thing).exclude(state=HandOver.State.WITHDRAWN).first()
    if found is None:
        raise NotForYou
    return found


def list_hand_overs(place: Neighbourhood) -> QuerySet[HandOver]:
    """What still waits for a word back, the nearest deadline first."""
    return _listed(place).filter(state__in=WAITING).order_by("answer_by", "created_at")


def list_unanswered_hand_overs(place: Neighbourhood, *, today: dt.date) -> QuerySet[HandOver]:
    """What waits longer than was agreed."""
    return list_hand_overs(place).filter(answer_by__lt=today)


def list_finished_hand_overs(place: Neighbourhood, *, limit: int = 50) -> QuerySet[HandOver]:
    """The last ones that were answered or taken back."""
    return _listed(place).exclude(state__in=WAITING).order_by("-created_at")[:limit]


def list_mails_about(hand_over: HandOver) -> QuerySet[Message]:
    """What left for the service, without its text."""
    mails = Message.objects.filter(thing=hand_over.pk).exclude(template=TO_THE_PERSON)
    return mails.defer("body").order_by("created_at")


def list_mediations(place: Neighbourhood) -> QuerySet[HandOver]:
    """Who waits for a word of the mediators, the nearest deadline first."""
    return list_hand_overs(place).filter(kind=HandOver.Kind.MEDIATION)


def list_finished_mediations(place: Neighbourhood, *, limit: int = 20) -> QuerySet[HandOver]:
    """The last ones about which the mediators said something, or that were taken back."""
    rows = _listed(place).filter(kind=HandOver.Kind.MEDIATION)
    return rows.exclude(state__in=WAITING).order_by("-created_at")[:limit]


def reference_of(hand_over: HandOver) -> str:
    """A short sign by which both sides speak of it without a name."""
    return hand_over.pk.hex[-6:].upper()


def _rows() -> QuerySet[HandOver]:
    return HandOver.objects.select_related(
        "person__street", "neighbourhood", "consent__noted_by", "handed_by"
    )


def _listed(place: Neighbourhood) -> QuerySet[HandOver]:
    rows = HandOver.objects.filter(neighbourhood=place).select_related("person")
    return rows.defer("what", "neighbour_may", "message_back")
