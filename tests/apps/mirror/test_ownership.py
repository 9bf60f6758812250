"""Who owns what: told of the service and the neighbourhood, never of one person."""

import datetime as dt
import uuid
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone, translation

import gebuur
from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Line, Verb
from gebuur.apps.mirror import queries
from gebuur.apps.mirror.views.ownership_parts import Told, tell_ownership
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Role, Street
from gebuur.domain.ownership import Kept, Promise
from tests import cast

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate(NOW)
PAGE, FILE = "/staff/mirror/ownership/", "/staff/mirror/ownership.csv"


@dataclass
class Quarter:
    """A neighbourhood with a chronicle."""

    place: Neighbourhood = field(default_factory=cast.make_place)
    people: list[Person] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.an = cast.make_staff(self.place, "An")

    def acts(
        self,
        verb: Verb,
        count: int,
        *,
        people: int = 0,
        act: str = "act",
        days_ago: int = 3,
        street: Street | None = None,
        thing: uuid.UUID | None = None,
    ) -> None:
        """So many acts of so many neighbours; of An when of none."""
        while len(self.people) < people:
            self.people.append(cast.make_person(self.place, f"Buur {len(self.people)}"))
        for number in range(count):
            actor = self.people[number % people] if people else self.an
            line = chronicle.record(
                verb,
                self.place,
                act=act,
                actor=actor,
                neighbourhood=self.place,
                actor_kind=ActorKind.NEIGHBOUR if people else ActorKind.PROFESSIONAL,
                street=street.pk if street else None,
                at=NOW - dt.timedelta(days=days_ago),
            )
            if thing:
                self._about(line, thing)

    def _about(self, line: Line, thing: uuid.UUID) -> None:
        """Write a line about an initiative, as the room of initiatives does: again, for lines never change."""
        Line.objects.bulk_create([
            Line(
                neighbourhood=line.neighbourhood, number=line.number + 1_000_000, at=line.at,
                verb=line.verb, act=line.act, actor_kind=line.actor_kind, actor=line.actor,
                thing_kind=queries.INITIATIVE, thing=thing, street=line.street,
            )
        ])  # fmt: skip

    def look(self, weeks: int = 12, promised: tuple[Promise, ...] = ()) -> queries.Ownership:
        return queries.look_at_ownership(
            self.place, weeks=weeks, now=timezone.now(), promised=promised
        )

    def tell(self, promised: tuple[Promise, ...]) -> Told:
        with translation.override("nl"):
            return tell_ownership(
                self.look(promised=promised), weeks=12, organisation=self.place.organisation
            )

    def page(self, address: str = PAGE) -> str:
        return cast.sign_in(self.an).get(address).content.decode()


@pytest.fixture
def quarter() -> Quarter:
    return Quarter()


def test_the_page_begins_with_who_decided(quarter: Quarter) -> None:
    quarter.acts(Verb.DECIDED, 9, people=9)
    quarter.acts(Verb.DECIDED, 3)
    page = quarter.page()
    assert "Van elke 12 beslissingen hier namen buren er <em>ongeveer 9</em>." in page
    assert "De dienst: ongeveer 3." in page
    assert "Buur 1" not in page
    assert PAGE in quarter.page("/staff/mirror/")


def test_four_neighbours_are_never_shown_and_the_service_is(quarter: Quarter) -> None:
    quarter.acts(Verb.DECIDED, 40, people=4)
    quarter.acts(Verb.DECIDED, 31)
    page = quarter.page()
    assert "De dienst besliste hier minstens 20 keer." in page
    assert "het zou te veel zeggen over te weinig mensen" in page
    assert not quarter.look().rows["decided"].is_shown


def test_near_a_border_the_page_says_on_which_side_of_one_half(quarter: Quarter) -> None:
    quarter.acts(Verb.DECIDED, 15, people=15)
    quarter.acts(Verb.DECIDED, 25)
    assert "Buren namen hier <em>minder dan de helft</em> van de beslissingen." in quarter.page()


def test_one_who_does_nearly_everything_is_not_told_from_the_others(quarter: Quarter) -> None:
    quarter.acts(Verb.DID, 8, people=8)
    quarter.acts(Verb.DID, 80, people=1)
    quarter.acts(Verb.DID, 20)
    assert not quarter.look().rows["did"].is_shown


def test_stopping_and_paperwork_do_not_count_as_owning(quarter: Quarter) -> None:
    quarter.acts(Verb.DECIDED, 40, people=20, act="offer-stopped")
    quarter.acts(Verb.DID, 40, act="file-noted")
    rows = quarter.look().rows
    assert not rows["decided"].is_shown
    assert rows["did"].by_service is None


def test_every_act_that_is_left_out_exists(quarter: Quarter) -> None:
    """Whoever renames an act of the chronicle must rename it here."""
    source = "".join(
        file.read_text(encoding="utf-8")
        for file in (Path(gebuur.__file__).parent / "apps").rglob("actions/*.py")
    )
    left_out = (*queries.ABOUT_ONESELF, *queries.PAPERWORK, *queries.BY_ITSELF)
    assert [act for act in left_out if f'"{act}"' not in source] == []


def test_a_street_needs_ten_different_neighbours(quarter: Quarter) -> None:
    street = Street.objects.create(
        neighbourhood=quarter.place, name="Rozenstraat", key="rozenstraat", households=40
    )
    quarter.acts(Verb.DID, 27, people=9, street=street)
    assert "Nog geen straat heeft er genoeg" in quarter.page()
    quarter.acts(Verb.DID, 18, people=18, street=street)
    page = quarter.page().partition('id="streets"')[2]
    assert "Rozenstraat" in page
    assert "11 of meer" in page


