"""Dividing a hundred points counts along; what somebody feels opens with one press, with or without script."""

from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Page, expect

from gebuur.apps.reflection import actions
from gebuur.apps.reflection.models import Entry
from tests import cast


def begin(page: Page, site: str) -> Entry:
    """An begins a sitting, and is signed in on this page."""
    an = cast.make_staff(cast.make_place(), "An")
    cookie = settings.SESSION_COOKIE_NAME
    page.context.add_cookies(
        [{"name": cookie, "value": cast.sign_in(an).cookies[cookie].value, "url": site}]
    )
    now = timezone.now()
    entry = actions.begin_entry(an, actor=an, title="De week", form="think", now=now)
    actions.choose_lenses(entry, ["role"], actor=an)
    return entry


def test_the_sum_counts_along_while_she_types(desk: Page, site: str) -> None:
    entry = begin(desk, site)
    desk.goto(f"/staff/reflection/{entry.pk}/role/")
    now = desk.locator("[data-sum=now]")
    expect(now).to_have_text("Nu: 0 van de 100 verdeeld.")
    desk.fill("[name=now_people]", "60")
    desk.fill("[name=now_order]", "15")
    expect(now).to_have_text("Nu: 75 van de 100 verdeeld.")
    desk.fill("[name=now_results]", "25")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="Wat je schreef")).to_be_visible()


def test_what_she_feels_opens_with_one_press_without_script(plain: Page, site: str) -> None:
    entry = begin(plain, site)
    plain.goto(f"/staff/reflection/{entry.pk}/words/")
    feel = plain.get_by_label("Wat voel je?")
    expect(feel).to_be_hidden()
    plain.get_by_text("Ook: wat voel je?").click()
    feel.fill("Onrust.")
    plain.get_by_role("button", name="Verder").click()
    entry.refresh_from_db()
    assert entry.feel == "Onrust."
