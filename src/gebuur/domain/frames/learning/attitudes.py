"""The nine participative attitudes, in the order of the training; seen in moments, never in marks."""

from gebuur.domain.frames.learning.model import Attitude
from gebuur.domain.frames.learning.source import Sure, Words
from gebuur.domain.frames.learning.translations import translated


def _attitude(key: str, words: Words, meaning: Words, *, does: tuple[Words, ...],
              does_not: tuple[Words, ...], ask: Words) -> Attitude:  # fmt: skip
    return Attitude(
        key=key, words=translated("attitudes", key, words), source="beelen", sure=Sure.OWN, meaning=meaning,
        does=does, does_not=does_not, ask_residents=ask,
    )  # fmt: skip


ATTITUDES: tuple[Attitude, ...] = (
    _attitude(
        "genuineness",
        Words("Echtheid", "Genuineness"),
        Words(
            "Wat je zegt, voelt en toont, klopt met elkaar.",
            "What you say, feel and show agree with each other.",
        ),
        does=(
            Words("Zegt ‘dat weet ik niet’.", "Says ‘I do not know that’."),
            Words("Geeft een fout toe.", "Owns up to a mistake."),
        ),
        does_not=(Words("Verschuilt zich achter de regels.", "Hides behind the rules."),),
        ask=Words("Was de buurtwerker zichzelf?", "Was the community worker herself?"),
    ),
    _attitude(
        "commitment",
        Words("Betrokkenheid", "Commitment"),
        Words(
            "Mensen interesseren je, ook buiten de taak.",
            "People interest you, beyond the task as well.",
        ),
        does=(
            Words(
                "Kent namen en vraagt door op de vorige keer.",
                "Knows names and asks about last time.",
            ),
            Words("Is ook op straat te vinden.", "Can be found in the street as well."),
        ),
        does_not=(
            Words("Komt alleen als er iets nodig is.", "Comes only when something is needed."),
        ),
        ask=Words(
            "Wist ze nog wat je vorige keer zei?", "Did she remember what you said last time?"
        ),
    ),
    _attitude(
        "equal-worth",
        Words("Gelijkwaardigheid", "Equal worth"),
        Words(
            "Andere rollen, even veel waard. Ervaring is ook kennis.",
            "Other roles, worth as much. Experience is knowledge too.",
        ),
        does=(
            Words("Laat buren openen en voorzitten.", "Lets neighbours open and chair."),
            Words(
                "Geeft iedereen op hetzelfde moment dezelfde informatie.",
                "Gives everybody the same information at the same time.",
            ),
        ),
        does_not=(
            Words("Beslist in het team en deelt het mee.", "Decides in the team and announces it."),
        ),
        ask=Words("Telde wat jij zei even veel?", "Did what you said count as much?"),
    ),
    _attitude(
        "openness",
        Words("Openheid", "Openness"),
        Words(
            "Je wilt veranderen, en zegt wat vastligt.",
            "You are willing to change, and say what is fixed.",
        ),
        does=(
            Words(
                "Stelt vragen zonder antwoord erin.", "Asks questions without an answer in them."
            ),
            Words(
                "Schrijft ook op wie het er niet mee eens is.", "Writes down who disagrees as well."
            ),
        ),
        does_not=(
            Words(
                "Vist naar het antwoord dat al vaststaat.",
                "Fishes for an answer that is fixed already.",
            ),
        ),
        ask=Words("Kon er nog iets veranderen?", "Could something still change?"),
    ),
    _attitude(
        "unconditionality",
        Words("Onvoorwaardelijkheid", "Unconditionality"),
        Words(
            "Iemand is welkom zonder dat hij eerst iets moet.",
            "Somebody is welcome without having to do something first.",
        ),
        does=(
            Words(
                "Helpt ook wie niet bedankt of niet meedoet.",
                "Also helps people who say no thanks or do not take part.",
            ),
        ),
        does_not=(Words("Zegt: kom eerst naar de les.", "Says: come to the lesson first."),),
        ask=Words("Was je welkom zoals je bent?", "Were you welcome as you are?"),
    ),
    _attitude(
        "positive",
        Words("Positieve attitude", "Positive attitude"),
        Words(
            "Je begint bij wat er kan, en ziet ook wat zwaar is.",
            "You begin with what is possible, and also see what is heavy.",
        ),
        does=(
            Words(
                "Vraagt: wat gaat hier goed, en wie kan wat?",
                "Asks: what goes well here, and who can do what?",
            ),
        ),
        does_not=(
            Words("Somt alleen op wat ontbreekt.", "Lists only what is missing."),
            Words("Lacht een verlies weg.", "Laughs a loss away."),
        ),
        ask=Words("Ging het over wat jij goed kunt?", "Was it about what you are good at?"),
    ),
    _attitude(
        "nearness",
        Words("Professionele nabijheid", "Professional nearness"),
        Words(
            "Dichtbij als mens, met de grens van je rol.",
            "Near as a person, with the limit of your role.",
        ),
        does=(
            Words("Spreekt af wanneer ze te bereiken is.", "Agrees when she can be reached."),
            Words(
                "Praat met een collega als het te dicht komt.",
                "Talks with a colleague when it comes too close.",
            ),
        ),
        does_not=(
            Words("Doet in stilte een persoonlijke gunst.", "Quietly does a private favour."),
        ),
        ask=Words("Wist je wanneer je haar kon bellen?", "Did you know when you could phone her?"),
    ),
    _attitude(
        "reliability",
        Words("Betrouwbaarheid", "Reliability"),
        Words(
            "Je doet wat je zei, op tijd, en zwijgt over wat je hoort.",
            "You do what you said, in time, and keep to yourself what you hear.",
        ),
        does=(
            Words("Bevestigt een afspraak op papier.", "Confirms an agreement on paper."),
            Words("Zegt het vroeg als iets niet lukt.", "Says it early when something fails."),
        ),
        does_not=(
            Words(
                "Belooft iets in de naam van een ander.", "Promises something in another's name."
            ),
        ),
        ask=Words("Deden we wat we beloofd hadden?", "Did we do what we had promised?"),
    ),
    _attitude(
        "respect",
        Words("Respect", "Respect"),
        Words(
            "De ander mag anders zijn: zijn tempo, zijn nee.",
            "The other may be different: their pace, their no.",
        ),
        does=(
            Words(
                "Vraagt hoe iemand aangesproken wil worden.",
                "Asks how somebody wants to be addressed.",
            ),
            Words("Neemt een nee zonder gevolg aan.", "Takes a no without consequence."),
        ),
        does_not=(
            Words("Praat over iemand die erbij zit.", "Talks about somebody who is in the room."),
        ),
        ask=Words("Mocht je ook nee zeggen?", "Were you allowed to say no?"),
    ),
)
