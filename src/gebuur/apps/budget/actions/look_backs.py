"""What neighbours say after three and twelve months, and asking the members to let them."""

import datetime as dt
import uuid

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget.models import LookBack, LookBackAsk, Proposal
from gebuur.apps.budget.queries.look_backs import MONTHS, list_to_ask, window_of
from gebuur.apps.initiatives.models import Member
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.outbox import actions as outbox
from gebuur.core.errors import RuleBroken

LINK_LASTS = dt.timedelta(days=120)


class NotNow(RuleBroken):
    """Neighbours look back when something has been there for three months, and for twelve."""


@transaction.atomic
def look_back(
    proposal: Proposal, *, months: int, is_good: bool, words: str, now: dt.datetime
) -> LookBack:
    """A neighbour says how it is now. Nobody notes who; and the key of the row, unlike others, holds no time."""
    window = window_of(proposal, months)
    if window is None or not window.is_open(timezone.localdate(now)):
        raise NotNow(_("Nothing is asked about this now."))
    return LookBack.objects.create(
        pk=uuid.uuid4(),
        neighbourhood_id=proposal.neighbourhood_id,
        proposal=proposal,
        months=months,
        is_good=is_good,
        words=words,
    )


@transaction.atomic
def hide_words(said: LookBack, *, actor: Person) -> None:
    """Staff takes words away that point to somebody or hurt; the answer itself still counts."""
    if not works_with(actor, said.neighbourhood_id):
        raise PermissionDenied
    LookBack.objects.filter(pk=said.pk).update(words="")


def ask_look_backs(*, now: dt.datetime) -> int:
    """Ask every group once after three months, and once after twelve, to let its neighbours look back."""
    today = timezone.localdate(now)
    due = [(one, months) for months in MONTHS for one in list_to_ask(months, today)]
    return sum(_ask(proposal, months, now=now) for proposal, months in due)


@transaction.atomic
def _ask(proposal: Proposal, months: int, *, now: dt.datetime) -> bool:
    """Claim the question, and write to every member; who comes second finds it claimed."""
    _claim, is_new = LookBackAsk.objects.get_or_create(
        proposal=proposal,
        months=months,
        defaults={"neighbourhood_id": proposal.neighbourhood_id, "asked_at": now},
    )
    for member in _members_of(proposal) if is_new else ():
        _tell(member, proposal, months, now=now)
    return is_new


def _members_of(proposal: Proposal) -> list[Member]:
    here = Member.objects.filter(initiative=proposal.group_id, state=Member.State.MEMBER)
    return list(here.select_related("person__neighbourhood", "initiative").order_by("pk"))


def _tell(member: Member, proposal: Proposal, months: int, *, now: dt.datetime) -> None:
    """Over her own channel, with the way to her group and the page that neighbours may open."""
    group = member.initiative
    link = outbox.make_link(member.person, "initiatives:door", group, expires_at=now + LINK_LASTS)
    page = settings.SITE_ADDRESS + reverse("budget:look-back", args=[proposal.pk, months])
    outbox.send(
        member.person,
        template="budget/messages/look_back",
        context={"proposal": proposal, "months": months, "link": link, "page": page},
        thing=proposal,
    )
