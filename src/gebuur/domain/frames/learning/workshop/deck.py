"""The whole training as one workshop of half a day, in the order of the training."""

from gebuur.domain.frames.learning.blocks import BlockKind
from gebuur.domain.frames.learning.source import Sure, Words
from gebuur.domain.frames.learning.workshop.model import ReadyBlock, ReadyWorkshop

_CASES = (
    ReadyBlock(
        kind=BlockKind.LOOK_BACK,
        title=Words("Waar sta je nu?", "Where are you now?"),
        text=Words(
            "Wat nam je vorige keer mee? Is het gedaan, deels of niet? Schrijf erbij wat er gebeurde. "
            "Was je er niet bij? Denk aan iets dat je deze maand wilde doen.",
            "What did you take along last time? Is it done, partly or not? Write what happened. "
            "Were you not there? Think of something you wanted to do this month.",
        ),
        minutes=10,
    ),
    ReadyBlock(
        kind=BlockKind.CASE,
        title=Words(
            "Casus 1: één straat helpt, twee straten ruziën",
            "Case 1: one street helps, two streets quarrel",
        ),
        text=Words(
            "Lees het verhaal. Schrijf eerst voor jezelf, in één zin per vraag. Daarna praten we.",
            "Read the story. Write for yourself first, one sentence a question. Then we talk.",
        ),
        minutes=20,
        picks=("streets",),
    ),
    ReadyBlock(
        kind=BlockKind.CASE,
        title=Words(
            "Casus 2: na twee maanden is bijna iedereen weg",
            "Case 2: after two months nearly everybody is gone",
        ),
        text=Words(
            "Jij leidt dit centrum. Schrijf eerst alleen. Leg het dan naast wat je buur schreef.",
            "You lead this centre. Write alone first. Then lay it beside what your neighbour wrote.",
        ),
        minutes=15,
        picks=("volunteers",),
    ),
    ReadyBlock(
        kind=BlockKind.CASE,
        title=Words(
            "Casus 3: de buurt kiest, het bestuur zegt nee",
            "Case 3: the neighbourhood chooses, the authority says no",
        ),
        text=Words(
            "Je staat tussen de buurt en het bestuur. Wat zeg je morgen tegen wie?",
            "You stand between the neighbourhood and the authority. What do you say tomorrow, to whom?",
        ),
        minutes=15,
        picks=("garden",),
    ),
    ReadyBlock(
        kind=BlockKind.PAUSE,
        title=Words("Even rechtstaan", "Stand up for a moment"),
        text=Words("Rek je uit. Zet een raam open.", "Stretch. Open a window."),
        minutes=5,
    ),
)
_FRAMES = (
    ReadyBlock(
        kind=BlockKind.WHEEL,
        title=Words("Welke stijl was het in casus 3?", "Which style was it in case 3?"),
        text=Words(
            "Kijk naar wat er echt gebeurde. Kies één stijl op het wiel. Geen stijl staat boven een andere.",
            "Look at what really happened. Choose one style on the wheel. No style is above another.",
        ),
        minutes=10,
    ),
    ReadyBlock(
        kind=BlockKind.WHEEL,
        title=Words("Welke stijl past hier wel?", "Which style does fit here?"),
        text=Words(
            "Je mag opnieuw beginnen. Wat beloof je de buurt? Kun je dat ook waarmaken?",
            "You may begin again. What do you promise the neighbourhood? Can you keep that promise?",
        ),
        minutes=10,
    ),
    ReadyBlock(
        kind=BlockKind.DIVIDE,
        title=Words("Waar gaat jouw tijd naartoe?", "Where does your time go?"),
        text=Words(
            "Verdeel honderd punten over vier zinnen. Eerst zoals het nu is, dan zoals jij het wilt. "
            "Er bestaat geen juiste verdeling.",
            "Divide a hundred points over four sentences. First as it is now, then as you want it. "
            "There is no right division.",
        ),
        minutes=15,
    ),
    ReadyBlock(
        kind=BlockKind.SIGNALS,
        title=Words("Wat zie je in jouw groep?", "What do you see in your group?"),
        text=Words(
            "Neem één groep buren in gedachten. Duid aan wat je zelf zag, deze maand. "
            "Een groep gaat vooruit en ook weer terug.",
            "Think of one group of neighbours. Tick what you saw yourself, this month. "
            "A group goes forward, and back again too.",
        ),
        minutes=10,
    ),
    ReadyBlock(
        kind=BlockKind.ATTITUDES,
        title=Words("Wat merkte een buur aan jou?", "What did a neighbour notice about you?"),
        text=Words(
            "Kies één van de negen houdingen. Schrijf er een moment bij: wat deed of zei je?",
            "Choose one of the nine attitudes. Write a moment with it: what did you do or say?",
        ),
        minutes=15,
    ),
    ReadyBlock(
        kind=BlockKind.PAUSE,
        title=Words("Koffie", "Coffee"),
        text=Words(
            "Daarna gaat het over wat je zelf meemaakte.",
            "After this it is about what you lived through yourself.",
        ),
        minutes=15,
    ),
)
_OWN_PRACTICE = (
    ReadyBlock(
        kind=BlockKind.EXERCISE,
        title=Words("Jouw moment met de buurt", "Your moment with the neighbourhood"),
        text=Words(
            "Kies één moment met buren, van de laatste weken. Er komen vijf vragen, één voor één. "
            "Schrijf geen namen.",
            "Choose one moment with neighbours, of the last weeks. Five questions come, one by one. "
            "Write no names.",
        ),
        minutes=25,
    ),
    ReadyBlock(
        kind=BlockKind.BOARD,
        title=Words("Wie doet wat in jouw buurt?", "Who does what in your neighbourhood?"),
        text=Words(
            "Samen met de buurt en voor de buurt. Kies wie je bedoelt en schrijf wat die doet. "
            "Dezelfde mens kan er vaker staan.",
            "Together with the neighbourhood and for it. Choose whom you mean and write what they do. "
            "The same person may be there more than once.",
        ),
        minutes=15,
    ),
    ReadyBlock(
        kind=BlockKind.LIGHTS,
        title=Words("Mag een buur dit doen?", "May a neighbour do this?"),
        text=Words(
            "Groen: ja. Oranje: alleen met duidelijke afspraken. Rood: nee. Kies eerst zelf.",
            "Green: yes. Amber: only with clear agreements. Red: no. Choose for yourself first.",
        ),
        minutes=20,
        picks=(
            "mending", "dementia-company", "money", "keys", "letter", "nursing", "children", "heights-gas-power",
        ),
    ),
    ReadyBlock(
        kind=BlockKind.QUESTION,
        title=Words(
            "Wat vraag je voortaan eerst aan de buurt?",
            "What will you ask the neighbourhood first from now on?",
        ),
        text=Words(
            "In alle drie de casussen besliste iemand over buren, zonder hen. Hoe doe jij dat anders?",
            "In all three cases somebody decided about neighbours, without them. How will you do that differently?",
        ),
        minutes=10,
    ),
    ReadyBlock(
        kind=BlockKind.POLL,
        title=Words("Waar begin je mee?", "What do you begin with?"),
        text=Words("Kies één ding voor deze week. Klein mag.", "Choose one thing for this week. Small is fine."),
        minutes=5,
        choices=(
            Words("Luisteren, nog zonder plan", "Listening, without a plan yet"),
            Words("Vooraf zeggen wat vastligt", "Saying beforehand what is fixed"),
            Words("Iets uit handen geven", "Letting go of something"),
            Words("Een grens uitspreken", "Saying where a boundary is"),
            Words("Iemand bij iemand brengen", "Bringing somebody to somebody"),
            Words("Bedanken wie al helpt", "Thanking those who help already"),
        ),
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
)  # fmt: skip

DECK = ReadyWorkshop(
    key="deck",
    words=Words(
        "Zorgzame buurten: eigenaarschap van de buurt en de rol van de professional",
        "Caring neighbourhoods: ownership by the neighbourhood and the role of the professional",
    ),
    source="training",
    sure=Sure.READ,
    about=Words(
        "De hele vorming, voor een halve dag. Twee pauzes zijn meegeteld.",
        "The whole training, for half a day. Two breaks are included.",
    ),
    blocks=(*_CASES, *_FRAMES, *_OWN_PRACTICE),
)
"""The ready workshop with everything that stands in the training."""
