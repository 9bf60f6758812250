"""Cases that an organisation wrote itself: without names, sealed, read by its own staff only."""

from django.db import models
from django.db.models import Q

from gebuur.core.crypto import SealedTextField
from gebuur.core.models import Row


class OwnCase(Row):
    """A story to look at together. `remarks` holds what the writer saw through which lens, as JSON.

    Who wrote it may change and withdraw it; nobody is told who that was, since a name leads to a street.
    """

    organisation = models.ForeignKey(
        "neighbourhood.Organisation", models.CASCADE, related_name="cases"
    )
    writer = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="written_cases"
    )
    title = SealedTextField()
    story = SealedTextField()
    remarks = SealedTextField(blank=True, default="")
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(story=""), name="reflection_case_tells_something"
            ),
        )
        indexes = (
            models.Index(fields=["organisation", "-written_at"], name="reflection_cases_of"),
        )
