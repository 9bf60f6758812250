"""A group that owns what it began: its members, whom they trust with what, and how it ends."""

from django.db import models
from django.db.models import Q

from gebuur.apps.neighbourhood.models import PlaceRow


class Initiative(PlaceRow):
    """Something neighbours began together. Hidden: only its members see that it exists.

    `last_sign_at` moves with every act of a member; a group without a sign for weeks sleeps. Who leads it is then
    asked once whether it goes on (`sleep_asked_at`), or asked again from a day she chose (`sleep_ask_on`).
    """

    class State(models.TextChoices):
        ACTIVE = "active"
        CLOSED = "closed"

    title = models.CharField(max_length=60)
    aim = models.CharField(max_length=400)
    meets = models.CharField(max_length=120, blank=True)
    street = models.ForeignKey("neighbourhood.Street", models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=6, default=State.ACTIVE)
    is_hidden = models.BooleanField(default=False)
    began_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    began_at = models.DateTimeField()
    last_sign_at = models.DateTimeField()
    sleep_asked_at = models.DateTimeField(null=True)
    sleep_ask_on = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["active", "closed"]), name="initiatives_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="active", closed_at__isnull=True)
                | Q(state="closed", closed_at__isnull=False),
                name="initiatives_closed_on_a_day",
            ),
        )
        indexes = (
            models.Index(
                fields=["neighbourhood", "state", "-last_sign_at"], name="initiatives_lively"
            ),
        )

    @property
    def is_open(self) -> bool:
        return self.state == self.State.ACTIVE


class Member(PlaceRow):
    """A neighbour in a group, with or without an account. Who is not known as a resident yet has no voice.

    `is_vouched`: it was other members who said that she lives here, and not the desk.
    """

    class State(models.TextChoices):
        ASKED = "asked"
        MEMBER = "member"
        DECLINED = "declined"
        LEFT = "left"

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="members")
    person = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="groups")
    state = models.CharField(max_length=8, default=State.ASKED)
    words = models.CharField(max_length=300, blank=True)
    asked_at = models.DateTimeField()
    joined_at = models.DateTimeField(null=True)
    known_at = models.DateTimeField(null=True)
    is_vouched = models.BooleanField(default=False)
    left_at = models.DateTimeField(null=True)
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["initiative", "person"], name="initiatives_member_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["asked", "member", "declined", "left"]),
                name="initiatives_member_state",
            ),
            models.CheckConstraint(
                condition=~Q(state="member") | Q(joined_at__isnull=False),
                name="initiatives_member_joined",
            ),
        )

    @property
    def name(self) -> str:
        return self.person.first_name

    @property
    def has_voice(self) -> bool:
        """One resident, one voice: a member whom the group or the desk knows."""
        return self.state == self.State.MEMBER and self.known_at is not None


class Charge(models.TextChoices):
    """What a group can trust somebody with."""

    LEAD = "lead"
    MONEY = "money"
    DATES = "dates"


class Trust(PlaceRow):
    """One member's word about another: welcome, somebody from here, or trusted with a charge."""

    class What(models.TextChoices):
        WELCOME = "welcome"
        RESIDENT = "resident"
        LEAD = "lead"
        MONEY = "money"
        DATES = "dates"

    about = models.ForeignKey(Member, models.CASCADE, related_name="trusted")
    by = models.ForeignKey(Member, models.CASCADE, related_name="trusts")
    what = models.CharField(max_length=8)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(what__in=["welcome", "resident", "lead", "money", "dates"]),
                name="initiatives_trust_what",
            ),
            models.UniqueConstraint(
                fields=["about", "by", "what"],
                condition=Q(withdrawn_at__isnull=True),
                name="initiatives_trusted_once",
            ),
            models.CheckConstraint(
                condition=~Q(about=models.F("by")), name="initiatives_trust_of_others"
            ),
        )


class Holding(PlaceRow):
    """Who carries a charge, from when until when, and whether the group gave it, or somebody handed it over."""

    class How(models.TextChoices):
        FOUNDED = "founded"
        TRUSTED = "trusted"
        HANDED_OVER = "handed_over"

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="holdings")
    member = models.ForeignKey(Member, models.CASCADE, related_name="holdings")
    charge = models.CharField(max_length=6)
    how = models.CharField(max_length=12)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(charge__in=Charge.values), name="initiatives_charge_known"
            ),
            models.CheckConstraint(
                condition=Q(how__in=["founded", "trusted", "handed_over"]),
                name="initiatives_charge_how",
            ),
            models.UniqueConstraint(
                fields=["member", "charge"],
                condition=Q(until__isnull=True),
                name="initiatives_charge_once",
            ),
        )


class HandingOver(PlaceRow):
    """A charge that one neighbour offers to another; it passes when she says yes."""

    class State(models.TextChoices):
        OFFERED = "offered"
        TAKEN = "taken"
        NOT_TAKEN = "not_taken"
        WITHDRAWN = "withdrawn"

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="handings_over")
    giver = models.ForeignKey(Member, models.CASCADE, related_name="hands_over")
    taker = models.ForeignKey(Member, models.CASCADE, related_name="takes_over")
    charge = models.CharField(max_length=6)
    words = models.CharField(max_length=300, blank=True)
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=10, default=State.OFFERED)
    offered_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(charge__in=Charge.values), name="initiatives_handed_charge"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["offered", "taken", "not_taken", "withdrawn"]),
                name="initiatives_handing_over_state",
            ),
            models.UniqueConstraint(
                fields=["giver", "charge"],
                condition=Q(state="offered"),
                name="initiatives_offered_once",
            ),
        )


class Closing(PlaceRow):
    """How a group ended: a word of thanks, where money and things go, and when somebody asks back.

    `wipe_on`: a member asked to delete all of it; until that day everybody in it can say no.
    """

    initiative = models.OneToOneField(Initiative, models.CASCADE, related_name="closing")
    thanks = models.CharField(max_length=600)
    money_to = models.CharField(max_length=200)
    things_to = models.CharField(max_length=200)
    ask_back_on = models.DateField()
    ask_sent_at = models.DateTimeField(null=True)
    asked_back = models.CharField(max_length=600, blank=True)
    answered_at = models.DateTimeField(null=True)
    wipe_on = models.DateField(null=True)
    closed_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    closed_at = models.DateTimeField()


class Post(PlaceRow):
    """A message on the board of a group. Only members read it; it carries a first name and nothing else.

    Phone numbers, mail addresses and door numbers are hidden from readers, unless the writer said they are her own.
    """

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="posts")
    author = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    text = models.CharField(max_length=1000)
    shows_numbers = models.BooleanField(default=False)
    typed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField()
    hidden_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["initiative", "-at"], name="initiatives_board"),)


class PostNotice(PlaceRow):
    """A member who wants a word when there is something new on the board; at most once a day."""

    member = models.OneToOneField(Member, models.CASCADE, related_name="post_notice")
    since = models.DateTimeField()
    told_at = models.DateTimeField(null=True)
