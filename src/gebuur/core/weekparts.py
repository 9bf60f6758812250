"""The 21 parts of a week as words: bit = day * 3 + part, Monday morning is bit 0."""

from dataclasses import dataclass

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from gebuur.core.wording import listed

DAYS = 7
PARTS: tuple[Promise, ...] = (
    pgettext_lazy("part of the day", "morning"),
    pgettext_lazy("part of the day", "afternoon"),
    pgettext_lazy("part of the day", "evening"),
)
# The same words above a narrow column: a translation may put soft hyphens in them.
PART_HEADS: tuple[Promise, ...] = (
    pgettext_lazy("narrow column", "morning"),
    pgettext_lazy("narrow column", "after\xadnoon"),
    pgettext_lazy("narrow column", "evening"),
)
ALL = (1 << (DAYS * len(PARTS))) - 1


@dataclass(frozen=True, slots=True)
class Cell:
    """One part of the week: its bit, its words, and whether it is chosen."""

    bit: int
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: a day with its parts, or a part with its days."""

    head: str
    cells: tuple[Cell, ...]


def bit_of(day: int, part: int) -> int:
    return day * len(PARTS) + part


def moment_in_words(day: int, part: int) -> str:
    return pgettext("moment", "%(day)s %(part)s") % {"day": WEEKDAYS[day], "part": PARTS[part]}


def moments_in_words(mask: int) -> str:
    """Name the chosen parts per day: `Tuesday afternoon, Thursday morning and afternoon`."""
    if mask == ALL:
        return _("any moment")
    said = []
    for day in range(DAYS):
        parts = [str(PARTS[part]) for part in range(len(PARTS)) if mask >> bit_of(day, part) & 1]
        if len(parts) == len(PARTS):
            said.append(pgettext("moment", "%(day)s the whole day") % {"day": WEEKDAYS[day]})
        elif parts:
            joined = get_text_list(parts, _("and"))
            said.append(
                pgettext("moment", "%(day)s %(part)s") % {"day": WEEKDAYS[day], "part": joined}
            )
    return listed(said)


def chosen_in_words(count: int) -> str:
    """`You chose 5 moments:`."""
    if not count:
        return _("You have not chosen a moment yet.")
    return ngettext("You chose %(count)d moment:", "You chose %(count)d moments:", count) % {
        "count": count
    }


def lines_by_day(mask: int) -> list[Line]:
    """Days under each other, three parts beside each other: for a phone."""
    return [
        Line(str(WEEKDAYS[day]), tuple(_cell(day, part, mask) for part in range(len(PARTS))))
        for day in range(DAYS)
    ]


def lines_by_part(mask: int) -> list[Line]:
    """Parts under each other, seven days beside each other: for the desk."""
    return [
        Line(str(PARTS[part]), tuple(_cell(day, part, mask) for day in range(DAYS)))
        for part in range(len(PARTS))
    ]


def day_heads() -> list[tuple[str, str]]:
    """The seven days, short and whole."""
    return [(str(WEEKDAYS_ABBR[day]), str(WEEKDAYS[day])) for day in range(DAYS)]


def _cell(day: int, part: int, mask: int) -> Cell:
    bit = bit_of(day, part)
    return Cell(bit, moment_in_words(day, part), bool(mask >> bit & 1))
