"""Tasks and numbers: staff read, coordinators change, residents see the outcome."""

import datetime as dt

import pytest
from django.test import Client

from gebuur.apps.boundaries import actions
from gebuur.apps.boundaries.models import Helpline, Task
from gebuur.apps.neighbourhood.models import Neighbourhood, Role
from tests import cast

pytestmark = pytest.mark.django_db
LANGUAGES = ("nl", "en", "fr", "tr", "ar")


@pytest.fixture
def place() -> Neighbourhood:
    here = cast.make_place()
    actions.seed_catalogue(here.organisation)
    return here


def coordinator(place: Neighbourhood) -> Client:
    return cast.sign_in(cast.make_staff(place, "Nele", role=Role.COORDINATOR))


def professional(place: Neighbourhood) -> Client:
    return cast.sign_in(cast.make_staff(place, "An"))


def task_words(task: Task, **changed: object) -> dict[str, object]:
    """What the form holds when it opens."""
    words: dict[str, object] = {
        "light": task.light,
        "is_offered": "on",
        "minutes": task.minutes,
        "max_minutes": task.max_minutes or "",
        "position": task.position,
    }
    for code in LANGUAGES:
        words[f"names_{code}"] = task.names.get(code, "")
        words[f"limit_{code}"] = task.limit.get(code, "")
        words[f"refusal_{code}"] = task.refusal.get(code, "")
        for what in ("do", "dont", "questions"):
            words[f"{what}_{code}"] = "\n".join(getattr(task, what).get(code, []))
    return words | changed


def line_words(line: Helpline, **changed: object) -> dict[str, object]:
    words: dict[str, object] = {
        "number": line.number,
        "is_urgent": "on",
        "position": line.position,
        "checked": line.checked,
        "check_by": line.check_by,
        "source": line.source,
    }
    for code in LANGUAGES:
        words |= {
            f"{what}_{code}": getattr(line, what)[code] for what in ("names", "what_for", "hours")
        }
    return words | changed


def test_task_list_shows_the_light_in_words_to_every_professional(place: Neighbourhood) -> None:
    page = professional(place).get("/staff/tasks/").content.decode()
    for words in ("Wandelen", "groen: een buur mag dit", "niet voor een buur", "alleen binnen"):
        assert words in page
    assert "/staff/tasks/walk/" not in page


def test_task_list_says_what_must_be_checked_again(place: Neighbourhood) -> None:
    Task.objects.update(check_by=dt.date(2999, 1, 1))
    Task.objects.filter(key="walk").update(check_by=dt.date(2020, 5, 1))
    page = coordinator(place).get("/staff/tasks/").content.decode()
    assert "1 taak opnieuw na te kijken" in page
    assert "nakijken moest voor 1 mei 2020" in page


def test_task_list_says_in_which_languages_dutch_is_shown(place: Neighbourhood) -> None:
    Task.objects.filter(key="walk").update(
        names={"nl": "Wandelen", "en": "A walk", "fr": "Promenade"}
    )
    page = professional(place).get("/staff/tasks/").content.decode()
    assert "In het Nederlands voor: Turks, Arabisch" in page


def test_a_coordinator_says_it_in_her_own_words(place: Neighbourhood) -> None:
    walk = Task.objects.get(key="walk")
    sent = coordinator(place).post(
        "/staff/tasks/walk/",
        task_words(
            walk, names_nl="Een toertje", do_nl="Rustig stappen\n\nEen bank zoeken", is_checked="on"
        ),
    )
    assert sent.status_code == 302
    walk.refresh_from_db()
    assert walk.names["nl"] == "Een toertje"
    assert walk.do["nl"] == ["Rustig stappen", "Een bank zoeken"]
    assert walk.changed_by is not None
    assert walk.changed_by.first_name == "Nele"
    assert walk.check_by > dt.date(2027, 1, 1)


def test_a_task_without_dutch_name_is_not_kept_and_nothing_typed_is_lost(
    place: Neighbourhood,
) -> None:
    walk = Task.objects.get(key="walk")
    words = task_words(walk, names_nl="", names_en="A stroll")
    page = coordinator(place).post("/staff/tasks/walk/", words).content.decode()
    assert "A stroll" in page
    walk.refresh_from_db()
    assert walk.names["nl"] == "Wandelen"


def test_a_task_is_not_a_book(place: Neighbourhood) -> None:
    """What we do stands on a card and on phones; a page that was pasted by mistake is sent back, with all the rest."""
    walk = Task.objects.get(key="walk")
    words = task_words(walk, names_nl="Een toertje", do_nl="Rustig stappen " * 200)
    page = coordinator(place).post("/staff/tasks/walk/", words).content.decode()
    assert "niet meer dan 2000 tekens" in page
    assert "Een toertje" in page
    walk.refresh_from_db()
    assert walk.names["nl"] == "Wandelen"


