"""The texts of an organisation: which version holds on a day, and all that were."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.utils.translation import ngettext

from gebuur.apps.boundaries.queries import in_language
from gebuur.apps.neighbourhood.models import Neighbourhood, Organisation
from gebuur.apps.volunteers.models import TEXTS, LegalItem, LegalText, Offer
from gebuur.core import pdf
from gebuur.core.errors import NotForYou
from gebuur.core.phones import show_phone
from gebuur.core.weekparts import moments_in_words
from gebuur.core.wording import hours_in_words, listed
from gebuur.domain.frames import STARTING_TEXTS

TEXT_ITEMS = tuple(item.value for item in TEXTS)
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


def get_version(organisation: Organisation, item: str, version: str, *, on: dt.date) -> LegalText:
    """One version of a text by its number, or the one that holds on a day; else it does not exist."""
    if item not in TEXT_ITEMS:
        raise NotForYou
    if not version:
        return text_in_force(organisation, LegalItem(item), on=on)
    for text in list_versions(organisation, LegalItem(item)):
        if str(text.version) == version:
            return text
    raise NotForYou


@dataclass(frozen=True)
class Part:
    """A heading, with its sentences and its points under it."""

    heading: str
    lines: list[tuple[bool, str]]


@dataclass(frozen=True)
class Paper:
    """A text as somebody reads it: filled in, in one language."""

    item: str
    title: str
    language: str
    version: int
    parts: list[Part]


def paper_of(
    text: LegalText, place: Neighbourhood, blanks: Mapping[str, str], *, language: str
) -> Paper:
    """A text in a language, or in Dutch when it is not written in that language."""
    code = language if language in text.words else "nl"
    parts: list[Part] = []
    for raw in filled_in(text.words.get(code, ""), place, blanks).splitlines():
        line = raw.strip()
        if line.startswith("# "):
            parts.append(Part(line[2:], []))
        elif line:
            if not parts:
                parts.append(Part("", []))
            is_point = line.startswith("- ")
            parts[-1].lines.append((is_point, line[2:] if is_point else line))
    return Paper(text.item, text.title, code, text.version, parts)


def papers_for(offer: Offer, *, on: dt.date, language: str) -> list[Paper]:
    """The texts that hold for a volunteer on a day, with her name and her tasks in them."""
    place = offer.neighbourhood
    blanks = blanks_of(offer)
    texts = texts_in_force(place.organisation, on=on)
    return [paper_of(text, place, blanks, language=language) for text in texts]


def blanks_of(offer: Offer) -> dict[str, str]:
    """What is known of one volunteer for the blanks of a text."""
    ticked = offer.tasks.select_related("task").order_by("task__position")
    return {
        "volunteer": offer.person.full_name,
        "tasks": listed(in_language(one.task.names) for one in ticked),
        "when": moments_in_words(offer.slots),
        "often": ngettext(
            "at most %(n)d time a month", "at most %(n)d times a month", offer.per_month
        )
        % {"n": offer.per_month},
    }


def pdf_of(paper: Paper, place: Neighbourhood, *, signers: list[str], foot: str) -> bytes:
    """A text to print; with a line to sign for each of the signers."""
    sheet = {
        "heading": paper.title,
        "parts": [asdict(part) for part in paper.parts],
        "signers": signers,
        "sender": [place.organisation.name, show_phone(place.contact_phone)],
        "foot": foot,
    }
    return pdf.render("paper.typ", sheet, language=paper.language, title=paper.title)


def filled_in(words: str, place: Neighbourhood, blanks: Mapping[str, str]) -> str:
    """A text with the names of the place, and what else is known, written into its blanks."""
    known = {
        "organisation": place.organisation.name,
        "place": place.name,
        "contact": place.contact_name,
        "phone": show_phone(place.contact_phone),
        "hours": hours_in_words(place.contact_hours),
    } | dict(blanks)
    for name, value in known.items():
        words = words.replace("{" + name + "}", value)
    return words
