"""Words for what is said in a group: `{% load deciding %}`."""

from collections.abc import Iterable

from django import template
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from gebuur.core.wording import comma

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


@register.filter
def named(names: Iterable[str]) -> SafeString:
    """First names, one after the other, each in its own direction."""
    return format_html_join(comma(), "<bdi>{}</bdi>", ((name,) for name in names))
