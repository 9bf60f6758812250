"""Ideas: by screen, by phone, from a wall; standing behind one; taking one back."""

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Backing, FrameVersion, Idea, Round
from gebuur.apps.budget.queries import see_idea, wall_of
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person, Role
from gebuur.web.forgetting import erase
from tests import cast
from tests.nights import same_hour

pytestmark = pytest.mark.django_db
WHO = {"first_name": "Godelieve", "street": "Linnenstraat", "phone": "09 000 00 42"}
SAID = {"title": "Een bank aan de bushalte", "text": "Om te rusten", "where": "linnenstraat"}


@pytest.fixture
def one(place: Neighbourhood, nele: Person) -> Round:
    rosa = cast.make_person(place, "Rosa")
    cast.make_group(rosa).members.update(known_at=timezone.now())
    return cast.make_round(place, coordinator=nele, neighbour=rosa)


def give(one: Round, title: str, first_name: str = "Emine") -> Idea:
    giver = cast.make_person(one.neighbourhood, first_name)
    said = actions.Said(title)
    return actions.give_idea(one, said, actor=giver, channel=Channel.WEB, now=timezone.now())


def back(idea: Idea, age: str) -> None:
    """Somebody of that age stands behind it."""
    person = cast.make_person(idea.neighbourhood, "Buur")
    actions.back_idea(
        idea, actor=person, will_help=False, will_use=False, age=age, now=timezone.now()
    )


def test_a_neighbour_without_account_brings_an_idea_and_takes_it_back(one: Round) -> None:
    browser = Client()
    path = f"/budget/{one.pk}/ideas/new/"
    empty = browser.post(path, {"text": "Wat ik al typte"})
    assert "Wat ik al typte" in empty.content.decode()
    done = browser.post(path, SAID | WHO, follow=True)
    idea = Idea.objects.get()
    assert idea.giver is not None
    assert (idea.giver.first_name, idea.street.name if idea.street else "") == (
        "Godelieve",
        "Linnenstraat",
    )
    page = done.content.decode()
    assert "Een bank aan de bushalte" in page
    assert "Godelieve" not in page
    withdraw = f"/budget/ideas/{idea.pk}/withdraw/"
    assert withdraw in page
    assert Client().post(withdraw).status_code == 404, "a stranger takes nothing back"
    browser.post(withdraw)
    assert Client().get(f"/budget/ideas/{idea.pk}/").status_code == 404


def test_who_writes_what_is_there_already_sees_it_first(one: Round) -> None:
    there = give(one, "Zitbank bij de bushalte")
    path, browser = f"/budget/{one.pk}/ideas/new/", Client()
    page = browser.post(path, SAID | {"text": ""} | WHO)
    assert f"/budget/ideas/{there.pk}/" in page.content.decode()
    assert Idea.objects.count() == 1
    browser.post(path, SAID | {"text": "", "sure": "1"} | WHO)
    assert Idea.objects.count() == 2


def test_ideas_are_welcome_on_the_days_of_the_frame_only(one: Round) -> None:
    late, rosa = same_hour(31), Person.objects.get(first_name="Rosa")
    with pytest.raises(actions.IdeasClosed):
        actions.give_idea(one, actions.Said("Te laat"), actor=rosa, channel=Channel.WEB, now=late)


def test_the_desk_types_an_idea_of_somebody_on_the_phone(one: Round, nele: Person) -> None:
    desk = cast.sign_in(nele)
    path = f"/staff/budget/{one.pk}/ideas/new/"
    assert desk.post(path, SAID | WHO).status_code == 200, "how it came in is asked"
    page = desk.post(path, SAID | WHO | {"channel": "letter"}, follow=True).content.decode()
    idea = Idea.objects.get()
    assert (idea.channel, idea.typed_by) == ("letter", nele)
    assert "Godelieve" in page, "the desk sees whose it is"
    desk.post(f"/budget/ideas/{idea.pk}/withdraw/")
    idea.refresh_from_db()
    assert idea.state == "withdrawn"


