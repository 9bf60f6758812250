"""Reading cases: the three of the training in the words of the house, and those the house wrote itself."""

import datetime as dt
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from gebuur.apps.framing.queries import FrameRow, Place, list_frames
from gebuur.apps.neighbourhood.models import Organisation, Person, SearchToken, Street
from gebuur.apps.reflection.models import OwnCase
from gebuur.core.errors import NotForYou
from gebuur.core.ids import as_uuid
from gebuur.core.search import words
from gebuur.domain import disclosure, frames

# Small words in names that begin many sentences; by themselves they name nobody.
PARTICLES = frozenset("van de den der het te ter ten el la le du di al bin und von op in".split())  # noqa: SIM905
# Between fields that are read as one text; no form lets it through.
BETWEEN = "\0"
Said = frames.Words | Place


@dataclass(frozen=True)
class FrameLink:
    """A frame that a reading speaks of."""

    kind: str
    key: str
    name: Place


@dataclass(frozen=True)
class ReadingRow:
    """What somebody saw through a lens: an opinion, with where it comes from and how sure that is."""

    said: Said
    source: frames.Words
    sure: str
    links: list[FrameLink]


@dataclass(frozen=True)
class LensRow:
    """A lens with what it showed; nothing is fine as well."""

    lens: frames.Lens
    readings: list[ReadingRow]


@dataclass(frozen=True)
class CaseSheet:
    """A case opened, to read or to play; `own` is its row when the organisation wrote it."""

    key: str
    title: Said
    story: list[Said]
    asks: list[Said]
    lenses: list[LensRow]
    source: frames.Words
    own: OwnCase | None = None


def list_own_cases(organisation: Organisation) -> QuerySet[OwnCase]:
    """What the organisation wrote, the newest first."""
    return OwnCase.objects.filter(organisation=organisation).order_by("-written_at")


def list_training_cases(organisation: Organisation, *, today: dt.date) -> list[FrameRow]:
    """The three of the training, in the organisation's own words."""
    return list_frames(organisation, "cases", today=today)


def get_own_case_for(reader: Person, pk: uuid.UUID) -> OwnCase:
    """A case of one's own organisation; those of others do not exist."""
    own = OwnCase.objects.filter(organisation=reader.neighbourhood.organisation_id)
    found = own.filter(pk=pk).select_related("organisation").first()
    if found is None:
        raise NotForYou
    return found


def open_case_for(reader: Person, key: str, *, today: dt.date) -> CaseSheet:
    """A case by its key: a word for one of the training, an id for an own one."""
    organisation = reader.neighbourhood.organisation
    row = next((r for r in list_training_cases(organisation, today=today) if r.key == key), None)
    if row is not None:
        return _of_training(row, organisation, today)
    pk = as_uuid(key)
    if pk is None:
        raise NotForYou
    return _of_house(get_own_case_for(reader, pk), organisation, today)


def find_case(reader: Person, key: str, *, today: dt.date) -> CaseSheet | None:
    """The case that a sitting is about; None without one, or when it was withdrawn meanwhile."""
    try:
        return open_case_for(reader, key, today=today) if key else None
    except NotForYou:
        return None


def opinions_on(case: CaseSheet | None, lens: str) -> list[ReadingRow]:
    """What others saw in a case through one lens."""
    rows = case.lenses if case else []
    return [reading for row in rows if row.lens.key == lens for reading in row.readings]


def remarks_of(case: OwnCase) -> dict[str, str]:
    """What the writer saw, by lens."""
    return dict(json.loads(case.remarks)) if case.remarks else {}


def paragraphs_of(story: str) -> list[str]:
    """The paragraphs of a story: what stands between empty lines."""
    return [part.strip() for part in story.split("\n\n") if part.strip()]


def read_along(organisation: Organisation, texts: Mapping[str, str]) -> disclosure.Reading:
    """What points, or may point, to a person in any neighbourhood of the organisation; all texts read as one."""
    text = BETWEEN.join(texts.values())
    parts = set().union(*disclosure.words_of(text).values(), set()) - PARTICLES
    tokens = SearchToken.objects.filter(
        neighbourhood__organisation=organisation, token__in={part[:40] for part in parts}
    )
    people = Person.objects.filter(pk__in=tokens.values("person"))
    pairs = people.values_list("first_name", "last_name").distinct()
    names = {word for pair in pairs for name in pair for word in words(name) if len(word) > 1}
    streets = Street.objects.filter(neighbourhood__organisation=organisation)
    return disclosure.read_along(
        text, names=names & parts, streets=set(streets.values_list("name", flat=True))
    )


def with_other_words(
    texts: Mapping[str, str], seen: disclosure.Reading, *, by: Mapping[disclosure.Kind, list[str]]
) -> dict[str, str]:
    """The same texts with other words for what points to a person; one person is called the same in all of them."""
    whole = disclosure.replace_pointers(BETWEEN.join(texts.values()), seen.pointers, by=by)
    return dict(zip(texts, whole.split(BETWEEN), strict=True))


def _of_training(row: FrameRow, organisation: Organisation, today: dt.date) -> CaseSheet:
    case = next(one for one in frames.CASES if one.key == row.key)
    shown = [place for place in row.places if place.field == "readings"]
    links = _links(organisation, today)
    readings = [
        (
            reading.lens,
            ReadingRow(
                place,
                _source(reading.source),
                reading.sure,
                [links[key] for key in reading.refers_to],
            ),
        )
        for reading, place in zip(case.readings, shown, strict=True)
    ]
    return CaseSheet(
        key=row.key,
        title=row.name,
        story=[place for place in row.places if place.field == "story"],
        asks=[place for place in row.places if place.field == "asks"],
        lenses=[
            LensRow(lens, [one for key, one in readings if key == lens.key])
            for lens in frames.LENSES
        ],
        source=_source(case.source),
    )


def _of_house(case: OwnCase, organisation: Organisation, today: dt.date) -> CaseSheet:
    remarks, ours = remarks_of(case), frames.Words("Eigen casus", "Own case")
    asks = list_training_cases(organisation, today=today)[0].places
    return CaseSheet(
        key=str(case.pk),
        title=_as_written(case.title),
        story=[_as_written(part) for part in paragraphs_of(case.story)],
        asks=[place for place in asks if place.field == "asks"],
        lenses=[
            LensRow(
                lens,
                [ReadingRow(_as_written(remarks[lens.key]), ours, frames.Sure.OWN, [])]
                if lens.key in remarks
                else [],
            )
            for lens in frames.LENSES
        ],
        source=ours,
        own=case,
    )


def _as_written(text: str) -> frames.Words:
    """What somebody wrote is the same in every language."""
    return frames.Words(text, text)


def _links(organisation: Organisation, today: dt.date) -> dict[str, FrameLink]:
    kinds = [lens.kind for lens in frames.LENSES if lens.kind]
    return {
        row.key: FrameLink(kind, row.key, row.name)
        for kind in kinds
        for row in list_frames(organisation, kind, today=today)
    }


def _source(key: str) -> frames.Words:
    return next(one.words for one in frames.SOURCES if one.key == key)
