"""What a group agreed and decides: what holds, what is asked, who has spoken and who still may."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from gebuur.apps.initiatives.models import (
    Agreement,
    Charge,
    Decision,
    Holding,
    Initiative,
    Member,
    Voice,
)
from gebuur.apps.initiatives.permissions import Seat
from gebuur.core.errors import NotForYou

Stance = Voice.Stance
State = Decision.State
STANCES = {
    Decision.Kind.CONSENT: (Stance.YES, Stance.DOUBT, Stance.OBJECTION),
    Decision.Kind.VOTE: (Stance.YES, Stance.NO, Stance.ABSTAIN),
}


@dataclass(frozen=True)
class Standing:
    """How a question stands: what was said, who has not spoken yet, and what that makes of it."""

    decision: Decision
    said: list[Voice]
    silent: list[Member]

    @property
    def speakers(self) -> list[str]:
        return [voice.member.name for voice in self.said]

    @property
    def listeners(self) -> list[str]:
        return [member.name for member in self.silent]

    def own(self, seat: Seat | None) -> Voice | None:
        """What this member said."""
        mine = [voice for voice in self.said if seat and voice.member_id == seat.member.pk]
        return mine[0] if mine else None

    @property
    def objections(self) -> list[Voice]:
        return [voice for voice in self.said if voice.stance == Stance.OBJECTION]

    @property
    def still_needed(self) -> int:
        return max(0, self.decision.needed - len(self.said))

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How often each stance was taken, the ones nobody took as well."""
        stances = STANCES[Decision.Kind(self.decision.kind)]
        return [(s.value, sum(voice.stance == s for voice in self.said)) for s in stances]

    def outcome(self, *, is_over: bool) -> State | None:
        """Give what is decided now; None while it stays open.

        Consent: taken when nobody objects. A vote: taken with more yes than no; a draw is no. Both need the voices
        that were set when the question was put. Before its last day a question is settled only when everybody
        has spoken; a standing objection waits until that day, so that talking can still mend it.
        """
        is_enough = not self.still_needed
        if not is_over and (self.silent or not is_enough or self.objections):
            return None
        yes, no = (dict(self.counts).get(word, 0) for word in ("yes", "no"))
        is_carried = yes > no if self.decision.kind == Decision.Kind.VOTE else not self.objections
        return State.TAKEN if is_enough and is_carried else State.NOT_TAKEN


def voices_of(initiative: Initiative) -> QuerySet[Member]:
    """The members who have a voice, by first name."""
    known = Member.objects.filter(
        initiative=initiative, state=Member.State.MEMBER, known_at__isnull=False
    )
    return known.select_related("person__neighbourhood", "initiative").order_by(
        "person__first_name", "pk"
    )


def leads_of(initiative: Initiative) -> list[Member]:
    """Who leads the group now, longest first."""
    leading = Holding.objects.filter(
        initiative=initiative,
        charge=Charge.LEAD,
        until__isnull=True,
        member__state=Member.State.MEMBER,
    )
    rows = leading.select_related("member__person__neighbourhood", "member__initiative")
    return [holding.member for holding in rows.order_by("since", "pk")]


def standing_of(decision: Decision) -> Standing:
    """Where a question stands. Only voices of those who are still in the group count, or were when it was settled."""
    rows = Voice.objects.filter(decision=decision)
    said = list(rows.select_related("member__person", "typed_by").order_by("at", "pk"))
    if decision.state != State.OPEN:
        return Standing(decision, [voice for voice in said if not _had_left(voice, decision)], [])
    present = list(voices_of(decision.initiative))
    here, spoken = {member.pk for member in present}, {voice.member_id for voice in said}
    return Standing(
        decision,
        [voice for voice in said if voice.member_id in here],
        [member for member in present if member.pk not in spoken],
    )


def _had_left(voice: Voice, decision: Decision) -> bool:
    """Whether somebody who spoke was gone before the question was settled: her word did not count in it."""
    left, settled = voice.member.left_at, decision.settled_at
    return left is not None and settled is not None and left <= settled


def list_decisions(initiative: Initiative) -> QuerySet[Decision]:
    """Every question of a group; the newest first."""
    rows = Decision.objects.filter(initiative=initiative)
    return rows.select_related("proposer__person", "initiative", "typed_by").order_by(
        "-put_at", "-pk"
    )


def get_decision_in(initiative: Initiative, pk: uuid.UUID) -> Decision:
    """A question of this group."""
    found = (
        list_decisions(initiative).select_related("replaces", "replaced_by").filter(pk=pk).first()
    )
    if found is None:
        raise NotForYou
    return found


def list_agreements(initiative: Initiative) -> QuerySet[Agreement]:
    """What holds now; what must be looked at first stands first."""
    return _agreements(initiative).filter(ended_on__isnull=True).order_by("review_on", "pk")


def list_past_agreements(initiative: Initiative) -> QuerySet[Agreement]:
    """What held before: changed or ended. It stays to be read."""
    return _agreements(initiative).filter(ended_on__isnull=False).order_by("-ended_on", "-pk")


def get_agreement_in(initiative: Initiative, pk: uuid.UUID) -> Agreement:
    """An agreement that holds in this group."""
    found = list_agreements(initiative).filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def open_for(initiative: Initiative, seat: Seat | None) -> list[Decision]:
    """Questions on which this member has not spoken yet."""
    if seat is None or not seat.member.has_voice:
        return []
    spoken = Voice.objects.filter(member=seat.member).values("decision")
    today = timezone.localdate()
    rows = list_decisions(initiative).filter(state=State.OPEN, speak_until__gte=today)
    return list(rows.exclude(pk__in=spoken).order_by("speak_until", "pk"))


def due_for_review(initiative: Initiative, today: dt.date) -> list[Agreement]:
    """Agreements whose day to look at them again has come."""
    return list(list_agreements(initiative).filter(review_on__lte=today))


def _agreements(initiative: Initiative) -> QuerySet[Agreement]:
    rows = Agreement.objects.filter(initiative=initiative)
    return rows.select_related("author__person", "typed_by", "replaced_by", "replaces")
