"""How long there is still to answer, said in one way for a question, a service and a decision."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.core.wording import day_in_words


@dataclass(frozen=True)
class Clock:
    """By when an answer is due, and how many days that is from now; below zero it is too late."""

    due_on: dt.date
    days: int

    @property
    def late(self) -> int:
        return -self.days


def time_left(last: dt.date, today: dt.date) -> str:
    """Until when an answer is welcome, and how many days that is; afterwards how late it is."""
    days = (last - today).days
    if days < 0:
        late = ngettext("No answer: %(n)d day late.", "No answer: %(n)d days late.", -days)
        return late % {"n": -days}
    if days == 0:
        return _("The answer comes today at the latest.")
    left = ngettext(
        "The answer comes by %(day)s: %(n)d day left.",
        "The answer comes by %(day)s: %(n)d days left.",
        days,
    )
    return left % {"day": day_in_words(last, today), "n": days}
