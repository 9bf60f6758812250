"""No page has a fault that axe can find, for residents and for staff, left to right and right to left."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser, Page

from gebuur.apps.care.models import HelpRequest
from gebuur.apps.neighbourhood.models import Membership, Person
from gebuur.apps.reflection import actions as reflection
from gebuur.apps.reflection.models import Entry, VoiceRound
from gebuur.apps.volunteers.models import Offer
from gebuur.apps.workshops import actions as workshops
from gebuur.apps.workshops.models import Block, Session, Workshop
from gebuur.apps.workshops.queries import door_of
from gebuur.apps.workshops.queries.agenda import ready_blocks
from tests import cast
from tests.browser.conftest import DESK, PHONE

RESIDENT = (
    "/n/vlasbloem/", "/ask/whom/", "/ask/task/", "/ask/when/", "/ask/language/", "/ask/who/", "/ask/not-here/money/",
    "/board/", "/street/", "/me/", "/call/", "/call/me/", "/code/", "/offer/tasks/", "/offer/times/",
    "/offer/limits/", "/offer/who/", "/numbers/", "/what-neighbours-do/", "/accounts/login/", "/demo/",
    "/demo/outbox/", "/invitation/", "/nowhere/",
    "/initiatives/", "/initiatives/new/what/", "/initiatives/new/where/", "/initiatives/new/who/",
    "/design/?sheet=charts", "/w/",
)  # fmt: skip
STAFF = (
    "/desk/week/", "/desk/week/print/",
    "/staff/frames/", "/staff/frames/?kind=cases", "/staff/frames/?kind=roles", "/staff/frames/sources/",
    "/staff/frames/styles/delegating/", "/staff/frames/styles/delegating/reset/", "/staff/reflection/",
    "/staff/reflection/new/",
    "/staff/workshops/", "/staff/workshops/new/", "/staff/workshops/ready/deck/",
    "/staff/workshops/ready/deck/?language=en", "/staff/workshops/ready/deck/print/",
    "/staff/reflection/new/?case=volunteers", "/staff/reflection/over-time/",
    "/staff/voice/", "/staff/voice/new/", "/staff/pulse/", "/staff/pulse/new/",
    "/staff/cases/", "/staff/cases/new/", "/staff/cases/streets/", "/staff/cases/streets/play/",
    "/staff/cases/streets/play/?who=alone", "/staff/cases/garden/play/?plan=incident&lens=role&lens=phase",
    "/desk/", "/desk/waiting/", "/desk/visits/", "/desk/phone/", "/desk/messages/", "/staff/people/",
    "/staff/people/new/", "/staff/offers/", "/staff/files/", "/staff/files/rules/", "/staff/files/texts/agreement/",
    "/staff/allowances/", "/staff/allowances/ceilings/",
    "/staff/tasks/", "/staff/tasks/groceries/", "/staff/numbers/",
    "/staff/small/", "/staff/small/new/",
    "/staff/first/", "/staff/first/?show=all", "/staff/demand/", "/staff/demand/flyer/",
    "/staff/hand-overs/", "/staff/concerns/",
    "/staff/tensions/", "/staff/tensions/new/", "/staff/mediation/", "/staff/mediation/new/",
    "/staff/members/", "/staff/members/invite/", "/staff/lists/",
    "/staff/streets/",
    "/staff/going/", "/staff/going/?show=answers", "/staff/going/?show=thanks", "/staff/going/?show=left",
    "/staff/mirror/", "/staff/mirror/fairness/", "/staff/mirror/changes/new/", "/staff/mirror/ownership/",
    "/me/seen/", "/accounts/locks/app/", "/accounts/locks/",
    "/staff/mirror/turn/", "/staff/mirror/first-times/",
    "/staff/workshops/ready/short/", "/staff/workshops/ready/short/nl/open/", "/staff/sessions/",
    "/staff/initiatives/", "/staff/initiatives/new/", "/staff/support/",
)  # fmt: skip

VOICES = ("", "type/", "paper/", "close/", "delete/")


def faults(page: Page, paths: tuple[str, ...], *, width: int) -> list[str]:
    """What axe finds, and pages that are wider than the screen."""
    found = []
    for path in paths:
        page.goto(path)
        report = Axe().run(page)
        found += [f"{path}: {fault['id']}" for fault in report.response["violations"]]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{path}: wider than the screen")
    return found


@pytest.mark.parametrize("language", ["nl-BE", "ar"])
def test_pages_for_residents_have_no_fault(chromium: Browser, demo: str, language: str) -> None:
    context = chromium.new_context(viewport=PHONE, locale=language, base_url=demo)
    asked = VoiceRound.objects.get(title="Koffie op het pleintje")
    over = VoiceRound.objects.get(title="Straatmaaltijd")
    told = VoiceRound.objects.filter(shown_at__isnull=False).latest("on")
    codes = (asked.code, f"{asked.code}/thanks", over.code, told.code)
    voices = tuple(f"/voice/{code}/" for code in codes)
    assert faults(context.new_page(), RESIDENT + voices, width=PHONE["width"]) == []
    context.close()


@pytest.mark.parametrize("language", ["nl-BE", "ar"])
def test_a_volunteers_own_pages_have_no_fault(chromium: Browser, demo: str, language: str) -> None:
    joris = Person.objects.get(user__email="joris@vlasbloem.example")
    cookie = settings.SESSION_COOKIE_NAME
    context = chromium.new_context(viewport=PHONE, locale=language, base_url=demo)
    context.add_cookies(
        [{"name": cookie, "value": cast.sign_in(joris).cookies[cookie].value, "url": demo}]
    )
    paths = ("/offer/mine/", "/offer/mine/change/", "/offer/mine/file/")
    assert faults(context.new_page(), paths, width=PHONE["width"]) == []
    context.close()


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_what_somebody_wrote_for_herself_has_no_fault(
    chromium: Browser, demo: str, screen: dict[str, int]
) -> None:
    an = Person.objects.get(user__email="an@vlasbloem.example")
    entry = Entry.objects.get(writer=an, case="volunteers")
    reflection.choose_lenses(entry, ["role", "phase"], actor=an)
    reflection.save_lens(entry, "phase", {"signals": ["we-say"], "nothing_fits": 1}, actor=an)
    cookie = settings.SESSION_COOKIE_NAME
    context = chromium.new_context(
        viewport=PHONE if screen == PHONE else DESK, locale="nl-BE", base_url=demo
    )
    context.add_cookies(
        [{"name": cookie, "value": cast.sign_in(an).cookies[cookie].value, "url": demo}]
    )
    steps = ("", "words/", "lenses/", "role/", "role/seen/", "phase/", "phase/seen/", "intention/")
    paths = tuple(f"/staff/reflection/{entry.pk}/{step}" for step in steps)
    paths += ("/staff/reflection/over-time/",)
    assert faults(context.new_page(), paths, width=screen["width"]) == []
    context.close()


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_pages_for_staff_have_no_fault(
    chromium: Browser, demo: str, screen: dict[str, int]
) -> None:
    nele = Person.objects.get(user__email="nele@vlasbloem.example")
    assert Membership.objects.filter(person=nele, role="coordinator").exists()
    cookie = settings.SESSION_COOKIE_NAME
    context = chromium.new_context(
        viewport=PHONE if screen == PHONE else DESK, locale="nl-BE", base_url=demo
    )
    context.add_cookies(
        [{"name": cookie, "value": cast.sign_in(nele).cookies[cookie].value, "url": demo}]
    )
    states = HelpRequest.objects.filter(neighbourhood=nele.neighbourhood).order_by("state", "pk")
    one_each = {one.state: one for one in states}.values()
    paths = STAFF + tuple(f"/desk/requests/{one.pk}/" for one in one_each)
    paths += (
        f"/staff/people/{nele.pk}/",
        f"/staff/people/{nele.pk}/edit/",
        f"/staff/people/{nele.pk}/erase/",
    )
    for workshop in Workshop.objects.filter(organisation=nele.neighbourhood.organisation_id):
        own = f"/staff/workshops/{workshop.pk}/"
        paths += (own, f"{own}edit/", f"{own}put-away/", f"{own}print/", f"{own}blocks/new/")
        paths += tuple(f"{own}blocks/new/?kind={kind}" for kind in ("case", "lights", "poll"))
        first = Block.objects.filter(workshop=workshop).earliest("position")
        paths += (
            f"/staff/workshops/blocks/{first.pk}/",
            f"/staff/workshops/blocks/{first.pk}/remove/",
        )
    for one in VoiceRound.objects.filter(neighbourhood=nele.neighbourhood):
        paths += tuple(f"/staff/voice/{one.pk}/{page}" for page in VOICES)
    offers = Offer.objects.filter(neighbourhood=nele.neighbourhood, is_organised=True)
    for offer in offers.order_by("created_at", "pk"):
        paths += (f"/staff/offers/{offer.pk}/file/",)
        paths += (f"/staff/offers/{offer.pk}/allowances/{timezone.localdate().year}/",)
    assert faults(context.new_page(), paths, width=screen["width"]) == []
    context.close()


def running_workshop(nele: Person) -> Session:
    """A session that goes on from the one of the demo."""
    return workshops.open_session(
        ready_blocks("short", "nl"),
        actor=nele,
        title="Terugkomdag",
        language="nl",
        now=timezone.now(),
        before=Session.objects.get(closed_at__isnull=False),
    )


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_the_remote_the_screen_and_the_report_of_a_workshop_have_no_fault(
    chromium: Browser, demo: str, screen: dict[str, int]
) -> None:
    nele = Person.objects.get(user__email="nele@vlasbloem.example")
    running = running_workshop(nele)
    assert running.before is not None
    note = running.before.notes.filter(kind="agreement").earliest("pk")
    own, over = f"/staff/sessions/{running.pk}/", f"/staff/sessions/{running.before.pk}/"
    cookie = settings.SESSION_COOKIE_NAME
    context = chromium.new_context(
        viewport=PHONE if screen == PHONE else DESK, locale="nl-BE", base_url=demo
    )
    context.add_cookies(
        [{"name": cookie, "value": cast.sign_in(nele).cookies[cookie].value, "url": demo}]
    )
    paths = (
        own,
        f"{own}screen/",
        f"{own}end/",
        f"/staff/notes/{note.pk}/",
        f"{over}report/",
        f"{over}delete/",
    )
    page = context.new_page()
    assert faults(page, paths, width=screen["width"]) == []
    workshops.move(running, 0, 0, actor=nele, now=timezone.now())
    assert faults(page, (own, f"{own}screen/"), width=screen["width"]) == []
    context.close()


@pytest.mark.parametrize("language", ["nl-BE", "ar"])
def test_the_phone_in_the_room_has_no_fault(chromium: Browser, demo: str, language: str) -> None:
    nele = Person.objects.get(user__email="nele@vlasbloem.example")
    running = running_workshop(nele)
    context = chromium.new_context(viewport=PHONE, locale=language, base_url=demo)
    page = context.new_page()
    door = f"/w/{door_of(running)}/"
    assert faults(page, (door,), width=PHONE["width"]) == []
    page.locator("main form button").click()
    page.wait_for_url("**/w/room/")
    assert faults(page, ("/w/room/", "/w/room/intention/"), width=PHONE["width"]) == []
    workshops.move(running, 0, 0, actor=nele, now=timezone.now())
    assert faults(page, ("/w/room/",), width=PHONE["width"]) == []
    context.close()
