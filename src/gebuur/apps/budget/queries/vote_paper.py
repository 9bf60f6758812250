"""The vote on paper: letters with a code, slips with a key, the paper ballot and the poster."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gebuur.apps.budget.models import RollEntry, Round
from gebuur.apps.budget.queries.codes import in_groups
from gebuur.apps.budget.queries.frames import Frame
from gebuur.apps.budget.queries.votes import POINTS, Choice
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.core import pdf, qr, wording
from gebuur.core.money import euros
from gebuur.core.phones import show_phone

SPOKEN = {code for code, _name in settings.LANGUAGES}
STAFF = "nl"


def vote_address(one: Round) -> str:
    """The whole address where a neighbour votes, short enough to type from a letter."""
    return str(settings.SITE_ADDRESS) + reverse("budget:ballot-door", args=[one.neighbourhood.slug])


def code_letters(frame: Frame, coded: Iterable[tuple[RollEntry, str]]) -> bytes:
    """Set a letter with a code for each, in her language, with her address behind the window."""
    letters = [_letter(frame, entry, code) for entry, code in coded]
    with translation.override(STAFF):
        return pdf.letters(letters, title=_("Letters with a code"))


def _letter(frame: Frame, entry: RollEntry, code: str) -> pdf.Letter:
    language = entry.language if entry.language in SPOKEN else STAFF
    one = entry.round
    with translation.override(language):
        return pdf.Letter(
            language=language,
            sender=_sender(one.neighbourhood),
            address=(entry.name, *(part.strip() for part in entry.address.split(","))),
            date=wording.day_in_words(timezone.localdate(), dt.date.min),
            heading=_("You can vote"),
            body="\n\n".join(_letter_words(frame, one.neighbourhood)),
            code_words=_("Go to this page and type your code:"),
            code=code,
            code_address=vote_address(one).partition("://")[2],
            foot=_("Nobody here keeps your code. Lost it? Ask us for a new one."),
        )


def _letter_words(frame: Frame, place: Neighbourhood) -> list[str]:
    return [
        _("The neighbours of %(place)s choose what happens with %(money)s.")
        % {"place": place.name, "money": euros(frame.pot_cents)},
        _vote_days(frame),
        _("You may vote as often as you want: your last ballot counts. Nobody can see what you chose."),
        _("Would you rather vote on paper? Come to us, or phone %(name)s: %(phone)s.")
        % {"name": place.contact_name, "phone": show_phone(place.contact_phone)},
    ]  # fmt: skip


def _vote_days(frame: Frame) -> str:
    return _("You can vote from %(first)s to %(last)s.") % {
        name: wording.day_in_words(frame.days[day], dt.date.min)
        for name, day in (("first", "vote_from"), ("last", "vote_until"))
    }


def _sender(place: Neighbourhood) -> tuple[str, ...]:
    who = f"{place.contact_name}, {show_phone(place.contact_phone)}"
    return (f"Gebuur, {place.name}", who, wording.hours_in_words(place.contact_hours))


def key_slips(one: Round, keys: Sequence[str]) -> bytes:
    """Set three sheets, each with one key, for three people who keep them apart."""
    with translation.override(STAFF):
        holders = (_("For the coordinator"), _("For the local authority"), _("For a neighbour"))
        slips = [_slip(one, holder, key) for holder, key in zip(holders, keys, strict=True)]
        return pdf.letters(slips, title=_("Three keys of the ballot box"))


def _slip(one: Round, holder: str, key: str) -> pdf.Letter:
    words = [
        _("This is one of the three keys of the ballot box. Any two of them open it."),
        _("Put this sheet in an envelope, close it, and write your name over the edge."),
        _("Keep it until the count. Copy it nowhere, and take no picture of it."),
        _("Tear it up after the count."),
    ]
    return pdf.Letter(
        language=STAFF, sender=_sender(one.neighbourhood), address=(holder, one.title),
        date=wording.day_in_words(timezone.localdate(), dt.date.min), heading=holder,
        body="\n\n".join(words), code_words=_("The key, to type at the count:"), code=in_groups(key),
    )  # fmt: skip


def paper_ballot(one: Round, frame: Frame, choices: Sequence[Choice], *, language: str) -> bytes:
    """Set the ballot that is filled in with a pen. All of them are the same."""
    with translation.override(language):
        data = {
            "heading": one.title,
            "place": f"Gebuur, {one.neighbourhood.name}",
            "how": how_to_choose(frame),
            "points": frame.ballot == Round.Ballot.POINTS,
            "choices": [{"title": each.title, "cost": euros(each.cents)} for each in choices],
            "foot": [
                _("Put nothing else on this sheet, and no name."),
                _("Fold it, and put it in the ballot box yourself."),
            ],
        }
        return pdf.render("paper_ballot.typ", data, language=language, title=_("Paper ballot"))


def how_to_choose(frame: Frame) -> str:
    """Say how to fill in a ballot of this round."""
    most = frame.most_choices
    if frame.ballot == Round.Ballot.POINTS:
        said = _("Divide %(points)d points over the proposals.") % {"points": POINTS}
    elif frame.ballot == Round.Ballot.KNAPSACK:
        said = _("Choose what you want. Together it may cost %(pot)s.")
        said %= {"pot": euros(frame.pot_cents)}
    else:
        said = _("Choose every proposal that you like.")
    return said if most is None else said + " " + _("At most %(most)d.") % {"most": most}


def limit_of(frame: Frame) -> str:
    """How much there is to give on one ballot, in words; nothing when there is no limit."""
    if frame.ballot == Round.Ballot.KNAPSACK:
        return euros(frame.pot_cents)
    if frame.ballot == Round.Ballot.POINTS:
        return _("%(points)d points") % {"points": POINTS}
    return "" if frame.most_choices is None else str(frame.most_choices)


def vote_poster(one: Round, frame: Frame, *, language: str) -> bytes:
    """Set the poster for doors and windows."""
    address = vote_address(one)
    place = one.neighbourhood
    with translation.override(language):
        data: dict[str, Any] = {
            "place": f"Gebuur, {place.name}",
            "heading": _("Vote for your neighbourhood"),
            "lead": _("%(money)s for the neighbourhood. You say what it is for.")
            % {"money": euros(frame.pot_cents)},
            "days": _vote_days(frame),
            "who": frame.who_may_vote,
            "paper": _("No screen? Come to us and vote on paper."),
            "phone": show_phone(place.contact_phone),
            "address": address.partition("://")[2],
            "qr": qr.square(address).svg(),
            "qr_words": _("QR code of %(address)s") % {"address": address},
        }
        return pdf.render("vote_poster.typ", data, language=language, title=data["heading"])
