"""An invitation: a code, an address, and only the proof of that address opens the door."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.accounts import actions
from gebuur.apps.accounts.models import Invitation, User
from gebuur.apps.neighbourhood.models import Membership, Neighbourhood, Person, Role
from tests import cast
from tests.apps.accounts.at_door import code_in_mail, type_code

pytestmark = pytest.mark.django_db
REFUSED = "Deze code werkt niet met dit adres"


def invite_luc(place: Neighbourhood, *, email: str = "", days: int = 14) -> tuple[Person, str]:
    """Luc will work here; his code stands in a letter, unless it was mailed."""
    luc = cast.make_person(place, "Luc")
    Membership.objects.create(
        neighbourhood=place, person=luc, role=Role.PROFESSIONAL, since=timezone.localdate()
    )
    until = timezone.now() + dt.timedelta(days=days)
    return luc, actions.invite(luc.pk, email=email, expires_at=until)


def use(browser: Client, code: str, email: str = "luc@example.be") -> str:
    answer = browser.post("/invitation/", {"code": code, "email": email}, follow=True)
    return answer.content.decode()


def test_a_code_from_a_letter_and_a_code_from_the_mail_make_the_account() -> None:
    luc, code = invite_luc(cast.make_place())
    browser = Client()
    use(browser, f" {code[:5].lower()}-{code[5:]} ", "Luc@Example.be")
    assert not Person.objects.filter(user__isnull=False).exists()  # The address is not proved yet.
    assert type_code(browser).status_code == 302
    luc.refresh_from_db()
    assert luc.user is not None
    assert luc.email == "luc@example.be"
    assert browser.get("/staff/tasks/")["Location"] == "/accounts/second-factor/"


def test_a_slip_of_the_pen_in_the_address_burns_nothing() -> None:
    luc, code = invite_luc(cast.make_place())
    use(Client(), code, "luk@example.be")
    browser = Client()
    use(browser, code)
    type_code(browser)
    luc.refresh_from_db()
    assert luc.user is not None
    assert luc.user.email == "luc@example.be"


def test_the_code_works_once() -> None:
    _luc, code = invite_luc(cast.make_place())
    first, second = Client(), Client()
    use(first, code)
    for_first = code_in_mail()
    use(second, code, "dief@example.be")
    type_code(first, for_first)
    page = browser_after(second)
    assert REFUSED in page
    assert User.objects.get(email="dief@example.be").persons.count() == 0
    assert REFUSED in use(Client(), code)


def browser_after(browser: Client) -> str:
    answer = browser.post("/accounts/login/code/confirm/", {"code": code_in_mail()}, follow=True)
    return answer.content.decode()


@pytest.mark.parametrize("days", [-1, 14])
def test_an_old_or_unknown_code_gets_one_and_the_same_sentence(days: int) -> None:
    _luc, code = invite_luc(cast.make_place(), days=days)
    page = use(Client(), code if days < 0 else "ABCDE-FGHJK")
    assert REFUSED in page
    assert "luc@example.be" in page  # What was typed stays.


def test_an_invitation_by_mail_works_for_that_address_only() -> None:
    _luc, code = invite_luc(cast.make_place(), email="luc@example.be")
    assert REFUSED in use(Client(), code, "dief@example.be")
    assert REFUSED not in use(Client(), code)


def test_a_code_tried_with_ten_wrong_addresses_ends() -> None:
    _luc, code = invite_luc(cast.make_place(), email="luc@example.be")
    for number in range(actions.MOST_TRIES):
        use(Client(), code, f"dief{number}@example.be")
    assert REFUSED in use(Client(), code)


@pytest.mark.usefixtures("one_hour")
def test_from_one_place_only_so_many_codes_can_be_tried(monkeypatch: Any) -> None:
    monkeypatch.setattr("gebuur.web.views.invitation.PER_HOUR", 1)
    cast.make_place()
    use(Client(), "ABCDE-FGHJK")
    assert "Wacht een uur" in use(Client(), "ABCDE-FGHJK")


def test_a_new_invitation_ends_the_one_before() -> None:
    luc, old = invite_luc(cast.make_place())
    actions.invite(luc.pk, email="", expires_at=timezone.now() + dt.timedelta(days=1))
    assert REFUSED in use(Client(), old)


def test_only_a_hash_of_the_code_is_kept() -> None:
    _luc, code = invite_luc(cast.make_place())
    assert code not in str(Invitation.objects.values())


def test_a_neighbour_with_an_account_takes_the_new_role_over() -> None:
    place = cast.make_place()
    rosa = cast.make_person(place, "Rosa")
    cast.make_user(rosa, "rosa@example.be")
    luc, code = invite_luc(place)
    browser = Client()
    use(browser, code, "rosa@example.be")
    type_code(browser)
    assert Membership.objects.get(role=Role.PROFESSIONAL).person == rosa
    luc.refresh_from_db()
    assert luc.left_at is not None
    assert browser.get("/staff/tasks/")["Location"] == "/accounts/second-factor/"


def test_whoever_sat_at_this_screen_before_is_signed_out() -> None:
    place = cast.make_place()
    browser = cast.sign_in(cast.make_staff(place, "An"))
    luc, code = invite_luc(place)
    use(browser, code)
    type_code(browser)
    assert browser.get("/me/").context["user"].email == "luc@example.be"
    luc.refresh_from_db()
    assert luc.user is not None
