"""The authority reads along: questions, doubts with a date, and what each service finds feasible."""

from django.db import models
from django.db.models import Q

from gebuur.apps.budget.models.ideas import Idea
from gebuur.apps.budget.models.proposals import Proposal
from gebuur.apps.neighbourhood.models import PlaceRow


class Remark(PlaceRow):
    """What the authority says while it reads along with an idea or a proposal, and what is answered.

    A question or a doubt waits for an answer by a day; `criterion` is in the words of the frame, and a doubt always
    has one. `READ` says that it was read and no doubt is known: there is one, which moves to the last time.
    """

    class Kind(models.TextChoices):
        QUESTION = "question"
        DOUBT = "doubt"
        READ = "read"

    idea = models.ForeignKey(Idea, models.CASCADE, null=True, related_name="remarks")
    proposal = models.ForeignKey(Proposal, models.CASCADE, null=True, related_name="remarks")
    kind = models.CharField(max_length=8)
    criterion = models.CharField(max_length=200, blank=True)
    text = models.CharField(max_length=600, blank=True)
    asked_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    answer_by = models.DateField(null=True)
    answer = models.CharField(max_length=600, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("asked_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(idea__isnull=False, proposal__isnull=True)
                | Q(idea__isnull=True, proposal__isnull=False),
                name="budget_remark_about_one",
            ),
            models.CheckConstraint(
                condition=Q(kind="read", text="", answer_by__isnull=True)
                | (Q(kind__in=["question", "doubt"], answer_by__isnull=False) & ~Q(text="")),
                name="budget_remark_asks",
            ),
            models.CheckConstraint(
                condition=~Q(kind="doubt") | ~Q(criterion=""), name="budget_doubt_has_criterion"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="budget_remark_answered",
            ),
            models.UniqueConstraint(
                fields=["idea"], condition=Q(kind="read"), name="budget_idea_read_once"
            ),
            models.UniqueConstraint(
                fields=["proposal"], condition=Q(kind="read"), name="budget_proposal_read_once"
            ),
        )

    @property
    def thing(self) -> Idea | Proposal:
        """What it is about."""
        thing = self.proposal or self.idea
        assert thing is not None  # noqa: S101 - held by budget_remark_about_one
        return thing


class FeasibilityCheck(PlaceRow):
    """What one service says of a proposal: feasible, feasible if, or not, with a reason from the frame.

    `ground` is a criterion or an exclusion in the words of the frame. When the group mended something the service
    looks once more; `first` then keeps what it said before. A version that comes back after an answer of the authority
    is looked at anew: `version` says which one this is about.
    """

    class Verdict(models.TextChoices):
        YES = "yes"
        IF = "if"
        NO = "no"

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="checks")
    version = models.PositiveSmallIntegerField()
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
    answered_at = models.DateTimeField(null=True)
    repaired = models.CharField(max_length=600, blank=True)
    repaired_at = models.DateTimeField(null=True)
    first = models.JSONField(default=dict)
    again_at = models.DateTimeField(null=True)
    asked_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    late_told_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("asked_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["proposal", "service", "version"], name="budget_checked_once_a_version"
            ),
            models.CheckConstraint(
                condition=Q(verdict="", answered_at__isnull=True)
                | Q(verdict__in=["yes", "if", "no"], answered_at__isnull=False),
                name="budget_check_verdict",
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=["", "yes"]) | (~Q(reasons="") & ~Q(ground="")),
                name="budget_check_has_reasons",
            ),
            models.CheckConstraint(
                condition=~Q(verdict="if") | ~Q(condition=""), name="budget_check_if_what"
            ),
            models.CheckConstraint(
                condition=Q(again_at__isnull=True) | Q(repaired_at__isnull=False),
                name="budget_check_again_after_repair",
            ),
        )
