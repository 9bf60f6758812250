"""Showing agendas: kinds in words, minutes as people say them."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.apps.workshops.forms import KINDS, LANGUAGES, KindWords
from gebuur.apps.workshops.queries.agenda import Timed
from gebuur.core.looks import LIGHTS

register = template.Library()
HOUR = 60


@register.filter
def kind_words(kind: str) -> KindWords:
    """How a kind of block is named and explained."""
    return KINDS[kind]


@register.filter
def screen_language(code: str) -> str:
    """`Dutch`."""
    return str(LANGUAGES[code])


@register.filter
def light_word(light: str) -> str:
    """The traffic light of a task, in words."""
    return str(LIGHTS[light].word)


@register.filter
def lasts(minutes: int) -> str:
    """`45 minutes`, `1 hour`, `3 hours and 40 minutes`."""
    hours, rest = divmod(minutes, HOUR)
    of_hours = ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    of_rest = ngettext("%(count)d minute", "%(count)d minutes", rest) % {"count": rest}
    if not hours:
        return of_rest
    return (
        _("%(hours)s and %(minutes)s") % {"hours": of_hours, "minutes": of_rest}
        if rest
        else of_hours
    )


@register.filter
def button_of(timed: Timed, way: str) -> str:
    """The name of one of the two move buttons of a block."""
    return f"{timed.row.pk}-{way}" if timed.row else ""
