"""Ideas that say nearly the same, found by their letters. No text leaves the machine, nothing is merged by itself.

The prose page is ``docs/algorithms/ideas.md``.
"""

from gebuur.domain.ideas.groups import SAYS_LITTLE, clusters
from gebuur.domain.ideas.likeness import alike, likeness

__all__ = ["SAYS_LITTLE", "alike", "clusters", "likeness"]
