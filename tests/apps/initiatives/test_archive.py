"""The group takes everything along, and may delete it afterwards."""

import datetime as dt
import io
import json
import zipfile

import pytest
from django.apps import apps
from django.db import models
from django.utils import timezone

from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Closing, Initiative, Member, MoneyLine
from gebuur.apps.initiatives.queries.archive_parts import LEFT_OUT, PARTS
from gebuur.apps.initiatives.queries.archive_words import COLUMNS
from gebuur.apps.outbox.models import AnswerLink, Message
from tests.apps.initiatives.in_group import Group

pytestmark = pytest.mark.django_db
# What the day of closing says as well.
NOT_WORDS = {"state"}


def lively() -> Group:
    """A group in which things were said, agreed, paid and put right."""
    group = Group()
    decision = group.ask()
    group.say(decision, Rosa="yes", Joris="yes", Emine="doubt", Godelieve="yes")
    now, today = timezone.now(), timezone.localdate()
    actions.write_agreement(
        actor=group.seat("Joris"), text="De ladder hangt bij Rosa.",
        review_on=today + dt.timedelta(days=90), now=now,
    )  # fmt: skip
    actions.write_post(actor=group.seat("Joris"), text="=1+1 bel 0475 12 34 56", now=now)
    money = {"neighbourhood": group.place, "initiative": group.group, "on": today, "noted_at": now}
    wrong = MoneyLine.objects.create(what="=Ladder", cents=-45_00, **money)
    again = MoneyLine.objects.create(what="Fout", cents=45_00, against=wrong, **money)
    MoneyLine.objects.create(what="Toch", cents=-45_00, against=again, **money)
    return group


def unpacked(answer: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(answer)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_everything_is_in_one_file_that_reads_without_a_network() -> None:
    group = lively()
    browser = group.browser("Godelieve")
    assert group.page("archive-file") in browser.get(group.page("archive")).content.decode()
    answer = browser.get(group.page("archive-file"))
    assert answer.headers["Content-Type"] == "application/zip"
    files = unpacked(answer.content)
    assert set(files) == {
        "index.html", "archive.css", "money.csv", "dates.csv", "decisions.csv", "everything.json",
    }  # fmt: skip
    page = files["index.html"]
    for words in ("We kopen samen een ladder.", "De ladder hangt bij Rosa.", "Te duur", "Emine"):
        assert words in page
    assert "http" not in page
    assert "-45,00" in files["money.csv"]
    assert ";'=Ladder;" in files["money.csv"]
    said = json.loads(files["everything.json"])["voice:decision__initiative"]
    assert {row["member"] for row in said} == {"Rosa", "Joris", "Emine", "Godelieve"}
    for text in files.values():
        assert "0475" not in text
        assert "example.be" not in text


def test_the_archive_is_in_the_readers_language() -> None:
    group = lively()
    browser = group.browser("Godelieve")
    browser.cookies["django_language"] = "ar"
    answer = browser.get(group.page("archive-file"), headers={"accept-language": "ar"})
    page = unpacked(answer.content)["index.html"]
    assert 'dir="rtl"' in page
    assert "القرارات" in page


def test_every_model_of_the_room_is_taken_along_or_says_why_not() -> None:
    told = {part.model for part in PARTS} | set(LEFT_OUT)
    assert set(apps.get_app_config("initiatives").get_models()) - told == set()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: f"{part.model.__name__} {part.path}")
def test_no_words_of_the_group_are_forgotten(part: object) -> None:
    model, columns = part.model, part.columns  # type: ignore[attr-defined]  # a Part
    words = {
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, (models.CharField, models.TextField)) and not field.choices
    }
    asked_for = {one.columns for one in PARTS if one.model is model}
    taken = set().union(*asked_for)
    assert words - taken - NOT_WORDS == set()
    assert set(columns) <= set(COLUMNS)


def closed() -> Group:
    group = lively()
    now = timezone.now()
    Initiative.objects.filter(pk=group.group.pk).update(state="closed", closed_at=now)
    Closing.objects.create(
        neighbourhood=group.place, initiative=group.group, thanks="Dank", money_to="", things_to="",
        ask_back_on=timezone.localdate() + dt.timedelta(days=182), closed_at=now,
    )  # fmt: skip
    return group


def test_deleting_is_asked_for_told_to_all_and_done_after_two_weeks() -> None:
    group = closed()
    browser = group.browser("Rosa")
    assert group.browser("Joris").get(group.page("wipe")).status_code == 200
    group.browser("Joris").post(group.page("wipe"), {"step": "ask"})
    assert Closing.objects.get().wipe_on is None, "who leads asks it"
    browser.post(group.page("wipe"), {"step": "ask"})
    told = Message.objects.filter(template="initiatives/messages/wipe_asked")
    assert {message.person.first_name for message in told} == {"Godelieve", "Joris", "Emine"}
    browser.post(group.page("wipe"), {"step": "now"})
    assert Initiative.objects.count() == 1
    before = set(Line.objects.values_list("digest", flat=True))
    Closing.objects.update(wipe_on=timezone.localdate())
    answer = browser.post(group.page("wipe"), {"step": "now"})
    assert answer.headers["Location"] == "/initiatives/"
    assert Initiative.objects.count() == Member.objects.count() == MoneyLine.objects.count() == 0
    assert before < set(Line.objects.values_list("digest", flat=True))
    assert AnswerLink.objects.filter(thing=group.group.pk).count() == 0
    assert not [m for m in Message.objects.all() if "ladder" in m.body or "Spoelstraat" in m.body]
    assert browser.get(group.page("initiative-detail")).status_code == 404


def test_anybody_with_a_voice_says_no_to_deleting() -> None:
    group = closed()
    group.browser("Rosa").post(group.page("wipe"), {"step": "ask"})
    browser = group.browser("Emine")
    assert "keep" in browser.get(group.page("archive")).content.decode()
    browser.post(group.page("wipe"), {"step": "keep"})
    assert Closing.objects.get().wipe_on is None


def test_a_group_that_goes_on_is_not_deleted() -> None:
    group = lively()
    browser = group.browser("Rosa")
    assert browser.get(group.page("wipe")).status_code == 404
    assert browser.post(group.page("wipe"), {"step": "now"}).status_code == 404
    assert browser.post(group.page("archive-file")).status_code == 405
