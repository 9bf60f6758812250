"""The parts of the page about turns: what waiting counts for, in sentences, two pictures and a table."""

import datetime as dt
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from gebuur.apps.care.queries.policy import policy_for
from gebuur.apps.care.queries.turn import derive_turn_for
from gebuur.apps.care.queries.turn_effect import effect_of
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.core.charts import Axis, Line, Look, Picture, Table, draw_curve
from gebuur.domain.matching import Policy, TooFew, Turn

LONGEST = 16
TICKS = (0, 4, 8, 12, 16)
EXAMPLE = 3
A_STEP = 1_000


@dataclass(frozen=True)
class Shown:
    """What the page says. `rests_on` and `changes` are empty when `missing` tells why nothing can be derived."""

    now: str
    derived: str
    rests_on: str
    changes: str
    missing: str
    pictures: tuple[Picture, Picture]
    table: Table


def show_turn(place: Neighbourhood, *, metres: int, now: dt.datetime) -> Shown:
    """Put the bonus that holds beside the one that follows from our own figures."""
    held = policy_for(place)
    turn, missing = _derived(place, metres=metres, now=now)
    if turn is None:
        columns = [(_("applies now"), held)]
        return Shown(_example(held), "", "", "", missing, _pictures(columns), _table(columns))
    then = Policy(new_curve=turn.new_curve, wait_curve=turn.wait_curve)
    columns = [(_("applies now"), held), (_("from our own figures"), then)]
    return Shown(
        now=_example(held),
        derived=_example(then),
        rests_on=_("It rests on %(new)s people who offered, %(matched)s who helped, %(left)s who stopped.")
        % {"new": turn.new_people, "matched": turn.matched_people, "left": turn.left},
        changes=_changes(place, held, then, now=now),
        missing="",
        pictures=_pictures(columns),
        table=_table(columns),
    )  # fmt: skip


def _derived(place: Neighbourhood, *, metres: int, now: dt.datetime) -> tuple[Turn | None, str]:
    try:
        return derive_turn_for(place, metres=metres, now=now), ""
    except TooFew as error:
        said = {
            "new": _("We need at least %(needed)s people who offered something."),
            "matched": _("We need at least %(needed)s people who helped already."),
            "left": _("We need at least %(needed)s people who stopped."),
        }
        return None, said[error.what] % {"needed": error.needed}


def _example(policy: Policy) -> str:
    """The same two neighbours for every bonus, in plain words."""
    metres = policy.turn_bonus(EXAMPLE, None) - policy.turn_bonus(EXAMPLE, EXAMPLE)
    more = {"weeks": EXAMPLE, "metres": number_format(abs(metres), force_grouping=True)}
    if metres >= 0:
        return (
            _(
                "Somebody who has waited %(weeks)s weeks for a first time may live %(metres)s metres "
                "further than somebody who helped %(weeks)s weeks ago."
            )
            % more
        )
    return (
        _(
            "Somebody who helped %(weeks)s weeks ago may live %(metres)s metres further "
            "than somebody who has waited %(weeks)s weeks for a first time."
        )
        % more
    )


def _changes(place: Neighbourhood, held: Policy, then: Policy, *, now: dt.datetime) -> str:
    effect = effect_of(place, now_by=held, then_by=then, now=now)
    if not effect.questions:
        return _("There is no open question now, so nothing would change this week.")
    return _(
        "This week %(otherwise)s of the %(questions)s open questions would go to somebody else. "
        "There would be %(then)s first times instead of %(now)s."
    ) % {
        "otherwise": effect.otherwise,
        "questions": effect.questions,
        "then": effect.first_then,
        "now": effect.first_now,
    }


def _pictures(columns: list[tuple[str, Policy]]) -> tuple[Picture, Picture]:
    return (
        _picture("turn-new", _("The longer somebody waits for a first time, the further she may live."),
                 _("weeks since the offer"), columns, is_new=True),
        _picture("turn-wait", _("The longer ago somebody helped, the further she may live."),
                 _("weeks since the last time"), columns, is_new=False),
    )  # fmt: skip


def _picture(
    name: str, title: str, weeks: str, columns: list[tuple[str, Policy]], *, is_new: bool
) -> Picture:
    rows = [
        [_bonus(policy, week, is_new=is_new) for week in range(LONGEST + 1)]
        for _name, policy in columns
    ]
    top = max(1, -(-max(map(max, rows)) // A_STEP)) * A_STEP
    step = A_STEP if top <= 6 * A_STEP else 2 * A_STEP
    return draw_curve(
        name,
        title=title,
        desc=_("Lines that rise with the weeks. The figures are in the table below."),
        x=Axis(weeks, [(week, str(week)) for week in TICKS]),
        y=Axis(_("metres further"), [(metres, _number(metres)) for metres in range(0, top + step, step)]),
        lines=[
            Line(words, list(enumerate(row)), end=_number(row[-1]), look=look)
            for (words, _policy), row, look in zip(columns, rows, (Look.US, Look.INK), strict=False)
        ],
    )  # fmt: skip


def _table(columns: list[tuple[str, Policy]]) -> Table:
    head = [_("Weeks")]
    for words, _policy in columns:
        head += [
            _("First time, %(which)s") % {"which": words},
            _("Helped before, %(which)s") % {"which": words},
        ]
    rows = [
        [
            str(week),
            *(
                _number(_bonus(policy, week, is_new=is_new))
                for _name, policy in columns
                for is_new in (True, False)
            ),
        ]
        for week in range(LONGEST + 1)
    ]
    return Table(_("Metres further, by full weeks of waiting"), head, rows)


def _bonus(policy: Policy, week: int, *, is_new: bool) -> int:
    return policy.turn_bonus(week, None if is_new else week)


def _number(metres: int) -> str:
    return number_format(metres, force_grouping=True)
