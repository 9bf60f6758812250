"""Thank-yous: every word of thanks that reached a volunteer, from neighbours and from us."""

from django.db import models

from gebuur.apps.neighbourhood.models import PlaceRow
from gebuur.apps.volunteers.models.offers import Offer
from gebuur.core.crypto import SealedTextField


class ThankYou(PlaceRow):
    """One thank-you. Without words it says that somebody was content."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="thank_yous")
    giver = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="+")
    by_staff = models.BooleanField()
    words = SealedTextField(blank=True, default="")
    given_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["offer", "-given_at"], name="volunteers_thanks_log"),)
