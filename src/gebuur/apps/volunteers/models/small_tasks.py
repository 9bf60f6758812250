"""First small tasks that need nobody who asks: a street table, a phoning round, a text to translate."""

from django.db import models
from django.db.models import Q

from gebuur.apps.neighbourhood.models import PlaceRow


class SmallTask(PlaceRow):
    """Something small to do for the neighbourhood. `kind` is a key of `domain.frames.SMALL_TASKS`.

    Without a day the helpers choose one themselves. `languages` are the ones it is done in; empty: any.
    """

    class State(models.TextChoices):
        OPEN = "open"
        CLOSED = "closed"

    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=80, blank=True)
    on = models.DateField(null=True)
    at = models.TimeField(null=True)
    where = models.CharField(max_length=120, blank=True)
    minutes = models.PositiveSmallIntegerField(default=60)
    people = models.PositiveSmallIntegerField(default=1)
    languages = models.JSONField(default=list)
    contact = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    state = models.CharField(max_length=6, default=State.OPEN)
    made_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["open", "closed"]), name="volunteers_small_state"
            ),
            models.CheckConstraint(
                condition=Q(people__gte=1) & Q(minutes__gte=1), name="volunteers_small_sizes"
            ),
        )
        indexes = (
            models.Index(fields=["neighbourhood", "state", "on"], name="volunteers_small_open"),
        )


class SmallAsk(PlaceRow):
    """One volunteer who is asked for a small task, and what she said. A reason is never asked."""

    class State(models.TextChoices):
        ASKED = "asked"
        YES = "yes"
        NOT_THIS_TIME = "not_this_time"
        FILLED = "filled"
        WITHDRAWN = "withdrawn"
        DONE = "done"

    small_task = models.ForeignKey(SmallTask, models.CASCADE, related_name="asks")
    offer = models.ForeignKey("volunteers.Offer", models.CASCADE, related_name="small_asks")
    state = models.CharField(max_length=14, default=State.ASKED)
    asked_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(
                    state__in=["asked", "yes", "not_this_time", "filled", "withdrawn", "done"]
                ),
                name="volunteers_small_ask_state",
            ),
            models.UniqueConstraint(
                fields=["small_task", "offer"], name="volunteers_small_asked_once"
            ),
        )
