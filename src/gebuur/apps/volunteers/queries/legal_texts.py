"""The texts of an organisation: which version holds on a day, and all that were."""

import datetime as dt
from collections.abc import Mapping

from gebuur.apps.neighbourhood.models import Neighbourhood, Organisation
from gebuur.apps.volunteers.models import TEXTS, LegalItem, LegalText
from gebuur.domain.frames import STARTING_TEXTS

LONG_AGO = dt.date(2000, 1, 1)


def text_in_force(organisation: Organisation, item: LegalItem, *, on: dt.date) -> LegalText:
    """The version that holds on a day; until the organisation has its own, the words it can start with."""
    held = LegalText.objects.filter(organisation=organisation, item=item, valid_from__lte=on)
    return held.order_by("-version").first() or starting_text(organisation, item)


def starting_text(organisation: Organisation, item: LegalItem) -> LegalText:
    """Version 1, not yet kept."""
    return LegalText(
        organisation=organisation,
        item=item,
        version=1,
        words=STARTING_TEXTS[item.value].as_dict(),
        valid_from=LONG_AGO,
    )


def list_versions(organisation: Organisation, item: LegalItem) -> list[LegalText]:
    """Every version, the newest first."""
    kept = LegalText.objects.filter(organisation=organisation, item=item).select_related("made_by")
    return list(kept.order_by("-version")) or [starting_text(organisation, item)]


def texts_in_force(organisation: Organisation, *, on: dt.date) -> list[LegalText]:
    """The three texts as they hold on a day."""
    return [text_in_force(organisation, item, on=on) for item in TEXTS]


def filled_in(words: str, place: Neighbourhood, blanks: Mapping[str, str]) -> str:
    """A text with the names of the place, and what else is known, written into its blanks."""
    known = {
        "organisation": place.organisation.name,
        "place": place.name,
        "contact": place.contact_name,
        "phone": place.contact_phone,
        "hours": place.contact_hours,
    } | dict(blanks)
    for name, value in known.items():
        words = words.replace("{" + name + "}", value)
    return words
