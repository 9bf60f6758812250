"""Everything we know of one person, and taking all of it away. Each feature that knows people stands here."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from gebuur.apps.accounts.models import Invitation, User
from gebuur.apps.boundaries.models import Concern, HandOver
from gebuur.apps.care.actions.requests import release
from gebuur.apps.care.models import Feedback, HelpRequest, Proposal, Visit
from gebuur.apps.neighbourhood.models import Membership, Person
from gebuur.apps.neighbourhood.permissions import is_coordinator
from gebuur.apps.outbox.models import AnswerLink, Call, Message
from gebuur.apps.privacy.models import Consent, Sight
from gebuur.apps.volunteers.models import Import, Offer

# Table, how its rows belong to a person, and the columns that are hers to know.
KNOWN: tuple[tuple[type[models.Model], str, tuple[str, ...]], ...] = (
    (Membership, "person", ("role", "since", "until")),
    (
        Offer,
        "person",
        ("slots", "radius", "per_week", "per_month", "paused_until", "created_at", "stopped_at"),
    ),
    (
        HelpRequest,
        "seeker",
        (
            "state",
            "created_at",
            "rhythm",
            "slots",
            "languages",
            "wish",
            "own_words",
            "answers",
            "gives",
        ),
    ),
    (Proposal, "offer__person", ("state", "asked_at", "answered_at")),
    (Visit, "match__request__seeker", ("on", "part", "state", "reported_at")),
    (Visit, "match__offer__person", ("on", "part", "state", "reported_at")),
    (Feedback, "giver", ("was_good", "again", "note", "thanks", "created_at")),
    (
        HandOver,
        "person",
        ("to_service", "what", "state", "answer_by", "message_back", "created_at"),
    ),
    (Message, "person", ("channel", "subject", "state", "created_at", "done_at")),
    (Call, "person", ("call_at", "done_at", "about")),
    (Consent, "person", ("purpose", "channel", "given_at", "withdrawn_at")),
    (Sight, "person", ("page", "at")),
)
OWN = (
    "first_name", "last_name", "phone", "email", "house_number", "language", "languages", "channel", "desk_note",
    "created_at",
)  # fmt: skip


def everything_about(person: Person) -> dict[str, Any]:
    """All we know, table by table, as plain values."""
    told: dict[str, Any] = {
        "person": {name: getattr(person, name) for name in OWN} | {"address": person.address}
    }
    for model, path, columns in KNOWN:
        rows: Any = model.objects.filter(**{path: person}).order_by("pk")  # type: ignore[attr-defined]  # ours all have it
        name = f"{model._meta.label_lower}:{path}"
        told[name] = [{column: getattr(row, column) for column in columns} for row in rows]
    return told


@transaction.atomic
def erase(person: Person, *, actor: Person) -> None:
    """Delete a person and everything about her. The chronicle keeps its lines; they no longer point to anybody."""
    if not is_coordinator(actor) or actor.neighbourhood_id != person.neighbourhood_id:
        raise PermissionDenied
    for request in HelpRequest.objects.filter(seeker=person):
        release(request)
    for offered in HelpRequest.objects.filter(
        matches__offer__person=person, matches__state="active"
    ).distinct():
        release(offered)
        HelpRequest.objects.filter(pk=offered.pk, state="agreed").update(state="searching")
    Message.objects.filter(person=person).delete()
    AnswerLink.objects.filter(person=person).delete()
    Call.objects.filter(person=person).delete()
    Call.objects.filter(phone=person.phone).exclude(phone="").delete()
    Concern.objects.filter(about=person).delete()
    HandOver.objects.filter(person=person).delete()
    Invitation.objects.filter(person_id=person.pk).delete()
    _forget_imports(person)
    user = person.user
    person.delete()
    if isinstance(user, User) and not user.persons.exists():
        user.delete()


def _forget_imports(person: Person) -> None:
    """Lists that were imported keep no row of somebody who is erased."""
    for imported in Import.objects.filter(persons=person):
        imported.rows = []
        imported.save(update_fields=["rows"])
