"""How is it in this street? Asked without names, told as a band on two sides, hidden below ten."""

import datetime as dt
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Person, Role, Street
from gebuur.apps.reflection.actions import pulse, voice
from gebuur.apps.reflection.models import VoiceRound
from gebuur.apps.reflection.queries.voice import opened
from tests import cast
from tests.apps.reflection.pulses import TODAY, TRUST, close, fill_in, make_pulse, street_of

pytestmark = pytest.mark.django_db
LIST = "/staff/pulse/"
SAY_YES = "buren zeggen ja"


def page_of(browser: Client, one: VoiceRound) -> str:
    answered = browser.get(f"{LIST}{one.pk}/")
    assert answered.status_code == 200
    return answered.content.decode()


def read_by_a_neighbour(one: VoiceRound, language: str = "nl") -> str:
    return Client(headers={"accept-language": language}).get(f"/voice/{one.code}/").content.decode()


def last_day(days: int = 20) -> str:
    return (TODAY() + dt.timedelta(days=days)).isoformat()


def test_from_an_empty_list_to_six_questions_on_a_phone(an: Person, browser: Client) -> None:
    street = street_of(an)
    assert "Nog geen enkele straat kreeg vragen" in browser.get(LIST).content.decode()
    assert f'href="{LIST}"' in browser.get("/staff/voice/").content.decode()
    assert f'href="{LIST}"' in browser.get("/staff/mirror/streets/").content.decode()
    asked = browser.post(f"{LIST}new/", {"street": str(street.pk), "until": last_day()})
    one = VoiceRound.objects.get()
    assert asked["Location"] == f"{LIST}{one.pk}/"
    assert street.name in browser.get(LIST).content.decode()
    phone = read_by_a_neighbour(one)
    assert "Hoe is het in jouw straat?" in phone
    assert phone.count("<fieldset") == 6
    assert "textarea" not in phone
    sent = Client().post(f"/voice/{one.code}/", {TRUST[0]: "rather"})
    assert sent["Location"].endswith("/thanks/")
    assert "Er kwam 1 antwoord binnen." in page_of(browser, one)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "Comment ça va"),
        ("tr", "Sokağında durum"),
        ("ar", "كيف الحال في شارعك"),
        ("en", "How is it in your street"),
    ],
)
def test_a_neighbour_reads_it_in_her_own_language(an: Person, language: str, words: str) -> None:
    assert words in read_by_a_neighbour(make_pulse(an), language)


@pytest.mark.parametrize(
    ("street", "until", "told"),
    [
        ("", "", "Kies een straat van je buurt."),
        ("nergens\x00", last_day(), "Kies een straat van je buurt."),
        ("own", "ooit", "Dit is geen dag."),
        ("own", last_day(2), "Geef buren minstens een week."),
        ("own", "2999-01-01", "Kies een dag binnen de twee maanden."),
    ],
)
def test_rubbish_gets_one_sentence(
    an: Person, browser: Client, street: str, until: str, told: str
) -> None:
    own = str(street_of(an).pk)
    typed = {"street": own if street == "own" else street, "until": until}
    page = browser.post(f"{LIST}new/", typed)
    assert page.status_code == 200
    assert told in page.content.decode()
    assert not VoiceRound.objects.exists()


def test_a_street_of_nine_households_is_not_asked(an: Person, browser: Client) -> None:
    street = street_of(an, households=9)
    Street.objects.exclude(pk=street.pk).update(households=3)
    page = browser.get(f"{LIST}new/").content.decode()
    assert "Geen enkele straat is groot genoeg" in page
    browser.post(f"{LIST}new/", {"street": str(street.pk), "until": last_day()})
    with pytest.raises(pulse.StreetTooSmall):
        make_pulse(an, street=street)
    assert not VoiceRound.objects.exists()


def test_one_street_is_asked_once_at_a_time(an: Person, browser: Client) -> None:
    one = make_pulse(an)
    typed = {"street": str(one.street_id), "until": last_day()}
    assert "Deze straat krijgt al vragen." in browser.post(f"{LIST}new/", typed).content.decode()
    close(one, an)
    assert browser.post(f"{LIST}new/", typed).status_code == 302


