"""The grounds of a frame: what is weighed, and what cannot be paid."""

from dataclasses import dataclass

from gebuur.apps.budget.models import Round
from gebuur.apps.budget.queries.frames import binding_frame


@dataclass(frozen=True)
class Grounds:
    """Criteria and exclusions in the words of the frame."""

    criteria: tuple[str, ...]
    exclusions: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.criteria, *self.exclusions)


def grounds_of(one: Round) -> Grounds:
    """What may be a reason in this round."""
    frame = binding_frame(one)
    return Grounds(tuple(criterion.words for criterion in frame.criteria), frame.exclusions)
