"""What somebody looks through in one sitting: at most two lenses, each with her own words, sealed."""

from django.db import models
from django.db.models import Q

from gebuur.apps.reflection.models.entries import Entry
from gebuur.core.crypto import SealedTextField
from gebuur.core.models import Row


class Lens(Row):
    """One lens of one sitting. There are two places, so that a third cannot be kept by anybody."""

    class Kind(models.TextChoices):
        STYLE = "style"
        ATTITUDE = "attitude"
        ROLE = "role"
        PHASE = "phase"
        CONDITION = "condition"
        BOUNDARY = "boundary"

    PLACES = (1, 2)

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="lenses")
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=9)
    words = SealedTextField(blank=True, default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["entry", "place"], name="reflection_lens_place"),
            models.UniqueConstraint(fields=["entry", "kind"], name="reflection_lens_once"),
            models.CheckConstraint(
                condition=Q(place__in=[1, 2]), name="reflection_lens_two_at_most"
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=["style", "attitude", "role", "phase", "condition", "boundary"]
                ),
                name="reflection_lens_kind",
            ),
        )
