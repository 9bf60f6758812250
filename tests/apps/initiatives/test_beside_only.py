"""Who stands beside a group writes about support, and nothing that is the group's own."""

import inspect
from typing import Any, get_type_hints

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Member
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.initiatives.urls import urlpatterns
from tests.apps.initiatives.supported import Supported

pytestmark = pytest.mark.django_db
OF_SUPPORT = {
    "support", "promise", "conditionseen", "framesheet", "styleseen", "phasenote", "advice", "supportwish",
}  # fmt: skip


def own_rows() -> dict[str, list[Any]]:
    """Everything that belongs to groups and not to their support, as stored."""
    models = apps.get_app_config("initiatives").get_models()
    return {
        str(model._meta.model_name): list(model._default_manager.order_by("pk").values())
        for model in models
        if model._meta.model_name not in OF_SUPPORT
    }


def test_no_address_of_the_room_lets_her_change_what_is_the_groups() -> None:
    story = Supported()
    an, before = story.browser(story.an), own_rows()
    names = [
        str(one.name)
        for one in urlpatterns
        if set(one.pattern.converters) == {"pk"}
        and not str(one.name).startswith(("support", "member-new", "staff-join"))
    ]
    tried = 0
    for name in names:
        path = reverse(f"initiatives:{name}", args=[story.group.pk])
        words = dict.fromkeys(
            ("text", "words", "what", "title", "proposal", "answer"), "Kanariepiet"
        )
        answer = an.post(path, words)
        assert answer.status_code in {200, 302, 403, 404, 405}, path
        tried += 1
    assert tried >= 3
    assert own_rows() == before


def member_actions() -> list[Any]:
    """Every action of the room that is the act of a member."""
    every = [getattr(actions, name) for name in actions.__all__]
    return [
        one for one in every if inspect.isfunction(one) and get_type_hints(one).get("actor") is Seat
    ]


def test_every_act_of_a_member_asks_for_a_seat_and_a_made_up_seat_opens_nothing() -> None:
    story = Supported()
    nobody = Member(initiative=story.group, person=story.an, neighbourhood=story.place)
    made_up = Seat(nobody)
    assert len(member_actions()) >= 4
    wrong: Any
    for wrong in (story.an, story.support, made_up):
        for act in (actions.wish_support, actions.drop_wish):
            words = ["Een zaal"] if act is actions.wish_support else []
            with pytest.raises((PermissionDenied, AttributeError)):
                act(story.group, *words, actor=wrong, now=story.now)
        with pytest.raises((PermissionDenied, AttributeError)):
            actions.give_advice(
                "Doe dit", actor=wrong, to_supporter=None, answer_by=story.today, now=story.now
            )


def test_the_seat_of_one_group_and_the_support_of_another_open_nothing_here() -> None:
    story = Supported()
    other = Supported(slug="molen")
    for actor in (other.first, other.support):
        with pytest.raises(PermissionDenied):
            actions.end_support(story.support, actor=actor, words="", now=story.now)
        with pytest.raises(PermissionDenied):
            actions.note_phase(
                story.group, actor=actor, signals=["we-say"], is_unclear=False, words="",
                now=story.now,
            )  # fmt: skip
