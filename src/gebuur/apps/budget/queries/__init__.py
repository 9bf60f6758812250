"""The neighbourhood budget: rounds with their frames, and ideas."""

from gebuur.apps.budget.queries.frame_words import (
    calendar_of,
    differences,
    parts_of,
    signatures_of,
)
from gebuur.apps.budget.queries.frames import (
    Frame,
    Published,
    get_pending_for,
    get_public_round,
    get_published_version,
    get_round_for,
    latest_version,
    list_pending_for,
    list_public_rounds,
    list_rounds_for,
    list_signers,
    pending_version,
    read_frame,
    text_of,
    version_before,
)
from gebuur.apps.budget.queries.ideas import (
    backing_of,
    get_idea,
    list_alike,
    list_ideas,
    see_idea,
)

__all__ = [
    "Frame",
    "Published",
    "backing_of",
    "calendar_of",
    "differences",
    "get_idea",
    "get_pending_for",
    "get_public_round",
    "get_published_version",
    "get_round_for",
    "latest_version",
    "list_alike",
    "list_ideas",
    "list_pending_for",
    "list_public_rounds",
    "list_rounds_for",
    "list_signers",
    "parts_of",
    "pending_version",
    "read_frame",
    "see_idea",
    "signatures_of",
    "text_of",
    "version_before",
]
