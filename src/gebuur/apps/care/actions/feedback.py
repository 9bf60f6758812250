"""How it was, and a word of thanks that is passed on."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.care.actions.telling import (
    put_on_call_list,
    reader_of,
    record_helper,
    record_seeker,
)
from gebuur.apps.care.models import Feedback, Match, Visit
from gebuur.apps.chronicle.models import Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.volunteers import actions as volunteers
from gebuur.core.errors import RuleBroken

COULD_BE_BETTER = gettext_lazy("It could be better. Ask what would help.")


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
    match, request = visit.match, visit.match.request
    seeker, helper = reader_of(request), match.offer.person
    giver, other = (seeker, helper) if by_seeker else (helper, seeker)
    own = (request.seeker_id, request.asked_by_id) if by_seeker else (helper.pk,)
    by_staff = works_with(actor, visit.neighbourhood_id)
    if not by_staff and actor.pk not in own:
        raise PermissionDenied
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
    write = record_seeker if by_seeker else record_helper
    write(Verb.DID, visit, act="feedback", actor=actor)
    if by_seeker:
        outbox.end_links(visit.pk, purpose="care:feedback")
        outbox.cancel_messages(visit.pk)
    _thank(told, other)
    if not again and request.seeker is not None:
        speaks = actor if by_staff else (request.seeker if by_seeker else helper)
        volunteers.keep_apart(helper, request.seeker, actor=speaks)
    goes_on = match.state == Match.State.ACTIVE
    if not by_staff and not (was_good and (again or not goes_on)):
        put_on_call_list(request, giver, note.strip() or COULD_BE_BETTER, now=timezone.now())
    return told


def _thank(told: Feedback, other: Person) -> None:
    """Pass on what was written; a helper also hears it when somebody was simply content."""
    thanks = told.thanks.strip()
    if thanks or (told.by_seeker and told.was_good):
        if told.by_seeker:
            offer = told.visit.match.offer
            volunteers.note_thanks(offer, giver=told.giver, words=thanks, now=told.created_at)
        words = {"thanks": thanks, "giver": told.giver.first_name}
        outbox.send(other, template="care/messages/thanks", context=words, thing=told.visit)
