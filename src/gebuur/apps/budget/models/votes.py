"""The vote: a roll of who may, envelopes in a box with three locks, and paper typed by two people.

An envelope says whose it is; what is in it can be read with two of the three keys, and those are on paper only.
How that is kept, and what it cannot keep, stands in docs/ballot-secrecy.md.
"""

import hashlib
import uuid

from django.db import models
from django.db.models import Q

from gebuur.apps.budget.models.rounds import Round
from gebuur.apps.neighbourhood.models import PlaceRow


class Box(PlaceRow):
    """The ballot box of a round: what seals an envelope, what two keys together open, and what is on the ballot.

    `projects` holds the proposals in a fixed order: a ballot is one byte for each of them.
    """

    round = models.OneToOneField(Round, models.CASCADE, related_name="box")
    public = models.BinaryField()
    wraps = models.JSONField()
    projects = models.JSONField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(wraps={}),
                name="budget_closed_box_has_no_key",
            ),
        )

    @property
    def fingerprint(self) -> str:
        """Say in a few letters which box this is."""
        return hashlib.sha256(bytes(self.public)).hexdigest()[:12]


class RollEntry(PlaceRow):
    """A resident who may vote once.

    `mark` begins her code and is no secret. Of the rest there is only a slow hash, empty when no code holds.
    `pile` says with which letters it was printed, so that these can be printed once more.
    """

    class Way(models.TextChoices):
        LETTER = "letter"
        SMS = "sms"
        SLIP = "slip"

    round = models.ForeignKey(Round, models.CASCADE, related_name="roll")
    person = models.ForeignKey("neighbourhood.Person", models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=140)
    address = models.CharField(max_length=160, blank=True)
    language = models.CharField(max_length=8, default="nl")
    key = models.CharField(max_length=64)
    mark = models.CharField(max_length=4)
    code_hash = models.CharField(max_length=64, blank=True)
    sent_by = models.CharField(max_length=6, blank=True)
    pile = models.PositiveSmallIntegerField(null=True)
    paper_given = models.BooleanField(default=False)

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(fields=["round", "key"], name="budget_on_the_roll_once"),
            models.UniqueConstraint(fields=["round", "mark"], name="budget_one_mark_one_voter"),
            models.CheckConstraint(
                condition=Q(paper_given=False) | Q(code_hash=""), name="budget_paper_beats_code"
            ),
            models.CheckConstraint(
                condition=Q(sent_by__in=["", "letter", "sms", "slip"]), name="budget_code_sent_by"
            ),
        )


class Envelope(PlaceRow):
    """The last ballot of one resident, sealed. Gone when the box is opened; its number tells no time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.OneToOneField(RollEntry, models.CASCADE, related_name="envelope")
    sealed = models.BinaryField()


class PaperBallot(PlaceRow):
    """A paper ballot by its number, typed by two people apart; it counts when they agree or it was settled."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="paper")
    number = models.PositiveIntegerField()
    first = models.JSONField()
    first_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    second = models.JSONField(null=True)
    second_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    settled = models.JSONField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["round", "number"], name="budget_paper_numbered"),
            models.CheckConstraint(
                condition=Q(first_by__isnull=True)
                | Q(second_by__isnull=True)
                | ~Q(first_by=models.F("second_by")),
                name="budget_paper_by_two",
            ),
            models.CheckConstraint(
                condition=Q(settled__isnull=True) | Q(second__isnull=False),
                name="budget_paper_settled_by_two",
            ),
        )
