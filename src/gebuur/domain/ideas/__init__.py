"""Ideas that say nearly the same, found by their letters. No text leaves the machine, nothing is merged by itself."""

from gebuur.domain.ideas.likeness import alike, likeness

__all__ = ["alike", "likeness"]
