"""Somebody stands still by a contact: step by step, in the order of the training."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection import actions
from gebuur.apps.reflection.models import Entry
from tests import cast
from tests.apps.reflection.written import NEW, an_entry, text_of

pytestmark = pytest.mark.django_db


def test_the_whole_exercise_from_an_own_contact_to_an_intention(
    an: Person, browser: Client
) -> None:
    line = chronicle.record(
        Verb.DECIDED, an, act="helpers-picked", actor=an, neighbourhood=an.neighbourhood,
        actor_kind=ActorKind.PROFESSIONAL,
    )  # fmt: skip
    assert "Je koos wie gevraagd werd" in text_of(browser, NEW)
    answer = browser.post(NEW, {"line": str(line.pk)})
    step = answer["Location"]
    assert step.endswith("/recent/")
    due = timezone.localdate() + dt.timedelta(days=7)
    for posted, then in (
        ({"recent": "Ik belde te vroeg."}, "/attitude/"),
        ({"respect": "Ik vroeg of het paste."}, "/style/"),
        ({"promised": "delegating", "observed": "open-authoritarian"}, "/otherwise/"),
        ({"otherwise": "Wachten tot ze zelf belt."}, "/expect/"),
        ({"expect": "Dat ze nee zegt als het niet past.", "mirrored": "Dat ik luister."}, "/intention/"),
        ({"text": "Vrijdag niet bellen.", "due_on": due.isoformat()}, "/"),
    ):  # fmt: skip
        answer = browser.post(step, posted)
        assert answer.status_code == 302, step
        step = answer["Location"]
        assert step.endswith(then)
    page = text_of(browser, step)
    for words in (
        "Ik belde te vroeg.",
        "Respect",
        "Buren hadden minder te zeggen",
        "Dat ik luister.",
        "Vrijdag niet bellen.",
    ):
        assert words in page
    assert Entry.objects.get().line == line.pk


def test_the_questions_stand_in_the_order_of_the_training_and_the_last_one_has_a_mirror(
    an: Person, browser: Client
) -> None:
    entry = an_entry(an)
    assert "Wanneer werkte je de laatste tijd samen met buren?" in text_of(
        browser, f"/staff/reflection/{entry.pk}/recent/"
    )
    assert "Wat verwachten de buren van jou?" in text_of(
        browser, f"/staff/reflection/{entry.pk}/expect/"
    )


def test_nothing_but_the_intention_has_to_be_answered(an: Person, browser: Client) -> None:
    entry = actions.begin_entry(an, actor=an, title="Kort", now=timezone.now())
    for step in ("recent", "attitude", "style", "otherwise", "expect"):
        assert browser.post(f"/staff/reflection/{entry.pk}/{step}/").status_code == 302
    answer = browser.post(
        f"/staff/reflection/{entry.pk}/intention/", {"text": "", "due_on": "2001-01-01"}
    )
    page = answer.content.decode()
    assert "Schrijf één ding dat je gaat doen." in page
    assert "Deze dag is al voorbij." in page


def test_more_than_three_attitudes_are_too_many_and_nothing_typed_is_lost(
    an: Person, browser: Client
) -> None:
    entry = actions.begin_entry(an, actor=an, title="Kort", now=timezone.now())
    four = dict.fromkeys(("genuineness", "commitment", "openness", "respect"), "Een moment.")
    page = browser.post(f"/staff/reflection/{entry.pk}/attitude/", four).content.decode()
    assert "Kies er hoogstens drie." in page
    assert page.count("Een moment.") == 4


def test_a_name_a_number_and_an_address_are_pointed_out_and_replaced_on_request(
    an: Person, browser: Client
) -> None:
    cast.make_person(an.neighbourhood, "Godelieve", last_name="Verhaeghe")
    entry = actions.begin_entry(an, actor=an, title="Kort", now=timezone.now())
    step = f"/staff/reflection/{entry.pk}/recent/"
    typed = {"recent": "Godelieve belde op 0475 12 34 56 vanuit Spoelstraat 4. Godelieve huilde."}
    page = browser.post(step, typed).content.decode()
    assert "Dit wijst naar iemand" in page
    assert typed["recent"] in page
    assert Entry.objects.get().recent == ""
    browser.post(step, typed | {"replace": "1"})
    assert (
        Entry.objects.get().recent
        == "Een buur belde op een nummer vanuit een straat. Een buur huilde."
    )


def test_she_may_leave_a_name_as_it_is(an: Person, browser: Client) -> None:
    cast.make_person(an.neighbourhood, "Godelieve")
    entry = actions.begin_entry(an, actor=an, title="Kort", now=timezone.now())
    browser.post(
        f"/staff/reflection/{entry.pk}/recent/", {"recent": "Godelieve belde.", "keep": "1"}
    )
    assert Entry.objects.get().recent == "Godelieve belde."


def test_somebody_elses_contact_cannot_be_picked(an: Person, browser: Client) -> None:
    joris = cast.make_person(an.neighbourhood, "Joris")
    line = chronicle.record(
        Verb.DID, joris, act="visit-done", actor=joris, neighbourhood=an.neighbourhood,
        actor_kind=ActorKind.VOLUNTEER,
    )  # fmt: skip
    for pk in (str(line.pk), "rubbish"):
        assert browser.post(NEW, {"line": pk}).status_code == 404


@pytest.mark.parametrize(
    "step", ["recent", "attitude", "style", "otherwise", "expect", "intention"]
)
def test_rubbish_never_breaks_a_step(an: Person, browser: Client, step: str) -> None:
    entry = actions.begin_entry(an, actor=an, title="Kort", now=timezone.now())
    names = (
        "recent",
        "respect",
        "promised",
        "observed",
        "otherwise",
        "expect",
        "mirrored",
        "text",
        "due_on",
    )
    for rubbish in ("x" * 5_000, "\u202e<script>", "=1+1", "😀" * 100, "a\x00b"):
        answer = browser.post(
            f"/staff/reflection/{entry.pk}/{step}/", dict.fromkeys(names, rubbish)
        )
        assert answer.status_code in {200, 302}
