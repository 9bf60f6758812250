"""What every page knows: the place, whom to phone, and the urgent numbers."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from gebuur.apps.boundaries import queries as boundaries
from gebuur.apps.neighbourhood import permissions


def place(request: HttpRequest) -> dict[str, Any]:
    """Add `place` (whom to phone), `me` (the person behind this request) and `urgent_lines`."""
    return {
        "place": SimpleLazyObject(lambda: permissions.place_of(request)),
        "me": SimpleLazyObject(lambda: permissions.person_of(request)),
        "urgent_lines": SimpleLazyObject(lambda: _urgent_lines(request)),
    }


def _urgent_lines(request: HttpRequest) -> list[boundaries.Line]:
    here = permissions.place_of(request)
    return boundaries.list_urgent_lines(here.organisation if here else None)
