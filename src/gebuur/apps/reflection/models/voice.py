"""What residents say about an activity: nobody's answer can be told from another's, not even from the full database.

There is no row per answer. A row has a key, and ours hold the time; it has a place in the table, and that is the
order in which neighbours came. So all answers of a round lie in one sealed field of the round, question by
question, each mixed apart, and are written anew when one is added. No time, no channel and no
person stands beside them.
"""

from django.db import models
from django.db.models import F, Q

from gebuur.apps.neighbourhood.models import PlaceRow
from gebuur.core.crypto import SealedTextField
from gebuur.core.models import Row


class Kind(models.TextChoices):
    """What neighbours are asked about: one activity, or living in their street."""

    ACTIVITY = "activity"
    PULSE = "pulse"


class VoiceRound(PlaceRow):
    """A few questions to neighbours about one activity, or about their street (a pulse).

    `code` stands in the address behind the QR code. `shown_at` tells since when that address shows the outcome.
    """

    kind = models.CharField(max_length=10, default=Kind.ACTIVITY)
    opened_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    title = models.CharField(max_length=80)
    on = models.DateField()
    street = models.ForeignKey("neighbourhood.Street", models.PROTECT, null=True, related_name="+")
    promised = models.CharField(max_length=24, blank=True)
    questions = models.JSONField(default=list)
    until = models.DateField()
    code = models.CharField(max_length=16, unique=True)
    answers = SealedTextField(blank=True, default="")
    made_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    shown_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(until__gte=F("on")), name="reflection_voice_until_after"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(opened_at__isnull=False),
                name="reflection_voice_opened_before_closed",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.ACTIVITY) | Q(kind=Kind.PULSE, street__isnull=False),
                name="reflection_voice_pulse_in_street",
            ),
            models.CheckConstraint(
                condition=Q(shown_at__isnull=True) | Q(kind=Kind.PULSE, closed_at__isnull=False),
                name="reflection_voice_closed_before_shown",
            ),
            models.UniqueConstraint(
                fields=["street"],
                condition=Q(kind=Kind.PULSE, closed_at__isnull=True),
                name="reflection_voice_one_open_pulse",
            ),
        )
        indexes = (models.Index(fields=["neighbourhood", "-on"], name="reflection_voice_by_day"),)


class OwnView(Row):
    """How the professional herself answers the same questions: hers alone until she shows it."""

    round = models.OneToOneField(VoiceRound, models.CASCADE, related_name="own")
    writer = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="+")
    answers = SealedTextField()
    is_shown = models.BooleanField(default=False)
