"""The authority reads along: questions, doubts with a date, and what each service finds feasible."""

from django.db import models
from django.db.models import Q

from gebuur.apps.budget.models.ideas import Idea
from gebuur.apps.budget.models.proposals import Proposal
from gebuur.apps.neighbourhood.models import PlaceRow


class Remark(PlaceRow):
    """A question or a doubt of the authority about an idea or a proposal, and its answer.

    `criterion` is in the words of the frame; a doubt always has one.
    """

    idea = models.ForeignKey(Idea, models.CASCADE, null=True, related_name="remarks")
    proposal = models.ForeignKey(Proposal, models.CASCADE, null=True, related_name="remarks")
    criterion = models.CharField(max_length=200, blank=True)
    is_doubt = models.BooleanField(default=False)
    text = models.CharField(max_length=600)
    asked_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    answer_by = models.DateField(null=True)
    answer = models.CharField(max_length=600, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(idea__isnull=False, proposal__isnull=True)
                | Q(idea__isnull=True, proposal__isnull=False),
                name="budget_remark_about_one",
            ),
            models.CheckConstraint(
                condition=Q(is_doubt=False) | ~Q(criterion=""), name="budget_doubt_has_criterion"
            ),
        )


class FeasibilityCheck(PlaceRow):
    """What one service says of a proposal: feasible, feasible if, or not, with a reason from the frame.

    `ground` is a criterion or an exclusion in the words of the frame.
    """

    class Verdict(models.TextChoices):
        YES = "yes"
        IF = "if"
        NO = "no"

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="checks")
    service = models.CharField(max_length=120)
    reader_name = models.CharField(max_length=120)
    reader_email = models.EmailField(blank=True)
    escalates_to = models.CharField(max_length=120)
    escalates_email = models.EmailField(blank=True)
    due_on = models.DateField()
    verdict = models.CharField(max_length=3, blank=True)
    ground = models.CharField(max_length=300, blank=True)
    reasons = models.CharField(max_length=800, blank=True)
    condition = models.CharField(max_length=600, blank=True)
    repaired = models.CharField(max_length=600, blank=True)
    repaired_at = models.DateTimeField(null=True)
    asked_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["proposal", "service"], name="budget_checked_once_a_service"
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=["", "yes", "if", "no"]), name="budget_check_verdict"
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=["", "yes"]) | (~Q(reasons="") & ~Q(ground="")),
                name="budget_check_has_reasons",
            ),
            models.CheckConstraint(
                condition=~Q(verdict="if") | ~Q(condition=""), name="budget_check_if_what"
            ),
        )
