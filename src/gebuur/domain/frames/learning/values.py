"""Two axes, four quadrants and eight roles. All four are there at once; none is right or wrong.

The sentences are our own. The items of sold or protected questionnaires are not used here.
"""

from gebuur.domain.frames.learning.model import Axis, Quadrant, Role
from gebuur.domain.frames.learning.source import Sure, Words
from gebuur.domain.frames.learning.translations import translated


def _axis(key: str, words: Words, *, low: Words, high: Words) -> Axis:
    return Axis(
        key=key,
        words=translated("axes", key, words),
        source="quinn",
        sure=Sure.READ,
        low=translated("axes", f"{key}:low", low),
        high=translated("axes", f"{key}:high", high),
    )


AXES: tuple[Axis, ...] = (
    _axis(
        "room",
        Words("Ruimte of vastheid", "Room or firmness"),
        low=Words("houvast en afspraken", "structure and agreements"),
        high=Words("ruimte en verandering", "room and change"),
    ),
    _axis(
        "direction",
        Words("Naar binnen of naar buiten", "Inwards or outwards"),
        low=Words("de groep zelf", "the group itself"),
        high=Words("de wereld rond de groep", "the world around the group"),
    ),
)


def _quadrant(
    key: str, ends: tuple[str, str], words: Words, statement: Words, too_much: Words
) -> Quadrant:
    return Quadrant(
        key=key,
        words=translated("quadrants", key, words),
        source="quinn",
        sure=Sure.READ,
        ends=ends,
        statement=translated("quadrants", f"{key}:statement", statement),
        too_much=too_much,
    )


QUADRANTS: tuple[Quadrant, ...] = (
    _quadrant(
        "people",
        ("inside", "flexible"),
        Words("Mensen", "People"),
        Words(
            "Mijn tijd ging naar mensen: luisteren, waarderen, samenbrengen.",
            "My time went to people: listening, appreciating, bringing together.",
        ),
        Words("Het blijft gezellig, er beweegt niets.", "It stays cosy and nothing moves."),
    ),
    _quadrant(
        "renewal",
        ("outside", "flexible"),
        Words("Vernieuwing", "Renewal"),
        Words(
            "Mijn tijd ging naar iets nieuws en naar wie ons kan helpen.",
            "My time went to something new and to who can help us.",
        ),
        Words("Alles begint, niets blijft duren.", "Everything begins, nothing lasts."),
    ),
    _quadrant(
        "results",
        ("outside", "firm"),
        Words("Resultaat", "Results"),
        Words(
            "Mijn tijd ging naar doelen: afspreken wat af moet, en doen.",
            "My time went to goals: agreeing what must be done, and doing it.",
        ),
        Words("Iedereen loopt, en raakt op.", "Everybody runs, and runs out."),
    ),
    _quadrant(
        "order",
        ("inside", "firm"),
        Words("Orde", "Order"),
        Words(
            "Mijn tijd ging naar regelen: lijsten, uren, verzekering, opvolgen.",
            "My time went to arranging: lists, hours, insurance, following up.",
        ),
        Words(
            "De regel wordt belangrijker dan de buur.",
            "The rule becomes more important than the neighbour.",
        ),
    ),
)


def _role(
    key: str, quadrant: str, words: Words, does: tuple[Words, Words], too_much: Words
) -> Role:
    return Role(
        key=key,
        words=translated("roles", key, words),
        source="quinn",
        sure=Sure.READ,
        quadrant=quadrant,
        does=does,
        too_much=too_much,
    )


ROLES: tuple[Role, ...] = (
    _role(
        "mentor",
        "people",
        Words("Mentor", "Mentor"),
        (
            Words(
                "Belt een vrijwilliger na de eerste keer.",
                "Phones a volunteer after the first time.",
            ),
            Words("Zegt dankjewel, en zegt waarvoor.", "Says thank you, and says what for."),
        ),
        Words(
            "Je zorgt voor iemand die het zelf kan.", "You care for somebody who can do it alone."
        ),
    ),
    _role(
        "facilitator",
        "people",
        Words("Begeleider van de groep", "Facilitator"),
        (
            Words(
                "Zorgt dat iedereen aan het woord komt.", "Makes sure that everybody gets to speak."
            ),
            Words("Haalt een spanning uit de lucht.", "Clears the air."),
        ),
        Words("De groep praat, en beslist nooit.", "The group talks, and never decides."),
    ),
    _role(
        "innovator",
        "renewal",
        Words("Vernieuwer", "Innovator"),
        (
            Words("Probeert iets vier weken uit.", "Tries something for four weeks."),
            Words("Vraagt wat er anders kan.", "Asks what could be different."),
        ),
        Words(
            "Elke maand iets nieuws; buren haken af.",
            "Something new every month; neighbours drop off.",
        ),
    ),
    _role(
        "broker",
        "renewal",
        Words("Bruggenbouwer", "Broker"),
        (
            Words(
                "Gaat met een plan langs bij wie erover beslist.",
                "Takes a plan to whoever decides about it.",
            ),
            Words(
                "Brengt twee straten of diensten samen.", "Brings two streets or services together."
            ),
        ),
        Words("Je bent overal, behalve in de straat.", "You are everywhere but in the street."),
    ),
    _role(
        "producer",
        "results",
        Words("Doener", "Producer"),
        (
            Words(
                "Zorgt dat iets vrijdag klaar is.", "Makes sure that something is ready on Friday."
            ),
            Words("Pakt het dringende aan.", "Takes on what is urgent."),
        ),
        Words(
            "Je doet zelf wat buren wilden doen.", "You do yourself what neighbours wanted to do."
        ),
    ),
    _role(
        "director",
        "results",
        Words("Richtingwijzer", "Director"),
        (
            Words(
                "Zegt waar het heen gaat, en wat vastligt.",
                "Says where it is going, and what is fixed.",
            ),
            Words("Spreekt af wie wat doet.", "Agrees who does what."),
        ),
        Words(
            "Het plan is van jou, niet van de buurt.", "The plan is yours, not the neighbourhood's."
        ),
    ),
    _role(
        "coordinator",
        "order",
        Words("Regelaar", "Coordinator"),
        (
            Words(
                "Maakt de beurtrol en de verzekering in orde.",
                "Sees to the rota and the insurance.",
            ),
            Words("Geeft door aan wie overneemt.", "Passes on to whoever takes over."),
        ),
        Words("Alles loopt langs jou.", "Everything goes through you."),
    ),
    _role(
        "monitor",
        "order",
        Words("Opvolger", "Monitor"),
        (
            Words("Ziet welke vraag te lang wacht.", "Sees which question waits too long."),
            Words("Kijkt wie stil wegblijft.", "Notices who quietly stays away."),
        ),
        Words("Je telt, en vergeet te vragen.", "You count, and forget to ask."),
    ),
)
