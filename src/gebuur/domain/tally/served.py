"""How many people find something of their own among the winners."""

from collections.abc import Collection

import numpy as np

from gebuur.domain.tally.model import Election


def served(election: Election, winners: Collection[str]) -> int:
    """Count who named at least one winner.

    Whoever handed in an empty ballot took part, and is never served.

    Parameters
    ----------
    election : Election
        The ballots.
    winners : collection of str
        Ids of projects.

    Returns
    -------
    int
        People, not ballots of one kind.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from gebuur.domain.tally import Project, make_election
    >>> projects = [Project("garden", Fraction(60)), Project("road", Fraction(70))]
    >>> vote = make_election(projects, 100, [["road"]] * 5 + [["garden"], ["garden", "road"], []])
    >>> served(vote, ["garden"]), served(vote, ["garden", "road"]), served(vote, [])
    (2, 7, 0)
    """
    ballots = election.ballots
    won = np.array([one.id in set(winners) for one in election.projects], np.bool_)
    owner = np.repeat(np.arange(len(ballots.weight)), np.diff(ballots.starts))
    has_one = np.zeros(len(ballots.weight), np.bool_)
    has_one[owner[won[ballots.project]]] = True
    return int(ballots.weight[has_one].sum())