def test_a_red_task_needs_a_reason_and_no_list_of_what_we_do(place: Neighbourhood) -> None:
    walk = Task.objects.get(key="walk")
    browser = coordinator(place)
    browser.post("/staff/tasks/walk/", task_words(walk, light="red"))
    walk.refresh_from_db()
    assert walk.light == "green"
    browser.post(
        "/staff/tasks/walk/",
        task_words(
            walk, light="red", refusal_nl="Te druk.", refusal_en="Too busy.", do_nl="", do_en=""
        ),
    )
    walk.refresh_from_db()
    assert walk.light == "red"


def test_a_limit_shorter_than_the_task_is_refused_with_a_sentence(place: Neighbourhood) -> None:
    walk = Task.objects.get(key="walk")
    words = task_words(walk, minutes="60", max_minutes="30")
    assert "korter dan" in coordinator(place).post("/staff/tasks/walk/", words).content.decode()


def test_reset_brings_the_words_of_gebuur_back_after_one_question(place: Neighbourhood) -> None:
    Task.objects.filter(key="walk").update(names={"nl": "Toer", "en": "Tour"}, position=3)
    browser = coordinator(place)
    assert "gaan verloren" in browser.get("/staff/tasks/walk/reset/").content.decode()
    browser.post("/staff/tasks/walk/reset/")
    walk = Task.objects.get(key="walk")
    assert (walk.names["nl"], walk.position, walk.changed_at) == ("Wandelen", 3, None)


def test_a_task_of_ones_own_has_nothing_to_go_back_to(place: Neighbourhood) -> None:
    cast.make_task(place, "belotte")
    page = coordinator(place).post("/staff/tasks/belotte/reset/").content.decode()
    assert "geen eigen woorden" in page


def test_only_a_coordinator_changes_and_never_next_door(place: Neighbourhood) -> None:
    there = cast.make_place(name="De Molen", slug="molen")
    assert professional(place).get("/staff/tasks/walk/").status_code == 404
    stranger = coordinator(there)
    assert stranger.get("/staff/tasks/walk/").status_code == 404
    assert stranger.get("/staff/numbers/112/").status_code == 404
    assert Client().get("/staff/tasks/").status_code == 302


def test_a_coordinator_corrects_a_number_and_says_when_it_was_checked(place: Neighbourhood) -> None:
    line = Helpline.objects.get(key="102")
    words = line_words(line, number="0800 15 111", checked="2026-01-05", check_by="2026-07-05")
    assert coordinator(place).post("/staff/numbers/102/", words).status_code == 302
    line.refresh_from_db()
    assert (line.number, line.is_sure, line.checked) == ("0800 15 111", True, dt.date(2026, 1, 5))


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("number", "bel ons", "in cijfers"),
        ("checked", "2999-01-01", "moet nog komen"),
        ("check_by", "2020-01-01", "na de dag"),
    ],
)
def test_a_number_that_cannot_be_right_is_explained(
    place: Neighbourhood, field: str, typed: str, said: str
) -> None:
    line = Helpline.objects.get(key="102")
    page = coordinator(place).post("/staff/numbers/102/", line_words(line, **{field: typed}))
    assert said in page.content.decode()


def test_numbers_nobody_read_at_the_source_are_marked_for_staff(place: Neighbourhood) -> None:
    Helpline.objects.update(check_by=dt.date(2999, 1, 1))
    Helpline.objects.filter(key="112").update(check_by=dt.date(2020, 5, 1))
    page = professional(place).get("/staff/numbers/").content.decode()
    assert "nog niet nagelezen bij de bron" in page
    assert "1 nummer opnieuw na te kijken" in page


def test_anybody_reads_the_numbers_with_what_for_and_when(place: Neighbourhood) -> None:
    page = Client().get("/numbers/").content.decode()
    for words in (
        "Niemand leest hier dag en nacht mee",
        "070 245 245",
        "Dag en nacht",
        "Nagekeken op",
    ):
        assert words in page
    assert "nog niet nagelezen" not in page


def test_anybody_reads_what_neighbours_do_in_words_not_colours(place: Neighbourhood) -> None:
    page = Client().get("/what-neighbours-do/").content.decode()
    assert page.index("Dit kan een buur doen") < page.index("Hier praten we eerst over")
    assert page.index("Hier praten we eerst over") < page.index("Dit doet een buur niet")
    assert "tel:1733" in page


def test_what_is_not_offered_is_not_shown_to_residents(place: Neighbourhood) -> None:
    Task.objects.filter(key="walk").update(is_offered=False)
    assert "Wandelen" not in Client().get("/what-neighbours-do/").content.decode()


def test_the_foot_of_a_page_leads_to_the_numbers(place: Neighbourhood) -> None:
    assert "/numbers/" in Client().get("/what-neighbours-do/").content.decode()


def test_a_number_nobody_checked_is_not_called_checked(place: Neighbourhood) -> None:
    Helpline.objects.exclude(key="102").delete()
    page = Client().get("/numbers/").content.decode()
    assert "Dit nummer moeten we nog nakijken" in page
    assert "Nagekeken op" not in page


def test_the_numbers_stand_there_before_a_neighbourhood_is_chosen() -> None:
    page = Client().get("/numbers/").content.decode()
    assert "tel:112" in page
    assert Client().get("/what-neighbours-do/")["Location"] == "/"
