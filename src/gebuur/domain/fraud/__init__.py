"""Shapes in a vote that are worth a look together: counts beside what is usual, and never a verdict.

The prose page is ``docs/algorithms/fraud.md``.
"""

from gebuur.domain.fraud.look import find_home, find_lone, look
from gebuur.domain.fraud.model import Ballot, Finding, Look, NotARoll, Roll, Shape

__all__ = [
    "Ballot",
    "Finding",
    "Look",
    "NotARoll",
    "Roll",
    "Shape",
    "find_home",
    "find_lone",
    "look",
]
