"""The showcase of the design system, for those who build screens with it."""

import datetime as dt
from typing import Any, NamedTuple

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gebuur.core import widgets
from gebuur.core.formfields import PhoneField, SlotField
from gebuur.core.looks import LIGHTS, STATES
from gebuur.web.views.design_charts import draw_specimens
from gebuur.web.views.design_frames import draw_frames

TASKS = (
    ("groceries", "Boodschappen", "shopping-basket"),
    ("chat", "Een babbel", "coffee"),
    ("walk", "Wandelen", "footprints"),
    ("chore", "Klusje in huis", "wrench"),
    ("letter", "Een brief lezen", "mail-open"),
    ("device", "Gsm of tablet", "tablet-smartphone"),
    ("along", "Samen op weg", "signpost"),
    ("animal", "Dier of plant", "dog"),
    ("other", "Iets anders", "ellipsis"),
)
CHOICES = [(key, word) for key, word, _icon in TASKS]
ICONS = {key: icon for key, _word, icon in TASKS}
LANGUAGES = [("nl", "Nederlands"), ("fr", "Frans"), ("tr", "Turks"), ("ar", "Arabisch")]


class HelpLine(NamedTuple):
    number: str
    label: str


LINES = (
    HelpLine("101", "Nu in gevaar: politie"),
    HelpLine("1712", "Geweld of dreiging thuis"),
    HelpLine("106", "Een luisterend oor"),
)


class ShowForm(forms.Form):
    """Every kind of field, so that a broken one is seen here first."""

    first_name = forms.CharField(
        label="Hoe heet je?",
        error_messages={"required": "Vul je voornaam in, dan weten we wie er belt."},
    )
    phone = PhoneField(
        label="Op welk nummer bellen we je terug?",
        help_text="Met of zonder spaties, dat is gelijk.",
    )
    words = forms.CharField(
        label="Vertel het in je eigen woorden",
        help_text="Dit hoeft niet. Alleen An leest het.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    on = forms.DateField(label="Vanaf welke dag?", widget=widgets.DayInput, required=False)
    agree = forms.BooleanField(label="An mag mij hierover bellen")
    languages = forms.MultipleChoiceField(
        label="Welke talen spreek je?", choices=LANGUAGES, widget=widgets.TileChecks, required=False
    )


class StepForm(forms.Form):
    """One question per page."""

    task = forms.ChoiceField(
        label="Waarmee kan een buur helpen?",
        help_text="Kies er één. De rest kan later.",
        choices=CHOICES,
        widget=widgets.Tiles(icons=ICONS),
    )
    moments = SlotField(
        label="Wanneer past het?",
        help_text="Tik alles aan wat kan. Hoe meer, hoe sneller iemand kan komen.",
    )


class DeskForm(forms.Form):
    """The same questions at the desk."""

    caller = forms.CharField(label="Wie belt")
    kind = forms.ChoiceField(
        label="Waarmee", choices=CHOICES, widget=widgets.Chips(numbered=True), initial="chore"
    )
    parts = SlotField(label="Wanneer", widget=widgets.SlotPicker(across=True))
    speaks = forms.MultipleChoiceField(
        label="Taal", choices=LANGUAGES, widget=widgets.ChipChecks, initial=["nl"]
    )
    matters = forms.CharField(label="Wat telt mee", required=False)


def _specimens() -> dict[str, Any]:
    now = timezone.now()
    return {
        "filled": ShowForm(
            initial={"first_name": "Godelieve", "phone": "+3290000042", "languages": ["nl"]}
        ),
        "mistaken": ShowForm({"m-phone": "0475 12 34 5"}, prefix="m"),
        "step": StepForm(initial={"task": "chore", "moments": 0b001_010_110_000_010_000}),
        "desk": DeskForm(
            initial={"caller": "09 000 00 42, Godel", "parts": 0b001_010_110_000_010_000},
            prefix="d",
        ),
        "states": list(STATES),
        "lights": list(LIGHTS),
        "lines": LINES,
        "now": now,
        "monday": now - dt.timedelta(days=now.weekday() or 7),
        "weeks_ago": now - dt.timedelta(days=19),
    }


def showcase(request: HttpRequest) -> HttpResponse:
    """Show every component in every state; `?sheet=` shows a step, the desk, paper or pictures."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    sheet = request.GET.get("sheet", "")
    names = {
        "desk": "web/design_desk.html",
        "print": "web/design_print.html",
        "step": "web/design_step.html",
        "charts": "web/design_charts.html",
    }
    if not sheet:
        messages.success(
            request, "Joris is overgeslagen. Emine staat nu eerst.", extra_tags="undo-2"
        )
    specimens = draw_specimens() | draw_frames() if sheet == "charts" else _specimens()
    return render(request, names.get(sheet, "web/design.html"), specimens)
