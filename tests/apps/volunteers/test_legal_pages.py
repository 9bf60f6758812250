"""The legal file on screen: one press an item, many at once, the organisation's own words, and one's own page."""

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Role
from gebuur.apps.outbox.models import Message
from gebuur.apps.volunteers import actions, queries
from gebuur.apps.volunteers.models import LegalItem, LegalNote, LegalText, NewOffers, Requirement
from tests import cast
from tests.apps.care.story import Story

pytestmark = pytest.mark.django_db


class Office(Story):
    """Joris volunteers for the centre; An and Nele keep his papers."""

    def __init__(self) -> None:
        super().__init__()
        nele = cast.make_staff(self.place, "Nele", role=Role.COORDINATOR)
        actions.choose_rules(self.joris, is_organised=True, actor=self.an)
        self.joris.refresh_from_db()
        cast.make_user(self.joris.person, "joris@example.be")
        self.an_reads, self.nele_reads = cast.sign_in(self.an), cast.sign_in(nele)
        self.joris_reads = cast.sign_in(self.joris.person)
        self.file = f"/staff/offers/{self.joris.pk}/file/"
        self.today = timezone.localdate().isoformat()

    def done(self) -> set[str]:
        lines = queries.file_of(self.joris, on=timezone.localdate())
        return {line.item.value for line in lines if line.is_done}


def test_the_page_of_an_offer_says_what_is_missing_and_who_does_it() -> None:
    office = Office()
    page = office.an_reads.get(f"/staff/offers/{office.joris.pk}/").content.decode()
    assert "Verzekering (de coördinator)" in page
    neighbourly = office.an_reads.get(f"/staff/offers/{office.emine.pk}/").content.decode()
    assert "geen papieren nodig" in neighbourly


def test_one_press_notes_one_item_and_one_takes_it_back() -> None:
    office = Office()
    told = {"item": "information", "press": "done:talk", "on": office.today}
    assert office.an_reads.post(office.file, told).status_code == 302
    assert office.done() == {"information"}
    office.an_reads.post(office.file, told | {"press": "back"})
    assert office.done() == set()


def test_a_wrong_day_is_explained_and_stays_on_the_page() -> None:
    office = Office()
    wrong = {"item": "agreement", "press": "done:paper", "on": "31/31/2026"}
    page = office.an_reads.post(office.file, wrong).content.decode()
    assert "31/31/2026" in page
    assert "Schrijf de dag zo" in page


def test_what_the_coordinator_does_is_not_pressed_by_somebody_else() -> None:
    office = Office()
    insured = {"item": "insurance", "press": "done", "on": office.today}
    office.an_reads.post(office.file, insured)
    assert office.done() == set()
    office.nele_reads.post(office.file, insured)
    assert office.done() == {"insurance"}


@pytest.mark.parametrize("press", ["", "x" * 500, "done:<b>", "gone:talk", "done:nowhere"])
def test_rubbish_notes_nothing(press: str) -> None:
    office = Office()
    answer = office.an_reads.post(office.file, {"item": "age", "press": press, "on": office.today})
    assert answer.status_code == 200
    assert office.done() == set()


def test_after_an_information_evening_one_item_is_noted_for_everybody() -> None:
    office = Office()
    luc = office.offer("Luc")
    actions.choose_rules(luc, is_organised=True, actor=office.an)
    both = [str(office.joris.pk), str(luc.pk)]
    facts = {"item": "information", "way": "meeting", "on": office.today}
    office.an_reads.post("/staff/files/", facts | {"offers": both})
    assert LegalNote.objects.filter(item="information", way="meeting").count() == 2
    page = office.an_reads.post("/staff/files/", facts).content.decode()
    assert "Vink minstens één persoon aan" in page


def test_nobody_of_another_neighbourhood_is_noted_along() -> None:
    office, other = Office(), cast.make_place(name="De Molen", slug="molen")
    bert = cast.sign_in(cast.make_staff(other, "Bert"))
    facts = {"item": "information", "way": "meeting", "on": office.today}
    bert.post("/staff/files/", facts | {"offers": [str(office.joris.pk)]})
    assert bert.get(office.file).status_code == 404
    assert office.done() == set()


def test_the_coordinator_chooses_how_offers_begin_and_what_is_asked() -> None:
    office = Office()
    office.nele_reads.post("/staff/files/rules/", {"begin": "organised"})
    assert NewOffers.objects.get().is_organised
    papers = {f"doer_{item.value}": "professional" for item in LegalItem}
    office.nele_reads.post("/staff/files/rules/", papers | {"asked_agreement": "on"})
    assert list(Requirement.objects.filter(is_asked=True).values_list("item", flat=True)) == [
        "agreement"
    ]


def test_a_text_is_reworded_and_the_older_version_stays_to_print() -> None:
    office = Office()
    words = {"nl": "# Nieuw\nDag {volunteer}.", "en": "", "valid_from": office.today}
    office.nele_reads.post("/staff/files/texts/agreement/", words)
    assert list(LegalText.objects.order_by("version").values_list("version", flat=True)) == [1, 2]
    for version in ("1", "2"):
        paper = office.an_reads.get(f"/staff/files/texts/agreement.pdf?version={version}")
        assert paper.content.startswith(b"%PDF")
    assert office.an_reads.get("/staff/files/texts/agreement.pdf?version=9").status_code == 404


def test_a_blank_that_nobody_can_fill_in_is_named() -> None:
    office = Office()
    words = {"nl": "Bel {contakt}.", "en": "", "valid_from": office.today}
    page = office.nele_reads.post("/staff/files/texts/agreement/", words).content.decode()
    assert "{contakt}" in page
    assert not LegalText.objects.exists()


def test_the_volunteer_reads_and_promises_on_her_own_page() -> None:
    office = Office()
    page = office.joris_reads.get("/offer/mine/file/").content.decode()
    assert "Dienstencentrum De Vlasbloem" in page
    promise = {"item": "discretion", "press": "done:screen", "on": office.today}
    office.joris_reads.post("/offer/mine/file/", promise)
    office.joris_reads.post("/offer/mine/file/", promise | {"item": "agreement"})
    assert office.done() == {"discretion"}
    paper = office.joris_reads.get("/offer/mine/file/agreement.pdf")
    assert paper.content.startswith(b"%PDF")


def test_who_has_no_account_opens_the_same_by_link() -> None:
    office = Office()
    office.an_reads.post(office.file, {"send": "1"})
    message = Message.objects.get(template="volunteers/messages/your_file")
    path = next(word for word in message.body.split() if "/l/file/" in word).partition("/l/")[2]
    assert "Belofte om te zwijgen" in Client().get(f"/l/{path}").content.decode()


@pytest.mark.parametrize("day", ["01/01/0001", "31/12/1999"])
def test_a_text_from_before_our_time_is_refused_in_a_sentence(day: str) -> None:
    office = Office()
    words = {"nl": "Dag {volunteer}.", "en": "", "valid_from": day}
    page = office.nele_reads.post("/staff/files/texts/agreement/", words).content.decode()
    assert "Kies een dag vanaf het jaar 2000." in page
    assert "Dag {volunteer}." in page
    assert not LegalText.objects.exists()
