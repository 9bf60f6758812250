"""Everything that is kept about people who offered something."""

from gebuur.apps.volunteers.models.allowances import (
    FIRST_YEAR,
    LAST_YEAR,
    AllowanceCeiling,
    AllowanceLine,
    AllowanceYear,
    KilometreRate,
)
from gebuur.apps.volunteers.models.check_ins import CheckIn, Going, Moment, Wish, Work
from gebuur.apps.volunteers.models.flyers import Flyer
from gebuur.apps.volunteers.models.imports import Import
from gebuur.apps.volunteers.models.leaving import Leaving, Reason
from gebuur.apps.volunteers.models.legal import (
    TEXTS,
    Answer,
    Doer,
    LegalItem,
    LegalNote,
    LegalText,
    NewOffers,
    Requirement,
    Way,
)
from gebuur.apps.volunteers.models.offers import NotTogether, Offer, OfferedTask
from gebuur.apps.volunteers.models.pauses import PausePeriod
from gebuur.apps.volunteers.models.small_tasks import SmallAsk, SmallTask
from gebuur.apps.volunteers.models.thanks import ThankYou

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "TEXTS",
    "AllowanceCeiling",
    "AllowanceLine",
    "AllowanceYear",
    "Answer",
    "CheckIn",
    "Doer",
    "Flyer",
    "Going",
    "Import",
    "KilometreRate",
    "Leaving",
    "LegalItem",
    "LegalNote",
    "LegalText",
    "Moment",
    "NewOffers",
    "NotTogether",
    "Offer",
    "OfferedTask",
    "PausePeriod",
    "Reason",
    "Requirement",
    "SmallAsk",
    "SmallTask",
    "ThankYou",
    "Way",
    "Wish",
    "Work",
]
