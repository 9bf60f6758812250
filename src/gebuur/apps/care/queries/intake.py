"""What the desk reads while somebody is on the phone."""

import datetime as dt
import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Max
from django.http import QueryDict

from gebuur.apps.care.models import HelpRequest, Rhythm, State, Urgency
from gebuur.apps.care.queries.ranking import Ranked, RankedHelper
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person
from gebuur.apps.neighbourhood.queries import find_persons
from gebuur.core.errors import NotForYou

MOST_LOOKALIKES = 3
LONGEST_ROW = 3
DEFAULTS = {
    "channel": [Channel.PHONE.value],
    "urgency": [Urgency.WEEK.value],
    "rhythm": [Rhythm.ONCE.value],
    "languages": ["nl"],
}
Raw = dict[str, list[str]]


@dataclass(frozen=True)
class Lookalike:
    """Somebody we know who may be the one on the phone."""

    person: Person
    same_phone: bool
    other_phone: bool
    last_asked: dt.datetime | None


def get_call_for(staff: Person, pk: uuid.UUID) -> HelpRequest:
    """A call of the staff member's own neighbourhood; a finished one is found as well, by its state."""
    calls = HelpRequest.objects.select_related(
        "seeker__street", "asked_by", "task", "neighbourhood__organisation"
    )
    found = calls.filter(pk=pk, neighbourhood=staff.neighbourhood_id).first()
    if found is None:
        raise NotForYou
    return found


def raw_of(call: HelpRequest) -> Raw:
    """What was typed so far, per field; the usual answers when nothing was typed yet."""
    return json.loads(call.draft) if call.draft else dict(DEFAULTS)


def as_typed(raw: Mapping[str, Iterable[str]]) -> QueryDict:
    """The same as a posted form."""
    typed = QueryDict(mutable=True)
    for name, values in raw.items():
        typed.setlist(name, list(values))
    return typed


def list_lookalikes(place: Neighbourhood, typed: str, *, phone: str, name: str) -> list[Lookalike]:
    """People who may be the caller: by the whole line, by the number alone, by the name alone."""
    searches = dict.fromkeys(filter(None, (typed.strip(), phone, name.strip())))
    found: dict[uuid.UUID, Person] = {}
    for search in searches:
        for person in find_persons(place, search, limit=MOST_LOOKALIKES):
            found.setdefault(person.pk, person)
    shown = list(found.values())[:MOST_LOOKALIKES]
    asked = HelpRequest.objects.filter(seeker__in=shown).exclude(state=State.DRAFT)
    last = dict(asked.values_list("seeker").annotate(last=Max("created_at")))
    return [
        Lookalike(
            person=person,
            same_phone=bool(phone) and person.phone == phone,
            other_phone=bool(phone) and bool(person.phone) and person.phone != phone,
            last_asked=last.get(person.pk),
        )
        for person in shown
    ]


def row_of(ranked: Ranked, *, skipped: Iterable[str], swapped: bool) -> list[RankedHelper]:
    """Who is asked in turn: the ranking, without whom the professional skipped, first two swapped if she did."""
    without = set(skipped)
    row = [one for one in ranked.helpers if str(one.offer) not in without][:LONGEST_ROW]
    if swapped and len(row) > 1:
        row[0], row[1] = row[1], row[0]
    return row
