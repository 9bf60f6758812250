"""Handing in a ballot with a code: the last one counts."""

import datetime as dt

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget.actions.boxes import one_by_one, place_of_envelope
from gebuur.apps.budget.models import Envelope, RollEntry, Round
from gebuur.apps.budget.queries.codes import entry_of_code
from gebuur.apps.budget.queries.frames import find_published
from gebuur.apps.budget.queries.votes import Marks, pack, problem_of, voting_of
from gebuur.core import lockbox
from gebuur.core.errors import RuleBroken


class CodeWrong(RuleBroken):
    """Only a code of the roll admits a ballot."""


class VoteClosed(RuleBroken):
    """Ballots are taken on the days of the vote."""


class BallotWrong(RuleBroken):
    """A ballot keeps to the rule of the frame."""


@transaction.atomic
def cast_ballot(one: Round, marks: Marks, *, code: str, now: dt.datetime) -> None:
    """Put her ballot in the box, in the place of an earlier one.

    Who does it is only the code, and no line of the chronicle says that she was here.
    """
    seen = find_published(one)
    entry = entry_of_code(one, code)
    if seen is None or entry is None:
        raise CodeWrong(_("We do not know this code. Look at the letter once more."))
    one_by_one(one)
    voting = voting_of(one, seen.frame, timezone.localdate(now))
    if voting.box is None or not voting.is_open:
        raise VoteClosed(_("The vote is not open today."))
    problem = problem_of(voting.frame, voting.choices, marks)
    if problem:
        raise BallotWrong(problem)
    # A claim on the entry: a paper ballot that is handed out meanwhile goes before.
    if not _held(entry).update(paper_given=False):
        raise CodeWrong(_("This code no longer works. Ask us at the desk."))
    box = voting.box
    sealed = lockbox.drop(
        bytes(box.public), pack(box, marks), place=place_of_envelope(entry.pk), length=len(box.projects)
    )  # fmt: skip
    Envelope.objects.update_or_create(
        entry=entry, defaults={"neighbourhood_id": one.neighbourhood_id, "sealed": sealed}
    )


def _held(entry: RollEntry) -> QuerySet[RollEntry]:
    return RollEntry.objects.filter(pk=entry.pk, code_hash=entry.code_hash, paper_given=False)
