"""The letter to a service: it goes in a closed envelope, so it says what the question is."""

import datetime as dt

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gebuur.apps.boundaries import queries
from gebuur.apps.boundaries.actions.hand_overs import check_sending, new_link
from gebuur.apps.boundaries.models import HandOver
from gebuur.apps.neighbourhood.models import Person
from gebuur.core import pdf, wording
from gebuur.core.phones import show_phone

LANGUAGE = "nl"


@transaction.atomic
def print_hand_over(handed: HandOver, *, actor: Person) -> bytes:
    """Make a new code and set the letter to the service; an older code stays valid."""
    check_sending(handed, actor)
    secret = new_link(handed)
    with translation.override(LANGUAGE):
        one = pdf.Letter(
            language=LANGUAGE,
            sender=_sender(handed),
            address=tuple(filter(None, (handed.to_service, handed.to_name))),
            date=wording.day_in_words(timezone.localdate(), dt.date.min),
            heading=pgettext("letter to a service", "A question for you"),
            body="\n\n".join(_paragraphs(handed, actor)),
            code_words=_("You can answer on this page. Type the code:"),
            code=secret.code,
            code_address=secret.code_address,
            foot=_("Reference: %(reference)s") % {"reference": queries.reference_of(handed)},
        )
    return pdf.letter(one)


def _sender(handed: HandOver) -> tuple[str, ...]:
    place = handed.neighbourhood
    return (
        f"Gebuur, {place.name}",
        f"{place.contact_name}, {show_phone(place.contact_phone)}",
        place.contact_hours,
    )


def _paragraphs(handed: HandOver, actor: Person) -> list[str]:
    person = handed.person
    who = "\n".join(filter(None, (person.full_name, person.address, show_phone(person.phone))))
    words = [
        _("Dear colleague"),
        _("%(name)s asked us to pass this question on to you, and agrees that you read it.")
        % {"name": person.first_name},
        who,
        handed.what,
    ]
    if handed.neighbour_may:
        words.append(_("A neighbour goes on doing this: %(what)s") % {"what": handed.neighbour_may})
    day = wording.day_in_words(handed.answer_by, timezone.localdate())
    words.append(
        _("Would you answer before %(day)s? You can also phone %(name)s.")
        % {"day": day, "name": handed.neighbourhood.contact_name}
    )
    return [*words, _("Kind regards") + "\n" + actor.first_name]
