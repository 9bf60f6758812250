"""Being forgotten: one person when she asks it, and everybody's old things by the clock.

The chronicle keeps its lines. They carry no name and, after erasure, point to nobody.
"""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from gebuur.apps.accounts.models import Invitation, User
from gebuur.apps.boundaries.models import Concern, HandOver, Tension
from gebuur.apps.budget import actions as budget
from gebuur.apps.budget.models import (
    Backing,
    FeasibilityCheck,
    FrameVersion,
    Idea,
    Picture,
    RollEntry,
    WallPhoto,
)
from gebuur.apps.care import actions as care
from gebuur.apps.care.actions.requests import release
from gebuur.apps.care.models import HelpRequest, Match, Proposal, State, Visit, WeekRun
from gebuur.apps.initiatives.actions import forget_member
from gebuur.apps.initiatives.models import FeedKey, Member, Post
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import is_coordinator
from gebuur.apps.outbox.models import AnswerLink, Call, Message
from gebuur.apps.privacy.models import Sight
from gebuur.apps.volunteers.models import (
    AllowanceYear,
    CheckIn,
    Import,
    Leaving,
    LegalNote,
    Offer,
    SmallTask,
    ThankYou,
)
from gebuur.core.models import Press, Tally

# Words to others that only say that something stops; they name nobody and must still arrive.
ENDINGS = (
    "care/messages/agreement_ended",
    "care/messages/no_longer_needed",
    "care/messages/looking_again",
)
UNSENT = (Message.State.WAITING, Message.State.TO_PRINT, Message.State.TO_PHONE)


@transaction.atomic
def erase(person: Person, *, actor: Person, now: dt.datetime) -> None:
    """Delete a person and everything about her; who counted on her is told first."""
    if not is_coordinator(actor) or actor.neighbourhood_id != person.neighbourhood_id:
        raise PermissionDenied
    things = _things_of(person)
    _let_helpers_go(person)
    for offer in Offer.objects.filter(person=person):
        care.replace_helper(offer, now=now)
    forget_member(person, now=now)
    _silence(things, person)
    _delete_what_hangs_loose(person)
    user = person.user
    person.delete()
    if isinstance(user, User) and not user.persons.exists():
        user.delete()


def _things_of(person: Person) -> set[uuid.UUID]:
    """Everything that messages may be about and that has her on one of its sides."""
    sides = (
        (HelpRequest, ("seeker", "asked_by")),
        (Proposal, ("request__seeker", "offer__person", "request__asked_by")),
        (Match, ("request__seeker", "offer__person", "request__asked_by")),
        (Visit, ("match__request__seeker", "match__offer__person", "match__request__asked_by")),
        (HandOver, ("person",)),
    )
    found: set[uuid.UUID] = set()
    for model, paths in sides:
        rows: QuerySet[Any] = QuerySet(model)
        for path in paths:
            found |= set(rows.filter(**{path: person}).values_list("pk", flat=True))
    return found


def _let_helpers_go(person: Person) -> None:
    """Whoever would come to her, or was asked to, hears that it stops."""
    for request in HelpRequest.objects.filter(seeker=person):
        release(request)


def _silence(things: set[uuid.UUID], person: Person) -> None:
    """Take the words out of messages to others that are about her; what did not leave stays here."""
    to_others = Message.objects.filter(thing__in=things).exclude(person=person)
    to_others = to_others.exclude(template__in=ENDINGS)
    to_others.filter(state__in=UNSENT).update(state=Message.State.CANCELLED)
    to_others.update(body="")
    AnswerLink.objects.filter(thing__in=things).delete()


def _delete_what_hangs_loose(person: Person) -> None:
    """Rows that would outlive her, because they only know her number or her key."""
    Message.objects.filter(person=person).delete()
    Call.objects.filter(person=person).delete()
    if person.phone:
        Call.objects.filter(neighbourhood=person.neighbourhood_id, phone=person.phone).delete()
    Concern.objects.filter(about=person).delete()
    Post.objects.filter(author__person=person).delete()
    budget.let_go_of(person)
    Idea.objects.filter(giver=person, proposal__isnull=True).delete()
    RollEntry.objects.filter(person=person, paper_given=False).delete()
    RollEntry.objects.filter(person=person).update(name="–", address="")
    FrameVersion.objects.filter(neighbours_by=person).update(neighbours_name="")
    FrameVersion.objects.filter(authority_by=person).update(authority_name="")
    HandOver.objects.filter(person=person).delete()
    Invitation.objects.filter(person_id=person.pk).delete()
    for imported in Import.objects.filter(neighbourhood=person.neighbourhood_id).exclude(rows=[]):
        imported.rows = [row for row in imported.rows if not _names(row, person)]
        imported.save(update_fields=["rows"])
    HelpRequest.objects.filter(seeker=person, state=State.DRAFT).delete()


