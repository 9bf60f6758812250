"""Afterwards: what the room said and agreed is there to read, on a page and on paper, for colleagues only."""

from io import BytesIO

import pytest
from django.test import Client
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops import actions
from gebuur.apps.workshops.models import Note, Part, Pool, Session, opened
from tests import cast
from tests.apps.workshops.room import LINES, answer, end_room, open_room, sit_down, whole_room

pytestmark = pytest.mark.django_db


@pytest.fixture
def an() -> Person:
    return cast.make_staff(cast.make_place(), "An")


@pytest.fixture
def browser(an: Person) -> Client:
    return cast.sign_in(an)


def report_of(session: Session) -> str:
    return f"/staff/sessions/{session.pk}/report/"


def read(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_ending_the_workshop_leads_to_its_report(an: Person, browser: Client) -> None:
    session = open_room(an)
    answer(session, sit_down(session), 0, [{"line": line} for line in LINES])
    ended = browser.post(f"/staff/sessions/{session.pk}/end/", follow=True)
    page = ended.content.decode()
    assert ended.redirect_chain[-1][0] == report_of(session)
    assert all(line in page for line in LINES)
    assert "6 mensen" in page
    assert not session.seats.exists()


def test_too_few_answers_are_counted_and_not_shown(an: Person, browser: Client) -> None:
    page = read(browser, report_of(whole_room(an)))
    assert "2 antwoorden" in page
    assert "Bedanken" not in page


def test_a_question_that_nobody_answered_is_left_out(an: Person, browser: Client) -> None:
    session = open_room(an)
    answer(session, sit_down(session), 0, [{"line": line} for line in LINES])
    page = read(browser, report_of(end_room(session, an)))
    assert "Waar begin je mee?" not in page


def test_a_room_in_which_nothing_happened_has_a_report_too(an: Person, browser: Client) -> None:
    session = end_room(open_room(an), an)
    assert "niets geantwoord" in read(browser, report_of(session))
    assert browser.get(f"{report_of(session)}pdf/").status_code == 200


def test_a_line_that_is_hidden_is_in_no_report_until_it_is_shown_again(
    an: Person, browser: Client
) -> None:
    session = whole_room(an)
    pool = Pool.objects.get(part__session=session, stage="question")
    line = next(one for one in opened(pool.shown) if one["value"]["line"] == LINES[2])
    address = f"/staff/sessions/{session.pk}/hide/"
    asked = {"pool": str(pool.pk), "line": line["id"]}
    hidden = browser.post(address, asked | {"hide": "1"})
    assert hidden.headers["Location"] == f"{report_of(session)}#question-{pool.pk}"
    assert LINES[2] not in read(browser, report_of(session))
    assert LINES[2] not in words_on_paper(browser, session)
    browser.post(address, asked | {"hide": "0"})
    assert LINES[2] in read(browser, report_of(session))


def test_themes_and_agreements_are_added_changed_and_taken_away_afterwards(
    an: Person, browser: Client
) -> None:
    session = whole_room(an)
    part = Part.objects.get(session=session, position=0)
    add = f"/staff/sessions/{session.pk}/note/"
    theme = {"kind": "theme", "part": str(part.pk), "text": "We vragen te weinig."}
    assert browser.post(add, theme).headers["Location"] == f"{report_of(session)}#part-{part.pk}"
    browser.post(add, {"kind": "agreement", "text": "We bellen eerst.", "by_whom": "de trekker"})
    page = read(browser, report_of(session))
    assert "We vragen te weinig." in page
    assert "We bellen eerst." in page
    note = Note.objects.get(kind="agreement")
    assert Note.objects.get(kind="theme").part == part
    assert 'value="de trekker"' in read(browser, f"/staff/notes/{note.pk}/")
    edit = {"text": "We bellen altijd eerst.", "by_whom": "An", "due_on": "2026-12-24"}
    changed = browser.post(f"/staff/notes/{note.pk}/", edit)
    assert changed.headers["Location"] == f"{report_of(session)}#notes"
    assert "We bellen altijd eerst." in read(browser, report_of(session))
    browser.post(f"/staff/notes/{note.pk}/remove/")
    assert "We bellen altijd eerst." not in read(browser, report_of(session))


@pytest.mark.parametrize("is_over", [True, False], ids=["report", "remote"])
def test_what_was_typed_stays_when_something_is_wrong(
    an: Person, browser: Client, *, is_over: bool
) -> None:
    session = whole_room(an) if is_over else open_room(an)
    add = f"/staff/sessions/{session.pk}/note/"
    wrong = {"kind": "agreement", "text": "We bellen eerst.", "due_on": "ooit"}
    answered = browser.post(add, wrong)
    assert answered.status_code == 422
    assert "We bellen eerst." in answered.content.decode()
    assert browser.post(add, {"kind": "theme", "text": "x" * 201}).status_code == 422
    assert browser.post(add, {"kind": "theme", "text": ""}).status_code == 422
    assert browser.post(add, {"kind": "agreement"}).status_code == 422
    assert browser.post(add, {}).status_code == 422
    assert not Note.objects.exists()


def test_a_theme_about_a_block_of_another_workshop_stands_by_itself(
    an: Person, browser: Client
) -> None:
    session, other = whole_room(an), whole_room(an)
    foreign = other.parts.first()
    assert foreign is not None
    words = {"kind": "theme", "part": str(foreign.pk), "text": "Los van alles"}
    browser.post(f"/staff/sessions/{session.pk}/note/", words)
    assert Note.objects.get().part is None
    assert "Los van alles" in read(browser, report_of(session))


def test_an_agreement_can_be_looked_back_on_in_the_report(an: Person, browser: Client) -> None:
    session = whole_room(an)
    note = actions.add_note(session, actor=an, kind="agreement", text="We bellen eerst.")
    address = f"/staff/notes/{note.pk}/look-back/"
    unsaid = browser.post(address, {"happened": "We belden twee keer."})
    assert unsaid.status_code == 422
    assert "We belden twee keer." in unsaid.content.decode()
    assert browser.post(address, {"outcome": "perhaps"}).status_code == 422
    browser.post(address, {"outcome": "partly", "happened": "We belden twee keer."})
    assert "Voor een stuk: We belden twee keer." in read(browser, report_of(session))
    theme = actions.add_note(session, actor=an, kind="theme", text="Vragen")
    assert (
        browser.post(f"/staff/notes/{theme.pk}/look-back/", {"outcome": "done"}).status_code == 404
    )


def words_on_paper(browser: Client, session: Session) -> str:
    answer = browser.get(f"{report_of(session)}pdf/")
    assert answer.headers["Content-Type"] == "application/pdf"
    paper = PdfReader(BytesIO(answer.content))
    return " ".join(" ".join(page.extract_text() for page in paper.pages).split())


def test_the_report_on_paper_is_tagged_and_speaks_the_language_of_the_room(
    an: Person, browser: Client
) -> None:
    session = open_room(an, language="en")
    answer(session, sit_down(session), 0, [{"line": line} for line in LINES])
    answer(session, sit_down(session), 1, [{"key": "Luisteren"}] * 5)
    actions.add_note(session, actor=an, kind="agreement", text="We bellen eerst.", by_whom="An")
    end_room(session, an)
    paper = PdfReader(BytesIO(browser.get(f"{report_of(session)}pdf/").content))
    root = paper.trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    assert str(root["/Lang"]) == "en"
    assert "/StructTreeRoot" in root
    words = words_on_paper(browser, session)
    assert "12 people were in the room." in words
    assert all(line in words for line in LINES)
    assert "What we agreed" in words
    assert "Luisteren" in words


def test_the_list_leads_to_the_remote_and_to_the_reports(an: Person, browser: Client) -> None:
    over, running = whole_room(an), open_room(an)
    for text in ("We bellen eerst.", "We schrijven niets op."):
        actions.add_note(over, actor=an, kind="agreement", text=text)
    page = read(browser, "/staff/workshops/")
    assert f'href="/staff/sessions/{running.pk}/"' in page
    assert f'href="{report_of(over)}"' in page
    assert "2 afspraken om op terug te kijken" in page
    assert "ouder verslag" not in page


def test_older_reports_stand_on_a_list_of_their_own(an: Person, browser: Client) -> None:
    assert "Nog geen workshop afgelopen" in read(browser, "/staff/sessions/")
    rooms = [end_room(open_room(an), an) for _time in range(7)]
    assert "2 oudere verslagen" in read(browser, "/staff/workshops/")
    page = read(browser, "/staff/sessions/")
    assert all(report_of(room) in page for room in rooms)
    assert browser.get("/staff/sessions/?page=rubbish").status_code == 200


def test_a_report_is_deleted_for_real_after_asking_once_more(an: Person, browser: Client) -> None:
    session = whole_room(an)
    actions.add_note(session, actor=an, kind="agreement", text="We bellen eerst.")
    lines = Line.objects.count()
    delete = f"/staff/sessions/{session.pk}/delete/"
    assert "Dit verslag wissen" in read(browser, delete)
    assert Session.objects.exists()
    assert browser.post(delete).headers["Location"] == "/staff/workshops/"
    for model in (Session, Part, Pool, Note):
        assert not model._default_manager.exists()
    assert Line.objects.count() == lines
    assert browser.get(report_of(session)).status_code == 404


def test_a_workshop_that_runs_has_no_report_to_read_or_delete(an: Person, browser: Client) -> None:
    session = open_room(an)
    for page in ("report/", "report/pdf/", "delete/"):
        address = f"/staff/sessions/{session.pk}/{page}"
        for answered in (browser.get(address), browser.post(address)):
            assert answered.status_code in {302, 405}
    assert Session.objects.filter(pk=session.pk).exists()
    with pytest.raises(actions.StillRuns):
        actions.delete_session(session, actor=an)


def test_strangers_and_staff_of_elsewhere_find_nothing(an: Person) -> None:
    session = whole_room(an)
    note = actions.add_note(session, actor=an, kind="agreement", text="We bellen eerst.")
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    rosa = cast.make_person(an.neighbourhood, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    own = f"/staff/sessions/{session.pk}/"
    for somebody in (cast.sign_in(bert), cast.sign_in(rosa)):
        for address in (
            f"{own}report/",
            f"{own}report/pdf/",
            f"{own}delete/",
            f"/staff/notes/{note.pk}/",
        ):
            assert somebody.get(address).status_code == 404
        assert somebody.post(f"{own}delete/").status_code == 404
        assert somebody.post(f"/staff/notes/{note.pk}/", {"text": "Weg"}).status_code == 404
    assert "We bellen eerst." not in cast.sign_in(bert).get("/staff/workshops/").content.decode()
    note.refresh_from_db()
    assert note.text == "We bellen eerst."


def test_a_report_stays_when_its_facilitator_is_erased(an: Person) -> None:
    session = whole_room(an)
    nele = cast.make_staff(an.neighbourhood, "Nele", role="coordinator")
    cast.sign_in(nele).post(f"/staff/people/{an.pk}/erase/")
    session.refresh_from_db()
    assert session.facilitator is None
    assert LINES[0] in read(cast.sign_in(nele), report_of(session))
