"""A session that runs: what stands on the screen, who sits in the room, what came in, what was agreed.

Nothing here links a person to an answer. A seat is the hash of a secret that only a phone has. What came in
for one question stands in one row, shuffled, without times, and that a seat has answered is noted under another
hash for every question.
"""

import datetime as dt
import json
from typing import Any

from django.db import models
from django.db.models import Q

from gebuur.apps.neighbourhood.models import PlaceRow
from gebuur.apps.workshops.models.agenda import KINDS, Workshop
from gebuur.core.crypto import SealedTextField
from gebuur.core.models import Row


class Session(PlaceRow):
    """One time that a workshop is run. `part_at` and `stage_at` say what is in hand; -1 is the welcome.

    `code` opens the room while the session runs, and is gone afterwards. `before` is the session whose
    agreements this one looks back on. `people` is how many phones there were when it ended.
    """

    workshop = models.ForeignKey(Workshop, models.SET_NULL, null=True, related_name="sessions")
    before = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=120)
    language = models.CharField(max_length=2, default="nl")
    facilitator = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    code = models.CharField(max_length=6, blank=True)
    part_at = models.SmallIntegerField(default=-1)
    stage_at = models.PositiveSmallIntegerField(default=0)
    is_paused = models.BooleanField(default=False)
    moved_at = models.DateTimeField()
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    people = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code=""), name="workshops_session_code"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(code=""),
                name="workshops_closed_without_code",
            ),
        )
        indexes = (
            models.Index(fields=["neighbourhood", "-opened_at"], name="workshops_session_of_place"),
        )

    @property
    def place(self) -> str:
        """What is in hand, in short: a page sends it along with a press, so that two presses are not two steps."""
        return f"{self.part_at}.{self.stage_at}"

    def is_over_at(self, now: dt.datetime) -> bool:
        """Ended by somebody, or by the clock: then it is over before the background work has tidied up."""
        return self.closed_at is not None or self.ends_at <= now


class Part(Row):
    """A block as it was when the session was opened; later changes of the agenda leave it alone."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10)
    title = models.CharField(max_length=120)
    text = models.CharField(max_length=600, blank=True)
    minutes = models.PositiveSmallIntegerField()
    picks = models.JSONField(default=list)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=["session", "position"], name="workshops_one_part_a_place"
            ),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="workshops_part_kind"),
        )


class Pool(Row):
    """What came in for one stage of one part: a shuffled list, sealed. `answered` counts, `turns` are hashes."""

    part = models.ForeignKey(Part, models.CASCADE, related_name="pools")
    stage = models.CharField(max_length=40)
    answered = models.PositiveIntegerField(default=0)
    turns = models.JSONField(default=list)
    waiting = SealedTextField(blank=True, default="")
    shown = SealedTextField(blank=True, default="")
    is_closed = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["part", "stage"], name="workshops_one_pool_a_stage"),
        )


def opened(text: str) -> list[dict[str, Any]]:
    """The answers that `waiting` or `shown` of a pool holds."""
    return list(json.loads(text)) if text else []


def sealed(answers: list[dict[str, Any]]) -> str:
    return json.dumps(answers, ensure_ascii=False)


class Seat(models.Model):
    """A phone in the room: the hash of its secret, and nothing else."""

    key = models.CharField(primary_key=True, max_length=64)
    session = models.ForeignKey(Session, models.CASCADE, related_name="seats")


class Note(Row):
    """What the room says together, written by the facilitator: a theme, or an agreement with who and when.

    An agreement is looked back on in the next session: done, partly, not.
    """

    class Kind(models.TextChoices):
        THEME = "theme"
        AGREEMENT = "agreement"

    class Outcome(models.TextChoices):
        DONE = "done"
        PARTLY = "partly"
        NOT = "not"

    session = models.ForeignKey(Session, models.CASCADE, related_name="notes")
    part = models.ForeignKey(Part, models.CASCADE, null=True, related_name="notes")
    kind = models.CharField(max_length=9)
    text = SealedTextField()
    by_whom = models.CharField(max_length=80, blank=True)
    due_on = models.DateField(null=True)
    outcome = models.CharField(max_length=6, blank=True)
    happened = SealedTextField(blank=True, default="")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=["theme", "agreement"]), name="workshops_note_kind"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["", "done", "partly", "not"]),
                name="workshops_note_outcome",
            ),
        )
