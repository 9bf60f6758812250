"""What a neighbour may do and what not: task catalogue, helplines, hand-overs, concerns, tensions."""

import uuid

from django.db import models
from django.db.models import F, Q

from gebuur.apps.neighbourhood.models import Organisation, PlaceRow, Street
from gebuur.core.crypto import SealedTextField
from gebuur.core.models import Row


class Light(models.TextChoices):
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Task(Row):
    """A task from the catalogue, in the words of one organisation. Starts as a copy of `domain.frames`."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="tasks")
    key = models.SlugField(max_length=40)
    light = models.CharField(max_length=6)
    icon = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    is_offered = models.BooleanField(default=True)
    phone_only = models.BooleanField(default=False)
    minutes = models.PositiveSmallIntegerField(default=60)
    max_minutes = models.PositiveSmallIntegerField(null=True)
    skills = models.JSONField(default=list)
    names = models.JSONField(default=dict)
    limit = models.JSONField(default=dict)
    do = models.JSONField(default=dict)
    dont = models.JSONField(default=dict)
    questions = models.JSONField(default=dict)
    refusal = models.JSONField(default=dict)
    refer_to = models.JSONField(default=list)
    checked = models.DateField()
    check_by = models.DateField()
    source = models.CharField(max_length=300)
    changed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("position", "key")
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "key"], name="boundaries_one_task_per_key"
            ),
            models.CheckConstraint(
                condition=Q(light__in=Light.values), name="boundaries_task_light"
            ),
        )


class Helpline(Row):
    """A number to call: dated data with its source, per organisation."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="helplines")
    key = models.SlugField(max_length=40)
    number = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField(default=0)
    is_urgent = models.BooleanField(default=False)
    is_sure = models.BooleanField(default=True)
    names = models.JSONField(default=dict)
    what_for = models.JSONField(default=dict)
    hours = models.JSONField(default=dict)
    source = models.CharField(max_length=300)
    checked = models.DateField()
    check_by = models.DateField()
    changed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("position", "key")
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "key"], name="boundaries_one_helpline_per_key"
            ),
        )


class HandOver(PlaceRow):
    """A question that goes to a service, with the person's consent, a deadline and a word back."""

    class State(models.TextChoices):
        ASKED = "asked"
        ACCEPTED = "accepted"
        ANSWERED = "answered"
        WITHDRAWN = "withdrawn"

    class Kind(models.TextChoices):
        SERVICE = "service"
        MEDIATION = "mediation"

    kind = models.CharField(max_length=9, default=Kind.SERVICE)
    person = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="hand_overs")
    request = models.UUIDField(null=True, db_index=True)
    what = SealedTextField()
    to_service = models.CharField(max_length=120)
    to_name = models.CharField(max_length=120, blank=True)
    to_phone = models.CharField(max_length=20, blank=True)
    to_email = models.EmailField(blank=True)
    consent = models.ForeignKey("privacy.Consent", models.RESTRICT, related_name="+")
    neighbour_may = SealedTextField(blank=True, default="")
    answer_by = models.DateField()
    reminded_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, default=State.ASKED)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.CharField(max_length=120, blank=True)
    message_back = SealedTextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    handed_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["asked", "accepted", "answered", "withdrawn"]),
                name="boundaries_hand_over_state",
            ),
            models.CheckConstraint(
                condition=Q(kind="service") | Q(kind="mediation", request__isnull=True),
                name="boundaries_mediation_apart_from_help",
            ),
        )
        indexes = (
            models.Index(
                fields=["neighbourhood", "state", "answer_by"], name="boundaries_waiting_answer"
            ),
        )


class Concern(PlaceRow):
    """Somebody is worried. Only professionals of this neighbourhood ever see it."""

    class State(models.TextChoices):
        OPEN = "open"
        TAKEN = "taken"
        CLOSED = "closed"

    about = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="concerns")
    raised_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    visit = models.UUIDField(null=True)
    text = SealedTextField()
    state = models.CharField(max_length=8, default=State.OPEN)
    taken_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    outcome = SealedTextField(blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["open", "taken", "closed"]), name="boundaries_concern_state"
            ),
        )
        indexes = (
            models.Index(
                fields=["neighbourhood", "state", "created_at"], name="boundaries_concerns_open"
            ),
        )


class Tension(PlaceRow):
    """A neutral fact: about what streets are at odds. Nobody in it, no words, no day, tied to nothing.

    The key is random: the usual one would tell the very moment.
    """

    class Theme(models.TextChoices):
        NOISE = "noise"
        PARKING = "parking"
        TRAFFIC = "traffic"
        ANIMALS = "animals"
        CHILDREN = "children"
        WASTE = "waste"
        GREEN = "green"
        LANGUAGE = "language"
        OTHER = "other"

    class Kind(models.TextChoices):
        NEIGHBOURS = "neighbours"
        STREETS = "streets"
        PLACE = "place"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    theme = models.CharField(max_length=8)
    kind = models.CharField(max_length=10)
    street = models.ForeignKey(Street, models.CASCADE, related_name="+")
    other_street = models.ForeignKey(Street, models.CASCADE, null=True, related_name="+")
    month = models.DateField()
    noted_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(
                    theme__in=[
                        "noise",
                        "parking",
                        "traffic",
                        "animals",
                        "children",
                        "waste",
                        "green",
                        "language",
                        "other",
                    ]
                ),
                name="boundaries_tension_theme",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["neighbours", "place"], other_street__isnull=True)
                | Q(kind="streets", other_street__isnull=False, other_street__gt=F("street")),
                name="boundaries_tension_streets",
            ),
        )
        indexes = (models.Index(fields=["neighbourhood", "month"], name="boundaries_tension_seen"),)
