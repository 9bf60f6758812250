"""Writing cases. No line goes to the chronicle: a case is about nobody, and nobody counts who writes them."""

import datetime as dt
import json
from collections.abc import Collection, Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood.models import Organisation, Person
from gebuur.apps.reflection.models import OwnCase
from gebuur.apps.reflection.permissions import can_change_case, can_write_case
from gebuur.apps.reflection.queries import read_along
from gebuur.core.errors import RuleBroken
from gebuur.domain.disclosure import Reading


class PointsToSomebody(RuleBroken):
    """The story points to a person; `seen` says where."""

    def __init__(self, message: str, seen: Reading) -> None:
        super().__init__(message)
        self.seen = seen


class NeedsALook(RuleBroken):
    """The story may point to a person or names an illness; it may stay after a deliberate yes."""

    def __init__(self, message: str, seen: Reading) -> None:
        super().__init__(message)
        self.seen = seen


@transaction.atomic
def write_case(
    *,
    actor: Person,
    title: str,
    story: str,
    remarks: Mapping[str, str],
    now: dt.datetime,
    fine: Collection[str] = (),
) -> OwnCase:
    """Keep a case for everybody who works in the organisation. `fine` are doubtful words that she lets stay."""
    if not can_write_case(actor):
        raise PermissionDenied
    organisation = actor.neighbourhood.organisation
    _check(organisation, title, story, remarks, fine=fine)
    return OwnCase.objects.create(
        organisation=organisation,
        writer=actor,
        title=title,
        story=story,
        remarks=_packed(remarks),
        written_at=now,
    )


@transaction.atomic
def change_case(
    case: OwnCase,
    *,
    actor: Person,
    title: str,
    story: str,
    remarks: Mapping[str, str],
    now: dt.datetime,
    fine: Collection[str] = (),
) -> None:
    """Say a case in other words; what it said before is gone."""
    if not can_change_case(actor, case):
        raise PermissionDenied
    _check(case.organisation, title, story, remarks, fine=fine)
    case.title, case.story, case.remarks, case.changed_at = title, story, _packed(remarks), now
    case.save(update_fields=["title", "story", "remarks", "changed_at"])


@transaction.atomic
def withdraw_case(case: OwnCase, *, actor: Person) -> None:
    """Take a case away for real; nothing of it stays."""
    if not can_change_case(actor, case):
        raise PermissionDenied
    OwnCase.objects.filter(pk=case.pk).delete()


def _check(
    organisation: Organisation,
    title: str,
    story: str,
    remarks: Mapping[str, str],
    *,
    fine: Collection[str],
) -> None:
    seen = read_along(organisation, {"title": title, "story": story, **remarks})
    if seen.pointers:
        raise PointsToSomebody(
            _("This still points to a person. Other people will read it, so it cannot stay."), seen
        )
    if not set(seen.doubts) <= set(fine):
        raise NeedsALook(_("Look at these words once more before others read them."), seen)


def _packed(remarks: Mapping[str, str]) -> str:
    said = {lens: words for lens, words in remarks.items() if words}
    return json.dumps(said, ensure_ascii=False) if said else ""
