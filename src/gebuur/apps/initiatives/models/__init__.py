"""What neighbours began: groups, how they work, who supports them, and the bridges between them."""

from gebuur.apps.initiatives.models.bridges import Bridge, BridgeWord, Rung
from gebuur.apps.initiatives.models.feeds import FeedKey
from gebuur.apps.initiatives.models.groups import (
    Charge,
    Closing,
    HandingOver,
    Holding,
    Initiative,
    Member,
    Post,
    Trust,
)
from gebuur.apps.initiatives.models.supporting import (
    Advice,
    ConditionSeen,
    FrameSheet,
    PhaseNote,
    Promise,
    Step,
    StyleSeen,
    Support,
)
from gebuur.apps.initiatives.models.working import (
    Activity,
    Agreement,
    Decision,
    GroupTask,
    MoneyLine,
    Place,
    Series,
    Taking,
    Voice,
)

__all__ = [
    "Activity",
    "Advice",
    "Agreement",
    "Bridge",
    "BridgeWord",
    "Charge",
    "Closing",
    "ConditionSeen",
    "Decision",
    "FeedKey",
    "FrameSheet",
    "GroupTask",
    "HandingOver",
    "Holding",
    "Initiative",
    "Member",
    "MoneyLine",
    "PhaseNote",
    "Place",
    "Post",
    "Promise",
    "Rung",
    "Series",
    "Step",
    "StyleSeen",
    "Support",
    "Taking",
    "Trust",
    "Voice",
]
