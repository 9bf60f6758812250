"""What one person saw in each group over time: shares of signals, and never the name of a phase."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection.models import Entry, Lens
from gebuur.apps.reflection.queries.lenses import rows_of, shares_of, words_by_lens

MOST_LOOKS, MOST_LOOKS_A_GROUP = 60, 12


@dataclass(frozen=True)
class Look:
    """What was seen in a group in one sitting, and who came or left; no shares when no signal was seen."""

    entry: Entry
    shares: Mapping[str, float]
    change: str


@dataclass(frozen=True)
class Group:
    """A group under the name that it was given last, with its sittings, the oldest first."""

    number: int
    name: str
    phases: Sequence[FrameRow]
    looks: Sequence[Look]

    @property
    def seen(self) -> list[Look]:
        """The sittings in which something was seen, so that there is something to draw."""
        return [look for look in self.looks if look.shares]


def list_groups(writer: Person, *, today: dt.date) -> list[Group]:
    """The groups in one's own finished sittings, the one looked at last in front."""
    finished = Entry.objects.filter(
        writer=writer, finished_at__isnull=False, lenses__kind=Lens.Kind.PHASE
    )
    sittings = finished.prefetch_related("lenses").order_by("-on", "-begun_at")[:MOST_LOOKS]
    signals = rows_of(writer, "signals", today=today)
    names: dict[str, str] = {}
    looks: dict[str, list[Look]] = {}
    for entry in sittings:
        words = words_by_lens(entry)["phase"]
        if name := words.get("group", ""):
            key = _alike(name)
            names.setdefault(key, name)
            look = Look(entry, shares_of(words, signals), words.get("change", ""))
            looks.setdefault(key, []).append(look)
    phases = rows_of(writer, "phases", today=today)
    return [
        Group(number, names[key], phases, looks[key][:MOST_LOOKS_A_GROUP][::-1])
        for number, key in enumerate(names, start=1)
    ]


def _alike(name: str) -> str:
    """The same for a name with other capitals or other spaces."""
    return "".join(name.split()).casefold()
