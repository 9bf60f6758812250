"""The kinds of blocks in words: what the room does, and what the screen shows."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from gebuur.domain.frames import BlockKind


class KindWords(NamedTuple):
    """How a kind of block is named and explained to the facilitator."""

    icon: str
    name: Any
    room: Any
    screen: Any


KINDS: dict[str, KindWords] = {
    BlockKind.LOOK_BACK: KindWords(
        "undo-2",
        _("Look back"),
        _("Everybody says what came of the last intention: done, partly or not."),
        _("The screen counts the three and shows what happened."),
    ),
    BlockKind.CASE: KindWords(
        "book-open",
        _("Case"),
        _("Everybody reads the story and writes what they think, do and want."),
        _("The screen shows the story, then the answers question by question."),
    ),
    BlockKind.WHEEL: KindWords(
        "chart-pie",
        _("Participation wheel"),
        _("Everybody chooses one of the seven styles."),
        _("The screen shows the wheel with the votes of the room."),
    ),
    BlockKind.DIVIDE: KindWords(
        "scale",
        _("Divide a hundred points"),
        _("Everybody divides a hundred points over four sentences: now, and as they want it."),
        _("The screen lays both on each other, for the room together."),
    ),
    BlockKind.SIGNALS: KindWords(
        "eye",
        _("Signals in a group"),
        _("Everybody ticks what they saw in one group."),
        _("The screen shows which phases the signals point to, never one label."),
    ),
    BlockKind.ATTITUDES: KindWords(
        "heart-handshake",
        _("Nine attitudes"),
        _("Everybody chooses one attitude and writes a moment with it."),
        _("The screen shows the nine attitudes with their moments."),
    ),
    BlockKind.EXERCISE: KindWords(
        "footprints",
        _("Reflection exercise"),
        _("Everybody answers the five questions about a moment of their own."),
        _("The screen shows one question at a time, with the answers."),
    ),
    BlockKind.BOARD: KindWords(
        "users",
        _("Informal actors"),
        _("Everybody writes who does what in the neighbourhood."),
        _("The screen puts the cards under the five informal actors."),
    ),
    BlockKind.LIGHTS: KindWords(
        "octagon-x",
        _("Boundaries"),
        _("For each task everybody chooses: green, amber or red."),
        _("The screen shows the votes, then the light of the catalogue and why."),
    ),
    BlockKind.QUESTION: KindWords(
        "message-square",
        _("Open question"),
        _("Everybody answers your question in one line."),
        _("The screen shows the answers, shuffled."),
    ),
    BlockKind.POLL: KindWords(
        "list-checks",
        _("Poll"),
        _("Everybody chooses one of your choices."),
        _("The screen shows how often each was chosen."),
    ),
    BlockKind.PAUSE: KindWords(
        "coffee",
        _("Break"),
        _("Nobody has to do anything."),
        _("The screen shows that there is a break."),
    ),
    BlockKind.SOURCES: KindWords(
        "library",
        _("Sources"),
        _("Everybody sees where the frames come from."),
        _("The screen shows the sources, and how sure we are of each."),
    ),
}
