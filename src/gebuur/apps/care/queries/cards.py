"""The boundary card of a match, for one side. Both have said yes, so it carries names and numbers."""

import datetime as dt
from dataclasses import dataclass

from gebuur.apps.boundaries import queries as boundaries
from gebuur.apps.boundaries.queries.card import HELPER, SEEKER
from gebuur.apps.care.models import Match, Proposal, Visit
from gebuur.apps.care.queries.for_people import seeker_of, task_of
from gebuur.apps.neighbourhood.models import Person
from gebuur.core.errors import NotForYou


@dataclass(frozen=True)
class Cards:
    """One side's card: in Dutch, and in her own language where we speak it; and the same as PDF."""

    sheets: list[boundaries.CardFacts]
    meeting: boundaries.Meeting
    side: str
    language: str

    def pdf(self, *, today: dt.date) -> bytes:
        return boundaries.card_pdf(
            self.meeting, side=self.side, language=self.language, today=today
        )


def cards_for(match: Match, reader: Person, *, today: dt.date) -> Cards:
    """The card of the helper, or of the seeker and whoever asked for her."""
    side = HELPER if reader.pk == match.offer.person_id else SEEKER
    meeting = meeting_of(match, today=today)
    sheets = [
        boundaries.card_facts(meeting, side=side, language=code, today=today)
        for code in boundaries.languages_of_card(reader.language)
    ]
    return Cards(sheets, meeting, side, reader.language)


def meeting_of(match: Match, *, today: dt.date) -> boundaries.Meeting:
    """What was agreed; refused when the match was never made by both."""
    if match.proposal.state not in (Proposal.State.YES, Proposal.State.WITHDRAWN):
        raise NotForYou
    request, helper = match.request, match.offer.person
    visits = list(
        match.visits.filter(state=Visit.State.PLANNED, on__gte=today).order_by("on", "part")[:1]
    )
    visit = visits[0] if visits else match.visits.order_by("-on").first()
    if visit is None:
        raise NotForYou
    seeker = seeker_of(request)
    return boundaries.Meeting(
        task=task_of(request),
        place=match.neighbourhood,
        seeker_name=seeker.full_name,
        helper_name=helper.first_name,
        word=visit.word,
        first_on=visit.on,
        part=visit.part,
        rhythm=request.rhythm,
        at=visit.at,
        minutes=request.limits_minutes,
        ends_on=request.ends_on,
        note=request.wish,
        seeker_address=seeker.address,
        seeker_phone=seeker.phone,
        helper_phone=helper.phone,
    )
