"""Who is forgotten takes her own words along; what the group decided stays."""

import pytest
from django.utils import timezone

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Decision, Member, Post, Voice
from gebuur.apps.neighbourhood.models import Role
from gebuur.web.forgetting import erase
from gebuur.web.person_file import everything_about
from tests import cast
from tests.apps.initiatives.in_group import Group

pytestmark = pytest.mark.django_db


def test_who_is_erased_leaves_no_words_and_the_decision_stays() -> None:
    group = Group()
    decision = group.ask(by="Emine")
    group.say(decision, Emine="doubt", Rosa="yes", Joris="yes", Godelieve="yes")
    actions.write_post(actor=group.seat("Emine"), text="Groeten", now=timezone.now())
    emine = group.seat("Emine").person
    told = str(everything_about(emine))
    for words in ("Te duur", "Groeten", "We kopen samen een ladder."):
        assert words in told
    nele = cast.make_staff(group.place, "Nele", role=Role.COORDINATOR)
    erase(emine, actor=nele, now=timezone.now())
    assert not Member.objects.filter(person__first_name="Emine").exists()
    assert (Post.objects.count(), Voice.objects.count()) == (0, 3)
    assert Decision.objects.get().state == "taken"
    page = group.browser("Rosa").get(group.page("decision-detail", decision=decision.pk))
    assert "Te duur" not in page.content.decode()
    assert group.browser("Rosa").get(group.page("archive-file")).status_code == 200
