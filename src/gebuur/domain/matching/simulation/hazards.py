"""How easily people stop, week by week. Assumed: no neighbourhood has measured these numbers yet."""

from dataclasses import dataclass

import numpy as np

from gebuur.domain.matching.crowd import Flags, Floats, Ints

NEVER_MATCHED = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazards:
    """The assumed chance that somebody stops in one week.

    Waiting for a first task and waiting long for a next one make people leave, and so does being full
    week after week. Nothing else does: this is the weakness of every figure that rests on it.

    Parameters
    ----------
    new_start, new_per_week, new_most : float
        Never matched: the chance in the week of signing up, what every week of waiting adds, the most it becomes.
    matched_start, matched_per_week, matched_most : float
        Matched before: right after a task, what every week after `quiet_weeks` adds, the most it becomes.
    quiet_weeks : int
        So many weeks without a task do nobody harm.
    overload : float
        Added for who was full in at least three of the last four weeks.
    """

    new_start: float = 0.01
    new_per_week: float = 0.01
    new_most: float = 0.20
    matched_start: float = 0.006
    matched_per_week: float = 0.004
    matched_most: float = 1.0
    quiet_weeks: int = 4
    overload: float = 0.03

    def never_matched(self, weeks: Ints) -> Floats:
        """Chance to stop by weeks since sign-up, without a first task.

        Examples
        --------
        >>> Hazards().never_matched(np.array([0, 3, 40])).round(3).tolist()
        [0.01, 0.04, 0.2]
        """
        chance: Floats = np.minimum(self.new_start + self.new_per_week * weeks, self.new_most)
        return chance

    def matched(self, weeks: Ints) -> Floats:
        """Chance to stop by weeks since the last task.

        Examples
        --------
        >>> Hazards().matched(np.array([0, 4, 6])).round(3).tolist()
        [0.006, 0.006, 0.014]
        """
        late = np.maximum(0, weeks - self.quiet_weeks)
        chance: Floats = np.minimum(
            self.matched_start + self.matched_per_week * late, self.matched_most
        )
        return chance

    def weekly(self, since_signup: Ints, since_match: Ints, overloaded: Flags) -> Floats:
        """Chance to stop this week for everybody; `since_match` is `NEVER_MATCHED` for who never had a task."""
        never = since_match == NEVER_MATCHED
        waiting = np.where(never, self.never_matched(since_signup), self.matched(since_match))
        chance: Floats = np.minimum(waiting + self.overload * overloaded, 1.0)
        return chance

    def times(self, factor: float) -> "Hazards":
        """All chances so many times as large, for asking what happens when the assumption is wrong.

        Examples
        --------
        >>> Hazards().times(2).new_start
        0.02
        """
        return Hazards(
            new_start=self.new_start * factor,
            new_per_week=self.new_per_week * factor,
            new_most=min(1.0, self.new_most * factor),
            matched_start=self.matched_start * factor,
            matched_per_week=self.matched_per_week * factor,
            matched_most=self.matched_most,
            quiet_weeks=self.quiet_weeks,
            overload=self.overload * factor,
        )
