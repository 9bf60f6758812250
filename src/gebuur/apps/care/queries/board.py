"""The open board: what, when, and an area of at least ten households; never who."""

import uuid
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from gebuur.apps.boundaries.queries import in_language
from gebuur.apps.care.models import OPEN_STATES, HelpRequest, Proposal
from gebuur.apps.care.queries.for_people import rhythm_in_words, seeker_of, task_of
from gebuur.apps.neighbourhood.models import Neighbourhood, Street, StreetAdjacency
from gebuur.apps.volunteers.models import Offer
from gebuur.core.errors import NotForYou
from gebuur.core.phones import PhoneUnreadable, read_phone
from gebuur.core.wording import language_names
from gebuur.domain.disclosure import merge_small_areas

SHOWN = 30
FEWEST_HOUSEHOLDS = 10


@dataclass(frozen=True)
class Question:
    """A question on the board, as anybody may read it."""

    pk: uuid.UUID
    request: HelpRequest
    task: str
    icon: str
    slots: int
    rhythm: str
    area: str
    languages: str


def board(place: Neighbourhood) -> list[Question]:
    """Open questions on the board, the longest waiting first."""
    asked = list(_on_board(place).order_by("waiting_since")[:SHOWN])
    areas = areas_of(place) if asked else {}
    return [_question(one, areas) for one in asked]


def get_board_question(place: Neighbourhood, pk: uuid.UUID) -> Question:
    """One question that is on the board now."""
    found = _on_board(place).filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return _question(found, areas_of(place))


def find_offer(place: Neighbourhood, *, first_name: str, contact: str) -> Offer | None:
    """The living offer of somebody with this first name and this number or mail address."""
    offers = Offer.objects.filter(
        neighbourhood=place, stopped_at__isnull=True, person__first_name__iexact=first_name.strip()
    ).select_related("person")
    return offers.filter(_reached_by(contact.strip())).first()


def _reached_by(contact: str) -> Q:
    if "@" in contact:
        return Q(person__email__iexact=contact)
    try:
        return Q(person__phone=read_phone(contact))
    except PhoneUnreadable:
        return Q(pk__isnull=True)


def _on_board(place: Neighbourhood) -> QuerySet[HelpRequest]:
    asked = HelpRequest.objects.filter(neighbourhood=place, on_board=True, state__in=OPEN_STATES)
    taken = Proposal.objects.filter(request=OuterRef("pk"), state=Proposal.State.YES)
    return asked.exclude(Exists(taken)).select_related("task", "seeker__street")


def _question(asked: HelpRequest, areas: dict[str, str]) -> Question:
    task, seeker = task_of(asked), seeker_of(asked)
    here = (
        areas.get(str(seeker.street_id), "")
        if not task.phone_only
        else _("by phone, from your home")
    )
    return Question(
        pk=asked.pk,
        request=asked,
        task=in_language(task.names),
        icon=task.icon,
        slots=asked.slots,
        rhythm=rhythm_in_words(asked.rhythm),
        area=here or _("somewhere in the neighbourhood"),
        languages=language_names(asked.languages),
    )


def areas_of(place: Neighbourhood) -> dict[str, str]:
    """For every street the area to name it by; small streets join a neighbour until ten households."""
    streets = {str(street.pk): street for street in Street.objects.filter(neighbourhood=place)}
    beside: dict[str, set[str]] = {key: set() for key in streets}
    for a, b in StreetAdjacency.objects.filter(neighbourhood=place).values_list("a_id", "b_id"):
        beside[str(a)].add(str(b))
        beside[str(b)].add(str(a))
    groups = merge_small_areas(
        {key: street.households for key, street in streets.items()},
        beside,
        minimum=FEWEST_HOUSEHOLDS,
    )
    members: dict[str, list[str]] = {}
    for key, group in groups.items():
        if group is not None:
            members.setdefault(group, []).append(streets[key].name)
    return {
        key: " – ".join(sorted(members[group]))
        for key, group in groups.items()
        if group is not None
    }
