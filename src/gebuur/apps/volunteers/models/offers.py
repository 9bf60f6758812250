"""Offers: what somebody wants to do, when, where, how much; and whom not to pair."""

from django.db import models
from django.db.models import F, Q

from gebuur.apps.neighbourhood.models import PlaceRow


class Offer(PlaceRow):
    """One person's offer. Limits are the person's own; pausing has no price.

    `slots` is a bitmask of 21 parts of the week: bit = day * 3 + part, Monday morning is bit 0.
    `radius` is in metres. `paused_until` is the last day that was planned of a pause that is not over.
    `is_organised` chooses the rules: volunteering for an organisation, which asks a legal file, or
    neighbours who help each other, which asks nothing.
    `contact` is the professional who sees to it that she is asked; `phoned_at` is when somebody last spoke
    to her about a first task.
    """

    person = models.OneToOneField("neighbourhood.Person", models.CASCADE, related_name="offer")
    slots = models.PositiveIntegerField(default=0)
    radius = models.PositiveIntegerField(default=1000)
    per_week = models.PositiveSmallIntegerField(default=1)
    per_month = models.PositiveSmallIntegerField(default=4)
    skills = models.JSONField(default=list)
    paused_until = models.DateField(null=True)
    is_organised = models.BooleanField(default=False)
    board_mail = models.BooleanField(default=False)
    channel = models.CharField(max_length=8)
    entered_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    contact = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    came_from = models.ForeignKey(
        "volunteers.Flyer", models.SET_NULL, null=True, related_name="offers"
    )
    created_at = models.DateTimeField()
    phoned_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    last_match_at = models.DateTimeField(null=True)
    last_asked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(slots__lt=1 << 21), name="volunteers_offer_slots"),
            models.CheckConstraint(
                condition=Q(per_week__gte=1) & Q(per_month__gte=F("per_week")),
                name="volunteers_offer_limits",
            ),
        )
        indexes = (
            models.Index(fields=["neighbourhood", "stopped_at"], name="volunteers_active"),
            models.Index(
                fields=["neighbourhood", "created_at"],
                condition=Q(
                    stopped_at__isnull=True, last_asked_at__isnull=True, last_match_at__isnull=True
                ),
                name="volunteers_never_asked",
            ),
        )

    @property
    def is_paused(self) -> bool:
        """A pause lasts until she says herself that she starts again, also after its last day."""
        return self.paused_until is not None


# All that a first look reads, so that it finds it in the index and opens no row.
NEARBY = (
    "reach", "east", "north", "x", "y", "radius", "slots", "languages", "offered", "matched", "offer",
)  # fmt: skip


class OfferedTask(models.Model):
    """A ticked task, with what a first look at everybody needs, so that one index finds who comes into question.

    `REPEATED` is told by the database itself, whenever the offer or the home of its person changes: nobody
    writes it. `reach` is the radius, rounded up to one of core.grid.REACHES; `east` and `north` count squares
    of that side; `is_living` ends with the offer. `offered` and `matched` are the moments of the offer and of its
    last match, in microseconds since 1970: so that hundreds of them are compared and none is converted.
    """

    REPEATED = (
        "is_living", "reach", "east", "north", "x", "y", "radius", "slots", "languages", "offered", "matched",
    )  # fmt: skip

    id = models.BigAutoField(primary_key=True)
    neighbourhood = models.ForeignKey(
        "neighbourhood.Neighbourhood", models.CASCADE, related_name="+"
    )
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="tasks")
    task = models.ForeignKey("boundaries.Task", models.CASCADE, related_name="+")
    is_cleared = models.BooleanField(default=False)
    cleared_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    is_living = models.BooleanField(default=True)
    reach = models.PositiveIntegerField(default=0)
    east = models.IntegerField(default=0)
    north = models.IntegerField(default=0)
    x = models.BigIntegerField(default=0)
    y = models.BigIntegerField(default=0)
    radius = models.PositiveIntegerField(default=0)
    slots = models.PositiveIntegerField(default=0)
    languages = models.TextField(default="[]")
    offered = models.BigIntegerField(default=0)
    matched = models.BigIntegerField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["offer", "task"], name="volunteers_task_ticked_once"),
        )
        indexes = (
            models.Index(
                fields=[*("neighbourhood", "task", "is_living"), *NEARBY],
                name="volunteers_task_nearby",
            ),
            models.Index(
                fields=["neighbourhood", "task", "is_living", "matched", "offered", "id"],
                name="volunteers_task_in_turn",
            ),
        )


class NotTogether(PlaceRow):
    """Two people of whom one asked not to be paired with the other. No reason is stored."""

    a = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="+")
    b = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["a", "b"], name="volunteers_not_together_once"),
            models.CheckConstraint(
                condition=Q(a__lt=F("b")), name="volunteers_not_together_ordered"
            ),
        )
