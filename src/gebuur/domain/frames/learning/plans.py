"""Two plans for a sitting around a case, in our own words; minutes are a habit, no rule."""

from gebuur.domain.frames.learning.sitting import Card, Plan
from gebuur.domain.frames.learning.source import Sure, Words


def _card(key: str, minutes: int, words: Words, says: Words, chair: Words,
          *, source: str = "gebuur", alone: Words | None = None, shows: str = "") -> Card:  # fmt: skip
    return Card(
        key=key,
        words=words,
        source=source,
        sure=Sure.OWN,
        minutes=minutes,
        says=says,
        chair=chair,
        alone=alone,
        shows=shows,
    )


def _write(key: str, number: int, words: Words, says: Words) -> Card:
    return _card(
        key,
        4,
        words,
        says,
        Words("Niemand praat. Jij schrijft ook.", "Nobody talks. You write as well."),
        source="training",
        alone=says,
        shows=f"ask-{number}",
    )


FORTY = Plan(
    key="forty",
    words=Words("Veertig minuten", "Forty minutes"),
    source="gebuur",
    sure=Sure.OWN,
    fits=Words(
        "Voor een teamoverleg, een vorming of een keukentafel.",
        "For a team meeting, a training or a kitchen table.",
    ),
    cards=(
        _card(
            "read",
            3,
            Words("Lees het verhaal", "Read the story"),
            Words(
                "Iemand leest voor. De anderen luisteren.",
                "Somebody reads aloud. The others listen.",
            ),
            Words(
                "Vraag wie wil voorlezen. Leg niets uit.", "Ask who wants to read. Explain nothing."
            ),
            alone=Words("Lees het rustig, liefst hardop.", "Read it calmly, aloud if you can."),
            shows="story",
        ),
        _write(
            "think",
            0,
            Words("Schrijf: denken", "Write: think"),
            Words(
                "Schrijf voor jezelf wat er in je opkomt.", "Write for yourself what comes to mind."
            ),
        ),
        _write(
            "do",
            1,
            Words("Schrijf: doen", "Write: do"),
            Words("Schrijf wat je morgen zou doen.", "Write what you would do tomorrow."),
        ),
        _write(
            "want",
            2,
            Words("Schrijf: willen", "Write: want"),
            Words(
                "Schrijf wat je hoopt, voor de buren en voor jezelf.",
                "Write what you hope for, for the neighbours and for yourself.",
            ),
        ),
        _card(
            "round",
            8,
            Words("Een ronde zonder discussie", "A round without discussion"),
            Words(
                "Iedereen leest een ding voor. Niemand antwoordt.",
                "Everybody reads one thing aloud. Nobody answers.",
            ),
            Words(
                "Ga de tafel rond. Wie wil passen, zegt: ik pas.",
                "Go round the table. Whoever wants to pass says: I pass.",
            ),
            alone=Words(
                "Lees terug wat je schreef. Wat valt je op?",
                "Read back what you wrote. What strikes you?",
            ),
            shows="round",
        ),
        _card(
            "lenses",
            10,
            Words("Kijk door een bril", "Look through a lens"),
            Words(
                "Kies samen een of twee brillen. Wat zie je nu?",
                "Choose one or two lenses together. What do you see now?",
            ),
            Words(
                "Open de meningen pas als de groep zelf gekeken heeft.",
                "Open the opinions only when the group has looked for itself.",
            ),
            alone=Words(
                "Kies een of twee brillen. Wat zie je nu?",
                "Choose one or two lenses. What do you see now?",
            ),
            shows="lenses",
        ),
        _card(
            "residents",
            3,
            Words("Wat zouden de buren zeggen?", "What would the residents say?"),
            Words(
                "Stel je voor dat ze hier zitten. Wat zeggen ze?",
                "Imagine that they sit here. What do they say?",
            ),
            Words(
                "Vraag ook: wie van ons heeft het hun gevraagd?",
                "Ask as well: which of us has asked them?",
            ),
            alone=Words(
                "Stel je voor dat ze naast je zitten. Wat zeggen ze?",
                "Imagine that they sit beside you. What do they say?",
            ),
        ),
        _card(
            "act",
            4,
            Words("Eén daad", "One act"),
            Words(
                "Spreek een ding af. Wie doet het, en wanneer?",
                "Agree on one thing. Who does it, and when?",
            ),
            Words(
                "Laat het opschrijven op papier dat meegaat.",
                "Have it written on paper that goes along.",
            ),
            alone=Words(
                "Kies een ding. Wanneer doe je het?", "Choose one thing. When will you do it?"
            ),
            shows="act",
        ),
    ),
)


