"""The professional beside a group: what she promised, what she sees, and the day she steps back."""

from django.db import models
from django.db.models import F, Q

from gebuur.apps.initiatives.models.groups import Initiative, Member
from gebuur.apps.neighbourhood.models import PlaceRow


class SupportWish(PlaceRow):
    """A group that asks for somebody beside it, also when it is hidden; settled when somebody is welcome."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="support_wishes")
    member = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    words = models.CharField(max_length=400)
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    wished_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["initiative"],
                condition=Q(settled_at__isnull=True),
                name="initiatives_one_wish_at_a_time",
            ),
        )


class Support(PlaceRow):
    """A professional beside a group: why, what she does and does not, and until when. The group can end it.

    `longer_until` is a later last day that one side asks for; it counts when the other side says yes.
    `typed_by` wrote down the last word of the group, when a member said it on the phone.
    """

    class State(models.TextChoices):
        OFFERED = "offered"
        GOING = "going"
        DECLINED = "declined"
        ENDED = "ended"

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="supports")
    supporter = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="supports")
    reason = models.CharField(max_length=400)
    does = models.CharField(max_length=400)
    does_not = models.CharField(max_length=400)
    since = models.DateField()
    until = models.DateField()
    state = models.CharField(max_length=8, default=State.OFFERED)
    offered_at = models.DateTimeField()
    answered_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by_group = models.BooleanField(default=False)
    ended_words = models.CharField(max_length=400, blank=True)
    longer_until = models.DateField(null=True)
    longer_by_group = models.BooleanField(default=False)
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(longer_until__isnull=True) | Q(longer_until__gt=F("until")),
                name="initiatives_support_longer",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["offered", "going", "declined", "ended"]),
                name="initiatives_support_state",
            ),
            models.CheckConstraint(
                condition=Q(until__gte=F("since")), name="initiatives_support_period"
            ),
            models.UniqueConstraint(
                fields=["initiative", "supporter"],
                condition=Q(state__in=["offered", "going"]),
                name="initiatives_supported_once",
            ),
        )


class Step(models.TextChoices):
    """What a style is promised for."""

    BEGIN = "begin"
    DECIDE = "decide"
    DO = "do"
    CLOSE = "close"


class Promise(PlaceRow):
    """The style a supporter promises for one step. `style` is a key of `domain.frames`.

    Announced only after the six conditions were looked at; the middle styles also need a published frame.
    """

    support = models.ForeignKey(Support, models.CASCADE, related_name="promises")
    step = models.CharField(max_length=6)
    style = models.CharField(max_length=24)
    made_at = models.DateTimeField()
    announced_at = models.DateTimeField(null=True)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(step__in=Step.values), name="initiatives_step_known"
            ),
            models.UniqueConstraint(
                fields=["support", "step"],
                condition=Q(replaced_at__isnull=True),
                name="initiatives_one_style_a_step",
            ),
        )


class ConditionSeen(PlaceRow):
    """One of the six conditions, looked at before a style is announced: does it hold, and how do we know."""

    class Holds(models.TextChoices):
        YES = "yes"
        PARTLY = "partly"
        NO = "no"

    promise = models.ForeignKey(Promise, models.CASCADE, related_name="conditions")
    condition = models.CharField(max_length=24)
    holds = models.CharField(max_length=6)
    evidence = models.CharField(max_length=400)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["promise", "condition"], name="initiatives_condition_once"
            ),
            models.CheckConstraint(
                condition=Q(holds__in=["yes", "partly", "no"]), name="initiatives_condition_holds"
            ),
        )


class FrameSheet(PlaceRow):
    """What a middle style must say before it starts: what is fixed, what is open, who decides, by when, and then."""

    promise = models.OneToOneField(Promise, models.CASCADE, related_name="frame")
    fixed = models.CharField(max_length=600)
    open = models.CharField(max_length=600)
    who_decides = models.CharField(max_length=200)
    by = models.DateField()
    then = models.CharField(max_length=400)
    published_at = models.DateTimeField()


class StyleSeen(PlaceRow):
    """The style somebody saw practised in a step: the supporter herself, or one member, once a month at most."""

    promise = models.ForeignKey(Promise, models.CASCADE, related_name="seen")
    member = models.ForeignKey(Member, models.CASCADE, null=True, related_name="+")
    style = models.CharField(max_length=24)
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    month = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["promise", "member", "month"], name="initiatives_style_seen_once"
            ),
            models.UniqueConstraint(
                fields=["promise", "month"],
                condition=Q(member__isnull=True),
                name="initiatives_own_style_seen_once",
            ),
        )


class Advice(PlaceRow):
    """An advice to whoever decides, and the answer it must get: taken over, partly or not, with reasons."""

    class Answer(models.TextChoices):
        TAKEN = "taken"
        PARTLY = "partly"
        NOT = "not"

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="advices")
    author = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    to_supporter = models.ForeignKey(Support, models.SET_NULL, null=True, related_name="advices")
    text = models.CharField(max_length=600)
    given_at = models.DateTimeField()
    answer_by = models.DateField()
    answer = models.CharField(max_length=6, blank=True)
    reasons = models.CharField(max_length=600, blank=True)
    answered_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(answer__in=["", "taken", "partly", "not"]),
                name="initiatives_advice_answer",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & ~Q(reasons="") & Q(answered_at__isnull=False)),
                name="initiatives_advice_has_reasons",
            ),
        )


class PhaseNote(PlaceRow):
    """Signals of a group, as a member or its supporter saw them on a day. The group may contest it."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="phases")
    member = models.ForeignKey(Member, models.CASCADE, null=True, related_name="+")
    support = models.ForeignKey(Support, models.CASCADE, null=True, related_name="+")
    signals = models.JSONField(default=list)
    is_unclear = models.BooleanField(default=False)
    words = models.CharField(max_length=400, blank=True)
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    seen_at = models.DateTimeField()
    contested_at = models.DateTimeField(null=True)
    contested_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    contested_typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    contested_words = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(member__isnull=False, support__isnull=True)
                | Q(member__isnull=True, support__isnull=False),
                name="initiatives_phase_seen_by_one",
            ),
        )
        indexes = (models.Index(fields=["initiative", "seen_at"], name="initiatives_phases"),)
