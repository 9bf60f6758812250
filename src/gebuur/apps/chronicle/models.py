"""One append-only line per act. No names, no free text."""

from django.db import models
from django.db.models import Q

from gebuur.apps.neighbourhood.models import PlaceRow


class Verb(models.TextChoices):
    BEGAN = "began"
    DECIDED = "decided"
    DID = "did"
    SUPPORTED = "supported"
    REFUSED = "refused"
    HANDED_OVER = "handed_over"


class ActorKind(models.TextChoices):
    NEIGHBOUR = "neighbour"
    VOLUNTEER = "volunteer"
    GROUP = "group"
    CARER = "carer"
    PROFESSIONAL = "professional"
    AUTHORITY = "authority"
    SERVICE = "service"


class Line(PlaceRow):
    """When, where, who (as a pseudonym), what kind of act, on which thing; chained by hash."""

    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    verb = models.CharField(max_length=12)
    act = models.CharField(max_length=40)
    actor_kind = models.CharField(max_length=12)
    actor = models.UUIDField(null=True)
    thing_kind = models.CharField(max_length=40)
    thing = models.UUIDField()
    street = models.UUIDField(null=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["neighbourhood", "number"], name="chronicle_numbered_once"
            ),
            models.CheckConstraint(condition=Q(verb__in=Verb.values), name="chronicle_verb_known"),
            models.CheckConstraint(
                condition=Q(actor_kind__in=ActorKind.values), name="chronicle_actor_known"
            ),
        )
        indexes = (
            models.Index(fields=["neighbourhood", "thing", "number"], name="chronicle_by_thing"),
            models.Index(fields=["neighbourhood", "street", "at"], name="chronicle_by_street"),
            models.Index(fields=["neighbourhood", "at"], name="chronicle_by_time"),
        )


class Head(models.Model):
    """The last number and digest of a neighbourhood's chain: the lock that orders its lines."""

    neighbourhood = models.OneToOneField(
        "neighbourhood.Neighbourhood", models.PROTECT, primary_key=True
    )
    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="")
