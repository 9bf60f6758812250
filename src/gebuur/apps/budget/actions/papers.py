"""Typing paper ballots: two people apart, and a third look when they differ."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget.actions.boxes import one_by_one
from gebuur.apps.budget.models import PaperBallot, Round
from gebuur.apps.budget.queries.frames import find_published
from gebuur.apps.budget.queries.votes import Marks, problem_of, voting_of
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.core.errors import RuleBroken


class PaperNotNow(RuleBroken):
    """Paper is typed after the last day and before the box is opened."""


class PaperTaken(RuleBroken):
    """A number is on one paper, and one person types it once."""


class PaperBroken(RuleBroken):
    """What stands on paper keeps to the rule of the frame as well."""


@transaction.atomic
def type_paper(
    one: Round, number: int, marks: Marks, *, actor: Person, now: dt.datetime
) -> PaperBallot:
    """Type a paper ballot for the first time, under the number that was just written on it."""
    _check(one, marks, actor, now)
    if one.paper.count() >= one.roll.filter(paper_given=True).count():
        raise PaperTaken(_("There is more paper than was handed out. Count the pile once more."))
    try:
        with transaction.atomic():
            return PaperBallot.objects.create(
                neighbourhood_id=one.neighbourhood_id, round=one, number=number, first=dict(marks), first_by=actor
            )  # fmt: skip
    except IntegrityError as error:
        raise PaperTaken(
            _("This number is on another paper. Write the next number on this one.")
        ) from error


@transaction.atomic
def type_again(paper: PaperBallot, marks: Marks, *, actor: Person, now: dt.datetime) -> bool:
    """Type it for the second time without seeing the first; say whether both are the same."""
    _check(paper.round, marks, actor, now)
    if paper.first_by_id == actor.pk:
        raise PaperTaken(_("Somebody else types this paper for the second time."))
    same = bool(paper.first == dict(marks))
    taken = PaperBallot.objects.filter(pk=paper.pk, second__isnull=True).update(
        second=dict(marks), second_by=actor, settled=dict(marks) if same else None
    )
    if not taken:
        raise PaperTaken(_("This paper was typed twice already."))
    return same


@transaction.atomic
def settle_paper(
    paper: PaperBallot, marks: Marks, *, together: bool, actor: Person, now: dt.datetime
) -> None:
    """Look at the paper once more and say what stands on it: a third person, or the two together."""
    _check(paper.round, marks, actor, now)
    if actor.pk in (paper.first_by_id, paper.second_by_id) and not together:
        raise PaperTaken(_("Look at it together with the other one, or ask a third colleague."))
    waiting = PaperBallot.objects.filter(pk=paper.pk, settled__isnull=True, second__isnull=False)
    if not waiting.update(settled=dict(marks)):
        raise PaperTaken(_("This paper is settled already."))


def _check(one: Round, marks: Marks, actor: Person, now: dt.datetime) -> None:
    if not works_with(actor, one.neighbourhood_id):
        raise PermissionDenied
    one_by_one(one)
    seen = find_published(one)
    voting = voting_of(one, seen.frame, timezone.localdate(now)) if seen else None
    if voting is None or not voting.takes_paper:
        raise PaperNotNow(_("Paper is typed after the last day of the vote, from a mixed pile."))
    problem = problem_of(voting.frame, voting.choices, marks)
    if problem:
        raise PaperBroken(problem)
