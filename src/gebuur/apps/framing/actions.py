"""Saying the frames in one's own words, and going back to ours."""

import datetime as dt
from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gebuur.apps.framing.models import Rewording
from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.neighbourhood.models import Organisation, Person
from gebuur.apps.neighbourhood.permissions import is_coordinator
from gebuur.core.errors import RuleBroken


class WordsChangedMeanwhile(RuleBroken):
    """A colleague changed the same words at the same moment."""


@transaction.atomic
def reword(
    row: FrameRow, words: Mapping[str, tuple[str, str]], *, actor: Person, now: dt.datetime
) -> int:
    """Keep own words for the places that changed; words that are ours again end the own ones. Tells how many."""
    organisation = _organisation_of(actor)
    changed = [place for place in row.places if words[place.path] != (place.nl, place.en)]
    _end(organisation, [place.path for place in changed], now=now)
    new = [
        Rewording(
            organisation=organisation,
            path=place.path,
            nl=words[place.path][0],
            en=words[place.path][1],
            made_by=actor,
            made_at=now,
        )
        for place in changed
        if words[place.path] != (place.default_nl, place.default_en)
    ]
    try:
        with transaction.atomic():
            Rewording.objects.bulk_create(new)
    except IntegrityError as error:
        raise WordsChangedMeanwhile(
            _("A colleague changed these words just now. Read them and keep yours again.")
        ) from error
    return len(changed)


@transaction.atomic
def back_to_default(row: FrameRow, *, actor: Person, now: dt.datetime) -> int:
    """Let the words of Gebuur stand again for one item; what was said stays in the history."""
    return _end(_organisation_of(actor), [place.path for place in row.places], now=now)


def _end(organisation: Organisation, paths: list[str], *, now: dt.datetime) -> int:
    living = Rewording.objects.filter(organisation=organisation, ended_at__isnull=True)
    return living.filter(path__in=paths).update(ended_at=now)


def _organisation_of(actor: Person) -> Organisation:
    if not is_coordinator(actor):
        raise PermissionDenied
    return actor.neighbourhood.organisation
