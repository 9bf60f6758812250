"""What a .pb file may look like, and what is said when it cannot be read."""

from fractions import Fraction

import pytest

from gebuur.domain.tally import (
    Completion,
    Kind,
    NotUsable,
    Wishes,
    read_election,
    tally,
    write_election,
)
from tests.domain.tally.cast import real

HEAD = "META\nkey;value\nbudget;{budget}\nvote_type;{kind}\n"
TWO = "PROJECTS\nproject_id;cost;name\n1;300;Bench\n2;200;Tree\n"


def pb(
    votes: str, *, kind: str = "approval", projects: str = TWO, budget: str = "500",
    columns: str = "voter_id;vote",
) -> str:  # fmt: skip
    return f"{HEAD.format(budget=budget, kind=kind)}{projects}VOTES\n{columns}\n{votes}"


def test_plain_file() -> None:
    election = read_election(pb("7;1,2\n8;2\n9;\n"))
    assert [election.kind, election.voters, election.budget] == [Kind.APPROVAL, 3, 500]
    assert [(one.id, one.cost, one.name) for one in election.projects] == [
        ("1", Fraction(300), "Bench"),
        ("2", Fraction(200), "Tree"),
    ]


@pytest.mark.parametrize("change", ["\r\n", "\n\n", " \n"])
def test_lines_may_end_in_any_way(change: str) -> None:
    text = "\ufeff" + pb("7;1,2\n8;2\n").replace("\n", change)
    assert read_election(text).voters == 2


def test_cells_may_be_quoted_and_hold_semicolons_and_line_breaks() -> None:
    projects = 'PROJECTS\nproject_id;cost;name\n1;300;"Bench; with\na ""back"""\n2;200;Tree\n'
    election = read_election(pb('7;"1,2"\n"8";2\n', projects=projects))
    assert election.projects[0].name == 'Bench; with\na "back"'
    with pytest.raises(NotUsable, match=r"^line 14: the ballot names '3'"):
        read_election(pb("7;1\n8;1\n9;3\n", projects=projects))


def test_numbers_may_have_a_decimal_comma_or_point() -> None:
    projects = "PROJECTS\nproject_id;cost\n1;300,50\n2;200.25\n"
    election = read_election(pb("7;1\n", projects=projects, budget="1000,75"))
    assert [one.cost for one in election.projects] == [Fraction(601, 2), Fraction(801, 4)]
    assert election.budget == Fraction(4003, 4)


def test_columns_and_sections_may_stand_in_another_order() -> None:
    votes = "VOTES\nage;vote;voter_id\n33;1;7\n44;2,1;8\n"
    text = "PROJECTS\nname;cost;project_id\nBench;300;1\nTree;200;2\n" + votes
    election = read_election(
        text + HEAD.format(budget=500, kind="approval").replace("META", "meta")
    )
    assert tally(election).rounds[0].votes == 2


def test_ids_are_texts_and_blanks_around_them_do_not_count() -> None:
    projects = "PROJECTS\nproject_id;cost\n01;300\n1;200\nL 3;5\n"
    election = read_election(pb("7; 01 , L 3\n8;1\n", projects=projects))
    assert sorted(election.ballots.project.tolist()) == [0, 1, 2]


def test_equal_ballots_are_put_together_in_whatever_order_they_name() -> None:
    election = read_election(pb("7;1,2\n8;2,1\n9;2\n"))
    assert sorted(election.ballots.weight.tolist()) == [1, 2]


def test_points_and_rankings() -> None:
    points = pb("7;2,1;3,0.5\n8;;\n", kind="cumulative", columns="voter_id;vote;points")
    election = read_election(points)
    assert (election.ballots.value.tolist(), election.ballots.scale) == ([1, 6], 2)
    ranking = read_election(pb("7;2,1\n", kind="ordinal"))
    assert ranking.ballots.value.tolist() == [1, 2]
    assert read_election(pb("7;2\n", kind="choose-1")).kind is Kind.CHOOSE_ONE


