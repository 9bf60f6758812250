"""The seven guidance styles of the participation wheel, in our own words. A ring: none stands above another."""

from gebuur.domain.frames.learning.model import Style
from gebuur.domain.frames.learning.source import Sure, Words
from gebuur.domain.frames.learning.translations import translated


def _style(key: str, say: int, *, words: Words, role: Words, residents: tuple[Words, ...],
           worker: tuple[Words, ...], fits: Words, misfit: Words) -> Style:  # fmt: skip
    return Style(
        key=key, words=translated("styles", key, words), source="propper", sure=Sure.TAUGHT, say=say,
        role=translated("styles", f"{key}:role", role), residents=residents, worker=worker, fits=fits, misfit=misfit,
    )  # fmt: skip


STYLES: tuple[Style, ...] = (
    _style(
        "facilitating",
        6,
        words=Words("Faciliterend", "Facilitating"),
        role=Words("Buren nemen het initiatief.", "Neighbours take the initiative."),
        residents=(
            Words("Ze beginnen zelf en beslissen zelf.", "They begin and decide themselves."),
            Words("Ze voeren uit wat ze kozen.", "They carry out what they chose."),
        ),
        worker=(
            Words(
                "Vraagt wat buren nodig hebben, en wat niet.",
                "Asks what neighbours need, and what they do not.",
            ),
            Words(
                "Opent deuren: een lokaal, een verzekering, een naam bij de gemeente.",
                "Opens doors: a room, insurance, a name at the town hall.",
            ),
            Words(
                "Schrijft niets op zonder dat buren ja zeggen.",
                "Writes nothing down unless neighbours say yes.",
            ),
        ),
        fits=Words(
            "Buren doen al iets en willen het zelf houden.",
            "Neighbours already do something and want to keep it theirs.",
        ),
        misfit=Words(
            "Het heet opeens ‘ons project’ in de mond van de dienst.",
            "The service suddenly calls it ‘our project’.",
        ),
    ),
    _style(
        "cooperative",
        5,
        words=Words("Samenwerkend", "Cooperative"),
        role=Words(
            "Buren zijn partner, even veel als de dienst.",
            "Neighbours are partners, as much as the service.",
        ),
        residents=(
            Words("Ze brengen eigen middelen mee.", "They bring means of their own."),
            Words("Ze kunnen ook nee zeggen tegen een plan.", "They can also say no to a plan."),
        ),
        worker=(
            Words("Maakt de agenda samen met buren.", "Makes the agenda together with neighbours."),
            Words("Deelt elk verslag.", "Shares every report."),
            Words(
                "Zet op papier wat de dienst zelf inbrengt.",
                "Puts on paper what the service itself brings in.",
            ),
        ),
        fits=Words(
            "Ieder heeft iets wat de ander nodig heeft.",
            "Each has something that the other needs.",
        ),
        misfit=Words(
            "Over het geld beslist er toch maar één.",
            "In the end only one decides about the money.",
        ),
    ),
    _style(
        "delegating",
        4,
        words=Words("Delegerend", "Delegating"),
        role=Words("Buren beslissen mee, binnen een kader.", "Neighbours decide, within a frame."),
        residents=(
            Words(
                "Ze beslissen binnen wat vooraf vastligt.",
                "They decide within what was fixed beforehand.",
            ),
            Words("Ze voeren hun keuze uit.", "They carry out their choice."),
        ),
        worker=(
            Words(
                "Zegt vooraf wat vastligt: geld, regels, dagen.",
                "Says beforehand what is fixed: money, rules, days.",
            ),
            Words("Blijft er daarna buiten.", "Then stays out of it."),
            Words(
                "Zorgt dat de keuze wordt uitgevoerd.", "Makes sure that the choice is carried out."
            ),
        ),
        fits=Words(
            "Er is een budget of een opdracht met duidelijke grenzen.",
            "There is a budget or a task with clear limits.",
        ),
        misfit=Words(
            "Het kader komt pas na de keuze, met een nee.",
            "The frame comes after the choice, with a no.",
        ),
    ),
    _style(
        "participative",
        3,
        words=Words("Participatief", "Participative"),
        role=Words(
            "Buren denken mee vanaf het begin.", "Neighbours think along from the beginning."
        ),
        residents=(
            Words("Ze zeggen wat het probleem is.", "They say what the problem is."),
            Words("Ze raden een weg aan.", "They advise on a way."),
        ),
        worker=(
            Words("Stelt een echt open vraag.", "Asks a question that is really open."),
            Words(
                "Zegt wat er met elk advies gebeurde, en waarom.",
                "Says what happened with all advice, and why.",
            ),
        ),
        fits=Words(
            "Het antwoord ligt nog open, maar een ander beslist.",
            "The answer is still open, but somebody else decides.",
        ),
        misfit=Words(
            "De vraag is open, het antwoord ligt al vast.",
            "The question is open, the answer is fixed.",
        ),
    ),
    _style(
        "consultative",
        2,
        words=Words("Consultatief", "Consultative"),
        role=Words(
            "Buren zeggen wat ze van een voorstel vinden.",
            "Neighbours say what they think of a proposal.",
        ),
        residents=(
            Words(
                "Ze reageren op een plan dat er al is.", "They react to a plan that exists already."
            ),
        ),
        worker=(
            Words(
                "Zegt wat vastligt en wat nog kan veranderen.",
                "Says what is fixed and what can still change.",
            ),
            Words(
                "Geeft op elke reactie een antwoord met reden.",
                "Answers every reaction with a reason.",
            ),
        ),
        fits=Words(
            "Er is weinig ruimte, en toch tellen de reacties.",
            "There is little room, and reactions still count.",
        ),
        misfit=Words(
            "Het werd aangekondigd als samen maken.", "It was announced as making it together."
        ),
    ),
    _style(
        "open-authoritarian",
        1,
        words=Words("Open autoritair", "Open authoritarian"),
        role=Words("Buren krijgen uitleg.", "Neighbours get an explanation."),
        residents=(Words("Ze lezen en stellen vragen.", "They read and ask questions."),),
        worker=(
            Words(
                "Zegt op tijd en duidelijk wat er komt.", "Says in time and clearly what is coming."
            ),
            Words(
                "Zegt eerlijk dat er niets te kiezen is.",
                "Says honestly that there is nothing to choose.",
            ),
        ),
        fits=Words(
            "Het gaat over veiligheid, de wet of haast.", "It is about safety, the law or haste."
        ),
        misfit=Words(
            "Het heet inspraak, en dat is het niet.", "It is called having a say, and it is not."
        ),
    ),
    _style(
        "closed-authoritarian",
        0,
        words=Words("Gesloten autoritair", "Closed authoritarian"),
        role=Words("Buren hebben geen rol.", "Neighbours have no part."),
        residents=(Words("Ze weten er niet van.", "They do not know of it."),),
        worker=(Words("Beslist alleen en zegt niets.", "Decides alone and says nothing."),),
        fits=Words(
            "Bijna nooit in een buurt: alleen bij een geheim of gevaar.",
            "Hardly ever in a neighbourhood: only with a secret or danger.",
        ),
        misfit=Words("Buren horen het van een ander.", "Neighbours hear it from somebody else."),
    ),
)