def test_the_wall_of_a_meeting_is_typed_at_once(one: Round, nele: Person) -> None:
    desk = cast.sign_in(nele)
    path = f"/staff/budget/{one.pk}/ideas/meeting/"
    lines = "Bloembakken\n\nLicht aan het pad | Weverstraat\n"
    wrong = desk.post(path, {"meeting": "Avond", "lines": lines + "Iets | Nergensstraat"})
    assert "Nergensstraat" in wrong.content.decode()
    assert not Idea.objects.exists()
    desk.post(path, {"meeting": "Avond", "lines": lines})
    assert set(Idea.objects.values_list("title", "street__name")) == {
        ("Bloembakken", None),
        ("Licht aan het pad", "Weverstraat"),
    }
    assert Idea.objects.filter(giver=None, meeting="Avond").count() == 2


def test_only_counts_from_five_on_are_told(one: Round) -> None:
    idea = give(one, "Moestuin")
    path = f"/budget/ideas/{idea.pk}/back/"
    who = WHO
    for number in range(5):
        assert see_idea(idea).likes is None
        who = WHO | {"first_name": f"Buur{number}", "phone": f"09 000 01 {number:02}"}
        answer = Client().post(
            path, who | {"will_help": "on", "age": "older" if number else "young"}
        )
        assert answer.status_code == 302
    Client().post(path, who | {"will_use": "on"})
    seen = see_idea(idea)
    assert (seen.likes, seen.will_help, seen.will_use) == (5, None, None)
    assert Backing.objects.count() == 5, "who says it again is counted once"
    assert Client().post(path, {}).status_code == 200
    assert Client().post(path, who | {"age": "<b>"}).status_code == 200


def test_what_young_and_older_neighbours_both_want_is_seen(one: Round) -> None:
    idea, other = give(one, "Moestuin achter de refter"), give(one, "Een moestuin", "Luc")
    give(one, "Speelstraat", "Fatma")
    for age in ["young"] * 5 + ["older"] * 6 + ["family"] * 2:
        back(idea, age)
    seen = see_idea(idea)
    assert (seen.likes, seen.is_of_all_ages) == (13, True)
    assert seen.ages == {"young": None, "family": None, "older": 6}, (
        "what is hidden cannot be worked out from the number of all"
    )
    for _number in range(3):
        back(idea, "family")
    assert see_idea(idea).ages == {"young": 5, "family": 5, "older": 6}
    wall = wall_of(one)
    assert [[seen.idea for seen in group] for group in wall.alike] == [[other, idea]]
    assert [seen.idea.title for seen in wall.alone] == ["Speelstraat"]
    page = Client().get(f"/budget/{one.pk}/ideas/").content.decode()
    assert page.index(f"/budget/ideas/{idea.pk}/") < page.index(f"/budget/ideas/{other.pk}/"), (
        "what all ages want stands on top"
    )


def test_who_signed_in_steps_back(one: Round) -> None:
    idea, luc = give(one, "Moestuin"), cast.make_person(one.neighbourhood, "Luc")
    cast.make_user(luc, "luc@vlasbloem.example")
    browser = cast.sign_in(luc)
    browser.post(f"/budget/ideas/{idea.pk}/back/", {"will_help": "on"})
    assert Backing.objects.get().will_help
    browser.post(f"/budget/ideas/{idea.pk}/back/", {"away": "1"})
    assert not Backing.objects.exists()


def test_who_is_forgotten_takes_her_idea_and_her_name_along(one: Round, nele: Person) -> None:
    idea = give(one, "Moestuin")
    assert idea.giver is not None
    erase(idea.giver, actor=nele, now=timezone.now())
    erase(Person.objects.get(first_name="Rosa"), actor=nele, now=timezone.now())
    assert not Idea.objects.exists()
    version = FrameVersion.objects.get()
    assert (version.neighbours_by, version.neighbours_name) == (None, "")
    assert Client().get(f"/budget/{one.pk}/frame/1/").status_code == 200


def test_another_neighbourhood_is_not_there(one: Round) -> None:
    idea = give(one, "Moestuin")
    there = cast.make_place(name="De Molen", slug="molen")
    bert = cast.sign_in(cast.make_staff(there, "Bert", role=Role.COORDINATOR))
    for path in (
        f"/budget/{one.pk}/",
        f"/budget/{one.pk}/ideas/",
        f"/budget/ideas/{idea.pk}/",
        f"/staff/budget/{one.pk}/",
        f"/staff/budget/{one.pk}/edit/pot/",
    ):
        assert bert.get(path).status_code == 404
