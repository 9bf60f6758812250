"""`gebuur match`: what somebody at a keyboard gets, for good files and for bad ones."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

INSTANCE: dict[str, Any] = {
    "requests": [
        {
            "id": "r1",
            "task": "walk",
            "phone_only": False,
            "x": 0,
            "y": 0.5,
            "first_language": "tr",
            "languages": ["nl"],
            "slots": [0, 1, 20],
            "skills": [],
            "not_with": ["joris"],
            "known": ["rosa"],
            "waiting_days": 2,
        },
        {"id": "r2", "task": "chat", "x": 0, "y": 0, "first_language": "nl"},
    ],
    "volunteers": [
        {
            "id": "rosa",
            "tasks": ["walk"],
            "x": 300,
            "y": 0.5,
            "radius": 1000,
            "languages": ["nl"],
            "slots": [0],
            "skills": [],
            "not_with": [],
            "capacity": 2,
            "weeks_since_signup": 30,
            "weeks_since_last_match": 3,
        },
        {"id": "joris", "tasks": ["walk"], "x": 0, "y": 0, "radius": 9, "languages": ["nl"]},
    ],
}


def match(where: Path, text: str | bytes, *options: str) -> str:
    path = where / "instance.json"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    out = io.StringIO()
    call_command("match", str(path), *options, stdout=out)
    return out.getvalue()


def refusal(where: Path, text: str | bytes) -> str:
    with pytest.raises(CommandError) as refused:
        match(where, text)
    assert refused.value.returncode == 2
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_answer_for_programs_has_the_costs_and_the_reasons(tmp_path: Path) -> None:
    answer = json.loads(match(tmp_path, json.dumps(INSTANCE), "--json"))
    assert answer == {
        "objective": 300 + 400 + 100 - 200 - 900 + 1_000_000,
        "served": 1,
        "exact": True,
        "gap": 0,
        "pairs": [
            {
                "request": "r1",
                "volunteer": "rosa",
                "cost": 600,
                "step": 0,
                "turn_bonus": 900,
                "reasons": [
                    {"code": "known", "number": None},
                    {"code": "waited", "number": 3},
                    {"code": "other_language_only", "number": None},
                    {"code": "single_slot", "number": None},
                ],
                "alternative": None,
            }
        ],
        "unserved": [{"request": "r2", "penalty": 1_000_000, "why": "nobody_ticked"}],
    }


def test_answer_for_people_is_a_table(tmp_path: Path) -> None:
    told = match(tmp_path, json.dumps(INSTANCE))
    assert "rosa" in told
    assert "r2: nobody (nobody_ticked)" in told
    assert "1 of 2 served; objective 999700: no division is better." in told


def test_a_volunteer_may_name_requests_not_to_be_paired_with(tmp_path: Path) -> None:
    apart = json.loads(json.dumps(INSTANCE))
    apart["volunteers"][0]["not_with"] = ["r1"]
    answer = json.loads(match(tmp_path, json.dumps(apart), "--json"))
    assert answer["unserved"][0] == {"request": "r1", "penalty": 1_002_000, "why": "not_together"}


def test_minus_reads_what_comes_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"requests":[],"volunteers":[]}'))
    )
    out = io.StringIO()
    call_command("match", "-", "--json", stdout=out)
    assert json.loads(out.getvalue())["objective"] == 0


@pytest.mark.parametrize(
    ("kind", "key", "value", "told"),
    [
        (
            "requests",
            "slots",
            [21],
            "requests[0].slots[0]: 21 is not a part of the week (0 to 20).",
        ),
        (
            "requests",
            "slots",
            [True],
            "requests[0].slots[0]: true is not a part of the week (0 to 20).",
        ),
        ("requests", "slots", 3, "requests[0].slots: 3 is not a list."),
        ("requests", "waiting_days", True, "requests[0].waiting_days: true is not a whole number"),
        ("requests", "waiting_days", 1.5, "requests[0].waiting_days: 1.5 is not a whole number"),
        ("requests", "x", 1e300, "requests[0].x: 1e+300 is not a number of metres"),
        ("requests", "x", "7", 'requests[0].x: "7" is not a number of metres.'),
        ("requests", "task", None, "requests[0].task: null is not a text"),
        ("requests", "task", "\ud800", "requests[0].task:"),
        ("requests", "phone_only", 1, "requests[0].phone_only: 1 is not true or false."),
        ("requests", "knows", [], 'requests[0]: "knows" is not one of'),
        ("requests", "id", "r2", 'requests[1].id: "r2" stands in requests[0] too.'),
        (
            "volunteers",
            "radius",
            -1,
            "volunteers[0].radius: -1 is not a number of metres from 0 up.",
        ),
        ("volunteers", "capacity", -1, "volunteers[0].capacity: -1 is not a whole number"),
        (
            "volunteers",
            "languages",
            ["nl", {}],
            "volunteers[0].languages[1]: an object is not a text",
        ),
        ("volunteers", "id", "joris", 'volunteers[1].id: "joris" stands in volunteers[0] too.'),
    ],
)
def test_wrong_value_is_named_with_its_place(
    tmp_path: Path, kind: str, key: str, value: Any, told: str
) -> None:
    wrong = json.loads(json.dumps(INSTANCE))
    wrong[kind][0][key] = value
    assert refusal(tmp_path, json.dumps(wrong)).startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Line 1, column 1: this is not JSON"),
        ('{"requests": [', "Line 1, column 15: this is not JSON"),
        ("[]", "The instance: a list is not an object."),
        ("{}", "requests: this list is missing."),
        ('{"requests":[7],"volunteers":[]}', "requests[0]: 7 is not an object."),
        ('{"requests":[{}],"volunteers":[]}', "requests[0].id: this is missing."),
        (
            '{"requests":[{"x":NaN}],"volunteers":[]}',
            "requests[0].x: NaN is not a number of metres",
        ),
        (
            '{"requests":[{"x":-Infinity}],"volunteers":[]}',
            "requests[0].x: -Infinity is not a number of metres",
        ),
        (
            '{"requests":[{"slots":[NaN]}],"volunteers":[]}',
            "requests[0].slots[0]: NaN is not a part of the week",
        ),
        (
            '{"requests":[{"waiting_days":NaN}],"volunteers":[]}',
            "requests[0].waiting_days: NaN is not a whole",
        ),
        (
            '{"requests":[{"id":"a\\u001b[2J"}],"volunteers":[]}',
            'requests[0].id: "a\\u001b[2J" is not readable',
        ),
        ('{"requests":[],"requests":[]}', 'The instance: "requests" stands twice in one object.'),
        (
            '{"requests":[{"x":1e999}],"volunteers":[]}',
            "requests[0].x: Infinity is not a number of metres",
        ),
        (
            '{"requests":[{"x":' + "9" * 9_999 + '}],"volunteers":[]}',
            "requests[0].x: Infinity is not a number",
        ),
        ("[" * 200_000, "The instance: lists stand too deep inside each other."),
        ("rubbish " * 6_000_000, "Line 1, column 1: this is not JSON"),
    ],
    ids=lambda value: value[:20],
)
def test_rubbish_gets_one_clear_line(tmp_path: Path, text: str, told: str) -> None:
    assert refusal(tmp_path, text).startswith(told)


def test_what_is_no_text_and_no_file_is_refused(tmp_path: Path) -> None:
    assert "This is not text in UTF-8." in refusal(tmp_path, b"\xff\x00\x01" * 100)
    for name in (tmp_path, tmp_path / "absent.json", "\0"):
        with pytest.raises(CommandError) as refused:
            call_command("match", str(name))
        assert refused.value.returncode == 2