def test_over_time_each_piece_is_counted_by_itself(quarter: Quarter) -> None:
    quarter.acts(Verb.DECIDED, 12, people=12, days_ago=70)
    quarter.acts(Verb.DECIDED, 12, days_ago=3)
    quarter.acts(Verb.DECIDED, 2, people=2, days_ago=3)
    quarters = [
        rows["decided"].neighbours.quarter for _first, _last, rows in quarter.look().moments
    ]
    assert quarters == [4, None, None]
    assert "Toen en nu" in quarter.page()


def test_less_say_than_before_is_said_when_chance_does_not_explain_it(quarter: Quarter) -> None:
    quarter.acts(Verb.DECIDED, 60, people=30, days_ago=100)
    quarter.acts(Verb.DECIDED, 60, days_ago=3)
    quarter.acts(Verb.DECIDED, 6, people=6, days_ago=3)
    assert "Dat is minder dan in de 12 weken ervoor." in quarter.page()


def test_other_periods_can_be_chosen_and_rubbish_cannot(quarter: Quarter) -> None:
    quarter.acts(Verb.DECIDED, 12, people=12, days_ago=130)
    browser = cast.sign_in(quarter.an)
    assert "namen buren er" not in browser.get(PAGE).content.decode()
    assert "namen buren er" in browser.get(f"{PAGE}?weeks=24").content.decode()
    for weeks in ("13", "-1", "x", "١٢", "12 "):
        assert browser.get(PAGE, {"weeks": weeks}).status_code == 404
        assert browser.get(FILE, {"weeks": weeks}).status_code == 404
    assert browser.get(PAGE, {"weeks": ""}).status_code == 200
    assert browser.post(PAGE).status_code == 405


def test_an_empty_neighbourhood_has_a_page_that_says_so(quarter: Quarter) -> None:
    assert "Er is nog te weinig om te tonen" in quarter.page()


def test_the_file_holds_what_the_page_holds(quarter: Quarter) -> None:
    quarter.acts(Verb.DECIDED, 9, people=9)
    quarter.acts(Verb.DECIDED, 3)
    text = cast.sign_in(quarter.an).get(FILE).content.decode("utf-8-sig")
    assert "Beslissen;Buren;ongeveer 9" in text
    assert "Beslissen;De dienst;ongeveer 3" in text
    assert "Doen;Buren;–" in text


def test_the_head_of_service_reads_it_and_a_neighbour_does_not(quarter: Quarter) -> None:
    quarter.acts(Verb.DECIDED, 9, people=9)
    head = cast.sign_in(cast.make_staff(quarter.place, "Hilde", role=Role.HEAD))
    page = head.get(PAGE)
    assert page.status_code == 200
    assert "/staff/reflection/" not in page.content.decode()
    assert head.get(FILE).status_code == 200
    rosa = cast.make_person(quarter.place, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    for address in (PAGE, FILE):
        assert cast.sign_in(rosa).get(address).status_code == 404
        assert Client().get(address).status_code == 302


def test_staff_of_another_neighbourhood_reads_her_own(quarter: Quarter) -> None:
    quarter.acts(Verb.DECIDED, 9, people=9)
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    assert "Er is nog te weinig om te tonen" in cast.sign_in(bert).get(PAGE).content.decode()


GARDEN = uuid.UUID(int=1)


def garden(*styles: str, until: dt.date | None = None) -> Promise:
    return Promise(str(GARDEN), "De tuin", styles, TODAY - dt.timedelta(weeks=20), until)


def test_an_initiative_lays_promised_beside_practised(quarter: Quarter) -> None:
    quarter.acts(Verb.BEGAN, 110, thing=GARDEN)
    quarter.acts(Verb.BEGAN, 6, people=6, thing=GARDEN)
    quarter.acts(Verb.DECIDED, 110, thing=GARDEN)
    quarter.acts(Verb.DECIDED, 6, people=6, thing=GARDEN)
    (one,) = quarter.look(promised=(garden("facilitating"),)).owned
    assert one.practised == ("consultative", "open-authoritarian", "closed-authoritarian")
    assert one.kept is Kept.LESS_SAY
    (told,) = quarter.tell((garden("facilitating"),)).owned
    assert (told.name, told.promised) == ("De tuin", "Faciliterend")
    assert told.practised == "Consultatief of Open autoritair of Gesloten autoritair"
    assert "minder te zeggen dan beloofd" in told.kept


def test_an_initiative_of_four_people_gets_no_style(quarter: Quarter) -> None:
    quarter.acts(Verb.DECIDED, 40, people=4, thing=GARDEN)
    (one,) = quarter.look(promised=(garden("delegating"),)).owned
    assert (one.practised, one.kept) == ((), Kept.UNKNOWN)


def test_support_that_lasts_too_long_is_told_until_it_is_handed_over(quarter: Quarter) -> None:
    promise = garden("facilitating", until=TODAY - dt.timedelta(days=20))
    told = quarter.tell((promise,)).handed
    assert told[0] == "In deze weken werd niets overgedragen."
    assert told[1].startswith("De tuin: onze steun zou stoppen op ")
    quarter.acts(Verb.HANDED_OVER, 1, thing=GARDEN, act="hand-over")
    told = quarter.tell((promise,)).handed
    assert told == ["1 initiatief werd in deze weken overgedragen aan de buren."]
    assert "1 initiatief werd in deze weken overgedragen aan de buren." in quarter.page()


def test_a_hand_over_that_is_still_to_come_is_told(quarter: Quarter) -> None:
    told = quarter.tell((garden("facilitating", until=TODAY + dt.timedelta(days=10)),)).handed
    assert "we dragen over op" in told[1]
