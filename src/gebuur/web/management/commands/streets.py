"""`gebuur streets EDGES.csv --nodes NODES.csv --group street`: ties within and between; it needs no database."""

import json
import math
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gebuur.core.textfiles import NoText, text_of
from gebuur.domain.streets import (
    MOST_PLACES,
    Columns,
    Network,
    NotUsable,
    Told,
    Unreadable,
    betweenness,
    bridges,
    brokers,
    constraint,
    measure,
    read_network,
)

MOST_BYTES = 100_000_000
MOST_ROWS = 30
MOST_EXACT = 2_000
PIVOTS = 256
BRIDGES = 3
MOST_BROKERS = 20_000


class Command(BaseCommand):
    help = (
        "Count ties within and between groups, name the groups that stand between others, and reckon which"
        " new ties would bring the whole nearest together (docs/algorithms/streets.md)."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("edges", metavar="EDGES.csv", help="the ties; - for standard input")
        parser.add_argument(
            "--nodes", metavar="NODES.csv", help="who there is; - for standard input"
        )
        parser.add_argument(
            "--group", metavar="COL", help="column of the nodes: their street or group"
        )
        parser.add_argument(
            "--id",
            dest="node",
            metavar="COL",
            help="column of the nodes: the name used in the ties",
        )
        parser.add_argument(
            "--from", dest="tail", metavar="COL", help="column of the ties: one end (default: from)"
        )
        parser.add_argument(
            "--to",
            dest="head",
            metavar="COL",
            help="column of the ties: the other end (default: to)",
        )
        parser.add_argument(
            "--weight",
            metavar="COL",
            help="column of the ties: how strong (default: weight, if there)",
        )
        parser.add_argument("--directed", action="store_true", help="tell giver and receiver apart")
        parser.add_argument(
            "--without-loops", action="store_true", help="leave out ties to oneself"
        )
        parser.add_argument(
            "--bridges", type=int, metavar="K", help="new ties to reckon (default: 3)"
        )
        parser.add_argument(
            "--people",
            action="store_true",
            help="also constraint and betweenness of every node: for a table of your own, never on a page",
        )
        parser.add_argument("--json", action="store_true", help="print JSON instead of tables")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            read = _read(options)
            told = _reckon(read.network, options)
        except (NoText, Unreadable, NotUsable) as error:
            raise CommandError(str(error), returncode=2) from error
        for note in (*read.notes, *told.pop("notes")):
            self.stderr.write(f"note: {note}")
        if options["json"]:
            self.stdout.write(json.dumps(told, allow_nan=False))
        else:
            for line in _lines(told):
                self.stdout.write(line)


def _read(options: dict[str, Any]) -> Told:
    edges, nodes = options["edges"], options["nodes"]
    if nodes is None and (options["group"] or options["node"]):
        raise Unreadable(
            "--group and --id name columns of the nodes: give that table with --nodes."
        )
    if edges == nodes == "-":
        raise Unreadable("Only one of the two tables can come from standard input.")
    if options["bridges"] is not None and not 0 <= options["bridges"] <= MOST_PLACES:
        raise Unreadable(f"--bridges must lie between 0 and {MOST_PLACES}.")
    columns = {name: options[name] for name in ("tail", "head", "weight", "node", "group")}
    return read_network(
        text_of(edges, MOST_BYTES),
        None if nodes is None else text_of(nodes, MOST_BYTES),
        columns=Columns(**columns),
        is_directed=options["directed"],
        without_loops=options["without_loops"],
    )


def _reckon(network: Network, options: dict[str, Any]) -> dict[str, Any]:
    """The answer as plain values, in the order in which it is printed."""
    found, notes, k = measure(network), [], options["bridges"]
    if k is None:
        k = BRIDGES if len(network.groups) <= MOST_PLACES else 0
        if not k:
            notes.append(f"with more than {MOST_PLACES} groups no bridges are reckoned.")
    has_brokers = len(network.groups) <= MOST_BROKERS
    if not has_brokers:
        notes.append(f"with more than {MOST_BROKERS} groups no brokers are reckoned.")
    rows = [group._asdict() for group in found.per_group()]
    told = {
        "nodes": network.n,
        "ties": found.within + found.across,
        "directed": network.is_directed,
        "isolated": found.isolated,
        "internal": found.within,
        "external": found.across,
        "ei": found.ei,
        "groups": {row.pop("name"): row for row in rows},
        "between": [pair._asdict() for pair in found.between()],
        "brokers": [one._asdict() for one in (brokers(network) if has_brokers else ())],
        "bridges": [],
        "certificate": None,
        "notes": notes,
    }
    if k:
        chosen = vars(bridges(network, k))
        told["bridges"] = [tie._asdict() for tie in chosen["ties"]]
        told["certificate"] = {name: value for name, value in chosen.items() if name != "ties"}
    if options["people"]:
        told["people"] = _people(network)
    return told


def _people(network: Network) -> list[dict[str, Any]]:
    ways = betweenness(network, pivots=PIVOTS if network.n > MOST_EXACT else None)
    columns = (constraint(network), ways.values, ways.std_err)
    rows = zip(
        network.names, network.member_of.tolist(), *(one.tolist() for one in columns), strict=True
    )
    return [
        {
            "node": name,
            "group": network.groups[group],
            "constraint": None if math.isnan(held) else held,
            "betweenness": share,
            "std_err": error,
        }
        for name, group, held, share, error in rows
    ]


def _lines(told: dict[str, Any]) -> Iterator[str]:
    """The same for people to read."""
    yield (
        f"{told['nodes']} nodes, {told['ties']} ties: {told['internal']} within a group, "
        f"{told['external']} between; E-I {_or_none(told['ei'])}; {told['isolated']} without any tie"
    )
    groups = [{"group": name} | row for name, row in told["groups"].items()]
    yield from _table(groups, "no groups")
    pair = "gave to" if told["directed"] else "and"
    between = [
        {"between": f"{row['a']} {pair} {row['b']}", "ties": row["ties"], "weight": row["weight"]}
        for row in sorted(told["between"], key=lambda row: -row["ties"])
    ]
    yield from _table(between, "No ties run between groups.")
    yield from _table(told["brokers"], "No group stands between others.")
    certificate = told["certificate"]
    if certificate:
        bridging = [
            {"one more tie between": f"{row['a']} and {row['b']}"}
            | {name: row[name] for name in ("gain", "joins", "weight")}
            for row in told["bridges"]
        ]
        yield from _table(bridging, "There are no two groups to tie.")
        yield from _proof(certificate)
    yield from _table(told.get("people", []), "")


def _proof(certificate: dict[str, Any]) -> Iterator[str]:
    before, after = certificate["before"], certificate["after"]
    yield f"Sum of effective distances: {before:.6g} before, {after:.6g} after."
    if certificate["unreachable_before"]:
        yield (
            f"Pairs of groups that cannot reach each other: {certificate['unreachable_before']} before, "
            f"{certificate['unreachable_after']} after. No choice of so many ties leaves fewer."
        )
    share = certificate["share"]
    if share is not None:
        begin = "Once all hang together, " if certificate["unreachable_before"] else ""
        if share == 1:
            end = "no choice of so many ties gains more."
        else:
            end = f"the ties gain at least {math.floor(share * 1000) / 10:g} % of what the best choice could."
        yield (begin + end).capitalize()


def _table(rows: list[dict[str, Any]], empty: str) -> Iterator[str]:
    """Names to the left, numbers to the right; a long table is cut, and says so."""
    if not rows:
        if empty:
            yield ""
            yield empty
        return
    heads = list(rows[0])
    body = [heads, *([_or_none(row[head]) for head in heads] for row in rows[:MOST_ROWS])]
    wide = [max(len(line[place]) for line in body) for place in range(len(heads))]
    yield ""
    for line in body:
        rest = (cell.rjust(size) for cell, size in zip(line[1:], wide[1:], strict=True))
        yield "  ".join((line[0].ljust(wide[0]), *rest)).rstrip()
    if len(rows) > MOST_ROWS:
        yield f"{MOST_ROWS} of {len(rows)} rows; --json prints all of them"


def _or_none(value: Any) -> str:
    if value is None:
        return "none"
    return f"{value:.4g}" if isinstance(value, float) else str(value)
