"""Leaving: what somebody said about our service when she stopped, and when she came back."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gebuur.apps.neighbourhood.models import PlaceRow
from gebuur.apps.volunteers.models.offers import Offer
from gebuur.core.crypto import SealedTextField


class Reason(models.TextChoices):
    """Why somebody stops, in words that say what our service did or did not do."""

    NOT_ASKED = "not_asked", _("Nobody asked me anything")
    TOO_MUCH = "too_much", _("It was too much")
    DID_NOT_FIT = "did_not_fit", _("What was asked did not suit me")
    MOVED = "moved", _("I am moving, or I have less time")
    HEALTH = "health", _("My health")
    OTHER = "other", _("Something else")


class Leaving(PlaceRow):
    """One time that somebody stopped. Reasons are sealed and only ever counted; none has to be given.

    `reasons` holds codes with a space between them.
    """

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="leavings")
    reasons = SealedTextField(blank=True, default="")
    words = SealedTextField(blank=True, default="")
    noted_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    left_at = models.DateTimeField()
    came_back_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["neighbourhood", "left_at"], name="volunteers_leavings"),)

    @property
    def given_reasons(self) -> list[str]:
        """The codes that were ticked."""
        return self.reasons.split()
