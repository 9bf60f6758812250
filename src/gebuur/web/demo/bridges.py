"""The street that helps itself is asked to help another one, and says what it can do instead."""

import datetime as dt

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Activity, Bridge, Charge, Holding, Initiative
from gebuur.apps.initiatives.permissions import Seat, Speaker
from gebuur.apps.neighbourhood.models import Person, Street
from gebuur.apps.outbox.models import AnswerLink, Message
from gebuur.web.demo.history import QUARRELLING


def build_bridges(group: Initiative, an: Person, *, now: dt.datetime) -> None:
    """One bridge that was amended, agreed and begun; one question that waits. Nobody is written to."""
    first, second = (
        Street.objects.get(neighbourhood=group.neighbourhood, name=name) for name in QUARRELLING
    )
    lead = _lead(group)
    bridge = _ask(
        group,
        an,
        first,
        rung="share",
        terms="Jullie doen ook boodschappen in de Kaarderstraat, elke week.",
        reason="In de Kaarderstraat kent bijna niemand elkaar. Jullie weten hoe je begint.",
        now=now - dt.timedelta(days=37),
    )
    actions.answer_bridge(
        bridge,
        actor=Speaker(lead.person, lead),
        said="otherwise",
        words="Nog een straat erbij is ons te veel. Vertellen doen we graag.",
        rung="tell",
        terms="Twee van ons komen één keer vertellen hoe we begonnen zijn, met koffie.",
        until=None,
        now=now - dt.timedelta(days=31),
    )
    actions.answer_bridge(
        bridge,
        actor=Speaker(an),
        said="yes",
        words="Dank jullie wel.",
        now=now - dt.timedelta(days=30),
    )
    evening = (now - dt.timedelta(days=16)).replace(hour=19, minute=0, second=0, microsecond=0)
    planned = actions.plan_first_date(
        bridge,
        actor=Speaker(lead.person, lead),
        title="Koffie met de Kaarderstraat",
        starts_at=evening,
        where="De zaal van de school",
        now=now - dt.timedelta(days=27),
    )
    Activity.objects.filter(pk=planned.pk).update(held_at=evening + dt.timedelta(hours=2))
    _ask(
        group,
        an,
        second,
        rung="tell",
        terms="Iemand komt ook bij ons een keer vertellen hoe jullie begonnen.",
        reason="Twee buren van de Ververstraat hoorden van de koffie en vroegen ernaar.",
        now=now - dt.timedelta(days=4),
    )
    _hush(group)


def _lead(group: Initiative) -> Seat:
    held = Holding.objects.filter(initiative=group, charge=Charge.LEAD, until__isnull=True)
    one = held.select_related("member__person", "member__initiative__neighbourhood").earliest("pk")
    return Seat(one.member)


def _ask(
    group: Initiative,
    an: Person,
    street: Street,
    *,
    rung: str,
    terms: str,
    reason: str,
    now: dt.datetime,
) -> Bridge:
    return actions.ask_bridge(
        group.neighbourhood,
        actor=Speaker(an),
        to=group,
        rung=rung,
        terms=terms,
        reason=reason,
        from_street=street,
        now=now,
    )


def _hush(group: Initiative) -> None:
    """What was written about it has long been read."""
    bridges = Bridge.objects.filter(to_group=group).values("pk")
    Message.objects.filter(thing__in=bridges).delete()
    AnswerLink.objects.filter(thing__in=bridges).delete()
