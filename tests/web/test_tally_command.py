"""`gebuur tally`: what somebody at a keyboard gets, for good files and for bad ones."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

PB = (
    "META\nkey;value\nbudget;40\nvote_type;approval\nPROJECTS\nproject_id;cost;name\n"
    "lamp;15;Lamp in the lane\nbench;18;Bench\nhall;30;Hall\n"
    "VOTES\nvoter_id;vote\n1;lamp,bench\n2;lamp,bench\n3;lamp\n4;bench,hall\n"
)


def count(where: Path, text: str | bytes, *options: str) -> str:
    path = where / "vote.pb"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    out = io.StringIO()
    call_command("tally", str(path), *options, stdout=out)
    return out.getvalue()


def refusal(where: Path, text: str | bytes, *options: str) -> str:
    with pytest.raises(CommandError) as refused:
        count(where, text, *options)
    assert refused.value.returncode == 2
    assert "\n" not in str(refused.value)
    return str(refused.value).removeprefix(f"{where / 'vote.pb'}: ")


def test_answer_for_programs_has_the_rule_the_winners_and_the_rounds(tmp_path: Path) -> None:
    answer = json.loads(count(tmp_path, PB, "--json", "--completion", "none"))
    assert answer == {
        "rule": "equal-shares",
        "utility": "cost",
        "completion": "none",
        "stop": "overspend",
        "seed": "",
        "budget": 40,
        "voters": 4,
        "winners": ["lamp", "bench"],
        "cost": 33,
        "share": "10",
        "steps": 0,
        "rounds": [
            {
                "project": "lamp",
                "by": "shares",
                "votes": 3,
                "effective_votes": "3",
                "payment": "5",
                "left": 25,
            },
            {
                "project": "bench",
                "by": "shares",
                "votes": 3,
                "effective_votes": "2.25",
                "payment": "8",
                "left": 7,
            },
        ],
        "losers": [{"project": "hall", "cost": 30, "votes": 1, "why": "too_little_money"}],
    }


def test_answer_explains_when_asked(tmp_path: Path) -> None:
    answer = json.loads(count(tmp_path, PB, "--json", "--completion", "none", "--explain"))
    told: dict[str, Any] = {one["project"]: one for one in answer["explanation"]["projects"]}
    assert (told["lamp"]["in_full"], told["bench"]["in_part"]) == (3, 2)
    assert (told["hall"]["left"], told["hall"]["missing"]) == (2, 28)
    assert (told["hall"]["price_to_win"], told["hall"]["votes_to_win"]) == (2, 8)
    assert answer["explanation"]["other_voters"] == 4
    assert answer["explanation"]["most_votes"]["winners"] == ["lamp", "bench"]


def test_share_is_a_fraction(tmp_path: Path) -> None:
    answer = json.loads(
        count(tmp_path, PB.replace("budget;40", "budget;41,5"), "--json", "--completion", "none")
    )
    assert (answer["budget"], answer["share"]) == ("41.5", "83/8")


def test_answer_for_people_is_a_table(tmp_path: Path) -> None:
    told = count(tmp_path, PB, "--explain")
    assert "equal-shares, utility cost, completion add1u, stop overspend" in told
    assert "Lamp in the lane" in told
    assert "2 of 3 projects, 33 of 40, 4 voters." in told
    assert "lamp won: 3 paid in full, 0 gave all they had left." in told
    assert "hall did not win: its supporters have" in told
    assert "Most votes would choose lamp, bench, for 33." in told


def test_most_votes_can_be_asked(tmp_path: Path) -> None:
    answer = json.loads(count(tmp_path, PB, "--rule", "greedy", "--json", "--explain"))
    assert (answer["rule"], answer["share"], answer["completion"]) == ("greedy", None, "none")
    assert answer["rounds"][0]["payment"] is None
    assert "it had most votes of what still fitted" in count(
        tmp_path, PB, "--rule", "greedy", "--explain"
    )


def test_seed_decides_ties_and_nothing_else(tmp_path: Path) -> None:
    tie = PB.replace("18;Bench", "15;Bench").replace("budget;40", "budget;16")
    firsts = {
        json.loads(count(tmp_path, tie, "--json", "--seed", str(one)))["winners"][0]
        for one in range(12)
    }
    assert firsts == {"lamp", "bench"}


def test_minus_reads_what_comes_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PB.encode())))
    out = io.StringIO()
    call_command("tally", "-", "--json", stdout=out)
    assert json.loads(out.getvalue())["winners"] == ["lamp", "bench"]


def test_what_is_odd_stands_beside_the_answer(tmp_path: Path) -> None:
    path = tmp_path / "vote.pb"
    path.write_text(PB.replace("vote_type", "num_votes;9\nvote_type"))
    out, beside = io.StringIO(), io.StringIO()
    call_command("tally", str(path), "--json", stdout=out, stderr=beside)
    json.loads(out.getvalue())
    assert "note: num_votes is 9, but there are 4." in beside.getvalue()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1: a .pb file begins with META; there is nothing in it."),
        ("rubbish " * 6_000_000, "line 1: a .pb file begins with META; it begins with 'rubbish"),
        ("META\nPROJECTS\nVOTES\n" + "\n" * 20_000_000, "META does not name vote_type."),
        ("META\nkey\n" + "a\n" * 500_000, "There is no section PROJECTS."),
        (b"\0" * 50_000_000, "line 1: a .pb file begins with META; it begins with"),
        (b"META\n\xff\xfe", "line 2: this is not text in UTF-8."),
        (
            PB.replace("1;lamp", "1;lamb"),
            "line 12: the ballot names 'lamb', which is not a project.",
        ),
        (PB.replace("1;lamp", '1;"lamp'), "line 12: the ballot names"),
        (PB.replace("18;Bench", "x;Bench"), "line 8: the cost of project 'bench' is 'x';"),
    ],
    ids=["nothing", "words", "lines", "keys", "zeros", "bytes", "name", "quote", "cost"],
)
def test_rubbish_gets_one_clear_line(tmp_path: Path, text: str | bytes, told: str) -> None:
    assert refusal(tmp_path, text).startswith(told)


def test_utility_that_the_ballots_do_not_hold_is_refused(tmp_path: Path) -> None:
    told = refusal(tmp_path, PB, "--utility", "points")
    assert told == "The utility points needs cumulative ballots; these are approval."


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for name in (tmp_path, tmp_path / "absent.pb", "\0"):
        with pytest.raises(CommandError) as refused:
            call_command("tally", str(name))
        assert refused.value.returncode == 2
        assert "\n" not in str(refused.value)
