"""What counts as a reason: a criterion or an exclusion of the frame that binds, in its own words."""

from django.utils.translation import gettext_lazy

from gebuur.apps.budget.models import Round
from gebuur.apps.budget.queries.grounds import grounds_of
from gebuur.core.errors import RuleBroken

NOT_IN_FRAME = gettext_lazy(
    "This is not in the frame, so it does not count. To change the frame, both sides sign a next version."
)


class NotInFrame(RuleBroken):
    """Nobody doubts or refuses on a ground that neighbours could not know."""


def must_be_criterion(one: Round, words: str) -> None:
    """Accept a criterion of the frame only."""
    if words not in grounds_of(one).criteria:
        raise NotInFrame(str(NOT_IN_FRAME))


def must_be_ground(one: Round, words: str) -> None:
    """Accept a criterion or an exclusion of the frame only."""
    if words not in grounds_of(one).all:
        raise NotInFrame(str(NOT_IN_FRAME))
