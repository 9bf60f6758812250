"""The frame: written by the coordinator, signed by both sides, published, and changed in the open."""

import dataclasses
import hashlib
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.models import FrameVersion, Idea, Round
from gebuur.apps.budget.queries import differences, list_signers, read_frame
from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Channel, Membership, Neighbourhood, Person, Role
from tests import cast
from tests.nights import half_past_midnight

pytestmark = pytest.mark.django_db
CALENDAR = {
    "ideas_from": "2026-03-01", "ideas_until": "2026-04-01", "proposals_until": "2026-05-01",
    "checks_until": "2026-06-01", "repairs_until": "2026-06-15", "vote_from": "2026-07-01",
    "vote_until": "2026-07-31", "decide_by": "2026-09-15",
}  # fmt: skip
ANSWERS: dict[str, dict[str, Any]] = {
    "pot": {"title": "Buurtbudget", "pot_cents": "20.000", "leftovers": "Naar volgend jaar."},
    "who": {
        "who_decides": "De raad", "who_may_vote": "Wie hier woont", "youngest": "12",
        "contact_name": "Els", "contact_phone": "09 000 00 77",
    },
    "calendar": CALENDAR,
    "weigh": {
        "words_0": "Voor jong en oud", "weight_0": "3", "example_0": "Een bank",
        **{f"weight_{n}": "1" for n in range(1, 6)}, "exclusions": "Buiten de buurt\n\nTreinen",
    },
    "rule": {
        "ballot": "approval", "most_choices": "", "rule": "equal-shares",
        "utility": "cardinality", "completion": "add1",
    },
}  # fmt: skip


