"""The neighbourhood budget is counted: equal shares in exact numbers, with reasons; and most votes wins, to compare.

The prose page is ``docs/algorithms/tally.md``.
"""

from gebuur.domain.tally.ballots import make_election
from gebuur.domain.tally.board import draw
from gebuur.domain.tally.count import tally
from gebuur.domain.tally.explain import (
    Comparison,
    Explanation,
    Story,
    VoterKind,
    explain,
)
from gebuur.domain.tally.margins import Margin, margin
from gebuur.domain.tally.model import (
    Ballots,
    Completion,
    Election,
    Kind,
    NotUsable,
    Project,
    Rule,
    Stop,
    Utility,
    Wishes,
)
from gebuur.domain.tally.outcome import By, Doubtful, Loser, Outcome, Round, Why
from gebuur.domain.tally.reading import read_election
from gebuur.domain.tally.served import served
from gebuur.domain.tally.verify import verify
from gebuur.domain.tally.writing import decimal, write_election

__all__ = [
    "Ballots",
    "By",
    "Comparison",
    "Completion",
    "Doubtful",
    "Election",
    "Explanation",
    "Kind",
    "Loser",
    "Margin",
    "NotUsable",
    "Outcome",
    "Project",
    "Round",
    "Rule",
    "Stop",
    "Story",
    "Utility",
    "VoterKind",
    "Why",
    "Wishes",
    "decimal",
    "draw",
    "explain",
    "make_election",
    "margin",
    "read_election",
    "served",
    "tally",
    "verify",
    "write_election",
]
