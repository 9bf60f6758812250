"""No fault that axe can find on the pages of the neighbourhood budget."""

import datetime as dt
import uuid

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser

from gebuur.apps.budget.models import Count, FrameVersion, Idea, MergeAsk, Proposal, Remark
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.actions import make_link
from gebuur.web.demo.budget_checks import look_at_plan
from gebuur.web.demo.budget_realised import look_back_on, make_garden
from tests import cast
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_axe import faults

A_DAY = dt.timedelta(days=1)
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
    idea = Idea.objects.get(title="Moestuin op het Garenplein")
    waits = FrameVersion.objects.get(published_at=None)
    one, own = f"/budget/{idea.round_id}/", f"/budget/ideas/{idea.pk}/"
    pages = ("", "frame/2/", "ideas/", "ideas/new/", "ideas/sheet/")
    paths = ("/budget/", *(f"{one}{page}" for page in pages), own, f"{own}back/")
    paths += (f"/budget/frames/{waits.pk}/sign/",)
    paths += _of_proposals(idea)
    for count in Count.objects.all():
        paths += (f"/budget/{count.round_id}/result/", f"/budget/{count.round_id}/result/mine/")
    for title in (
        "Zitbank bij de bushalte",
        "Het plein opknappen",
        "Een moestuin voor de kinderen",
    ):
        paths += (f"/budget/ideas/{Idea.objects.get(title=title).pk}/",)
    paths += _of_a_question(waits.round.neighbourhood_id)
    assert faults(context.new_page(), paths, width=PHONE["width"]) == []
    context.close()


def _of_proposals(idea: Idea) -> tuple[str, ...]:
    """What everybody reads of a proposal, and what Rosa's group works on."""
    made = Proposal.objects.get(title="Moestuin achter de refter")
    garden, bench = (f"/budget/proposals/{pk}/" for pk in (made.pk, _bench().proposal.pk))
    free = Idea.objects.filter(state=Idea.State.OPEN, round=idea.round).earliest("entered_at")
    parts = ("what", "criteria", "evidence", "costs/new", "letters/new", "hand-in", "withdraw")
    return (
        f"/budget/{idea.round_id}/proposals/",
        "/budget/proposals/",
        f"/budget/ideas/{free.pk}/proposal/",
        garden,
        f"{garden}versions/2/",
        f"{garden}answer/",
        f"/budget/{made.round_id}/proposals/",
        f"/budget/{made.round_id}/realised/",
        f"{bench}writing/",
        *(f"{bench}writing/{part}/" for part in parts),
    )


def _bench() -> Idea:
    return Idea.objects.get(title="Bank aan de bushalte")


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
    moestuin = Idea.objects.get(title="Moestuin op het Garenplein").pk
    paths: tuple[str, ...] = ("/staff/budget/", staff, "/staff/budget/authority/")
    if email.startswith("els"):
        paths += (f"/staff/budget/ideas/{moestuin}/remark/",)
    if email.startswith("nele"):
        running = Idea.objects.get(pk=moestuin).round_id
        ideas = f"/staff/budget/{running}/ideas/"
        paths += (
            f"{staff}edit/weigh/",
            "/staff/budget/new/rule/",
            f"{ideas}new/",
            f"{ideas}meeting/",
            f"{staff}count/",
            *(f"/staff/budget/{count.round_id}/count/" for count in Count.objects.all()),
            f"{ideas}walls/",
            "/staff/budget/rehearsal/",
            f"/budget/ideas/{Idea.objects.get(title='Speelstraat in juli').pk}/merge/",
            f"/budget/ideas/{Idea.objects.get(title='Speelstraat in juli').pk}/split/",
        )
    assert faults(context.new_page(), paths, width=DESK["width"]) == []
    context.close()


@pytest.mark.parametrize(("who", "width"), [("nele", "desk"), ("rosa", "phone")])
def test_what_services_say_has_no_fault(chromium: Browser, demo: str, who: str, width: str) -> None:
    nele, rosa = (
        Person.objects.get(user__email=f"{name}@vlasbloem.example") for name in ("nele", "rosa")
    )
    one = Idea.objects.get(title="Bank aan de bushalte").round
    proposal = cast.make_proposal(one, member=rosa, title="Tuin voor de school")
    look_at_plan(proposal, nele, now=timezone.now())
    Remark.objects.filter(text__startswith="Wie wil het licht").update(idea=proposal.idea_id)
    silent = proposal.checks.get(service="Wegendienst")
    staff, own = f"/staff/budget/checks/{silent.pk}/", f"/budget/proposals/{proposal.pk}/checks/"
    asked = Remark.objects.get(text__startswith="Wie wil het licht")
    link = make_link(nele, "budget:check-answer", silent, expires_at=timezone.now() + A_DAY)
    paths = {
        "nele": (f"/staff/budget/proposals/{proposal.pk}/checks/", staff, f"{staff}answer/"),
        "rosa": (
            link.address.removeprefix(settings.SITE_ADDRESS),
            f"{own}{silent.pk}/",
            f"/budget/remarks/{asked.pk}/answer/",
        ),
    }
    size = DESK if width == "desk" else PHONE
    name = settings.SESSION_COOKIE_NAME
    context = chromium.new_context(viewport=size, locale="nl-BE", base_url=demo)
    cookie = cast.sign_in(nele if who == "nele" else rosa).cookies[name].value
    context.add_cookies([{"name": name, "value": cookie, "url": demo}])
    assert faults(context.new_page(), paths[who], width=size["width"]) == []


@pytest.mark.parametrize("language", ["nl-BE", "ar"])
def test_what_came_of_it_has_no_fault(chromium: Browser, demo: str, language: str) -> None:
    rosa = Person.objects.get(user__email="rosa@vlasbloem.example")
    one = Idea.objects.get(title="Bank aan de bushalte").round
    garden = cast.make_proposal(one, member=rosa, state="chosen", households=15)
    bench = cast.make_proposal(one, member=rosa, title="Bank", cents=90_000, state="chosen")
    for proposal in (garden, bench):
        cast.sign_decision(proposal, outcome="if")
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
    done_page = f"/budget/proposals/{bench.pk}/realising/"
    paths += [after, f"{after}sheet/", done_page]
    page = context.new_page()
    assert faults(page, tuple(paths), width=PHONE["width"]) == []
    Proposal.objects.filter(pk=bench.pk).update(finished_at=None)
    assert faults(page, (done_page,), width=PHONE["width"]) == [], (
        "the group is asked if it is done"
    )
    context.close()


def test_the_look_at_the_vote_has_no_fault(chromium: Browser, demo: str) -> None:
    nele = Person.objects.get(user__email="nele@vlasbloem.example")
    one = Count.objects.get().round_id
    name = settings.SESSION_COOKIE_NAME
    context = chromium.new_context(viewport=DESK, locale="nl-BE", base_url=demo)
    context.add_cookies(
        [{"name": name, "value": cast.sign_in(nele).cookies[name].value, "url": demo}]
    )
    path = f"/staff/budget/{one}/look/"
    assert faults(context.new_page(), (path,), width=DESK["width"]) == []
    context.close()
