"""The boundary card: what two people agreed, for one side, in one language."""

import datetime as dt
from dataclasses import asdict, dataclass

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gebuur.apps.boundaries.models import Task
from gebuur.apps.boundaries.queries.catalogue import (
    FIRST,
    Line,
    in_language,
    list_urgent_lines,
    lists_in_language,
)
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.core import pdf, wording
from gebuur.core.phones import show_phone
from gebuur.core.wording import hours_in_words, listed

SEEKER, HELPER = "seeker", "helper"
HOUR, HALF = 60, 30


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """What is agreed. Build it only after both said yes: it carries names, address and numbers.

    `rhythm` is one of once, weekly, fortnightly, unknown; `part` is 0 morning, 1 afternoon, 2 evening
    and counts when `at` is not known. `minutes` is the limit the professional set, if she did.
    """

    task: Task
    place: Neighbourhood
    seeker_name: str
    helper_name: str
    word: str
    first_on: dt.date
    part: int
    rhythm: str
    at: dt.time | None = None
    minutes: int | None = None
    ends_on: dt.date | None = None
    note: str = ""
    seeker_address: str = ""
    seeker_phone: str = ""
    helper_phone: str = ""


@dataclass(frozen=True, kw_only=True)
class CardFacts:
    """Every word on the card, ready to be read; page and paper show the same."""

    language: str
    direction: str
    place: str
    for_whom: str
    heading: str
    what: str
    when: str
    when_more: str
    how_long: str
    where: str
    phone: str
    phone_words: str
    door_before: str
    word: str
    door_after: str
    note: str
    do_heading: str
    do: tuple[str, ...]
    dont_heading: str
    dont: tuple[str, ...]
    stop_intro: str
    stop_phrase: str
    stop_after: str
    call_heading: str
    call_phone: str
    call_words: str
    urgent_heading: str
    urgent: tuple[Line, ...]
    checked: dt.date | None
    foot: str


def languages_of_card(language: str) -> tuple[str, ...]:
    """Dutch first, and the person's own language when we speak it and it is another one."""
    own = language in dict(settings.LANGUAGES) and language != FIRST
    return (FIRST, language) if own else (FIRST,)


def card_pdf(meeting: Meeting, *, side: str, language: str, today: dt.date) -> bytes:
    """Set the card in large print: one A4 in Dutch, a second in the person's own language."""
    cards = [
        card_facts(meeting, side=side, language=code, today=today)
        for code in languages_of_card(language)
    ]
    with translation.override(FIRST):
        title = _("Card with what we agreed")
    return pdf.render(
        "card.typ", {"cards": [_for_paper(card) for card in cards]}, language=FIRST, title=title
    )


def _for_paper(card: CardFacts) -> dict[str, object]:
    lines = [{"number": line.number, "label": line.what_for} for line in card.urgent]
    return asdict(card) | {"urgent": lines, "checked": ""}


def card_facts(meeting: Meeting, *, side: str, language: str, today: dt.date) -> CardFacts:
    """Say what was agreed to one side (`seeker` or `helper`) in one language."""
    with translation.override(language):
        return _say(meeting, for_helper=side == HELPER, language=language, today=today)


def _say(meeting: Meeting, *, for_helper: bool, language: str, today: dt.date) -> CardFacts:
    own, other = _names(meeting, for_helper=for_helper)
    when, when_more = _when(meeting, today)
    door_before, door_after = _door(meeting, for_helper=for_helper)
    urgent = tuple(list_urgent_lines(meeting.place.organisation))
    checked = min((line.checked for line in urgent), default=None)
    place = meeting.place
    return CardFacts(
        language=language,
        direction=pdf.direction_of(language),
        place=f"Gebuur, {place.name}",
        for_whom=_("Card for %(own)s. %(other)s has the same one.") % {"own": own, "other": other},
        heading=_heading(meeting, for_helper=for_helper),
        what=in_language(meeting.task.names, language),
        when=when,
        when_more=when_more,
        how_long=_how_long(meeting, today),
        where="" if meeting.task.phone_only or not for_helper else meeting.seeker_address,
        phone=show_phone(meeting.seeker_phone if for_helper else meeting.helper_phone),
        phone_words=_("Phone of %(name)s:") % {"name": other},
        door_before=door_before,
        word=meeting.word,
        door_after=door_after,
        note=meeting.note,
        do_heading=_("What we do"),
        do=tuple(lists_in_language(meeting.task.do, language)),
        dont_heading=_("What we do not do"),
        dont=tuple(lists_in_language(meeting.task.dont, language)),
        stop_intro=_("Do you want to stop? Just say:"),
        stop_phrase=_("“Today it does not suit me.”"),
        stop_after=_("You need no reason."),
        call_heading=_("A question, or nobody there?"),
        call_phone=show_phone(place.contact_phone),
        call_words=listed((place.contact_name, hours_in_words(place.contact_hours))),
        urgent_heading=_("When it cannot wait"),
        urgent=urgent,
        checked=checked,
        foot=_foot(place, checked),
    )


