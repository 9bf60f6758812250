"""`gebuur streets`: what cannot be used is named in one line, by table, line and column."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

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


def refusal(edges: Path, *options: str | Path) -> str:
    words = [str(one) for one in (edges, *options)]
    with pytest.raises(CommandError) as refused:
        call_command("streets", *words, stdout=io.StringIO(), stderr=io.StringIO())
    assert "\n" not in str(refused.value)
    assert refused.value.returncode == 2
    return str(refused.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "ties: there is nothing in the file."),
        ("\n;;\n", "ties: there is nothing in the file."),
        ("a,b\nAn,Bo\n", "ties, line 1: there is no column from or van or source or i. There are: a, b."),
        ("from,b\nAn,Bo\n", "ties, line 1: there is no column to or naar"),
        ("from,from,to\nAn,An,Bo\n", "ties, line 1: the column from stands there 2 times."),
        ("from,to\nAn,Bo\n\nAn,Zoë\n", "ties, line 4, column to: 'Zoë' is not in the table of nodes."),
        ("from,to\nAn,\n", "ties, line 2, column to: the cell is empty."),
        ("from,to\nAn\n", "ties, line 2, column to: the cell is empty."),
        ("from,to\nAn,Bo\nBo,Bo\n", "ties, line 3: somebody is tied to herself. Take the line out"),
        ("from,to,weight\nAn,Bo,nan\n", "ties, line 2, column weight: 'nan' is no number."),
        ("from,to,weight\nAn,Bo,inf\n", "ties, line 2, column weight: 'inf' is no number."),
        ("from,to,weight\nAn,Bo,1\nAn,Cem,-2\n", "ties, line 3, column weight: -2 is not above 0."),
        ("from,to,weight\nAn,Bo,0\n", "ties, line 2, column weight: 0 is not above 0."),
        ("from,to,weight\nAn,Bo,1e999\n", "ties, line 2, column weight: 1e999 is too small or too large."),
        ("from,to,weight\nAn,Bo,1e-99\n", "ties, line 2, column weight: 1e-99 is too small or too large."),
        ("from,to,weight\nAn,Bo,often\n", "ties, line 2, column weight: 'often' is no number."),
        ("from,to,weight\nAn,Bo,\n", "ties, line 2, column weight: the cell is empty."),
        ("from;to;weight\nAn;Bo;1,5\nBo;Cem;1.5\n", "ties, line 3, column weight: '1.5' has another"),
        ("from,to,weight\nAn,Cem,1e-6\nDora,Els,1e6\n", "weights lie too far apart"),
        ("from,to\n" + "x" * 200_000 + ",Bo\n", "ties, line 2: this is no CSV"),
        ("x" * 300_000, "ties, line 1: this is no CSV"),
        ("PK\x03\x04\0\0", "is no text"),
        ("\x1b[2J,\u20ac\n" * 9, "ties, line 1: there is no column from or van or source or i. There are: ?[2J, €."),
    ],
)  # fmt: skip
def test_ties_that_cannot_be_used_are_named_in_one_line(
    edges: Path, nodes: Path, text: str, said: str
) -> None:
    edges.write_text(text)
    refused = refusal(edges, "--nodes", nodes, "--group", "street")
    assert said in refused


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nodes: there is nothing in the file."),
        ("id,street\n", "nodes: there are no nodes under the names of the columns."),
        ("id,town\nAn,Kerk\n", "nodes, line 1: there is no column street. There are: id, town."),
        ("who,street\nAn,Kerk\n", "nodes, line 1: there is no column id or node or name or naam."),
        ("id,street,street\nAn,Kerk,x\n", "nodes, line 1: the column street stands there 2 times."),
        ("id,street\nAn,Kerk\nBo,Dok\nAn,Dok\n", "nodes, line 4, column id: 'An' stands there twice."),
        ("id,street\nAn,Kerk\nBo,\n", "nodes, line 3, column street: the cell is empty."),
        ("id,street\nAn,Kerk\n", "ties, line 2, column to: 'Bo' is not in the table of nodes."),
    ],
)  # fmt: skip
def test_nodes_that_cannot_be_used_are_named_in_one_line(
    edges: Path, nodes: Path, text: str, said: str
) -> None:
    nodes.write_text(text)
    assert said in refusal(edges, "--nodes", nodes, "--group", "street")


def test_wishes_that_make_no_sense_are_refused(edges: Path, nodes: Path, tmp_path: Path) -> None:
    assert "with --nodes" in refusal(edges, "--group", "street")
    assert "with --nodes" in refusal(edges, "--id", "id")
    assert "Only one of the two" in refusal(Path("-"), "--nodes", "-")
    assert "between 0 and 1500" in refusal(edges, "--bridges", "-1")
    assert "no column hours" in refusal(edges, "--weight", "hours")
    assert "cannot be read" in refusal(tmp_path / "nowhere.csv")
    assert "cannot be read" in refusal(edges, "--nodes", tmp_path)
    edges.write_text("from,to\n")
    assert "no ties under the names of the columns, and no nodes" in refusal(edges)


def test_a_file_that_is_too_large_is_refused(edges: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gebuur.web.management.commands.streets.MOST_BYTES", 10)
    assert "is larger than" in refusal(edges)