def test_the_database_holds_that_a_pulse_has_a_street_and_only_a_closed_one_is_shown(
    an: Person,
) -> None:
    one = make_pulse(an)
    for facts in ({"street": None}, {"shown_at": timezone.now()}, {"kind": "rumour"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            VoiceRound.objects.filter(pk=one.pk).update(**facts)


def test_while_it_runs_nobody_sees_anything(an: Person, browser: Client) -> None:
    one = make_pulse(an)
    fill_in(one, times=30)
    page = page_of(browser, one)
    assert "Er kwamen 30 antwoorden binnen." in page
    assert "Wat eruit kwam, zie je na het afsluiten" in page
    assert SAY_YES not in page
    assert SAY_YES not in read_by_a_neighbour(one)


def test_nine_answers_stay_hidden_for_good(an: Person, browser: Client) -> None:
    one = make_pulse(an)
    fill_in(one, times=9)
    close(one, an)
    page = page_of(browser, one)
    assert "Er zijn minder dan 10 antwoorden. Ze blijven verborgen." in page
    assert SAY_YES not in page
    assert "Toon het aan de straat" not in page
    browser.post(f"{LIST}{one.pk}/show/", {"shown": "yes"})
    assert SAY_YES not in read_by_a_neighbour(one)
    one.refresh_from_db()
    assert one.shown_at is None


def test_the_two_sides_stand_apart_each_as_a_band(an: Person, browser: Client) -> None:
    one = make_pulse(an)
    fill_in(one, times=8)
    fill_in(one, times=4, trust="hardly", acting="rather")
    close(one, an)
    page = page_of(browser, one)
    assert "Tussen 4 en 11 van elke 12 buren zeggen ja." in page
    assert "Tussen 1 en 8 van elke 12 buren zeggen ja." in page
    assert "Elkaar kennen en vertrouwen" in page
    assert "Samen iets doen" in page
    assert "<caption>Samen iets doen</caption>" in page


def test_everybody_and_nobody_are_told_as_at_least_and_at_most(an: Person, browser: Client) -> None:
    one = make_pulse(an)
    fill_in(one, times=10)
    close(one, an)
    page = page_of(browser, one)
    assert "Minstens 8 van elke 12 buren zeggen ja." in page
    assert "Hoogstens 4 van elke 12 buren zeggen ja." in page


def test_a_side_on_which_few_have_an_opinion_stays_hidden(an: Person, browser: Client) -> None:
    one = make_pulse(an)
    fill_in(one, times=9)
    fill_in(one, times=5, acting="unknown")
    close(one, an)
    page = page_of(browser, one)
    assert "Te weinig buren hadden een mening. Het blijft verborgen." in page
    assert SAY_YES in page


def test_a_street_is_laid_beside_itself_and_a_small_step_is_no_difference(
    an: Person, browser: Client
) -> None:
    before = make_pulse(an, days=200)
    fill_in(before, times=10, trust="no", acting="surely")
    fill_in(before, times=10, trust="no", acting="no")
    close(before, an, days=190)
    now = make_pulse(an)
    fill_in(now, times=12, trust="surely", acting="surely")
    fill_in(now, times=8, trust="surely", acting="no")
    close(now, an)
    page = page_of(browser, now)
    assert "Meer buren zeggen ja dan op" in page
    assert "We kunnen geen verschil zien met" in page
    assert "Meer buren" not in page_of(browser, before)


def test_another_street_stands_on_no_page_of_this_one(an: Person, browser: Client) -> None:
    Street.objects.update(households=20)
    second, first = Street.objects.filter(neighbourhood=an.neighbourhood).order_by("name")[:2]
    other = make_pulse(an, street=second, days=90)
    fill_in(other, times=12, trust="no")
    close(other, an, days=60)
    one = make_pulse(an, street=first)
    fill_in(one, times=12)
    close(one, an)
    assert "dan op" not in page_of(browser, one)
    assert second.name not in page_of(browser, one)
    assert SAY_YES not in browser.get(LIST).content.decode()


def test_the_street_reads_what_came_out_only_when_it_is_shown(an: Person, browser: Client) -> None:
    one = make_pulse(an)
    fill_in(one, times=12)
    close(one, an)
    assert SAY_YES not in read_by_a_neighbour(one)
    browser.post(f"{LIST}{one.pk}/show/", {"shown": "yes"})
    assert "Wat jouw straat zegt" in read_by_a_neighbour(one)
    assert SAY_YES in read_by_a_neighbour(one)
    assert "ماذا يقول شارعك" in read_by_a_neighbour(one, "ar")
    browser.post(f"{LIST}{one.pk}/show/", {"shown": "yes"})
    assert Line.objects.filter(act="pulse-shown").count() == 1
    browser.post(f"{LIST}{one.pk}/show/", {})
    assert SAY_YES not in read_by_a_neighbour(one)


def test_an_earlier_pulse_that_was_not_shown_is_not_told_to_the_street_either(
    an: Person, browser: Client
) -> None:
    before = make_pulse(an, days=200)
    fill_in(before, times=20, trust="no")
    close(before, an, days=190)
    now = make_pulse(an)
    fill_in(now, times=20)
    close(now, an)
    pulse.show_outcome(now, actor=an, is_shown=True, now=timezone.now())
    assert "Meer buren" in page_of(browser, now)
    assert "Meer buren" not in read_by_a_neighbour(now)


def test_who_may_read_who_may_lead_and_who_finds_nothing(an: Person) -> None:
    one = make_pulse(an)
    fill_in(one, times=12)
    close(one, an)
    head = cast.sign_in(cast.make_staff(an.neighbourhood, "Hilde", role=Role.HEAD))
    assert SAY_YES in page_of(head, one)
    assert "Toon het aan de straat" not in page_of(head, one)
    assert head.get(LIST).status_code == 200
    assert head.get(f"{LIST}new/").status_code == 404
    luc = cast.sign_in(cast.make_staff(an.neighbourhood, "Luc"))
    assert luc.post(f"{LIST}{one.pk}/show/", {"shown": "yes"}).status_code == 404
    bert = cast.sign_in(cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert"))
    assert bert.get(f"{LIST}{one.pk}/").status_code == 404
    assert bert.post(f"{LIST}{one.pk}/show/", {"shown": "yes"}).status_code == 404
    stranger = cast.make_person(an.neighbourhood, "Rosa")
    with pytest.raises(PermissionDenied):
        make_pulse(stranger)
    with pytest.raises(PermissionDenied):
        pulse.show_outcome(one, actor=stranger, is_shown=True, now=timezone.now())


def test_the_pages_of_an_activity_tell_nothing_of_a_street(an: Person, browser: Client) -> None:
    one = make_pulse(an)
    fill_in(one, times=20)
    close(one, an)
    assert one.title not in browser.get("/staff/voice/").content.decode()
    assert browser.get(f"/staff/voice/{one.pk}/")["Location"] == f"{LIST}{one.pk}/"
    for page in ("pdf/", "own/"):
        assert browser.get(f"/staff/voice/{one.pk}/{page}").status_code == 404


def test_staff_type_a_sheet_close_and_delete(an: Person, browser: Client) -> None:
    one = make_pulse(an)
    page = browser.get(f"/staff/voice/{one.pk}/type/?language=tr").content.decode()
    assert "Mag ik zes korte vragen stellen over je straat?" in page
    assert "Anahtarını bir komşuna" in page
    assert browser.post(f"/staff/voice/{one.pk}/type/", {TRUST[1]: "no"}).status_code == 302
    one.refresh_from_db()
    assert opened(one).pool.arrived == 1
    assert browser.post(f"/staff/voice/{one.pk}/close/").status_code == 302
    assert browser.post(f"/staff/voice/{one.pk}/delete/")["Location"] == LIST
    assert not VoiceRound.objects.exists()


def test_the_sheet_fits_on_one_page_per_language_and_is_tagged(an: Person, browser: Client) -> None:
    one = make_pulse(an)
    languages = ["nl", "en", "fr", "tr", "ar"]
    answered = browser.get(f"/staff/voice/{one.pk}/paper/", {"languages": languages})
    reader = PdfReader(BytesIO(answered.content))
    assert len(reader.pages) == 5
    text = " ".join(reader.pages[0].extract_text().split())
    assert "Hoe is het in jouw straat?" in text
    assert "Wil je nog iets zeggen" not in text
    assert reader.root_object["/MarkInfo"]["/Marked"]  # type: ignore[index]  # pypdf knows no keys


def test_the_chronicle_tells_that_a_street_was_asked_and_not_who_answered(an: Person) -> None:
    one = make_pulse(an)
    fill_in(one, times=3)
    assert [line.act for line in Line.objects.all()] == ["voice-round"]
    voice.delete_round(one, actor=an)
