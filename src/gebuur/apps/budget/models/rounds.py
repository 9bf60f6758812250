"""A round of the neighbourhood budget, and the frame that both sides sign before anybody has an idea."""

from django.db import models
from django.db.models import F, Q

from gebuur.apps.neighbourhood.models import PlaceRow
from gebuur.core.crypto import SealedTextField


class Round(PlaceRow):
    """One pot, one calendar, one rule, as they are being written. What binds is the frame that was published last.

    The seed breaks ties by lot. Nobody sees it before the count; its hash stands in the frame.
    """

    class Rule(models.TextChoices):
        EQUAL_SHARES = "equal-shares"
        GREEDY = "greedy"

    class Utility(models.TextChoices):
        COST = "cost"
        CARDINALITY = "cardinality"

    class Completion(models.TextChoices):
        NONE = "none"
        GREEDY = "greedy"
        ADD1 = "add1"
        ADD1U = "add1u"

    class Ballot(models.TextChoices):
        APPROVAL = "approval"
        KNAPSACK = "knapsack"
        POINTS = "points"

    title = models.CharField(max_length=80)
    pot_cents = models.PositiveBigIntegerField()
    who_decides = models.CharField(max_length=200)
    who_may_vote = models.CharField(max_length=200)
    youngest = models.PositiveSmallIntegerField(default=12)
    contact_name = models.CharField(max_length=80)
    contact_phone = models.CharField(max_length=20)
    leftovers = models.CharField(max_length=300)
    ideas_from = models.DateField()
    ideas_until = models.DateField()
    proposals_until = models.DateField()
    checks_until = models.DateField()
    repairs_until = models.DateField()
    vote_from = models.DateField()
    vote_until = models.DateField()
    decide_by = models.DateField()
    rule = models.CharField(max_length=12, default=Rule.EQUAL_SHARES)
    utility = models.CharField(max_length=11, default=Utility.COST)
    completion = models.CharField(max_length=6, default=Completion.ADD1U)
    ballot = models.CharField(max_length=8, default=Ballot.APPROVAL)
    most_choices = models.PositiveSmallIntegerField(null=True)
    criteria = models.JSONField(default=list)
    exclusions = models.JSONField(default=list)
    seed = SealedTextField()
    seed_hash = models.CharField(max_length=64)
    made_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(ideas_until__gte=F("ideas_from"))
                & Q(proposals_until__gte=F("ideas_until"))
                & Q(checks_until__gte=F("proposals_until"))
                & Q(repairs_until__gte=F("checks_until"))
                & Q(vote_from__gte=F("repairs_until"))
                & Q(vote_until__gte=F("vote_from"))
                & Q(decide_by__gte=F("vote_until")),
                name="budget_calendar_in_order",
            ),
            models.CheckConstraint(
                condition=Q(rule__in=["equal-shares", "greedy"])
                & Q(utility__in=["cost", "cardinality"])
                & Q(completion__in=["none", "greedy", "add1", "add1u"])
                & Q(ballot__in=["approval", "knapsack", "points"]),
                name="budget_rule_known",
            ),
            models.CheckConstraint(condition=Q(pot_cents__gt=0), name="budget_pot_holds_money"),
        )


class FrameVersion(PlaceRow):
    """The frame as it was agreed: everything of the round as it stood, numbered and signed.

    Published when both sides signed. From then on its text stays as it is, and ideas are welcome (triggers hold both).
    """

    round = models.ForeignKey(Round, models.CASCADE, related_name="frames")
    number = models.PositiveSmallIntegerField()
    text = models.JSONField()
    digest = models.CharField(max_length=64)
    why = models.CharField(max_length=300, blank=True)
    authority_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    authority_name = models.CharField(max_length=120, blank=True)
    authority_at = models.DateTimeField(null=True)
    neighbours_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    neighbours_name = models.CharField(max_length=120, blank=True)
    neighbours_at = models.DateTimeField(null=True)
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["round", "number"], name="budget_frame_numbered_once"),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True)
                | Q(authority_at__isnull=False, neighbours_at__isnull=False),
                name="budget_frame_signed_by_both",
            ),
        )
