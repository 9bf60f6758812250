"""Check-ins: asking a volunteer how it is going, five times in her first year."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gebuur.apps.neighbourhood.models import PlaceRow
from gebuur.apps.volunteers.models.offers import Offer
from gebuur.core.crypto import SealedTextField


class Moment(models.TextChoices):
    FIRST = "first", _("after the first time")
    MONTH = "month", _("after a month")
    QUARTER = "quarter", _("after three months")
    HALF = "half", _("after half a year")
    YEAR = "year", _("after a year")


class Going(models.TextChoices):
    GOOD = "good", _("Good")
    BETTER = "better", _("Could be better")
    TALK = "talk", _("I want to talk about it")


class Work(models.TextChoices):
    ENOUGH = "enough", _("Just right")
    TOO_MUCH = "too_much", _("Too much")
    TOO_LITTLE = "too_little", _("Too little")


class Wish(models.TextChoices):
    NOTHING = "nothing", _("Nothing, it is fine like this")
    OTHER_TASK = "other_task", _("Something else to do")
    OTHER_TIMES = "other_times", _("Other times or closer to home")
    TOGETHER = "together", _("Doing it together with somebody")
    CLEARER = "clearer", _("Knowing better what is expected")


class CheckIn(PlaceRow):
    """One question how it is going. Who does not answer is reminded, phoned, then left in peace.

    `moved_at` is when the state changed for the last time: the patience between two steps counts from it.
    """

    class State(models.TextChoices):
        PLANNED = "planned"
        ASKED = "asked"
        REMINDED = "reminded"
        TO_PHONE = "to_phone"
        ANSWERED = "answered"
        LET_BE = "let_be"

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="check_ins")
    moment = models.CharField(max_length=8)
    due_on = models.DateField()
    state = models.CharField(max_length=8, default=State.PLANNED)
    moved_at = models.DateTimeField()
    going = models.CharField(max_length=8, blank=True)
    work = models.CharField(max_length=10, blank=True)
    wish = models.CharField(max_length=12, blank=True)
    words = SealedTextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    noted_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["offer", "moment"], name="volunteers_check_in_once_a_moment"
            ),
            models.CheckConstraint(
                condition=Q(moment__in=Moment.values), name="volunteers_check_in_moment"
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=["planned", "asked", "reminded", "to_phone", "answered", "let_be"]
                ),
                name="volunteers_check_in_state",
            ),
            models.CheckConstraint(
                condition=Q(going__in=["", *Going.values])
                & Q(work__in=["", *Work.values])
                & Q(wish__in=["", *Wish.values]),
                name="volunteers_check_in_answers",
            ),
            models.CheckConstraint(
                condition=~Q(state="answered") | (~Q(going="") & Q(answered_at__isnull=False)),
                name="volunteers_check_in_answered",
            ),
        )
        indexes = (
            models.Index(fields=["state", "due_on"], name="volunteers_check_ins_due"),
            models.Index(fields=["neighbourhood", "state"], name="volunteers_check_ins_by_state"),
        )
