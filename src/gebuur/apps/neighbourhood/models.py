"""Places and people. A person needs no account and no e-mail address."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gebuur.core.crypto import SealedTextField
from gebuur.core.models import Row


class Organisation(Row):
    """Who employs the professionals: a service centre, a town, an association."""

    name = models.CharField(max_length=120)
    created_at = models.DateTimeField(auto_now_add=True)


class Neighbourhood(Row):
    """The area that its residents call theirs, and whom to phone there."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="neighbourhoods")
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    contact_name = models.CharField(max_length=60)
    contact_phone = models.CharField(max_length=20)
    contact_hours = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    origin_lon = models.FloatField(default=0)
    origin_lat = models.FloatField(default=0)
    map_source = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)


class PlaceRow(Row):
    """A row that belongs to one neighbourhood: every row below this line."""

    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Street(PlaceRow):
    """A street with its pieces; x and y are metres east and north of the neighbourhood's origin."""

    name = models.CharField(max_length=120)
    key = models.CharField(max_length=120)
    lines = models.JSONField(default=list)
    length = models.PositiveIntegerField(default=0)
    x = models.IntegerField(default=0)
    y = models.IntegerField(default=0)
    households = models.PositiveIntegerField(default=0)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="spellings")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["neighbourhood", "name"], name="neighbourhood_one_street_per_name"
            ),
        )
        indexes = (models.Index(fields=["neighbourhood", "key"], name="neighbourhood_street_key"),)


class StreetAdjacency(PlaceRow):
    """Two streets that meet; the pair is stored once, smaller id first."""

    a = models.ForeignKey(Street, models.CASCADE, related_name="+")
    b = models.ForeignKey(Street, models.CASCADE, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["a", "b"], name="neighbourhood_adjacency_once"),
            models.CheckConstraint(
                condition=Q(a__lt=F("b")), name="neighbourhood_adjacency_ordered"
            ),
        )


class SpellingQuestion(PlaceRow):
    """Two street names that may be one street. A person decides; nothing is merged silently."""

    class State(models.TextChoices):
        OPEN = "open"
        MERGED = "merged"
        DIFFERENT = "different"

    a = models.ForeignKey(Street, models.CASCADE, related_name="+")
    b = models.ForeignKey(Street, models.CASCADE, related_name="+")
    state = models.CharField(max_length=12, default=State.OPEN)
    decided_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["a", "b"], name="neighbourhood_spelling_asked_once"),
            models.CheckConstraint(
                condition=Q(state__in=["open", "merged", "different"]),
                name="neighbourhood_spelling_state",
            ),
        )


class Address(PlaceRow):
    """A front door: no persons."""

    street = models.ForeignKey(Street, models.CASCADE, related_name="addresses")
    number = models.CharField(max_length=12)
    x = models.IntegerField()
    y = models.IntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["street", "number"], name="neighbourhood_one_address_per_door"
            ),
        )


class Channel(models.TextChoices):
    """How a person wants to be reached, or how a word came in."""

    PHONE = "phone", _("by phone")
    MAIL = "mail", _("by e-mail")
    SMS = "sms", _("by text message")
    LETTER = "letter", _("by letter")
    DESK = "desk", _("at the desk")
    WEB = "web", _("on this website")


def short_name(first_name: str, last_name: str) -> str:
    """First name and initial: what staff lists show."""
    return f"{first_name} {last_name[:1]}.".strip() if last_name else first_name


class Person(PlaceRow):
    """Somebody in the neighbourhood: neighbour, volunteer, carer, professional, or several of these.

    `pseudonym` is the only thing the chronicle knows; it goes when the person is erased.
    """

    pseudonym = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="persons"
    )
    first_name = models.CharField(max_length=60)
    last_name = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    street = models.ForeignKey(Street, models.PROTECT, null=True, related_name="residents")
    house_number = models.CharField(max_length=12, blank=True)
    x = models.IntegerField(null=True)
    y = models.IntegerField(null=True)
    language = models.CharField(max_length=8, default="nl")
    languages = models.JSONField(default=list)
    channel = models.CharField(max_length=8, default=Channel.PHONE)
    may_contact = models.BooleanField(default=True)
    desk_note = SealedTextField(blank=True, default="")
    entered_by = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(channel__in=Channel.values), name="neighbourhood_person_channel"
            ),
            models.UniqueConstraint(
                fields=["neighbourhood", "user"],
                condition=Q(user__isnull=False),
                name="neighbourhood_one_person_per_user",
            ),
        )
        indexes = (
            models.Index(fields=["neighbourhood", "phone"], name="neighbourhood_person_phone"),
            models.Index(fields=["neighbourhood", "street"], name="neighbourhood_person_street"),
            models.Index(fields=["neighbourhood", "created_at"], name="neighbourhood_person_new"),
        )

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def short_name(self) -> str:
        return short_name(self.first_name, self.last_name)

    @property
    def channel_label(self) -> str:
        return str(Channel(self.channel).label)

    @property
    def address(self) -> str:
        return f"{self.street.name} {self.house_number}".strip() if self.street else ""


class SearchToken(models.Model):
    """A normalised piece of a name, street or phone number, so that half a name finds a person."""

    id = models.BigAutoField(primary_key=True)
    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="tokens")
    token = models.CharField(max_length=40)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["neighbourhood", "token", "person"], name="neighbourhood_token_once"
            ),
        )
        indexes = (
            models.Index(
                fields=["neighbourhood", "token"],
                name="neighbourhood_token_prefix",
                opclasses=["uuid_ops", "varchar_pattern_ops"],
            ),
        )


class Role(models.TextChoices):
    NEIGHBOUR = "neighbour", _("neighbour")
    VOLUNTEER = "volunteer", _("volunteer")
    CONTACT = "contact", _("street contact")
    PROFESSIONAL = "professional", _("professional")
    COORDINATOR = "coordinator", _("coordinator")
    HEAD = "head", _("head of service")
    AUTHORITY = "authority", _("local authority")
    TRAINER = "trainer", _("trainer")


class MembershipQuerySet(models.QuerySet["Membership"]):
    def held_on(self, day: dt.date) -> "MembershipQuerySet":
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)


class Membership(PlaceRow):
    """A role in a neighbourhood, from a day until a day. It ends at once when `until` has passed."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=14)
    since = models.DateField()
    until = models.DateField(null=True)
    given_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(role__in=Role.values), name="neighbourhood_role_known"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="neighbourhood_role_period",
            ),
            models.UniqueConstraint(
                fields=["person", "neighbourhood", "role"],
                condition=Q(until__isnull=True),
                name="neighbourhood_role_once",
            ),
        )
        indexes = (
            models.Index(fields=["neighbourhood", "role", "until"], name="neighbourhood_role_list"),
        )

    @property
    def role_label(self) -> str:
        return str(Role(self.role).label)
