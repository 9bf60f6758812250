"""Ideas of neighbours: from a screen, a sheet, the phone or the wall of a meeting."""

from django.db import models
from django.db.models import F, Q

from gebuur.apps.budget.models.rounds import Round
from gebuur.apps.neighbourhood.models import Channel, PlaceRow


class Idea(PlaceRow):
    """One idea, in the words of who had it. A merged one stays readable and points at what it became part of."""

    class State(models.TextChoices):
        OPEN = "open"
        MERGED = "merged"
        SPLIT = "split"
        PROPOSAL = "proposal"
        WITHDRAWN = "withdrawn"

    round = models.ForeignKey(Round, models.CASCADE, related_name="ideas")
    title = models.CharField(max_length=80)
    text = models.CharField(max_length=800, blank=True)
    street = models.ForeignKey("neighbourhood.Street", models.PROTECT, null=True, related_name="+")
    giver = models.ForeignKey("neighbourhood.Person", models.SET_NULL, null=True, related_name="+")
    channel = models.CharField(max_length=8)
    meeting = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=9, default=State.OPEN)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    split_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    entered_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["open", "merged", "split", "proposal", "withdrawn"]),
                name="budget_idea_state",
            ),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | (~Q(state="merged") & Q(merged_into__isnull=True)),
                name="budget_idea_merged_into_one",
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


class MergeAsk(PlaceRow):
    """The question whether an idea may become part of another one; only its giver says yes."""

    idea = models.ForeignKey(Idea, models.CASCADE, related_name="merge_asks")
    into = models.ForeignKey(Idea, models.CASCADE, related_name="merge_offers")
    state = models.CharField(max_length=5, default="asked")
    asked_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["idea"], condition=Q(state="asked"), name="budget_merge_asked_once"
            ),
            models.CheckConstraint(condition=~Q(idea=F("into")), name="budget_merge_of_two"),
            models.CheckConstraint(
                condition=Q(state__in=["asked", "yes", "no"]), name="budget_merge_state"
            ),
        )


class WallPhoto(PlaceRow):
    """A picture of the wall of a meeting, for the desk only."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="walls")
    meeting = models.CharField(max_length=80)
    kind = models.CharField(max_length=12)
    picture = models.BinaryField()
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField()
