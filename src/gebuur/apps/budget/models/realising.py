"""What comes of a yes: steps with their money, what was promised, and what neighbours say afterwards."""

from django.db import models
from django.db.models import Q

from gebuur.apps.budget.models.proposals import Proposal
from gebuur.apps.neighbourhood.models import PlaceRow


class Milestone(PlaceRow):
    """One step of making it real: planned and actual, in time and in money."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="milestones")
    what = models.CharField(max_length=160)
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    planned_cents = models.PositiveBigIntegerField(default=0)
    actual_cents = models.PositiveBigIntegerField(null=True)
    words = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ("due_on", "pk")


class Effect(PlaceRow):
    """What was promised in numbers, and what it became after three and twelve months."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="effects")
    what = models.CharField(max_length=160)
    promised = models.PositiveIntegerField()
    after_three = models.PositiveIntegerField(null=True)
    after_twelve = models.PositiveIntegerField(null=True)


class LookBack(PlaceRow):
    """What a neighbour says after three or twelve months; by screen, phone or paper, without a name."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="look_backs")
    months = models.PositiveSmallIntegerField()
    is_good = models.BooleanField()
    words = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(months__in=[3, 12]), name="budget_look_back_when"),
        )


class LookBackAsk(PlaceRow):
    """That the members were asked to let neighbours look back; once for three months and once for twelve."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="look_back_asks")
    months = models.PositiveSmallIntegerField()
    asked_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["proposal", "months"], name="budget_look_back_asked_once"
            ),
        )


class Picture(PlaceRow):
    """A picture of what was made; who is in it said yes, or it is not here."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="pictures")
    milestone = models.ForeignKey(Milestone, models.SET_NULL, null=True, related_name="pictures")
    what = models.CharField(max_length=160)
    kind = models.CharField(max_length=12)
    picture = models.BinaryField()
    consent = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(consent=""), name="budget_picture_has_consent"),
        )
