"""Photos of the walls of meetings, for the desk, beside what was typed."""

import uuid
from dataclasses import dataclass

from gebuur.apps.budget.models import Idea, Round, WallPhoto
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.core.errors import NotForYou


@dataclass(frozen=True)
class Meeting:
    """A photo, and the ideas that were typed from it."""

    photo: WallPhoto
    ideas: list[Idea]


def list_meetings(one: Round) -> list[Meeting]:
    """The meetings of a round that have a photo, newest first; the pictures themselves stay where they are."""
    photos = one.walls.defer("picture").order_by("-at", "pk")
    typed = one.ideas.filter(meeting__in=[photo.meeting for photo in photos])
    ideas = list(typed.exclude(state=Idea.State.WITHDRAWN).order_by("entered_at", "pk"))
    return [
        Meeting(photo, [idea for idea in ideas if idea.meeting == photo.meeting])
        for photo in photos
    ]


def wall_photo_of(idea: Idea) -> WallPhoto | None:
    """The photo on which the idea can be read, when it came from a meeting."""
    if not idea.meeting:
        return None
    photos = WallPhoto.objects.filter(round=idea.round_id, meeting=idea.meeting)
    return photos.defer("picture").order_by("-at", "pk").first()


def get_wall_photo(place: Neighbourhood, pk: uuid.UUID) -> WallPhoto:
    """A photo of this place."""
    found = WallPhoto.objects.filter(neighbourhood=place, pk=pk).first()
    if found is None:
        raise NotForYou
    return found
