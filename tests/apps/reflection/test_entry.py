"""Somebody stands still by a contact: private, step by step, with one intention that is asked back."""

import datetime as dt
import json
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Line, Verb
from gebuur.apps.neighbourhood.models import Person, Role
from gebuur.apps.outbox.models import Message
from gebuur.apps.reflection import actions
from gebuur.apps.reflection.models import Entry, Intention, Share
from tests import cast

pytestmark = pytest.mark.django_db
CANARY = "kanarie-in-de-mijn"
NEW = "/staff/reflection/new/"


@pytest.fixture
def an() -> Person:
    return cast.make_staff(cast.make_place(), "An")


@pytest.fixture
def browser(an: Person) -> Client:
    return cast.sign_in(an)


def an_entry(an: Person, *, due_in: int = 14, text: str = "Volgende keer eerst vragen.") -> Entry:
    """A finished reflection of An's."""
    now = timezone.now()
    entry = actions.begin_entry(an, actor=an, title="Het gesprek", now=now)
    answers = {
        "recent": CANARY,
        "moments": {"respect": CANARY},
        "otherwise": CANARY,
        "expect": CANARY,
    }
    actions.save_answers(entry, answers, actor=an)
    due_on = timezone.localdate() + dt.timedelta(days=due_in)
    actions.finish_entry(entry, actor=an, text=text, due_on=due_on, now=now)
    return entry


def text_of(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


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


def test_the_database_holds_no_word_of_it(an: Person) -> None:
    an_entry(an, text=CANARY)
    with connection.cursor() as cursor:
        for model in (Entry, Intention):
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')  # noqa: S608 - a name of our own
            assert CANARY not in str(cursor.fetchall())


def test_the_chronicle_does_not_know_that_somebody_reflected(an: Person) -> None:
    before = Line.objects.count()
    an_entry(an)
    assert Line.objects.count() == before


@pytest.mark.parametrize("page", ["", "recent/", "delete/", "file/", "pdf/"])
def test_for_colleagues_coordinators_and_strangers_it_does_not_exist(an: Person, page: str) -> None:
    entry = an_entry(an)
    nele = cast.make_staff(an.neighbourhood, "Nele", role=Role.COORDINATOR)
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    for somebody in (nele, bert):
        assert cast.sign_in(somebody).get(f"/staff/reflection/{entry.pk}/{page}").status_code == 404


def test_a_colleague_reads_what_is_shared_until_it_is_taken_back(
    an: Person, browser: Client
) -> None:
    entry = an_entry(an)
    nele = cast.make_staff(an.neighbourhood, "Nele")
    browser.post(f"/staff/reflection/{entry.pk}/share/", {"reader": str(nele.pk)})
    hers = cast.sign_in(nele)
    page = text_of(hers, f"/staff/reflection/{entry.pk}/")
    assert CANARY in page
    assert "Wis dit" not in page
    assert "Wat collega" in text_of(hers, "/staff/reflection/")
    assert hers.get(f"/staff/reflection/{entry.pk}/recent/").status_code == 404
    browser.post(f"/staff/shares/{Share.objects.get().pk}/withdraw/")
    assert hers.get(f"/staff/reflection/{entry.pk}/").status_code == 404


def test_nobody_outside_the_organisation_can_be_let_in(an: Person, browser: Client) -> None:
    entry = an_entry(an)
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    godelieve = cast.make_person(an.neighbourhood, "Godelieve")
    for reader in (str(bert.pk), str(godelieve.pk), str(an.pk), "rubbish", ""):
        answer = browser.post(
            f"/staff/reflection/{entry.pk}/share/", {"reader": reader}, follow=True
        )
        assert "Kies iemand die in je organisatie werkt." in answer.content.decode()
    assert not Share.objects.exists()


def test_the_last_intention_is_asked_back_before_a_new_reflection(
    an: Person, browser: Client
) -> None:
    an_entry(an, due_in=0)
    intention = Intention.objects.get()
    assert "Volgende keer eerst vragen." in text_of(browser, "/staff/reflection/")
    answer = browser.get(NEW)
    assert answer["Location"] == f"/staff/intentions/{intention.pk}/"
    browser.post(
        answer["Location"],
        {"outcome": "partly", "happened": "Ze belde zelf.", "residents_said": "Merci."},
    )
    intention.refresh_from_db()
    assert (intention.outcome, intention.happened, intention.residents_said) == (
        "partly",
        "Ze belde zelf.",
        "Merci.",
    )
    assert browser.get(NEW).status_code == 200


def test_one_looks_back_once(an: Person, browser: Client) -> None:
    an_entry(an)
    address = f"/staff/intentions/{Intention.objects.get().pk}/"
    assert "Kies gedaan, voor een stuk of niet." in browser.post(address, {}).content.decode()
    browser.post(address, {"outcome": "done"})
    assert "Je keek hier al op terug." in browser.post(address, {"outcome": "not"}).content.decode()
    assert Intention.objects.get().outcome == "done"


def test_the_writer_is_reminded_once_without_a_word_of_what(an: Person) -> None:
    an_entry(an, due_in=0, text=CANARY)
    an.channel = "mail"
    an.save()
    now = timezone.now()
    assert actions.remind_intentions(now=now) == 1
    assert actions.remind_intentions(now=now) == 0
    message = Message.objects.get()
    assert CANARY not in message.subject + message.body
    assert "/staff/reflection/" in message.body


def test_nobody_is_reminded_before_the_day(an: Person) -> None:
    an_entry(an, due_in=3)
    assert actions.remind_intentions(now=timezone.now()) == 0


def test_she_takes_it_along_as_a_file_and_on_paper(an: Person, browser: Client) -> None:
    entry = an_entry(an)
    data: dict[str, Any] = json.loads(browser.get(f"/staff/reflection/{entry.pk}/file/").content)
    assert data["recent"] == CANARY
    assert data["intention"]["text"] == "Volgende keer eerst vragen."
    paper = PdfReader(BytesIO(browser.get(f"/staff/reflection/{entry.pk}/pdf/").content))
    words = "".join(page.extract_text() for page in paper.pages)
    assert CANARY in words
    assert "Alleen wie het van jou krijgt" in words


def test_deleting_is_for_real(an: Person, browser: Client) -> None:
    entry = an_entry(an)
    assert "Niemand kan het terughalen." in text_of(
        browser, f"/staff/reflection/{entry.pk}/delete/"
    )
    browser.post(f"/staff/reflection/{entry.pk}/delete/")
    assert not Entry.objects.exists()
    assert not Intention.objects.exists()
    assert browser.get(f"/staff/reflection/{entry.pk}/").status_code == 404


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


def test_what_was_looked_back_on_is_not_rewritten_afterwards(an: Person, browser: Client) -> None:
    entry = an_entry(an)
    browser.post(f"/staff/intentions/{entry.intention.pk}/", {"outcome": "done"})
    due_on = timezone.localdate() + dt.timedelta(days=9)
    again = {"text": "Iets heel anders.", "due_on": due_on.isoformat()}
    answer = browser.post(f"/staff/reflection/{entry.pk}/intention/", again, follow=True)
    assert "Je keek hier al op terug" in answer.content.decode()
    kept = Intention.objects.get(entry=entry)
    assert (kept.text, kept.outcome) == ("Volgende keer eerst vragen.", "done")
