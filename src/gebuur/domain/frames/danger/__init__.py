"""Words of danger in five languages, and the numbers that go with them."""

from gebuur.domain.frames.danger.find import Danger, DangerKind, dangers_in, helplines_for

__all__ = ["Danger", "DangerKind", "dangers_in", "helplines_for"]
