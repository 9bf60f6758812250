"""Paper ballots: typed by two people apart, and looked at once more when they differ."""

import uuid
from dataclasses import dataclass

from django.db.models import Max

from gebuur.apps.budget.models import PaperBallot, Round
from gebuur.apps.neighbourhood.models import Person
from gebuur.core.errors import NotForYou


@dataclass(frozen=True)
class Pile:
    """The paper of a round, as far as it was typed."""

    given: int
    typed: int
    for_her: list[PaperBallot]
    waiting: int
    different: list[PaperBallot]
    settled: int

    @property
    def is_done(self) -> bool:
        return not (self.waiting or self.different)


def pile_of(one: Round, me: Person) -> Pile:
    """What is typed and what waits, for her: nobody types the same paper twice."""
    papers = list(one.paper.all())
    once = [paper for paper in papers if paper.second is None]
    different = [paper for paper in papers if paper.second is not None and paper.settled is None]
    return Pile(
        given=one.roll.filter(paper_given=True).count(),
        typed=len(papers),
        for_her=[paper for paper in once if paper.first_by_id != me.pk],
        waiting=len(once),
        different=different,
        settled=len(papers) - len(once) - len(different),
    )


def next_number(one: Round) -> int:
    """The number to write on the next paper."""
    return int(one.paper.aggregate(last=Max("number"))["last"] or 0) + 1


def get_paper_for(person: Person, pk: uuid.UUID) -> PaperBallot:
    """A paper ballot of the place where she works that is not settled yet."""
    papers = PaperBallot.objects.select_related("round__neighbourhood", "first_by", "second_by")
    found = papers.filter(pk=pk, neighbourhood=person.neighbourhood_id).first()
    if found is None:
        raise NotForYou
    return found
