"""`gebuur retention`: the published figures come out, and what cannot be read is named by line and column."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "survival"
published = pytest.mark.skipif(not DATA.is_dir(), reason="the published survival data are not here")
VOLUNTEERS = "weeks,left,flyer\n2,1,spring\n3,0,spring\n6,1,spring\n6,0,autumn\n9,0,autumn\n"


def reckon(file: Path, *options: str) -> dict[str, Any]:
    out = io.StringIO()
    call_command("retention", str(file), "--json", *options, stdout=out, stderr=io.StringIO())
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


@pytest.fixture
def csv(tmp_path: Path) -> Path:
    file = tmp_path / "volunteers.csv"
    file.write_text(VOLUNTEERS)
    return file


def test_a_list_of_volunteers_becomes_a_curve(csv: Path) -> None:
    told = reckon(csv, "--time", "weeks", "--event", "left")
    assert (told["n"], told["events"], told["median"], told["median_ci"]) == (5, 2, None, [2, None])
    assert [(row["t"], row["at_risk"], row["events"]) for row in told["survival"]] == [
        (0, 5, 0), (2, 5, 1), (3, 4, 0), (6, 3, 1), (9, 1, 0),
    ]  # fmt: skip
    assert [round(row["s"], 4) for row in told["survival"]] == [1, 0.8, 0.8, 0.5333, 0.5333]
    assert (told["groups"], told["logrank"]) == ({}, None)


def test_groups_have_curves_of_their_own(csv: Path) -> None:
    told = reckon(csv, "--time", "weeks", "--event", "left", "--group", "flyer")
    assert {name: (one["n"], one["events"]) for name, one in told["groups"].items()} == {
        "autumn": (2, 0),
        "spring": (3, 2),
    }
    assert told["logrank"]["df"] == 1
    assert 0 < told["logrank"]["p"] < 1


def test_people_read_the_same_as_a_table(csv: Path) -> None:
    out = io.StringIO()
    call_command(
        "retention", str(csv), "--time", "weeks", "--event", "left", "--group", "flyer", stdout=out
    )
    table = out.getvalue()
    assert "everybody: n 5, left 2, median not reached (2 to not reached)" in table
    assert "log-rank: chi2" in table


def test_one_group_cannot_be_compared(csv: Path) -> None:
    csv.write_text("t,e,g\n1,1,a\n2,0,a\n")
    out = io.StringIO()
    call_command("retention", str(csv), "--time", "t", "--event", "e", "--group", "g", stdout=out)
    assert "no two groups that can be compared" in out.getvalue()


def test_a_long_table_is_shortened_and_says_so(csv: Path) -> None:
    csv.write_text("t,e\n" + "".join(f"{n},1\n" for n in range(1, 200)))
    out = io.StringIO()
    call_command("retention", str(csv), "--time", "t", "--event", "e", stdout=out)
    assert "one row in 7 of 200" in out.getvalue()
    assert len(out.getvalue().splitlines()) < 40


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffweeks;left\r\n2,0;ja\r\n3,5;NEE\r\n",
        "weeks\tleft\n2\tTRUE\n3.5\tFALSE\n",
        'weeks,left\n2,yes\n\n"3,5",no\n',
        "weeks|left|more\n2|1\n3.50|0.0|x\n",
        "nr;weeks;left\n1;2;WAAR\n2;3,5;ONWAAR\n",
    ],
)
def test_the_usual_spellings_are_read(csv: Path, text: str) -> None:
    csv.write_bytes(text.encode())
    told = reckon(csv, "--time", "weeks", "--event", "left")
    rows = [(row["t"], row["events"]) for row in told["survival"]]
    assert rows == [(0, 0), (2, 1), (3.5, 0)]


def test_an_older_excel_writes_another_alphabet(csv: Path) -> None:
    csv.write_bytes("duur;gestopt;groep\n2;1;één\n3;0;twee\n".encode("cp1252"))
    told = reckon(csv, "--time", "duur", "--event", "gestopt", "--group", "groep")
    assert list(told["groups"]) == ["twee", "één"]


def test_ones_and_twos_are_read_as_in_r_and_it_says_so(csv: Path) -> None:
    csv.write_text("t,e\n" + "".join(f"{n},{1 + n % 2}\n" for n in range(1, 31)))
    said = io.StringIO()
    call_command(
        "retention",
        str(csv),
        "--time",
        "t",
        "--event",
        "e",
        "--json",
        stdout=io.StringIO(),
        stderr=said,
    )
    assert "2 left and 1 stayed" in said.getvalue()
    assert reckon(csv, "--time", "t", "--event", "e")["events"] == 15


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nothing in the file"),
        ("\n\n", "nothing in the file"),
        ("t,e,s,g\n", "no lives"),
        ("a,b\n1,1\n", "line 1: there is no column t. There are: a, b."),
        ("t,t,e,s,g\n1,1,1,0,a\n", "line 1: the column t stands there 2 times."),
        ("t,e,s,g\n1,1,0,a\nabc,1,0,a\n", "line 3, column t: 'abc' is no number."),
        ("t,e,s,g\n\n1,1,0,a\n\n-2,1,0,a\n", "line 5, column t: -2 is below zero."),
        ("t,e,s,g\nnan,1,0,a\n", "line 2, column t: 'nan' is no number."),
        ("t,e,s,g\ninf,1,0,a\n", "line 2, column t: 'inf' is no number."),
        ("t,e,s,g\n1e999,1,0,a\n", "line 2, column t: 1e999 is too large."),
        ("t,e,s,g\n1_0,1,0,a\n", "line 2, column t: '1_0' is no number."),
        ("t;e;s;g\n1,5;1;0;a\n1.5;1;0;a\n", "line 3, column t: '1.5' has another decimal sign"),
        ("t,e,s,g\n1,2,0,a\n", "line 2, column e: '2' is neither 1 (left) nor 0 (stayed)."),
        ("t,e,s,g\n1,1,0,a\n2,2,0,a\n3,1,0,a\n", "line 3, column e: '2' is neither"),
        ("t,e,s,g\n1,maybe,0,a\n", "line 2, column e: 'maybe' is neither"),
        ("t,e,s,g\n1,,0,a\n", "line 2, column e: the cell is empty."),
        ("t,e,s,g\n1,1,0\n", "line 2, column g: the cell is empty."),
        ("t,e,s,g\n4,1,0,a\n4,1,4,a\n", "line 3, column s: 4 is not before the time 4."),
        ("t,e,s,g\n4,1,-1,a\n", "line 2, column s: -1 is below zero."),
        ("t,e,s,g\n" + "x" * 200_000 + ",1,0,a\n", "line 2: this is no CSV"),
        ("PK\x03\x04\0\0", "no text"),
        (
            "t,e,s,g\n" + "".join(f"9,1,0,{n}\n" for n in range(201)),
            "column g: there are 201 groups",
        ),
    ],
)
def test_what_cannot_be_used_is_named_in_one_line(csv: Path, text: str, said: str) -> None:
    csv.write_text(text)
    names = ["--time", "t", "--event", "e", "--entry", "s", "--group", "g"]
    with pytest.raises(CommandError) as refused:
        reckon(csv, *names)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert refused.value.returncode == 2


def test_a_file_that_is_not_there_or_too_large_is_refused(
    tmp_path: Path, csv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for wrong in (tmp_path / "nowhere.csv", tmp_path):
        with pytest.raises(CommandError, match="cannot be read"):
            reckon(wrong, "--time", "t", "--event", "e")
    monkeypatch.setattr("gebuur.web.management.commands.retention.MOST_BYTES", 10)
    with pytest.raises(CommandError, match="is larger than"):
        reckon(csv, "--time", "t", "--event", "e")


def test_it_reads_what_is_piped_in_and_answers_two_on_rubbish(tmp_path: Path) -> None:
    command = [sys.executable, "manage.py", "retention", "-", "--time", "weeks", "--event", "left"]
    root = Path(__file__).resolve().parents[2]
    surroundings = {"GEBUUR_HOME": str(tmp_path), "PATH": ""}
    answers = [
        subprocess.run(
            [*command, "--json"],
            input=text,
            cwd=root,
            env=surroundings,
            capture_output=True,
            check=False,
        )
        for text in (VOLUNTEERS.encode(), b"weeks,left\n1,often\n")
    ]
    assert (answers[0].returncode, answers[0].stderr) == (0, b"")
    assert json.loads(answers[0].stdout)["n"] == 5
    assert (answers[1].returncode, answers[1].stdout) == (2, b"")
    assert answers[1].stderr.decode().count("\n") == 1
    assert "line 2, column left" in answers[1].stderr.decode()


# (file, time, event, group, entry): n, events, median, its interval, chi2, df. Figures of R's survival 3.8-11 and
# lifelines 0.30.3, the intervals on the scale log-log.
SETS = [
    (("aml", "time", "status", "x"), (23, 18, 27, [13, 34], 3.3964, 1)),
    (("lung", "time", "status", "sex"), (228, 165, 310, [284, 361], 10.3267, 1)),
    (("rossi", "week", "arrest", "fin"), (432, 114, None, [None, None], 3.8376, 1)),
    (("veteran", "time", "status", "celltype"), (137, 128, 80, [52, 100], 25.4037, 3)),
    (("canadian_senators", "diff_days", "observed", None), (933, 834, 5031, [4753, 5395], None, 0)),
    (("colon", "time", "status", "rx"), (1858, 920, 2351, [2012, 2910], 33.6262, 2)),
    (("dd_regimes", "duration", "observed", "regime"), (1808, 1468, 4, [3, 4], 322.5991, 5)),
    (("gbsg", "rfstime", "status", "hormon"), (686, 299, 1807, [1528, 2018], 8.5648, 1)),
    (("kidney", "time", "status", "disease"), (76, 58, 78, [38, 141], 2.6672, 3)),
    (("mgus2", "futime", "death", "sex"), (1384, 963, 98, [92, 103], 9.6655, 1)),
    (("myeloid", "futime", "death", "trt"), (646, 320, 1220, [823, None], 9.5899, 1)),
    (("ovarian", "futime", "fustat", "rx"), (26, 12, 638, [431, None], 1.0627, 1)),
    (("rats", "time", "status", "rx"), (300, 42, None, [None, None], 5.5487, 1)),
    (("rotterdam", "dtime", "death", "grade"), (2982, 1272, 4033, [3885, 4239], 54.2218, 1)),
    (("stanford2", "time", "status", None), (184, 113, 631, [323, 1202], None, 0)),
]


@published
@pytest.mark.parametrize(("which", "figures"), SETS, ids=lambda one: one[0])
def test_the_published_figures_come_out(
    which: tuple[str, str, str, str | None], figures: tuple[Any, ...]
) -> None:
    name, time, event, group = which
    n, events, median, interval, chi2, df = figures
    options = ["--group", group] if group else []
    told = reckon(DATA / "csv" / f"{name}.csv", "--time", time, "--event", event, *options)
    assert (told["n"], told["events"], told["median"]) == (n, events, median)
    assert told["median_ci"] == interval
    if chi2 is None:
        assert told["logrank"] is None
    else:
        assert (round(told["logrank"]["chi2"], 4), told["logrank"]["df"]) == (chi2, df)


@published
@pytest.mark.parametrize(
    ("name", "entry", "exit_", "event", "figures"),
    [
        ("heart", "start", "stop", "event", (172, 75, 100, [69, 219])),
        ("jasa1", "start", "stop", "event", (170, 75, 99, [68, 218])),
        ("bladder2", "start", "stop", "event", (178, 112, 15, [9, 17])),
        ("recur", "TIME0", "TIME1", "CENSOR", (1296, 939, 19, [17, 22])),
    ],
)
def test_the_published_figures_with_late_entry_come_out(
    name: str, entry: str, exit_: str, event: str, figures: tuple[Any, ...]
) -> None:
    file = DATA / "csv" / f"{name}.csv"
    told = reckon(file, "--time", exit_, "--event", event, "--entry", entry)
    assert (told["n"], told["events"], told["median"], told["median_ci"]) == figures


@published
def test_the_lung_trial_has_its_printed_intervals_on_every_scale() -> None:
    columns = ["--time", "time", "--event", "status", "--group", "sex", "--band"]
    file = DATA / "csv" / "lung.csv"
    log, log_log = (reckon(file, *columns, band) for band in ("log", "log-log"))
    for told, everybody, men, women in (
        (log, [285, 363], [212, 310], [348, 550]),
        (log_log, [284, 361], [210, 306], [345, 524]),
    ):
        groups = told["groups"]
        assert told["median_ci"] == everybody
        assert (groups["1.0"]["median"], groups["1.0"]["median_ci"]) == (270, men)
        assert (groups["2.0"]["median"], groups["2.0"]["median_ci"]) == (426, women)
    assert log["logrank"]["p"] == pytest.approx(0.0013111645)


@published
@pytest.mark.parametrize("group", ["Maintained", "Nonmaintained"])
def test_every_step_of_the_leukaemia_curves_is_the_printed_one(group: str) -> None:
    reference = json.loads((DATA / "reference_lifelines_0.30.3.json").read_text())
    told = reckon(DATA / "csv" / "aml.csv", "--time", "time", "--event", "status", "--group", "x")
    steps = {row["t"]: round(row["s"], 5) for row in told["groups"][group]["survival"]}
    expected = {float(t): s for t, s in reference[f"aml_km_{group}"].items()}
    assert {t: steps[t] for t in expected} == expected
    assert told["groups"][group]["median"] == reference[f"aml_median_{group}"]
