"""When neighbours look back, and what of it may be shown."""

import calendar
import datetime as dt
import hashlib
import uuid
from dataclasses import dataclass

from gebuur.apps.budget.models import LookBack, LookBackAsk, Milestone, Proposal
from gebuur.apps.budget.queries.realising import finished_on, list_granted
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.core.errors import NotForYou
from gebuur.domain import disclosure

MONTHS = (3, 12)
FEWEST = 5
ENDS_AFTER = {3: 12, 12: 24}
AT_ONCE = 200


@dataclass(frozen=True)
class Window:
    """From which day neighbours look back, and until the day before which."""

    months: int
    first: dt.date
    end: dt.date

    def is_open(self, today: dt.date) -> bool:
        return self.first <= today < self.end


@dataclass(frozen=True)
class Voices:
    """What neighbours said; None is too few to show. Words stand in no order that tells who came last."""

    window: Window
    is_open: bool
    good: int | None
    less: int | None
    words: tuple[LookBack, ...]


def window_of(proposal: Proposal, months: int) -> Window | None:
    """Counted from the day the last step was done; None while there is work left."""
    done = finished_on(proposal)
    if done is None or months not in MONTHS:
        return None
    return Window(months, _later(done, months), _later(done, ENDS_AFTER[months]))


def voices_of(proposal: Proposal, today: dt.date) -> list[Voices]:
    """For three and for twelve months what was said, from the day the question was open."""
    windows = (window_of(proposal, months) for months in MONTHS)
    return [_heard(proposal, one, today) for one in windows if one and one.first <= today]


def _heard(proposal: Proposal, window: Window, today: dt.date) -> Voices:
    said = list(proposal.look_backs.filter(months=window.months))
    good = sum(one.is_good for one in said)
    shown = disclosure.suppress({"good": good, "less": len(said) - good}, minimum=FEWEST)
    spoken = [one for one in said if one.words]
    words = sorted(spoken, key=_mixed) if len(spoken) >= FEWEST else []
    return Voices(window, window.is_open(today), shown["good"], shown["less"], tuple(words))


def list_to_ask(months: int, today: dt.date) -> list[Proposal]:
    """Finished proposals whose neighbours may look back now, and whose members were not asked yet."""
    asked = LookBackAsk.objects.filter(months=months).values("proposal")
    planned = Milestone.objects.values("proposal")
    ready = list_granted().filter(pk__in=planned).exclude(pk__in=asked)
    windows = ((one, window_of(one, months)) for one in ready)
    return [one for one, window in windows if window and window.is_open(today)][:AT_ONCE]


def _mixed(said: LookBack) -> str:
    """The same order for every reader, and another one than in which they came."""
    return hashlib.sha256(said.words.encode()).hexdigest()


def _later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last day of that month."""
    year, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + year, month + 1)[1]
    return day.replace(year=day.year + year, month=month + 1, day=min(day.day, last))


def get_look_back_for(person: Person, pk: uuid.UUID) -> LookBack:
    """What a neighbour said, for staff of the place."""
    found = LookBack.objects.select_related("proposal").filter(pk=pk).first()
    if found is None or not works_with(person, found.neighbourhood_id):
        raise NotForYou
    return found
