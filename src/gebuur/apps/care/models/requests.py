"""A request becomes help: request, proposals, match, visits, feedback."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gebuur.apps.neighbourhood.models import Channel, PlaceRow
from gebuur.core.crypto import SealedTextField


class State(models.TextChoices):
    """The words of a request's life (DRAFT is a call that is still going on)."""

    DRAFT = "draft", _("being written")
    NEW = "new", _("new")
    SEARCHING = "searching", _("we are looking")
    ASKED = "asked", _("asked")
    AGREED = "agreed", _("agreed")
    DONE = "done", _("done")
    HANDED_OVER = "handed_over", _("handed over")
    STOPPED = "stopped", _("stopped")


OPEN_STATES = (State.NEW, State.SEARCHING, State.ASKED)


class Urgency(models.TextChoices):
    TODAY = "today", _("today or tomorrow")
    WEEK = "week", _("this week")
    ANY = "any", _("it can wait")


class Rhythm(models.TextChoices):
    ONCE = "once", _("once")
    WEEKLY = "weekly", _("every week")
    FORTNIGHTLY = "fortnightly", _("every two weeks")
    UNKNOWN = "unknown", _("we do not know yet")


class HelpRequest(PlaceRow):
    """What somebody asks, for whom, when. `slots` as in volunteers.Offer."""

    seeker = models.ForeignKey(
        "neighbourhood.Person", models.CASCADE, null=True, related_name="requests"
    )
    asked_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    asked_by_relation = models.CharField(max_length=60, blank=True)
    entered_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    channel = models.CharField(max_length=8, default=Channel.PHONE)
    task = models.ForeignKey("boundaries.Task", models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=12, default=State.DRAFT)
    stop_reason = models.CharField(max_length=20, blank=True)
    urgency = models.CharField(max_length=6, default=Urgency.WEEK)
    slots = models.PositiveIntegerField(default=0)
    rhythm = models.CharField(max_length=12, default=Rhythm.ONCE)
    first_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    languages = models.JSONField(default=list)
    wish = SealedTextField(blank=True, default="")
    own_words = SealedTextField(blank=True, default="")
    answers = SealedTextField(blank=True, default="")
    gives = SealedTextField(blank=True, default="")
    draft = SealedTextField(blank=True, default="")
    seeker_chooses = models.BooleanField(default=False)
    on_board = models.BooleanField(default=False)
    limits_minutes = models.PositiveSmallIntegerField(null=True)
    limits_note = models.CharField(max_length=200, blank=True)
    cleared_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    cleared_at = models.DateTimeField(null=True)
    hand_over = models.ForeignKey(
        "boundaries.HandOver", models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField()
    waiting_since = models.DateTimeField(null=True)
    parked_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(state__in=State.values), name="care_request_state"),
            models.CheckConstraint(
                condition=Q(urgency__in=Urgency.values), name="care_request_urgency"
            ),
            models.CheckConstraint(
                condition=Q(rhythm__in=Rhythm.values), name="care_request_rhythm"
            ),
            models.CheckConstraint(condition=Q(slots__lt=1 << 21), name="care_request_slots"),
            models.CheckConstraint(
                condition=Q(state="draft") | (Q(seeker__isnull=False) & Q(task__isnull=False)),
                name="care_request_complete",
            ),
            models.CheckConstraint(
                condition=~Q(state="stopped") | ~Q(stop_reason=""), name="care_request_stop_reason"
            ),
        )
        indexes = (
            models.Index(
                fields=["neighbourhood", "state", "waiting_since"], name="care_request_waiting"
            ),
            models.Index(
                fields=["neighbourhood", "on_board", "waiting_since"],
                condition=Q(on_board=True, state__in=["new", "searching", "asked"]),
                name="care_request_board",
            ),
            models.Index(fields=["seeker", "-created_at"], name="care_request_of_seeker"),
        )