def _names(meeting: Meeting, *, for_helper: bool) -> tuple[str, str]:
    names = (meeting.helper_name, meeting.seeker_name)
    return names if for_helper else (names[1], names[0])


def _heading(meeting: Meeting, *, for_helper: bool) -> str:
    if meeting.task.phone_only:
        said = _("You phone %(seeker)s") if for_helper else _("%(helper)s phones you")
    else:
        said = _("You go to %(seeker)s") if for_helper else _("%(helper)s comes to you")
    return said % {"seeker": meeting.seeker_name, "helper": meeting.helper_name}


def _when(meeting: Meeting, today: dt.date) -> tuple[str, str]:
    """The moment in bold, and what is said after it."""
    day = wording.day_in_words(meeting.first_on, today)
    weekday = date_format(meeting.first_on, "l")
    moment = _moment(meeting)
    if meeting.rhythm == "weekly":
        return (
            _("Every %(weekday)s %(moment)s") % {"weekday": weekday, "moment": moment},
            _(", from %(day)s on") % {"day": day},
        )
    if meeting.rhythm == "fortnightly":
        return (
            _("Every two weeks, on %(weekday)s %(moment)s")
            % {"weekday": weekday, "moment": moment},
            _(", from %(day)s on") % {"day": day},
        )
    said = pgettext("card", "%(day)s %(moment)s") % {"day": day, "moment": moment}
    return said[:1].upper() + said[1:], ""


def _moment(meeting: Meeting) -> str:
    if meeting.at is None:
        return (
            pgettext("card", "in the morning"),
            pgettext("card", "in the afternoon"),
            pgettext("card", "in the evening"),
        )[meeting.part]
    if meeting.at.minute == 0:
        return pgettext("card", "at %(hour)d o'clock") % {"hour": meeting.at.hour}
    return pgettext("card", "at %(time)s") % {"time": wording.clock(meeting.at)}


def _how_long(meeting: Meeting, today: dt.date) -> str:
    minutes = meeting.minutes or meeting.task.minutes
    limited = meeting.minutes or meeting.task.max_minutes
    said = _("At most %(time)s.") if limited else _("About %(time)s.")
    words = [
        said % {"time": minutes_in_words(meeting.minutes or meeting.task.max_minutes or minutes)}
    ]
    if meeting.ends_on:
        words.append(_("Until %(day)s.") % {"day": wording.day_in_words(meeting.ends_on, today)})
    elif meeting.rhythm in ("weekly", "fortnightly"):
        words.append(_("After four times we look together whether it still suits."))
    return " ".join(words)


def minutes_in_words(minutes: int) -> str:
    """`45 minutes`, `an hour`, `an hour and a half`, `3 hours`."""
    if minutes == HOUR:
        return _("an hour")
    if minutes == HOUR + HALF:
        return _("an hour and a half")
    if minutes % HOUR == 0 and minutes:
        return ngettext("%(count)d hour", "%(count)d hours", minutes // HOUR) % {
            "count": minutes // HOUR
        }
    return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}


def _door(meeting: Meeting, *, for_helper: bool) -> tuple[str, str]:
    """What is said before and after the word of the door (or of the phone)."""
    by_phone = meeting.task.phone_only
    if for_helper:
        before = _("On the phone you first say") if by_phone else _("At the door you say")
        after = _(". Then %(seeker)s knows it is you.") % {"seeker": meeting.seeker_name}
        return before, after
    before = (
        _("On the phone %(helper)s first says") if by_phone else _("At the door %(helper)s says")
    )
    after = (
        _(". Do you not hear it? Hang up.")
        if by_phone
        else _(". Do you not hear it? Keep the door shut.")
    )
    return before % {"helper": meeting.helper_name}, after


def _foot(place: Neighbourhood, checked: dt.date | None) -> str:
    again = _("Do you need a new card? Call %(name)s.") % {"name": place.contact_name}
    if checked is None:
        return again
    said = _("We checked the numbers on %(date)s.") % {"date": date_format(checked, "j F Y")}
    return f"{said} {again}"
