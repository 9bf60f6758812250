"""Words for what a group's pages show."""

from django import template
from django.utils.translation import gettext as _

from gebuur.apps.initiatives.forms.members import CHARGE_WORDS
from gebuur.apps.initiatives.models import Charge, Holding

register = template.Library()
FEWEST, MORE, MANY = 5, 10, 20


@register.filter
def charge_words(charge: str) -> str:
    """What somebody is trusted with."""
    return str(CHARGE_WORDS[Charge(charge)])


@register.filter
def charge_icon(charge: str) -> str:
    return {"lead": "signpost", "money": "coins", "dates": "calendar-days"}[charge]


@register.filter
def how_words(how: str) -> str:
    """How somebody came to carry it."""
    return {
        Holding.How.FOUNDED: _("began it"),
        Holding.How.TRUSTED: _("trusted by the group"),
        Holding.How.HANDED_OVER: _("handed over"),
    }[Holding.How(how)]


@register.filter
def band(size: int) -> str:
    """About how many neighbours; a few are not counted out loud."""
    if size < FEWEST:
        return _("a few neighbours")
    if size < MORE:
        return _("5 to 9 neighbours")
    return _("10 to 19 neighbours") if size < MANY else _("20 neighbours or more")
