"""What the intake views share: keeping what was posted, and what each part of the screen shows."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.boundaries.queries import (
    in_language,
    lines_for,
    lines_in,
    list_tasks,
    lists_in_language,
)
from gebuur.apps.care import actions, queries
from gebuur.apps.care.actions.intake import Limits
from gebuur.apps.care.forms.desk import IntakeForm
from gebuur.apps.care.models import HelpRequest
from gebuur.apps.care.queries.intake import Raw
from gebuur.apps.neighbourhood.actions import locate
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.neighbourhood.permissions import StaffRequest
from gebuur.apps.neighbourhood.queries import get_person_for, list_streets
from gebuur.apps.volunteers.models import Offer
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.ids import as_uuid

ROW = ("skip", "swap")
KEPT = (*IntakeForm.base_fields, *ROW)
MOST_STREETS = 80
DEFAULT_MINUTES = 60


def posted(request: HttpRequest) -> Raw:
    """The whole form as it was typed."""
    return {name: request.POST.getlist(name) for name in KEPT if name in request.POST}


def form_of(call: HelpRequest, raw: Raw, *, finishing: bool = False) -> IntakeForm:
    """The form over what was typed, read already: understood fields stand in `cleaned_data`."""
    organisation = call.neighbourhood.organisation
    form = IntakeForm(
        queries.as_typed(raw),
        place=call.neighbourhood,
        tasks=list(list_tasks(organisation)),
        finishing=finishing,
        auto_id="id_%s",
    )
    form.is_valid()
    return form


def keep(
    call: HelpRequest, raw: Raw, request: StaffRequest, *, seeker: Person | None = None
) -> IntakeForm:
    """Keep the typing as it is, and in their columns the fields that are understood."""
    if seeker is not None:
        raw = raw | {"seeker": [str(seeker.pk)], "languages": seeker.languages or [seeker.language]}
    form = form_of(call, raw)
    chosen = form.chosen_seeker()
    known = seeker or (get_person_for(request.me, chosen) if chosen else None)
    fields = _fields(form, known)
    actions.save_draft(call, actor=request.me, fields={**fields, "seeker": known, "raw": raw})
    return form


def kept_form(call: HelpRequest, request: StaffRequest, *, finishing: bool = False) -> IntakeForm:
    """Keep what was posted, and give the form as it is judged for finishing."""
    raw = posted(request)
    keep(call, raw, request)
    return form_of(call, raw, finishing=finishing)


def with_seeker(raw: Raw, request: StaffRequest) -> Raw:
    """`this_is` holds the person on the phone, or nothing: then it is somebody else after all."""
    chosen = as_uuid(request.POST["this_is"])
    if chosen is None:
        return raw | {"seeker": []}
    person = get_person_for(request.me, chosen)
    return raw | {"seeker": [str(person.pk)], "languages": person.languages or [person.language]}


def with_row_changed(raw: Raw, request: HttpRequest) -> Raw:
    """Skip one more helper, bring all of them back, or swap the first two."""
    skipped = [*raw.get("skip", []), *request.POST.getlist("skip_now")]
    swapped = bool(raw.get("swap"))
    if "unskip" in request.POST:
        return raw | {"skip": [], "swap": []}
    if "skip_now" in request.POST:
        swapped = False
    if "swap_now" in request.POST:
        swapped = not swapped
    return raw | {"skip": skipped, "swap": ["1"] if swapped else []}


def about_call(request: StaffRequest, call: HelpRequest, form: IntakeForm) -> dict[str, Any]:
    """Everything on the screen."""
    streets = list(list_streets(request.place).values_list("name", flat=True)[: MOST_STREETS + 1])
    caller = about_caller(call, form)
    return {
        "here": "desk",
        "day": queries.day_of(request.place, now=timezone.now()),
        "tabs": queries.open_calls(request.me),
        "streets": streets if len(streets) <= MOST_STREETS else [],
        **caller,
        "focus": _focus(call, form, caller),
        **about_task(call, form),
        **about_danger(call, form),
        **about_helpers(call, form),
    }


def about_caller(call: HelpRequest, form: IntakeForm) -> dict[str, Any]:
    """Who it may be, or who it is and what she asked already."""
    typed, who = form.cleaned_data.get("caller", ""), form.newcomer()
    context: dict[str, Any] = {"call": call, "form": form, "newcomer": who}
    if call.seeker is not None:
        going = queries.duplicates_of(call.neighbourhood, call.seeker, form.chosen_task())
        return context | {"going": going}
    place = call.neighbourhood
    alike = queries.list_lookalikes(place, typed, phone=who.phone, name=who.full_name)
    return context | {"lookalikes": alike, "typed": typed}


def about_task(call: HelpRequest, form: IntakeForm) -> dict[str, Any]:
    """The light of the chosen task, what to ask, its limits, or who does help."""
    task = form.chosen_task()
    if task is None:
        return {"call": call, "form": form, "task": None}
    return {
        "call": call,
        "form": form,
        "task": task,
        "questions": lists_in_language(task.questions),
        "limit": in_language(task.limit),
        "refusal": in_language(task.refusal),
        "refer_to": lines_in(call.neighbourhood.organisation, task.refer_to),
    }


def about_danger(call: HelpRequest, form: IntakeForm) -> dict[str, Any]:
    """The numbers to say at once when something in the words speaks of danger; nothing is stored."""
    said = " ".join(
        form.cleaned_data.get(name, "") for name in ("caller", "own_words", "wish", "gives")
    )
    return {"danger_lines": lines_for(said, call.neighbourhood.organisation)}


def about_helpers(call: HelpRequest, form: IntakeForm) -> dict[str, Any]:
    """Who can help: for somebody new as if she stood on her card already."""
    skipped = form.who_is_skipped()
    asked = HelpRequest(pk=call.pk, neighbourhood=call.neighbourhood, created_at=call.created_at)
    asked.seeker = call.seeker or _as_person(form, call.neighbourhood)
    for name, value in _fields(form, call.seeker).items():
        setattr(asked, name, value)
    ranked = queries.rank_for(asked, now=timezone.now())
    swapped = form.is_swapped()
    row = queries.row_of(ranked, skipped=skipped, swapped=swapped)
    return {
        "ranked": ranked,
        "row": row,
        "skipped": skipped,
        "swapped": swapped,
        "task": form.chosen_task(),
    }


def people_of(call: HelpRequest, form: IntakeForm) -> dict[str, Any]:
    """Who asks, who calls for her, and the rest of the columns."""
    data, who = form.cleaned_data, form.newcomer()
    fields = _fields(form, call.seeker)
    newcomer = {
        "first_name": who.first_name,
        "last_name": who.last_name,
        "phone": who.phone,
        "street": who.street,
        "house_number": who.house_number,
        "languages": fields["languages"],
        "language": (fields["languages"] or ["nl"])[0],
    }
    asker = {"first_name": data["asked_by_name"], "phone": data["asked_by_phone"]}
    return {
        "seeker": call.seeker,
        "newcomer": newcomer,
        "asker": asker if data["asked_by_name"] else {},
        "fields": fields,
    }


def limits_of(form: IntakeForm) -> Limits | None:
    """The professional's yes with its limits, when she gave it and the task asks for it."""
    task, data = form.chosen_task(), form.cleaned_data
    if task is None or task.light != "amber" or not data["is_clear"]:
        return None
    minutes = data["clear_minutes"] or task.max_minutes or DEFAULT_MINUTES
    return Limits(minutes=minutes, note=data["clear_note"], ends_on=data["clear_until"])


