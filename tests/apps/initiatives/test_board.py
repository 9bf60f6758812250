"""The board of a group: first names and words, no numbers of others."""

import datetime as dt

import pytest
from django.utils import timezone

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Post, PostNotice
from gebuur.apps.outbox.models import Message
from tests.apps.initiatives.in_group import Group

pytestmark = pytest.mark.django_db


def test_a_message_stands_on_top_with_a_first_name() -> None:
    group = Group()
    browser = group.browser("Joris")
    browser.post(group.page("board"), {"text": "Eerste"})
    browser.post(group.page("board"), {"text": "Wie heeft er\nnog een ladder?"})
    page = group.browser("Emine").get(group.page("board")).content.decode()
    assert page.index("nog een ladder") < page.index("Eerste")
    assert "<bdi>Joris</bdi>" in page
    assert "joris@example.be" not in page


def test_a_number_is_pointed_out_before_it_goes_up_and_hidden_when_it_is_not_hers() -> None:
    group = Group()
    browser = group.browser("Joris")
    text = "Bel Marie op 0475 12 34 56 of marie@example.be, ze woont in de Spoelstraat 12."
    answer = browser.post(group.page("board"), {"text": text}).content.decode()
    assert Post.objects.count() == 0
    assert "0475 12 34 56" in answer
    assert "numbers" in answer
    browser.post(group.page("board"), {"text": text, "numbers": "hide"})
    page = group.browser("Emine").get(group.page("board")).content.decode()
    assert "Bel Marie op •••" in page
    for secret in ("0475", "marie@", "Spoelstraat 12"):
        assert secret not in page


def test_her_own_number_is_shown_when_she_wants_it() -> None:
    group = Group()
    typed = {"text": "Bel mij op 0475 12 34 56.", "numbers": "own"}
    group.browser("Joris").post(group.page("board"), typed)
    assert "0475 12 34 56" in group.browser("Emine").get(group.page("board")).content.decode()


def test_a_message_is_taken_away_by_who_wrote_it_or_who_leads() -> None:
    group = Group()
    for number in (1, 2):
        actions.write_post(actor=group.seat("Joris"), text=f"Bericht {number}", now=timezone.now())
    one, two = Post.objects.order_by("at")
    page = group.page("post-hide", post=one.pk)
    assert page not in group.browser("Emine").get(group.page("board")).content.decode()
    group.browser("Emine").post(page)
    assert Post.objects.filter(hidden_at__isnull=True).count() == 2
    group.browser("Joris").post(page)
    group.browser("Rosa").post(group.page("post-hide", post=two.pk))
    assert Post.objects.filter(hidden_at__isnull=True).count() == 0
    assert group.browser("Rosa").post(page).status_code == 404
    assert group.browser("Rosa").get(page).status_code == 405


def test_who_wants_it_gets_a_word_once_a_day_that_says_nothing() -> None:
    group = Group()
    emine = group.browser("Emine")
    assert "board/notice" in emine.get(group.page("board")).content.decode()
    emine.post(group.page("board-notice"), {"wanted": "yes"})
    now = timezone.now()
    assert actions.announce_posts(now=now) == 0
    actions.write_post(actor=group.seat("Emine"), text="Zelf", now=now)
    assert actions.announce_posts(now=now) == 0
    actions.write_post(actor=group.seat("Joris"), text="Geheim recept", now=now)
    hour = dt.timedelta(hours=1)
    assert actions.announce_posts(now=now + hour) == 1
    actions.write_post(actor=group.seat("Joris"), text="Nog een", now=now + 2 * hour)
    assert actions.announce_posts(now=now + 3 * hour) == 0
    assert actions.announce_posts(now=now + 26 * hour) == 1
    told = Message.objects.filter(template="initiatives/messages/new_post")
    assert told.count() == 2
    assert not [message for message in told if "recept" in message.body + message.subject]
    emine.post(group.page("board-notice"), {"wanted": "no"})
    assert PostNotice.objects.count() == 0


def test_who_wants_letters_is_not_written_to_every_day() -> None:
    group = Group()
    browser = group.browser("Godelieve")
    assert "board/notice" not in browser.get(group.page("board")).content.decode()
    browser.post(group.page("board-notice"), {"wanted": "yes"})
    assert PostNotice.objects.count() == 0


def test_nothing_filled_in_and_rubbish_get_a_sentence() -> None:
    group = Group()
    browser = group.browser("Joris")
    assert browser.post(group.page("board"), {}).status_code == 200
    long = browser.post(group.page("board"), {"text": "a" * 1001}).content.decode()
    assert "a" * 1001 in long
    typed = {"text": "0475 12 34 56", "numbers": "rubbish"}
    assert browser.post(group.page("board"), typed).status_code == 200
    assert Post.objects.count() == 0
