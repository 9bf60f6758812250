"""The design system: `{% load gebuur %}`. Every component in every state stands at /design/."""

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide

from gebuur.core import phones, wording
from gebuur.core.charts import Table
from gebuur.core.filters import ago, clock, daydate, moments, near, spoken, tel, waited
from gebuur.core.looks import LIGHTS, STATES

register = template.Library()

KINDS = {"primary": "btn-1", "secondary": "btn-2", "quiet": "btn-3", "danger": "btn-x"}
# Arrows follow the reading direction; clocks, checks and phones do not.
TURNING = {
    "arrow-left",
    "arrow-right",
    "undo-2",
    "corner-down-right",
    "chevron-right",
    "chevron-left",
}


BY = {"professional": "by-stone", "service": "by-stone", "authority": "by-plum"}


def _component(name: str, **context: Any) -> SafeString:
    return render_to_string(f"core/components/{name}.html", context)


@lru_cache(maxsize=512)
def _draw(name: str, classes: str) -> SafeString:
    return SafeString(lucide(name, size=24, **{"class": classes, "aria_hidden": "true"}))


@register.simple_tag(name="icon")
def draw_icon(
    name: str, *, size: str = "", turn: bool | None = None, extra: str = ""
) -> SafeString:
    """Draw a lucide icon, hidden from readers: `{% icon "phone" %}`, `{% icon "hand" size="l" %}`."""
    turns = name in TURNING if turn is None else turn
    classes = ["i", "i-l" if size == "l" else "", "i-turn" if turns else "", extra]
    return _draw(str(name), " ".join(filter(None, classes)))


def _trim(content: str) -> SafeString:
    """Cut the white space around what the template engine has rendered, and escaped, already."""
    return SafeString(content.strip())


def _icon_or_nothing(name: str) -> SafeString:
    return draw_icon(name) if name else SafeString()


@register.simple_block_tag
def button(
    content: str,
    *,
    kind: str = "secondary",
    href: str | None = None,
    icon: str = "",
    key: str = "",
    wide: bool = False,
    extra: str = "",
    **attrs: Any,
) -> SafeString:
    """Link or submit button. An address that is asked for and empty draws nothing: no dead buttons."""
    if href == "":
        return SafeString()
    named = {
        name.replace("_", "-"): value for name, value in attrs.items() if value not in (None, "")
    }
    named["class"] = " ".join(filter(None, ["btn", KINDS[kind], "btn-full" if wide else "", extra]))
    if key:
        named["data-key"] = key
    shown = format_html(' <kbd aria-hidden="true">{}</kbd>', key) if key else ""
    drawn = _icon_or_nothing(icon)
    words = _trim(content)
    if href is not None:
        return format_html("<a{}>{}{}{}</a>", flatatt({"href": href, **named}), drawn, words, shown)
    return format_html(
        "<button{}>{}{}{}</button>", flatatt({"type": "submit", **named}), drawn, words, shown
    )


@register.simple_tag
def pill(word: str, *, icon: str = "", tone: str = "") -> SafeString:
    """Show a status: icon and word. Tones: wait, yes, stop, red, plum, or none."""
    tint = f" is-{tone}" if tone else ""
    return format_html('<span class="pill{}">{}{}</span>', tint, _icon_or_nothing(icon), word)


@register.simple_tag
def status(state: str, *, reason: str = "") -> SafeString:
    """Show the state of a request; with a reason after it when it was stopped."""
    look = STATES[str(state)]
    word = f"{look.word}: {reason}" if reason else look.word
    return pill(word, icon=look.icon, tone=look.tone)


@register.simple_tag
def light(colour: str) -> SafeString:
    """Show the traffic light of a task, in words."""
    look = LIGHTS[str(colour)]
    return pill(look.word, icon=look.icon, tone=look.tone)


@register.simple_tag
def plate(name: str) -> SafeString:
    return format_html(
        '<span class="plate" aria-hidden="true"><bdi>{}</bdi></span>', wording.initials(name)
    )


@register.simple_tag
def person(name: str, *, note: str = "") -> SafeString:
    """Show a person: plate, first name, one useful fact. Surname only after both said yes."""
    small = format_html("<small>{}</small>", note) if note else ""
    return format_html(
        '<span class="person">{}<span><b><bdi>{}</bdi></b>{}</span></span>',
        plate(name),
        name,
        small,
    )


@register.simple_tag
def codeword(word: str) -> SafeString:
    """Show the word that is said at the door."""
    return format_html('<b class="code"><bdi>{}</bdi></b>', word)


@register.simple_tag
def phone(number: str, *, call: bool = False) -> SafeString:
    """Link a number in Belgian writing, left to right everywhere; `call=True` for the framed helpline button."""
    if not number:
        return SafeString()
    shown = phones.show_phone(number)
    if call:
        return format_html(
            '<a class="call" href="{}">{}<bdi dir="ltr">{}</bdi></a>',
            phones.dial_link(number),
            draw_icon("phone"),
            shown,
        )
    return format_html(
        '<a class="tel" href="{}"><bdi dir="ltr">{}</bdi></a>', phones.dial_link(number), shown
    )


