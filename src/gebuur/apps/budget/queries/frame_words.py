"""A frame in sentences: the same on the screen, on paper, and when two versions are laid side by side."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from gebuur.apps.budget.models import FrameVersion, Round
from gebuur.apps.budget.queries.frames import Criterion, Frame
from gebuur.core.money import euros
from gebuur.core.phones import show_phone
from gebuur.core.wording import day_in_words

TO_WRITE_ON = "." * 30
MOST_IN_A_LINE = 2
WEIGHTS = {
    1: gettext_lazy("counts once"),
    2: gettext_lazy("counts double"),
    3: gettext_lazy("counts three times"),
}
BALLOTS = {
    Round.Ballot.APPROVAL: gettext_lazy("You tick every proposal that you find good."),
    Round.Ballot.KNAPSACK: gettext_lazy(
        "You fill the pot yourself: you choose until the money is gone."
    ),
    Round.Ballot.POINTS: gettext_lazy("You divide points over the proposals."),
}
RULES = {
    Round.Rule.EQUAL_SHARES: gettext_lazy(
        "Equal shares: everybody who votes gets the same part of the pot. Your part pays only for what you chose. "
        "So a smaller group gets something as well."
    ),
    Round.Rule.GREEDY: gettext_lazy(
        "Most votes win: we begin with the proposal with the most votes and go on until the pot is empty. "
        "A smaller group may get nothing."
    ),
}
UTILITIES = {
    Round.Utility.COST: gettext_lazy(
        "What it costs: a large proposal that you chose weighs more for you than a small one."
    ),
    Round.Utility.CARDINALITY: gettext_lazy(
        "How many: every proposal that you chose weighs the same, large or small."
    ),
}
COMPLETIONS = {
    Round.Completion.NONE: gettext_lazy("Nothing: it stays in the pot."),
    Round.Completion.GREEDY: gettext_lazy("It goes to the proposals with the most votes that fit."),
    Round.Completion.ADD1: gettext_lazy(
        "Everybody's part grows, a little at a time, as long as the pot can bear it."
    ),
    Round.Completion.ADD1U: gettext_lazy(
        "Everybody's part grows first. What is left then goes to the proposals with the most votes that fit."
    ),
}


@dataclass(frozen=True)
class Row:
    """One thing that was agreed: what it is about, and one or more sentences."""

    label: str
    lines: tuple[str, ...]

    def on_paper(self) -> list[str]:
        """A long list stands line by line; a question needs no colon after it."""
        if not self.label:
            return list(self.lines)
        if len(self.lines) > MOST_IN_A_LINE:
            return [self.label, *(f"– {line}" for line in self.lines)]
        between = " " if self.label.endswith(("?", "؟", ".")) else ": "
        return [f"{self.label}{between}{' '.join(self.lines)}"]


@dataclass(frozen=True)
class Part:
    """A heading with what was agreed under it."""

    key: str
    heading: str
    rows: tuple[Row, ...]

    def on_paper(self) -> str:
        return "\n".join(line for row in self.rows for line in row.on_paper())


@dataclass(frozen=True)
class Difference:
    """What was said in one version, and in the next."""

    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """A piece of the calendar; `place` says where today is: behind us, now, or still to come."""

    what: str
    when: str
    place: str


def parts_of(frame: Frame, today: dt.date) -> list[Part]:
    """The whole frame."""
    calendar = tuple(Row(step.what, (step.when,)) for step in calendar_of(frame, today))
    weighed = tuple(Row(one.words, tuple(_weighed(one))) for one in frame.criteria)
    return [
        Part("pot", _("The pot"), _pot(frame)),
        Part("who", _("Who decides and who votes"), _who(frame)),
        Part("calendar", _("Calendar"), calendar),
        Part("weigh", _("What a proposal is weighed on"), weighed),
        Part("out", _("What cannot be paid"), (Row(_("Not with this money"), frame.exclusions),)),
        Part("rule", _("How we vote and count"), _rule(frame)),
    ]


def _pot(frame: Frame) -> tuple[Row, ...]:
    return (
        Row(_("How much is in it?"), (euros(frame.pot_cents),)),
        Row(_("What is left over"), (frame.leftovers,)),
    )


def _who(frame: Frame) -> tuple[Row, ...]:
    youngest = ngettext("From %(n)d year old.", "From %(n)d years old.", frame.youngest)
    phone = f"\u2066{show_phone(frame.contact_phone)}\u2069"
    return (
        Row(_("Who decides?"), (frame.who_decides,)),
        Row(_("Who may vote?"), (frame.who_may_vote, youngest % {"n": frame.youngest})),
        Row(_("Whom to call at the local authority"), (f"{frame.contact_name}, {phone}",)),
    )


def _weighed(one: Criterion) -> Iterator[str]:
    yield str(WEIGHTS[one.weight]).capitalize() + "."
    if one.example:
        yield _("For example: %(example)s") % {"example": one.example}


def _rule(frame: Frame) -> tuple[Row, ...]:
    ballot = [str(BALLOTS[Round.Ballot(frame.ballot)])]
    if frame.most_choices is not None:
        most = ngettext("At most %(n)d choice.", "At most %(n)d choices.", frame.most_choices)
        ballot.append(most % {"n": frame.most_choices})
    lot = _(
        "Two proposals equal? The cheaper one goes first, then the one with more votes. After that we draw lots."
    )
    secret = _(
        "The lot comes from a secret number. It is fixed already: after the count everybody can check it."
    )
    mark = f"\u2066{frame.seed_hash}\u2069"
    return (
        Row(_("How do you vote?"), tuple(ballot)),
        Row(_("How do we count?"), (str(RULES[Round.Rule(frame.rule)]),)),
        *_of_shares(frame),
        Row(_("When it is equal"), (lot, secret)),
        Row(_("Fingerprint of the secret number (SHA-256)"), (mark,)),
    )


def _of_shares(frame: Frame) -> tuple[Row, ...]:
    """What only equal shares need: what a proposal weighs for who chose it, and the money that stays."""
    if frame.rule != Round.Rule.EQUAL_SHARES:
        return ()
    return (
        Row(_("What counts for a voter?"), (str(UTILITIES[Round.Utility(frame.utility)]),)),
        Row(
            _("And the money that the shares leave?"),
            (str(COMPLETIONS[Round.Completion(frame.completion)]),),
        ),
    )


def calendar_of(frame: Frame, today: dt.date) -> list[Step]:
    """The steps of the round, and which of them it is now."""
    days = frame.days
    said = (
        (_("Everybody brings ideas"), days["ideas_from"], days["ideas_until"]),
        (_("Groups work out proposals"), days["ideas_until"], days["proposals_until"]),
        (
            _("The town looks into whether it can be done"),
            days["proposals_until"],
            days["checks_until"],
        ),
        (_("Groups mend their proposals"), days["checks_until"], days["repairs_until"]),
        (_("Everybody votes"), days["vote_from"], days["vote_until"]),
        (_("The decision, with reasons"), None, days["decide_by"]),
    )
    steps: list[Step] = []
    is_taken = False
    for what, first, last in said:
        place = _place(first, last, today, is_taken=is_taken)
        is_taken = is_taken or place == "now"
        steps.append(Step(what, _period(first, last, today), place))
    return steps


def _place(first: dt.date | None, last: dt.date, today: dt.date, *, is_taken: bool) -> str:
    """Only one step is now: the first that has begun and is not over."""
    if today > last:
        return "past"
    has_begun = first is not None and today >= first
    return "now" if has_begun and not is_taken else "coming"


def _period(first: dt.date | None, last: dt.date, today: dt.date) -> str:
    until = day_in_words(last, today)
    if first is None:
        return _("at the latest on %(day)s") % {"day": until}
    return _("from %(first)s to %(last)s") % {"first": day_in_words(first, today), "last": until}


def differences(before: Frame, after: Frame, today: dt.date) -> list[Difference]:
    """What another version says differently, row by row."""
    return compared(*([_titled(one), *parts_of(one, today)] for one in (before, after)))


def _titled(frame: Frame) -> Part:
    return Part("title", "", (Row(_("Name of the round"), (frame.title,)),))


def compared(before: list[Part], after: list[Part]) -> list[Difference]:
    """The rows that are not the same in two lists of parts."""
    old, new = _rows(before), _rows(after)
    labels = [*new, *(label for label in old if label not in new)]
    return [
        Difference(label, old.get(label, ()), new.get(label, ()))
        for label in labels
        if old.get(label) != new.get(label)
    ]


def _rows(parts: list[Part]) -> dict[str, tuple[str, ...]]:
    return {row.label: row.lines for part in parts for row in part.rows}


def signatures_of(version: FrameVersion, today: dt.date) -> list[str]:
    """Who signed for each side, and when; a line to write on for who did not yet.

    Who was forgotten since stays without a name.
    """
    told = (
        (
            _("For the local authority: %(name)s, %(day)s"),
            version.authority_name or _("somebody from the town"),
            version.authority_at,
        ),
        (
            _("For the neighbourhood: %(name)s, %(day)s"),
            version.neighbours_name or _("a neighbour"),
            version.neighbours_at,
        ),
    )
    return [
        words % {"name": name, "day": day_in_words(at, today)}
        if at
        else words % {"name": TO_WRITE_ON, "day": TO_WRITE_ON}
        for words, name, at in told
    ]
