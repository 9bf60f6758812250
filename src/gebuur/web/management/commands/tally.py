"""`gebuur tally FILE.pb`: count a neighbourhood budget, with reasons; it needs no database."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gebuur.domain.tally import (
    Completion,
    Election,
    Explanation,
    Margin,
    NotUsable,
    Outcome,
    Round,
    Rule,
    Stop,
    Story,
    Utility,
    Wishes,
    explain,
    margin,
    read_election,
    tally,
)

MOST_BYTES = 400_000_000
PLACES = 6
PATIENCE = 50_000
Margins = Mapping[str, Margin]


class Command(BaseCommand):
    help = "Count the ballots of FILE.pb, as docs/algorithms/tally.md says."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        usual = Wishes()
        parser.add_argument("file", metavar="FILE.pb", help="a file, or - to read what comes in")
        parser.add_argument("--rule", choices=list(Rule), default=usual.rule)
        parser.add_argument(
            "--utility",
            choices=list(Utility),
            help="default: what the ballots hold (approvals: cost)",
        )
        parser.add_argument("--completion", choices=list(Completion), default=usual.completion)
        parser.add_argument("--stop", choices=list(Stop), default=usual.stop)
        parser.add_argument("--seed", metavar="TEXT", default="", help="from which lots are drawn")
        parser.add_argument(
            "--explain",
            action="store_true",
            help="why each project won or not, and who paid for it",
        )
        parser.add_argument("--json", action="store_true", help="for programs instead of people")

    def handle(self, *args: Any, **options: Any) -> None:
        wishes = Wishes(
            rule=Rule(options["rule"]),
            utility=options["utility"] and Utility(options["utility"]),
            completion=Completion(options["completion"]),
            stop=Stop(options["stop"]),
            seed=options["seed"],
        )
        try:
            election = read_election(_read(options["file"]))
            result = tally(election, wishes)
            why = self._why(result, election) if options["explain"] else None
        except NotUsable as error:
            raise CommandError(f"{options['file']}: {error}", returncode=2) from None
        for note in election.notes:
            self.stderr.write(f"note: {note}")
        if options["json"]:
            told = _as_data(result) | ({"explanation": _why_as_data(*why)} if why else {})
            self.stdout.write(json.dumps(told, indent=1))
        else:
            lines = [*_as_table(election, result), *(_why_as_lines(*why) if why else ())]
            self.stdout.write("\n".join(lines))

    def _why(self, result: Outcome, election: Election) -> tuple[Explanation, Margins]:
        work = len(result.losers) * len(election.ballots.project)
        if work > PATIENCE:
            self.stderr.write(
                f"note: what {len(result.losers)} projects lacked is found by counting anew; this takes a while."
            )
        margins = {one.project: margin(result, election, one.project) for one in result.losers}
        return explain(result, election), margins


def _read(name: str) -> str:
    try:
        if name == "-":
            raw = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                raw = file.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise NotUsable(f"this is more than {MOST_BYTES // 1_000_000} MB.")
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise NotUsable("this is not text in UTF-8.", line) from None
    except (OSError, ValueError) as error:
        if isinstance(error, NotUsable):
            raise
        reason = error.strerror if isinstance(error, OSError) else "This is no name of a file"
        raise NotUsable(f"{reason}.") from None


def _money(value: Fraction | None) -> int | str | None:
    """Whole amounts as numbers; others as decimals in text, because a float would not be exact."""
    if value is None or value.denominator == 1:
        return value if value is None else int(value)
    return _digits(value)


def _digits(value: Fraction) -> str:
    """Six places, rounded down; without zeros at the end."""
    whole = int(value * 10**PLACES)
    text = f"{whole // 10**PLACES}.{whole % 10**PLACES:0{PLACES}d}"
    return text.rstrip("0").rstrip(".")


def _as_data(result: Outcome) -> dict[str, Any]:
    return {
        "rule": result.rule.value,
        "utility": result.utility.value,
        "completion": result.completion.value,
        "stop": result.stop.value,
        "seed": result.seed,
        "budget": _money(result.budget),
        "voters": result.voters,
        "winners": list(result.winners),
        "cost": _money(result.cost),
        "share": None if result.share is None else str(result.share),
        "steps": result.steps,
        "rounds": [_round_data(one) for one in result.rounds],
        "losers": [
            {
                "project": one.project,
                "cost": _money(one.cost),
                "votes": one.votes,
                "why": one.why.value,
            }
            for one in result.losers
        ],
    }


def _round_data(one: Round) -> dict[str, Any]:
    return {
        "project": one.project,
        "by": one.by.value,
        "votes": one.votes,
        "effective_votes": one.effective_votes and _digits(one.effective_votes),
        "payment": one.payment and _digits(one.payment),
        "left": _money(one.left),
    }


def _why_as_data(why: Explanation, margins: Margins) -> dict[str, Any]:
    other = why.comparison
    return {
        "projects": [_story_data(one, margins.get(one.project)) for one in why.stories],
        "voters": [
            {
                "people": one.people,
                "paid": {name: _money(amount) for name, amount in one.paid},
                "left": _money(one.left),
            }
            for one in why.kinds
        ],
        "other_voters": why.others,
        "most_votes": {
            "winners": list(other.winners),
            "cost": _money(other.cost),
            "only_here": list(other.only_here),
            "only_there": list(other.only_there),
            "prefer_this": other.prefer_this,
            "prefer_other": other.prefer_other,
            "indifferent": other.indifferent,
            "served_here": other.served_here,
            "served_there": other.served_there,
        },
    }


def _story_data(one: Story, lacked: Margin | None) -> dict[str, Any]:
    return {
        "project": one.project,
        "wins": one.is_winner,
        "in_full": one.in_full,
        "in_part": one.in_part,
        "backing": _money(one.backing),
        "left": _money(one.left),
        "missing": _money(one.missing),
        "spent_on": {name: _money(amount) for name, amount in one.spent_on},
        "out_in_round": one.out_in,
        "price_to_win": _money(lacked.price) if lacked else None,
        "votes_to_win": lacked.votes if lacked else None,
    }


def _as_table(election: Election, result: Outcome) -> Iterator[str]:
    rule = [result.rule, f"utility {result.utility}"]
    if result.share is not None:
        rule += [f"completion {result.completion}", f"stop {result.stop}"]
    yield ", ".join(rule)
    projects = {one.id: one for one in election.projects}
    yield f"{'':>4} {'project':<12} {'cost':>12} {'votes':>8} {'counts as':>13} {'each pays':>13}  name"
    for at, one in enumerate(result.rounds, 1):
        known = projects[one.project]
        counts = _digits(one.effective_votes) if one.effective_votes else "by votes"
        pays = _digits(one.payment) if one.payment else "-"
        yield (
            f"{at:>4} {one.project:<12} {_money(known.cost):>12} {one.votes:>8} {counts:>13} {pays:>13}"
            f"  {known.name[:60]}"
        ).rstrip()
    for lost in result.losers:
        known = projects[lost.project]
        yield (
            f"   - {lost.project:<12} {_money(lost.cost):>12} {lost.votes:>8} {lost.why.value:>27}"
            f"  {known.name[:60]}"
        ).rstrip()
    yield (
        f"{len(result.winners)} of {len(projects)} projects, {_money(result.cost)} of {_money(result.budget)}, "
        f"{result.voters} voters."
    )
    if result.share is not None:
        yield f"Each voter's share: {result.share} ({_digits(result.share)}), after {result.steps} steps."


def _why_as_lines(why: Explanation, margins: Margins) -> Iterator[str]:
    yield ""
    for one in why.stories:
        yield _story_line(one, margins.get(one.project))
    if why.kinds:
        yield ""
    for kind in why.kinds:
        paid = ", ".join(f"{name} {_digits(amount)}" for name, amount in kind.paid) or "nothing"
        yield f"{kind.people} voters paid for {paid}; {_digits(kind.left)} is left."
    if why.kinds:
        yield f"{why.others} other voters, of kinds too small to show."
    other = why.comparison
    yield ""
    yield f"Most votes would choose {', '.join(other.winners) or 'nothing'}, for {_money(other.cost)}."
    yield (
        f"{other.prefer_this} voters get more here, {other.prefer_other} would get more there, "
        f"{other.indifferent} the same."
    )
    yield f"{other.served_here} voters named a winner here; {other.served_there} there."


def _story_line(one: Story, lacked: Margin | None) -> str:
    if one.is_winner:
        if one.in_full is None:
            return f"{one.project} won: it had most votes of what still fitted."
        return (
            f"{one.project} won: {one.in_full} paid in full, {one.in_part} gave all they had left."
        )
    parts = []
    if one.missing is not None and one.left is not None:
        parts.append(
            f"its supporters have {_digits(one.left)} left, {_digits(one.missing)} too little"
        )
    if lacked and lacked.price is not None:
        parts.append(f"it would have won for {_money(lacked.price)}")
    if lacked and lacked.votes is not None:
        parts.append(f"it would have won with {lacked.votes} more ballots for it alone")
    return f"{one.project} did not win: {'; '.join(parts) or 'nothing could have helped'}."
