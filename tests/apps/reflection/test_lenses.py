"""At most two lenses a sitting; each shows what was seen, and none of them gives a mark or a label."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection
from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection import actions
from gebuur.apps.reflection.models import Entry, Lens
from tests import cast
from tests.apps.reflection.written import CANARY, SEEN, a_sitting, an_entry, text_of

pytestmark = pytest.mark.django_db
FOUR = ("people", "renewal", "results", "order")


@pytest.fixture
def sitting(an: Person) -> Entry:
    return actions.begin_entry(
        an, actor=an, title="Kort", form="think", case="volunteers", now=timezone.now()
    )


def divided(side: str, *points: int | str) -> dict[str, str]:
    return {f"{side}_{key}": str(n) for key, n in zip(FOUR, points, strict=False)}


def test_a_third_lens_is_refused_in_one_sentence_and_the_choice_is_not_lost(
    sitting: Entry, browser: Client
) -> None:
    three = {"lenses": ["style", "role", "phase"]}
    page = browser.post(f"/staff/reflection/{sitting.pk}/lenses/", three).content.decode()
    assert "Twee brillen zijn genoeg voor één keer." in page
    assert page.count(" checked") == 3
    assert not Lens.objects.exists()


def test_the_action_refuses_a_third_lens(an: Person, sitting: Entry) -> None:
    with pytest.raises(actions.TooManyLenses):
        actions.choose_lenses(sitting, ["style", "role", "phase"], actor=an)


def test_the_database_has_room_for_two(an: Person, sitting: Entry) -> None:
    actions.choose_lenses(sitting, ["style", "role"], actor=an)
    with pytest.raises(IntegrityError):
        Lens.objects.create(entry=sitting, place=3, kind="phase")


def test_two_presses_at_once_make_no_third(an: Person, sitting: Entry) -> None:
    actions.choose_lenses(sitting, ["style", "role"], actor=an)
    with pytest.raises(IntegrityError):
        Lens.objects.create(entry=sitting, place=2, kind="phase")


def test_the_same_lens_twice_is_one(an: Person, sitting: Entry) -> None:
    actions.choose_lenses(sitting, ["role", "role", "role"], actor=an)
    assert Lens.objects.get().kind == "role"


def test_the_five_questions_have_theirs_built_in(an: Person) -> None:
    entry = an_entry(an)
    with pytest.raises(actions.TooManyLenses):
        actions.choose_lenses(entry, ["role"], actor=an)


def test_a_lens_that_stays_keeps_its_words_and_one_put_back_goes(an: Person) -> None:
    entry = a_sitting(an, "role", "phase")
    actions.choose_lenses(entry, ["phase", "boundary"], actor=an)
    assert list(entry.lenses.order_by("place").values_list("place", "kind")) == [
        (1, "boundary"),
        (2, "phase"),
    ]
    assert entry.lenses.get(kind="phase").words


def test_nothing_is_written_through_a_lens_that_was_not_chosen(an: Person, sitting: Entry) -> None:
    with pytest.raises(actions.LensNotChosen):
        actions.save_lens(sitting, "role", SEEN["role"], actor=an)


def test_nobody_else_chooses_or_writes(an: Person, sitting: Entry) -> None:
    nele = cast.make_staff(an.neighbourhood, "Nele")
    with pytest.raises(PermissionDenied):
        actions.choose_lenses(sitting, ["role"], actor=nele)
    with pytest.raises(PermissionDenied):
        actions.save_lens(sitting, "role", SEEN["role"], actor=nele)


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (divided("now", 60, 20, 5, 0), "Nu: er zijn nog 15 punten te verdelen."),
        (divided("now", 99), "Nu: er is nog 1 punt te verdelen."),
        (divided("now", 60, 20, 20, 5), "Nu: 5 punten te veel."),
        (divided("now", 0, 0, 0, 0), "Nu: er zijn nog 100 punten te verdelen."),
        (divided("wanted", 50, 49), "Gewenst: er is nog 1 punt te verdelen."),
        (divided("now", "-1", 101), "Schrijf een heel getal van 0 tot 100."),
        (divided("now", "33,3", "33.3"), "Schrijf een heel getal van 0 tot 100."),
        (divided("now", "veel"), "Schrijf een heel getal van 0 tot 100."),
    ],
)
def test_a_hundred_is_a_hundred_and_nothing_typed_is_lost(
    an: Person, sitting: Entry, browser: Client, points: dict[str, str], said: str
) -> None:
    actions.choose_lenses(sitting, ["role"], actor=an)
    page = browser.post(f"/staff/reflection/{sitting.pk}/role/", points).content.decode()
    assert said in page
    for number in points.values():
        assert f'value="{number}"' in page
    assert not Lens.objects.get().words


def test_the_sum_stands_there_without_script(an: Person, sitting: Entry, browser: Client) -> None:
    actions.choose_lenses(sitting, ["role"], actor=an)
    page = browser.post(
        f"/staff/reflection/{sitting.pk}/role/", divided("now", 60, 20)
    ).content.decode()
    assert "Nu: <b>80</b> van de 100 verdeeld." in page


def test_one_side_may_stay_empty(an: Person, sitting: Entry, browser: Client) -> None:
    actions.choose_lenses(sitting, ["role"], actor=an)
    step = f"/staff/reflection/{sitting.pk}/role/"
    answer = browser.post(step, divided("wanted", 25, 25, 25, 25))
    assert answer["Location"].endswith("/role/seen/")
    assert browser.post(step, {})["Location"].endswith("/intention/")


def test_signals_give_all_shares_and_what_is_unclear_but_no_label(
    an: Person, sitting: Entry, browser: Client
) -> None:
    actions.choose_lenses(sitting, ["phase"], actor=an)
    step = f"/staff/reflection/{sitting.pk}/phase/"
    browser.post(step, {"signals": ["who-decides", "we-say"], "nothing_fits": "2"})
    page = text_of(browser, f"{step}seen/")
    for words in ("Kennismaken", "Botsen", "Afspreken", "Samen doen", "Afronden", "Niet duidelijk"):
        assert words in page
    assert "Het is geen naam voor de groep." in page
    assert "Er is gedoe over wie beslist." in page


def test_conditions_say_what_to_do_first_and_forbid_no_style(
    an: Person, sitting: Entry, browser: Client
) -> None:
    actions.choose_lenses(sitting, ["condition"], actor=an)
    step = f"/staff/reflection/{sitting.pk}/condition/"
    browser.post(step, {"clarity": "no", "relation": "yes", "means": ""})
    page = text_of(browser, f"{step}seen/")
    assert "Schrijf eerst een kaderblad en hang het op." in page
    assert "Ontbreekt: Duidelijkheid." in page.replace("\n", " ")
    assert "Hier keek nog niemand naar:" in page
    assert page.index("Faciliterend") < page.index("Delegerend")


def test_the_promise_of_the_style_lens_is_known_to_the_conditions(
    an: Person, browser: Client
) -> None:
    entry = a_sitting(an, "style", "condition")
    assert "dit beloofde je" in text_of(browser, f"/staff/reflection/{entry.pk}/")


def test_what_others_think_comes_after_her_own_words(
    an: Person, sitting: Entry, browser: Client
) -> None:
    actions.choose_lenses(sitting, ["boundary"], actor=an)
    step = f"/staff/reflection/{sitting.pk}/boundary/"
    assert "niet het antwoord" not in text_of(browser, step)
    assert browser.get(f"{step}seen/")["Location"] == step
    browser.post(step, {"mine": "De eerste keer bellen."})
    page = text_of(browser, f"{step}seen/")
    assert page.index("De eerste keer bellen.") < page.index(
        "Dit is een mening, niet het antwoord."
    )
    assert "Bron:" in page


def test_a_case_of_ones_own_comes_without_opinions(an: Person, browser: Client) -> None:
    entry = a_sitting(an, "boundary", case="own-one")
    page = text_of(browser, f"/staff/reflection/{entry.pk}/boundary/seen/")
    assert "niet het antwoord" not in page


def test_names_are_pointed_out_in_a_boundary(an: Person, sitting: Entry, browser: Client) -> None:
    cast.make_person(an.neighbourhood, "Godelieve")
    actions.choose_lenses(sitting, ["boundary"], actor=an)
    step = f"/staff/reflection/{sitting.pk}/boundary/"
    typed = {"mine": "Naar Godelieve gaan.", "not_mine": "Haar dochter."}
    assert "Dit wijst naar iemand" in browser.post(step, typed).content.decode()
    browser.post(step, typed | {"replace": "1"})
    page = text_of(browser, f"{step}seen/")
    assert "Naar een buur gaan." in page
    assert "Haar dochter." in page


@pytest.mark.parametrize("kind", list(SEEN))
def test_every_lens_opens_again_with_what_was_written(
    an: Person, browser: Client, kind: str
) -> None:
    entry = a_sitting(an, kind)
    for page in (f"{kind}/", f"{kind}/seen/", "", "pdf/", "file/"):
        assert browser.get(f"/staff/reflection/{entry.pk}/{page}").status_code == 200
    page = text_of(browser, f"/staff/reflection/{entry.pk}/{kind}/")
    kept = {"style": 'value="delegating"', "role": 'value="60"', "phase": "checked"}
    assert kept.get(kind, "checked" if kind == "condition" else CANARY) in page


@pytest.mark.parametrize("kind", list(SEEN))
@pytest.mark.parametrize(
    "rubbish", ["x" * 5_000, "\u202e<script>", "-1", "😀" * 100, "a\x00b", "٣"]
)
def test_rubbish_never_breaks_a_lens(
    an: Person, sitting: Entry, browser: Client, kind: str, rubbish: str
) -> None:
    actions.choose_lenses(sitting, [kind], actor=an)
    names = (
        *(
            "promised",
            "observed",
            "respect",
            "signals",
            "nothing_fits",
            "clarity",
            "mine",
            "not_mine",
            "group",
            "change",
        ),
        *(f"{side}_{key}" for side in ("now", "wanted") for key in FOUR),
    )
    answer = browser.post(f"/staff/reflection/{sitting.pk}/{kind}/", dict.fromkeys(names, rubbish))
    assert answer.status_code in {200, 302}
    assert "<script>" not in answer.content.decode().partition("<main")[2].partition("</main>")[0]


def test_the_database_holds_no_word_of_a_sitting(an: Person) -> None:
    a_sitting(an, "boundary", "attitude")
    with connection.cursor() as cursor:
        for model in (Entry, Lens):
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')  # noqa: S608 - a name of our own
            assert CANARY not in str(cursor.fetchall())
