"""What came of a yes, in the words everybody reads: one query that gives the public part of a proposal all it needs."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from gebuur.apps.budget.models import Effect, Picture, Proposal, Round
from gebuur.apps.budget.queries.frames import find_published
from gebuur.apps.budget.queries.look_backs import Voices, voices_of
from gebuur.apps.budget.queries.realising import (
    Leftovers,
    Money,
    Step,
    finished_on,
    leftovers_of,
    list_effects,
    list_granted,
    list_pictures,
    list_steps,
    money_of,
    yes_to,
)
from gebuur.core.charts import Bar, Part, Table, draw_bars
from gebuur.core.charts import Picture as Drawn
from gebuur.core.money import euros
from gebuur.core.wording import day_in_words

LABELS = {
    "households": gettext_lazy("Households that take part"),
    "young_people": gettext_lazy("Young people who take part"),
    "older_people": gettext_lazy("Older people who take part"),
}


@dataclass(frozen=True)
class Promise:
    """What was promised in a number, and what it became, in sentences."""

    effect: Effect
    label: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Realised:
    """What came of one proposal."""

    proposal: Proposal
    steps: tuple[Step, ...]
    money: Money
    in_money: tuple[str, ...]
    in_time: tuple[str, ...]
    leftovers: str
    table: Table
    drawn: Drawn
    promises: tuple[Promise, ...]
    voices: tuple[Voices, ...]
    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class RoundRealised:
    """What came of a whole round, and what goes back to its pot."""

    ones: tuple[Realised, ...]
    leftovers: Leftovers
    sentences: tuple[str, ...]


def realised_of(proposal: Proposal, today: dt.date) -> Realised | None:
    """What came of a proposal; None as long as there is no yes."""
    decision = yes_to(proposal)
    if decision is None:
        return None
    money, steps = money_of(proposal, decision), tuple(list_steps(proposal))
    in_money = tuple(_money_words(money))
    seen = find_published(proposal.round)
    return Realised(
        proposal=proposal,
        steps=steps,
        money=money,
        in_money=in_money,
        in_time=tuple(_time_words(proposal, steps, today)),
        leftovers=seen.frame.leftovers if seen and money.left else "",
        table=_table(steps, today),
        drawn=_draw(proposal, money, in_money[0]),
        promises=tuple(promise_of(one) for one in list_effects(proposal)),
        voices=tuple(voices_of(proposal, today)),
        pictures=tuple(one for one in list_pictures(proposal) if one.milestone_id is None),
    )


def round_realised(one: Round, today: dt.date) -> RoundRealised:
    """What came of everything that got a yes in a round."""
    told = [realised_of(proposal, today) for proposal in list_granted().filter(round=one)]
    back = leftovers_of(one)
    return RoundRealised(tuple(each for each in told if each), back, tuple(_pot_words(one, back)))


def _money_words(money: Money) -> list[str]:
    granted, spent = euros(money.granted), euros(money.spent)
    if not money.is_finished:
        said = [
            _("So far %(spent)s is spent, of %(granted)s.") % {"spent": spent, "granted": granted}
        ]
    elif money.left:
        said = [_("It cost %(spent)s, of %(granted)s.") % {"spent": spent, "granted": granted}]
        said.append(_("%(left)s goes back to the pot.") % {"left": euros(money.left)})
    elif money.over:
        said = [_("It cost %(spent)s, of %(granted)s.") % {"spent": spent, "granted": granted}]
    else:
        said = [_("It cost %(spent)s: exactly what was granted.") % {"spent": spent}]
    if money.over:
        said.append(_("That is %(over)s more than was granted.") % {"over": euros(money.over)})
    elif money.planned > money.granted and not money.is_finished:
        over = euros(money.planned - money.granted)
        said.append(_("The plan costs %(over)s more than was granted.") % {"over": over})
    return said


def _time_words(proposal: Proposal, steps: tuple[Step, ...], today: dt.date) -> list[str]:
    if not steps:
        return [_("The group is still making its plan.")]
    end = finished_on(proposal)
    if end is not None:
        last = max(step.milestone.due_on for step in steps)
        done = _("Everything was done on %(day)s.") % {"day": day_in_words(end, today)}
        return [done, _days_words((end - last).days)]
    done_ones = sum(step.milestone.done_on is not None for step in steps)
    said = [
        ngettext("Done: %(done)d of %(all)d step.", "Done: %(done)d of %(all)d steps.", len(steps))
        % {"done": done_ones, "all": len(steps)}
    ]  # fmt: skip
    if done_ones == len(steps):
        return [*said, _("The group still has to say that everything is done.")]
    following = next(step.milestone for step in steps if step.milestone.done_on is None)
    day = day_in_words(following.due_on, today)
    if following.due_on < today:
        late = (today - following.due_on).days
        return [
            *said,
            _("The next step was planned for %(day)s.") % {"day": day},
            _days_words(late),
        ]
    return [*said, _("The next step is planned for %(day)s.") % {"day": day}]


def _days_words(late: int) -> str:
    """How far a day is from its plan."""
    if late > 0:
        return ngettext(
            "That is %(days)d day later than planned.",
            "That is %(days)d days later than planned.",
            late,
        ) % {"days": late}
    if late < 0:
        return ngettext(
            "That is %(days)d day sooner than planned.",
            "That is %(days)d days sooner than planned.",
            -late,
        ) % {"days": -late}
    return _("That is as planned.")


def _table(steps: tuple[Step, ...], today: dt.date) -> Table:
    def row(one: Step) -> list[str]:
        step = one.milestone
        done = day_in_words(step.done_on, today) if step.done_on else "–"
        due = day_in_words(step.due_on, today)
        return [step.what, due, done, one.planned, one.spent or "–"]

    head = [_("Step"), _("Planned for"), _("Done on"), _("Planned"), _("Spent")]
    return Table(_("The plan, and how it went"), head, [row(one) for one in steps])


def _draw(proposal: Proposal, money: Money, finding: str) -> Drawn:
    rows = [
        Bar(_("Granted"), [Part(money.granted, euros(money.granted), "plum")]),
        Bar(_("Planned"), [Part(money.planned, euros(money.planned), "sunk")]),
        Bar(_("Spent"), [Part(money.spent, euros(money.spent))]),
    ]
    desc = _("Three bars on one scale: what was granted, what was planned, what was spent.")
    return draw_bars(f"money-{proposal.pk}", title=finding, desc=desc, rows=rows)


def promise_of(effect: Effect) -> Promise:
    """What was promised, what it became, and what that is against the promise."""
    label = str(LABELS.get(effect.what, effect.what))
    said = [_("Promised: %(number)d.") % {"number": effect.promised}]
    if effect.after_three is not None:
        said.append(_("After three months: %(number)d.") % {"number": effect.after_three})
    if effect.after_twelve is not None:
        said.append(_("After twelve months: %(number)d.") % {"number": effect.after_twelve})
    last = effect.after_three if effect.after_twelve is None else effect.after_twelve
    if last is not None:
        said.append(_against(last - effect.promised))
    return Promise(effect, label, tuple(said))


def _against(more: int) -> str:
    """What became of it, beside the promise."""
    if more < 0:
        return _("That is %(number)d fewer than promised.") % {"number": -more}
    if more > 0:
        return _("That is %(number)d more than promised.") % {"number": more}
    return _("That is as promised.")


def _pot_words(one: Round, back: Leftovers) -> list[str]:
    if not back.finished:
        return []
    said = ngettext(
        "Finished: %(done)d of %(all)d proposal.",
        "Finished: %(done)d of %(all)d proposals.",
        back.granted,
    ) % {"done": back.finished, "all": back.granted}
    if not back.cents:
        return [said, _("No money is left of it.")]
    seen = find_published(one)
    agreed = seen.frame.leftovers if seen else ""
    left = _("%(left)s goes back to the pot.") % {"left": euros(back.cents)}
    return [said, left, *([agreed] if agreed else [])]