class Proposal(PlaceRow):
    """One helper in the row of people who are asked in turn."""

    class State(models.TextChoices):
        PICKED = "picked"
        ASKED = "asked"
        YES = "yes"
        NOT_THIS_TIME = "not_this_time"
        NO_ANSWER = "no_answer"
        FILLED = "filled"
        WITHDRAWN = "withdrawn"

    request = models.ForeignKey(HelpRequest, models.CASCADE, related_name="proposals")
    offer = models.ForeignKey("volunteers.Offer", models.CASCADE, related_name="proposals")
    turn = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=14, default=State.PICKED)
    reasons = models.JSONField(default=list)
    from_board = models.BooleanField(default=False)
    picked_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(null=True)
    answer_by = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(
                    state__in=[
                        "picked",
                        "asked",
                        "yes",
                        "not_this_time",
                        "no_answer",
                        "filled",
                        "withdrawn",
                    ]
                ),
                name="care_proposal_state",
            ),
            models.UniqueConstraint(
                fields=["request"], condition=Q(state="asked"), name="care_one_asked_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["request"], condition=Q(state="yes"), name="care_one_yes_per_request"
            ),
            models.UniqueConstraint(
                fields=["request", "offer"],
                condition=Q(state__in=["picked", "asked", "yes"]),
                name="care_helper_once_in_row",
            ),
        )
        indexes = (
            models.Index(fields=["state", "answer_by"], name="care_proposal_due"),
            models.Index(fields=["offer", "state", "asked_at"], name="care_proposal_of_offer"),
        )


class Match(PlaceRow):
    """Both said yes. `word` is said at the door."""

    class State(models.TextChoices):
        ACTIVE = "active"
        ENDED = "ended"

    class EndReason(models.TextChoices):
        DONE = "done"
        CALLED_OFF = "called_off"
        NOBODY_HOME = "nobody_home"
        HELPER_CANNOT = "helper_cannot"
        REQUEST_CLOSED = "request_closed"

    request = models.ForeignKey(HelpRequest, models.CASCADE, related_name="matches")
    offer = models.ForeignKey("volunteers.Offer", models.CASCADE, related_name="matches")
    proposal = models.OneToOneField(Proposal, models.CASCADE, related_name="match")
    state = models.CharField(max_length=6, default=State.ACTIVE)
    word = models.CharField(max_length=30)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["active", "ended"]), name="care_match_state"
            ),
            models.UniqueConstraint(
                fields=["request"], condition=Q(state="active"), name="care_one_match_at_a_time"
            ),
        )
        indexes = (models.Index(fields=["offer", "made_at"], name="care_match_of_offer"),)


class Visit(PlaceRow):
    """One time that the helper comes (or phones), and how it went."""

    class State(models.TextChoices):
        PLANNED = "planned"
        DONE = "done"
        NOBODY_HOME = "nobody_home"
        CANNOT = "cannot"
        CALLED_OFF = "called_off"

    match = models.ForeignKey(Match, models.CASCADE, related_name="visits")
    on = models.DateField()
    part = models.PositiveSmallIntegerField()
    at = models.TimeField(null=True)
    word = models.CharField(max_length=30)
    state = models.CharField(max_length=12, default=State.PLANNED)
    is_worried = models.BooleanField(default=False)
    reported_at = models.DateTimeField(null=True)
    reported_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["planned", "done", "nobody_home", "cannot", "called_off"]),
                name="care_visit_state",
            ),
            models.CheckConstraint(condition=Q(part__lte=2), name="care_visit_part"),
            models.UniqueConstraint(fields=["match", "on", "part"], name="care_visit_once"),
        )
        indexes = (
            models.Index(fields=["neighbourhood", "state", "on"], name="care_visits_by_day"),
            models.Index(fields=["match", "-on"], name="care_visits_of_match"),
        )


class Feedback(PlaceRow):
    """How it was, from one side; with a thank-you for the other side if the giver wants."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="feedback")
    giver = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="+")
    by_seeker = models.BooleanField()
    was_good = models.BooleanField()
    again = models.BooleanField()
    note = SealedTextField(blank=True, default="")
    thanks = SealedTextField(blank=True, default="")
    channel = models.CharField(max_length=8)
    noted_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["visit", "by_seeker"], name="care_feedback_once_per_side"
            ),
        )
