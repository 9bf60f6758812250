"""A street that helps itself is asked to help another one, and answers on its own terms."""

import datetime as dt
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from gebuur.apps.chronicle.models import ActorKind, Line, Verb
from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Bridge, BridgeWord, Initiative, Member
from gebuur.apps.initiatives.permissions import Seat, Speaker
from gebuur.apps.neighbourhood.models import Membership, Neighbourhood, Person, Role, Street
from gebuur.apps.outbox.models import Message
from tests import cast
from tests.nights import same_hour

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Neighbourhood:
    return cast.make_place()


@pytest.fixture
def staff(place: Neighbourhood) -> Person:
    return cast.make_staff(place, "An")


@pytest.fixture
def helpful(place: Neighbourhood) -> Initiative:
    """The group of the Spoelstraat; Rosa leads it, Joris is in it."""
    rosa = cast.make_person(place, "Rosa", email="rosa@vlasbloem.example", channel="mail")
    group = cast.make_group(rosa)
    Member.objects.filter(person=rosa).update(known_at=timezone.now())
    cast.join_group(group, cast.make_person(place, "Joris"))
    return group


def street(place: Neighbourhood, name: str = "Weverstraat") -> Street:
    return Street.objects.get(neighbourhood=place, name=name)


def seat(group: Initiative, first_name: str) -> Seat:
    return Seat(Member.objects.get(initiative=group, person__first_name=first_name))


def speaks(group: Initiative, first_name: str) -> Speaker:
    one = seat(group, first_name)
    return Speaker(one.person, one)


def ask(place: Neighbourhood, staff: Person, to: Initiative | Street) -> Bridge:
    """The professional asks for the Weverstraat."""
    return actions.ask_bridge(
        place,
        actor=Speaker(staff),
        to=to,
        rung="share",
        terms="Elke week helpen bij wie alleen woont.",
        reason="In de Weverstraat kent bijna niemand elkaar.",
        from_street=street(place),
        now=timezone.now(),
    )


def test_the_giving_group_says_yes_but_otherwise_and_the_professional_takes_it(
    place: Neighbourhood, staff: Person, helpful: Initiative
) -> None:
    bridge = ask(place, staff, helpful)
    actions.answer_bridge(
        bridge,
        actor=speaks(helpful, "Rosa"),
        said="otherwise",
        words="Helpen is ons te veel.",
        rung="tell",
        terms="Wij komen een keer vertellen hoe wij begonnen.",
        now=timezone.now(),
    )
    assert (bridge.state, bridge.rung, bridge.waits_for) == ("amended", "tell", "asking")
    actions.answer_bridge(bridge, actor=Speaker(staff), said="yes", now=timezone.now())
    assert bridge.state == Bridge.State.AGREED
    told = list(Line.objects.filter(act__startswith="bridge-").order_by("number"))
    assert [(one.verb, one.act, one.actor_kind) for one in told] == [
        (Verb.BEGAN, "bridge-asked", ActorKind.PROFESSIONAL),
        (Verb.DECIDED, "bridge-otherwise", ActorKind.NEIGHBOUR),
        (Verb.DECIDED, "bridge-yes", ActorKind.PROFESSIONAL),
    ]
    assert told[1].thing == helpful.pk
    kept = list(bridge.words.values_list("said", "terms"))
    assert kept[0] == ("asked", "Elke week helpen bij wie alleen woont.")
    assert kept[1] == ("otherwise", "Wij komen een keer vertellen hoe wij begonnen.")


def test_a_professional_cannot_answer_for_the_side_that_gives(
    place: Neighbourhood, staff: Person, helpful: Initiative
) -> None:
    bridge = ask(place, staff, helpful)
    with pytest.raises(PermissionDenied):
        actions.answer_bridge(bridge, actor=Speaker(staff), said="yes", now=timezone.now())
    bridge.refresh_from_db()
    assert bridge.state == Bridge.State.ASKED


