"""Staff find the ready workshops and their own, copy one, and put one away for good."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.workshops import actions
from gebuur.apps.workshops.models import Session, Workshop
from gebuur.apps.workshops.queries import agenda
from gebuur.core.errors import NotForYou
from gebuur.domain import frames
from tests import cast
from tests.apps.workshops.at_table import LIST, an, browser, page, titles, workshop

__all__ = ["an", "browser", "workshop"]
pytestmark = pytest.mark.django_db


def test_the_tab_leads_to_the_workshops(browser: Client) -> None:
    assert f'href="{LIST}"' in page(browser, "/staff/frames/")


def test_the_ready_workshops_stand_there_in_dutch_and_english(browser: Client) -> None:
    said = page(browser, LIST)
    assert "Zorgzame buurten: eigenaarschap van de buurt en de rol van de professional" in said
    assert "Caring neighbourhoods: ownership by the neighbourhood" in said
    assert "3 uur en 40 minuten, Nederlands" in said
    assert "Jullie hebben nog geen eigen workshop" in said


def test_a_ready_workshop_is_looked_at_block_by_block_with_the_clock(browser: Client) -> None:
    said = page(browser, f"{LIST}ready/deck/?language=nl")
    assert "Casus 3: de buurt kiest, het bestuur zegt nee" in said
    assert "van 9.00 tot 12.40" in said
    assert "Case 3" in page(browser, f"{LIST}ready/deck/?language=en")


def test_a_ready_workshop_is_copied_whole_and_then_ones_own(browser: Client, an: Person) -> None:
    answer = browser.post(f"{LIST}ready/deck/copy/", {"language": "nl"}, follow=True)
    (copy,) = agenda.list_workshops(an)
    assert answer.redirect_chain[-1][0] == f"{LIST}{copy.pk}/"
    assert (copy.ready_key, copy.language, copy.made_by) == ("deck", "nl", an)
    assert agenda.blocks_of(copy) == agenda.ready_blocks("deck", "nl")
    assert "Dit is de kopie" in answer.content.decode()


def test_a_copy_in_english_has_english_choices_in_its_poll(an: Person) -> None:
    copy = actions.copy_ready("deck", "en", actor=an, now=timezone.now())
    poll = copy.blocks.get(kind="poll")
    assert "Letting go of something" in poll.picks


def test_an_unknown_language_becomes_dutch_and_an_unknown_workshop_is_not_there(
    browser: Client, an: Person
) -> None:
    browser.post(f"{LIST}ready/short/copy/", {"language": "klingon"})
    assert agenda.list_workshops(an).get().language == "nl"
    assert browser.get(f"{LIST}ready/nonsense/").status_code == 404
    assert browser.post(f"{LIST}ready/nonsense/copy/").status_code == 404
    assert browser.get(f"{LIST}ready/nonsense/print/").status_code == 404


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("key", [one.key for one in frames.READY_WORKSHOPS])
def test_the_blocks_of_a_ready_workshop_can_be_run(key: str, language: str) -> None:
    for block in agenda.ready_blocks(key, language):
        frames.check_picks(frames.BlockKind(block.kind), block.picks)


def test_a_workshop_is_made_with_a_name_and_a_language(browser: Client) -> None:
    answer = browser.post(
        f"{LIST}new/", {"title": "Avond met de straat", "language": "en"}, follow=True
    )
    made = Workshop.objects.get()
    assert (made.title, made.language, made.ready_key) == ("Avond met de straat", "en", "")
    assert "Een lege agenda" in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Geef de workshop een naam."),
        ({"title": "  ", "language": "nl"}, "Geef de workshop een naam."),
        ({"title": "x" * 121, "language": "nl"}, "Maak het korter: hoogstens 120 tekens."),
        ({"title": "Avond", "language": "xx"}, "Kies Nederlands of Engels."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    browser: Client, typed: dict[str, str], said: str
) -> None:
    answer = browser.post(f"{LIST}new/", typed).content.decode()
    assert said in answer
    assert typed.get("title", "").strip() in answer
    assert not Workshop.objects.exists()


def test_the_name_and_the_language_change(browser: Client, workshop: Workshop) -> None:
    assert "Terugkomdag" in page(browser, f"{LIST}{workshop.pk}/edit/")
    browser.post(f"{LIST}{workshop.pk}/edit/", {"title": "Herfstdag", "language": "en"})
    workshop.refresh_from_db()
    assert (workshop.title, workshop.language) == ("Herfstdag", "en")
    assert (
        "Geef de workshop een naam"
        in browser.post(f"{LIST}{workshop.pk}/edit/", {}).content.decode()
    )


def test_an_own_workshop_is_copied_with_its_blocks(
    browser: Client, workshop: Workshop, an: Person
) -> None:
    browser.post(f"{LIST}{workshop.pk}/copy/")
    copy = Workshop.objects.get(title="Terugkomdag, kopie")
    assert titles(copy) == ["Een", "Twee", "Drie"]
    actions.remove_block(copy.blocks.earliest("position"), actor=an)
    assert titles(workshop) == ["Een", "Twee", "Drie"]


def test_a_very_long_name_can_be_copied_too(browser: Client, an: Person) -> None:
    long = actions.make_workshop("w" * 120, "nl", actor=an, now=timezone.now())
    assert browser.post(f"{LIST}{long.pk}/copy/").status_code == 302
    assert Workshop.objects.count() == 2


def test_a_workshop_that_is_put_away_is_gone_and_its_session_stays(
    browser: Client, workshop: Workshop, an: Person
) -> None:
    held = make_session(an.neighbourhood, workshop)
    address = f"{LIST}{workshop.pk}/put-away/"
    assert "“Terugkomdag” opbergen?" in page(browser, address)
    assert "Terugkomdag" in page(browser, LIST)
    answer = browser.post(address, follow=True).content.decode()
    assert "Verslagen van sessies blijven." in answer
    assert f"{LIST}{workshop.pk}/" not in answer
    assert browser.get(f"{LIST}{workshop.pk}/").status_code == 404
    assert (
        browser.get(f"{LIST}blocks/{workshop.blocks.earliest('position').pk}/").status_code == 404
    )
    held.refresh_from_db()
    assert held.workshop_id == workshop.pk


def make_session(place: Neighbourhood, workshop: Workshop) -> Session:
    now = timezone.now()
    moments = {"moved_at": now, "opened_at": now, "ends_at": now, "closed_at": now}
    return Session.objects.create(
        neighbourhood=place, workshop=workshop, title=workshop.title, **moments
    )


def test_colleagues_of_the_same_organisation_share_their_workshops(workshop: Workshop) -> None:
    here = workshop.organisation.neighbourhoods.get()
    next_door = Neighbourhood.objects.create(
        organisation=here.organisation, name="De Spoel", slug="spoel"
    )
    cast.make_streets_of(next_door)
    colleague = cast.sign_in(cast.make_staff(next_door, "Karim"))
    assert "Terugkomdag" in page(colleague, LIST)
    assert colleague.get(f"{LIST}{workshop.pk}/").status_code == 200


def test_another_organisation_sees_and_changes_nothing(workshop: Workshop) -> None:
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    stranger = cast.sign_in(bert)
    assert "Terugkomdag" not in page(stranger, LIST)
    for tail in ("", "edit/", "put-away/", "print/", "blocks/new/"):
        assert stranger.get(f"{LIST}{workshop.pk}/{tail}").status_code == 404
    with pytest.raises(NotForYou):
        agenda.get_workshop_for(bert, workshop.pk)
    assert stranger.post(f"{LIST}{workshop.pk}/put-away/").status_code == 404
    assert Workshop.objects.get().put_away_at is None


def test_making_an_agenda_leaves_no_line_in_the_chronicle(workshop: Workshop) -> None:
    assert not Line.objects.filter(neighbourhood__organisation=workshop.organisation).exists()


def test_the_database_refuses_a_workshop_without_name(an: Person) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.make_workshop("", "nl", actor=an, now=timezone.now())
