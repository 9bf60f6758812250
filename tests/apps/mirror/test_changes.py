"""A coordinator names what changed; before and after stand beside each other, and it proves no cause."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from gebuur.apps.chronicle.models import Line
from gebuur.apps.mirror import actions
from gebuur.apps.mirror.models import Change
from gebuur.apps.mirror.queries import compare_change, list_helpers
from gebuur.apps.neighbourhood.models import Person, Role
from tests import cast
from tests.apps.mirror.crew import Crew, make_crew
from tests.apps.mirror.test_staying import FILE, PAGE, words_of

pytestmark = pytest.mark.django_db
NEW = "/staff/mirror/changes/new/"


@pytest.fixture
def crew() -> Crew:
    return make_crew()


@pytest.fixture
def nele(crew: Crew) -> Person:
    return cast.make_staff(crew.place, "Nele", role=Role.COORDINATOR)


def days_ago(days: int) -> dt.date:
    return timezone.localdate() - dt.timedelta(days=days)


def name_change(nele: Person, *, on: dt.date, what: str = "We vragen om de beurt") -> Change:
    return actions.name_change(nele.neighbourhood, actor=nele, on=on, what=what, now=timezone.now())


def test_a_coordinator_names_a_change_and_sees_before_and_after(crew: Crew, nele: Person) -> None:
    crew.many(6, 100, stayed=20)
    crew.many(6, 40)
    browser = cast.sign_in(nele)
    answer = browser.post(NEW, {"on": days_ago(50).isoformat(), "what": "We vragen om de beurt"})
    change = Change.objects.get()
    assert answer["Location"] == f"{PAGE}?change={change.pk}#change"
    assert change.named_by == nele
    words = words_of(nele, answer["Location"].partition("#")[0])
    assert "We vragen om de beurt" in words
    assert "Dat bewijst geen oorzaak. Ook het seizoen" in words
    line = Line.objects.get(act="change-named")
    assert (line.actor_kind, line.thing) == ("professional", change.pk)
    file = browser.get(f"{FILE}?table=before_after&change={change.pk}")
    assert file.content.decode("utf-8-sig").splitlines()[1].startswith("begonnen sindsdien;6;")


def test_who_began_before_is_followed_until_that_day_and_no_longer(
    crew: Crew, nele: Person
) -> None:
    crew.many(5, 100, stayed=20)
    crew.many(3, 100, stayed=80)
    crew.many(5, 40)
    change = name_change(nele, on=days_ago(50))
    both = compare_change(list_helpers(crew.place, now=crew.now), change)
    assert both.one is not None
    assert both.other is not None
    assert (both.one.n, both.one.events) == (5, 0)
    assert (both.other.n, both.other.events) == (8, 5)
    assert both.other.times[-1] < 51


def test_the_latest_change_is_shown_and_an_earlier_one_on_request(crew: Crew, nele: Person) -> None:
    crew.many(6, 100)
    first = name_change(nele, on=days_ago(90), what="Eerste")
    name_change(nele, on=days_ago(20), what="Tweede")
    browser = cast.sign_in(nele)
    page = browser.get(PAGE).content.decode()
    assert f'href="{PAGE}?change={first.pk}#change"' in page
    page = browser.get(f"{PAGE}?change={first.pk}").content.decode()
    assert f'href="{PAGE}?change={first.pk}#change"' not in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"on": "", "what": "Iets"}, "Kies de dag waarop het veranderde."),
        ({"on": "gisteren", "what": "Iets"}, "Dit is geen dag."),
        ({"on": "2999-01-01", "what": "Iets"}, "Deze dag moet nog komen."),
        ({"on": "2026-01-01", "what": " "}, "Zeg in enkele woorden wat er veranderde."),
        ({"on": "2026-01-01", "what": "x" * 81}, "hoogstens 80 tekens"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(
    nele: Person, typed: dict[str, str], said: str
) -> None:
    answer = cast.sign_in(nele).post(NEW, typed)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert said in page
    assert typed["what"].strip() in page
    assert not Change.objects.exists()


def test_two_changes_on_one_day_are_one_too_many(nele: Person) -> None:
    name_change(nele, on=days_ago(9))
    page = cast.sign_in(nele).post(NEW, {"on": days_ago(9).isoformat(), "what": "Nog iets"}).content
    assert "Op deze dag staat al een verandering." in page.decode()
    assert Change.objects.count() == 1


def test_a_change_that_was_a_mistake_is_taken_away(nele: Person) -> None:
    change = name_change(nele, on=days_ago(9))
    path = f"/staff/mirror/changes/{change.pk}/end/"
    browser = cast.sign_in(nele)
    assert "We vragen om de beurt" in browser.get(path).content.decode()
    assert Change.objects.exists()
    assert browser.post(path)["Location"] == PAGE
    assert not Change.objects.exists()
    assert Line.objects.filter(act="change-taken-away").exists()


def test_a_professional_reads_changes_and_names_none(crew: Crew, nele: Person) -> None:
    crew.many(6, 100)
    name_change(nele, on=days_ago(9))
    an = cast.make_staff(crew.place, "An")
    page = cast.sign_in(an).get(PAGE).content.decode()
    assert "We vragen om de beurt" in page
    assert NEW not in page
    assert cast.sign_in(an).get(NEW).status_code == 404
    with pytest.raises(PermissionDenied):
        name_change(an, on=days_ago(3))
    with pytest.raises(PermissionDenied):
        actions.take_change_away(Change.objects.get(), actor=an, now=timezone.now())


def test_a_change_of_another_neighbourhood_is_not_there(nele: Person) -> None:
    molen = cast.make_place(name="De Molen", slug="molen")
    zoe = cast.make_staff(molen, "Zoe", role=Role.COORDINATOR)
    theirs = name_change(zoe, on=days_ago(9))
    browser = cast.sign_in(nele)
    for path in (
        f"{PAGE}?change={theirs.pk}",
        f"{PAGE}?change=rubbish",
        f"/staff/mirror/changes/{theirs.pk}/end/",
    ):
        assert browser.get(path).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.take_change_away(theirs, actor=nele, now=timezone.now())


def test_a_change_taken_away_twice_is_one_line_in_the_chronicle(nele: Person) -> None:
    change = name_change(nele, on=days_ago(9))
    same = Change.objects.get(pk=change.pk)
    for pressed in (change, same):
        actions.take_change_away(pressed, actor=nele, now=timezone.now())
    assert Line.objects.filter(act="change-taken-away").count() == 1