def test_a_member_whom_the_group_did_not_trust_to_lead_cannot_bind_it(
    place: Neighbourhood, staff: Person, helpful: Initiative
) -> None:
    bridge = ask(place, staff, helpful)
    with pytest.raises(PermissionDenied):
        actions.answer_bridge(
            bridge, actor=speaks(helpful, "Joris"), said="yes", now=timezone.now()
        )


def test_no_is_an_answer_without_a_reason(
    place: Neighbourhood, staff: Person, helpful: Initiative
) -> None:
    bridge = ask(place, staff, helpful)
    actions.answer_bridge(bridge, actor=speaks(helpful, "Rosa"), said="no", now=timezone.now())
    assert bridge.state == Bridge.State.DECLINED
    assert Line.objects.filter(act="bridge-no", verb=Verb.REFUSED).exists()
    again = ask(place, staff, helpful)
    assert again.state == Bridge.State.ASKED


def test_two_who_talk_already_are_not_asked_twice(
    place: Neighbourhood, staff: Person, helpful: Initiative
) -> None:
    ask(place, staff, helpful)
    with pytest.raises(actions.BridgeThere):
        ask(place, staff, helpful)
    assert Bridge.objects.count() == 1


def test_an_answer_that_comes_second_changes_nothing(
    place: Neighbourhood, staff: Person, helpful: Initiative
) -> None:
    bridge = ask(place, staff, helpful)
    stale = Bridge.objects.get(pk=bridge.pk)
    actions.answer_bridge(bridge, actor=speaks(helpful, "Rosa"), said="no", now=timezone.now())
    with pytest.raises(actions.NotYourTurn):
        actions.answer_bridge(stale, actor=speaks(helpful, "Rosa"), said="yes", now=timezone.now())
    assert BridgeWord.objects.filter(bridge=bridge).count() == 2


