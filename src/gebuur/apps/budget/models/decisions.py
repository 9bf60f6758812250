"""The decision of the authority as an act of its own, and what neighbours answer to it."""

from django.db import models
from django.db.models import Q

from gebuur.apps.budget.models.proposals import Proposal
from gebuur.apps.budget.models.rounds import FrameVersion
from gebuur.apps.neighbourhood.models import PlaceRow


class Decision(PlaceRow):
    """Yes, partly, on conditions, in stages, or no: each with facts, rule, weighing, alternative and way to respond.

    It is written as a draft; `signed_at` makes it count. A signed one has every part filled (constraint), weighs
    every criterion of its frame (trigger), a no rests on something of the frame (trigger), and it stands (trigger).
    `exclusion` is one of the exclusions in the words of the frame.
    """

    class Outcome(models.TextChoices):
        YES = "yes"
        PARTLY = "partly"
        IF = "if"
        STAGES = "stages"
        NO = "no"

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="decisions")
    version = models.PositiveSmallIntegerField()
    frame = models.ForeignKey(FrameVersion, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=6, blank=True)
    granted_cents = models.PositiveBigIntegerField(default=0)
    facts = models.CharField(max_length=1500, blank=True)
    rule = models.CharField(max_length=800, blank=True)
    exclusion = models.CharField(max_length=300, blank=True)
    conditions = models.CharField(max_length=800, blank=True)
    alternative = models.CharField(max_length=800, blank=True)
    respond = models.CharField(max_length=600, blank=True)
    respond_by = models.DateField(null=True)
    plain = models.CharField(max_length=1200, blank=True)
    signatory = models.CharField(max_length=120, blank=True)
    signatory_role = models.CharField(max_length=120, blank=True)
    decided_on = models.DateField(null=True)
    written_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    written_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("written_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(outcome__in=["", "yes", "partly", "if", "stages", "no"]),
                name="budget_decision_outcome",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True)
                | (
                    ~Q(outcome="")
                    & ~Q(facts="")
                    & ~Q(rule="")
                    & ~Q(alternative="")
                    & ~Q(respond="")
                    & Q(respond_by__isnull=False)
                    & ~Q(plain="")
                    & ~Q(signatory="")
                    & ~Q(signatory_role="")
                    & Q(decided_on__isnull=False)
                ),
                name="budget_decision_has_reasons",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True)
                | ~Q(outcome__in=["partly", "if", "stages"])
                | ~Q(conditions=""),
                name="budget_decision_if_what",
            ),
            models.UniqueConstraint(
                fields=["proposal", "version"], name="budget_decided_once_a_version"
            ),
        )


class Weighing(PlaceRow):
    """How the decision weighs one criterion of the frame, in the words of the frame."""

    class Met(models.TextChoices):
        MET = "met"
        PARTLY = "partly"
        NOT = "not"

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="weighings")
    criterion = models.CharField(max_length=200)
    met = models.CharField(max_length=6)
    words = models.CharField(max_length=600)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["decision", "criterion"], name="budget_weighed_once"),
            models.CheckConstraint(
                condition=Q(met__in=["met", "partly", "not"]), name="budget_weighing_met"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="budget_weighing_in_words"),
        )


class Reply(PlaceRow):
    """What the group answers to one objection (a weighing that is not met), when it hands in again."""

    weighing = models.OneToOneField(Weighing, models.CASCADE, related_name="reply")
    changed = models.CharField(max_length=600)
    at = models.DateTimeField()


class ReasonsAsked(PlaceRow):
    """A letter of the group that asks the authority for its reasons, or for its answer."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="reasons_asked")
    text = models.CharField(max_length=2000)
    asked_at = models.DateTimeField()
