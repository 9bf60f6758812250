"""The reasons that go with a proposal: codes and numbers, never sentences (those are the screen's)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gebuur.domain.matching.model import Policy, Request, Volunteer
from gebuur.domain.matching.rules import distance

MOST = 4
MOST_TO_KNOW = 2


class ReasonCode(StrEnum):
    """What can be said about a pair. The comment tells what `Reason.number` counts."""

    KNOWN = "known"  # nothing: they met before and both were content
    WAITS_FIRST_TIME = "waits_first_time"  # full weeks since sign-up, without any match yet
    WAITED = "waited"  # full weeks since the last match
    NEARBY = "nearby"  # minutes on foot
    PHONE_TASK = "phone_task"  # nothing: distance does not matter
    SHARES_FIRST_LANGUAGE = "shares_first_language"  # nothing
    SHARED_SLOTS = "shared_slots"  # parts of the week in common
    OTHER_LANGUAGE_ONLY = "other_language_only"  # nothing: they meet in another language
    SINGLE_SLOT = "single_slot"  # nothing: one part of the week in common
    FAR = "far"  # minutes on foot
    RECENTLY_ASKED = "recently_asked"  # full weeks since the last question
    RECENT_MATCH = "recent_match"  # full weeks since the last match
    NEVER_MET = "never_met"  # nothing


PLACE = {code: place for place, code in enumerate(ReasonCode)}


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of a proposal.

    Attributes
    ----------
    code : ReasonCode
        What is said.
    number : int or None
        Weeks, minutes or parts of the week, as the code says.
    speaks_for : bool
        True: for this helper. False: good to know before you ask.
    """

    code: ReasonCode
    number: int | None = None
    speaks_for: bool = True


def reasons_for(request: Request, volunteer: Volunteer, policy: Policy) -> tuple[Reason, ...]:
    """Give two to four reasons: first what speaks for this helper, then what is good to know.

    At most two are "to know", and at least one when there is one; that they never met is only told
    when nothing weightier is to know. Within both kinds the order is that of `ReasonCode`.

    Examples
    --------
    >>> ask = Request(id="r", task="walk", x=0, y=0, first_language="nl")
    >>> emine = Volunteer(
    ...     id="emine", tasks=frozenset({"walk"}), x=0, y=230, radius=800,
    ...     languages=frozenset({"nl", "tr"}), slots=0b11, weeks_since_signup=3,
    ... )
    >>> for reason in reasons_for(ask, emine, Policy()):
    ...     print(reason.code, reason.number, reason.speaks_for)
    waits_first_time 3 True
    nearby 4 True
    shares_first_language None True
    never_met None False
    """
    said = sorted(_all_reasons(request, volunteer, policy), key=lambda said: PLACE[said.code])
    to_know = [reason for reason in said if not reason.speaks_for]
    if len(to_know) > 1:
        to_know = [reason for reason in to_know if reason.code != ReasonCode.NEVER_MET]
    to_know = to_know[:MOST_TO_KNOW]
    speaking = [reason for reason in said if reason.speaks_for]
    return (*speaking[: MOST - len(to_know)], *to_know)


def _all_reasons(request: Request, volunteer: Volunteer, policy: Policy) -> Iterator[Reason]:
    yield _of_distance(request, volunteer, policy)
    yield from _of_turn(volunteer, policy)
    if request.first_language in volunteer.languages:
        yield Reason(ReasonCode.SHARES_FIRST_LANGUAGE)
    else:
        yield Reason(ReasonCode.OTHER_LANGUAGE_ONLY, speaks_for=False)
    shared = (request.slots & volunteer.slots).bit_count()
    if shared > 1:
        yield Reason(ReasonCode.SHARED_SLOTS, shared)
    else:
        yield Reason(ReasonCode.SINGLE_SLOT, speaks_for=False)
    if volunteer.id in request.known:
        yield Reason(ReasonCode.KNOWN)
    else:
        yield Reason(ReasonCode.NEVER_MET, speaks_for=False)


def _of_distance(request: Request, volunteer: Volunteer, policy: Policy) -> Reason:
    if request.phone_only:
        return Reason(ReasonCode.PHONE_TASK)
    minutes = max(1, -(-distance(request, volunteer) // policy.metres_per_minute))
    if minutes <= policy.nearby_minutes:
        return Reason(ReasonCode.NEARBY, minutes)
    return Reason(ReasonCode.FAR, minutes, speaks_for=False)


def _of_turn(volunteer: Volunteer, policy: Policy) -> Iterator[Reason]:
    weeks = volunteer.weeks_since_last_match
    if weeks is None:
        yield Reason(ReasonCode.WAITS_FIRST_TIME, volunteer.weeks_since_signup)
    elif weeks > policy.recent_weeks:
        yield Reason(ReasonCode.WAITED, weeks)
    else:
        yield Reason(ReasonCode.RECENT_MATCH, weeks, speaks_for=False)
    asked = volunteer.weeks_since_last_asked
    if asked is not None and asked <= policy.asked_weeks:
        yield Reason(ReasonCode.RECENTLY_ASKED, asked, speaks_for=False)
