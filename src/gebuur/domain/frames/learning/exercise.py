"""The five questions of the reflection exercise, in their order; the last one has a mirror."""

from gebuur.domain.frames.learning.model import Question
from gebuur.domain.frames.learning.source import Sure, Words
from gebuur.domain.frames.learning.translations import translated


def _question(key: str, words: Words, help_: Words, mirrored: Words | None = None) -> Question:
    return Question(
        key=key, words=translated("exercise", key, words), source="training", sure=Sure.READ, help=help_,
        mirrored=mirrored and translated("exercise", f"{key}:mirrored", mirrored),
    )  # fmt: skip


EXERCISE: tuple[Question, ...] = (
    _question(
        "recent",
        Words(
            "Wanneer werkte je de laatste tijd samen met buren?",
            "When did you work together with neighbours lately?",
        ),
        Words("Kies één moment. Klein mag.", "Choose one moment. It may be small."),
    ),
    _question(
        "attitude",
        Words(
            "Welke houding herken je bij jezelf?",
            "Which attitude do you recognise in yourself?",
        ),
        Words(
            "Kies er één tot drie. Schrijf wat je deed of zei.",
            "Choose one to three. Write what you did or said.",
        ),
    ),
    _question(
        "style",
        Words("Welke begeleidingsstijl was dit?", "Which guidance style was this?"),
        Words(
            "Leg hem naast wat je beloofd had.",
            "Lay it beside what you had promised.",
        ),
    ),
    _question(
        "otherwise",
        Words("Wat had je ook anders kunnen doen?", "What could you have done differently?"),
        Words(
            "Eén ander gebaar, één andere zin.",
            "One other gesture, one other sentence.",
        ),
    ),
    _question(
        "expect",
        Words("Wat verwacht jij van de buren?", "What do you expect of the neighbours?"),
        Words("Weten ze dat ook?", "Do they know?"),
        Words("Wat verwachten de buren van jou?", "What do the neighbours expect of you?"),
    ),
)
