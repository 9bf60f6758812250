"""No fault that axe can find on the pages of groups: for a member, for who leads, and for who stands beside."""

import datetime as dt

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext

from gebuur.apps.initiatives.models import (
    Advice,
    Charge,
    Decision,
    FrameSheet,
    Initiative,
    PhaseNote,
    Support,
)
from gebuur.apps.initiatives.queries import list_agreements, voices_of
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from tests import cast
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_axe import faults

ALWAYS = (
    "", "members/", "charges/offer/", "edit/", "leave/", "decisions/", "decisions/new/", "agreements/new/", "board/",
    "closing/", "closing/ask/", "archive/", "dates/", "dates/?show=all", "dates/new/", "dates/sheet/?month=2026-12",
    "dates/calendar/", "tasks/", "money/", "support/", "support/ask/", "advice/new/", "phases/", "phases/new/",
    "bridges/", "bridges/new/",
)  # fmt: skip


def signed_in(context: BrowserContext, email: str, site: str) -> Person:
    person = Person.objects.get(user__email=email)
    name = settings.SESSION_COOKIE_NAME
    value = cast.sign_in(person).cookies[name].value
    context.add_cookies([{"name": name, "value": value, "url": site}])
    return person


def door(group: Initiative) -> str:
    """The link of who leads a group."""
    lead = voices_of(group).filter(holdings__charge=Charge.LEAD, holdings__until__isnull=True)
    end = timezone.now() + dt.timedelta(days=3)
    person = lead.earliest("joined_at").person
    secret = outbox.make_link(person, "initiatives:door", group, expires_at=end)
    return "/l/group/" + secret.address.split("/")[-2] + "/"


def things_of(group: Initiative) -> list[str]:
    """Pages about one thing of the group that supports itself and is supported."""
    sheet, support = FrameSheet.objects.get(), Support.objects.get(state="going", initiative=group)
    note = PhaseNote.objects.filter(support__isnull=False, contested_at__isnull=True).earliest("pk")
    date = group.activities.filter(called_off_at__isnull=True).latest("starts_at")
    members = [one.pk for one in group.members.order_by("known_at", "state")]
    return [
        *(f"members/{pk}/" for pk in (members[0], members[-1])),
        *(
            f"decisions/{one.pk}/"
            for one in group.decisions.exclude(state=Decision.State.NOT_TAKEN)
        ),
        *(f"dates/{date.pk}/{page}" for page in ("", "edit/", "call-off/")),
        *(f"support/{support.pk}/{page}" for page in ("seen/", "end/", "longer/")),
        *(f"bridges/{one.pk}/" for one in group.bridges_given.all()),
        f"agreements/{list_agreements(group)[0].pk}/",
        f"frames/{sheet.pk}/",
        f"promises/{sheet.promise_id}/",
        f"phases/{note.pk}/contest/",
    ]


@pytest.mark.parametrize("language", ["nl-BE", "ar"])
def test_a_group_has_no_fault_for_its_members(chromium: Browser, demo: str, language: str) -> None:
    context = chromium.new_context(viewport=PHONE, locale=language, base_url=demo)
    signed_in(context, "rosa@vlasbloem.example", demo)
    group = Initiative.objects.get(title="Molenstraat helpt")
    soup = f"/initiatives/{Initiative.objects.get(title='Soep op zondag').pk}/"
    paths = [f"/initiatives/{group.pk}/{page}" for page in (*ALWAYS, *things_of(group))]
    others = [soup, f"{soup}join/", f"{soup}asked/"]
    found = faults(context.new_page(), (*paths, *others), width=PHONE["width"])
    assert found == []
    context.close()


def test_groups_that_doubt_sleep_or_closed_have_no_fault(chromium: Browser, demo: str) -> None:
    young, quiet, over = (
        Initiative.objects.get(title=title)
        for title in ("Samen tuin", "Soep op zondag", "Het buurtkoor")
    )
    fence = Decision.objects.get(initiative=young)
    pages = {
        young: [f"decisions/{fence.pk}/{page}" for page in ("", "change/", "withdraw/")],
        quiet: ["", "going/"],
        over: ["", "remained/", "archive/", "archive/delete/"],
    }
    context = chromium.new_context(viewport=DESK, locale="en-GB", base_url=demo)
    page = context.new_page()
    for group, paths in pages.items():
        page.goto(door(group))
        here = tuple(f"/initiatives/{group.pk}/{path}" for path in paths)
        assert faults(page, here, width=DESK["width"]) == []
    context.close()


def test_standing_beside_a_group_has_no_fault(chromium: Browser, demo: str) -> None:
    context = chromium.new_context(viewport=DESK, locale="nl-BE", base_url=demo)
    signed_in(context, "an@vlasbloem.example", demo)
    support = Support.objects.get(state="going", initiative__title="Molenstraat helpt")
    group = support.initiative
    base, advice = f"/initiatives/{group.pk}/", Advice.objects.filter(answer="").earliest("pk")
    bridge = group.bridges_given.earliest("pk")
    paths = [
        f"{base}{page}" for page in ("", "support/", "promise/close/", "promise/close/delegating/")
    ]
    paths += [
        "/staff/support/",
        f"/staff/advice/{advice.pk}/answer/",
        "/staff/bridges/",
        "/staff/bridges/new/",
    ]
    paths += [f"/staff/bridges/{bridge.pk}/", "/staff/mirror/streets/", "/staff/streets/connect/"]
    paths += [f"/staff/streets/connect/?helps={group.street_id}&beside={bridge.from_street_id}"]
    page = context.new_page()
    assert faults(page, tuple(paths), width=DESK["width"]) == []
    page.goto(f"{base}promise/close/cooperative/")
    page.locator("main button.btn-1").click()
    assert not Axe().run(page).response["violations"]
    page.set_viewport_size(PHONE)
    assert faults(page, tuple(paths), width=PHONE["width"]) == []
    context.close()
