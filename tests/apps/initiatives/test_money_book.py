"""The money book: one writes, members read, nothing is rubbed out, and nobody else sees what there is."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Holding, MoneyLine, Support
from tests import cast
from tests.apps.initiatives.at_work import AtWork

pytestmark = pytest.mark.django_db


def typed(**changes: str) -> dict[str, str]:
    today = timezone.localdate().isoformat()
    return {"way": "out", "amount": "12,50", "what": "Soepgroenten", "on": today, **changes}


def note(work: AtWork, cents: int, what: str = "Soep", *, year: int | None = None) -> MoneyLine:
    today = timezone.localdate()
    on = dt.date(year, 6, 1) if year else today
    return actions.note_money(
        actor=work.seat(work.rosa), on=on, what=what, cents=cents, now=timezone.now()
    )


@pytest.mark.parametrize(
    ("amount", "cents"),
    [
        ("12,50", 1250),
        ("12.5", 1250),
        ("€ 7", 700),
        ("1.250,00", 125_000),
        ("3 euro", 300),
        ("\u0663\u066b\u0665", 350),
    ],
)
def test_amounts_are_typed_as_people_write_them(amount: str, cents: int) -> None:
    work = AtWork()
    cast.sign_in(work.rosa).post(f"{work.base}money/", typed(amount=amount, way="in"))
    assert MoneyLine.objects.get().cents == cents


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"amount": "twaalf"}, "Schrijf een getal zo: 12,50."),
        ({"amount": "-5"}, "Schrijf een getal zo: 12,50."),
        ({"amount": "0,00"}, "Hoeveel is het?"),
        ({"amount": "12,505"}, "Schrijf een getal zo: 12,50."),
        ({"amount": "9999999"}, "Schrijf een getal zo: 12,50."),
        ({"way": ""}, "Kies één van de twee."),
        ({"what": ""}, "Schrijf in een paar woorden waarvoor het was."),
        ({"on": "2999-01-01"}, "Die dag moet nog komen."),
        ({"on": "1926-01-01"}, "Dat is lang geleden."),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_nothing_is_lost(
    wrong: dict[str, str], sentence: str
) -> None:
    work = AtWork()
    page = cast.sign_in(work.rosa).post(f"{work.base}money/", typed(**{"what": "Prei"} | wrong))
    words = page.content.decode()
    assert page.status_code == 200
    assert sentence in words
    assert "Prei" in words or "what" in wrong
    assert not MoneyLine.objects.exists()


def test_only_who_keeps_the_money_writes_and_members_read() -> None:
    work = AtWork()
    note(work, 10_000, "Gift van de bakker")
    luc = work.by_link(work.luc)
    page = luc.get(f"{work.base}money/").content.decode()
    assert "Gift van de bakker" in page
    assert "100,00" in page
    assert "Een nieuwe lijn" not in page
    assert luc.post(f"{work.base}money/", typed()).status_code == 404
    line = MoneyLine.objects.get()
    assert luc.post(f"{work.base}money/{line.pk}/undo/").status_code == 404
    Holding.objects.filter(charge="money").update(until=timezone.now())
    assert cast.sign_in(work.rosa).post(f"{work.base}money/", typed()).status_code == 404
    assert MoneyLine.objects.count() == 1


def test_a_mistake_is_set_right_by_a_line_against_it_once() -> None:
    work = AtWork()
    line = note(work, -8_400, "Bekers")
    rosa, path = cast.sign_in(work.rosa), f"{work.base}money/{line.pk}/undo/"
    page = rosa.post(path, follow=True).content.decode()
    assert "Rechtgezet: Bekers" in page
    assert "Beide blijven in het boek." in page
    again = rosa.post(path, follow=True).content.decode()
    assert "al rechtgezet" in again
    against = MoneyLine.objects.get(against=line)
    assert (against.cents, MoneyLine.objects.count()) == (8_400, 2)
    page = rosa.post(f"{work.base}money/{against.pk}/undo/", follow=True).content.decode()
    assert "al rechtgezet" in page
    assert MoneyLine.objects.count() == 2
    acts = Line.objects.filter(act__startswith="money", verb="did").values_list("act", flat=True)
    assert list(acts.order_by("number")) == ["money-noted", "money-set-right"]


def test_a_year_begins_with_what_was_left_and_comes_as_a_file() -> None:
    work = AtWork()
    year = timezone.localdate().year
    note(work, 10_000, "Straatfeest", year=year - 1)
    note(work, -13_050, "=Gasfles")
    note(work, 500, "Kleingeld")
    rosa = cast.sign_in(work.rosa)
    page = rosa.get(f"{work.base}money/").content.decode()
    assert "\u221225,50" in page
    assert "Straatfeest" not in page
    assert "Straatfeest" in rosa.get(f"{work.base}money/?year={year - 1}").content.decode()
    file = rosa.get(f"{work.base}money/file/").content.decode("utf-8-sig").splitlines()
    assert file[0] == "Dag;Wat;In;Uit;Over"
    assert file[1] == f"01/01/{year};Over van vroeger;;;100,00"
    assert file[2].split(";")[1:] == ["'=Gasfles", "", "130,50", "\u221230,50"]
    assert file[-1] == f"31/12/{year};Het hele jaar;5,00;130,50;\u221225,50"
    for rubbish in ("x", "0000", "99999", "\u0662\u0660\u0662\u0666"):
        assert rosa.get(f"{work.base}money/?year={rubbish}").status_code == 200
        assert rosa.get(f"{work.base}money/file/?year={rubbish}").status_code == 200


def test_the_balance_never_leaves_the_group() -> None:
    work = AtWork()
    note(work, 123_456)
    an = cast.make_staff(work.place, "An")
    Support.objects.create(
        neighbourhood=work.place,
        initiative=work.group,
        supporter=an,
        state=Support.State.GOING,
        since=timezone.localdate(),
        until=timezone.localdate(),
        offered_at=timezone.now(),
    )
    beside = cast.sign_in(an)
    for browser in (Client(), beside):
        for path in ("money/", "money/file/"):
            assert browser.get(work.base + path).status_code == 404
        assert "1.234,56" not in browser.get(work.base).content.decode()
    assert "/money/" not in beside.get(work.base).content.decode()
