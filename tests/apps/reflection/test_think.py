"""Think, do, want: on a case, a contact or something written; feel only for who opens it."""

import datetime as dt

import pytest
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection import actions
from gebuur.apps.reflection.models import Entry, Intention
from tests import cast
from tests.apps.reflection.written import CANARY, NEW, a_sitting, text_of

pytestmark = pytest.mark.django_db
CASE = f"{NEW}?case=volunteers"
NOBODYS = "0190b6f2-7d2c-7c3e-9a51-5c1f0e6a7b10"


def test_a_case_of_the_training_from_reading_to_an_intention(an: Person, browser: Client) -> None:
    page = text_of(browser, CASE)
    assert "Twee maanden later zijn ze bijna allemaal weg." in page
    assert "Vijf vragen" in page
    step = browser.post(CASE, {"form": "think"})["Location"]
    assert step.endswith("/words/")
    due = timezone.localdate() + dt.timedelta(days=7)
    for posted, then in (
        ({"think": "Alles liep langs mij.", "do": "Vijf bellen.", "want": "Dat ze elkaar kennen."}, "/lenses/"),
        ({"lenses": ["role", "boundary"]}, "/role/"),
        ({"now_people": "60", "now_results": "40"}, "/role/seen/"),
        (None, "/boundary/"),
        ({"mine": "De eerste keer.", "not_mine": "Elke keer."}, "/boundary/seen/"),
        (None, "/intention/"),
        ({"text": "Vrijdag koffie.", "due_on": due.isoformat()}, "/"),
    ):  # fmt: skip
        if posted is None:
            shown = text_of(browser, step)
            assert "Dit is een mening, niet het antwoord." in shown
            step = f"/staff/reflection/{Entry.objects.get().pk}{then}"
            assert step in shown
            continue
        answer = browser.post(step, posted)
        assert answer.status_code == 302, step
        step = answer["Location"]
        assert step.endswith(then)
    page = text_of(browser, step)
    for words in (
        "Alles liep langs mij.",
        "Vijf bellen.",
        "Elke keer.",
        "Vrijdag koffie.",
        "Wat wil je?",
    ):
        assert words in page
    entry = Entry.objects.get()
    assert (entry.form, entry.case) == ("think", "volunteers")
    assert Intention.objects.get().entry == entry


def test_a_case_of_the_house_is_read_and_kept_by_its_title(an: Person, browser: Client) -> None:
    case = actions.write_case(
        actor=an,
        title="De trap van de bib",
        story="Iemand bleef beneden.",
        remarks={"boundary": "Dragen doen we niet."},
        now=timezone.now(),
    )
    address = f"{NEW}?case={case.pk}"
    assert "Iemand bleef beneden." in text_of(browser, address)
    browser.post(address, {"form": "think"})
    entry = Entry.objects.get()
    assert (entry.case, entry.title) == (str(case.pk), "De trap van de bib")
    assert "Iemand bleef beneden." in text_of(browser, f"/staff/reflection/{entry.pk}/words/")
    actions.choose_lenses(entry, ["boundary"], actor=an)
    actions.save_lens(entry, "boundary", {"mine": "Bellen."}, actor=an)
    seen = f"/staff/reflection/{entry.pk}/boundary/seen/"
    assert "Dragen doen we niet." in text_of(browser, seen)
    actions.withdraw_case(case, actor=an)
    assert "Dragen doen we niet." not in text_of(browser, seen)


@pytest.mark.parametrize("key", ["x" * 81, "../etc", "<script>", "a b", "nowhere", NOBODYS])
def test_what_is_no_case_of_this_house_is_a_wall(browser: Client, key: str) -> None:
    assert browser.get(NEW, {"case": key}).status_code == 404


def test_the_cases_of_the_training_are_offered_where_one_begins(browser: Client) -> None:
    assert f'href="{CASE}"' in text_of(browser, NEW)


def test_something_written_can_be_thought_about_as_well(an: Person, browser: Client) -> None:
    browser.post(NEW, {"title": "De burendag", "form": "think"})
    assert Entry.objects.get().form == "think"


