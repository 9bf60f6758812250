"""Choosing at most two lenses for a sitting, and keeping what is seen through them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection.models import Entry, Lens
from gebuur.apps.reflection.queries import list_lenses
from gebuur.core.errors import RuleBroken

MOST_LENSES = len(Lens.PLACES)


class TooManyLenses(RuleBroken):
    """More lenses than one sitting can hold."""


class LensNotChosen(RuleBroken):
    """Something was written through a lens that is not part of this sitting."""


@transaction.atomic
def choose_lenses(entry: Entry, kinds: Sequence[str], *, actor: Person) -> None:
    """Choose none, one or two; a lens that is put back goes with what was written through it."""
    if actor.pk != entry.writer_id:
        raise PermissionDenied
    if entry.form != Entry.Form.THINK:
        raise TooManyLenses(_("The five questions have their two lenses already."))
    chosen = [Lens.Kind(kind).value for kind in dict.fromkeys(kinds)]
    if len(chosen) > MOST_LENSES:
        raise TooManyLenses(too_many_lenses())
    # Two presses at once choose one after the other; SQLite lets one writer in anyway.
    Entry.objects.select_for_update().filter(pk=entry.pk).values("pk").first()
    Lens.objects.filter(entry=entry).exclude(kind__in=chosen).delete()
    kept = {lens.kind: lens.place for lens in list_lenses(entry)}
    free = (place for place in Lens.PLACES if place not in kept.values())
    for kind in chosen:
        if kind not in kept:
            Lens.objects.create(entry=entry, kind=kind, place=next(free))


def save_lens(entry: Entry, kind: str, words: Mapping[str, Any], *, actor: Person) -> None:
    """Keep what was seen through one lens of a sitting."""
    if actor.pk != entry.writer_id:
        raise PermissionDenied
    lens = Lens.objects.filter(entry=entry, kind=kind).first()
    if lens is None:
        raise LensNotChosen(_("This lens is not part of this sitting. Choose it first."))
    lens.words = json.dumps(words, ensure_ascii=False) if words else ""
    lens.save(update_fields=["words"])


def too_many_lenses() -> str:
    """Say it the same way in the form and in the action."""
    return _("Two lenses are enough for one sitting. Choose at most two.")
