"""A professional asks neighbours how it was, says first how she sees it, and hears the difference."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Person, Role, Street
from gebuur.apps.reflection import actions as reflection
from gebuur.apps.reflection.actions import voice
from gebuur.apps.reflection.models import OwnView, VoiceRound
from gebuur.core.errors import RuleBroken
from tests import cast
from tests.apps.reflection.voices import ASKED, OWN, TODAY, answer, make_round

pytestmark = pytest.mark.django_db
LIST = "/staff/voice/"


@pytest.fixture
def an() -> Person:
    return cast.make_staff(cast.make_place(), "An")


@pytest.fixture
def browser(an: Person) -> Client:
    return cast.sign_in(an)


def page_of(browser: Client, one: VoiceRound, page: str = "") -> str:
    answered = browser.get(f"{LIST}{one.pk}/{page}")
    assert answered.status_code == 200
    return answered.content.decode()


def typed(**facts: object) -> dict[str, object]:
    usual = {
        "title": "Straatmaaltijd",
        "on": TODAY().isoformat(),
        "street": "",
        "promised": "cooperative",
        "questions": list(ASKED),
        "until": (TODAY() + dt.timedelta(days=7)).isoformat(),
    }
    return usual | facts


def test_from_an_empty_page_to_an_address_that_neighbours_can_open(
    an: Person, browser: Client
) -> None:
    assert "Er werd nog niets gevraagd" in browser.get(LIST).content.decode()
    street = Street.objects.filter(neighbourhood=an.neighbourhood).earliest("name")
    own_page = browser.post(f"{LIST}new/", typed(street=str(street.pk)))["Location"]
    assert own_page.endswith("/own/")
    one = VoiceRound.objects.get()
    assert (one.street, one.opened_at) == (street, None)
    assert Client().get(f"/voice/{one.code}/").status_code == 404
    assert "nog niet open" in browser.get(LIST).content.decode()
    assert "Geef eerst je eigen kijk" in page_of(browser, one)
    assert browser.post(own_page, OWN)["Location"] == f"{LIST}{one.pk}/"
    assert Client().get(f"/voice/{one.code}/").status_code == 200
    shown = page_of(browser, one)
    assert f"/voice/{one.code}/" in shown
    assert "<svg" in shown


def test_opening_leaves_one_line_in_the_chronicle_and_answers_leave_none(an: Person) -> None:
    one = make_round(an)
    answer(one, times=3)
    voice.save_own_view(make_round(an, is_open=False), OWN, actor=an, now=timezone.now())
    lines = Line.objects.filter(act="voice-round")
    assert [line.verb for line in lines] == ["supported", "supported"]
    assert Line.objects.count() == 2


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"title": ""}, "Schrijf in een paar woorden waarover het ging."),
        ({"on": ""}, "Kies de dag van de activiteit."),
        ({"on": "gisteren"}, "Dit is geen dag."),
        ({"on": "2999-01-01"}, "Deze dag moet nog komen."),
        ({"on": "2001-01-01"}, "Dit is meer dan drie maanden geleden."),
        ({"until": "2001-01-01"}, "Deze dag is al voorbij."),
        ({"until": "2999-01-01"}, "Kies een dag binnen de twee maanden."),
        ({"questions": ["promise"]}, "Kies drie tot vijf vragen."),
        ({"questions": ["shoe-size"]}, "Kies drie tot vijf vragen."),
        ({"questions": []}, "Kies drie tot vijf vragen."),
        ({"street": "nergens"}, "Kies een straat van je buurt."),
        ({"promised": "\x00"}, "Straatmaaltijd"),
    ],
)
def test_rubbish_gets_one_sentence_and_nothing_is_lost(
    browser: Client, facts: dict[str, object], told: str
) -> None:
    answered = browser.post(f"{LIST}new/", typed(**facts))
    assert answered.status_code == 200
    page = answered.content.decode()
    assert told in page
    assert "title" in facts or "Straatmaaltijd" in page
    assert not VoiceRound.objects.exists()


def test_nothing_filled_in_is_not_a_round(browser: Client) -> None:
    assert browser.post(f"{LIST}new/", {}).status_code == 200
    assert not VoiceRound.objects.exists()


def test_her_own_view_needs_every_question(an: Person, browser: Client) -> None:
    one = make_round(an, is_open=False)
    page = browser.post(f"{LIST}{one.pk}/own/", {"promise": "yes"}).content.decode()
    assert "Kies één antwoord." in page
    assert not OwnView.objects.exists()


def test_she_may_change_her_view_until_the_first_answer(an: Person, browser: Client) -> None:
    one = make_round(an)
    assert browser.post(f"{LIST}{one.pk}/own/", OWN | {"promise": "no"}).status_code == 302
    answer(one)
    page = browser.post(f"{LIST}{one.pk}/own/", OWN).content.decode()
    assert "Je eigen kijk blijft zoals ze was" in page
    with pytest.raises(RuleBroken):
        voice.save_own_view(one, OWN, actor=an, now=timezone.now())


def test_nothing_is_seen_while_few_answered_and_the_last_five_never(
    an: Person, browser: Client
) -> None:
    one = make_round(an)
    answer(one, times=9)
    page = page_of(browser, one)
    assert "Er kwamen 9 antwoorden binnen." in page
    assert "zeggen:" not in page
    assert "Je ziet de eerste 5 zodra er 10 antwoorden zijn" in page
    answer(one)
    page = page_of(browser, one)
    assert "5 van de 5 zeggen: ja." in page
    assert "Er kwamen 10 antwoorden binnen. Daarvan tonen we er 5." in page
    answer(one, times=4, promise="no")
    assert "5 van de 5 zeggen: ja." in page_of(browser, one)


def test_in_one_street_ten_are_needed(an: Person, browser: Client) -> None:
    one = make_round(an, in_street=True)
    answer(one, times=9)
    voice.close_round(one, actor=an, now=timezone.now())
    page = page_of(browser, one)
    assert "Er zijn minder dan 10 antwoorden. Ze blijven verborgen." in page
    assert "zeggen:" not in page


def test_the_difference_stands_beside_each_other_in_words(an: Person, browser: Client) -> None:
    one = make_round(an)
    answer(one, times=9)
    answer(one, times=5, promise="no", who_decided="together", say="")
    voice.close_round(one, actor=an, now=timezone.now())
    page = page_of(browser, one)
    for told in (
        "9 van de 14 zeggen: ja.</b> Jij zag het ook zo.",
        "9 van de 14 zeggen: de dienst.</b> Jij had gedacht: samen.",
        "9 van de 9 zeggen: een beetje.</b> Jij had gedacht: nee.",
        "Volgens buren hadden ze minder te zeggen dan beloofd.",
        "Beloofd was: samenwerkend. Dan beslissen buren en dienst samen.",
        "Het telt nooit mee in een beoordeling.",
        "Toon de cijfers als tabel",
    ):
        assert told in page, told


def test_two_answers_as_often_are_both_named_and_silence_is_said(
    an: Person, browser: Client
) -> None:
    one = make_round(an)
    answer(one, times=3, who_decided="", say="")
    answer(one, times=3, promise="no", who_decided="", say="")
    voice.close_round(one, actor=an, now=timezone.now())
    page = page_of(browser, one)
    assert "3 van de 6 zeggen: ja. Even veel zeggen: nee." in page
    assert page.count("Niemand gaf een antwoord op deze vraag.") >= 2
    assert "Buren zien het niet allemaal gelijk." in page


def test_a_colleague_sees_what_neighbours_say_and_her_view_only_when_shown(
    an: Person, browser: Client
) -> None:
    one = make_round(an)
    answer(one, times=10)
    luc = cast.sign_in(cast.make_staff(an.neighbourhood, "Luc"))
    page = page_of(luc, one)
    assert "5 van de 5 zeggen: ja." in page
    assert "zag het ook zo" not in page
    assert "(An)" not in page
    assert luc.get(f"{LIST}{one.pk}/own/").status_code == 404
    assert luc.post(f"{LIST}{one.pk}/own/show/", {"shown": "yes"}).status_code == 404
    browser.post(f"{LIST}{one.pk}/own/show/", {"shown": "yes"})
    page = page_of(luc, one)
    assert "An zag het ook zo." in page
    assert "Ja (An)" in page
    browser.post(f"{LIST}{one.pk}/own/show/", {"shown": "no"})
    assert "An zag het ook zo." not in page_of(luc, one)


def test_a_colleague_may_type_but_not_close_hide_or_delete(an: Person) -> None:
    one = make_round(an)
    luc = cast.sign_in(cast.make_staff(an.neighbourhood, "Luc"))
    assert luc.get(f"{LIST}{one.pk}/type/").status_code == 200
    for page in ("close/", "delete/", "line/"):
        assert luc.post(f"{LIST}{one.pk}/{page}").status_code == 404
    nele = cast.sign_in(cast.make_staff(an.neighbourhood, "Nele", role=Role.COORDINATOR))
    assert nele.post(f"{LIST}{one.pk}/close/").status_code == 302
    assert nele.post(f"{LIST}{one.pk}/delete/").status_code == 302
    assert not VoiceRound.objects.exists()


def test_staff_of_another_place_find_nothing(an: Person) -> None:
    one = make_round(an)
    bert = cast.sign_in(cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert"))
    for page in ("", "own/", "type/", "paper/", "pdf/", "close/", "delete/"):
        assert bert.get(f"{LIST}{one.pk}/{page}").status_code == 404, page
    assert one.title not in bert.get(LIST).content.decode()


def test_a_line_that_names_somebody_is_hidden_told_and_put_back(
    an: Person, browser: Client
) -> None:
    one = make_round(an)
    answer(one, times=5, line="Luc was te laat.")
    voice.close_round(one, actor=an, now=timezone.now())
    luc = cast.sign_in(cast.make_staff(an.neighbourhood, "Luc"))
    page = page_of(browser, one)
    key = page.split('name="line" value="')[1].split('"')[0]
    browser.post(f"{LIST}{one.pk}/line/", {"line": key, "hide": "yes"})
    assert "zinnen zijn verborgen" in page_of(luc, one)
    assert "Luc was te laat." not in page_of(luc, one)
    browser.post(f"{LIST}{one.pk}/line/", {"line": key, "hide": "no"})
    assert "Luc was te laat." in page_of(luc, one)
    assert browser.post(f"{LIST}{one.pk}/line/", {"line": "\x00rubbish"}).status_code == 302


def test_closing_early_ends_the_link_and_deleting_leaves_nothing(
    an: Person, browser: Client
) -> None:
    one = make_round(an)
    answer(one, times=5)
    assert "Deze bevraging afsluiten?" in page_of(browser, one, "close/")
    browser.post(f"{LIST}{one.pk}/close/")
    browser.post(f"{LIST}{one.pk}/close/")
    assert "5 van de 5 zeggen: ja." in page_of(browser, one)
    with pytest.raises(RuleBroken):
        answer(one)
    assert "Deze bevraging wissen?" in page_of(browser, one, "delete/")
    browser.post(f"{LIST}{one.pk}/delete/")
    assert not VoiceRound.objects.exists()
    assert not OwnView.objects.exists()


def test_what_neighbours_said_lies_beside_a_reflection(an: Person, browser: Client) -> None:
    one = make_round(an)
    answer(one, times=10)
    now = timezone.now()
    entry = reflection.begin_entry(an, actor=an, title="De maaltijd", now=now)
    intention = reflection.finish_entry(entry, actor=an, text="Vragen", due_on=TODAY(), now=now)
    for address in ("/staff/reflection/", f"/staff/intentions/{intention.pk}/"):
        page = browser.get(address).content.decode()
        assert "Wat buren zeiden over ‘Straatmaaltijd’" in page
        assert "5 van de 5 zeggen: ja." in page
    luc = cast.sign_in(cast.make_staff(an.neighbourhood, "Luc"))
    assert "Straatmaaltijd" not in luc.get("/staff/reflection/").content.decode()


def test_when_she_leaves_her_view_goes_and_what_neighbours_said_stays(
    an: Person, browser: Client
) -> None:
    one = make_round(an)
    answer(one, times=10)
    nele = cast.make_staff(an.neighbourhood, "Nele", role=Role.COORDINATOR)
    cast.sign_in(nele).post(f"/staff/people/{an.pk}/erase/")
    one.refresh_from_db()
    assert one.opened_by is None
    assert not OwnView.objects.exists()
    assert "5 van de 5 zeggen: ja." in page_of(cast.sign_in(nele), one)
