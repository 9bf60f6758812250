"""The ballot box is opened once, by two keys; nothing stays that says whose ballot was whose."""

import datetime as dt
import json

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.budget.models import Box, Envelope, Round
from gebuur.apps.budget.permissions import can_run_rounds
from gebuur.apps.neighbourhood.models import Person
from gebuur.core import lockbox
from gebuur.core.errors import RuleBroken


class KeysWrong(RuleBroken):
    """A box opens with two different keys of its own."""


@transaction.atomic
def open_box(
    one: Round, keys: tuple[str, str], *, actor: Person, now: dt.datetime
) -> list[dict[str, int]]:
    """Take every ballot out with two keys, sorted by what it says, and empty the box."""
    if not can_run_rounds(actor, one.neighbourhood_id):
        raise PermissionDenied
    box = Box.objects.filter(round=one, closed_at=None).first()
    if box is None:
        raise KeysWrong(_("This box is not there, or it has been opened."))
    try:
        opened = lockbox.open_box(box.wraps, keys)
    except lockbox.WrongKeys as error:
        raise KeysWrong(_("These two keys do not open the box. Read them once more.")) from error
    envelopes = Envelope.objects.filter(entry__round=one)
    found = [
        json.loads(opened.take(bytes(e.sealed), place=f"budget_envelope.{e.entry_id}"))
        for e in envelopes
    ]
    found += one.paper.filter(settled__isnull=False).values_list("settled", flat=True)
    envelopes.delete()
    one.paper.all().delete()
    Box.objects.filter(pk=box.pk).update(closed_at=now, wraps={})
    return sorted(found, key=lambda marks: sorted(marks.items()))
