"""Words in several languages, and where a frame comes from: how sure we are, and when it is looked at again."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

CHECKED = dt.date(2026, 11, 24)
"""When somebody last laid the frames beside their sources."""

CHECK_BY = dt.date(2027, 11, 24)
"""When somebody must do that again."""


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence or name in Dutch and English; organisations may put their own words in its place.

    What somebody without an account reads has French, Turkish and Arabic too; see `translations`.

    Examples
    --------
    >>> Words("Buur", "Neighbour").in_language("en-gb"), Words("Buur", "Neighbour").in_language("tr")
    ('Neighbour', 'Buur')
    >>> Words("Buur", "Neighbour", tr="Komşu").in_language("tr")
    'Komşu'
    """

    nl: str
    en: str
    fr: str = ""
    tr: str = ""
    ar: str = ""

    def in_language(self, code: str) -> str:
        """Give the words in this language; Dutch when we do not have it."""
        return self._known.get(_short(code)) or self.nl

    def language_for(self, code: str) -> str:
        """Say which language somebody who reads this one is given: this one, or Dutch."""
        return _short(code) if self._known.get(_short(code)) else "nl"

    @property
    def _known(self) -> dict[str, str]:
        return {"nl": self.nl, "en": self.en, "fr": self.fr, "tr": self.tr, "ar": self.ar}


def _short(code: str) -> str:
    """``fr-be`` is French."""
    return code.lower().split("-")[0]


class Sure(StrEnum):
    """How sure we are of what a frame says."""

    READ = "read"  # we read the source itself
    SECOND_HAND = "second_hand"  # somebody who read it told so
    TAUGHT = "taught"  # generally taught; the source was not seen
    OWN = "own"  # made for Gebuur out of the facts; nobody's theory


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a frame comes from.

    Attributes
    ----------
    key : str
        Never changes; frames refer to it.
    words : Words
        Author and title, as it is printed under a page.
    year : int or None
        Of the edition that is meant; None when it bears none.
    sure : Sure
        What we have seen of it.
    checked, check_by : date
        When somebody last looked, and when somebody must look again.
    """

    key: str
    words: Words
    year: int | None
    sure: Sure
    checked: dt.date = CHECKED
    check_by: dt.date = CHECK_BY
