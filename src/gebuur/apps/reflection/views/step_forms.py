"""The form of each step of a sitting, with what was answered before."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from gebuur.apps.framing.templatetags.framing import said
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection import queries
from gebuur.apps.reflection.forms import (
    LENS_NAMES,
    AttitudeForm,
    BoundaryForm,
    ConditionForm,
    IntentionForm,
    LensesForm,
    LensForm,
    PhaseForm,
    RoleForm,
    StepForm,
    StyleForm,
    TextsForm,
)
from gebuur.apps.reflection.models import Entry, Intention

Data = QueryDict | None


def form_of(entry: Entry, step: str, data: Data, *, today: dt.date) -> StepForm:
    """The form of a step."""
    if step in queries.KINDS:
        return _lens(entry, step, data, today)
    makers: dict[str, Callable[[Entry, Data, dt.date], StepForm]] = {
        "words": _words,
        "lenses": _lenses,
        "intention": _intention,
    }
    return makers.get(step, _question(step))(entry, data, today)


def heading_of(me: Person, step: str, today: dt.date, *, is_exercise: bool) -> str:
    """What stands above a step."""
    if is_exercise:
        rows = {row.key: said(row.name) for row in queries.rows_of(me, "exercise", today=today)}
        return rows.get(step) or _("One intention")
    own = {"words": _("Think, do, want"), "lenses": _("What do you look through?")}
    named = own | {kind: str(name) for kind, name in LENS_NAMES.items()}
    return named.get(step) or _("One intention")


def think_asks(entry: Entry, today: dt.date) -> dict[str, str]:
    """Think, do, want, in the words of the case when it has its own; and feel, for who wants to."""
    asks = {
        "think": _("What do you think?"),
        "do": _("What do you do?"),
        "want": _("What do you want?"),
    }
    case = queries.find_case(entry.writer, entry.case, today=today)
    if case is not None:
        own = [said(ask) for ask in case.asks]
        asks = dict(zip(asks, own, strict=True))
    return asks | {"feel": _("What do you feel?")}


def _question(step: str) -> Callable[[Entry, Data, dt.date], StepForm]:
    def make(entry: Entry, data: Data, today: dt.date) -> StepForm:
        row = next(r for r in queries.questions_of(entry.writer, today=today) if r.key == step)
        places = {place.field: said(place) for place in row.places}
        asks: dict[str, tuple[Any, Any]] = {step: (places["words"], places["help"])}
        if "mirrored" in places:
            asks["mirrored"] = (places["mirrored"], "")
        return TextsForm(data, asks=asks, initial={name: getattr(entry, name) for name in asks})

    return make


def _words(entry: Entry, data: Data, today: dt.date) -> StepForm:
    asks = {name: (label, "") for name, label in think_asks(entry, today).items()}
    return TextsForm(data, asks=asks, initial={name: getattr(entry, name) for name in asks})


def _lenses(entry: Entry, data: Data, _today: dt.date) -> StepForm:
    chosen = [lens.kind for lens in queries.list_lenses(entry)]
    return LensesForm(data, initial={"lenses": chosen})


def _lens(entry: Entry, kind: str, data: Data, today: dt.date) -> LensForm:
    """The form of one lens, filled in with what was written through it."""
    words = queries.words_by_lens(entry).get(kind, {})

    def rows(frame: str) -> Any:
        return queries.rows_of(entry.writer, frame, today=today)

    if kind == "style":
        return StyleForm(data, styles=rows("styles"), initial=words)
    if kind == "attitude":
        return AttitudeForm(data, attitudes=rows("attitudes"), initial=words)
    if kind == "role":
        divided = {f"{side}_{key}": n for side in words for key, n in words[side].items()}
        return RoleForm(data, quadrants=rows("quadrants"), initial=divided)
    if kind == "phase":
        return PhaseForm(data, signals=rows("signals"), initial=words)
    if kind == "condition":
        answers = {key: "yes" if answer else "no" for key, answer in words.items()}
        return ConditionForm(data, conditions=rows("conditions"), initial=answers)
    return BoundaryForm(data, initial=words)


def _intention(entry: Entry, data: Data, today: dt.date) -> StepForm:
    known = Intention.objects.filter(entry=entry).first()
    start = {"text": known.text, "due_on": known.due_on} if known else {}
    usual = {"due_on": today + dt.timedelta(days=14)}
    return IntentionForm(data, today=today, initial=usual | start)
