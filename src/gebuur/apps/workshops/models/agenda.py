"""An agenda: a workshop and its blocks, to be run as often as one likes."""

from django.db import models
from django.db.models import Q

from gebuur.core.models import Row
from gebuur.domain import frames

KINDS = [str(kind) for kind in frames.BlockKind]


class Workshop(Row):
    """An agenda that an organisation can run. `ready_key` names the ready workshop it was copied from, if any."""

    organisation = models.ForeignKey(
        "neighbourhood.Organisation", models.CASCADE, related_name="workshops"
    )
    title = models.CharField(max_length=120)
    language = models.CharField(max_length=2, default="nl")
    ready_key = models.CharField(max_length=40, blank=True)
    made_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField()
    put_away_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(language__in=["nl", "en"]), name="workshops_workshop_language"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="workshops_workshop_has_title"),
        )


class Block(Row):
    """One block of an agenda. `picks` is what was chosen for it, as `domain.frames.stages_of` reads it."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="blocks")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10)
    title = models.CharField(max_length=120)
    text = models.CharField(max_length=600, blank=True)
    minutes = models.PositiveSmallIntegerField()
    picks = models.JSONField(default=list)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="workshops_block_kind"),
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=240), name="workshops_block_minutes"
            ),
        )
