"""Words for what is said in a group: `{% load deciding %}`."""

from django import template
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()

STANCES: dict[str, str | Promise] = {
    "yes": _("Yes"),
    "doubt": _("A doubt"),
    "objection": _("An objection"),
    "no": _("No"),
    "abstain": _("No opinion"),
}


@register.filter
def stance(word: str) -> str:
    """What somebody said, in a word."""
    return str(STANCES.get(word, word))


@register.filter
def euro(cents: int) -> str:
    """An amount as people here write it: `12,50`."""
    return number_format(abs(cents) / 100, 2, force_grouping=True)
