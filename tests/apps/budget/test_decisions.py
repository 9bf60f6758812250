"""The answer of the authority: with its reasons or not at all, and it stands."""

from io import BytesIO
from typing import Any

import pypdf
import pytest
from django.core.exceptions import PermissionDenied
from django.db import Error, connection, transaction
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.models import Decision, Proposal, Weighing
from gebuur.apps.budget.queries.realising import granted_cents
from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.outbox.models import Message
from gebuur.web.forgetting import erase
from tests import cast
from tests.apps.budget.answering import (
    CRITERION,
    EXCLUSION,
    WHOLE,
    address,
    chosen,
    els,
    publish,
    rosa,
    sign,
    write,
)

__all__ = ["chosen", "els", "rosa"]
pytestmark = pytest.mark.django_db


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


def test_a_signed_answer_is_for_everybody_and_each_member_hears_of_it(
    chosen: Proposal, els: Person, rosa: Person
) -> None:
    for path in (address(chosen), f"/budget/proposals/{chosen.pk}/"):
        page = Client().get(path).content.decode()
        assert "130 dagen om te antwoorden" in page
        assert page.count("130 dagen") == 1, "once is enough"
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


def test_what_she_types_is_kept_before_she_presses_anything(
    chosen: Proposal, els: Person, place: Neighbourhood
) -> None:
    browser, path = cast.sign_in(els), f"/staff/budget/proposals/{chosen.pk}/decision/"
    half = {"changed": ["facts", "words_0"], "facts": "De poort sluit", "words_0": "Te vroeg dicht"}
    assert "Bewaard om" in browser.post(f"{path}keep/", half).json()["saved"]
    answer = browser.post(f"{path}keep/", {"changed": "met_0", "met_0": "not", "facts": ""})
    assert answer.status_code == 200
    kept = Decision.objects.get()
    weighing = kept.weighings.get()
    assert (kept.facts, weighing.met, weighing.words) == ("De poort sluit", "not", "Te vroeg dicht")
    assert "De poort sluit" in browser.get(path).content.decode()
    for rubbish in ({"respond_by": "gisteren"}, {"facts": "x" * 5000}, {"nobody": "1"}, {}):
        said = browser.post(f"{path}keep/", {"changed": list(rubbish), **rubbish})
        assert said.status_code == (422 if rubbish.keys() & WHOLE.keys() else 200)
        assert said.json()["saved"]
    kept.refresh_from_db()
    assert (kept.facts, kept.respond_by) == ("De poort sluit", None)
    an = cast.sign_in(cast.make_staff(place, "An"))
    assert an.post(f"{path}keep/", half).status_code == 404
    sign(chosen, els)
    late = browser.post(f"{path}keep/", half)
    assert late.status_code == 422
    assert "niets te beslissen" in late.json()["saved"]


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


def test_a_signed_answer_cannot_be_taken_away_by_hand(chosen: Proposal, els: Person) -> None:
    """A draft can; what was signed stays, with every word it weighs and the frame it rests on."""
    write(chosen, els)
    typed("DELETE FROM budget_weighing")
    typed("DELETE FROM budget_decision")
    signed = sign(chosen, els)
    for table in ("budget_weighing", "budget_decision", "budget_frameversion"):
        refused(lambda table=table: typed(f"DELETE FROM {table}"))  # noqa: S608 - of the line above
    later = Decision.objects.create(
        neighbourhood=chosen.neighbourhood, proposal=chosen, version=7, frame=signed.frame,
        written_at=timezone.now(),
    )  # fmt: skip
    refused(lambda: signed.weighings.update(decision=later))
    own = {"neighbourhood": chosen.neighbourhood, "decision": later, "criterion": "Wat later kwam"}
    beside = Weighing.objects.create(**own)
    refused(lambda: Weighing.objects.filter(pk=beside.pk).update(decision=signed))
    refused(chosen.delete)
    later.delete()
    assert Decision.objects.get() == signed


def test_who_typed_an_answer_can_be_forgotten_and_the_answer_stands(
    chosen: Proposal, els: Person
) -> None:
    signed = sign(chosen, els)
    nele = Person.objects.get(first_name="Nele")
    erase(els, actor=nele, now=timezone.now())
    signed.refresh_from_db()
    assert (signed.written_by, signed.signed_at is None) == (None, False)


def typed(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def refused(act: Any) -> None:
    with pytest.raises(Error), transaction.atomic():
        act()


def test_the_college_finds_its_draft_ready(chosen: Proposal, els: Person) -> None:
    browser, path = cast.sign_in(els), f"/staff/budget/proposals/{chosen.pk}/decision/college/"
    page = browser.get(path).content.decode()
    for words in ("Moestuin achter de refter", "29 juli 1991", "Een lage bak.", "....."):
        assert words in page
    assert browser.get(f"{path}pdf/")["Content-Type"] == "application/pdf"
    listed = browser.get(f"/staff/budget/{chosen.round_id}/decisions/").content.decode()
    assert "Moestuin achter de refter" in listed
    assert "Rosa" not in listed + page, "the authority reads no neighbour's name"


def test_the_authority_weighs_what_was_handed_in(chosen: Proposal, els: Person) -> None:
    chosen.costs.update(what="Een geheim zwembad", once_cents=100)
    page = cast.sign_in(els).get(f"/staff/budget/proposals/{chosen.pk}/decision/").content.decode()
    assert "zwembad" not in page
    assert "6.380" in page
    assert granted_cents(chosen, cast.sign_decision(chosen, outcome="yes")) == 638_000


def test_a_draft_from_before_the_vote_is_read_again_before_it_is_signed(
    chosen: Proposal, els: Person
) -> None:
    Proposal.objects.filter(pk=chosen.pk).update(state="handed_in", is_chosen=None)
    assert write(chosen, els).status_code == 302
    Proposal.objects.filter(pk=chosen.pk).update(state="chosen", is_chosen=True)
    browser, path = cast.sign_in(els), f"/staff/budget/proposals/{chosen.pk}/decision/sign/"
    digest = browser.get(path).context["form"].initial["digest"]
    assert "Lees ze opnieuw" in browser.post(path, {"digest": digest}).content.decode()
    assert sign(chosen, els).is_before_vote is False
    assert chosen.state == "decided"
