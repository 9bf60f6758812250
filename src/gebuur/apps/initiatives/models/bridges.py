"""A bridge between streets or groups: asked for, weighed by the giving side, on its own terms."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from gebuur.apps.initiatives.models.groups import Initiative, Member
from gebuur.apps.initiatives.models.working import Activity
from gebuur.apps.neighbourhood.models import PlaceRow, Street


class Rung(models.TextChoices):
    """The small steps, from light to heavy; never a rank of groups."""

    LISTEN = "listen"
    MEET = "meet"
    TELL = "tell"
    SHARE = "share"


class Bridge(PlaceRow):
    """One side asks another to do something together. Only the giving side says yes, no, or something else.

    The giving side is a group, or a street with a contact person. The asking side is a group, a street, or a
    professional who asks for a street. `terms` are what stands now; every earlier version is a BridgeWord.
    """

    class State(models.TextChoices):
        ASKED = "asked"
        AMENDED = "amended"
        AGREED = "agreed"
        DECLINED = "declined"
        WITHDRAWN = "withdrawn"
        ENDED = "ended"

    from_group = models.ForeignKey(
        Initiative, models.CASCADE, null=True, related_name="bridges_asked"
    )
    from_street = models.ForeignKey(
        "neighbourhood.Street", models.PROTECT, null=True, related_name="+"
    )
    asked_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    is_by_professional = models.BooleanField(default=False)
    to_group = models.ForeignKey(
        Initiative, models.CASCADE, null=True, related_name="bridges_given"
    )
    to_street = models.ForeignKey(
        "neighbourhood.Street", models.PROTECT, null=True, related_name="+"
    )
    rung = models.CharField(max_length=6)
    terms = models.CharField(max_length=600)
    reason = models.CharField(max_length=600)
    until = models.DateField(null=True)
    state = models.CharField(max_length=9, default=State.ASKED)
    asked_at = models.DateTimeField()
    answer_by = models.DateField()
    reminded_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    activity = models.ForeignKey(Activity, models.SET_NULL, null=True, related_name="bridges")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(rung__in=Rung.values), name="initiatives_rung_known"
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=["asked", "amended", "agreed", "declined", "withdrawn", "ended"]
                ),
                name="initiatives_bridge_state",
            ),
            models.CheckConstraint(
                condition=Q(to_group__isnull=False) | Q(to_street__isnull=False),
                name="initiatives_bridge_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(from_group__isnull=False) | Q(from_street__isnull=False),
                name="initiatives_bridge_has_a_start",
            ),
            models.CheckConstraint(
                condition=Q(from_group__isnull=True)
                | Q(to_group__isnull=True)
                | ~Q(from_group=F("to_group")),
                name="initiatives_bridge_between_two",
            ),
            models.UniqueConstraint(
                Coalesce("from_group", "from_street", output_field=models.UUIDField()),
                Coalesce("to_group", "to_street", output_field=models.UUIDField()),
                condition=Q(state__in=["asked", "amended", "agreed"]),
                name="initiatives_one_bridge_at_a_time",
            ),
        )
        indexes = (
            models.Index(
                fields=["neighbourhood", "state", "answer_by"], name="initiatives_bridges_wait"
            ),
        )

    @property
    def from_name(self) -> str:
        """The asking side, as people call it."""
        return self.from_group.title if self.from_group else _name_of(self.from_street)

    @property
    def to_name(self) -> str:
        """The giving side, as people call it."""
        return self.to_group.title if self.to_group else _name_of(self.to_street)

    @property
    def waits_for(self) -> str:
        """Whose turn it is to answer: the giving side, the asking side after other terms, or nobody."""
        turns = {self.State.ASKED: "giving", self.State.AMENDED: "asking"}
        return turns.get(self.State(self.state), "")

    @property
    def waiting_name(self) -> str:
        """The side that answers now, as people call it."""
        return {"giving": self.to_name, "asking": self.from_name}.get(self.waits_for, "")


def _name_of(street: Street | None) -> str:
    return street.name if street else ""


class BridgeWord(PlaceRow):
    """One word in the talk about a bridge, kept as it was said: who, from which side, and the terms then."""

    class Side(models.TextChoices):
        ASKING = "asking"
        GIVING = "giving"

    class Said(models.TextChoices):
        ASKED = "asked"
        YES = "yes"
        NO = "no"
        OTHERWISE = "otherwise"
        WITHDRAWN = "withdrawn"
        ENDED = "ended"

    bridge = models.ForeignKey(Bridge, models.CASCADE, related_name="words")
    side = models.CharField(max_length=6)
    said = models.CharField(max_length=9)
    member = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    person = models.ForeignKey("neighbourhood.Person", models.SET_NULL, null=True, related_name="+")
    rung = models.CharField(max_length=6)
    terms = models.CharField(max_length=600)
    words = models.CharField(max_length=400, blank=True)
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(side__in=["asking", "giving"]), name="initiatives_bridge_side"
            ),
            models.CheckConstraint(
                condition=Q(said__in=["asked", "yes", "no", "otherwise", "withdrawn", "ended"]),
                name="initiatives_bridge_said",
            ),
        )

    @property
    def by(self) -> str:
        """The kind of actor, as the chronicle says it."""
        asks = self.side == self.Side.ASKING and self.bridge.is_by_professional
        return "professional" if asks and self.member_id is None else "neighbour"
