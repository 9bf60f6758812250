"""Words for the proposal of the week: metres, why a pair no longer holds, why nobody was found, what a swap changes."""

from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.apps.care.models import WeekPair, WeekUnserved
from gebuur.apps.care.queries.week_swap import Move, Swap
from gebuur.apps.care.templatetags.desk import task_name
from gebuur.apps.volunteers.models import Offer

register = template.Library()
ROUNDED = 10
# More than any walk: a question more stays without anybody.
SOMEBODY_LEFT = 500_000


@register.filter
def metres(number: int) -> str:
    """`1,640 metres`: rounded to ten, since nobody walks to the metre."""
    near = round(abs(number) / ROUNDED) * ROUNDED
    said = number_format(near, force_grouping=True)
    return ngettext("%(n)s metre", "%(n)s metres", near) % {"n": said}


@register.filter
def alternative_words(pair: WeekPair) -> str:
    """Who would come otherwise, and what that costs the week."""
    if pair.alternative is None or pair.difference is None:
        return ""
    words = {"name": pair.alternative.person.short_name, "metres": metres(pair.difference)}
    if pair.difference >= SOMEBODY_LEFT:
        return _("Otherwise %(name)s, but then somebody else is left without.") % words
    if pair.difference < ROUNDED:
        return _("%(name)s fits just as well.") % words
    return _("Otherwise %(name)s: %(metres)s more for the week.") % words


@register.filter
def price_words(price: int) -> str:
    """What it costs the week when this neighbour comes instead."""
    if price >= SOMEBODY_LEFT:
        return _("Then somebody else is left without.")
    if price < ROUNDED:
        return _("Fits just as well.")
    return _("%(metres)s more for the week.") % {"metres": metres(price)}


@register.filter
def gone_words(code: str) -> str:
    """Why a pair can no longer be asked."""
    return {
        "asked": _("Somebody else is asked already."),
        "from_board": _("Somebody answered on the board."),
        "agreed": _("It is agreed with somebody already."),
        "done": _("It is done already."),
        "handed_over": _("The question is with a service."),
        "stopped": _("The question is closed."),
        "seeker_chooses": _("The person who asked chooses now."),
        "helper_stopped": _("This neighbour stopped."),
        "paused": _("This neighbour pauses now."),
        "full": _("This neighbour has enough to do now."),
        "file_incomplete": _("This neighbour still has papers to bring."),
        "not_cleared": _("This neighbour has no yes from you for this task."),
        "not_together": _("These two are not to be paired now."),
    }.get(code) or _("Something changed. These two no longer fit.")


@register.filter
def why_words(why: str) -> str:
    """Why the run found nobody."""
    return {
        "nobody_ticked": _("Nobody chose this task."),
        "no_shared_language": _("Nobody shares a language."),
        "no_shared_time": _("Nobody is free at these moments."),
        "lacks_skill": _("Nobody can do this yet."),
        "nobody_near": _("Nobody lives near enough."),
        "not_together": _("Those who are left said no before, or are not to be paired."),
        "file_incomplete": _("Who could still has papers to bring."),
        "paused": _("Who could pauses now."),
        "not_cleared": _("Nobody has your yes for this task."),
        "all_full": _("Everybody who could is needed elsewhere, or has enough to do."),
    }[why]


# What helps most: an own page (`care:demand`, the offers, a hand-over), a phone call, or the board.
TO_DO = {
    "nobody_ticked": "recruit",
    "no_shared_language": "recruit",
    "lacks_skill": "recruit",
    "nobody_near": "recruit",
    "no_shared_time": "phone",
    "not_together": "hand_over",
    "file_incomplete": "offers",
    "not_cleared": "offers",
    "paused": "board",
    "all_full": "board",
}


@register.filter
def to_do(one: WeekUnserved) -> str:
    """The one thing to do; what hangs on the board already is rather handed over."""
    code = TO_DO[one.why]
    return "hand_over" if code == "board" and one.request.on_board else code


@register.filter
def is_first(pair: WeekPair) -> bool:
    return any(reason["code"] == "waits_first_time" for reason in pair.reasons)


@register.simple_tag
def swap_words(swap: Swap) -> list[str]:
    """What a swap costs the others, a sentence each; the heaviest first."""
    said = [_lost(move) for move in swap.lost]
    said += [_waits(one) for one in swap.waiting]
    said += [_walks(swap)]
    said += [_gets(one) for one in swap.gaining]
    return [words for words in said if words]


def _lost(move: Move) -> str:
    words = {"task": task_name(move.request.task), "name": _seeker(move)}
    return _("Then there is nobody for %(name)s: %(task)s.") % words


def _waits(offer: Offer) -> str:
    name = {"name": offer.person.short_name}
    if offer.last_match_at is None:
        return _("%(name)s waits longer for a first time.") % name
    return _("%(name)s has no turn this week.") % name


def _gets(offer: Offer) -> str:
    name = {"name": offer.person.short_name}
    if offer.last_match_at is None:
        return _("%(name)s gets a first time.") % name
    return _("%(name)s gets a turn.") % name


def _walks(swap: Swap) -> str:
    """Who walks more or less for this question, and what all together walk when others move along."""
    words: dict[str, Any] = {"name": swap.offer.person.short_name, "metres": metres(swap.metres)}
    if abs(swap.metres) < ROUNDED:
        return ""
    if swap.others:
        more = _("Together the neighbours walk %(metres)s more.")
        less = _("Together the neighbours walk %(metres)s less.")
    else:
        words["before"] = swap.pair.offer.person.short_name
        more = _("%(name)s walks %(metres)s further than %(before)s.")
        less = _("%(name)s walks %(metres)s less far than %(before)s.")
    return (more if swap.metres > 0 else less) % words


@register.filter
def move_words(move: Move) -> str:
    """Another question that changes hands along with a swap."""
    words = {
        "task": task_name(move.request.task),
        "name": _seeker(move),
        "before": move.before.person.short_name if move.before else "",
        "after": move.after.person.short_name if move.after else "",
    }
    if move.after is None:
        return _("%(task)s for %(name)s: nobody any more, it was %(before)s.") % words
    if move.before is None:
        return _("%(task)s for %(name)s: now %(after)s, it was nobody.") % words
    return _("%(task)s for %(name)s: %(after)s in place of %(before)s.") % words


def _seeker(move: Move) -> str:
    seeker = move.request.seeker
    return seeker.short_name if seeker else ""