@pytest.fixture
def rosa(place: Neighbourhood) -> Person:
    """A member of a group, known to the desk, with an account."""
    rosa = cast.make_person(place, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    cast.make_group(rosa).members.update(known_at=timezone.now())
    return rosa


def test_a_coordinator_writes_a_round_step_by_step(nele: Person) -> None:
    browser = cast.sign_in(nele)
    for step, answers in ANSWERS.items():
        path = browser.get("/staff/budget/new/").headers["Location"]
        assert path == f"/staff/budget/new/{step}/"
        refused = browser.post(path, {})
        assert refused.status_code == 200, "nothing filled in stays on the page"
        answer = browser.post(path, answers)
        assert answer.status_code == 302, answer.context["form"].errors
    one = Round.objects.get()
    assert (one.pot_cents, one.contact_phone, one.rule) == (
        2_000_000,
        "+3290000077",
        "equal-shares",
    )
    assert (one.utility, one.completion) == ("cardinality", "add1")
    assert one.criteria == [{"words": "Voor jong en oud", "weight": 3, "example": "Een bank"}]
    assert one.exclusions == ["Buiten de buurt", "Treinen"]
    assert one.seed_hash == hashlib.sha256(one.seed.encode()).hexdigest()
    page = browser.get(f"/staff/budget/{one.pk}/").content.decode()
    assert one.seed_hash in page
    assert one.seed not in page, "the number for the lot stays secret until the count"


def test_days_out_of_order_are_named_and_kept(nele: Person) -> None:
    browser = cast.sign_in(nele)
    typed = CALENDAR | {"vote_until": "2026-06-20"}
    page = browser.post("/staff/budget/new/calendar/", typed)
    assert list(page.context["form"].errors) == ["vote_until"]
    assert "2026-06-20" in page.content.decode()


def test_a_frame_from_before_two_questions_were_asked_counts_as_it_did(nele: Person) -> None:
    one = cast.make_round(nele.neighbourhood, coordinator=nele, utility="cardinality")
    text = queries.text_of(one)
    assert queries.read_frame(text).utility == "cardinality"
    for name in ("utility", "completion"):
        del text[name]
    frame = queries.read_frame(text)
    assert (frame.utility, frame.completion) == ("cost", "add1u")
    labels = [row.label for row in queries.parts_of(frame, timezone.localdate())[-1].rows]
    by_votes = dataclasses.replace(frame, rule="greedy")
    fewer = queries.parts_of(by_votes, timezone.localdate())[-1].rows
    assert len(fewer) == len(labels) - 2, "most votes wins leaves nothing to ask"


def test_both_sides_sign_on_their_own_screen(nele: Person, rosa: Person) -> None:
    one = cast.make_round(nele.neighbourhood, coordinator=nele)
    els = cast.make_staff(nele.neighbourhood, "Els", role=Role.AUTHORITY)
    desk = cast.sign_in(nele)
    desk.post(f"/staff/budget/{one.pk}/", {"act": "draw", "why": ""})
    version = FrameVersion.objects.get()
    assert Client().get(f"/budget/{one.pk}/").status_code == 404
    signing = {"act": "authority", "digest": version.digest}
    desk.post(f"/staff/budget/{one.pk}/", signing)
    version.refresh_from_db()
    assert version.authority_at is None, "a coordinator does not sign for the authority"
    assert desk.get(f"/budget/{one.pk}/frame/1/pdf/").status_code == 200, "to sign on paper"
    assert Client().get(f"/budget/{one.pk}/frame/1/pdf/").status_code == 404
    actions.change_round(one, actor=nele, who_decides="Iemand anders")
    town = cast.sign_in(els)
    read = town.get(f"/staff/budget/{one.pk}/").content.decode()
    assert "Iemand anders" not in read, "who signs reads what she signs"
    assert "Els" not in town.get(f"/staff/budget/{one.pk}/").content.decode().split("<main")[0]
    assert town.post(f"/staff/budget/{one.pk}/", signing).status_code == 302
    home = cast.sign_in(rosa)
    path = f"/budget/frames/{version.pk}/sign/"
    assert path in home.get("/budget/").content.decode()
    assert home.post(path, {"digest": "something else"}).status_code == 200
    assert home.post(path, {"digest": version.digest}).status_code == 302
    version.refresh_from_db()
    assert version.published_at is not None
    assert (version.authority_name, version.neighbours_name) == ("Els", "Rosa")
    page = Client().get(f"/budget/{one.pk}/frame/1/").content.decode()
    for words in ("20.000", "Voor jong en oud", "Wat buiten de buurt ligt.", one.seed_hash):
        assert words in page.replace("\xa0", " ")
    kinds = Line.objects.filter(act="frame-signed").order_by("number")
    assert list(kinds.values_list("actor_kind", flat=True)) == ["authority", "neighbour"]


def test_the_authority_sees_no_person(nele: Person, rosa: Person) -> None:
    one = cast.make_round(nele.neighbourhood, coordinator=nele, neighbour=rosa)
    said = actions.Said("Een bank")
    idea = actions.give_idea(one, said, actor=rosa, channel=Channel.WEB, now=timezone.now())
    town = cast.sign_in(Person.objects.get(first_name="Els"))
    assert "Rosa" not in town.get(f"/budget/ideas/{idea.pk}/").content.decode()
    for path in ("/desk/", f"/staff/budget/{one.pk}/ideas/new/", "/staff/budget/new/"):
        assert town.get(path).status_code == 404


def test_the_desk_notes_who_signed_on_paper(nele: Person, rosa: Person) -> None:
    one = cast.make_round(nele.neighbourhood, coordinator=nele)
    version = actions.draw_up_frame(one, actor=nele, why="", now=timezone.now())
    desk = cast.sign_in(nele)
    form = {"act": "neighbours", "digest": version.digest}
    rubbish = desk.post(f"/staff/budget/{one.pk}/", form | {"signer": str(nele.pk)})
    assert rubbish.context["forms"]["neighbours"].errors
    desk.post(f"/staff/budget/{one.pk}/", form | {"signer": str(rosa.pk)})
    version.refresh_from_db()
    assert (version.neighbours_by, version.typed_by) == (rosa, nele)


def test_staff_and_authority_never_sign_for_the_neighbourhood(nele: Person, rosa: Person) -> None:
    one = cast.make_round(nele.neighbourhood, coordinator=nele)
    version = actions.draw_up_frame(one, actor=nele, why="", now=timezone.now())
    cast.make_group(nele, "Leesgroep").members.update(known_at=timezone.now())
    assert list_signers(nele.neighbourhood, timezone.localdate()) == [rosa]
    with pytest.raises(PermissionDenied):
        actions.sign_for_neighbours(version, actor=nele, digest=version.digest, now=timezone.now())


def test_a_street_contact_of_today_signs_from_the_first_minute(nele: Person) -> None:
    place, night = nele.neighbourhood, half_past_midnight()
    mia = cast.make_person(place, "Mia")
    Membership.objects.create(
        neighbourhood=place, person=mia, role=Role.CONTACT, since=timezone.localdate(night)
    )
    one = cast.make_round(place, coordinator=nele)
    version = actions.draw_up_frame(one, actor=nele, why="", now=night)
    actions.sign_for_neighbours(version, actor=mia, digest=version.digest, now=night)
    version.refresh_from_db()
    assert version.neighbours_by == mia


def test_a_change_is_a_new_version_with_a_reason(nele: Person, rosa: Person) -> None:
    one = cast.make_round(nele.neighbourhood, coordinator=nele, neighbour=rosa)
    now, els = timezone.now(), Person.objects.get(first_name="Els")
    with pytest.raises(actions.NothingChanged):
        actions.draw_up_frame(one, actor=nele, why="Zomaar", now=now)
    actions.change_round(one, actor=nele, pot_cents=2_500_000)
    with pytest.raises(actions.WhyMissing):
        actions.draw_up_frame(one, actor=nele, why="", now=now)
    second = actions.draw_up_frame(one, actor=nele, why="Er kwam geld bij.", now=now)
    page = Client().get(f"/budget/{one.pk}/").content.decode().replace("\xa0", " ")
    assert "20.000 euro" in page, "what was signed binds until both sign again"
    actions.sign_for_authority(second, actor=els, digest=second.digest, now=now)
    actions.sign_for_neighbours(second, actor=rosa, digest=second.digest, now=now)
    page = Client().get(f"/budget/{one.pk}/frame/2/").content.decode().replace("\xa0", " ")
    for words in ("Er kwam geld bij.", "20.000 euro</del>", "25.000 euro</ins>"):
        assert words in page
    before = read_frame(one.frames.get(number=1).text)
    after = read_frame(one.frames.get(number=2).text)
    assert len(differences(before, after, timezone.localdate())) == 1


def test_nobody_signs_what_changed_meanwhile(nele: Person, rosa: Person) -> None:
    one = cast.make_round(nele.neighbourhood, coordinator=nele)
    first = actions.draw_up_frame(one, actor=nele, why="", now=timezone.now())
    actions.change_round(one, actor=nele, youngest=16)
    actions.draw_up_frame(one, actor=nele, why="", now=timezone.now())
    with pytest.raises(actions.FrameChanged):
        actions.sign_for_neighbours(first, actor=rosa, digest=first.digest, now=timezone.now())


def test_the_database_keeps_a_published_frame_and_refuses_ideas_before_it(
    nele: Person, rosa: Person
) -> None:
    place, now = nele.neighbourhood, timezone.now()
    one = cast.make_round(place, coordinator=nele, neighbour=rosa)
    attempts: tuple[dict[str, Any], ...] = ({"text": {}}, {"published_at": None}, {"number": 7})
    for changed in attempts:
        with pytest.raises(IntegrityError), transaction.atomic():
            one.frames.update(**changed)
    bare = cast.make_round(place, coordinator=nele, title="Nog niet")
    with pytest.raises(actions.IdeasClosed):
        actions.give_idea(bare, actions.Said("Te vroeg"), actor=rosa, channel=Channel.WEB, now=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        Idea.objects.create(
            neighbourhood=place, round=bare, title="Te vroeg", channel=Channel.WEB, entered_at=now
        )


def test_the_frame_comes_on_paper_in_the_readers_language(nele: Person, rosa: Person) -> None:
    one = cast.make_round(nele.neighbourhood, coordinator=nele, neighbour=rosa)
    for language in ("nl", "ar"):
        sheet = Client().get(
            f"/budget/{one.pk}/frame/1/pdf/", headers={"accept-language": language}
        )
        assert sheet.headers["Content-Type"] == "application/pdf"
        assert b"/StructTreeRoot" in sheet.content
    assert Client().get(f"/budget/{one.pk}/frame/2/pdf/").status_code == 404
