"""Lists of people that come in from a file."""

from django.db import models
from django.db.models import Q

from gebuur.apps.neighbourhood.models import PlaceRow


class Import(PlaceRow):
    """A list of neighbours or volunteers that is being mapped, checked, written, and can be undone."""

    class State(models.TextChoices):
        MAPPING = "mapping"
        CHECKED = "checked"
        WRITTEN = "written"
        UNDONE = "undone"

    kind = models.CharField(max_length=10)
    file_name = models.CharField(max_length=120)
    rows = models.JSONField(default=list)
    columns = models.JSONField(default=dict)
    written = models.JSONField(default=dict)
    state = models.CharField(max_length=8, default=State.MAPPING)
    made_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    written_at = models.DateTimeField(null=True)
    persons = models.ManyToManyField("neighbourhood.Person", related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["mapping", "checked", "written", "undone"]),
                name="volunteers_import_state",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["neighbours", "volunteers"]), name="volunteers_import_kind"
            ),
        )
