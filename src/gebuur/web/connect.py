"""Connect or begin anew: the facts of two streets laid beside each other, and the options with what each needs."""

import datetime as dt
from dataclasses import dataclass
from textwrap import shorten

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.framing.templatetags.framing.words import said_in
from gebuur.apps.initiatives.models import Bridge, Initiative
from gebuur.apps.initiatives.queries import list_public
from gebuur.apps.initiatives.queries.bridges import list_bridges_in
from gebuur.apps.mirror.queries.capacity import Capacity, list_capacities
from gebuur.apps.mirror.queries.flows import Flows, StreetTies, look_at_flows
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Street
from gebuur.apps.reflection.models import Kind, VoiceRound
from gebuur.apps.reflection.queries.voice import Results, results_for
from gebuur.web.connect_forms import HOLDS, TalkForm

MOST_ROUNDS, MOST_GROUPS, SHORT = 2, 3, 140


@dataclass(frozen=True)
class Side:
    """What is known of one street: figures that point at nobody, groups that show themselves, residents' voice."""

    street: Street
    ties: StreetTies
    capacity: Capacity
    groups: list[Initiative]
    bridges: list[Bridge]
    voices: list[Results]

    @property
    def lines(self) -> list[str]:
        """The facts, one sentence each."""
        told = [_tied(self.ties), _carries(self.capacity)]
        told += [
            _("Group: %(name)s. %(aim)s")
            % {"name": group.title, "aim": shorten(group.aim, SHORT, placeholder=" ...")}
            for group in self.groups
        ]
        if not self.groups:
            told.append(_("No group of this street shows itself."))
        told += [
            _("Bridge: %(a)s and %(b)s.") % {"a": one.from_name, "b": one.to_name}
            for one in self.bridges
        ]
        told += [_heard(one) for one in self.voices]
        return told


@dataclass(frozen=True)
class Option:
    """Something one could do, what it needs, and who decides."""

    name: str
    needs: tuple[str, ...]
    decides: str


def facts_of(place: Neighbourhood, streets: list[Street], *, reader: Person) -> list[Side]:
    """Both streets, with what may be told of them."""
    now = timezone.now()
    flows = look_at_flows(place, now=now)
    capacities = list_capacities(streets, now=now)
    return [
        _side(street, flows, capacity, reader, timezone.localdate(now))
        for street, capacity in zip(streets, capacities, strict=True)
    ]


def _side(street: Street, flows: Flows, capacity: Capacity, reader: Person, today: dt.date) -> Side:
    here = Q(from_street=street) | Q(to_street=street)
    here |= Q(from_group__street=street) | Q(to_group__street=street)
    rounds = VoiceRound.objects.filter(
        neighbourhood=street.neighbourhood_id,
        street=street,
        kind=Kind.ACTIVITY,
        closed_at__isnull=False,
    ).order_by("-on")[:MOST_ROUNDS]
    return Side(
        street=street,
        ties=next(one for one in flows.streets if one.street == street),
        capacity=capacity,
        groups=list(list_public(street.neighbourhood).filter(street=street)[:MOST_GROUPS]),
        bridges=list(list_bridges_in(street.neighbourhood).filter(here)[:MOST_GROUPS]),
        voices=[results_for(reader, one, today=today) for one in rounds],
    )


def _tied(ties: StreetTies) -> str:
    if ties.within is None and ties.between is None:
        return _("Ties: too few to show.")
    if ties.within is None:
        return _("At least %(n)s ties with other streets; within the street too few to show.") % {
            "n": ties.between
        }
    if ties.between is None:
        return _("At least %(n)s ties within the street; with others too few to show.") % {
            "n": ties.within
        }
    return _("At least %(a)s ties within the street and %(b)s with others.") % {
        "a": ties.within,
        "b": ties.between,
    }


def _carries(capacity: Capacity) -> str:
    if not capacity.is_shown:
        return _("What it can carry: too few helpers live here to show figures.")
    loads = {
        "seldom": _("They are seldom asked."),
        "now_and_then": _("They are asked now and then."),
        "often": _("They are asked often; something extra may be too much."),
    }
    return _("At least %(n)s helpers live here. %(load)s") % {
        "n": capacity.helpers,
        "load": loads[capacity.load],
    }


def _heard(one: Results) -> str:
    if not one.seen:
        return _("Neighbours were asked about %(title)s; too few answers to show.") % {
            "title": one.round.title
        }
    return _("%(n)s neighbours answered about %(title)s.") % {
        "n": one.seen,
        "title": one.round.title,
    }


def options(helps: Street, beside: Street) -> list[Option]:
    """What one could do, from light to heavy. None is the right one; each says who decides."""
    names = {"a": helps.name, "b": beside.name}
    return [
        Option(
            _("Leave %(a)s alone, and thank it") % names,
            (
                _("Nothing is asked of those who already give."),
                _("%(b)s gets its own time.") % names,
            ),
            _("You decide, and tell both streets."),
        ),
        Option(
            _("Listen in %(b)s first") % names,
            (
                _("Some hours at doors and on the square."),
                _("Quarrels go to neighbour mediation, apart from help."),
            ),
            _("People of %(b)s decide what they tell.") % names,
        ),
        Option(
            _("One light thing for both streets"),
            (
                _("Two or three people who know both streets."),
                _("A day, a place, a small sum; nobody helps anybody."),
            ),
            _("People of both streets decide together."),
        ),
        Option(
            _("Ask %(a)s to tell how it began") % names,
            (
                _("A bridge request with a last day to answer."),
                _("The meter of %(a)s leaves room.") % names,
            ),
            _("%(a)s decides: yes, no or differently. Nobody overrules it.") % names,
        ),
        Option(
            _("Begin something of %(b)s itself") % names,
            (
                _("One neighbour of %(b)s who wants it.") % names,
                _("Support with a promised style and a last day."),
            ),
            _("The group of %(b)s decides.") % names,
        ),
    ]


def sections_of(
    sides: list[Side], form: TalkForm, conditions: list[FrameRow]
) -> list[dict[str, str]]:
    """The sheet for the talk: what is known, what is not, the options, and what is asked."""
    written = form.cleaned_data
    holds = {key: str(words) for key, words in HOLDS}
    told = [{"heading": side.street.name, "body": "\n".join(side.lines)} for side in sides]
    looked = [
        " ".join(
            filter(
                None,
                [
                    said_in(row, "words") + ":",
                    holds[written[f"holds-{row.key}"] or "unknown"] + ".",
                    written[f"how-{row.key}"],
                ],
            )
        )
        for row in conditions
    ]
    choices = [
        f"{number}. {one.name}. {' '.join(one.needs)} {one.decides}"
        for number, one in enumerate(options(sides[0].street, sides[1].street), 1)
    ]
    return [
        *told,
        {"heading": _("What residents said themselves"), "body": written["residents"]},
        *(
            [{"heading": _("How far they are"), "body": written["phases"]}]
            if written["phases"]
            else []
        ),
        {"heading": _("The six conditions"), "body": "\n".join(looked)},
        {"heading": _("What one could do"), "body": "\n".join(choices)},
        {"heading": _("What I ask"), "body": f"{written['ask']}\n{written['look_back']}"},
    ]
