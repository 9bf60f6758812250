"""A group of neighbours with one of everything, for the addresses of groups."""

import datetime as dt
from typing import Any

from gebuur.apps.initiatives import actions as initiatives
from gebuur.apps.initiatives.models import Initiative, Member, Step, Support
from gebuur.apps.initiatives.permissions import Seat, Speaker
from gebuur.apps.neighbourhood.models import Person, Street
from gebuur.domain import frames
from tests import cast

WORDS = {"reason": "Gevraagd", "does": "Een zaal zoeken", "does_not": "Beslissen"}


def group_things(rosa: Person, staff: Person, now: dt.datetime) -> dict[str, Any]:
    """A group with the professional beside it, one that she made an offer to, and one that closed."""
    group, until = cast.make_group(rosa, "De soepgroep"), now.date() + dt.timedelta(days=60)
    seat = _seat(group, now)
    other = cast.make_group(rosa, "De tuingroep")
    offered = initiatives.offer_support(other, actor=staff, until=until, now=now, **WORDS)
    return {
        "group": group.pk,
        "closed_group": _closed(rosa, now).pk,
        "group_member": seat.member.pk,
        "offered": offered.pk,
        **_decided(seat, until, now),
        **_at_work(seat, now),
        **_supported(seat, staff, until, now),
        "bridge": _bridge(group, staff, now),
    }


def _seat(group: Initiative, now: dt.datetime) -> Seat:
    Member.objects.filter(initiative=group).update(known_at=now)
    return Seat(Member.objects.select_related("initiative", "person").get(initiative=group))


def _supported(seat: Seat, staff: Person, until: dt.date, now: dt.datetime) -> dict[str, Any]:
    """The professional beside the group: a promise with its frame, a note about phases, an advice."""
    group = seat.initiative
    support: Support = initiatives.offer_support(group, actor=staff, until=until, now=now, **WORDS)
    support = initiatives.answer_support(support, is_welcome=True, actor=seat, now=now)
    looked = {one.key: initiatives.Looked("yes", "Gezien") for one in frames.CONDITIONS}
    said = {
        "fixed": "Geld",
        "open": "De rest",
        "who_decides": "De groep",
        "by": until,
        "then": "Doen",
    }
    promise = initiatives.announce_style(
        support, Step.DECIDE, "delegating", actor=support, conditions=looked, frame=said, now=now
    )  # fmt: skip
    note = initiatives.note_phase(
        group, actor=support, signals=["we-say"], is_unclear=False, words="", now=now
    )
    advice = initiatives.give_advice(
        "Een bank", actor=seat, to_supporter=support, answer_by=until, now=now
    )
    return {
        "support": support.pk,
        "promise": promise.pk,
        "frame": promise.frame.pk,
        "note": note.pk,
        "advice": advice.pk,
    }


def _decided(seat: Seat, until: dt.date, now: dt.datetime) -> dict[str, Any]:
    """A question, an agreement and a message."""
    asked = initiatives.put_decision(
        actor=seat, kind="vote", proposal="Soep", reasons="Samen", speak_until=until, now=now
    )
    agreed = initiatives.write_agreement(actor=seat, text="Om de beurt", review_on=until, now=now)
    post = initiatives.write_post(actor=seat, text="Dag", now=now)
    return {
        "group_decision": asked.pk,
        "group_agreement": agreed.pk,
        "group_post": post.pk,
    }


def _at_work(seat: Seat, now: dt.datetime) -> dict[str, Any]:
    """A date, a task, a line in the book, and the dates in a calendar of one's own."""
    plan = initiatives.Plan(
        title="Soep",
        day=now.date() + dt.timedelta(days=9),
        at=dt.time(18),
        where="De Spil",
        places=(initiatives.Wanted("Komen"),),
        is_public=True,
    )
    feed = initiatives.renew_feed(actor=seat, group=None, now=now)
    paid = initiatives.note_money(actor=seat, on=now.date(), what="Soep", cents=-1250, now=now)
    return {
        "activity": initiatives.make_activity(plan, actor=seat, now=now).pk,
        "task": initiatives.add_group_task(actor=seat, what="Bellen", by=None, now=now).pk,
        "line": paid.pk,
        "feed": feed.split("/")[-1].removesuffix(".ics"),
    }


def _bridge(group: Initiative, staff: Person, now: dt.datetime) -> Any:
    """The professional asks the group something for another street."""
    street = Street.objects.get(neighbourhood=group.neighbourhood, name="Weverstraat")
    bridge = initiatives.ask_bridge(
        group.neighbourhood,
        actor=Speaker(staff),
        to=group,
        rung="tell",
        terms="Een keer vertellen",
        reason="Ze willen ook beginnen",
        from_street=street,
        now=now,
    )
    return bridge.pk


def _closed(rosa: Person, now: dt.datetime) -> Initiative:
    """A group that a neighbour closed."""
    choir = cast.make_group(rosa, "Koor")
    initiatives.close_initiative(
        actor=_seat(choir, now),
        thanks="Dank",
        money_to="",
        things_to="",
        ask_back_on=now.date() + dt.timedelta(days=9),
        now=now,
    )
    return choir
