"""What leaves the house (mail, text message, letter) and what comes back (answers, calls)."""

from django.db import models
from django.db.models import Q

from gebuur.apps.neighbourhood.models import PlaceRow
from gebuur.core.crypto import SealedTextField


class Message(PlaceRow):
    """One message to one person. The row is the job: it waits, is sent, is tried again, or is printed."""

    class State(models.TextChoices):
        WAITING = "waiting"
        SENDING = "sending"
        SENT = "sent"
        TO_PRINT = "to_print"
        PRINTED = "printed"
        TO_PHONE = "to_phone"
        PHONED = "phoned"
        FAILED = "failed"
        CANCELLED = "cancelled"

    person = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="messages")
    channel = models.CharField(max_length=8)
    address = models.CharField(max_length=254, blank=True)
    template = models.CharField(max_length=60)
    language = models.CharField(max_length=8)
    subject = models.CharField(max_length=120, blank=True)
    body = SealedTextField(blank=True, default="")
    thing_kind = models.CharField(max_length=40, blank=True)
    thing = models.UUIDField(null=True)
    state = models.CharField(max_length=10, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    problem = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(
                    state__in=[
                        "waiting",
                        "sending",
                        "sent",
                        "to_print",
                        "printed",
                        "to_phone",
                        "phoned",
                        "failed",
                        "cancelled",
                    ]
                ),
                name="outbox_message_state",
            ),
        )
        indexes = (
            models.Index(fields=["state", "next_try_at"], name="outbox_due"),
            models.Index(fields=["neighbourhood", "state", "created_at"], name="outbox_by_state"),
            models.Index(fields=["thing"], name="outbox_by_thing"),
        )


class AnswerLink(PlaceRow):
    """A link or letter code for one purpose, one person, one thing; it ends by itself.

    Only hashes are stored: `token_hash` for the link, `code_hash` for the code on paper.
    """

    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=30)
    person = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="+")
    thing = models.UUIDField()
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["thing", "purpose"], name="outbox_link_by_thing"),)


class Call(PlaceRow):
    """Somebody to phone back, or a call that was made: the contact log and the call-back list."""

    person = models.ForeignKey(
        "neighbourhood.Person", models.CASCADE, null=True, related_name="calls"
    )
    name = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    about = SealedTextField(blank=True, default="")
    call_at = models.DateTimeField()
    taken_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = (
            models.Index(
                fields=["neighbourhood", "call_at"],
                condition=Q(done_at__isnull=True),
                name="outbox_calls_open",
            ),
        )
