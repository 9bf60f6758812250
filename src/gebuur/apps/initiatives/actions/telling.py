"""A word to a member over the channel she chose, with the link that opens her group."""

import datetime as dt
from typing import Any

from gebuur.apps.initiatives.models import Member
from gebuur.apps.outbox import actions as outbox

LINK_DAYS = 60


def tell(
    member: Member, template: str, *, now: dt.datetime, room: str = "initiatives", **words: Any
) -> None:
    """Write to one member. Subject and text message name the neighbourhood only, never the group or its matter.

    A room that knows groups keeps its own words: then `room` says in which one they are.
    """
    group = member.initiative
    expires_at = now + dt.timedelta(days=LINK_DAYS)
    link = outbox.make_link(member.person, "initiatives:door", group, expires_at=expires_at)
    outbox.send(
        member.person,
        template=f"{room}/messages/{template}",
        context={"link": link, "group": group, **words},
        thing=group,
    )
