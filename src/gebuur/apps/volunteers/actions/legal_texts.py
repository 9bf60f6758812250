"""The texts of an organisation and what it asks of its volunteers; older words stay."""

import datetime as dt
from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood.models import Organisation, Person
from gebuur.apps.neighbourhood.permissions import is_coordinator
from gebuur.apps.volunteers.models import TEXTS, Doer, LegalItem, LegalText, Requirement
from gebuur.apps.volunteers.queries.legal_texts import LONG_AGO, starting_text
from gebuur.core.errors import RuleBroken


class TooLongAgo(RuleBroken):
    """Before this day no text of ours held."""


class SomebodyWroteAsWell(RuleBroken):
    """Two people kept a new version at the same moment."""


def keep_first_text(organisation: Organisation, item: LegalItem, *, on: dt.date) -> int:
    """The version that holds on a day; the starting words are kept as version 1 once they are used."""
    if item not in TEXTS:
        return 0
    first = starting_text(organisation, item)
    LegalText.objects.get_or_create(
        organisation=organisation,
        item=item,
        version=first.version,
        defaults={"words": first.words, "valid_from": LONG_AGO},
    )
    held = LegalText.objects.filter(organisation=organisation, item=item, valid_from__lte=on)
    return max(held.values_list("version", flat=True))


@transaction.atomic
def reword(
    organisation: Organisation,
    item: LegalItem,
    words: Mapping[str, str],
    *,
    actor: Person,
    valid_from: dt.date,
    asks_again: bool,
) -> LegalText:
    """Keep a new version of a text; what people signed before stays as it was."""
    _check(organisation, actor)
    if valid_from < LONG_AGO:
        raise TooLongAgo(_("Choose a day from the year %(year)d on.") % {"year": LONG_AGO.year})
    keep_first_text(organisation, item, on=valid_from)
    kept = LegalText.objects.filter(organisation=organisation, item=item)
    try:
        with transaction.atomic():
            return LegalText.objects.create(
                organisation=organisation,
                item=item,
                version=max(kept.values_list("version", flat=True)) + 1,
                words=dict(words),
                valid_from=valid_from,
                asks_again=asks_again,
                made_by=actor,
            )
    except IntegrityError as error:
        raise SomebodyWroteAsWell(
            _("Somebody kept a new version just now. Read it first, then keep yours.")
        ) from error


@transaction.atomic
def require(
    organisation: Organisation, asked: Mapping[LegalItem, tuple[bool, Doer]], *, actor: Person
) -> None:
    """Say which items the organisation asks, and who does them."""
    _check(organisation, actor)
    for item, (is_asked, doer) in asked.items():
        Requirement.objects.update_or_create(
            organisation=organisation,
            item=item,
            defaults={"is_asked": is_asked, "doer": doer},
        )


def _check(organisation: Organisation, actor: Person) -> None:
    if not is_coordinator(actor) or actor.neighbourhood.organisation_id != organisation.pk:
        raise PermissionDenied