def test_what_is_odd_is_told() -> None:
    text = pb("7;1,2\n7;2\n", kind="choose-1").replace(
        "META\nkey;value\n", "META\nkey;value\nnum_votes;9\n"
    )
    text = text.replace("cost;name\n1;300;Bench", "cost;name;votes\n1;300;Bench;4")
    assert read_election(text).notes == (
        "1 ballots carry a voter_id that another ballot has too.",
        "num_votes is 9, but there are 2.",
        "Some ballots name more than one project, though vote_type is choose-1.",
        "votes of project '1' is not what its ballots say (1 such).",
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1: a .pb file begins with META; there is nothing in it."),
        ("<html>", "line 1: a .pb file begins with META; it begins with '<html>'."),
        ("META\n", "There is no section PROJECTS."),
        ("META\nMETA\n", "line 2: the section META stands here for the second time."),
        (pb("7;1\n").replace("budget;500\n", ""), "META does not name budget."),
        (pb("7;1\n").replace("vote_type;approval\n", ""), "META does not name vote_type."),
        (pb("7;1\n", budget="0"), "line 3: budget is '0'; it must be above zero."),
        (pb("7;1\n", budget="-5"), "line 3: budget is '-5'; it must be above zero."),
        (pb("7;1\n", budget="1e999"), "line 3: budget is '1e999'; it must be above zero."),
        (pb("7;1\n", kind="likes"), "line 4: vote_type is 'likes'; it must be one of approval,"),
        (pb("7;1\n", projects="PROJECTS\n"), "line 5: PROJECTS is empty."),
        (pb("7;1\n", projects="PROJECTS\nid;cost\n"), "line 6: PROJECTS has no column project_id."),
        (pb("7;1\n", projects="PROJECTS\nproject_id;cost\n"), "line 5: there are no projects."),
        (
            pb("7;1\n", projects="PROJECTS\nproject_id;cost\n1\n"),
            "line 7: the project has no id or no cost.",
        ),
        (
            pb("7;1\n", projects="PROJECTS\nproject_id;cost\n1;free\n"),
            "line 7: the cost of project '1' is 'free'; it must be above zero.",
        ),
        (
            pb("7;1\n", projects="PROJECTS\nproject_id;cost\n1;5\n\n1;6\n"),
            "line 9: the project '1' stands on line 7 too.",
        ),
        (pb("7;1\n", columns="voter_id;choice"), "line 10: VOTES has no column vote."),
        (pb(""), "line 9: there are no ballots."),
        (pb("7;1\n\n8\n"), "line 13: the ballot has too few cells."),
        (pb("7;1\n8;1,3\n"), "line 12: the ballot names '3', which is not a project."),
        (pb("7;1,,2\n"), "line 11: the ballot names '', which is not a project."),
        (pb("7;1,2,1\n", kind="ordinal"), "line 11: the ballot names '1' more than one time."),
        (pb("7;1\n", kind="cumulative"), "line 10: VOTES has no column points."),
        (
            pb("7;1,2;3\n", kind="cumulative", columns="voter_id;vote;points"),
            "line 11: the ballot has 2 marks and 1 points.",
        ),
        (
            pb("7;1;0\n", kind="cumulative", columns="voter_id;vote;points"),
            "line 11: the ballot gives '0' points.",
        ),
        (pb("7;1\n8;" + "1," * 90_000 + "1\n"), "line 12: this cannot be read"),
    ],
    ids=lambda value: value[-30:] if value else "nothing",
)
def test_bad_file_gets_one_clear_line(text: str, told: str) -> None:
    with pytest.raises(NotUsable) as refused:
        read_election(text)
    assert str(refused.value).startswith(told)
    assert "\n" not in str(refused.value)


def test_written_election_reads_back_the_same() -> None:
    for name in ("Netherlands_Assen_2025", "France_Toulouse_2019", "France_Toulouse_2022"):
        election = real(name)
        again = read_election(write_election(election))
        assert again.notes == ()
        plain = Wishes(completion=Completion.NONE)
        assert tally(again, plain) == tally(election, plain)
        assert [one.name for one in again.projects] == [one.name for one in election.projects]


def test_written_file_tells_who_won_and_not_in_which_order_people_voted() -> None:
    one, other = read_election(pb("7;2\n8;1\n")), read_election(pb("8;1\n7;2\n"))
    assert write_election(one, selected=["2"]) == write_election(other, selected=["2"])
    again = read_election(write_election(one, selected=["2"]))
    assert [one.facts["selected"] for one in again.projects] == ["0", "1"]