def test_a_second_answer_gets_a_sentence_and_a_day_that_passed_refuses_no_answer(
    place: Neighbourhood, staff: Person, helpful: Initiative
) -> None:
    bridge = ask(place, staff, helpful)
    rosa = Person.objects.get(first_name="Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    address, browser = f"/initiatives/{helpful.pk}/bridges/{bridge.pk}/", cast.sign_in(rosa)
    past = {"rung": "share", "terms": "Samen", "until": "2020-01-01"}
    assert browser.post(address, past | {"said": "no"}).status_code == 302
    bridge.refresh_from_db()
    assert bridge.state == Bridge.State.DECLINED
    again = browser.post(address, {"said": "yes"})
    assert "Het antwoord is al gegeven." in again.content.decode()


def test_a_street_without_a_contact_person_cannot_be_asked(
    place: Neighbourhood, staff: Person
) -> None:
    with pytest.raises(actions.NobodyToAsk):
        ask(place, staff, street(place, "Linnenstraat"))


def test_the_contact_of_a_street_answers_by_a_link_without_an_account(
    place: Neighbourhood,
    staff: Person,
    client: Client,
    django_capture_on_commit_callbacks: object,
) -> None:
    luc = cast.make_person(place, "Luc", street="Linnenstraat", email="luc@x.example")
    Person.objects.filter(pk=luc.pk).update(channel="mail")
    Membership.objects.create(
        person=luc, neighbourhood=place, role=Role.CONTACT, since=dt.date(2026, 1, 1)
    )
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # pytest-django
        bridge = ask(place, staff, street(place, "Linnenstraat"))
    letter = Message.objects.get(person=luc)
    assert "Weverstraat" not in letter.subject
    address = next(word for word in letter.body.split() if "/l/bridge/" in word)
    page = client.get(address)
    assert "Elke week helpen" in page.content.decode()
    empty = client.post(address, {})
    assert "Kies een van de drie antwoorden." in empty.content.decode()
    client.post(address, {"said": "yes", "words": "Graag"})
    bridge.refresh_from_db()
    assert bridge.state == Bridge.State.AGREED
    Membership.objects.filter(person=luc).update(until=dt.date(2026, 1, 2))
    assert client.get(address).status_code == 404


def test_both_sides_plan_a_first_date_and_only_one(
    place: Neighbourhood, staff: Person, helpful: Initiative
) -> None:
    bridge = ask(place, staff, helpful)
    rosa = speaks(helpful, "Rosa")
    tomorrow = timezone.now() + dt.timedelta(days=1)
    coffee = partial(
        actions.plan_first_date,
        bridge,
        actor=rosa,
        title="Koffie",
        starts_at=tomorrow,
        where="Op het plein",
        now=timezone.now(),
    )
    with pytest.raises(actions.NotYourTurn):
        coffee()
    actions.answer_bridge(bridge, actor=rosa, said="yes", now=timezone.now())
    coffee()
    with pytest.raises(actions.NotYourTurn):
        coffee()
    assert helpful.activities.count() == 1


def test_who_does_not_answer_is_reminded_once_each_turn(
    place: Neighbourhood, staff: Person, helpful: Initiative
) -> None:
    bridge = ask(place, staff, helpful)
    assert actions.remind_bridges(now=timezone.now()) == 0
    later = same_hour(12)
    assert actions.remind_bridges(now=later) == 1
    assert actions.remind_bridges(now=later) == 0
    actions.answer_bridge(
        bridge,
        actor=speaks(helpful, "Rosa"),
        said="otherwise",
        rung="meet",
        terms="Een straattafel.",
        now=later,
    )
    assert actions.remind_bridges(now=same_hour(24)) == 1


def test_either_side_ends_what_was_agreed(
    place: Neighbourhood, staff: Person, helpful: Initiative
) -> None:
    bridge = ask(place, staff, helpful)
    rosa = speaks(helpful, "Rosa")
    with pytest.raises(PermissionDenied):
        actions.end_bridge(bridge, actor=rosa, now=timezone.now())
    actions.answer_bridge(bridge, actor=rosa, said="yes", now=timezone.now())
    actions.end_bridge(bridge, actor=rosa, now=timezone.now())
    assert bridge.state == Bridge.State.ENDED


def test_staff_of_another_place_finds_no_bridge_of_ours(
    place: Neighbourhood, staff: Person, helpful: Initiative
) -> None:
    bridge = ask(place, staff, helpful)
    other = cast.make_place(name="De Molen", slug="molen")
    bert = cast.make_staff(other, "Bert")
    browser = cast.sign_in(bert)
    assert browser.get(f"/staff/bridges/{bridge.pk}/").status_code == 404


def test_who_asked_does_not_type_the_answer_for_a_member_on_the_phone(
    place: Neighbourhood, staff: Person, helpful: Initiative
) -> None:
    bridge = ask(place, staff, helpful)
    rosa = seat(helpful, "Rosa")
    own = Speaker(rosa.person, Seat(rosa.member, typed_by=staff))
    with pytest.raises(PermissionDenied):
        actions.answer_bridge(bridge, actor=own, said="yes", now=timezone.now())
    colleague = cast.make_staff(place, "Nele")
    typed = Speaker(rosa.person, Seat(rosa.member, typed_by=colleague))
    actions.answer_bridge(bridge, actor=typed, said="yes", now=timezone.now())
    assert BridgeWord.objects.get(said="yes").typed_by == colleague


def test_a_first_date_at_the_end_of_the_calendar_gets_a_sentence(
    place: Neighbourhood, staff: Person, helpful: Initiative
) -> None:
    rosa = speaks(helpful, "Rosa")
    bridge = ask(place, staff, helpful)
    actions.answer_bridge(bridge, actor=rosa, said="yes", now=timezone.now())
    cast.make_user(rosa.person, "rosa@example.be")
    typed = {"first": "1", "title": "Koffie", "day": "31/12/9999", "at": "23.30", "where": "Plein"}
    browser = cast.sign_in(rosa.person)
    answer = browser.post(f"/initiatives/{helpful.pk}/bridges/{bridge.pk}/", typed)
    assert "Kies een dag binnen het jaar" in answer.content.decode()
    assert not helpful.activities.exists()
