"""The legal file: which texts an organisation uses, what it asks of whom, and what was noted for each volunteer.

It is asked only of organised volunteering. Neighbours who help each other need none of it.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gebuur.apps.neighbourhood.models import PlaceRow
from gebuur.core.models import Row


class LegalItem(models.TextChoices):
    """What can stand in a legal file, in the order in which it is done."""

    INFORMATION = "information", _("Information note")
    AGE = "age", _("Old enough")
    STATUS = "status", _("Own situation checked")
    AGREEMENT = "agreement", _("Agreement note")
    DISCRETION = "discretion", _("Promise of discretion")
    INSURANCE = "insurance", _("Insurance")
    EXTRACT = "extract", _("Criminal-record extract")


TEXTS = (LegalItem.INFORMATION, LegalItem.AGREEMENT, LegalItem.DISCRETION)


class Doer(models.TextChoices):
    """Who does an item of the file."""

    VOLUNTEER = "volunteer", _("the volunteer")
    PROFESSIONAL = "professional", _("the professional")
    COORDINATOR = "coordinator", _("the coordinator")


class Answer(models.TextChoices):
    """What was noted: done, not needed, or not yet (too young)."""

    DONE = "done", _("in order")
    NOT_NEEDED = "not_needed", _("not needed")
    NOT_YET = "not_yet", _("not yet")


class Way(models.TextChoices):
    """How it reached the volunteer."""

    TALK = "talk", _("told in a talk")
    PAPER = "paper", _("on paper")
    MAIL = "mail", _("by e-mail")
    SCREEN = "screen", _("on this website")
    MEETING = "meeting", _("at an information evening")


class NewOffers(PlaceRow):
    """Whether new offers in a neighbourhood begin as organised volunteering; without a row they do not."""

    is_organised = models.BooleanField(default=False)
    chosen_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    chosen_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["neighbourhood"], name="volunteers_one_way_to_begin"),
        )


class Requirement(Row):
    """Whether an organisation asks an item of the file, and who does it."""

    organisation = models.ForeignKey(
        "neighbourhood.Organisation", models.CASCADE, related_name="requirements"
    )
    item = models.CharField(max_length=12)
    is_asked = models.BooleanField(default=True)
    doer = models.CharField(max_length=12)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "item"], name="volunteers_requirement_once"
            ),
            models.CheckConstraint(
                condition=Q(item__in=LegalItem.values), name="volunteers_requirement_item"
            ),
            models.CheckConstraint(
                condition=Q(doer__in=Doer.values), name="volunteers_requirement_doer"
            ),
        )


class LegalText(Row):
    """One version of a text of an organisation, by language; older versions stay.

    `asks_again` means that who signed or read an older version does it once more.
    """

    organisation = models.ForeignKey(
        "neighbourhood.Organisation", models.CASCADE, related_name="legal_texts"
    )
    item = models.CharField(max_length=12)
    version = models.PositiveSmallIntegerField()
    words = models.JSONField(default=dict)
    valid_from = models.DateField()
    asks_again = models.BooleanField(default=False)
    made_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "item", "version"], name="volunteers_text_version_once"
            ),
            models.CheckConstraint(
                condition=Q(item__in=[item.value for item in TEXTS], version__gte=1),
                name="volunteers_text_item",
            ),
        )

    @property
    def title(self) -> str:
        return str(LegalItem(self.item).label)


class LegalNote(PlaceRow):
    """What was noted in the file of one volunteer: what, which version, on which day and how; never a document.

    `version` is 0 where there is no text. A note that was wrong is taken back, not deleted.
    """

    offer = models.ForeignKey("volunteers.Offer", models.CASCADE, related_name="legal_notes")
    item = models.CharField(max_length=12)
    version = models.PositiveSmallIntegerField(default=0)
    answer = models.CharField(max_length=10, default=Answer.DONE)
    way = models.CharField(max_length=8, blank=True)
    on = models.DateField()
    noted_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    noted_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["offer", "item", "version"],
                condition=Q(taken_back_at__isnull=True),
                name="volunteers_noted_once",
            ),
            models.CheckConstraint(
                condition=Q(item__in=LegalItem.values), name="volunteers_note_item"
            ),
            models.CheckConstraint(
                condition=Q(answer__in=Answer.values), name="volunteers_note_answer"
            ),
            models.CheckConstraint(
                condition=Q(way__in=["", *Way.values]), name="volunteers_note_way"
            ),
        )

    @property
    def answer_label(self) -> str:
        return str(Answer(self.answer).label)

    @property
    def way_label(self) -> str:
        return str(Way(self.way).label) if self.way else ""
