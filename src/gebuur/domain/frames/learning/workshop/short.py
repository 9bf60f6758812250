"""One hour with one case: for a team meeting."""

from gebuur.domain.frames.learning.blocks import BlockKind
from gebuur.domain.frames.learning.source import Sure, Words
from gebuur.domain.frames.learning.workshop.model import ReadyBlock, ReadyWorkshop

SHORT = ReadyWorkshop(
    key="short",
    words=Words("Eén casus, het wiel en de grenzen", "One case, the wheel and the boundaries"),
    source="training",
    sure=Sure.READ,
    about=Words(
        "Eén uur, bijvoorbeeld op een teamvergadering.", "One hour, at a team meeting for instance."
    ),
    blocks=(
        ReadyBlock(
            kind=BlockKind.CASE,
            title=Words(
                "Eén straat helpt, twee straten ruziën", "One street helps, two streets quarrel"
            ),
            text=Words(
                "Lees het verhaal. Schrijf eerst voor jezelf, in één zin per vraag. Daarna praten we.",
                "Read the story. Write for yourself first, one sentence a question. Then we talk.",
            ),
            minutes=20,
            picks=("streets",),
        ),
        ReadyBlock(
            kind=BlockKind.WHEEL,
            title=Words("Welke stijl past hier?", "Which style fits here?"),
            text=Words(
                "Denk aan de straat die al helpt. Wat beloof je haar, en kun je dat waarmaken?",
                "Think of the street that helps already. What do you promise it, and can you keep that?",
            ),
            minutes=10,
        ),
        ReadyBlock(
            kind=BlockKind.LIGHTS,
            title=Words("Mag een buur dit doen?", "May a neighbour do this?"),
            text=Words(
                "Groen: ja. Oranje: alleen met duidelijke afspraken. Rood: nee. Kies eerst zelf.",
                "Green: yes. Amber: only with clear agreements. Red: no. Choose for yourself first.",
            ),
            minutes=15,
            picks=("dementia-company", "money", "mending", "nursing", "children"),
        ),
        ReadyBlock(
            kind=BlockKind.QUESTION,
            title=Words("Wat vraag je deze week aan een buur?", "What will you ask a neighbour this week?"),
            text=Words("Eén vraag, zonder namen.", "One question, without names."),
            minutes=10,
        ),
        ReadyBlock(
            kind=BlockKind.SOURCES,
            title=Words("Waar dit vandaan komt", "Where this comes from"),
            text=Words(
                "Elk kader heeft een bron. We zeggen erbij hoe zeker we zijn.",
                "Every frame has a source. We say how sure we are.",
            ),
            minutes=5,
        ),
    ),
)  # fmt: skip
"""The ready workshop for one hour."""
