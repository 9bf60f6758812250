"""Setting a date: by any member, with or without account, once or again and again."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives.models import Activity, Series
from tests import cast
from tests.apps.initiatives.at_work import AtWork, in_days, typed

pytestmark = pytest.mark.django_db


def test_any_member_sets_a_date_and_it_stands_in_the_list() -> None:
    work = AtWork()
    emine = cast.sign_in(work.emine)
    answer = emine.post(f"{work.base}dates/new/", typed(), follow=True)
    page = answer.content.decode()
    assert "Soep maken" in page
    assert "Emine legde deze datum vast" in page
    assert "van 18.30 tot 20.30" in page
    made = Activity.objects.get()
    assert [(one.name, one.most) for one in made.places.all()] == [("Komen", None), ("Koken", 2)]
    assert Line.objects.filter(act="date-made", verb="began", thing=work.group.pk).count() == 1
    assert "Soep maken" in emine.get(f"{work.base}dates/").content.decode()
    assert "Soep maken" in emine.get(work.base).content.decode()


def test_a_member_without_account_does_it_by_her_link() -> None:
    work = AtWork()
    luc = work.by_link(work.luc)
    assert "Leg een datum vast" in luc.get(f"{work.base}dates/").content.decode()
    luc.post(f"{work.base}dates/new/", typed(title="Kaarten"))
    assert Activity.objects.get().made_by == work.member(work.luc)


def test_staff_types_for_a_member_on_the_phone_and_the_group_reads_so() -> None:
    work = AtWork()
    an = cast.make_staff(work.place, "An")
    browser = cast.sign_in(an)
    seats = browser.session
    until = timezone.now() + dt.timedelta(minutes=20)
    seats["initiative_seats"] = {
        str(work.group.pk): {"member": str(work.member(work.luc).pk), "until": until.isoformat()}
    }
    seats.save()
    browser.post(f"{work.base}dates/new/", typed())
    made = Activity.objects.get()
    assert (made.made_by, made.typed_by) == (work.member(work.luc), an)
    page = cast.sign_in(work.rosa).get(f"{work.base}dates/{made.pk}/").content.decode()
    assert "Getypt door <bdi>An</bdi>" in page


def test_strangers_and_staff_without_a_seat_see_nothing() -> None:
    work = AtWork()
    an = cast.make_staff(work.place, "An")
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    made = work.soup()
    for browser in (Client(), cast.sign_in(an), cast.sign_in(bert)):
        for path in ("", "new/", "sheet/", "calendar/", f"{made.pk}/", f"{made.pk}/edit/"):
            assert browser.get(f"{work.base}dates/{path}").status_code == 404


def test_nothing_filled_in_asks_for_each_thing_and_keeps_the_rest() -> None:
    work = AtWork()
    page = cast.sign_in(work.rosa).post(f"{work.base}dates/new/", {"note": "Breng kruiden mee"})
    words = page.content.decode()
    assert "Schrijf in een paar woorden wat je doet." in words
    assert "Kies een dag." in words
    assert "Schrijf wanneer het begint." in words
    assert "Breng kruiden mee" in words
    assert not Activity.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"day": "2020-01-01"}, "Dat moment is voorbij."),
        ({"day": "morgen"}, "Schrijf de dag zo"),
        ({"at": "straks"}, "Schrijf het uur zo"),
        ({"minutes": "-3"}, "Selecteer een geldige keuze"),
        ({"places": "7"}, "Schrijf eerst een ding"),
        ({"places": "Koken 0"}, "Schrijf eerst een ding"),
        ({"places": "x" * 61}, "hoogstens zestig letters"),
        ({"places": "Komen\nkomen 3"}, "Twee lijnen zeggen hetzelfde"),
        ({"places": "\n".join("abcdefghi")}, "hoogstens acht dingen"),
        ({"rhythm": "weekly"}, "Tot wanneer komt het terug?"),
        ({"rhythm": "weekly", "until": "2020-01-01"}, "Dit ligt voor de eerste dag."),
        ({"rhythm": "weekly", "until": "2999-01-01"}, "Kies een dag binnen het jaar."),
        ({"rhythm": "daily"}, "Selecteer een geldige keuze"),
        ({"title": "x" * 81}, "80"),
        ({"title": "a\0b"}, "Null"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_nothing_is_lost(
    wrong: dict[str, str], sentence: str
) -> None:
    work = AtWork()
    page = cast.sign_in(work.rosa).post(f"{work.base}dates/new/", typed(where="Bij ons", **wrong))
    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert "Bij ons" in page.content.decode()
    assert not Activity.objects.exists()


def test_every_week_until_a_day_makes_them_all_beforehand() -> None:
    work = AtWork()
    cast.sign_in(work.rosa).post(
        f"{work.base}dates/new/", typed(rhythm="weekly", until=in_days(33).isoformat())
    )
    series = Series.objects.get()
    days = [timezone.localdate(one.starts_at) for one in series.activities.order_by("starts_at")]
    assert days == [in_days(5 + 7 * week) for week in range(5)]
    assert all(one.places.count() == 2 for one in series.activities.all())


def test_a_closed_group_sets_no_dates() -> None:
    work = AtWork()
    now = timezone.now()
    type(work.group).objects.filter(pk=work.group.pk).update(state="closed", closed_at=now)
    rosa = cast.sign_in(work.rosa)
    assert "Leg een datum vast" not in rosa.get(f"{work.base}dates/").content.decode()
    assert rosa.post(f"{work.base}dates/new/", typed()).status_code == 404


def test_only_open_dates_stand_where_everybody_looks_and_no_name_beside_them() -> None:
    work = AtWork()
    work.soup(title="Voor leden")
    shown = work.soup(title="Voor iedereen", is_public=True)
    work.take(shown, work.emine)
    passer_by = Client()
    passer_by.get("/n/vlasbloem/")
    for path in (work.base, "/street/", f"{work.base}dates.ics"):
        words = passer_by.get(path).content.decode()
        assert "Voor iedereen" in words
        assert "Voor leden" not in words
        assert "Emine" not in words
    type(work.group).objects.filter(pk=work.group.pk).update(is_hidden=True)
    assert passer_by.get(f"{work.base}dates.ics").status_code == 404
    assert "Voor iedereen" not in passer_by.get("/street/").content.decode()


def test_the_month_hangs_on_the_fridge_with_her_own_places_only() -> None:
    work = AtWork()
    made = work.soup(9)
    work.take(made, work.emine, "Koken")
    month = f"{timezone.localtime(made.starts_at):%Y-%m}"
    hers = cast.sign_in(work.emine).get(f"{work.base}dates/sheet/?month={month}").content.decode()
    assert "Soep maken" in hers
    assert "<bdi>Koken</bdi>" in hers
    other = cast.sign_in(work.rosa).get(f"{work.base}dates/sheet/?month={month}").content.decode()
    assert "<bdi>Koken</bdi>" not in other
    assert "Emine" not in other
    for rubbish in ("x", "9999-99", "0001-01", "2026-12-"):
        page = cast.sign_in(work.rosa).get(f"{work.base}dates/sheet/?month={rubbish}")
        assert page.status_code == 200


def test_somebody_who_reads_arabic_sets_a_date_in_arabic() -> None:
    work = AtWork()
    luc = work.by_link(work.luc)
    page = luc.get(f"{work.base}dates/new/", headers={"accept-language": "ar"}).content.decode()
    assert "120 دقيقة" in page
    assert "minutes" not in page.replace('name="minutes"', "").replace("id_minutes", "")


@pytest.mark.parametrize("day", ["31/12/9999", "30/12/9999", "9999-12-31"])
def test_a_day_at_the_end_of_the_calendar_gets_a_sentence_and_breaks_no_page(day: str) -> None:
    work = AtWork()
    browser = cast.sign_in(work.emine)
    late = typed(day=day, at="23u30", until=day, rhythm="weekly")
    answer = browser.post(f"{work.base}dates/new/", late)
    assert "Kies een dag binnen het jaar" in answer.content.decode()
    assert not Activity.objects.exists()
    assert browser.get(f"{work.base}dates/").status_code == 200
