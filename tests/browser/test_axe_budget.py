"""No fault that axe can find on the pages of the neighbourhood budget."""

import datetime as dt
import uuid

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser

from gebuur.apps.budget.models import FrameVersion, Idea, MergeAsk
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
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
    for title in (
        "Zitbank bij de bushalte",
        "Het plein opknappen",
        "Een moestuin voor de kinderen",
    ):
        paths += (f"/budget/ideas/{Idea.objects.get(title=title).pk}/",)
    paths += _of_a_question(waits.round.neighbourhood_id)
    assert faults(context.new_page(), paths, width=PHONE["width"]) == []
    context.close()


def _of_a_question(place: uuid.UUID) -> tuple[str]:
    """The page behind the link of who is asked whether two ideas become one."""
    ask = MergeAsk.objects.get(neighbourhood=place, state="asked")
    assert ask.idea.giver is not None
    end = timezone.now() + dt.timedelta(days=3)
    link = outbox.make_link(ask.idea.giver, "budget:merge-answer", ask, expires_at=end)
    return (f"/budget/merge/{link.address.split('/')[-2]}/",)


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
            f"{ideas}walls/",
            "/staff/budget/rehearsal/",
            f"/budget/ideas/{Idea.objects.get(title='Speelstraat in juli').pk}/merge/",
            f"/budget/ideas/{Idea.objects.get(title='Speelstraat in juli').pk}/split/",
        )
    assert faults(context.new_page(), paths, width=DESK["width"]) == []
    context.close()
