"""Words for what was seen and what was agreed to."""

from django import template
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def page_words(page: str) -> str:
    """What a page of the log is about, by the first part of its name."""
    if page.endswith("card"):
        return _("the card with what you agreed")
    if page in {"person-file", "person-export"}:
        return _("everything, as a sheet or a file")
    kinds = {
        "care": _("a question"),
        "boundaries": _("a worry or a question for a service"),
        "person": _("the address card"),
        "volunteers": _("the offer to help"),
        "initiatives": _("your group, while you were on the phone"),
        "outbox": _("a message or a call"),
        "message": _("a message or a call"),
        "hand": _("a worry or a question for a service"),
    }
    return kinds.get(page.partition(":")[0].partition("-")[0], _("the address card"))


@register.filter
def purpose_words(purpose: str) -> str:
    return {
        "contact": _("We may contact you"),
        "share_address": _("A helper gets your address after you said yes"),
        "hand_over": _("Your question may go to a service"),
        "story": _("We may tell your story"),
    }.get(purpose, purpose)
