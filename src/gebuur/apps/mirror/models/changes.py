"""What changed in our own way of working, and on which day."""

from django.db import models

from gebuur.apps.neighbourhood.models import PlaceRow


class Change(PlaceRow):
    """A day from which the service worked otherwise, named by a coordinator."""

    on = models.DateField()
    what = models.CharField(max_length=80)
    named_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["neighbourhood", "on"], name="mirror_one_change_a_day"),
        )
