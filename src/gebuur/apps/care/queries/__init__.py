"""Reading requests: for the seeker, for the helper, for the board, for staff."""

from gebuur.apps.care.queries.board import board, find_offer, get_board_question
from gebuur.apps.care.queries.cards import Cards, cards_for, meeting_of
from gebuur.apps.care.queries.for_people import (
    Coming,
    about_visit,
    coming_of,
    first_moment,
    get_match,
    get_proposal,
    get_request,
    get_visit,
    list_coming,
    next_visits_of,
    open_requests_of,
    other_side,
    what_happens_next,
    what_we_ask,
    who_would_come,
)
from gebuur.apps.care.queries.ranking import Ranked, RankedHelper, is_free, rank_for

__all__ = [
    "Cards",
    "Coming",
    "Ranked",
    "RankedHelper",
    "about_visit",
    "board",
    "cards_for",
    "coming_of",
    "find_offer",
    "first_moment",
    "get_board_question",
    "get_match",
    "get_proposal",
    "get_request",
    "get_visit",
    "is_free",
    "list_coming",
    "meeting_of",
    "next_visits_of",
    "open_requests_of",
    "other_side",
    "rank_for",
    "what_happens_next",
    "what_we_ask",
    "who_would_come",
]
