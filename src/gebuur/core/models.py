"""The base of every row that belongs to a neighbourhood."""

from django.db import models

from gebuur.core.ids import uuid7


class Row(models.Model):
    """A row with a UUIDv7 key."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)

    class Meta:
        abstract = True


class Tally(models.Model):
    """How often one key was tried in one hour (see core.limits)."""

    key = models.CharField(primary_key=True, max_length=64)
    hour = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)


class Press(models.Model):
    """A form that was sent, as a hash of what it said, and where that led (see core.presses)."""

    key = models.CharField(primary_key=True, max_length=64)
    at = models.DateTimeField(db_index=True)
    led_to = models.TextField(blank=True)