def test_nothing_chosen_and_nothing_written_is_one_clear_sentence(browser: Client) -> None:
    page = browser.post(NEW, {"form": "think", "title": ""}).content.decode()
    assert "Schrijf in enkele woorden waarover het ging." in page


def test_feel_is_closed_until_somebody_opens_it(an: Person, browser: Client) -> None:
    entry = actions.begin_entry(an, actor=an, title="Kort", form="think", now=timezone.now())
    step = f"/staff/reflection/{entry.pk}/words/"
    assert '<details class="figures-of"><summary>Ook: wat voel je?' in text_of(browser, step)
    browser.post(step, {"think": "", "feel": "Onrust."})
    entry.refresh_from_db()
    assert entry.feel == "Onrust."
    assert '<details class="figures-of" open><summary>Ook: wat voel je?' in text_of(browser, step)


@pytest.mark.parametrize("field", ["think", "do", "want", "feel"])
def test_names_are_pointed_out_in_every_thought(an: Person, browser: Client, field: str) -> None:
    cast.make_person(an.neighbourhood, "Godelieve", last_name="Verhaeghe")
    entry = actions.begin_entry(an, actor=an, title="Kort", form="think", now=timezone.now())
    step = f"/staff/reflection/{entry.pk}/words/"
    typed = {field: "Godelieve belde op 0475 12 34 56."}
    page = browser.post(step, typed).content.decode()
    assert "Dit wijst naar iemand" in page
    assert typed[field] in page
    browser.post(step, typed | {"replace": "1"})
    entry.refresh_from_db()
    assert getattr(entry, field) == "Een buur belde op een nummer."


def test_only_the_intention_has_to_be_answered(an: Person, browser: Client) -> None:
    entry = actions.begin_entry(an, actor=an, title="Kort", form="think", now=timezone.now())
    address = f"/staff/reflection/{entry.pk}"
    assert browser.post(f"{address}/words/")["Location"].endswith("/lenses/")
    assert browser.post(f"{address}/lenses/")["Location"].endswith("/intention/")
    page = browser.post(f"{address}/intention/", {"text": "", "due_on": ""}).content.decode()
    assert "Schrijf één ding dat je gaat doen." in page


def test_an_open_sitting_goes_on_where_it_begins(an: Person, browser: Client) -> None:
    entry = actions.begin_entry(an, actor=an, title="Kort", form="think", now=timezone.now())
    assert f"/staff/reflection/{entry.pk}/words/" in text_of(browser, "/staff/reflection/")
    assert browser.get(f"/staff/reflection/{entry.pk}/recent/").status_code == 404


def test_the_five_questions_know_no_step_of_the_other_form(an: Person, browser: Client) -> None:
    entry = actions.begin_entry(an, actor=an, title="Kort", now=timezone.now())
    for step in ("words", "lenses", "role"):
        assert browser.get(f"/staff/reflection/{entry.pk}/{step}/").status_code == 404


def test_the_five_questions_on_a_case_show_what_others_think_at_the_end(
    an: Person, browser: Client
) -> None:
    browser.post(CASE, {"form": "exercise"})
    entry = Entry.objects.get()
    actions.save_answers(entry, {"moments": {"reliability": CANARY}}, actor=an)
    assert "niet het antwoord" in text_of(browser, f"/staff/reflection/{entry.pk}/")


def test_there_is_no_third_form(an: Person) -> None:
    entry = a_sitting(an)
    with pytest.raises(ValueError, match="rubbish"):
        actions.begin_entry(an, actor=an, title="Kort", form="rubbish", now=timezone.now())
    entry.form = "rubbish"
    with pytest.raises(IntegrityError, match="reflection_entry_form"):
        entry.save()


def test_rubbish_as_form_is_one_clear_sentence(browser: Client) -> None:
    answer = browser.post(NEW, {"title": "Kort", "form": "rubbish"})
    assert answer.status_code == 200
    assert "Kort" in answer.content.decode()
    assert not Entry.objects.exists()
