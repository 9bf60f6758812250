"""The pages on which a group decides, writes and ends have no fault, on a phone and at a desk, also in Arabic."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import Browser

from gebuur.apps.initiatives.models import Charge, Decision, Initiative
from gebuur.apps.initiatives.queries import list_agreements, voices_of
from gebuur.apps.outbox import actions as outbox
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_axe import demo, faults

__all__ = ["demo"]


def door(group: Initiative) -> str:
    """The link of who leads a group."""
    lead = (
        voices_of(group)
        .filter(holdings__charge=Charge.LEAD, holdings__until__isnull=True)
        .earliest("joined_at")
    )
    end = timezone.now() + dt.timedelta(days=3)
    secret = outbox.make_link(lead.person, "initiatives:door", group, expires_at=end)
    return "/l/group/" + secret.address.split("/")[-2] + "/"


@pytest.mark.parametrize(
    ("language", "screen"),
    [("nl-BE", PHONE), ("ar", PHONE), ("en-GB", DESK)],
    ids=["nl", "ar", "desk"],
)
def test_the_pages_of_a_group_have_no_fault(
    chromium: Browser, demo: str, language: str, screen: dict[str, int]
) -> None:
    lively, young, quiet, over = (
        Initiative.objects.get(title=title)
        for title in ("Molenstraat helpt", "Samen tuin", "Soep op zondag", "Het buurtkoor")
    )
    asked = Decision.objects.get(initiative=lively, state=Decision.State.OPEN)
    taken = Decision.objects.get(initiative=lively, state=Decision.State.TAKEN)
    fence = Decision.objects.get(initiative=young)
    agreed = list_agreements(lively)[0]
    pages = {
        lively: ("", "decisions/", "decisions/new/", f"decisions/{asked.pk}/", f"decisions/{taken.pk}/",
                 "agreements/new/", f"agreements/{agreed.pk}/", "board/", "closing/", "closing/ask/", "archive/"),
        young: (f"decisions/{fence.pk}/", f"decisions/{fence.pk}/change/", f"decisions/{fence.pk}/withdraw/"),
        quiet: ("", "going/"),
        over: ("", "remained/", "archive/", "archive/delete/"),
    }  # fmt: skip
    context = chromium.new_context(
        viewport=PHONE if screen == PHONE else DESK, locale=language, base_url=demo
    )
    page = context.new_page()
    for group, paths in pages.items():
        page.goto(door(group))
        here = tuple(f"/initiatives/{group.pk}/{path}" for path in paths)
        assert faults(page, here, width=screen["width"]) == []
    assert faults(page, ("/initiatives/",), width=screen["width"]) == []
    context.close()
