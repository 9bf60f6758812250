"""A case is changed or taken away by who wrote it, or by a coordinator; what is gone is gone."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person, Role
from gebuur.apps.reflection import actions
from gebuur.apps.reflection.models import OwnCase
from gebuur.web.forgetting import erase
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def an() -> Person:
    return cast.make_staff(cast.make_place(), "An")


@pytest.fixture
def case(an: Person) -> OwnCase:
    return actions.write_case(
        actor=an,
        title="Een avond",
        story="Niemand kwam.",
        remarks={"phase": "Nog geen groep."},
        now=timezone.now(),
    )


def test_the_writer_says_it_in_other_words(an: Person, case: OwnCase) -> None:
    browser, address = cast.sign_in(an), f"/staff/cases/{case.pk}/edit/"
    form = browser.get(address).content.decode()
    assert "Niemand kwam." in form
    assert "Nog geen groep." in form
    answer = browser.post(address, {"title": "Een andere avond", "story": "Iedereen kwam."})
    assert answer["Location"] == f"/staff/cases/{case.pk}/"
    case = OwnCase.objects.get()
    assert (case.title, case.story, case.remarks) == ("Een andere avond", "Iedereen kwam.", "")


def test_a_change_is_read_along_with_as_well(an: Person, case: OwnCase) -> None:
    address = f"/staff/cases/{case.pk}/edit/"
    page = cast.sign_in(an).post(address, {"title": "Een avond", "story": "An kwam."})
    assert "Dit wijst nog naar iemand." in page.content.decode()
    assert OwnCase.objects.get().story == "Niemand kwam."


def test_withdrawing_asks_once_more_and_leaves_nothing(an: Person, case: OwnCase) -> None:
    browser, address = cast.sign_in(an), f"/staff/cases/{case.pk}/withdraw/"
    assert "intrekken?" in browser.get(address).content.decode()
    page = browser.post(address, follow=True).content.decode()
    assert "Van deze casus blijft hier niets over." in page
    assert not OwnCase.objects.exists()
    assert browser.get(f"/staff/cases/{case.pk}/play/").status_code == 404


def test_a_coordinator_may_another_colleague_may_not(an: Person, case: OwnCase) -> None:
    els = cast.make_staff(an.neighbourhood, "Els")
    for tail in ("edit/", "withdraw/"):
        assert cast.sign_in(els).get(f"/staff/cases/{case.pk}/{tail}").status_code == 404
        assert cast.sign_in(els).post(f"/staff/cases/{case.pk}/{tail}").status_code == 404
    with pytest.raises(PermissionDenied):
        actions.withdraw_case(case, actor=els)
    with pytest.raises(PermissionDenied):
        actions.change_case(case, actor=els, title="x", story="y", remarks={}, now=timezone.now())
    nele = cast.make_staff(an.neighbourhood, "Nele", role=Role.COORDINATOR)
    cast.sign_in(nele).post(f"/staff/cases/{case.pk}/withdraw/")
    assert not OwnCase.objects.exists()


def test_when_the_writer_is_forgotten_the_case_stays_without_her(an: Person, case: OwnCase) -> None:
    nele = cast.make_staff(an.neighbourhood, "Nele", role=Role.COORDINATOR)
    erase(an, actor=nele, now=timezone.now())
    assert OwnCase.objects.get().writer is None
    assert cast.sign_in(nele).get(f"/staff/cases/{case.pk}/edit/").status_code == 200
