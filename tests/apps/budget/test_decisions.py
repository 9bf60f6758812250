"""The answer of the authority: with its reasons or not at all, answered, and weighed again."""

import datetime as dt
from io import BytesIO
from typing import Any

import pypdf
import pytest
from django.core.exceptions import PermissionDenied
from django.db import Error, transaction
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.models import Decision, Proposal, ReasonsAsked, Weighing
from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Role
from gebuur.apps.outbox.models import Message
from tests import cast

pytestmark = pytest.mark.django_db
PAST = {
    "ideas_from": 90, "ideas_until": 80, "proposals_until": 70, "checks_until": 60, "repairs_until": 50,
    "vote_from": 40, "vote_until": 20, "decide_by": 3,
}  # fmt: skip
CRITERION, EXCLUSION = "Voor jong en oud", "Wat buiten de buurt ligt."
WHOLE: dict[str, Any] = {
    "outcome": "no",
    "granted_cents": "",
    "conditions": "",
    "facts": "De poort van de refter sluit om vijf uur (nota van 4 november).",
    "rule": "Het kader, versie 1.",
    "exclusion": "",
    "met_0": "not",
    "words_0": "Wie werkt kan er pas na sluitingstijd heen.",
    "alternative": "Een pad langs de kant van de Molenstraat.",
    "respond": "Gesprek op 8 december in de refter.",
    "respond_by": "2031-12-31",
    "plain": "We zeggen nu neen. De poort gaat te vroeg dicht voor wie werkt.",
    "signatory": "Mieke Claes",
    "signatory_role": "Schepen van participatie",
    "decided_on": "2026-09-01",
}


@pytest.fixture
def place() -> Neighbourhood:
    return cast.make_place()


