"""Proposals that a group of neighbours works out: costs, upkeep, and what the neighbourhood gets from them."""

from django.db import models
from django.db.models import Q

from gebuur.apps.budget.models.ideas import Idea
from gebuur.apps.budget.models.rounds import Round
from gebuur.apps.neighbourhood.models import PlaceRow


class Proposal(PlaceRow):
    """An idea worked out by the group that owns it.

    Every handing in keeps a numbered version. When the vote begins, `frozen_digest` says which text was voted on.
    A proposal that was decided on may be handed in again: `version` then counts one further. When it was made real,
    the group says itself that it is done: `finished_at`.
    """

    class State(models.TextChoices):
        DRAFT = "draft"
        HANDED_IN = "handed_in"
        ON_BALLOT = "on_ballot"
        CHOSEN = "chosen"
        NOT_CHOSEN = "not_chosen"
        DECIDED = "decided"
        WITHDRAWN = "withdrawn"

    round = models.ForeignKey(Round, models.CASCADE, related_name="proposals")
    idea = models.OneToOneField(Idea, models.PROTECT, related_name="proposal")
    group = models.ForeignKey(
        "initiatives.Initiative", models.PROTECT, related_name="budget_proposals"
    )
    title = models.CharField(max_length=80)
    summary = models.CharField(max_length=800, blank=True)
    plain = models.CharField(max_length=1200, blank=True)
    street = models.ForeignKey("neighbourhood.Street", models.PROTECT, null=True, related_name="+")
    where = models.CharField(max_length=160, blank=True)
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    upkeep_by = models.CharField(max_length=160, blank=True)
    own_hours = models.PositiveIntegerField(default=0)
    own_things = models.CharField(max_length=300, blank=True)
    risks = models.CharField(max_length=800, blank=True)
    variants = models.CharField(max_length=600, blank=True)
    who_benefits = models.CharField(max_length=600, blank=True)
    households = models.PositiveIntegerField(null=True)
    young_people = models.PositiveIntegerField(null=True)
    older_people = models.PositiveIntegerField(null=True)
    goals = models.JSONField(default=list)
    evidence = models.JSONField(default=list)
    own_evidence = models.CharField(max_length=800, blank=True)
    weak_point = models.CharField(max_length=400, blank=True)
    if_not = models.CharField(max_length=600, blank=True)
    state = models.CharField(max_length=10, default=State.DRAFT)
    version = models.PositiveSmallIntegerField(default=0)
    is_chosen = models.BooleanField(null=True)
    frozen_digest = models.CharField(max_length=64, blank=True)
    handed_in_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(
                    state__in=[
                        "draft",
                        "handed_in",
                        "on_ballot",
                        "chosen",
                        "not_chosen",
                        "decided",
                        "withdrawn",
                    ]
                ),
                name="budget_proposal_state",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "withdrawn"])
                | Q(version__gt=0, handed_in_at__isnull=False),
                name="budget_proposal_handed_in",
            ),
            models.CheckConstraint(
                condition=Q(lon__isnull=True, lat__isnull=True)
                | Q(lon__isnull=False, lat__isnull=False),
                name="budget_proposal_place_whole",
            ),
        )
        indexes = (models.Index(fields=["round", "state"], name="budget_proposals"),)


class CostLine(PlaceRow):
    """One cost: once and per year, who sees to it, who bears the yearly part, and how we know."""

    class Source(models.TextChoices):
        QUOTE = "quote"
        COMPARABLE = "comparable"
        ESTIMATE = "estimate"
        SERVICE = "service"

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="costs")
    what = models.CharField(max_length=120)
    done_by = models.CharField(max_length=120, blank=True)
    once_cents = models.PositiveBigIntegerField(default=0)
    yearly_cents = models.PositiveBigIntegerField(default=0)
    yearly_by = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=10, default=Source.ESTIMATE)
    source_words = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(source__in=["quote", "comparable", "estimate", "service"]),
                name="budget_cost_source",
            ),
            models.CheckConstraint(
                condition=Q(yearly_cents=0) | ~Q(yearly_by=""), name="budget_yearly_cost_is_borne"
            ),
        )


class Tick(PlaceRow):
    """How a proposal meets one criterion of the frame, and what shows it. `criterion` is its words in the frame."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="ticks")
    criterion = models.CharField(max_length=200)
    words = models.CharField(max_length=400)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["proposal", "criterion"], name="budget_ticked_once"),
        )


class SupportLetter(PlaceRow):
    """A letter of support: from whom (a school, a street, an association), and what it says."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="letters")
    sender = models.CharField(max_length=120)
    text = models.CharField(max_length=800)
    written_on = models.DateField()


class ProposalVersion(PlaceRow):
    """What a proposal said when it was handed in: history that stays."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    text = models.JSONField()
    digest = models.CharField(max_length=64)
    why = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=["proposal", "number"], name="budget_version_numbered_once"
            ),
        )

    @property
    def fingerprint(self) -> str:
        """Short enough to lay two papers side by side: what has the same one, has the same text."""
        return " ".join(self.digest[start : start + 4] for start in range(0, 16, 4))
