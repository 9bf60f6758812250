"""Ideas of neighbours: from a screen, a sheet, the phone or the wall of a meeting."""

from django.db import models
from django.db.models import Q

from gebuur.apps.budget.models.rounds import Round
from gebuur.apps.neighbourhood.models import Channel, PlaceRow


class Idea(PlaceRow):
    """One idea, in the words of who had it."""

    class State(models.TextChoices):
        OPEN = "open"
        WITHDRAWN = "withdrawn"

    round = models.ForeignKey(Round, models.CASCADE, related_name="ideas")
    title = models.CharField(max_length=80)
    text = models.CharField(max_length=800, blank=True)
    street = models.ForeignKey("neighbourhood.Street", models.PROTECT, null=True, related_name="+")
    giver = models.ForeignKey("neighbourhood.Person", models.SET_NULL, null=True, related_name="+")
    channel = models.CharField(max_length=8)
    meeting = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=9, default=State.OPEN)
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    entered_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["open", "withdrawn"]), name="budget_idea_state"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=Channel.values), name="budget_idea_channel"
            ),
        )
        indexes = (models.Index(fields=["round", "state", "entered_at"], name="budget_ideas"),)


class Backing(PlaceRow):
    """A neighbour who likes an idea and says what she is in it for; only counts are ever shown."""

    class Age(models.TextChoices):
        YOUNG = "young"
        FAMILY = "family"
        OLDER = "older"

    idea = models.ForeignKey(Idea, models.CASCADE, related_name="backings")
    person = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="+")
    age = models.CharField(max_length=8, blank=True)
    will_help = models.BooleanField(default=False)
    will_use = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["idea", "person"], name="budget_backed_once"),
            models.CheckConstraint(
                condition=Q(age__in=["", "young", "family", "older"]),
                name="budget_backing_age",
            ),
        )
