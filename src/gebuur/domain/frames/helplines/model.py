"""What a number to call is made of."""

import datetime as dt
from dataclasses import dataclass

from gebuur.domain.frames.text import Text

CHECKED = dt.date(2026, 11, 3)
CHECK_BY = dt.date(2027, 5, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Helpline:
    """One number.

    Attributes
    ----------
    key : str
        Never changes; tasks and dangers refer to it.
    number : str
        As people say it.
    names, what_for, hours : Text
        Who answers, for what, when.
    free : bool
        The call costs nothing. False also when we do not know.
    is_urgent : bool
        Belongs on the boundary card.
    sure : bool
        The number was read in the source named. False: known in the field, not read anywhere.
    source : str
        Where it stands.
    checked, check_by : date
        When somebody last looked, and when somebody must look again.
    """

    key: str
    number: str
    names: Text
    what_for: Text
    hours: Text
    free: bool = False
    is_urgent: bool = False
    sure: bool
    source: str
    checked: dt.date = CHECKED
    check_by: dt.date = CHECK_BY
