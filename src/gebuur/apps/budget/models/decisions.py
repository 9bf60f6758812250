"""The decision of the authority as an act of its own, and what neighbours answer to it."""

from django.db import models
from django.db.models import Q

from gebuur.apps.budget.models.proposals import Proposal
from gebuur.apps.budget.models.rounds import FrameVersion
from gebuur.apps.neighbourhood.models import PlaceRow


class Decision(PlaceRow):
    """Yes, partly, on conditions, in stages, or no: each with facts, rule, weighing, alternative and way to respond.

    It is written as a draft; `signed_at` makes it count. A signed one has every part filled (constraint), weighs
    every criterion of its frame (trigger), a no rests on something of the frame (trigger), and it stands: nobody
    changes it or takes it away (trigger).
    `exclusion` is one of the exclusions in the words of the frame. Before the vote only a no or a condition can be
    said; the same version is then decided on once more after it.
    """

    class Outcome(models.TextChoices):
        YES = "yes"
        PARTLY = "partly"
        IF = "if"
        STAGES = "stages"
        NO = "no"

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="decisions")
    version = models.PositiveSmallIntegerField()
    is_before_vote = models.BooleanField(default=False)
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
                fields=["proposal", "version", "is_before_vote"],
                name="budget_decided_once_a_version",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True)
                | Q(is_before_vote=False)
                | Q(outcome__in=["no", "if"]),
                name="budget_vote_comes_before_yes",
            ),
        )


class Weighing(PlaceRow):
    """How the decision weighs one criterion of the frame, in the words of the frame.

    A draft may leave the word or the sentence open; a signed decision may not (trigger).
    """

    class Met(models.TextChoices):
        MET = "met"
        PARTLY = "partly"
        NOT = "not"

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="weighings")
    criterion = models.CharField(max_length=200)
    met = models.CharField(max_length=6, blank=True)
    words = models.CharField(max_length=600, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["decision", "criterion"], name="budget_weighed_once"),
            models.CheckConstraint(
                condition=Q(met__in=["", "met", "partly", "not"]), name="budget_weighing_met"
            ),
        )


class Reply(PlaceRow):
    """What the group answers to one objection of a decision before it hands in again.

    `criterion` is the one that was not wholly met; it is empty for what answers the conditions or the exclusion.
    """

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="replies")
    criterion = models.CharField(max_length=200, blank=True)
    changed = models.CharField(max_length=600)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["decision", "criterion"], name="budget_replied_once"),
            models.CheckConstraint(condition=~Q(changed=""), name="budget_reply_in_words"),
        )


class ReasonsAsked(PlaceRow):
    """A letter of the group that asks the authority for its reasons, or for its answer; it stays as it was sent."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="reasons_asked")
    version = models.PositiveSmallIntegerField()
    is_for_answer = models.BooleanField()
    text = models.CharField(max_length=2000)
    asked_at = models.DateTimeField()

    class Meta:
        ordering = ("asked_at",)
        constraints = (
            models.UniqueConstraint(
                fields=["proposal", "version", "is_for_answer"], name="budget_reasons_asked_once"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="budget_reasons_in_words"),
        )
