"""The board of a group, as its readers may see it."""

import uuid
from dataclasses import dataclass

from gebuur.apps.initiatives.models import Charge, Initiative, Member, Post, PostNotice
from gebuur.apps.initiatives.permissions import Seat, can_act, holds
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Street
from gebuur.apps.outbox.queries import way_to
from gebuur.core.errors import NotForYou
from gebuur.core.masking import masked, numbers_in

SHOWN = 50


@dataclass(frozen=True)
class Shown:
    """A message as somebody reads it: numbers hidden, unless they are the writer's own."""

    post: Post
    text: str
    may_hide: bool


def read_board(initiative: Initiative, seat: Seat | None, *, most: int = SHOWN) -> list[Shown]:
    """The newest messages first, without the hidden ones."""
    rows = Post.objects.filter(initiative=initiative, hidden_at__isnull=True)
    posts = rows.select_related("author__person", "typed_by").order_by("-at", "-pk")[:most]
    streets = street_names(initiative.neighbourhood)
    is_lead = seat is not None and can_act(seat) and holds(seat.member, Charge.LEAD)
    return [
        Shown(
            post,
            post.text if post.shows_numbers else masked(post.text, streets),
            is_lead or (seat is not None and can_act(seat) and post.author_id == seat.member.pk),
        )
        for post in posts
    ]


def numbers_found(text: str, place: Neighbourhood) -> list[str]:
    """What in this text tells how to reach somebody."""
    return numbers_in(text, street_names(place))


def street_names(place: Neighbourhood) -> list[str]:
    """The streets of a neighbourhood, after which a number is a front door."""
    return list(Street.objects.filter(neighbourhood=place).values_list("name", flat=True))


def get_post_in(initiative: Initiative, pk: uuid.UUID) -> Post:
    """A message that still stands on the board of this group."""
    rows = Post.objects.filter(initiative=initiative, hidden_at__isnull=True)
    found = rows.select_related("initiative__neighbourhood", "author").filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def can_be_told(member: Member) -> bool:
    """A word every day is for mail and text messages only; paper and phone would be a burden."""
    return way_to(member.person) in (Channel.MAIL, Channel.SMS)


def wants_notice(member: Member) -> bool:
    """Whether this member asked for a word when there is something new."""
    return PostNotice.objects.filter(member=member).exists()
