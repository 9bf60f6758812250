"""`gebuur frames` prints the frames, and says in lines what is missing in a reworded set."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from gebuur.domain import frames

KINDS = [
    "styles", "conditions", "quadrants", "roles", "phases", "attitudes", "exercise", "cases", "actors", "tasks",
    "sources",
]  # fmt: skip


def run(*words: str) -> str:
    out = StringIO()
    call_command("frames", *words, stdout=out)
    return out.getvalue()


def test_everything_is_printed_as_json() -> None:
    printed = json.loads(run("--json"))
    assert set(KINDS) <= set(printed)
    for kind in KINDS:
        for item in printed[kind]:
            assert {"id", "nl", "en", "source", "checked", "check_by"} <= set(item)


def test_without_json_people_read_a_table() -> None:
    table = run()
    assert "attitudes (9)" in table
    assert "Gelijkwaardigheid" in table


def test_a_whole_set_lacks_nothing(tmp_path: Path) -> None:
    file = tmp_path / "own.json"
    file.write_text(run("--json"), encoding="utf-8")
    assert "Nothing is missing." in run(str(file))


def test_what_is_missing_is_said_line_by_line(tmp_path: Path) -> None:
    own = frames.all_frames()
    own["attitudes"].pop()
    file = tmp_path / "own.json"
    file.write_text(json.dumps(own), encoding="utf-8")
    out = StringIO()
    with pytest.raises(CommandError, match="1 things to mend") as refused:
        call_command("frames", str(file), stdout=out)
    assert refused.value.returncode == 2
    assert out.getvalue() == "attitudes: respect is missing.\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "line 1: this is no JSON"),
        (b"\xff\xfe\x00", "no text in UTF-8"),
        (b"[" * 100_000, "nested too deep"),
        (b"7", "things to mend"),
        (b" " * 5_000_001, "more than 5 MB"),
    ],
)
def test_rubbish_gets_one_clear_line(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "own.json"
    file.write_bytes(content)
    with pytest.raises(CommandError, match=said) as refused:
        run(str(file))
    assert refused.value.returncode == 2


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"nowhere\.json: No such file"):
        run(str(tmp_path / "nowhere.json"))


def test_a_set_is_read_from_standard_input(monkeypatch: Any) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(json.dumps(frames.all_frames())))
    assert "Nothing is missing." in run("-")
