"""Six core conditions to look at before a style is promised. A no gives advice; it blocks nothing."""

from gebuur.domain.frames.learning.model import Condition
from gebuur.domain.frames.learning.source import Sure, Words
from gebuur.domain.frames.learning.translations import translated

_SHARED = frozenset({"facilitating", "cooperative", "delegating"})
_ASKING = frozenset({"cooperative", "delegating", "participative", "consultative"})


def _condition(
    key: str, words: Words, question: Words, when_not: Words, needed_by: frozenset[str]
) -> Condition:
    return Condition(
        key=key,
        words=translated("conditions", key, words),
        source="propper",
        sure=Sure.TAUGHT,
        question=question,
        when_not=when_not,
        needed_by=needed_by,
    )


CONDITIONS: tuple[Condition, ...] = (
    _condition(
        "openness",
        Words("Openheid", "Openness"),
        Words(
            "Is er ruimte, en wil iemand echt van gedacht veranderen?",
            "Is there room, and is somebody really willing to change their mind?",
        ),
        Words(
            "Zeg wat vastligt. Beloof alleen de ruimte die er is.",
            "Say what is fixed. Promise only the room that there is.",
        ),
        _ASKING,
    ),
    _condition(
        "clarity",
        Words("Duidelijkheid", "Clarity"),
        Words(
            "Weet iedereen wie beslist, wat kan en wat ermee gebeurt?",
            "Does everybody know who decides, what is possible and what happens with it?",
        ),
        Words(
            "Schrijf eerst een kaderblad en hang het op.",
            "Write a frame sheet first and put it up.",
        ),
        frozenset(
            {"cooperative", "delegating", "participative", "consultative", "open-authoritarian"}
        ),
    ),
    _condition(
        "added-value",
        Words("Meerwaarde", "Added value"),
        Words(
            "Wordt het beter als buren meedoen, ook voor henzelf?",
            "Does it get better when neighbours take part, for themselves as well?",
        ),
        Words(
            "Vraag buren wat zij eraan zouden hebben. Niets? Leg dan gewoon uit.",
            "Ask neighbours what they would gain. Nothing? Then simply explain.",
        ),
        _ASKING,
    ),
    _condition(
        "relation",
        Words("Een relatie die werkt", "A relation that works"),
        Words(
            "Vertrouwen de partijen elkaar genoeg om samen te werken?",
            "Do the parties trust each other enough to work together?",
        ),
        Words(
            "Luister eerst apart. Laat een ruzie aan bemiddeling over.",
            "Listen apart first. Leave a quarrel to mediation.",
        ),
        frozenset({"cooperative", "delegating"}),
    ),
    _condition(
        "problem",
        Words("Een vraag die zich leent", "A question that lends itself to it"),
        Words(
            "Raakt het buren, en is het niet te dringend of te technisch?",
            "Does it touch neighbours, and is it not too urgent or too technical?",
        ),
        Words(
            "Doe het dringende zelf en zeg waarom. Zoek samen een vraag die past.",
            "Do what is urgent yourself and say why. Look together for a question that fits.",
        ),
        frozenset({"cooperative", "delegating", "participative"}),
    ),
    _condition(
        "means",
        Words("Genoeg mensen en middelen", "Enough people and means"),
        Words(
            "Is er tijd, geld en kunde, aan de twee kanten?",
            "Is there time, money and skill, on both sides?",
        ),
        Words(
            "Maak het kleiner, of vraag eerst de uren.",
            "Make it smaller, or ask for the hours first.",
        ),
        _SHARED | {"participative"},
    ),
)
