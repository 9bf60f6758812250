"""Flyers that ask for what is needed, so that later we see whom each of them brought."""

from django.db import models

from gebuur.apps.neighbourhood.models import PlaceRow


class Flyer(PlaceRow):
    """A flyer as it was made: at most three needs, in Dutch and perhaps one other language.

    A need is `{"task": key, "language": code or "", "count": number or None}`; the count is what could be
    told on paper that day, never one below five. `code` stands in the address behind the QR code.
    """

    code = models.CharField(max_length=8, unique=True)
    needs = models.JSONField(default=list)
    language = models.CharField(max_length=8, blank=True)
    where = models.CharField(max_length=120, blank=True)
    contact = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    made_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField()
