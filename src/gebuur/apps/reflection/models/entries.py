"""Private reflections: sealed field by field, read by nobody else until shared, and never part of any report."""

from django.db import models
from django.db.models import Q

from gebuur.apps.neighbourhood.models import PlaceRow
from gebuur.core.crypto import SealedTextField
from gebuur.core.models import Row


class Entry(PlaceRow):
    """One time that somebody stood still by a contact, or by a case.

    `line` is the chronicle line she began from, if any; `case` the key of a case, of the training or of her own.
    """

    class Form(models.TextChoices):
        EXERCISE = "exercise"
        THINK = "think"

    writer = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="reflections")
    line = models.UUIDField(null=True)
    on = models.DateField()
    form = models.CharField(max_length=8, default=Form.EXERCISE)
    case = models.CharField(max_length=80, blank=True, default="")
    title = SealedTextField(blank=True, default="")
    recent = SealedTextField(blank=True, default="")
    moments = SealedTextField(blank=True, default="")
    styles = SealedTextField(blank=True, default="")
    otherwise = SealedTextField(blank=True, default="")
    expect = SealedTextField(blank=True, default="")
    mirrored = SealedTextField(blank=True, default="")
    think = SealedTextField(blank=True, default="")
    do = SealedTextField(blank=True, default="")
    want = SealedTextField(blank=True, default="")
    feel = SealedTextField(blank=True, default="")
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(form__in=["exercise", "think"]), name="reflection_entry_form"
            ),
        )
        indexes = (models.Index(fields=["writer", "-begun_at"], name="reflection_of_writer"),)

    @property
    def first_step(self) -> str:
        """Where writing begins."""
        return "words" if self.form == self.Form.THINK else "recent"


class Intention(PlaceRow):
    """What she wants to do, by when; asked back before the next reflection. One per reflection."""

    class Outcome(models.TextChoices):
        DONE = "done"
        PARTLY = "partly"
        NOT = "not"

    entry = models.OneToOneField(Entry, models.CASCADE, related_name="intention")
    writer = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="+")
    text = SealedTextField()
    due_on = models.DateField()
    outcome = models.CharField(max_length=6, blank=True)
    happened = SealedTextField(blank=True, default="")
    residents_said = SealedTextField(blank=True, default="")
    reminded_at = models.DateTimeField(null=True)
    looked_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(outcome__in=["", "done", "partly", "not"]),
                name="reflection_intention_outcome",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", looked_back_at__isnull=True)
                | (~Q(outcome="") & Q(looked_back_at__isnull=False)),
                name="reflection_looked_back_with_outcome",
            ),
        )
        indexes = (
            models.Index(
                fields=["due_on"],
                condition=Q(looked_back_at__isnull=True),
                name="reflection_intention_due",
            ),
        )


class Share(Row):
    """Somebody who may read one reflection, until the writer takes it back."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="shares")
    reader = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="+")
    shared_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["entry", "reader"],
                condition=Q(withdrawn_at__isnull=True),
                name="reflection_shared_once",
            ),
        )
