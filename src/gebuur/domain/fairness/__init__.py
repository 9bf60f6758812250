"""Does everybody wait as long? Two waits compared, with how sure we are.

The prose page is ``docs/algorithms/fairness.md``.
"""

from gebuur.domain.fairness.waits import Difference, Reading, Wait, compare

__all__ = ["Difference", "Reading", "Wait", "compare"]
