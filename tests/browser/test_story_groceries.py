"""The story we show: a lady without e-mail phones, and a neighbour brings her groceries."""

import re

from django.conf import settings
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from gebuur.apps.care.models import HelpRequest, State, Visit
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox import actions as outbox
from tests import cast
from tests.apps.care.at_desk import Desk


def sit_down(page: Page, site: str) -> Desk:
    """An signs in; three neighbours offered to shop, Godelieve phoned before and wants letters."""
    story = Desk()
    for name in ("Joris", "Emine", "Luc"):
        story.helper(name, email=f"{name.lower()}@example.be", channel=Channel.MAIL)
    cast.make_person(
        story.place,
        "Godelieve",
        last_name="Verhaeghe",
        phone="+3290000042",
        house_number="9",
        channel=Channel.LETTER,
    )
    cookie = settings.SESSION_COOKIE_NAME
    page.context.add_cookies(
        [{"name": cookie, "value": story.browser.cookies[cookie].value, "url": site}]
    )
    page.goto("/desk/")
    return story


def link_in_last_mail() -> str:
    """The address that somebody presses in the mail that left last."""
    outbox.deliver_due(now=timezone.now())
    found = re.search(r"http://\S+(/l/\S+/)", str(mail.outbox[-1].body))
    assert found is not None
    return found.group(1)


def phone_it_in(desk: Page) -> None:
    """She phones; An types the number, chooses her and the task, and asks the first of three."""
    desk.keyboard.type("09 000 00 42")
    desk.keyboard.press("Enter")
    desk.wait_for_url(re.compile("/desk/calls/.+"))
    desk.keyboard.press("1")
    expect(desk.get_by_text("Godelieve Verhaeghe")).to_be_visible()
    desk.locator("label.chip", has_text="Boodschappen").click()
    helpers = desk.locator("section.who li.helper")
    expect(helpers).to_have_count(3)
    expect(helpers.first).to_contain_text("Wacht 3 weken op een eerste keer")
    desk.get_by_role("button", name=re.compile("Vraag eerst")).click()
    desk.wait_for_url(re.compile("/desk/requests/.+"))


def answer_in_turn(phone: Page) -> None:
    """The first says not this time, the second yes; neither signs in, neither reads who asks."""
    phone.goto(link_in_last_mail())
    expect(phone.locator("body")).not_to_contain_text("Godelieve")
    phone.get_by_role("button", name="Deze keer niet").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Goed. Deze keer niet.")
    phone.goto(link_in_last_mail())
    phone.get_by_role("button", name="Ja").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Dank je")


def hear_her_yes(desk: Page) -> None:
    """An phones Godelieve, who says yes for this afternoon."""
    desk.reload()
    desk.locator("[name=first_on]").fill(timezone.localdate().isoformat())
    desk.locator("label", has_text="namiddag").first.click()
    desk.get_by_role("button", name="Ja", exact=True).click()
    expect(desk.locator("#agreed")).to_be_visible()


def print_both_cards(desk: Page) -> None:
    """Both cards open as page and as PDF; the helper's has name and address."""
    cards = [str(link.get_attribute("href")) for link in desk.locator("a[href*='/card/']").all()]
    assert len(cards) == 2
    for card in cards:
        assert desk.request.get(f"{card}pdf/").headers["content-type"] == "application/pdf"
    desk.goto(next(card for card in cards if "helper" in card))
    expect(desk.locator("main")).to_contain_text("Godelieve Verhaeghe")
    expect(desk.locator("main")).to_contain_text("Spoelstraat 9")


def tell_how_it_was(desk: Page, visit: Visit) -> None:
    """She tells it on the phone, with a word of thanks."""
    desk.goto(f"/desk/visits/{visit.pk}/feedback/")
    desk.locator("label", has_text="Het was goed").first.click()
    desk.locator("label", has_text="Ja, graag").first.click()
    desk.locator("[name=thanks]").fill("Merci voor de zware zak.")
    desk.locator("main form button[type=submit]").last.click()
    desk.wait_for_url(re.compile("/desk/requests/.+"))


def test_a_phone_call_becomes_groceries_at_the_door(desk: Page, phone: Page, site: str) -> None:
    sit_down(desk, site)
    phone_it_in(desk)
    answer_in_turn(phone)
    hear_her_yes(desk)
    request_page = desk.url
    print_both_cards(desk)
    desk.goto(request_page)
    desk.get_by_role("button", name="Gedaan").click()
    expect(desk.get_by_role("button", name="Gedaan")).to_have_count(0)
    tell_how_it_was(desk, Visit.objects.get(state=Visit.State.DONE))
    outbox.deliver_due(now=timezone.now())
    assert any("Merci voor de zware zak." in str(one.body) for one in mail.outbox)
    assert HelpRequest.objects.get().state == State.DONE


def test_next_door_the_same_addresses_do_not_exist(desk: Page, site: str) -> None:
    story = sit_down(desk, site)
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    godelieve = Person.objects.get(first_name="Godelieve")
    browser = cast.sign_in(bert)
    cookie = settings.SESSION_COOKIE_NAME
    desk.context.clear_cookies()
    desk.context.add_cookies(
        [{"name": cookie, "value": browser.cookies[cookie].value, "url": site}]
    )
    call = story.call("09 000 00 42")
    for path in (
        f"/desk/requests/{call.pk}/",
        f"/desk/calls/{call.pk}/",
        f"/staff/people/{godelieve.pk}/",
    ):
        answer = desk.request.get(path)
        assert answer.status == 404
        assert "Godelieve" not in answer.text()
