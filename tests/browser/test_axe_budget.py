"""No fault that axe can find on the pages of the neighbourhood budget."""

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser

from gebuur.apps.budget.models import FrameVersion, Idea
from gebuur.apps.neighbourhood.models import Person
from gebuur.web.demo.budget_realised import look_back_on, make_garden
from tests import cast
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_axe import demo, faults

__all__ = ["demo"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("language", ["nl-BE", "ar"])
def test_the_budget_has_no_fault_for_neighbours(
    chromium: Browser, demo: str, language: str
) -> None:
    rosa = Person.objects.get(user__email="rosa@vlasbloem.example")
    name = settings.SESSION_COOKIE_NAME
    context = chromium.new_context(viewport=PHONE, locale=language, base_url=demo)
    context.add_cookies(
        [{"name": name, "value": cast.sign_in(rosa).cookies[name].value, "url": demo}]
    )
    idea = Idea.objects.get(title="Moestuin achter de refter")
    waits = FrameVersion.objects.get(published_at=None)
    one, own = f"/budget/{idea.round_id}/", f"/budget/ideas/{idea.pk}/"
    pages = ("", "frame/2/", "ideas/", "ideas/new/", "ideas/sheet/")
    paths = ("/budget/", *(f"{one}{page}" for page in pages), own, f"{own}back/")
    paths += (f"/budget/frames/{waits.pk}/sign/",)
    assert faults(context.new_page(), paths, width=PHONE["width"]) == []
    context.close()


@pytest.mark.parametrize("email", ["nele@vlasbloem.example", "els@vlasbloem.example"])
def test_the_frame_has_no_fault_for_who_writes_and_who_signs(
    chromium: Browser, demo: str, email: str
) -> None:
    person = Person.objects.get(user__email=email)
    name = settings.SESSION_COOKIE_NAME
    context = chromium.new_context(viewport=DESK, locale="nl-BE", base_url=demo)
    context.add_cookies(
        [{"name": name, "value": cast.sign_in(person).cookies[name].value, "url": demo}]
    )
    waits = FrameVersion.objects.get(published_at=None)
    staff = f"/staff/budget/{waits.round_id}/"
    paths: tuple[str, ...] = ("/staff/budget/", staff)
    if email.startswith("nele"):
        running = FrameVersion.objects.filter(published_at__isnull=False)[0].round_id
        ideas = f"/staff/budget/{running}/ideas/"
        paths += (
            f"{staff}edit/weigh/",
            "/staff/budget/new/rule/",
            f"{ideas}new/",
            f"{ideas}meeting/",
        )
    assert faults(context.new_page(), paths, width=DESK["width"]) == []
    context.close()


@pytest.mark.parametrize("language", ["nl-BE", "ar"])
def test_what_came_of_it_has_no_fault(chromium: Browser, demo: str, language: str) -> None:
    rosa = Person.objects.get(user__email="rosa@vlasbloem.example")
    one = FrameVersion.objects.filter(published_at__isnull=False)[0].round
    garden = cast.make_proposal(one, member=rosa, state="chosen", households=15)
    bench = cast.make_proposal(one, member=rosa, title="Bank", cents=90_000, state="chosen")
    for proposal in (garden, bench):
        cast.make_decision(proposal)
    make_garden(garden, now=timezone.now())
    look_back_on(bench, now=timezone.now())
    name = settings.SESSION_COOKIE_NAME
    context = chromium.new_context(viewport=PHONE, locale=language, base_url=demo)
    context.add_cookies(
        [{"name": name, "value": cast.sign_in(rosa).cookies[name].value, "url": demo}]
    )
    own = f"/budget/proposals/{garden.pk}/"
    to_do, done = garden.milestones.latest("due_on"), garden.milestones.earliest("due_on")
    effect = garden.effects.earliest("pk")
    pages = ("realising/", "steps/new/", "effects/new/", "pictures/new/", f"effects/{effect.pk}/")
    steps = (f"steps/{to_do.pk}/edit/", f"steps/{to_do.pk}/done/", f"steps/{done.pk}/done/")
    paths = [f"/budget/{one.pk}/realised/", *(own + page for page in (*pages, *steps))]
    after = f"/budget/proposals/{bench.pk}/after/3/"
    paths += [after, f"{after}sheet/", f"/budget/proposals/{bench.pk}/realising/"]
    assert faults(context.new_page(), tuple(paths), width=PHONE["width"]) == []
    context.close()


def test_the_look_at_the_vote_has_no_fault(chromium: Browser, demo: str) -> None:
    nele = Person.objects.get(user__email="nele@vlasbloem.example")
    one = FrameVersion.objects.filter(published_at__isnull=False)[0].round_id
    name = settings.SESSION_COOKIE_NAME
    context = chromium.new_context(viewport=DESK, locale="nl-BE", base_url=demo)
    context.add_cookies(
        [{"name": name, "value": cast.sign_in(nele).cookies[name].value, "url": demo}]
    )
    path = f"/staff/budget/{one}/look/"
    assert faults(context.new_page(), (path,), width=DESK["width"]) == []
    context.close()
