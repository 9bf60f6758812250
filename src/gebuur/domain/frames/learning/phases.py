"""Phases of a group and the signals that point to them. A group goes back and forth; nobody labels it.

The model is a help to talk. It came mostly from closed groups; a group of neighbours is open, people come and go.
"""

from gebuur.domain.frames.learning.model import Phase, Signal
from gebuur.domain.frames.learning.source import Sure, Words
from gebuur.domain.frames.learning.translations import translated


def _phase(key: str, words: Words, *, source: str = "faro", sure: Sure = Sure.READ,
           needs: tuple[Words, ...], worker: tuple[Words, ...], styles: tuple[str, ...]) -> Phase:  # fmt: skip
    return Phase(
        key=key,
        words=translated("phases", key, words),
        source=source,
        sure=sure,
        needs=needs,
        worker=worker,
        styles=styles,
    )


PHASES: tuple[Phase, ...] = (
    _phase(
        "forming",
        Words("Kennismaken", "Getting acquainted"),
        needs=(
            Words("Zich veilig voelen", "Feeling safe"),
            Words("Weten waarom we samen zijn", "Knowing why we are here"),
        ),
        worker=(
            Words(
                "Geeft houvast: een rondje, kleine groepjes.",
                "Gives something to hold on to: a round, small groups.",
            ),
            Words(
                "Zegt waarom de groep er is en wat we verwachten.",
                "Says why the group exists and what we expect.",
            ),
        ),
        styles=("participative", "consultative"),
    ),
    _phase(
        "storming",
        Words("Botsen", "Clashing"),
        needs=(
            Words("Gehoord worden", "Being heard"),
            Words("Een eerlijke manier om te kiezen", "A fair way to choose"),
        ),
        worker=(
            Words(
                "Zegt dat botsen normaal is en ergens toe dient.",
                "Says that clashing is normal and serves a purpose.",
            ),
            Words("Nodigt ook de stille stem uit.", "Invites the quiet voice as well."),
            Words("Houdt voor ogen wat iedereen wil.", "Keeps in sight what everybody wants."),
        ),
        styles=("cooperative", "participative"),
    ),
    _phase(
        "norming",
        Words("Afspreken", "Agreeing"),
        needs=(
            Words("Eigen regels", "Rules of their own"),
            Words("Ruimte voor wie anders denkt", "Room for people who think differently"),
        ),
        worker=(
            Words(
                "Heeft geduld; de groep maakt haar afspraken zelf.",
                "Is patient; the group makes its own agreements.",
            ),
            Words("Vraagt wie er nog niet gehoord is.", "Asks who has not been heard yet."),
        ),
        styles=("delegating", "cooperative"),
    ),
    _phase(
        "performing",
        Words("Samen doen", "Doing it together"),
        needs=(Words("Vrij zijn", "Being free"), Words("Erkenning", "Recognition")),
        worker=(
            Words("Zet een stap achteruit.", "Takes a step back."),
            Words(
                "Viert mee, en kijkt of nieuwe mensen hun plek vinden.",
                "Celebrates, and sees whether newcomers find their place.",
            ),
        ),
        styles=("facilitating", "delegating"),
    ),
    _phase(
        "closing",
        Words("Afronden", "Closing"),
        source="tuckman-jensen",
        sure=Sure.SECOND_HAND,
        needs=(
            Words("Afscheid nemen", "Saying goodbye"),
            Words("Weten wat blijft", "Knowing what remains"),
        ),
        worker=(
            Words("Markeert het einde en bedankt.", "Marks the end and says thanks."),
            Words(
                "Spreekt af wat er met geld en spullen gebeurt.",
                "Agrees what happens with money and things.",
            ),
            Words("Vraagt na zes maanden hoe het is.", "Asks after six months how things are."),
        ),
        styles=("facilitating",),
    ),
)


def _signal(key: str, nl: str, en: str, *phases: str) -> Signal:
    words = translated("signals", key, Words(nl, en))
    return Signal(key=key, words=words, source="gebuur", sure=Sure.OWN, phases=phases)


SIGNALS: tuple[Signal, ...] = (
    _signal(
        "polite", "Mensen zijn beleefd en voorzichtig.", "People are polite and careful.", "forming"
    ),
    _signal(
        "whats-in-it",
        "Mensen vragen: is dit iets voor mij?",
        "People ask: is this for me?",
        "forming",
    ),
    _signal(
        "look-to-leader",
        "Alle ogen gaan naar één persoon.",
        "All eyes turn to one person.",
        "forming",
    ),
    _signal("new-faces", "Er zijn veel nieuwe gezichten.", "There are many new faces.", "forming"),
    _signal(
        "who-decides",
        "Er is gedoe over wie beslist.",
        "There is trouble about who decides.",
        "storming",
    ),
    _signal(
        "sides",
        "Er zijn groepjes die niet met elkaar praten.",
        "There are small groups that do not talk to each other.",
        "storming",
    ),
    _signal(
        "goal-open",
        "Mensen zijn het oneens over wat het doel is.",
        "People disagree about the goal.",
        "storming",
    ),
    _signal(
        "stay-away",
        "Mensen blijven weg na een woordenwisseling.",
        "People stay away after an argument.",
        "storming",
        "closing",
    ),
    _signal("we-say", "Mensen zeggen ‘wij’.", "People say ‘we’.", "norming", "performing"),
    _signal(
        "own-rules",
        "De groep maakt afspraken en herinnert elkaar eraan.",
        "The group makes agreements and reminds each other.",
        "norming",
    ),
    _signal(
        "roles-named",
        "Wie wat doet, is duidelijk voor iedereen.",
        "Who does what is clear to everybody.",
        "norming",
    ),
    _signal(
        "no-dissent",
        "Niemand zegt nog iets anders.",
        "Nobody says anything else any more.",
        "norming",
    ),
    _signal(
        "goes-alone",
        "Het loopt, ook als jij er niet bent.",
        "It works, even when you are not there.",
        "performing",
    ),
    _signal(
        "solve-it",
        "Een probleem wordt in de groep opgelost.",
        "A problem is solved within the group.",
        "performing",
    ),
    _signal(
        "welcome-new",
        "Nieuwe mensen krijgen vanzelf een plek.",
        "Newcomers get a place by themselves.",
        "performing",
    ),
    _signal(
        "tired", "Mensen zijn moe of komen minder.", "People are tired or come less.", "closing"
    ),
    _signal("goal-reached", "Het doel is bereikt.", "The goal is reached.", "closing"),
    _signal(
        "look-back",
        "Mensen halen vooral herinneringen op.",
        "People mostly share memories.",
        "closing",
    ),
)
