"""A first small task that needs no seeker: asked, answered by link or phone, done, thanked."""

import datetime as dt

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox.models import Message
from gebuur.apps.volunteers import actions
from gebuur.apps.volunteers.actions import SmallTaskClosed, SmallTaskFull
from gebuur.apps.volunteers.models import Offer, SmallAsk, SmallTask
from tests import cast
from tests.apps.care.story import Story, sent_to

pytestmark = pytest.mark.django_db
IN_A_MONTH = (timezone.localdate() + dt.timedelta(days=30)).isoformat()
NEW = {
    "kind": "street-table", "title": "", "on": IN_A_MONTH, "at": "14:00", "where": "Garenplein", "minutes": "60",
    "people": "2",
}  # fmt: skip


class Table(Story):
    """An writes down a street table for two; Joris (mail) and Emine (text message) offered help."""

    def __init__(self, *, people: int = 2) -> None:
        super().__init__()
        self.browser = cast.sign_in(self.an)
        self.now = timezone.now()
        self.table = actions.make_small_task(
            self.place, actor=self.an, now=self.now, kind="street-table", where="Garenplein",
            on=timezone.localdate() + dt.timedelta(days=3), at=dt.time(14, 0), people=people,
        )  # fmt: skip

    def ask(self, offer: Offer) -> SmallAsk:  # type: ignore[override]  # this story asks volunteers
        return actions.ask_for_small(self.table, offer, actor=self.an, now=self.now)

    def link_of(self, person: Person) -> str:
        mail = Message.objects.filter(person=person, template="volunteers/messages/small_ask")
        body = mail.latest("created_at").body
        return "/l/small/" + body.split("/l/small/")[1].split()[0]


@pytest.fixture
def table() -> Table:
    return Table()


def state_of(ask: SmallAsk) -> str:
    ask.refresh_from_db()
    return ask.state


def test_staff_writes_down_a_street_table_and_asks_somebody_in_two_presses(table: Table) -> None:
    answer = table.browser.post("/staff/small/new/", NEW | {"contact": str(table.an.pk)})
    made = SmallTask.objects.exclude(pk=table.table.pk).get()
    assert answer.headers["Location"] == f"/staff/small/{made.pk}/"
    page = table.browser.get(f"/staff/small/{made.pk}/").content.decode()
    assert "Aan de straattafel staan" in page
    assert "Is nog nooit iets gevraagd" in page
    table.browser.post(f"/staff/small/{made.pk}/ask/", {"offer": str(table.joris.pk)})
    assert SmallAsk.objects.get(small_task=made).offer == table.joris
    assert "Joris" in table.browser.get(f"/staff/small/{made.pk}/").content.decode()


def test_being_asked_counts_and_whoever_asked_first_becomes_the_contact(table: Table) -> None:
    Offer.objects.filter(pk=table.joris.pk).update(contact=None)
    table.ask(table.joris)
    table.joris.refresh_from_db()
    assert table.joris.last_asked_at == table.now
    assert table.joris.contact == table.an


def test_she_says_yes_with_one_press_and_without_an_account(table: Table) -> None:
    ask = table.ask(table.joris)
    visitor = Client()
    page = visitor.get(table.link_of(table.joris.person)).content.decode()
    assert "Garenplein" in page
    assert "Deze keer niet" in page
    page = visitor.post(table.link_of(table.joris.person), {"answer": "yes"}).content.decode()
    assert "Fijn dat je meedoet." in page
    table.joris.refresh_from_db()
    assert state_of(ask) == "yes"
    assert table.joris.last_match_at is not None
    assert sent_to(table.joris.person)[-1] == "small_agreed"


def test_not_this_time_is_as_good_and_the_link_ends(table: Table) -> None:
    ask = table.ask(table.joris)
    link = table.link_of(table.joris.person)
    page = Client().post(link, {"answer": "no"}).content.decode()
    assert "Goed. Deze keer niet." in page
    assert state_of(ask) == "not_this_time"
    assert Client().get(link).status_code == 404


@pytest.mark.parametrize("answer", ["", "maybe", "\x00", "yes; drop"])
def test_an_answer_that_is_none_shows_the_question_again(table: Table, answer: str) -> None:
    ask = table.ask(table.joris)
    page = Client().post(table.link_of(table.joris.person), {"answer": answer})
    assert page.status_code == 200
    assert state_of(ask) == "asked"


