"""A photo of the wall of a meeting: for the desk, beside what was typed, and not for ever."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget.models import Idea, Round, WallPhoto
from gebuur.apps.neighbourhood.models import Person
from gebuur.web.forgetting import forget_old
from tests import cast
from tests.core.test_pictures import PNG, SECRET, chunk

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(nele: Person) -> Round:
    rosa = cast.make_person(nele.neighbourhood, "Rosa")
    cast.make_group(rosa).members.update(known_at=timezone.now())
    return cast.make_round(nele.neighbourhood, coordinator=nele, neighbour=rosa)


def test_the_desk_reads_the_wall_beside_the_ideas_and_deletes_it(one: Round, nele: Person) -> None:
    desk, path = cast.sign_in(nele), f"/staff/budget/{one.pk}/ideas/meeting/"
    said = {"meeting": "Avond", "lines": "Bloembakken"}
    film = SimpleUploadedFile("wall.png", b"no picture at all")
    wrong = desk.post(path, said | {"wall": film}).content.decode()
    assert "Bloembakken" in wrong
    assert not Idea.objects.exists()
    noted = PNG[:33] + chunk(b"tEXt", SECRET) + PNG[33:]
    desk.post(path, said | {"wall": SimpleUploadedFile("wall.png", noted)})
    photo = WallPhoto.objects.get()
    assert (bytes(photo.picture), photo.kind) == (PNG, "image/png")
    walls, picture = (
        f"/staff/budget/{one.pk}/ideas/walls/",
        f"/staff/budget/walls/{photo.pk}/picture/",
    )
    page = desk.get(walls).content.decode()
    assert picture in page
    assert "Bloembakken" in page
    shown = desk.get(picture)
    assert (shown.content, shown["Content-Type"]) == (PNG, "image/png")
    idea = f"/budget/ideas/{Idea.objects.get().pk}/"
    assert walls in desk.get(idea).content.decode()
    assert walls not in Client().get(idea).content.decode()
    assert Client().get(picture).status_code == 302
    desk.post(f"/staff/budget/walls/{photo.pk}/delete/")
    assert not WallPhoto.objects.exists()
    assert Idea.objects.exists(), "what was typed stays"


def test_a_year_after_the_ideas_the_photo_is_gone(one: Round, nele: Person) -> None:
    desk, path = cast.sign_in(nele), f"/staff/budget/{one.pk}/ideas/meeting/"
    photo = SimpleUploadedFile("wall.png", PNG)
    desk.post(path, {"meeting": "Avond", "lines": "Bloembakken", "wall": photo})
    end = timezone.now() + dt.timedelta(days=30)
    forget_old(end + dt.timedelta(days=360))
    assert WallPhoto.objects.exists()
    forget_old(end + dt.timedelta(days=370))
    assert not WallPhoto.objects.exists()
