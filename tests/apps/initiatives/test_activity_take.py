"""Taking a place and giving it back; who presses last hears it kindly."""

import time
from functools import partial

import pytest
from django.utils import timezone

from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Activity, Member, Taking
from gebuur.apps.initiatives.permissions import Seat
from tests import cast
from tests.apps.initiatives.at_work import AtWork, spot
from tests.crowd import at_once, needs_a_queue


def press(work: AtWork, activity: Activity, name: str, press: str = "take") -> dict[str, str]:
    return {"place": str(spot(activity, name).pk), "press": press}


@pytest.mark.django_db
def test_somebody_takes_a_place_and_gives_it_back() -> None:
    work = AtWork()
    made = work.soup()
    luc, path = work.by_link(work.luc), f"{work.base}dates/{made.pk}/"
    page = luc.post(f"{path}place/", press(work, made, "Koken"), follow=True).content.decode()
    assert "Je staat op de lijst." in page
    assert Taking.objects.get().member == work.member(work.luc)
    luc.post(f"{path}place/", press(work, made, "Koken"))
    assert Taking.objects.count() == 1
    seen = cast.sign_in(work.rosa).get(path).content.decode()
    assert "1 van 1" in seen
    assert "Hiervoor zijn er genoeg buren." in seen
    luc.post(f"{path}place/", press(work, made, "Koken", "back"))
    assert not Taking.objects.exists()
    acts = list(Line.objects.filter(thing=work.group.pk).order_by("number").values_list("act"))
    assert acts[-2:] == [("place-taken",), ("place-given-back",)]


@pytest.mark.django_db
def test_who_comes_just_too_late_hears_it_kindly() -> None:
    work = AtWork()
    made = work.soup()
    work.take(made, work.luc, "Koken")
    path = f"{work.base}dates/{made.pk}/place/"
    page = cast.sign_in(work.emine).post(path, press(work, made, "Koken"), follow=True)
    assert "Iemand was je net voor." in page.content.decode()
    assert Taking.objects.count() == 1


@pytest.mark.django_db
def test_no_place_is_taken_in_what_is_over_or_called_off() -> None:
    work = AtWork()
    over, off = work.soup(-3), work.soup()
    actions.call_off_activity(off, actor=work.seat(work.rosa), now=timezone.now())
    for made in (over, off):
        path = f"{work.base}dates/{made.pk}/place/"
        page = cast.sign_in(work.emine).post(path, press(work, made, "Komen"), follow=True)
        assert "Dit is voorbij, of het gaat niet door." in page.content.decode()
    assert not Taking.objects.exists()


@pytest.mark.django_db
def test_a_place_of_another_group_or_rubbish_is_nowhere() -> None:
    work = AtWork()
    mine = work.soup()
    other = cast.make_group(work.emine, title="De tuin")
    seat = Seat(Member.objects.select_related("initiative").get(initiative=other))
    elsewhere = actions.make_activity(
        actions.Plan("Spitten", timezone.localdate().replace(year=2999), timezone.now().time(),
                     "Tuin", (actions.Wanted("Komen"),)),
        actor=seat, now=timezone.now(),
    )  # fmt: skip
    rosa = cast.sign_in(work.rosa)
    path = f"{work.base}dates/{mine.pk}/place/"
    for place in (str(spot(elsewhere, "Komen").pk), "x", ""):
        assert rosa.post(path, {"place": place}).status_code == 404
    assert rosa.get(f"{work.base}dates/{elsewhere.pk}/").status_code == 404
    assert not Taking.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_six_press_for_the_last_place_and_one_has_it() -> None:
    needs_a_queue()
    work = AtWork()
    made = work.soup()
    six = [cast.join_group(work.group, cast.make_person(work.place, f"Buur{n}")) for n in range(6)]

    def take(member: Member) -> bool:
        try:
            actions.take_place(spot(made, "Koken"), actor=Seat(member), now=timezone.now())
        except actions.PlaceFull:
            return False
        return True

    assert sorted(at_once(*(partial(take, one) for one in six)), key=str) == [*[False] * 5, True]
    assert Taking.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_neighbour_who_presses_four_times_stands_there_once() -> None:
    needs_a_queue()
    work = AtWork()
    made, seat = work.soup(), work.seat(work.luc)
    take = partial(actions.take_place, spot(made, "Komen"), actor=seat, now=timezone.now())
    at_once(*[take] * 4)
    assert Taking.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_without_waiting_for_each_other_the_last_place_would_be_taken_twice() -> None:
    """The negative control: count, think, write. So the attack above is live."""
    needs_a_queue()
    work = AtWork()
    place = spot(work.soup(), "Koken")
    six = [cast.join_group(work.group, cast.make_person(work.place, f"Buur{n}")) for n in range(6)]

    def careless(member: Member) -> None:
        if place.takings.count() < 1:
            time.sleep(0.2)
            Taking.objects.create(
                neighbourhood=work.place, place=place, member=member, at=timezone.now()
            )

    at_once(*(partial(careless, one) for one in six))
    assert Taking.objects.count() > 1
