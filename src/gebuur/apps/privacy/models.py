"""Consent per purpose, and who saw what of whom."""

from django.db import models

from gebuur.apps.neighbourhood.models import PlaceRow


class Purpose(models.TextChoices):
    CONTACT = "contact"
    SHARE_ADDRESS = "share_address"
    HAND_OVER = "hand_over"
    STORY = "story"


class Consent(PlaceRow):
    """A person said yes to one purpose, and when, how, and to whom; withdrawing is as easy."""

    person = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=20)
    channel = models.CharField(max_length=8)
    noted_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["person", "purpose"], name="privacy_consent_of"),)


class Sight(PlaceRow):
    """Somebody opened a page with sensitive facts about a person."""

    person = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="sights")
    reader = models.ForeignKey("neighbourhood.Person", models.SET_NULL, null=True, related_name="+")
    page = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["person", "-at"], name="privacy_sights_of"),)