def _names(row: list[str], person: Person) -> bool:
    """Whether a line of a list that still waits is about her."""
    words = {cell.strip().casefold() for cell in row}
    whole = {person.full_name.casefold(), person.email.casefold()} - {""}
    parts = {person.first_name.casefold(), person.last_name.casefold()} - {""}
    return bool(words & whole) or (bool(person.last_name) and parts <= words)


def _unfinished(before: dt.datetime) -> QuerySet[Any]:
    """Calls that nobody finished and of which nobody knows who asked; the others stay on the desk's list."""
    drafts = HelpRequest.objects.filter(state=State.DRAFT, seeker__isnull=True)
    return drafts.filter(Q(parked_at__isnull=True) | Q(parked_at__lt=before), created_at__lt=before)


def _ended_links(before: dt.datetime) -> QuerySet[Any]:
    """Links that open nothing any more; that a visit was asked about is remembered longer."""
    ended = AnswerLink.objects.filter(Q(expires_at__lt=before) | Q(ended_at__lt=before))
    return ended.exclude(purpose="care:visit")


# What goes by itself after how many days: docs/operations.md says the same to people.
CLOCK: tuple[tuple[int, Callable[[dt.datetime], QuerySet[Any]]], ...] = (
    (2, lambda before: Tally.objects.filter(hour__lt=before)),
    (2, lambda before: Press.objects.filter(at__lt=before)),
    (7, _unfinished),
    (7, lambda before: Import.objects.filter(written_at__isnull=True, created_at__lt=before)),
    (90, _ended_links),
    (90, lambda before: RollEntry.objects.filter(round__box__closed_at__lt=before)),
    (90, lambda before: FeedKey.objects.filter(ended_at__lt=before)),
    (90, lambda before: Invitation.objects.filter(expires_at__lt=before)),
    (90, lambda before: WeekRun.objects.filter(is_open=False, made_at__lt=before)),
    (
        365,
        lambda before: WallPhoto.objects.filter(round__ideas_until__lt=timezone.localdate(before)),
    ),
    (365, lambda before: Member.objects.filter(state="declined", asked_at__lt=before)),
    (730, lambda before: Member.objects.filter(state="left", left_at__lt=before)),
    (730, lambda before: AnswerLink.objects.filter(expires_at__lt=before)),
    (730, lambda before: Message.objects.filter(done_at__lt=before)),
    (730, lambda before: Call.objects.filter(done_at__lt=before)),
    (1825, lambda before: Picture.objects.filter(at__lt=before)),
    (1825, lambda before: LegalNote.objects.filter(offer__stopped_at__lt=before)),
    # Books are kept seven years after the year they are about, two of which may be leap years.
    (2557, lambda before: AllowanceYear.objects.filter(year__lt=before.year)),
    (730, lambda before: Backing.objects.filter(at__lt=before)),
    (730, lambda before: Sight.objects.filter(at__lt=before)),
    (730, lambda before: CheckIn.objects.filter(due_on__lt=before)),
    (730, lambda before: ThankYou.objects.filter(given_at__lt=before)),
    (730, lambda before: SmallTask.objects.filter(created_at__lt=before)),
    (730, lambda before: Tension.objects.filter(month__lt=timezone.localdate(before))),
    (730, lambda before: Leaving.objects.filter(left_at__lt=before)),
)
DAYS_OF_WORDS, DAYS_OF_READERS = 30, 730
AT_ONCE = 2_000


def forget_old(now: dt.datetime) -> int:
    """Delete what is older than its clock allows, and the words of messages that did their work."""
    gone = 0
    for days, old in CLOCK:
        rows = old(now - dt.timedelta(days=days))
        pks = list(rows.values_list("pk", flat=True)[:AT_ONCE])
        QuerySet(rows.model).filter(pk__in=pks).delete()
        gone += len(pks)
    gone += _forget_readers(now - dt.timedelta(days=DAYS_OF_READERS))
    before = now - dt.timedelta(days=DAYS_OF_WORDS)
    finished = Message.objects.filter(
        Q(done_at__lt=before) | Q(state=Message.State.CANCELLED, created_at__lt=before)
    )
    return gone + finished.exclude(body="").update(body="")


def _forget_readers(before: dt.datetime) -> int:
    """What a service said of a plan stays; who read it there, and who was next, goes."""
    known = FeasibilityCheck.objects.filter(asked_at__lt=before).exclude(reader_name="")
    nobody = dict.fromkeys(("reader_name", "reader_email", "escalates_to", "escalates_email"), "")
    return known.update(**nobody)
