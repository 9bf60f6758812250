"""A workshop of the organisation's own: the training copied, and changed into a morning of coming back."""

import datetime as dt
from dataclasses import replace

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops import actions
from gebuur.apps.workshops.models import Workshop
from gebuur.apps.workshops.queries.agenda import BlockWords, words_of
from gebuur.domain.frames import BlockKind

MADE = dt.timedelta(days=16)
# What stays of the training, by its title, and what An says instead.
KEPT = {
    "Waar sta je nu?": (
        "Wat kwam er van je voornemen?",
        "In oktober koos iedereen één ding om te doen. Is het gedaan, deels of niet?",
        20,
    ),
    "Casus 2: na twee maanden is bijna iedereen weg": (
        "Na twee maanden is bijna iedereen weg",
        "Herken je dit? Schrijf eerst alleen. Daarna praten we per drie.",
        25,
    ),
    "Koffie": ("Koffie", "Met taart van de buren uit de Spoelstraat.", 20),
    "Jouw moment met de buurt": (
        "Jouw moment met de buurt",
        "Kies één moment sinds onze vorige dag. Er komen vijf vragen. Schrijf geen namen.",
        30,
    ),
    "Mag een buur dit doen?": (
        "Mag een buur dit doen?",
        "Acht vragen van de voorbije maand. Kies eerst zelf, dan kijken we samen.",
        25,
    ),
    "Waar begin je mee?": ("Wat doe je tegen januari?", "Kies één ding. Klein mag.", 10),
    "Waar dit vandaan komt": ("Waar dit vandaan komt", "", 5),
}
OWN = BlockWords(
    kind=BlockKind.QUESTION,
    title="Wat deed een buur in jouw plaats?",
    text="Denk aan iets dat jij vroeger deed. Schrijf geen namen.",
    minutes=15,
    picks=(),
)


def make_workshop(professional: Person, *, now: dt.datetime) -> Workshop:
    """What An made for the day on which the neighbourhood workers come back."""
    workshop = actions.copy_ready("deck", "nl", actor=professional, now=now - MADE)
    actions.edit_workshop(
        workshop, actor=professional, title="Terugkomdag buurtwerkers", language="nl"
    )
    for block in list(workshop.blocks.all()):
        if block.title not in KEPT:
            actions.remove_block(block, actor=professional)
    for place, block in enumerate(list(workshop.blocks.all())):
        title, text, minutes = KEPT[block.title]
        words = replace(words_of(block), title=title, text=text, minutes=minutes)
        actions.edit_block(block, words, actor=professional, place=place)
    actions.add_block(workshop, OWN, actor=professional, place=1)
    return workshop
