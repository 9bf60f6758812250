"""No fault that axe can find on the pages of groups, for members and for who stands beside them."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser

from gebuur.apps.initiatives.models import (
    Advice,
    FrameSheet,
    Initiative,
    PhaseNote,
    Support,
)
from gebuur.apps.neighbourhood.models import Person
from tests import cast
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_axe import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("language", ["nl-BE", "ar"])
def test_a_group_has_no_fault_for_its_members(chromium: Browser, demo: str, language: str) -> None:
    rosa = Person.objects.get(user__email="rosa@vlasbloem.example")
    group = Initiative.objects.get(title="Molenstraat helpt")
    cookie = settings.SESSION_COOKIE_NAME
    context = chromium.new_context(viewport=PHONE, locale=language, base_url=demo)
    context.add_cookies(
        [{"name": cookie, "value": cast.sign_in(rosa).cookies[cookie].value, "url": demo}]
    )
    own = f"/initiatives/{group.pk}/"
    other = f"/initiatives/{Initiative.objects.get(title='Soep op zondag').pk}/"
    somebody = [f"members/{one.pk}/" for one in group.members.order_by("known_at", "state")]
    pages = ("", "members/", "charges/offer/", "edit/", "leave/", somebody[0], somebody[-1])
    paths = (*(f"{own}{page}" for page in pages), other, f"{other}join/", f"{other}asked/")
    assert faults(context.new_page(), paths, width=PHONE["width"]) == []


def support_of(person: Person, demo: str) -> tuple[dict[str, str], str, str]:
    """The cookie of somebody, and the addresses of the group that is supported and of its support."""
    name = settings.SESSION_COOKIE_NAME
    cookie = {"name": name, "value": cast.sign_in(person).cookies[name].value, "url": demo}
    support = Support.objects.get(state="going", neighbourhood=person.neighbourhood)
    group = f"/initiatives/{support.initiative_id}/"
    return cookie, group, f"{group}support/{support.pk}/"


@pytest.mark.parametrize("language", ["nl-BE", "ar"])
def test_the_support_of_a_group_has_no_fault(chromium: Browser, demo: str, language: str) -> None:
    rosa = Person.objects.get(user__email="rosa@vlasbloem.example")
    cookie, group, support = support_of(rosa, demo)
    context = chromium.new_context(viewport=PHONE, locale=language, base_url=demo)
    context.add_cookies([cookie])  # type: ignore[list-item]  # a cookie of three words
    sheet = FrameSheet.objects.get()
    note = PhaseNote.objects.filter(support__isnull=False, contested_at__isnull=True).earliest("pk")
    paths = ["", "support/", "advice/new/", "phases/", "phases/new/", f"frames/{sheet.pk}/"]
    paths += [f"phases/{note.pk}/contest/", f"promises/{sheet.promise_id}/", "support/ask/"]
    own = tuple(f"{support}{page}" for page in ("seen/", "end/", "longer/"))
    found = faults(
        context.new_page(), tuple(f"{group}{page}" for page in paths) + own, width=PHONE["width"]
    )
    assert found == []
    context.close()


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_standing_beside_a_group_has_no_fault(
    chromium: Browser, demo: str, screen: dict[str, int]
) -> None:
    an = Person.objects.get(user__email="an@vlasbloem.example")
    cookie, group, _support = support_of(an, demo)
    context = chromium.new_context(
        viewport=PHONE if screen == PHONE else DESK, locale="nl-BE", base_url=demo
    )
    context.add_cookies([cookie])  # type: ignore[list-item]  # a cookie of three words
    advice = Advice.objects.filter(answer="").earliest("pk")
    paths = tuple(
        f"{group}{page}" for page in ("support/", "promise/close/", "promise/close/delegating/")
    )
    paths += ("/staff/support/", f"/staff/advice/{advice.pk}/answer/")
    page = context.new_page()
    assert faults(page, paths, width=screen["width"]) == []
    page.goto(f"{group}promise/close/cooperative/")
    page.locator("main button.btn-1").click()
    assert not Axe().run(page).response["violations"]
    context.close()


AT_WORK = (
    "dates/", "dates/?show=all", "dates/new/", "dates/sheet/?month=2026-12", "dates/calendar/", "tasks/", "money/",
)  # fmt: skip


@pytest.mark.parametrize("language", ["nl-BE", "ar"])
def test_dates_tasks_and_money_of_a_group_have_no_fault(
    chromium: Browser, demo: str, language: str
) -> None:
    rosa = Person.objects.get(user__email="rosa@vlasbloem.example")
    street = Initiative.objects.get(title="Molenstraat helpt")
    one = street.activities.filter(called_off_at__isnull=True).latest("starts_at")
    cookie = settings.SESSION_COOKIE_NAME
    context = chromium.new_context(viewport=PHONE, locale=language, base_url=demo)
    context.add_cookies(
        [{"name": cookie, "value": cast.sign_in(rosa).cookies[cookie].value, "url": demo}]
    )
    base = f"/initiatives/{street.pk}/"
    paths = tuple(f"{base}{page}" for page in ("", *AT_WORK))
    paths += tuple(f"{base}dates/{one.pk}/{page}" for page in ("", "edit/", "call-off/"))
    assert faults(context.new_page(), paths, width=PHONE["width"]) == []
    context.close()
