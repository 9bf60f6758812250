"""A coordinator says the frames in the words of her house; what was said before stays, and ours can come back."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from gebuur.apps.framing.models import Rewording
from gebuur.apps.neighbourhood.models import Person, Role
from tests import cast

pytestmark = pytest.mark.django_db
EDIT = "/staff/frames/styles/delegating/"
STYLES = "/staff/frames/?kind=styles"


@pytest.fixture
def nele() -> Person:
    return cast.make_staff(cast.make_place(), "Nele", role=Role.COORDINATOR)


def filled(browser: Client, **own: str) -> dict[str, str]:
    """The form as it stands on the page, with some words changed."""
    form = browser.get(EDIT).context["form"]
    return {name: field.initial for name, field in form.fields.items()} | {
        name.replace("_", "-"): words for name, words in own.items()
    }


def page(browser: Client, address: str = STYLES) -> str:
    return browser.get(address).content.decode()


def test_own_words_stand_on_the_page_at_once(nele: Person) -> None:
    browser = cast.sign_in(nele)
    answer = browser.post(EDIT, filled(browser, nl_0="Beslissen binnen een kader"), follow=True)
    assert "We bewaarden je woorden" in answer.content.decode()
    assert "Beslissen binnen een kader" in page(browser)
    assert Rewording.objects.get().path == "styles:delegating:words"


def test_only_what_changed_is_written_down(nele: Person) -> None:
    browser = cast.sign_in(nele)
    browser.post(EDIT, filled(browser))
    assert not Rewording.objects.exists()


def test_what_was_said_before_stays_in_the_history(nele: Person) -> None:
    browser = cast.sign_in(nele)
    browser.post(EDIT, filled(browser, nl_0="Eerste woorden"))
    browser.post(EDIT, filled(browser, nl_0="Tweede woorden"))
    said = page(browser, EDIT)
    assert "Eerste woorden" in said
    assert "Tweede woorden" in said
    assert Rewording.objects.filter(ended_at__isnull=True).count() == 1


def test_typing_our_words_again_ends_the_own_ones(nele: Person) -> None:
    browser = cast.sign_in(nele)
    ours = filled(browser)
    browser.post(EDIT, ours | {"nl-0": "Even anders"})
    browser.post(EDIT, ours)
    assert not Rewording.objects.filter(ended_at__isnull=True).exists()
    assert "eigen woorden" not in page(browser).split("Delegerend")[1].split("</section>")[0]


def test_the_words_of_gebuur_come_back_after_asking_once_more(nele: Person) -> None:
    browser = cast.sign_in(nele)
    browser.post(EDIT, filled(browser, nl_0="Eigen stijl"))
    assert "Terug naar de woorden van Gebuur" in page(browser, f"{EDIT}reset/")
    assert "Eigen stijl" in page(browser)
    browser.post(f"{EDIT}reset/")
    assert "Eigen stijl" not in page(browser)
    assert "Eigen stijl" in page(browser, EDIT)


def test_empty_words_are_refused_and_the_rest_is_kept_as_typed(nele: Person) -> None:
    browser = cast.sign_in(nele)
    answer = browser.post(EDIT, filled(browser, nl_0="  ", en_0="My own words")).content.decode()
    assert "Schrijf hier iets, of ga terug naar de woorden van Gebuur." in answer
    assert "My own words" in answer
    assert not Rewording.objects.exists()


def test_words_that_are_too_long_are_refused_with_a_sentence(nele: Person) -> None:
    browser = cast.sign_in(nele)
    answer = browser.post(EDIT, filled(browser, nl_0="x" * 401))
    assert answer.status_code == 200
    assert not Rewording.objects.exists()


def test_own_words_are_never_read_as_markup(nele: Person) -> None:
    browser = cast.sign_in(nele)
    browser.post(EDIT, filled(browser, nl_0="<script>alert(1)</script>"))
    assert "<script>alert" not in page(browser)


def test_another_organisation_reads_its_own_words(nele: Person) -> None:
    browser = cast.sign_in(nele)
    browser.post(EDIT, filled(browser, nl_0="Alleen bij ons"))
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    assert "Alleen bij ons" not in page(cast.sign_in(bert))


def test_a_professional_reads_and_does_not_change(nele: Person) -> None:
    an = cast.sign_in(cast.make_staff(nele.neighbourhood, "An"))
    assert "Delegerend" in page(an)
    assert EDIT not in page(an)
    assert an.post(EDIT, {}).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/staff/frames/?kind=horoscopes",
        "/staff/frames/styles/shouting/",
        "/staff/frames/tasks/walk/",
        "/staff/frames/x/y/reset/",
    ],
)
def test_what_is_no_frame_does_not_exist(nele: Person, address: str) -> None:
    assert cast.sign_in(nele).get(address).status_code == 404


def test_every_kind_opens_with_its_source_and_how_sure_it_is(nele: Person) -> None:
    browser = cast.sign_in(nele)
    for kind in (
        "conditions",
        "roles",
        "phases",
        "attitudes",
        "exercise",
        "cases",
        "actors",
        "axes",
    ):
        assert "<h1>" in page(browser, f"/staff/frames/?kind={kind}")
    assert "De bron zelf zagen we niet." in page(browser)
    assert "Tuckman" in page(browser, "/staff/frames/sources/")


def test_in_english_the_english_words_are_read(nele: Person) -> None:
    browser = cast.sign_in(nele)
    answer = browser.get(STYLES, headers={"accept-language": "en"})
    assert "Facilitating" in answer.content.decode()


def test_the_database_keeps_one_wording_at_a_time(nele: Person) -> None:
    facts = {
        "organisation": nele.neighbourhood.organisation,
        "path": "styles:delegating:words",
        "nl": "a",
        "en": "b",
        "made_at": timezone.now(),
    }
    Rewording.objects.create(**facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        Rewording.objects.create(**facts)
