"""Green, amber, red, and words of danger: what the desk says while somebody is on the phone."""

import pytest

from gebuur.apps.boundaries.models import HandOver
from gebuur.apps.care.models import State
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import Call
from tests.apps.care.at_desk import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_red_task_is_refused_with_its_reason_and_the_way_to_a_service(desk: Desk) -> None:
    call = desk.call("Marie")
    page = desk.post(call, "finish", caller="Marie", task="debts", then="later").content.decode()
    assert call.state == State.DRAFT
    assert "OCMW" in page
    assert f"/desk/calls/{call.pk}/hand-over/" in page
    assert not Person.objects.filter(first_name="Marie").exists()


def test_handing_over_from_a_call_writes_the_person_down_and_goes_on(desk: Desk) -> None:
    call = desk.call("Marie")
    answer = desk.post(call, "hand-over", caller="Marie", task="debts")
    assert answer["Location"].endswith(f"?request={call.pk}")
    assert call.seeker is not None
    assert call.seeker.first_name == "Marie"
    assert desk.browser.get(answer["Location"], follow=True).status_code == 200
    assert not HandOver.objects.exists()


def test_an_amber_task_asks_the_yes_of_the_professional_first(desk: Desk) -> None:
    joris = desk.helper("Joris", tasks=("device",))
    call = desk.call("Marie")
    typed = {"caller": "Marie", "task": "device", "then": "ask", "row": str(joris.pk)}
    page = desk.post(call, "finish", **typed).content.decode()
    assert "Zeg eerst ja tegen deze taak" in page
    assert call.state == State.DRAFT
    desk.post(
        call, "finish", is_clear="on", clear_minutes="45", clear_note="Geen wachtwoorden", **typed
    )
    assert (call.limits_minutes, call.cleared_by) == (45, desk.an)


def test_a_word_of_danger_shows_the_number_at_once_and_stores_nothing(desk: Desk) -> None:
    call = desk.call()
    desk.save(call, own_words="ze kan niet ademen")
    fragment = desk.browser.get(f"/desk/calls/{call.pk}/rank/", headers={"HX-Request": "true"})
    assert "tel:112" in fragment.content.decode()
    assert not Call.objects.exists()
