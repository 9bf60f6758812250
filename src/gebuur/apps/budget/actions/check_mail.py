"""Letters about what services find feasible: to a service by its link, and to the group that owns the proposal."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget.models import FeasibilityCheck
from gebuur.apps.budget.queries.frames import binding_frame
from gebuur.apps.initiatives.models import Charge, Member
from gebuur.apps.outbox import actions as outbox

ANSWER = "budget:check-answer"
LINK_STAYS = dt.timedelta(days=30)
GROUP_LINK = dt.timedelta(days=60)


def mail_reader(
    check: FeasibilityCheck, template: str, *, now: dt.datetime, one_up: bool = False
) -> None:
    """Write to the reader, or one step up; without an address the desk phones.

    The mail names the proposal, and nobody of the neighbourhood.
    """
    name, to = check.reader_name, check.reader_email
    if one_up:
        name, to = check.escalates_to, check.escalates_email
    writer = check.asked_by
    if not to or writer is None:
        about = _("Ask %(service)s about “%(title)s”. See the checks of the proposal.")
        outbox.add_call(
            check.proposal.round.neighbourhood,
            actor=None,
            name=name,
            about=about % {"service": check.service, "title": check.proposal.title},
            call_at=now,
        )
        return
    link = outbox.make_link(writer, ANSWER, check, expires_at=_open_until(check, now))
    outbox.send(
        writer,
        template=f"budget/messages/{template}",
        context={"check": check, "name": name, "link": link.address},
        thing=check,
        to=to,
    )


def _open_until(check: FeasibilityCheck, now: dt.datetime) -> dt.datetime:
    """The page of a service stays open well after the repairs."""
    last = max(check.due_on, binding_frame(check.proposal.round).days["repairs_until"])
    end = dt.datetime.combine(last, dt.time(23, 59), timezone.get_current_timezone())
    return max(end, now) + LINK_STAYS


def tell_group(check: FeasibilityCheck, *, now: dt.datetime) -> None:
    """The members who lead hear what a service said, each over her own channel."""
    group = check.proposal.group
    leads = Member.objects.filter(
        initiative=group,
        state=Member.State.MEMBER,
        holdings__charge=Charge.LEAD,
        holdings__until__isnull=True,
    )
    until = binding_frame(check.proposal.round).days["repairs_until"]
    may_repair = (
        check.verdict != FeasibilityCheck.Verdict.YES
        and check.repaired_at is None
        and until >= timezone.localdate(now)
    )
    for member in leads.select_related("person__neighbourhood").distinct():
        link = outbox.make_link(
            member.person, "initiatives:door", group, expires_at=now + GROUP_LINK
        )
        outbox.send(
            member.person,
            template="budget/messages/check_said",
            context={"check": check, "link": link, "until": until, "may_repair": may_repair},
            thing=check.proposal,
        )