@pytest.fixture
def rosa(place: Neighbourhood) -> Person:
    rosa = cast.make_person(place, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    cast.make_group(rosa).members.update(known_at=timezone.now())
    return rosa


@pytest.fixture
def els(chosen: Proposal) -> Person:
    """She signed the frame for the authority."""
    els = chosen.round.frames.get().authority_by
    assert els is not None
    return els


@pytest.fixture
def chosen(place: Neighbourhood, rosa: Person) -> Proposal:
    """The garden, chosen in the vote."""
    nele = cast.make_staff(place, "Nele", role=Role.COORDINATOR)
    one = cast.make_round(place, coordinator=nele, neighbour=rosa)
    return cast.make_proposal(one, member=rosa, state="chosen")


def seat(proposal: Proposal) -> Seat:
    return Seat(proposal.group.members.get())


def write(proposal: Proposal, els: Person, **changes: Any) -> Any:
    """Press `read it through` with a whole answer."""
    path = f"/staff/budget/proposals/{proposal.pk}/decision/"
    return cast.sign_in(els).post(path, WHOLE | changes | {"act": "read"})


def sign(proposal: Proposal, els: Person, **changes: Any) -> Decision:
    """Write a whole answer and sign it, on the pages."""
    answer = write(proposal, els, **changes)
    assert answer.status_code == 302, answer.context["form"].errors
    browser, path = cast.sign_in(els), answer.headers["Location"]
    page = browser.get(path)
    signed = browser.post(path, {"digest": page.context["form"].initial["digest"]})
    assert signed.status_code == 302, signed.context["form"].errors
    proposal.refresh_from_db()
    return proposal.decisions.latest("signed_at")


@pytest.mark.parametrize(
    "words",
    ["Geen meerwaarde.", "Wij zien geen meerwaarde in dit voorstel voor de buurt.", "No added value", "Neen"],
)  # fmt: skip
def test_no_added_value_alone_is_refused_and_the_page_says_what_to_write(
    chosen: Proposal, els: Person, words: str
) -> None:
    answer = write(chosen, els, facts=words, words_0=words)
    assert set(answer.context["form"].errors) == {"facts", "words_0"}
    kept = Decision.objects.get()
    assert (kept.facts, kept.weighings.get().words) == (words, words), "nothing typed is lost"
    sheet = cast.sign_in(els).get(f"/staff/budget/proposals/{chosen.pk}/decision/sign/")
    assert sheet.status_code == 200
    with pytest.raises(actions.ReasonsMissing):
        actions.sign_decision(
            kept, actor=els, digest=queries.digest_of_decision(kept), now=timezone.now()
        )


def test_an_empty_answer_gets_one_sentence_for_each_part(chosen: Proposal, els: Person) -> None:
    answer = write(chosen, els, **dict.fromkeys(WHOLE, ""))
    errors = answer.context["form"].errors
    needed = set(WHOLE) - {"granted_cents", "conditions", "exclusion"}
    assert set(errors) == needed
    assert all(len(sentences) == 1 for sentences in errors.values())
    rubbish = write(chosen, els, outcome="maybe", respond_by="gisteren", granted_cents="veel")
    assert {"outcome", "respond_by", "granted_cents"} <= set(rubbish.context["form"].errors)


def test_a_no_rests_on_something_of_the_frame(chosen: Proposal, els: Person) -> None:
    refused = write(chosen, els, met_0="met")
    assert set(refused.context["form"].errors) == {"outcome"}
    decision = sign(chosen, els, met_0="met", exclusion=EXCLUSION)
    assert (decision.outcome, decision.exclusion) == ("no", EXCLUSION)


def test_a_ground_that_is_not_in_the_frame_is_refused(chosen: Proposal, els: Person) -> None:
    assert "exclusion" in write(chosen, els, exclusion="Te veel moestuinen").context["form"].errors


def test_one_sentence_does_not_weigh_two_criteria(
    chosen: Proposal, els: Person, rosa: Person
) -> None:
    nele = Person.objects.get(first_name="Nele")
    criteria = [{"words": words, "weight": 1, "example": ""} for words in (CRITERION, "Groener")]
    publish(chosen, nele, rosa, els, criteria=criteria)
    twice = {"met_1": "not", "words_1": WHOLE["words_0"].upper()}
    assert set(write(chosen, els, **twice).context["form"].errors) == {"words_0", "words_1"}


def publish(proposal: Proposal, nele: Person, rosa: Person, els: Person, **facts: Any) -> None:
    """Change the frame, and let both sides sign it."""
    now = timezone.now()
    actions.change_round(proposal.round, actor=nele, **facts)
    version = actions.draw_up_frame(proposal.round, actor=nele, why="Na overleg", now=now)
    actions.sign_for_authority(version, actor=els, digest=version.digest, now=now)
    actions.sign_for_neighbours(version, actor=rosa, digest=version.digest, now=now)


def test_a_signed_answer_is_for_everybody_and_each_member_hears_of_it(
    chosen: Proposal, els: Person, rosa: Person
) -> None:
    assert "130 dagen om te antwoorden" in Client().get(address(chosen)).content.decode()
    sign(chosen, els)
    assert chosen.state == "decided"
    line = Line.objects.get(act="decision-no")
    assert (line.verb, line.actor_kind, line.thing) == ("refused", "authority", chosen.pk)
    told = Message.objects.get(template="budget/messages/answer_is_there")
    assert told.person == rosa
    assert address(chosen) in told.body
    page = Client().get(address(chosen)).content.decode()
    assert WHOLE["plain"] in page
    assert WHOLE["words_0"] in page
    assert "om te antwoorden" not in page
    letter = Client().get(f"{address(chosen)}{chosen.decisions.get().pk}/").content
    read = pypdf.PdfReader(BytesIO(letter))
    assert "/StructTreeRoot" in read.root_object
    assert "Schepen van participatie" in "".join(one.extract_text() for one in read.pages)


def address(proposal: Proposal) -> str:
    return f"/budget/proposals/{proposal.pk}/answer/"


def test_nobody_signs_what_she_did_not_read_and_only_the_authority_signs(
    chosen: Proposal, els: Person, place: Neighbourhood
) -> None:
    write(chosen, els)
    path = f"/staff/budget/proposals/{chosen.pk}/decision/sign/"
    browser = cast.sign_in(els)
    seen = browser.get(path).context["form"].initial["digest"]
    write(chosen, els, facts="De groendienst ziet geen leidingen onder de grond.")
    assert browser.post(path, {"digest": seen}).context["form"].non_field_errors()
    assert browser.post(path, {}).status_code == 200
    an = cast.make_staff(place, "An")
    reading = cast.sign_in(an)
    page = reading.get(path)
    assert page.context["may_sign"] is False
    decision = Decision.objects.get()
    with pytest.raises(PermissionDenied):
        actions.sign_decision(decision, actor=an, digest=seen, now=timezone.now())
    write_page = reading.get(path.removesuffix("sign/"))
    assert write_page.context["form"] is None
    assert "Een pad langs de kant" in write_page.content.decode()
    reading.post(path.removesuffix("sign/"), WHOLE | {"facts": "Van An"})
    decision.refresh_from_db()
    assert decision.signed_at is None
    assert "Van An" not in decision.facts


def test_before_the_vote_only_a_condition_or_a_no_can_be_said(
    chosen: Proposal, els: Person
) -> None:
    Proposal.objects.update(state="handed_in", is_chosen=None)
    assert "outcome" in write(chosen, els, outcome="yes").context["form"].errors
    sign(chosen, els, outcome="if", conditions="Eerst een test van de grond.")
    assert chosen.state == "handed_in", "a condition keeps it on the ballot"
    Proposal.objects.update(state="chosen", is_chosen=True)
    sign(chosen, els, outcome="yes", met_0="met")
    assert chosen.decisions.count() == 2


def test_what_is_on_the_ballot_or_decided_has_nothing_to_decide(
    chosen: Proposal, els: Person
) -> None:
    for state in ("on_ballot", "not_chosen", "decided"):
        Proposal.objects.update(state=state)
        chosen.refresh_from_db()
        with pytest.raises(actions.NothingToDecide):
            actions.begin_decision(chosen, actor=els, now=timezone.now())
        page = cast.sign_in(els).get(f"/staff/budget/proposals/{chosen.pk}/decision/")
        assert page.context["form"] is None


def test_the_database_keeps_a_decision_without_reasons_from_being_signed(
    chosen: Proposal, els: Person
) -> None:
    """Whatever goes around the actions: update, bulk_create, one criterion unweighed, a no without ground."""
    now = timezone.now()
    write(chosen, els, facts="")
    draft = Decision.objects.filter(pk=Decision.objects.get().pk)
    refused(lambda: draft.update(signed_at=now))
    draft.update(facts="De poort sluit om vijf uur.")
    draft.get().weighings.update(words="")
    refused(lambda: draft.update(signed_at=now))
    draft.get().weighings.update(words="Te vroeg dicht.", met="met")
    refused(lambda: draft.update(signed_at=now))
    refused(lambda: draft.update(signed_at=now, exclusion="Een eigen reden"))
    own = {"neighbourhood": chosen.neighbourhood, "decision": draft.get(), "words": "Zomaar."}
    Weighing.objects.create(criterion="Wat niet in het kader staat", met="not", **own)
    refused(lambda: draft.update(signed_at=now))
    draft.get().weighings.all().delete()
    refused(lambda: draft.update(signed_at=now, exclusion=EXCLUSION))
    copy = draft.get()
    copy.pk, copy.version, copy.signed_at = None, 7, now
    refused(lambda: Decision.objects.bulk_create([copy]))
    Weighing.objects.create(
        neighbourhood=chosen.neighbourhood, decision=draft.get(), criterion=CRITERION, met="not",
        words="Te vroeg dicht.",
    )  # fmt: skip
    draft.update(signed_at=now)
    refused(lambda: draft.update(outcome="yes"))
    refused(lambda: draft.update(signed_at=None))
    refused(lambda: draft.get().weighings.update(met="met"))


def refused(act: Any) -> None:
    with pytest.raises(Error), transaction.atomic():
        act()


def test_the_group_answers_each_objection_and_the_authority_weighs_again(
    chosen: Proposal, els: Person, rosa: Person
) -> None:
    sign(chosen, els)
    browser, path = cast.sign_in(rosa), f"/budget/proposals/{chosen.pk}/reply/"
    assert "reply_0" in browser.get(path).context["form"].fields
    empty = browser.post(path, {"act": "hand-in"})
    assert empty.context["form"].non_field_errors()
    words = {"reply_0": "De poort blijft open tot acht uur."}
    browser.post(path, words | {"act": "keep"})
    assert browser.get(path).context["form"]["reply_0"].value() == words["reply_0"]
    assert browser.post(path, words | {"act": "hand-in"}).status_code == 302
    chosen.refresh_from_db()
    assert (chosen.state, chosen.version) == ("handed_in", 2)
    assert Line.objects.get(act="proposal-again").actor_kind == "group"
    again = cast.sign_in(els).get(f"/staff/budget/proposals/{chosen.pk}/decision/")
    assert words["reply_0"] in again.content.decode(), "the answer stands beside the criterion"
    sign(chosen, els, outcome="if", met_0="met", conditions="Het pad wordt 1,20 meter breed.")
    page = Client().get(address(chosen)).content.decode()
    for kept in (WHOLE["words_0"], words["reply_0"], "1,20 meter"):
        assert kept in page, "what was objected, answered and decided then stays to read"
    stranger = cast.sign_in(cast.make_staff(chosen.neighbourhood, "An"))
    assert stranger.get(path).status_code == 404


def test_what_was_being_written_goes_along_to_the_next_version(
    chosen: Proposal, els: Person
) -> None:
    write(chosen, els, plain="Nog te schrijven.")
    Proposal.objects.update(version=2)
    decision = sign(chosen, els)
    assert (Decision.objects.count(), decision.version) == (1, 2)


def test_what_was_kept_off_the_ballot_comes_back_until_the_vote_begins(
    chosen: Proposal, els: Person
) -> None:
    Proposal.objects.update(state="handed_in", is_chosen=None)
    chosen.refresh_from_db()
    sign(chosen, els)
    said, late = {CRITERION: "De poort blijft open."}, timezone.now() + dt.timedelta(days=100)
    actions.reply_to_decision(chosen, actor=seat(chosen), said=said, now=late)
    with pytest.raises(actions.VoteBegan):
        actions.hand_in_again(chosen, actor=seat(chosen), now=late)
    actions.hand_in_again(chosen, actor=seat(chosen), now=timezone.now())
    assert chosen.state == "handed_in"


def test_a_whole_yes_has_nothing_to_answer(chosen: Proposal, els: Person, rosa: Person) -> None:
    sign(chosen, els, outcome="yes", met_0="met")
    with pytest.raises(actions.NothingToAnswer):
        actions.hand_in_again(chosen, actor=seat(chosen), now=timezone.now())
    browser = cast.sign_in(rosa)
    assert browser.get(f"/budget/proposals/{chosen.pk}/reply/").status_code == 302


def test_the_group_asks_for_the_answer_when_its_day_is_past(
    chosen: Proposal, els: Person, rosa: Person
) -> None:
    browser, path = cast.sign_in(rosa), f"/budget/proposals/{chosen.pk}/reasons/"
    assert browser.get(path).status_code == 302, "its day has not come"
    today = timezone.localdate()
    ago = {name: today - dt.timedelta(days=days) for name, days in PAST.items()}
    publish(chosen, Person.objects.get(first_name="Nele"), rosa, els, **ago)
    assert "3 dagen te laat" in Client().get(address(chosen)).content.decode()
    letter = browser.get(path).context["form"].initial["text"]
    assert "29 juli 1991" in letter
    assert browser.post(path, {"text": ""}).status_code == 200
    assert browser.post(path, {"text": letter}).status_code == 302
    assert browser.get(path).status_code == 302, "one letter is enough"
    assert ReasonsAsked.objects.get().is_for_answer
    assert "vroeg de groep" in Client().get(address(chosen)).content.decode()
    desk = cast.sign_in(els).get(f"/staff/budget/proposals/{chosen.pk}/decision/")
    assert "29 juli 1991" in desk.content.decode()
    paper = browser.get(f"{path}letter/")
    assert paper["Content-Type"] == "application/pdf"
    sign(chosen, els)
    assert browser.get(path).context["is_for_answer"] is False, "after a no it asks for reasons"


def test_the_college_finds_its_draft_ready(chosen: Proposal, els: Person) -> None:
    browser, path = cast.sign_in(els), f"/staff/budget/proposals/{chosen.pk}/decision/college/"
    page = browser.get(path).content.decode()
    for words in ("Moestuin achter de refter", "29 juli 1991", "Een lage bak.", "....."):
        assert words in page
    assert browser.get(f"{path}pdf/")["Content-Type"] == "application/pdf"
    listed = browser.get(f"/staff/budget/{chosen.round_id}/decisions/").content.decode()
    assert "Moestuin achter de refter" in listed
    assert "Rosa" not in listed + page, "the authority reads no neighbour's name"
