"""Words for what volunteers' pages show: small tasks, how an answer stands, why somebody fits."""

from dataclasses import dataclass

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.apps.volunteers import queries
from gebuur.apps.volunteers.models import Offer, SmallAsk, SmallTask
from gebuur.core.templatetags.gebuur import pill

register = template.Library()


@dataclass(frozen=True)
class Said:
    """One reason in words: its icon, and whether it is something to know rather than a point in favour."""

    words: str
    icon: str
    less: bool = False


@register.filter
def small_name(task: SmallTask) -> str:
    """Its own title, or the name of its kind."""
    return queries.name_of(task)


@register.simple_tag
def small_state(ask: SmallAsk) -> SafeString:
    """How it stands with somebody who was asked, in an icon and words."""
    icon, tone, word = {
        SmallAsk.State.ASKED: ("send", "", _("asked, no answer yet")),
        SmallAsk.State.YES: ("handshake", "yes", _("said yes")),
        SmallAsk.State.NOT_THIS_TIME: ("undo-2", "", _("not this time")),
        SmallAsk.State.FILLED: ("circle-check", "", _("there were enough people")),
        SmallAsk.State.WITHDRAWN: ("circle-x", "stop", _("does not go on")),
        SmallAsk.State.DONE: ("check", "yes", _("done")),
    }[SmallAsk.State(ask.state)]
    return pill(word, icon=icon, tone=tone)


@register.filter
def small_reasons(fit: queries.SmallFit, offer: Offer) -> list[Said]:
    """Why to ask this person for a small task, and what to know first."""
    first = [] if offer.last_asked_at else [Said(_("Was never asked for anything"), "sprout")]
    return first + small_fit(fit)


@register.filter
def small_fit(fit: queries.SmallFit) -> list[Said]:
    """Why a small task suits somebody, and what to know first."""
    said = []
    if fit.task.languages:
        said.append(Said(_("Speaks a language that is needed"), "messages-square"))
    if fit.task.on and fit.in_her_moments:
        said.append(Said(_("It falls in a moment that suits"), "calendar-days"))
    elif fit.task.on:
        said.append(Said(_("It falls outside the usual moments"), "info", less=True))
    return said


@register.filter
def places_left(fit: queries.SmallFit) -> str:
    """`1 place left`."""
    return ngettext("%(n)d place left", "%(n)d places left", fit.places) % {"n": fit.places}