def _incident(
    key: str, minutes: int, words: Words, says: Words, chair: Words, *, shows: str = ""
) -> Card:
    return _card(key, minutes, words, says, chair, source="incident", shows=shows)


INCIDENT = Plan(
    key="incident",
    words=Words("Incidentmethode", "Incident method"),
    source="incident",
    sure=Sure.READ,
    fits=Words(
        "Voor een vaste groep die een voorval tot op de bodem wil bekijken.",
        "For a steady group that wants to look at one event thoroughly.",
    ),
    cards=(
        _incident(
            "look-back",
            5,
            Words("Terugkijken", "Looking back"),
            Words(
                "Wat kwam er van de raad van vorige keer?",
                "What came of the advice of last time?",
            ),
            Words("Kort: gedaan, voor een stuk, niet.", "Briefly: done, partly, not."),
        ),
        _incident(
            "tell",
            10,
            Words("Vertellen", "Telling"),
            Words(
                "Wie iets meemaakte, vertelt het kort. Dit verhaal is er een van.",
                "Whoever lived through something tells it briefly. This story is one of them.",
            ),
            Words(
                "Geen vragen, geen raad. Alleen luisteren.", "No questions, no advice. Just listen."
            ),
            shows="story",
        ),
        _incident(
            "choose",
            5,
            Words("Kiezen", "Choosing"),
            Words(
                "Met welk verhaal gaan we verder? Welke vraag zit erin?",
                "With which story do we go on? Which question is in it?",
            ),
            Words(
                "Zoek één zin waar iedereen mee verder kan.",
                "Find one sentence that everybody can go on with.",
            ),
        ),
        _incident(
            "ask",
            15,
            Words("Vragen naar feiten", "Asking for facts"),
            Words(
                "Vraag wat je wilt weten. Nog geen mening, nog geen raad.",
                "Ask what you want to know. No opinion yet, no advice yet.",
            ),
            Words(
                "Hoor je raad in een vraag? Vraag een andere vraag.",
                "Do you hear advice in a question? Ask for another question.",
            ),
            shows="round",
        ),
        _incident(
            "analyse",
            10,
            Words("Nadenken zonder de brenger", "Thinking without the bringer"),
            Words(
                "Wat gebeurt hier volgens jullie? De brenger luistert en zwijgt.",
                "What happens here, do you think? The bringer listens in silence.",
            ),
            Words("Laat hoogstens twee brillen toe.", "Allow two lenses at most."),
            shows="lenses",
        ),
        _incident(
            "advise",
            10,
            Words("Raad geven", "Giving advice"),
            Words(
                "Iedereen geeft één raad. De brenger luistert nog altijd.",
                "Everybody gives one piece of advice. The bringer still listens.",
            ),
            Words(
                "Een raad is een aanbod. Niemand verdedigt hem.",
                "Advice is an offer. Nobody defends it.",
            ),
            shows="round",
        ),
        _incident(
            "plan",
            10,
            Words("Wat neem je mee?", "What do you take along?"),
            Words(
                "De brenger zegt wat helpt, en kiest één daad met een dag.",
                "The bringer says what helps, and chooses one act with a day.",
            ),
            Words("Vraag de groep: wat leerde jij?", "Ask the group: what did you learn?"),
            shows="act",
        ),
    ),
)

PLANS: tuple[Plan, ...] = (FORTY, INCIDENT)
