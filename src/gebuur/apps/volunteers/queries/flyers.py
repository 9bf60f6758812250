"""The words of a flyer, on the screen, on paper and behind its QR code; and whom each flyer brought."""

import uuid
from dataclasses import asdict, dataclass

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.apps.boundaries.models import Task
from gebuur.apps.boundaries.queries import in_language
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.volunteers.models import Flyer
from gebuur.core import pdf, qr
from gebuur.core.errors import NotForYou
from gebuur.core.phones import show_phone
from gebuur.core.wording import language_in_words

FIRST = "nl"
SHOWN = 10
STRIPS = 9


@dataclass(frozen=True, kw_only=True)
class Line:
    """One need on a flyer."""

    task: str
    icon: str
    note: str


@dataclass(frozen=True, kw_only=True)
class Side:
    """Everything a flyer says in one language."""

    language: str
    direction: str
    heading: str
    lead: str
    needs: tuple[Line, ...]
    promise: str
    how: str
    where: str


def sides_of(flyer: Flyer) -> list[Side]:
    """The flyer in Dutch, and in its other language when it has one."""
    codes = [FIRST] + ([flyer.language] if flyer.language else [])
    return [side_of(flyer, language=code) for code in codes]


def side_of(flyer: Flyer, *, language: str) -> Side:
    """The words of a flyer in one language."""
    with translation.override(language):
        place = flyer.neighbourhood
        return Side(
            language=language,
            direction=pdf.direction_of(language),
            heading=_("Do you have an hour for a neighbour?"),
            lead=_("In %(place)s we now look for people for this:") % {"place": place.name},
            needs=tuple(_lines(flyer)),
            promise=_(
                "Within two weeks you get a first small task. You choose what, when and how often."
            ),
            how=_how(flyer, in_dutch=language == FIRST),
            where=_("Or walk in: %(where)s.") % {"where": flyer.where} if flyer.where else "",
        )


def contact_of(flyer: Flyer) -> str:
    """Whom to call, by first name."""
    return flyer.contact.first_name if flyer.contact else flyer.neighbourhood.contact_name


def phone_of(flyer: Flyer) -> str:
    """The number on the strips, as people write it."""
    own = flyer.contact.phone if flyer.contact else ""
    return show_phone(own or flyer.neighbourhood.contact_phone)


def address_of(flyer: Flyer) -> str:
    """The whole address behind the QR code."""
    return str(settings.SITE_ADDRESS) + reverse("volunteers:offer-from", args=[flyer.code])


def flyer_pdf(flyer: Flyer) -> bytes:
    """Set the flyer on A4, with the QR code and nine strips to tear off."""
    with translation.override(FIRST):
        title = _("Flyer of %(place)s") % {"place": flyer.neighbourhood.name}
        alt = _("QR code of %(address)s") % {"address": address_of(flyer)}
    data = {
        "place": f"Gebuur, {flyer.neighbourhood.name}",
        "sides": [asdict(side) for side in sides_of(flyer)],
        "phone": phone_of(flyer),
        "contact": contact_of(flyer),
        "address": address_of(flyer).partition("://")[2],
        "qr": qr.square(address_of(flyer)).svg(),
        "qr_words": alt,
        "strips": STRIPS,
    }
    return pdf.render("flyer.typ", data, language=FIRST, title=title)


def get_flyer_for(staff: Person, pk: uuid.UUID) -> Flyer:
    """A flyer of the staff member's own neighbourhood."""
    found = _flyers().filter(pk=pk, neighbourhood=staff.neighbourhood_id).first()
    if found is None:
        raise NotForYou
    return found


def get_flyer_by_code(code: str) -> Flyer:
    """The flyer whose QR code somebody scanned."""
    found = _flyers().filter(code=code.upper()).first()
    if found is None:
        raise NotForYou
    return found


def list_flyers(place: Neighbourhood) -> QuerySet[Flyer]:
    """The latest flyers, with how many people came with each and how many of them have had a first task."""
    counted = (
        _flyers()
        .filter(neighbourhood=place)
        .annotate(
            came=Count("offers"),
            began=Count("offers", filter=Q(offers__last_match_at__isnull=False)),
        )
    )
    return counted.order_by("-made_at", "pk")[:SHOWN]


def _flyers() -> QuerySet[Flyer]:
    return Flyer.objects.select_related("neighbourhood__organisation", "contact")


def _lines(flyer: Flyer) -> list[Line]:
    """The needs in the language of this moment; a task that left the catalogue is left out."""
    keys = [need["task"] for need in flyer.needs]
    organisation = flyer.neighbourhood.organisation_id
    tasks = {one.key: one for one in Task.objects.filter(organisation=organisation, key__in=keys)}
    return [
        Line(task=_need(tasks[need["task"]], need["language"]), icon=tasks[need["task"]].icon,
             note=_waiting(need["count"]))
        for need in flyer.needs
        if need["task"] in tasks
    ]  # fmt: skip


def _need(task: Task, language: str) -> str:
    name = in_language(task.names).replace("\xad", "")
    if not language:
        return name
    words = {"task": name, "language": language_in_words(language)}
    return _("%(task)s, in %(language)s") % words


def _how(flyer: Flyer, *, in_dutch: bool) -> str:
    """Scan or call; the hours are written in Dutch, so only Dutch readers get them."""
    words = {"name": contact_of(flyer), "hours": flyer.neighbourhood.contact_hours}
    if in_dutch:
        return _("Scan the square, or call %(name)s, %(hours)s.") % words
    return _("Scan the square, or call %(name)s.") % words


def _waiting(count: int | None) -> str:
    if count is None:
        return ""
    return ngettext("%(n)d neighbour waits", "%(n)d neighbours wait", count) % {"n": count}
