"""Words for what care shows: reasons of a proposal, to staff and to the helper herself."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.core.weekparts import ALL, moments_in_words

register = template.Library()

ICONS = {
    "known": "handshake",
    "waits_first_time": "sprout",
    "waited": "sprout",
    "nearby": "footprints",
    "far": "footprints",
    "phone_task": "phone",
    "shares_first_language": "messages-square",
    "other_language_only": "messages-square",
    "shared_slots": "calendar-days",
    "single_slot": "calendar-days",
}


@dataclass(frozen=True)
class Said:
    """One reason in words: its icon, and whether it is something to know rather than a point in favour."""

    words: str
    icon: str
    less: bool


@register.filter
def asked_moments(slots: int) -> str:
    """When somebody may come; a question without a moment is good at any moment."""
    return moments_in_words(slots or ALL)


@register.filter
def for_staff(reasons: list[dict[str, Any]]) -> list[Said]:
    """Reasons as the professional reads them: about a volunteer."""
    return [
        _said(reason, _about_helper(reason["code"], reason.get("number") or 0))
        for reason in reasons
    ]


@register.filter
def for_helper(reasons: list[dict[str, Any]]) -> list[Said]:
    """Reasons as the volunteer reads them: about you, and nothing about the seeker."""
    said = [(reason, _about_you(reason["code"], reason.get("number") or 0)) for reason in reasons]
    return [_said(reason, words) for reason, words in said if words]


def _said(reason: dict[str, Any], words: str) -> Said:
    speaks_for = bool(reason.get("speaks_for", True))
    return Said(
        words, ICONS.get(reason["code"], "info") if speaks_for else "info", less=not speaks_for
    )


def _about_helper(code: str, number: int) -> str:
    plain = {
        "known": _("They know each other, and both were happy with it"),
        "phone_task": _("By phone, so distance does not matter"),
        "shares_first_language": _("Speaks the seeker's own language"),
        "other_language_only": _("They share another language, not the first one"),
        "single_slot": _("One moment in common"),
        "never_met": _("They have not met before"),
    }
    return plain.get(code) or _counted(code, number)


def _counted(code: str, number: int) -> str:
    if code in {"nearby", "far"}:
        return ngettext("%(n)d minute on foot", "%(n)d minutes on foot", number) % {"n": number}
    if code == "shared_slots":
        return ngettext("%(n)d moment in common", "%(n)d moments in common", number) % {"n": number}
    if code == "waits_first_time":
        waits = ngettext(
            "Waits %(n)d week for a first time", "Waits %(n)d weeks for a first time", number
        )
        return waits % {"n": number} if number else _("Just began and waits for a first time")
    if code == "waited":
        return ngettext("Last helped %(n)d week ago", "Last helped %(n)d weeks ago", number) % {
            "n": number
        }
    if code == "recently_asked":
        return _("Got a question this week or last week")
    return _("Helped somebody a short time ago")


def _about_you(code: str, number: int) -> str:
    if code == "waits_first_time":
        waits = ngettext(
            "You have waited %(n)d week for your first time.",
            "You have waited %(n)d weeks for your first time.",
            number,
        )
        return waits % {"n": number} if number else _("It would be your first time.")
    if code == "waited":
        ago = ngettext(
            "You last helped %(n)d week ago.", "You last helped %(n)d weeks ago.", number
        )
        return ago % {"n": number}
    return {
        "known": _("You know each other already."),
        "nearby": _("It is close to you."),
        "phone_task": _("You do this by phone, from home."),
        "shares_first_language": _("You speak the same language."),
        "shared_slots": _("The moments suit you."),
        "single_slot": _("There is one moment that suits you both."),
    }.get(code, "")