@pytest.mark.parametrize("language", ["nl", "en", "fr", "tr", "ar"])
def test_the_question_speaks_her_language(table: Table, language: str) -> None:
    Person.objects.filter(pk=table.joris.person_id).update(language=language)
    table.joris.person.refresh_from_db()
    table.ask(table.joris)
    body = Message.objects.get(template="volunteers/messages/small_ask").body
    begins = {
        "nl": "iets kleins", "en": "a small thing", "fr": "une petite chose", "tr": "küçük bir iş", "ar": "شيء صغير",
    }  # fmt: skip
    yes = {"nl": "Ja", "en": "Yes", "fr": "Oui", "tr": "Evet", "ar": "نعم"}
    assert begins[language] in body
    page = Client().get(table.link_of(table.joris.person), headers={"Accept-Language": language})
    assert f"<span>{yes[language]}</span>" in page.content.decode()


def test_a_text_message_says_nothing_but_that_there_is_a_question(table: Table) -> None:
    table.ask(table.emine)
    text = Message.objects.get(person=table.emine.person, channel=Channel.SMS).body
    assert "kleine vraag" in text
    assert "Garenplein" not in text


def test_staff_answers_for_her_on_the_phone_and_notes_that_it_is_done(table: Table) -> None:
    ask = table.ask(table.joris)
    address = f"/staff/small-asks/{ask.pk}/"
    table.browser.post(address, {"said": "yes"})
    assert state_of(ask) == "yes"
    table.browser.post(address, {"said": "done"})
    assert state_of(ask) == "done"
    assert sent_to(table.joris.person)[-1] == "small_thanks"
    acts = Line.objects.filter(thing=ask.pk).order_by("number").values_list("act", "actor_kind")
    assert list(acts) == [
        ("small-asked", "professional"),
        ("small-yes", "volunteer"),
        ("small-yes-noted", "professional"),
        ("small-done", "volunteer"),
        ("small-done-noted", "professional"),
    ]


def test_when_there_are_enough_people_whoever_did_not_answer_hears_it() -> None:
    table = Table(people=1)
    first, second = table.ask(table.joris), table.ask(table.emine)
    actions.answer_small(first, actor=table.joris.person, said_yes=True, now=table.now)
    assert state_of(second) == "filled"
    assert sent_to(table.emine.person)[-1] == "small_off"
    with pytest.raises(SmallTaskFull):
        actions.answer_small(second, actor=table.emine.person, said_yes=True, now=table.now)


def test_a_yes_too_late_is_told_so_and_takes_no_place() -> None:
    table = Table(people=1)
    ask = table.ask(table.joris)
    link = table.link_of(table.joris.person)
    SmallAsk.objects.create(
        neighbourhood=table.place, small_task=table.table, offer=table.emine, state="yes", asked_at=table.now
    )  # fmt: skip
    page = Client().post(link, {"answer": "yes"}).content.decode()
    assert "Er zijn al genoeg mensen." in page
    assert state_of(ask) == "asked"


def test_it_closes_by_itself_when_everybody_did_their_part() -> None:
    table = Table(people=1)
    ask = table.ask(table.joris)
    actions.answer_small(ask, actor=table.an, said_yes=True, now=table.now)
    actions.finish_small(ask, actor=table.an, now=table.now)
    table.table.refresh_from_db()
    assert table.table.state == "closed"
    assert "Aan de straattafel" in table.browser.get("/staff/small/?show=closed").content.decode()


def test_what_does_not_go_on_is_told_to_whoever_counts_on_it(table: Table) -> None:
    ask = table.ask(table.joris)
    table.browser.post(f"/staff/small/{table.table.pk}/close/")
    assert state_of(ask) == "withdrawn"
    assert sent_to(table.joris.person)[-1] == "small_off"


def test_nobody_is_asked_twice_and_nobody_on_a_pause(table: Table) -> None:
    table.ask(table.joris)
    with pytest.raises(SmallTaskClosed), transaction.atomic():
        table.ask(table.joris)
    actions.pause_offer(
        table.emine,
        actor=table.an,
        until=timezone.localdate() + dt.timedelta(days=9),
        now=table.now,
    )
    table.emine.refresh_from_db()
    page = table.browser.post(
        f"/staff/small/{table.table.pk}/ask/", {"offer": str(table.emine.pk)}, follow=True
    )
    assert "Emine pauzeert of is gestopt." in page.content.decode()
    assert SmallAsk.objects.count() == 1


def test_only_who_speaks_a_language_of_it_is_proposed(table: Table) -> None:
    SmallTask.objects.filter(pk=table.table.pk).update(languages=["tr"])
    page = table.browser.get(f"/staff/small/{table.table.pk}/").content.decode()
    assert "Nu past er niemand" in page
    Person.objects.filter(pk=table.emine.person_id).update(languages=["tr", "nl"])
    page = table.browser.get(f"/staff/small/{table.table.pk}/").content.decode()
    assert "Vraag Emine" in page
    assert "Vraag Joris" not in page


