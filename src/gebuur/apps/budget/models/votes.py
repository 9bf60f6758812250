"""The vote: a roll of who may, envelopes in a box with three locks, and paper typed by two people.

An envelope says whose it is; what is in it can be read with two of the three keys, and those are on paper only.
How that is kept, and what it cannot keep, stands in docs/ballot-secrecy.md.
"""

from django.db import models
from django.db.models import Q

from gebuur.apps.budget.models.rounds import Round
from gebuur.apps.neighbourhood.models import PlaceRow


class Box(PlaceRow):
    """The ballot box of a round: what seals an envelope, and what two keys together open."""

    round = models.OneToOneField(Round, models.CASCADE, related_name="box")
    public = models.BinaryField()
    wraps = models.JSONField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)


class RollEntry(PlaceRow):
    """A resident who may vote once. The code itself is nowhere: only a slow hash that admits it."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="roll")
    person = models.ForeignKey("neighbourhood.Person", models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=140)
    address = models.CharField(max_length=160, blank=True)
    key = models.CharField(max_length=64)
    code_hash = models.CharField(max_length=64, blank=True)
    sent_by = models.CharField(max_length=8, blank=True)
    paper_given = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["round", "key"], name="budget_on_the_roll_once"),
            models.UniqueConstraint(
                fields=["round", "code_hash"],
                condition=~Q(code_hash=""),
                name="budget_one_code_one_voter",
            ),
        )


class Envelope(PlaceRow):
    """The last ballot of one resident, sealed. Gone when the box is opened."""

    entry = models.OneToOneField(RollEntry, models.CASCADE, related_name="envelope")
    sealed = models.BinaryField()


class PaperBallot(PlaceRow):
    """A paper ballot by its number, typed by two people apart; it counts when both typed the same."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="paper")
    number = models.PositiveIntegerField()
    first = models.JSONField(null=True)
    first_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    second = models.JSONField(null=True)
    second_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    settled = models.JSONField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["round", "number"], name="budget_paper_numbered"),
            models.CheckConstraint(
                condition=Q(first_by__isnull=True)
                | Q(second_by__isnull=True)
                | ~Q(first_by=models.F("second_by")),
                name="budget_paper_by_two",
            ),
        )
