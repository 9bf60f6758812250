"""What streets are at odds about: seen by professionals, from five notes on, pointing at nobody."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from gebuur.apps.boundaries import actions, queries
from gebuur.apps.boundaries.models import Tension
from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Role, Street
from tests import cast

pytestmark = pytest.mark.django_db
NEW, SEEN, UNDO = "/staff/tensions/new/", "/staff/tensions/", "/staff/tensions/undo/"


def street(place: Neighbourhood, name: str = "Spoelstraat") -> Street:
    return Street.objects.get(neighbourhood=place, name=name)


def noted(place: Neighbourhood, an: Person, times: int, **facts: object) -> None:
    words: dict[str, object] = {
        "theme": "noise",
        "kind": "streets",
        "other_street": street(place, "Linnenstraat"),
        "today": timezone.localdate(),
    }
    for _time in range(times):
        actions.note_tension(street(place), actor=an, **(words | facts))  # type: ignore[arg-type]  # facts of a test


def tapped(place: Neighbourhood, **changed: str) -> dict[str, str]:
    return {
        "theme": "parking",
        "kind": "neighbours",
        "street": str(street(place).pk),
        "other_street": "",
    } | changed


def test_a_professional_notes_one_in_three_taps(an: Person, place: Neighbourhood) -> None:
    page = cast.sign_in(an).post(NEW, tapped(place), follow=True).content.decode()
    note = Tension.objects.get()
    assert (note.theme, note.kind, note.street, note.other_street) == (
        "parking",
        "neighbours",
        street(place),
        None,
    )
    assert "Parkeren" in page
    assert "Genoteerd" in page


def test_two_streets_are_one_pair_in_either_order(an: Person, place: Neighbourhood) -> None:
    browser = cast.sign_in(an)
    spoel, linnen = str(street(place).pk), str(street(place, "Linnenstraat").pk)
    browser.post(NEW, tapped(place, kind="streets", street=spoel, other_street=linnen))
    browser.post(NEW, tapped(place, kind="streets", street=linnen, other_street=spoel))
    assert len(set(Tension.objects.values_list("street", "other_street"))) == 1


def test_only_the_month_is_kept_and_no_line_or_key_tells_the_day(
    an: Person, place: Neighbourhood
) -> None:
    noted(place, an, 1)
    note = Tension.objects.get()
    assert note.month == timezone.localdate().replace(day=1)
    assert note.pk.version == 4
    assert not Line.objects.filter(act__contains="tension").exists()
    assert not Line.objects.filter(thing=note.pk).exists()


def test_a_theme_shows_from_five_notes_on_and_moves_by_fives(
    an: Person, place: Neighbourhood
) -> None:
    browser = cast.sign_in(an)
    noted(place, an, 4)
    assert "Lawaai" not in browser.get(SEEN).content.decode()
    noted(place, an, 1)
    page = browser.get(SEEN).content.decode()
    assert "Lawaai" in page
    assert "minstens 5 keer" in page
    noted(place, an, 4)
    assert browser.get(SEEN).content.decode().count("minstens 5 keer") == 1
    noted(place, an, 1)
    assert "minstens 10 keer" in browser.get(SEEN).content.decode()


def test_what_is_older_than_a_year_does_not_count(an: Person, place: Neighbourhood) -> None:
    long_ago = timezone.localdate() - dt.timedelta(days=400)
    noted(place, an, 5, today=long_ago)
    assert queries.list_tensions(place, today=timezone.localdate()) == []


def test_two_spellings_that_became_one_street_count_together(
    an: Person, place: Neighbourhood
) -> None:
    kind = {"kind": "place", "other_street": None}
    noted(place, an, 3, **kind)
    old = street(place, "Weverstraat")
    for _time in range(2):
        actions.note_tension(old, actor=an, theme="noise", kind="place", today=timezone.localdate())
    Street.objects.filter(pk=old.pk).update(merged_into=street(place), households=0)
    (row,) = queries.list_tensions(place, today=timezone.localdate())
    assert (row.streets, row.at_least) == (("Spoelstraat",), 5)


def test_in_a_small_street_nothing_is_noted_and_nothing_shows(
    an: Person, place: Neighbourhood
) -> None:
    noted(place, an, 5)
    Street.objects.filter(name="Linnenstraat").update(households=9)
    browser = cast.sign_in(an)
    assert "Lawaai" not in browser.get(SEEN).content.decode()
    small = str(street(place, "Linnenstraat").pk)
    page = browser.post(NEW, tapped(place, street=small)).content.decode()
    assert "Kies een straat uit de lijst" in page
    with pytest.raises(actions.StreetTooSmall):
        noted(place, an, 1)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"theme": ""}, "Kies waarover het gaat"),
        ({"theme": "gossip"}, "Kies waarover het gaat"),
        ({"kind": ""}, "Kies tussen wie het is"),
        ({"street": ""}, "Kies de straat"),
        ({"street": "x"}, "Kies een straat uit de lijst"),
        ({"kind": "streets"}, "Kies ook de andere straat"),
    ],
)
def test_a_tap_that_is_missing_is_asked_for_and_the_others_stay(
    an: Person, place: Neighbourhood, changed: dict[str, str], said: str
) -> None:
    page = cast.sign_in(an).post(NEW, tapped(place, **changed)).content.decode()
    assert said in page
    assert "checked" in page
    assert not Tension.objects.exists()


def test_a_second_street_must_be_another_one_and_belongs_to_two_streets(
    an: Person, place: Neighbourhood
) -> None:
    browser, same = cast.sign_in(an), str(street(place).pk)
    twice = browser.post(NEW, tapped(place, kind="streets", other_street=same)).content.decode()
    assert "Dit is dezelfde straat" in twice
    loose = browser.post(NEW, tapped(place, other_street=same)).content.decode()
    assert "Laat dit open" in loose
    assert not Tension.objects.exists()


def test_nothing_filled_in_is_no_error_page(an: Person) -> None:
    answer = cast.sign_in(an).post(NEW, {})
    assert answer.status_code == 200
    assert "Kies waarover het gaat" in answer.content.decode()


def test_a_wrong_tap_goes_back_on_the_same_day_once(an: Person, place: Neighbourhood) -> None:
    browser = cast.sign_in(an)
    browser.post(NEW, tapped(place))
    assert "De notitie is weg" in browser.post(UNDO, follow=True).content.decode()
    assert not Tension.objects.exists()
    assert "niets terug te nemen" in browser.post(UNDO, follow=True).content.decode()


def test_a_colleague_and_the_next_day_cannot_take_it_back(an: Person, place: Neighbourhood) -> None:
    browser = cast.sign_in(an)
    browser.post(NEW, tapped(place))
    note, today = Tension.objects.get(), timezone.localdate()
    nele = cast.make_staff(place, "Nele")
    with pytest.raises(PermissionDenied):
        actions.take_back_tension(note, actor=nele, noted_on=today, today=today)
    tomorrow = today + dt.timedelta(days=1)
    with pytest.raises(actions.TooLate):
        actions.take_back_tension(note, actor=an, noted_on=today, today=tomorrow)
    session = browser.session
    session["tension"] = {"pk": str(note.pk), "day": "2020-01-01"}
    session.save()
    assert "op de dag zelf" in browser.post(UNDO, follow=True).content.decode()
    assert Tension.objects.exists()


def test_a_note_of_another_place_is_nobodys(an: Person, place: Neighbourhood) -> None:
    molen = cast.make_place(name="De Molen", slug="molen")
    bert = cast.make_staff(molen, "Bert")
    with pytest.raises(PermissionDenied):
        noted(place, bert, 1)
    page = cast.sign_in(bert).post(NEW, tapped(place)).content.decode()
    assert "Kies een straat uit de lijst" in page
    noted(place, an, 5)
    assert "Lawaai" not in cast.sign_in(bert).get(SEEN).content.decode()


@pytest.mark.parametrize("role", [Role.HEAD, Role.AUTHORITY, Role.TRAINER, Role.VOLUNTEER])
def test_head_authority_trainer_and_helper_do_not_find_it(place: Neighbourhood, role: str) -> None:
    browser = cast.sign_in(cast.make_staff(place, "Wim", role=role))
    assert [browser.get(path).status_code for path in (SEEN, NEW, "/staff/mediation/")] == [404] * 3
    assert Client().get(SEEN).status_code == 302


def test_the_database_refuses_a_pair_that_is_none(an: Person, place: Neighbourhood) -> None:
    facts = {"neighbourhood": place, "theme": "noise", "street": street(place), "noted_by": an}
    wrong: tuple[dict[str, object], ...] = (
        {"kind": "streets", "month": dt.date(2026, 11, 1)},
        {
            "kind": "place",
            "month": dt.date(2026, 11, 1),
            "other_street": street(place, "Linnenstraat"),
        },
    )
    for changed in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            Tension.objects.create(**(facts | changed))


def test_a_colleague_who_is_erased_leaves_the_note_without_name(
    an: Person, place: Neighbourhood
) -> None:
    noted(place, an, 1)
    Person.objects.filter(pk=an.pk).delete()
    assert Tension.objects.get().noted_by is None
