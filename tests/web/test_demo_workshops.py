"""In the demo An made a workshop of her own out of the training."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gebuur.apps.workshops.queries import agenda
from gebuur.domain import frames
from gebuur.web.demo.workshops import make_workshop
from tests import cast

pytestmark = pytest.mark.django_db


def test_the_day_of_coming_back_stands_in_the_list_and_can_be_run() -> None:
    an = cast.make_staff(cast.make_place(), "An")
    made = make_workshop(an, now=timezone.now())
    listed = agenda.list_workshops(an).get()
    assert (listed.title, listed.ready_key) == ("Terugkomdag buurtwerkers", "deck")
    assert timezone.now() - listed.made_at > timedelta(days=15)
    blocks = agenda.blocks_of(made)
    assert blocks != agenda.ready_blocks("deck", "nl")
    assert [block.kind for block in blocks] == [
        "look_back", "question", "case", "pause", "exercise", "lights", "poll", "sources",
    ]  # fmt: skip
    assert sum(block.minutes for block in blocks) == 150
    for block in blocks:
        frames.check_picks(frames.BlockKind(block.kind), block.picks)
