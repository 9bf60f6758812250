"""How a group works: what it agreed, decides, does, and where its money goes."""

from django.db import models
from django.db.models import F, Q

from gebuur.apps.initiatives.models.groups import Initiative, Member
from gebuur.apps.neighbourhood.models import PlaceRow


class Agreement(PlaceRow):
    """Something the group agreed: who wrote it, from when it holds, when it is looked at again."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="agreements")
    author = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    text = models.CharField(max_length=600)
    since = models.DateField()
    review_on = models.DateField()
    replaces = models.OneToOneField("self", models.SET_NULL, null=True, related_name="replaced_by")
    ended_on = models.DateField(null=True)
    reminded_at = models.DateTimeField(null=True)
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    written_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(review_on__gt=F("since")), name="initiatives_agreement_looked_at"
            ),
        )


class Decision(PlaceRow):
    """A question the group settles: by consent (nobody objects with a reason) or by vote.

    `needed` is how many voices must speak before it counts, fixed when the question is put. Another wording is a
    new question that `replaces` the first; what was said about the first stays with it. A taken decision to close
    is acted on once.
    """

    class Kind(models.TextChoices):
        CONSENT = "consent"
        VOTE = "vote"

    class State(models.TextChoices):
        OPEN = "open"
        TAKEN = "taken"
        NOT_TAKEN = "not_taken"
        WITHDRAWN = "withdrawn"

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=8)
    proposal = models.CharField(max_length=400)
    reasons = models.CharField(max_length=600)
    proposer = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    needed = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, default=State.OPEN)
    put_at = models.DateTimeField()
    speak_until = models.DateField()
    settled_at = models.DateTimeField(null=True)
    replaces = models.OneToOneField("self", models.SET_NULL, null=True, related_name="replaced_by")
    is_to_close = models.BooleanField(default=False)
    acted_on_at = models.DateTimeField(null=True)
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=["consent", "vote"]), name="initiatives_decision_kind"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "taken", "not_taken", "withdrawn"]),
                name="initiatives_decision_state",
            ),
            models.CheckConstraint(
                condition=Q(state="open", settled_at__isnull=True)
                | (~Q(state="open") & Q(settled_at__isnull=False)),
                name="initiatives_decision_settled",
            ),
            models.CheckConstraint(
                condition=Q(acted_on_at__isnull=True) | Q(state="taken", is_to_close=True),
                name="initiatives_closing_decided",
            ),
        )


class Voice(PlaceRow):
    """What one member says in a decision. An objection carries its reason."""

    class Stance(models.TextChoices):
        YES = "yes"
        DOUBT = "doubt"
        OBJECTION = "objection"
        NO = "no"
        ABSTAIN = "abstain"

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="voices")
    member = models.ForeignKey(Member, models.CASCADE, related_name="voices")
    stance = models.CharField(max_length=9)
    reason = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField()
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["decision", "member"], name="initiatives_one_voice"),
            models.CheckConstraint(
                condition=Q(stance__in=["yes", "doubt", "objection", "no", "abstain"]),
                name="initiatives_stance_known",
            ),
            models.CheckConstraint(
                condition=~Q(stance="objection") | ~Q(reason=""),
                name="initiatives_objection_has_reason",
            ),
        )


class Series(PlaceRow):
    """Something the group does again and again, until a day."""

    class Rhythm(models.TextChoices):
        WEEKLY = "weekly"
        FORTNIGHTLY = "fortnightly"
        MONTHLY = "monthly"

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="series")
    rhythm = models.CharField(max_length=11)
    until = models.DateField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(rhythm__in=["weekly", "fortnightly", "monthly"]),
                name="initiatives_rhythm_known",
            ),
        )


class Activity(PlaceRow):
    """Something on a day. Open: neighbours who are no members may come, and it stands on the public page."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="activities")
    series = models.ForeignKey(Series, models.SET_NULL, null=True, related_name="activities")
    title = models.CharField(max_length=80)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=120)
    where = models.CharField(max_length=120)
    note = models.CharField(max_length=400, blank=True)
    is_public = models.BooleanField(default=False)
    made_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    reminded_at = models.DateTimeField(null=True)
    called_off_at = models.DateTimeField(null=True)
    held_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(minutes__gte=1), name="initiatives_activity_lasts"),
        )
        indexes = (
            models.Index(fields=["initiative", "starts_at"], name="initiatives_calendar"),
            models.Index(fields=["neighbourhood", "starts_at"], name="initiatives_agenda"),
        )


class Place(PlaceRow):
    """A part somebody can play in an activity (coming, cooking, opening the hall), and for how many."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="places")
    name = models.CharField(max_length=60)
    most = models.PositiveSmallIntegerField(null=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(fields=["activity", "name"], name="initiatives_place_named"),
            models.CheckConstraint(
                condition=Q(most__isnull=True) | Q(most__gte=1), name="initiatives_place_for_one"
            ),
        )


class Taking(PlaceRow):
    """A member who takes a place."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="takings")
    member = models.ForeignKey(Member, models.CASCADE, related_name="takings")
    at = models.DateTimeField()
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["place", "member"], name="initiatives_place_once"),
        )

    @property
    def what(self) -> str:
        """Which place in which date, for the file of this neighbour."""
        return f"{self.place.activity.title}: {self.place.name}"


class GroupTask(PlaceRow):
    """Something to be done between two dates; somebody takes it, and says when it is done."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="tasks")
    what = models.CharField(max_length=160)
    by = models.DateField(null=True)
    made_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    taken_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="tasks")
    done_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField()


class MoneyLine(PlaceRow):
    """Money in (above zero) or out. A mistake is set right by a line against it, never rubbed out."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="money")
    on = models.DateField()
    what = models.CharField(max_length=120)
    cents = models.IntegerField()
    against = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")
    noted_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    noted_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(cents=0), name="initiatives_money_moves"),
        )
        indexes = (models.Index(fields=["initiative", "on"], name="initiatives_money_book"),)
