"""The seeker chooses herself whom we ask, from first names only."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.care.actions.requests import RequestClosed, require_cleared
from gebuur.apps.care.actions.telling import record, tell_seeker
from gebuur.apps.care.models import HelpRequest, State
from gebuur.apps.care.permissions import can_arrange
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person

TO_FIND = (State.NEW, State.SEARCHING)


@transaction.atomic
def let_seeker_choose(request: HelpRequest, *, actor: Person) -> None:
    """Send the seeker the way to her own page, where she finds who could help.

    It takes the professional's press: who only left a name on the website does not get to see who helps here.
    """
    if not can_arrange(actor, request):
        raise PermissionDenied
    require_cleared(request)
    opened = HelpRequest.objects.filter(pk=request.pk, state__in=TO_FIND).update(
        seeker_chooses=True
    )
    if not opened:
        raise RequestClosed(_("Somebody is asked already, or the question is closed."))
    request.refresh_from_db(fields=["seeker_chooses"])
    kind = ActorKind.PROFESSIONAL
    record(Verb.SUPPORTED, request, act="seeker-chooses", actor=actor, kind=kind)
    tell_seeker(request, "choose")
