"""The frames of the training: the wheel, four quadrants, phases, attitudes, the exercise, cases and actors."""

from gebuur.domain.frames.learning.actors import (
    ACTORS,
)
from gebuur.domain.frames.learning.attitudes import (
    ATTITUDES,
)
from gebuur.domain.frames.learning.blocks import (
    FEEL,
    BlockKind,
    Shape,
    Stage,
    check_picks,
    stages_of,
)
from gebuur.domain.frames.learning.cases import (
    CASES,
)
from gebuur.domain.frames.learning.conditions import (
    CONDITIONS,
)
from gebuur.domain.frames.learning.exercise import (
    EXERCISE,
)
from gebuur.domain.frames.learning.fit import (
    Gap,
    NotInFrame,
    PhaseShares,
    RoleProfile,
    StyleFit,
    StyleGap,
    fitting_styles,
    phase_shares,
    role_profile,
    style_gap,
)
from gebuur.domain.frames.learning.model import (
    Frame,
)
from gebuur.domain.frames.learning.phases import (
    PHASES,
    SIGNALS,
)
from gebuur.domain.frames.learning.plans import (
    PLANS,
)
from gebuur.domain.frames.learning.sitting import (
    MOST_LENSES,
    Card,
    Lens,
    Plan,
    TableRole,
)
from gebuur.domain.frames.learning.source import (
    Source,
    Sure,
    Words,
)
from gebuur.domain.frames.learning.sources import (
    SOURCES,
)
from gebuur.domain.frames.learning.styles import (
    STYLES,
)
from gebuur.domain.frames.learning.table import (
    LENSES,
    TABLE_ROLES,
)
from gebuur.domain.frames.learning.translations import (
    translations_at,
)
from gebuur.domain.frames.learning.values import (
    AXES,
    QUADRANTS,
    ROLES,
)
from gebuur.domain.frames.learning.whole import (
    all_frames,
    missing_in,
)
from gebuur.domain.frames.learning.workshop import (
    READY_WORKSHOPS,
    ReadyBlock,
    ReadyWorkshop,
)

__all__ = [
    "ACTORS",
    "ATTITUDES",
    "AXES",
    "CASES",
    "CONDITIONS",
    "EXERCISE",
    "FEEL",
    "LENSES",
    "MOST_LENSES",
    "PHASES",
    "PLANS",
    "QUADRANTS",
    "READY_WORKSHOPS",
    "ROLES",
    "SIGNALS",
    "SOURCES",
    "STYLES",
    "TABLE_ROLES",
    "BlockKind",
    "Card",
    "Frame",
    "Gap",
    "Lens",
    "NotInFrame",
    "PhaseShares",
    "Plan",
    "ReadyBlock",
    "ReadyWorkshop",
    "RoleProfile",
    "Shape",
    "Source",
    "Stage",
    "StyleFit",
    "StyleGap",
    "Sure",
    "TableRole",
    "Words",
    "all_frames",
    "check_picks",
    "fitting_styles",
    "missing_in",
    "phase_shares",
    "role_profile",
    "stages_of",
    "style_gap",
    "translations_at",
]
