"""The title of a new reflection is read along like everything else that is typed."""

import pytest
from django.test import Client

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection.models import Entry
from tests import cast
from tests.apps.reflection.written import NEW

pytestmark = pytest.mark.django_db
TYPED = {"form": "think", "title": "Gesprek met Godelieve, 0475 12 34 56"}


@pytest.fixture(autouse=True)
def _godelieve(an: Person) -> None:
    cast.make_person(an.neighbourhood, "Godelieve", last_name="Verhaeghe")


def test_a_name_in_the_title_is_pointed_out_before_anything_is_kept(browser: Client) -> None:
    page = browser.post(NEW, TYPED).content.decode()
    assert "Dit wijst naar iemand" in page
    assert "Je schreef: 0475 12 34 56, Godelieve." in page
    assert f'value="{TYPED["title"]}"' in page
    assert page.count(" checked") == 1
    assert not Entry.objects.exists()


def test_she_has_other_words_put_there(browser: Client) -> None:
    answer = browser.post(NEW, TYPED | {"replace": "1"})
    assert answer["Location"].endswith("/words/")
    assert Entry.objects.get().title == "Gesprek met een buur, een nummer"


def test_she_leaves_it_as_it_is(browser: Client) -> None:
    browser.post(NEW, TYPED | {"keep": "1"})
    assert Entry.objects.get().title == TYPED["title"]


def test_a_title_without_anybody_goes_on_at_once(browser: Client) -> None:
    browser.post(NEW, TYPED | {"title": "De burendag"})
    assert Entry.objects.get().title == "De burendag"


def test_the_title_of_a_case_is_nobodys(browser: Client) -> None:
    answer = browser.post(f"{NEW}?case=volunteers", TYPED)
    assert answer["Location"].endswith("/words/")


def test_other_words_that_make_it_too_long_are_shown_to_be_shortened(
    an: Person, browser: Client
) -> None:
    cast.make_person(an.neighbourhood, "Jo")
    posted = TYPED | {"title": f"Jo {'x' * 117}", "replace": "1"}
    page = browser.post(NEW, posted).content.decode()
    assert f'value="Een buur {"x" * 117}"' in page
    assert not Entry.objects.exists()
