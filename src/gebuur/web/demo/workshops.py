"""A workshop of the organisation's own: the training copied, and changed into a morning of coming back."""

import datetime as dt

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops import actions
from gebuur.apps.workshops.models import Workshop
from gebuur.apps.workshops.queries.agenda import BlockWords, words_of
from gebuur.domain.frames import BlockKind

MADE = dt.timedelta(days=16)
LEFT_OUT = (BlockKind.DIVIDE, BlockKind.SIGNALS, BlockKind.BOARD, BlockKind.WHEEL)


def make_workshop(professional: Person, *, now: dt.datetime) -> Workshop:
    """What An made for the day on which the neighbourhood workers come back."""
    workshop = actions.copy_ready("deck", "nl", actor=professional, now=now - MADE)
    actions.edit_workshop(
        workshop, actor=professional, title="Terugkomdag buurtwerkers", language="nl"
    )
    blocks = list(workshop.blocks.all())
    for block in blocks:
        is_first_case = block.kind == BlockKind.CASE and block.picks != ["volunteers"]
        if block.kind in LEFT_OUT or is_first_case:
            actions.remove_block(block, actor=professional)
    _say_it_ourselves(workshop, professional)
    return workshop


def _say_it_ourselves(workshop: Workshop, professional: Person) -> None:
    opening = workshop.blocks.get(kind=BlockKind.LOOK_BACK)
    words = words_of(opening)
    theirs = BlockWords(
        kind=words.kind,
        title="Wat kwam er van je voornemen?",
        text="In oktober nam iedereen zich één ding voor. Is het gedaan, deels of niet?",
        minutes=20,
        picks=(),
    )
    actions.edit_block(opening, theirs, actor=professional, place=0)
    asked = BlockWords(
        kind=BlockKind.QUESTION,
        title="Wie nam er iets van je over?",
        text="Denk aan iets dat een buur nu zelf doet. Schrijf geen namen.",
        minutes=15,
        picks=(),
    )
    actions.add_block(workshop, asked, actor=professional, place=1)