@register.simple_block_tag
def panel(
    content: str, *, tone: str = "", heading: str = "", icon: str = "", close: bool = False
) -> SafeString:
    """Frame a group of things. Tones say whose: brick, door, stone, plum, or none."""
    return _component("panel", content=content, tone=tone, heading=heading, icon=icon, close=close)


@register.simple_block_tag
def emptystate(content: str, *, heading: str) -> SafeString:
    """Say what is not there; the content says why that is normal and offers one thing to do."""
    return format_html('<div class="empty"><b>{}</b>{}</div>', heading, content)


@register.simple_block_tag
def reasons(content: str) -> SafeString:
    return format_html('<ul role="list" class="reasons">{}</ul>', content)


@register.simple_block_tag
def reason(content: str, *, icon: str = "", less: bool = False) -> SafeString:
    """One reason: `less=True` for what is good to know and speaks against."""
    drawn = draw_icon(icon or ("info" if less else "check"))
    tint = SafeString(' class="is-less"') if less else ""
    return format_html("<li{}>{}<span>{}</span></li>", tint, drawn, _trim(content))


@register.simple_block_tag
def facts(content: str) -> SafeString:
    return format_html('<dl class="facts">{}</dl>', content)


@register.simple_block_tag
def fact(content: str, *, icon: str, term: str, is_seen: bool = False) -> SafeString:
    """One fact; the icon is seen, the term is read out. A bare number needs its term on the screen."""
    seen = format_html('<span aria-hidden="true">{}: </span>', term) if is_seen else ""
    return format_html(
        '<dt>{}<span class="vh">{}</span></dt><dd>{}{}</dd>', draw_icon(icon), term, seen, content
    )


@register.simple_block_tag
def chronicle(content: str) -> SafeString:
    return format_html('<ul role="list" class="chron">{}</ul>', content)


@register.simple_block_tag
def chronicle_line(content: str, *, by: str, when: str = "") -> SafeString:
    """One act; `by` is the kind of actor of the chronicle."""
    kind = BY.get(str(by), "by-brick")
    small = format_html("<small>{}</small>", when) if when else ""
    return format_html('<li class="{}"><span>{} {}</span></li>', kind, _trim(content), small)


@register.inclusion_tag("core/components/chronicle_key.html")
def chronicle_key(*, authority: bool = False) -> dict[str, Any]:
    return {"authority": authority}


@register.simple_block_tag
def steps(content: str, *, now: int, total: int) -> SafeString:
    """Show the stepper: bricks for the eye, `Step 2 of 4.` and the content for everybody."""
    bricks = [
        "is-laid" if step < now else "is-now" if step == now else "" for step in range(1, total + 1)
    ]
    return _component("steps", content=content, now=now, total=total, bricks=bricks)


@register.simple_block_tag
def helplines(
    content: str, *, lines: Iterable[Any], heading: str = "", checked: dt.date | None = None
) -> SafeString:
    """Show helplines beside a form without blocking it; `lines` have `.number` and `.label`."""
    return _component("helplines", content=content, lines=lines, heading=heading, checked=checked)


@register.simple_block_tag
def toast(content: str, *, icon: str = "check") -> SafeString:
    return _component("toast", content=content, icon=icon)


@register.simple_block_tag
def dialog(content: str, *, heading: str) -> SafeString:
    """Ask once more before what cannot be undone; a page of its own, a dialog where script runs."""
    return _component("dialog", content=content, heading=heading)


@register.inclusion_tag("core/components/field.html", name="field")
def show_field(field: BoundField) -> dict[str, Any]:
    return {"field": field}


@register.inclusion_tag("core/components/question.html")
def question(field: BoundField, *, lead: str = "") -> dict[str, Any]:
    """Show a field as the one question of a page: its label is the h1."""
    return {"field": field, "lead": lead or field.help_text}


@register.simple_block_tag
def deskfield(content: str, field: BoundField, *, choices: bool = True) -> SafeString:
    """Show a field at the desk, label beside it; the content stands under the input."""
    return _component("deskfield", field=field, content=content, choices=choices)


@register.inclusion_tag("core/components/mistakes.html")
def mistakes(form: BaseForm) -> dict[str, Any]:
    """Say on top of a form what is to be mended, with a link to each field."""
    return {"form": form, "fields": [form[name] for name in form.errors if name in form.fields]}


@register.inclusion_tag("core/components/saved.html")
def saved(at: dt.datetime | None = None) -> dict[str, Any]:
    """Show when the form was saved; autosave.js keeps it up to date."""
    return {"at": at}


@register.inclusion_tag("core/components/figures.html")
def figures(table: Table, *, file: str = "") -> dict[str, Any]:
    """Show the figures of a picture as a table, closed; `file` is the address of the same as CSV."""
    return {"table": table, "file": file}


@register.inclusion_tag("core/components/keys_switch.html")
def keys_switch() -> dict[str, Any]:
    return {}


@register.simple_tag(name="comma")
def draw_comma() -> str:
    """Put the comma of the reader's script, with its space, between two values that stand in a row."""
    return wording.comma()


for words in (
    daydate, near, ago, waited, clock, moments, tel, spoken, wording.listed, wording.hours_in_words,
):  # fmt: skip
    register.filter(words)
