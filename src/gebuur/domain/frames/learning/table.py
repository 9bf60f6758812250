"""Around the table: the lenses to look at a case with, and who sees to what."""

from gebuur.domain.frames.learning.sitting import Lens, TableRole
from gebuur.domain.frames.learning.source import Sure, Words


def _lens(key: str, words: Words, question: Words, *, kind: str = "", source: str) -> Lens:
    return Lens(key=key, words=words, question=question, kind=kind, source=source, sure=Sure.OWN)


LENSES: tuple[Lens, ...] = (
    _lens(
        "style",
        Words("Begeleidingsstijl", "Guidance style"),
        Words(
            "Welke stijl zie je hier? Welke was beloofd? Welke past?",
            "Which style do you see here? Which one was promised? Which one fits?",
        ),
        kind="styles",
        source="propper",
    ),
    _lens(
        "condition",
        Words("Voorwaarde", "Condition"),
        Words(
            "Wat moet er eerst in orde zijn? Wat ontbreekt hier?",
            "What must be in order first? What is missing here?",
        ),
        kind="conditions",
        source="propper",
    ),
    _lens(
        "role",
        Words("Rol", "Role"),
        Words(
            "Welke rol neemt iemand op? Welke rol neemt niemand op?",
            "Which role does somebody take? Which role does nobody take?",
        ),
        kind="roles",
        source="quinn",
    ),
    _lens(
        "phase",
        Words("Fase van de groep", "Phase of the group"),
        Words(
            "Wat zie je deze groep doen? Wat heeft ze nu nodig?",
            "What do you see this group do? What does it need now?",
        ),
        kind="phases",
        source="tuckman",
    ),
    _lens(
        "attitude",
        Words("Houding", "Attitude"),
        Words(
            "Welke houding wordt hier op de proef gesteld? Waaraan zie je dat?",
            "Which attitude is tested here? How do you see that?",
        ),
        kind="attitudes",
        source="training",
    ),
    _lens(
        "boundary",
        Words("Grens", "Boundary"),
        Words(
            "Wat kan een buur hier dragen? Wat hoort bij een dienst of bestuur?",
            "What can a neighbour carry here? What belongs to a service or an authority?",
        ),
        source="gebuur",
    ),
    _lens(
        "evidence",
        Words("Wat we weten", "What we know"),
        Words(
            "Wat weten we zeker? Wat denken we alleen? Hoe kom je het te weten?",
            "What do we know for sure? What do we only think? How could you find out?",
        ),
        source="gebuur",
    ),
)


def _role(key: str, words: Words, *does: Words) -> TableRole:
    return TableRole(key=key, words=words, does=does, source="gebuur", sure=Sure.OWN)


TABLE_ROLES: tuple[TableRole, ...] = (
    _role(
        "bringer",
        Words("Wie de casus brengt", "Who brings the case"),
        Words(
            "Vertelt wat er gebeurde, zonder namen of straten.",
            "Tells what happened, without names or streets.",
        ),
        Words(
            "Antwoordt op vragen. Luistert zwijgend als de groep nadenkt.",
            "Answers questions. Listens in silence while the group thinks.",
        ),
        Words("Kiest zelf wat ze ermee doet.", "Chooses herself what to do with it."),
    ),
    _role(
        "chair",
        Words("Voorzitter", "Chair"),
        Words("Legt de kaarten een voor een.", "Lays the cards one by one."),
        Words(
            "Geeft het woord rond. Wie wil passen, mag passen.",
            "Gives everybody the floor in turn. Whoever wants to pass may pass.",
        ),
        Words(
            "Houdt raad tegen tot het tijd is voor raad.", "Stops advice until it is time for it."
        ),
    ),
    _role(
        "group",
        Words("Groep", "Group"),
        Words("Vraagt voor ze iets vindt.", "Asks before having an opinion."),
        Words("Praat over wat er gebeurt, niet over wie.", "Talks of what happens, not of who."),
        Words("Wat hier gezegd wordt, blijft hier.", "What is said here stays here."),
    ),
    _role(
        "timekeeper",
        Words("Tijdbewaker", "Timekeeper"),
        Words(
            "Start de klok als de voorzitter een kaart legt.",
            "Starts the clock when the chair lays a card.",
        ),
        Words("Zegt het als er nog een minuut is.", "Says so when one minute is left."),
        Words(
            "Vraagt de groep of een kaart langer mag duren.",
            "Asks the group whether a card may take longer.",
        ),
    ),
)