def row_posted(request: StaffRequest) -> list[Offer]:
    """Who stood in the row on the screen, in that order."""
    wanted = [pk for pk in map(as_uuid, request.POST.getlist("row")) if pk is not None]
    offers = Offer.objects.filter(neighbourhood=request.place, pk__in=wanted)
    found = {offer.pk: offer for offer in offers.select_related("person__neighbourhood")}
    if len(found) != len(set(wanted)):
        raise NotForYou
    return [found[pk] for pk in wanted]


def place_of(error: RuleBroken) -> str | None:
    """Beside which field a refusal stands."""
    return {actions.RedTask: "task", actions.NotCleared: "task"}.get(type(error))


def what_happened(call: HelpRequest, row: list[Offer]) -> str:
    """One sentence after finishing: what happens now."""
    if row:
        return _("The question is in. We asked %(name)s first.") % {
            "name": row[0].person.first_name
        }
    if call.task is not None and call.task.light == "amber" and call.cleared_at is None:
        return _("The question is in. It waits for your yes and its limits.")
    return _("The question is in. Nobody has been asked yet.")


def hand_over_address(call: HelpRequest) -> str:
    return f"{reverse('boundaries:hand-over-new')}?request={call.pk}"


def _fields(form: IntakeForm, seeker: Person | None) -> dict[str, Any]:
    """The columns, with the seeker's own language in front: the ranking looks at the first one."""
    fields = form.columns()
    spoken: list[str] = list(fields.get("languages") or [])
    first = seeker.language if seeker else next((code for code in spoken if code != "nl"), "nl")
    fields["languages"] = sorted(spoken, key=lambda code: code != first)
    return fields


def _as_person(form: IntakeForm, place: Neighbourhood) -> Person:
    """Somebody new, not written down yet, at her own front door."""
    who = form.newcomer()
    person = Person(neighbourhood=place, street=who.street, house_number=who.house_number)
    locate(person)
    return person


def _focus(call: HelpRequest, form: IntakeForm, caller: dict[str, Any]) -> str:
    """Where the cursor stands when the page opens: at the first thing that is not said yet."""
    if call.seeker is None and not form.cleaned_data.get("caller"):
        return "caller"
    if form.chosen_task():
        return ""
    return "found" if caller.get("lookalikes") else "task"
