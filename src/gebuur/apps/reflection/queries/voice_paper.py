"""The sheet on paper: the same questions in the same order, with boxes to tick, one page per language."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from gebuur.apps.reflection.models import Kind, VoiceRound
from gebuur.apps.reflection.queries.voice import address_of, heading_of, questions_asked, takes_line
from gebuur.core import pdf, qr
from gebuur.core.phones import show_phone
from gebuur.core.wording import day_in_words

FIRST = "nl"


def languages_of_sheets() -> list[tuple[str, str]]:
    """The languages in which sheets can be printed, each in its own words."""
    return [
        (code, translation.get_language_info(code)["name_local"])
        for code, _name in settings.LANGUAGES
    ]


def sheets_pdf(one: VoiceRound, languages: Iterable[str]) -> bytes:
    """Set one page per language on A4."""
    address = address_of(one)
    data = {
        "sheets": [_sheet(one, code) for code in languages],
        "place": f"Gebuur, {one.neighbourhood.name}",
        "phone": show_phone(one.neighbourhood.contact_phone),
        "address": address.partition("://")[2],
        "qr": qr.square(address).svg(),
    }
    return pdf.render("voice.typ", data, language=FIRST, title=one.title)


def _sheet(one: VoiceRound, code: str) -> dict[str, Any]:
    """Everything one page says."""
    with translation.override(code):
        words = {"name": one.neighbourhood.contact_name}
        return {
            "language": code,
            "direction": pdf.direction_of(code),
            "heading": heading_of(one),
            "about": one.title,
            "day": (
                _("For everybody who lives in this street.")
                if one.kind == Kind.PULSE
                else day_in_words(one.on, one.on)
            ),
            "lead": _("Tick one box per question. We do not ask your name."),
            "questions": [
                {
                    "words": question.words.in_language(code),
                    "answers": [answer.words.in_language(code) for answer in question.answers],
                }
                for question in questions_asked(one)
            ],
            "line": _("Do you want to say anything else?") if takes_line(one) else "",
            "warning": _("One sentence is fine. Write no names, and nothing that points to you."),
            "back": _("Give this sheet back, folded. %(name)s mixes all sheets first.") % words,
            "rather": _("Rather with your phone? Scan the square. Or call %(name)s:") % words,
            "until": _("Until %(day)s.") % {"day": day_in_words(one.until, one.on)},
            "qr_words": _("QR code of %(address)s") % {"address": address_of(one)},
        }
