"""Voting: with a code, on paper, the last one counts, and nobody twice."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Box, Envelope, PaperBallot, Proposal
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.core.tokens import LETTERS
from tests import cast
from tests.voting import Vote, after, make_vote, make_voting_round

pytestmark = pytest.mark.django_db
GARDEN, BENCH, STREET = "Moestuin achter de refter", "Bank aan de bushalte", "Speelstraat in juli"


@pytest.fixture
def vote(place: Neighbourhood) -> Vote:
    return make_vote(place)


def test_a_neighbour_votes_with_her_code_and_changes_her_mind(vote: Vote) -> None:
    browser, path = Client(), f"/budget/{vote.one.pk}/vote/"
    _entry, code = vote.voter("Godelieve Maes")
    first = vote.proposals[0].pk.hex
    assert "Wat kies je" not in browser.post(path, {}).content.decode()
    ballot = browser.post(path, {"code": code.lower().replace("-", " ")}).content.decode()
    assert all(title in ballot for title in (GARDEN, BENCH, STREET))
    look = browser.post(path, {"code": code, "step": "look", first: "on"}).content.decode()
    assert GARDEN in look
    assert BENCH not in look
    again = browser.post(path, {"code": code, "step": "change", first: "1"}).content.decode()
    assert "checked" in again
    assert not Envelope.objects.exists()
    done = browser.post(path, {"code": code, "step": "sure", first: "1"}, follow=True)
    assert done.redirect_chain[-1][0] == f"{path}arrived/"
    assert browser.get(f"{path}arrived/").status_code == 302
    vote.cast(code, 1, 2)
    assert vote.count() == [{BENCH, STREET}]


def test_the_short_address_of_the_letter_leads_to_the_vote(vote: Vote) -> None:
    cast.make_place(name="De Molen", slug="molen")
    browser = Client()
    cast_page = f"/budget/{vote.one.pk}/vote/"
    assert browser.get("/n/vlasbloem/vote/", follow=True).redirect_chain == [(cast_page, 302)]
    assert Client().get("/n/molen/vote/")["Location"] == "/budget/"
    assert Client().get("/n/nergens/vote/").status_code == 404


def test_the_receipt_and_the_session_say_nothing_of_the_choice(vote: Vote) -> None:
    path, seen = f"/budget/{vote.one.pk}/vote/", set()
    _entry, code = vote.voter("Godelieve Maes")
    everything = [proposal.pk.hex for proposal in vote.proposals]
    for chosen in ([], everything[:1], everything):
        browser = Client()
        said = {"code": code, "step": "sure", **dict.fromkeys(chosen, "1")}
        arrived = browser.post(path, said, follow=True)
        assert set(browser.session.keys()) <= {"place"}
        token = arrived.context["csrf_token"] if arrived.context else ""
        seen.add(arrived.content.replace(str(token).encode(), b""))
    assert len(seen) == 1


@pytest.mark.usefixtures("one_hour")
def test_a_wrong_code_admits_nothing_and_is_not_tried_without_end(vote: Vote) -> None:
    browser, path = Client(), f"/budget/{vote.one.pk}/vote/"
    _entry, code = vote.voter("Godelieve Maes")
    last = LETTERS[(LETTERS.index(code[-1]) + 1) % len(LETTERS)]
    for wrong in (
        code[:-1] + last,
        code[:4],
        "A" * 20,
        "é" * 20,
        "x" * 99,
        code.replace("-", "")[4:],
    ):
        with pytest.raises(actions.CodeWrong):
            actions.cast_ballot(vote.one, {}, code=wrong, now=timezone.now())
    for _try in range(21):
        browser.post(path, {"code": "AAAA-AAAA-AAAA-AAAA-AAAA"})
    blocked = browser.post(path, {"code": code}).content.decode()
    assert GARDEN not in blocked
    assert not Envelope.objects.exists()


def test_a_new_code_makes_the_old_one_void(vote: Vote) -> None:
    entry, old = vote.voter("Godelieve Maes")
    new = actions.give_code(entry, way="letter", actor=vote.nele, now=timezone.now())
    with pytest.raises(actions.CodeWrong):
        vote.cast(old, 0)
    vote.cast(new, 0)
    assert old[:4] == new[:4]


def test_a_paper_ballot_goes_before_what_came_online(vote: Vote) -> None:
    entry, code = vote.voter("Godelieve Maes")
    vote.cast(code, 0)
    browser = cast.sign_in(vote.nele)
    browser.post(f"/staff/budget/roll/{entry.pk}/", {"act": "paper"})
    with pytest.raises(actions.CodeWrong):
        vote.cast(code, 0)
    with pytest.raises(actions.PaperGiven):
        actions.give_code(entry, way="sms", actor=vote.nele, now=timezone.now())
    assert vote.count() == []


@pytest.mark.parametrize(
    ("ballot", "marks", "is_taken"),
    [
        ("knapsack", {0: 1, 1: 1}, True),
        ("knapsack", {0: 1, 2: 1}, False),
        ("points", {0: 7, 1: 3}, True),
        ("points", {0: 7, 1: 4}, False),
        ("approval", {0: 1, 1: 1, 2: 1}, False),
        ("approval", {0: 2}, False),
        ("approval", {0: 0}, False),
    ],
)
def test_a_ballot_keeps_to_the_rule_of_the_frame(
    place: Neighbourhood, ballot: str, marks: dict[int, int], *, is_taken: bool
) -> None:
    vote = make_vote(place, ballot=ballot, most_choices=2)
    _entry, code = vote.voter("Godelieve Maes")
    said = {vote.proposals[number].pk.hex: value for number, value in marks.items()}
    if is_taken:
        actions.cast_ballot(vote.one, said, code=code, now=timezone.now())
    else:
        with pytest.raises(actions.BallotWrong):
            actions.cast_ballot(vote.one, said, code=code, now=timezone.now())
    assert Envelope.objects.exists() == is_taken


def test_votes_are_taken_on_the_days_of_the_vote_only(vote: Vote) -> None:
    _entry, code = vote.voter("Godelieve Maes")
    with pytest.raises(actions.VoteClosed):
        actions.cast_ballot(vote.one, {}, code=code, now=after(vote.one))
    with pytest.raises(actions.VoteNotNow):
        actions.open_box(
            vote.one, (vote.keys[0], vote.keys[1]), actor=vote.nele, now=timezone.now()
        )


def test_the_coordinator_begins_the_vote_once_and_its_text_is_frozen(place: Neighbourhood) -> None:
    nele = cast.make_staff(place, "Nele", role="coordinator")
    an = cast.make_staff(place, "An")
    one = make_voting_round(place, nele)
    refused = one.proposals.get(title=STREET)
    refused.decisions.create(
        neighbourhood=place, version=1, frame=one.frames.get(), outcome="no", facts="f", rule="r",
        exclusion="x", alternative="a", respond="r", respond_by=dt.date(2030, 1, 1), plain="p", signatory="s",
        signatory_role="b", decided_on=dt.date(2029, 1, 1), written_at=timezone.now(),
    )  # fmt: skip
    for criterion in one.criteria:
        refused.decisions.get().weighings.create(
            neighbourhood=place, criterion=criterion["words"], met="not", words="w"
        )
    refused.decisions.update(signed_at=timezone.now())
    path = f"/staff/budget/{one.pk}/vote/"
    cast.sign_in(an).post(path)
    assert not Box.objects.exists()
    browser = cast.sign_in(nele)
    keys = browser.post(path)
    assert keys["Content-Type"] == "application/pdf"
    assert "no-store" in keys["Cache-Control"]
    states = set(one.proposals.values_list("title", "state"))
    assert states == {(GARDEN, "on_ballot"), (BENCH, "on_ballot"), (STREET, "handed_in")}
    before = Box.objects.get()
    assert browser.post(path)["Content-Type"].startswith("text/html")
    assert browser.post(path, {"replace": "rubbish"})["Content-Type"].startswith("text/html")
    assert Box.objects.get().wraps == before.wraps
    assert browser.post(path, {"replace": before.fingerprint})["Content-Type"] == "application/pdf"
    assert Box.objects.get().wraps != before.wraps


def test_the_box_opens_once_and_nothing_of_it_stays(vote: Vote) -> None:
    for name, chosen in (("Godelieve Maes", 0), ("Emine Kaya", 1), ("Joris Claes", 1)):
        vote.cast(vote.voter(name)[1], chosen)
    with pytest.raises(actions.KeysWrong):
        vote.count(keys=(vote.keys[0], vote.keys[0]))
    Proposal.objects.filter(title=GARDEN).update(state="decided")
    assert sorted(vote.count(), key=len) == [set(), {BENCH}, {BENCH}]
    assert not Envelope.objects.exists()
    assert Box.objects.get().wraps == {}
    with pytest.raises(actions.VoteNotNow):
        vote.count()


def test_an_envelope_that_somebody_moved_is_named_and_not_left_out_in_silence(vote: Vote) -> None:
    for name, chosen in (("Godelieve Maes", 0), ("Emine Kaya", 1)):
        vote.cast(vote.voter(name)[1], chosen)
    emine, godelieve = Envelope.objects.order_by("entry__name")
    Envelope.objects.filter(pk=emine.pk).update(sealed=godelieve.sealed)
    with pytest.raises(actions.EnvelopeBroken, match="Emine Kaya"):
        vote.count()
    assert Envelope.objects.count() == 2


def test_two_people_type_a_paper_apart_and_a_third_look_settles_it(vote: Vote) -> None:
    an = cast.make_staff(vote.one.neighbourhood, "An")
    mo = cast.make_staff(vote.one.neighbourhood, "Mo")
    later, first, second = after(vote.one), *(one.pk.hex for one in vote.proposals[:2])
    with pytest.raises(actions.PaperNotNow):
        actions.type_paper(vote.one, 1, {first: 1}, actor=an, now=timezone.now())
    for name in ("Godelieve Maes", "Emine Kaya"):
        actions.hand_out_paper(vote.voter(name)[0], actor=an, now=timezone.now())
    papers = [
        actions.type_paper(vote.one, number, {first: 1}, actor=an, now=later) for number in (1, 2)
    ]
    with pytest.raises(actions.PaperTaken):
        actions.type_paper(vote.one, 3, {first: 1}, actor=an, now=later)
    with pytest.raises(actions.PaperTaken):
        actions.type_again(papers[0], {first: 1}, actor=an, now=later)
    assert actions.type_again(papers[0], {first: 1}, actor=mo, now=later)
    assert not actions.type_again(papers[1], {second: 1}, actor=mo, now=later)
    with pytest.raises(actions.PaperWaits):
        vote.count()
    papers[1].refresh_from_db()
    with pytest.raises(actions.PaperTaken):
        actions.settle_paper(papers[1], {second: 1}, together=False, actor=mo, now=later)
    actions.settle_paper(papers[1], {second: 1}, together=True, actor=mo, now=later)
    assert sorted(vote.count(), key=str) == [{BENCH}, {GARDEN}]
    assert not PaperBallot.objects.exists()


def test_more_than_the_pot_is_refused_in_a_sentence_and_the_choice_stays(
    place: Neighbourhood,
) -> None:
    vote = make_vote(place, ballot="knapsack")
    _entry, code = vote.voter("Godelieve Maes")
    both = {vote.proposals[number].pk.hex: "on" for number in (0, 2)}
    post = {"code": code, "step": "look", **both}
    page = Client().post(f"/budget/{vote.one.pk}/vote/", post).content.decode()
    assert "380\xa0euro meer dan de pot" in page
    assert page.count(" checked") == 2


def test_the_second_typist_does_not_see_the_first_and_the_third_sees_both(
    place: Neighbourhood,
) -> None:
    vote = make_vote(place, days_ago=20)
    an, mo = (cast.sign_in(cast.make_staff(place, name)) for name in ("An", "Mo"))
    for name in ("Godelieve Maes", "Emine Kaya"):
        actions.hand_out_paper(vote.voter(name)[0], actor=vote.nele, now=vote.now)
    first, second = (one.pk.hex for one in vote.proposals[:2])
    papers = f"/staff/budget/{vote.one.pk}/papers/"
    assert "has-error" in an.post(f"{papers}new/", {first: "on"}).content.decode()
    an.post(f"{papers}new/", {"number": "1", first: "on"})
    taken = an.post(f"{papers}new/", {"number": "1", first: "on"}).content.decode()
    assert "staat op een ander papier" in taken
    paper = PaperBallot.objects.get()
    again = f"/staff/budget/papers/{paper.pk}/"
    assert again in mo.get(papers).content.decode()
    assert again not in an.get(papers).content.decode()
    assert " checked" not in mo.get(again).content.decode()
    mo.post(again, {second: "on"})
    page = cast.sign_in(vote.nele).get(again).content.decode()
    assert page.count("<td>1</td>") == 2
    assert "samen" in mo.post(again, {first: "on"}).content.decode()
    cast.sign_in(vote.nele).post(again, {first: "on"})
    keys = (vote.keys[1], vote.keys[2])
    assert actions.open_box(vote.one, keys, actor=vote.nele, now=timezone.now()) == [{first: 1}]


def test_who_works_elsewhere_finds_no_vote_of_ours(vote: Vote) -> None:
    bert = cast.sign_in(cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert"))
    entry, _code = vote.voter("Godelieve Maes")
    for path in (
        f"/staff/budget/{vote.one.pk}/roll/",
        f"/staff/budget/roll/{entry.pk}/",
        f"/staff/budget/{vote.one.pk}/vote/",
    ):
        assert bert.get(path).status_code == 404