def test_nobody_is_asked_to_translate_into_a_language_she_does_not_speak(table: Table) -> None:
    greeting, leaflet = (
        actions.make_small_task(
            table.place, actor=table.an, now=table.now, kind=kind, languages=["nl", "tr"]
        )
        for kind in ("street-table", "translating")
    )
    Person.objects.filter(pk=table.emine.person_id).update(languages=["tr", "nl"])
    for offer, may in ((table.joris, [greeting]), (table.emine, [greeting, leaflet])):
        page = table.browser.get(f"/staff/first/{offer.pk}/")
        small = {fit.task for fit in page.context["small"]}
        assert small == {table.table, *may}
    asked = table.browser.get(f"/staff/small/{leaflet.pk}/").context["to_ask"]
    assert [offer for offer, _fit in asked] == [table.emine]


def test_a_form_with_mistakes_says_what_to_do_and_keeps_what_was_typed(table: Table) -> None:
    wrong = NEW | {"kind": "sky-diving", "on": "", "people": "0", "where": "Bij de bakker"}
    page = table.browser.post("/staff/small/new/", wrong).content.decode()
    for said in (
        "Kies wie hierover gebeld kan worden.",
        "Kies de dag die bij dit uur hoort.",
        "Er is minstens één persoon nodig.",
        "Bij de bakker",
    ):
        assert said in page
    assert SmallTask.objects.count() == 1


def test_fewer_places_than_people_who_said_yes_is_explained(table: Table) -> None:
    for offer in (table.joris, table.emine):
        actions.answer_small(table.ask(offer), actor=table.an, said_yes=True, now=table.now)
    page = table.browser.post(
        f"/staff/small/{table.table.pk}/edit/",
        NEW | {"people": "1", "contact": str(table.an.pk)},
    ).content.decode()
    assert "2 mensen zeiden al ja." in page


def test_another_neighbourhood_and_a_neighbour_see_and_do_nothing(table: Table) -> None:
    ask = table.ask(table.joris)
    rosa = cast.make_person(table.place, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    for browser in (cast.sign_in(bert), cast.sign_in(rosa)):
        assert browser.get(f"/staff/small/{table.table.pk}/").status_code == 404
        assert browser.post(f"/staff/small-asks/{ask.pk}/", {"said": "yes"}).status_code == 404
    assert "Garenplein" not in cast.sign_in(bert).get("/staff/small/").content.decode()
    assert state_of(ask) == "asked"


def test_rubbish_is_answered_with_one_sentence(table: Table) -> None:
    ask = table.ask(table.joris)
    page = table.browser.post(f"/staff/small-asks/{ask.pk}/", {"said": "x"}, follow=True)
    assert "Kies een van de knoppen." in page.content.decode()
    page = table.browser.post(f"/staff/small/{table.table.pk}/ask/", {"offer": "x"}, follow=True)
    assert "Kies wie je vraagt." in page.content.decode()
    assert table.browser.get("/staff/small/?show=%00&page=x").status_code == 200
    assert table.browser.get("/staff/small/new/?kind=x").status_code == 200


@pytest.mark.parametrize("day", ["0001-01-01", "2020-06-04"])
def test_a_day_that_is_over_is_refused_and_what_was_typed_stays(table: Table, day: str) -> None:
    typed = NEW | {"contact": str(table.an.pk), "on": day, "title": "Lange tafel"}
    page = table.browser.post("/staff/small/new/", typed).content.decode()
    assert "Deze dag is al voorbij. Kies vandaag of een latere dag." in page
    assert "Lange tafel" in page
    assert SmallTask.objects.count() == 1


def test_a_small_task_of_last_week_may_still_be_corrected(table: Table) -> None:
    day = timezone.localdate() - dt.timedelta(days=7)
    SmallTask.objects.update(on=day)
    typed = NEW | {"contact": str(table.an.pk), "on": day.isoformat(), "title": "Lange tafel"}
    table.browser.post(f"/staff/small/{table.table.pk}/edit/", typed)
    assert SmallTask.objects.get().title == "Lange tafel"


def test_who_stopped_after_the_page_was_opened_is_not_asked_any_more(table: Table) -> None:
    still_going = Offer.objects.select_related("person__neighbourhood").get(pk=table.joris.pk)
    actions.stop_offer(table.joris, actor=table.an, now=table.now)
    with pytest.raises(SmallTaskClosed):
        table.ask(still_going)
    assert not SmallAsk.objects.exists()
