"""`gebuur streets`: a table of ties becomes figures, and what cannot be read is named by table, line and column."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

CLASSIC = Path(__file__).resolve().parents[3] / "shared" / "data" / "networks"
classic = pytest.mark.skipif(not CLASSIC.is_dir(), reason="the classic networks are not here")
EDGES = "from,to\nAn,Bo\nBo,Cem\nCem,Dora\nDora,Els\n"
NODES = "id,street\nAn,Kerk\nBo,Kerk\nCem,Dok\nDora,Dok\nEls,Markt\nFatma,Markt\n"


@pytest.fixture
def edges(tmp_path: Path) -> Path:
    file = tmp_path / "edges.csv"
    file.write_text(EDGES)
    return file


@pytest.fixture
def nodes(tmp_path: Path) -> Path:
    file = tmp_path / "nodes.csv"
    file.write_text(NODES)
    return file


def reckon(edges: Path, *options: str | Path) -> dict[str, Any]:
    out = io.StringIO()
    words = [str(one) for one in (edges, "--json", *options)]
    call_command("streets", *words, stdout=out, stderr=io.StringIO())
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


def read(edges: Path, *options: str | Path) -> tuple[str, str]:
    out, said = io.StringIO(), io.StringIO()
    call_command("streets", str(edges), *map(str, options), stdout=out, stderr=said)
    return out.getvalue(), said.getvalue()


def test_a_table_of_ties_becomes_figures_per_street(edges: Path, nodes: Path) -> None:
    told = reckon(edges, "--nodes", nodes, "--group", "street")
    assert told["groups"] == {
        "Dok": {
            "members": 2,
            "internal": 1,
            "external": 2,
            "density": 1,
            "ei": pytest.approx(1 / 3),
        },
        "Kerk": {"members": 2, "internal": 1, "external": 1, "density": 1, "ei": 0},
        "Markt": {"members": 2, "internal": 0, "external": 1, "density": 0, "ei": 1},
    }
    assert (told["nodes"], told["ties"], told["isolated"], told["ei"]) == (6, 4, 1, 0)
    assert told["between"] == [
        {"a": "Dok", "b": "Kerk", "ties": 1, "weight": 1},
        {"a": "Dok", "b": "Markt", "ties": 1, "weight": 1},
    ]
    assert [(one["group"], one["share"], one["cuts"]) for one in told["brokers"]] == [("Dok", 1, 1)]
    first = told["bridges"][0]
    assert (first["a"], first["b"], round(first["gain"], 6)) == ("Kerk", "Markt", 2)
    assert told["certificate"]["share"] == 1
    assert "people" not in told


def test_so_many_bridges_as_asked(edges: Path, nodes: Path) -> None:
    for k in (0, 1, 2):
        told = reckon(edges, "--nodes", nodes, "--group", "street", "--bridges", str(k))
        assert len(told["bridges"]) == k
        assert (told["certificate"] is None) == (k == 0)


def test_without_nodes_every_name_is_a_place(edges: Path) -> None:
    told = reckon(edges)
    assert (told["ei"], list(told["groups"])) == (1, ["An", "Bo", "Cem", "Dora", "Els"])
    assert (told["bridges"][0]["a"], told["bridges"][0]["b"]) == ("An", "Els")


def test_giver_and_receiver_are_told_apart(edges: Path, nodes: Path) -> None:
    edges.write_text(EDGES + "Els,Dora\nCem,Bo\nAn,Cem\n")
    told = reckon(edges, "--nodes", nodes, "--group", "street", "--directed")
    assert [(one["a"], one["b"], one["ties"]) for one in told["between"]] == [
        ("Dok", "Kerk", 1), ("Dok", "Markt", 1), ("Kerk", "Dok", 2), ("Markt", "Dok", 1),
    ]  # fmt: skip
    assert told["groups"]["Kerk"]["density"] == 0.5
    assert "Kerk gave to Dok" in read(edges, "--nodes", nodes, "--group", "street", "--directed")[0]


def test_people_are_only_named_to_who_asks_for_them(edges: Path, nodes: Path) -> None:
    told = reckon(edges, "--nodes", nodes, "--group", "street", "--people")
    people = {one["node"]: one for one in told["people"]}
    assert people["Fatma"] == {
        "node": "Fatma", "group": "Markt", "constraint": None, "betweenness": 0, "std_err": 0,
    }  # fmt: skip
    assert people["Bo"]["constraint"] == 0.5
    assert people["Cem"]["betweenness"] == pytest.approx(4 / 10)
    assert "Cem" not in read(edges, "--nodes", nodes, "--group", "street")[0]


def test_people_read_the_same_as_tables(edges: Path, nodes: Path) -> None:
    table, said = read(edges, "--nodes", nodes, "--group", "street")
    assert "6 nodes, 4 ties: 2 within a group, 2 between; E-I 0; 1 without any tie" in table
    assert "Kerk and Markt" in table
    assert "No choice of so many ties gains more." in table
    assert said == ""


def test_streets_that_hang_apart_are_joined_and_it_says_so(edges: Path) -> None:
    edges.write_text("from,to\na,b\nc,d\n")
    table, _ = read(edges, "--bridges", "2")
    assert (
        "cannot reach each other: 4 before, 0 after. No choice of so many ties leaves fewer."
        in table
    )
    assert "Once all hang together, no choice of so many ties gains more." in table


def test_where_nothing_is_there_is_nothing_to_show(edges: Path, nodes: Path) -> None:
    edges.write_text("from,to\n")
    table, _ = read(edges, "--nodes", nodes, "--bridges", "1")
    assert "E-I none; 6 without any tie" in table
    assert "No ties run between groups." in table
    assert "No group stands between others." in table
    nodes.write_text("id,street\nAn,Kerk\n")
    assert "no two groups to tie" in read(edges, "--nodes", nodes)[0]


def test_a_long_table_is_shortened_and_says_so(edges: Path) -> None:
    edges.write_text("from,to\n" + "".join(f"{n},{n + 1}\n" for n in range(99)))
    table, _ = read(edges, "--bridges", "5")
    assert "30 of 100 rows; --json prints all of them" in table
    assert "% of what the best choice could" in table


def test_very_many_places_get_no_bridges_unless_asked(
    edges: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gebuur.web.management.commands.streets.MOST_BROKERS", 1500)
    edges.write_text("from,to\n" + "".join(f"{n},{n // 30}\n" for n in range(1, 1501)))
    table, said = read(edges)
    assert "no bridges are reckoned" in said
    assert "no brokers are reckoned" in said
    assert "Sum of effective distances" not in table
    with pytest.raises(CommandError, match="There are 1501 groups"):
        reckon(edges, "--bridges", "1")


@pytest.mark.parametrize(
    ("text", "nodes_text"),
    [
        (
            "\ufefffrom;to;weight\r\nAn;Bo;1,5\r\nBo;An;2,5\r\n",
            "id;street\r\nAn;Kerk\r\nBo;Dok\r\n",
        ),
        ("van\tnaar\tgewicht\nAn\tBo\t4\n", "naam\tstreet\nAn\tKerk\nBo\tDok\n"),
        ('source,target,value\n\n"An", Bo ,4.0\n', "street,node\nKerk,An\nDok,Bo\n"),
        ("i|j|weight\nAn|Bo|4e0\n", "\n\nid|street|more\nAn|Kerk\nBo|Dok|x\n"),
    ],
)
def test_the_usual_spellings_are_read(edges: Path, nodes: Path, text: str, nodes_text: str) -> None:
    edges.write_bytes(text.encode())
    nodes.write_bytes(nodes_text.encode())
    told = reckon(edges, "--nodes", nodes, "--group", "street")
    assert told["between"] == [{"a": "Dok", "b": "Kerk", "ties": 1, "weight": 4}]


def test_columns_can_be_called_otherwise(edges: Path, nodes: Path) -> None:
    edges.write_text("helper,seeker,times,from\nAn,Bo,3,x\n")
    nodes.write_text("who,street\nAn,Kerk\nBo,Dok\n")
    names = ["--from", "helper", "--to", "seeker", "--weight", "times", "--id", "who"]
    told = reckon(edges, "--nodes", nodes, "--group", "street", *names)
    assert told["between"] == [{"a": "Dok", "b": "Kerk", "ties": 1, "weight": 3}]


def test_a_tie_that_stands_there_twice_counts_once_and_it_says_so(edges: Path) -> None:
    edges.write_text(EDGES + "Bo,An\n")
    assert "1 line names a tie that stands above as well; each tie counts once" in read(edges)[1]
    edges.write_text("from,to,weight\nAn,Bo,1\nBo,An,2\nAn,Bo,1\n")
    assert "2 lines name a tie that stands above as well" in read(edges)[1]
    assert "weighs their sum" in read(edges)[1]


def test_ties_to_oneself_can_be_left_out_and_it_says_so(edges: Path) -> None:
    edges.write_text(EDGES + "Bo,Bo\n")
    assert "1 line ties somebody to herself: left out" in read(edges, "--without-loops")[1]
    edges.write_text(EDGES + "Bo,Bo\nAn,An\n")
    assert "2 lines tie somebody to herself: left out" in read(edges, "--without-loops")[1]


def test_it_reads_what_is_piped_in_and_answers_two_on_rubbish(tmp_path: Path, nodes: Path) -> None:
    command = [
        sys.executable,
        "manage.py",
        "streets",
        "-",
        "--nodes",
        str(nodes),
        "--group",
        "street",
    ]
    root = Path(__file__).resolve().parents[2]
    answers = [
        subprocess.run(
            [*command, "--json"],
            input=text,
            cwd=root,
            env={"GEBUUR_HOME": str(tmp_path), "PATH": ""},
            capture_output=True,
            check=False,
        )
        for text in (EDGES.encode(), b"from,to\nAn,Bert\n")
    ]
    assert (answers[0].returncode, answers[0].stderr) == (0, b"")
    assert json.loads(answers[0].stdout)["nodes"] == 6
    assert (answers[1].returncode, answers[1].stdout) == (2, b"")
    assert answers[1].stderr.decode().count("\n") == 1
    assert "line 2, column to" in answers[1].stderr.decode()


@classic
@pytest.mark.parametrize(
    ("name", "group", "ei"),
    [
        ("law_friends", "office", (62 - 337) / 399),
        ("ht_advice", "dept", None),
        ("knecht_1", "gender", None),
        ("s50_1", "smoke", None),
        ("physicians", "city", None),
    ],
)
def test_the_classic_networks_just_work(name: str, group: str, ei: float | None) -> None:
    files = (CLASSIC / f"{name}_edges.csv", "--nodes", CLASSIC / f"{name}_nodes.csv")
    told = reckon(*files, "--group", group, "--people")
    assert ei is None or told["ei"] == pytest.approx(ei)
    assert sum(one["members"] for one in told["groups"].values()) == told["nodes"]
    assert sum(one["internal"] for one in told["groups"].values()) == told["internal"]
    assert all(tie["gain"] >= 0 for tie in told["bridges"])


@classic
def test_every_classic_table_of_ties_is_read() -> None:
    for file in sorted(CLASSIC.glob("*_edges.csv")):
        assert reckon(file, "--without-loops", "--bridges", "1")["bridges"]
