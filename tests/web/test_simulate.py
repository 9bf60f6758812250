"""`gebuur simulate`: a table for people, JSON for programs, one line when a number is wrong."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

SMALL = ("--people", "60", "--requests", "20", "--weeks", "8", "--seeds", "2")


def simulate(*words: str) -> str:
    out = io.StringIO()
    call_command("simulate", *words, stdout=out)
    return out.getvalue()


def test_the_table_names_every_way_and_says_what_is_assumed() -> None:
    told = simulate(*SMALL)
    rows = told.splitlines()
    assert "assumed, not measured" in told
    assert [row.split()[0] for row in rows[4:]] == [
        "nearest", "first-come", "shortest", "equity", "greedy", "ours", "derived",
    ]  # fmt: skip


def test_a_program_reads_the_same_as_json() -> None:
    told = json.loads(simulate(*SMALL, "--policy", "ours", "--policy", "nearest", "--json"))
    assert told["hazards"] == "assumed"
    assert told["seeds"] == [1, 2]
    assert [line["policy"] for line in told["policies"]] == ["ours", "nearest"]
    assert told["policies"][1]["against_nearest"] == {"mean": 0.0, "half": 0.0}
    assert set(told["policies"][0]) == {
        "policy", "active_early", "active", "in_time", "gini", "metres", "lost", "against_nearest",
    }  # fmt: skip


def test_the_derived_bonus_is_told_to_programs() -> None:
    told = json.loads(simulate(*SMALL, "--policy", "derived", "--json"))
    assert told["derived_turn"]["new"] == sorted(told["derived_turn"]["new"])


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--people", "many"), "--people must be a whole number"),
        (("--people", "0"), "people must be 1 to"),
        (("--requests", "-3"), "requests must be 1 to"),
        (("--weeks", "7"), "weeks must be 8 to 104"),
        (("--weeks", "nan"), "--weeks must be a whole number"),
        (("--seeds", "0"), "seeds must be 1 to 200"),
        (("--seed", "-1"), "seed must not be below zero"),
        (("--seed", "1" * 5000), "--seed must be a whole number"),
        (("--policy", "lottery"), "--policy is one of nearest,"),
    ],
)
def test_a_bad_value_gets_one_clear_line(words: tuple[str, str], complaint: str) -> None:
    with pytest.raises(CommandError) as refused:
        simulate(*words)
    assert str(refused.value).startswith(complaint)
    assert "\n" not in str(refused.value)
    assert refused.value.returncode == 2
