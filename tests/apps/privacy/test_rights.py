"""Who saw my file, taking a yes back, taking my data along, and being forgotten."""

import json

import pytest
from django.apps import apps
from django.utils import timezone

from gebuur.apps.care import actions as care
from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person, Role
from gebuur.apps.privacy import actions
from gebuur.apps.privacy.models import Consent, Purpose
from tests import cast

pytestmark = pytest.mark.django_db
CANARY = "Kanariepietvogel"


def make_story(place: Neighbourhood) -> Person:
    """Somebody of whom everything that can be known carries the canary."""
    seeker = cast.make_person(
        place,
        CANARY,
        last_name=CANARY,
        phone="+3290000042",
        email=f"{CANARY}@example.be",
        desk_note=CANARY,
    )
    care.make_request(
        place,
        actor=None,
        seeker=seeker,
        task=cast.make_task(place),
        slots=cast.ALWAYS,
        channel=Channel.WEB,
        urgency="week",
        rhythm="once",
        languages=["nl"],
        wish=CANARY,
        own_words=CANARY,
        now=timezone.now(),
    )
    return seeker


def rows_with(word: str) -> list[str]:
    """Every table that holds the word, opened and as stored."""
    found = []
    for model in apps.get_models():
        for row in model._default_manager.all():
            values = [str(getattr(row, field.attname, "")) for field in model._meta.concrete_fields]
            if any(word.lower() in value.lower() for value in values):
                found.append(model._meta.label_lower)
    return found


def test_who_opens_my_card_stands_on_my_page_and_on_the_sheet() -> None:
    place = cast.make_place()
    rosa = cast.make_person(place, "Rosa")
    cast.make_user(rosa, "rosa@example.be")
    an = cast.make_staff(place, "An")
    cast.sign_in(an).get(f"/staff/people/{rosa.pk}/")
    assert "de adreskaart" in cast.sign_in(rosa).get("/me/seen/").content.decode()
    assert (
        "de adreskaart" in cast.sign_in(an).get(f"/staff/people/{rosa.pk}/seen/").content.decode()
    )


def test_a_yes_is_taken_back_in_one_press_and_only_by_its_giver() -> None:
    place = cast.make_place()
    rosa, joris = cast.make_person(place, "Rosa"), cast.make_person(place, "Joris")
    cast.make_user(rosa, "rosa@example.be")
    cast.make_user(joris, "joris@example.be")
    consent = actions.give_consent(rosa, Purpose.STORY, channel="phone", actor=rosa)
    assert cast.sign_in(joris).post(f"/me/consents/{consent.pk}/withdraw/").status_code == 404
    cast.sign_in(rosa).post(f"/me/consents/{consent.pk}/withdraw/")
    assert Consent.objects.get().withdrawn_at is not None


def test_the_file_to_take_along_holds_everything() -> None:
    place = cast.make_place()
    seeker = make_story(place)
    answer = cast.sign_in(cast.make_staff(place, "An")).get(f"/staff/people/{seeker.pk}/data/file/")
    told = json.loads(answer.content)
    assert told["person"]["desk_note"] == CANARY
    assert told["care.helprequest:seeker"][0]["wish"] == CANARY


def test_who_is_erased_is_gone_from_every_table_and_the_chronicle_stays() -> None:
    place = cast.make_place()
    seeker = make_story(place)
    nele = cast.make_staff(place, "Nele", role=Role.COORDINATOR)
    lines = Line.objects.count()
    assert "neighbourhood.person" in rows_with(CANARY)
    cast.sign_in(nele).post(f"/staff/people/{seeker.pk}/erase/")
    assert rows_with(CANARY) == []
    assert Line.objects.count() == lines


def test_only_a_coordinator_erases() -> None:
    place = cast.make_place()
    seeker = make_story(place)
    assert (
        cast.sign_in(cast.make_staff(place, "An"))
        .post(f"/staff/people/{seeker.pk}/erase/")
        .status_code
        == 404
    )
    assert Person.objects.filter(pk=seeker.pk).exists()
