"""Words of danger bring a number on the screen; ordinary words do not."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from gebuur.domain.frames import DangerKind, dangers_in, helpline, helplines_for

LINES = Path(__file__).with_name("danger_lines.txt").read_text(encoding="utf-8").splitlines()
CASES = [
    (kind.strip(), said.strip())
    for kind, _, said in (line.partition("|") for line in LINES if not line.startswith("#"))
]
DANGEROUS = [(kind, said) for kind, said in CASES if kind != "-"]
HARMLESS = [said for kind, said in CASES if kind == "-"]
WISHES = Path(__file__).resolve().parents[4] / "shared/data/texts/wishes_nl.csv"


def kinds_in(said: str) -> list[str]:
    return [danger.kind.value for danger in dangers_in(said)]


@pytest.mark.parametrize(("kind", "said"), DANGEROUS)
def test_danger_is_heard(kind: str, said: str) -> None:
    assert kind in kinds_in(said)


@pytest.mark.parametrize("said", HARMLESS)
def test_ordinary_words_ring_no_alarm(said: str) -> None:
    assert kinds_in(said) == []


def test_the_lines_are_many_and_of_every_kind() -> None:
    counts = Counter(kind for kind, _ in DANGEROUS)
    assert sum(counts.values()) >= 200
    assert set(counts) == {kind.value for kind in DangerKind}
    assert min(counts.values()) >= 20


def test_few_real_wishes_ring_the_alarm() -> None:
    if not WISHES.exists():
        pytest.skip("The real Dutch wishes of ../shared/data/texts are not here.")
    with WISHES.open(encoding="utf-8", newline="") as file:
        titles = [row["title"] for row in csv.DictReader(file)]
    assert len(titles) > 1000
    ringing = [title for title in titles if dangers_in(title)]
    assert len(ringing) <= 0.02 * len(titles), ringing


@pytest.mark.parametrize(
    "said",
    [
        "ZELFMOORD",
        "zelfmoord!!",
        "  zelf\nmoord ",
        "ik zei: 'zelfmoordgedachten'",
        "Suïcide",
        "suïcide",
    ],
)
def test_capitals_accents_and_signs_play_no_part(said: str) -> None:
    assert kinds_in(said) == ["suicide"]


def test_arabic_vowel_signs_and_forms_play_no_part() -> None:
    assert kinds_in("أُرِيدُ أَنْ أَمُوتَ") == kinds_in("اريد ان اموت") == ["suicide"]


def test_most_urgent_kind_and_number_come_first() -> None:
    dangers = dangers_in("Hij slaat mij en nu krijgt ons kind geen adem, er is brand in huis")
    assert [danger.kind for danger in dangers] == [
        DangerKind.MEDICAL,
        DangerKind.FIRE,
        DangerKind.VIOLENCE,
    ]
    assert [line.number for line in helplines_for(dangers)] == ["112", "101", "1712", "106"]


def test_every_danger_names_numbers_we_have() -> None:
    for kind, said in DANGEROUS:
        found = next(danger for danger in dangers_in(said) if danger.kind.value == kind)
        assert [helpline(key).key for key in found.helplines] == list(found.helplines)


@pytest.mark.parametrize("said", ["", "   ", "???", "^ $", "*", "~|?", "\x00", "😀", "a" * 50_000])
def test_odd_text_is_simply_harmless(said: str) -> None:
    assert dangers_in(said) == ()
