"""How it was, and a word of thanks that is passed on."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gebuur.apps.care.actions.telling import reader_of, record, side_of
from gebuur.apps.care.models import Feedback, Visit
from gebuur.apps.care.permissions import can_end
from gebuur.apps.chronicle.models import Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.volunteers import actions as volunteers
from gebuur.core.errors import RuleBroken


class AlreadyTold(RuleBroken):
    """This side told already how it was."""


@transaction.atomic
def give_feedback(
    visit: Visit,
    *,
    actor: Person,
    by_seeker: bool,
    was_good: bool,
    again: bool,
    channel: str,
    note: str = "",
    thanks: str = "",
    noted_by: Person | None = None,
) -> Feedback:
    """Note how it was for one side. `actor` is that person, or staff who heard it (`noted_by`)."""
    match = visit.match
    if not can_end(actor, match):
        raise PermissionDenied
    seeker, helper = reader_of(match.request), match.offer.person
    giver, other = (seeker, helper) if by_seeker else (helper, seeker)
    try:
        with transaction.atomic():
            told = Feedback.objects.create(
                neighbourhood_id=visit.neighbourhood_id,
                visit=visit,
                giver=giver,
                by_seeker=by_seeker,
                was_good=was_good,
                again=again,
                note=note,
                thanks=thanks,
                channel=channel,
                noted_by=noted_by,
            )
    except IntegrityError as error:
        raise AlreadyTold(_("You told us already. Thank you.")) from error
    outbox.end_links(visit.pk, purpose="care:feedback")
    record(Verb.DID, visit, act="feedback", actor=giver, kind=side_of(giver, visit))
    if thanks.strip():
        words = {"thanks": thanks.strip(), "giver": giver.first_name}
        outbox.send(other, template="care/messages/thanks", context=words, thing=visit)
    if not again:
        volunteers.keep_apart(giver, other, actor=actor)
    return told
