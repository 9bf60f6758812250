"""Writing on the board of a group, taking a message away, and a word to who wants one."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives import queries
from gebuur.apps.initiatives.actions.groups import NotYours, sign
from gebuur.apps.initiatives.actions.telling import tell
from gebuur.apps.initiatives.models import Charge, Initiative, Member, Post, PostNotice
from gebuur.apps.initiatives.permissions import Seat, can_act, holds

A_DAY = dt.timedelta(days=1)
AT_ONCE = 200


@transaction.atomic
def write_post(*, actor: Seat, text: str, now: dt.datetime, shows_numbers: bool = False) -> Post:
    """Put a message on the board."""
    if not can_act(actor):
        raise PermissionDenied
    post = Post.objects.create(
        neighbourhood=actor.initiative.neighbourhood,
        initiative=actor.initiative,
        author=actor.member,
        text=text,
        shows_numbers=shows_numbers,
        typed_by=actor.typed_by,
        at=now,
    )
    sign(actor, Verb.DID, act="post", now=now)
    return post


@transaction.atomic
def hide_post(post: Post, *, actor: Seat, now: dt.datetime) -> None:
    """Take a message off the board: who wrote it, or who leads."""
    if not can_act(actor) or post.initiative_id != actor.initiative.pk:
        raise PermissionDenied
    if post.author_id != actor.member.pk and not holds(actor.member, Charge.LEAD):
        raise NotYours(
            _("Only the person who wrote a message, or who leads the group, can take it away.")
        )
    if Post.objects.filter(pk=post.pk, hidden_at__isnull=True).update(hidden_at=now):
        sign(actor, Verb.DID, act="post-hidden", now=now)


@transaction.atomic
def want_notice(*, actor: Seat, wanted: bool, now: dt.datetime) -> None:
    """A member wants a word about new messages, or no longer."""
    if not can_act(actor):
        raise PermissionDenied
    if not wanted:
        PostNotice.objects.filter(member=actor.member).delete()
    elif queries.can_be_told(actor.member):
        facts = {"neighbourhood": actor.initiative.neighbourhood, "since": now}
        PostNotice.objects.get_or_create(member=actor.member, defaults=facts)


def announce_posts(*, now: dt.datetime) -> int:
    """A word to members who want it: there is a new message. At most once a day, and never what it says."""
    others = Post.objects.filter(
        initiative=OuterRef("member__initiative"),
        hidden_at__isnull=True,
        at__gt=Coalesce(OuterRef("told_at"), OuterRef("since")),
    ).exclude(author=OuterRef("member"))
    due = PostNotice.objects.filter(
        Exists(others),
        _may_be_told(now),
        member__state=Member.State.MEMBER,
        member__initiative__state=Initiative.State.ACTIVE,
    ).select_related("member__person__neighbourhood", "member__initiative")
    return sum(_announce(notice, now=now) for notice in list(due[:AT_ONCE]))


@transaction.atomic
def _announce(notice: PostNotice, *, now: dt.datetime) -> bool:
    claimed = PostNotice.objects.filter(_may_be_told(now), pk=notice.pk).update(told_at=now)
    if claimed and queries.can_be_told(notice.member):
        tell(notice.member, "new_post", now=now)
    return bool(claimed)


def _may_be_told(now: dt.datetime) -> Q:
    return Q(told_at__isnull=True) | Q(told_at__lt=now - A_DAY)
