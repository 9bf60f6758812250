"""The informal actors: the same person can be several of them on one day. The role belongs to the act."""

from gebuur.domain.frames.learning.model import Actor
from gebuur.domain.frames.learning.source import Sure, Words
from gebuur.domain.frames.learning.translations import translated


def _actor(key: str, words: Words, *, source: str = "training", law: bool = False, bond: Words,
           by: Words, ask: Words, boundary: Words) -> Actor:  # fmt: skip
    return Actor(
        key=key, words=translated("actors", key, words), source=source, sure=Sure.OWN, bond=bond, organised_by=by,
        is_volunteer_by_law=law, may_ask=ask, boundary=boundary,
    )  # fmt: skip


_NOBODY = Words("niemand", "nobody")

ACTORS: tuple[Actor, ...] = (
    _actor(
        "resident",
        Words("Buurtbewoner", "Resident"),
        bond=Words("woont hier", "lives here"),
        by=_NOBODY,
        ask=Words(
            "Niets. Vragen, aanbieden en stemmen mag.",
            "Nothing. Asking, offering and voting is allowed.",
        ),
        boundary=Words("Meedoen moet nooit.", "Taking part is never a must."),
    ),
    _actor(
        "volunteer",
        Words("Vrijwilliger", "Volunteer"),
        source="volunteer-law",
        law=True,
        bond=Words("met een organisatie", "to an organisation"),
        by=Words(
            "een dienstencentrum, vzw, gemeente of groep",
            "a service centre, association, town or group",
        ),
        ask=Words(
            "Wat op papier staat: taak, uren, verzekering.",
            "What is on paper: task, hours, insurance.",
        ),
        boundary=Words("Alleen de taak die is afgesproken.", "Only the task that was agreed."),
    ),
    _actor(
        "citizen-initiative",
        Words("Burgerinitiatief", "Citizens' initiative"),
        law=True,
        bond=Words("een groep met een eigen doel", "a group with an aim of its own"),
        by=Words("de buren zelf", "the neighbours themselves"),
        ask=Words("Eén naam die verantwoordelijk is.", "One name that is responsible."),
        boundary=Words(
            "Naam, geld en gegevens zijn van de groep.", "Name, money and data belong to the group."
        ),
    ),
    _actor(
        "informal-carer",
        Words("Mantelzorger", "Informal carer"),
        bond=Words(
            "een band met één mens, meer dan af en toe",
            "a bond with one person, more than now and then",
        ),
        by=_NOBODY,
        ask=Words("Eerst hoe het met hemzelf gaat.", "First how they are themselves."),
        boundary=Words("Telt nooit mee als vrijwilliger.", "Never counts as a volunteer."),
    ),
    _actor(
        "neighbour-help",
        Words("Burenhulp", "Neighbour help"),
        bond=Words("buren onder elkaar", "neighbours among themselves"),
        by=Words("de buren zelf, spontaan", "the neighbours themselves, by their own will"),
        ask=Words("Niets. Steun als ze erom vragen.", "Nothing. Support when they ask for it."),
        boundary=Words("Licht, en stoppen mag elke dag.", "Light, and it may stop any day."),
    ),
    _actor(
        "professional",
        Words("Professional", "Professional"),
        bond=Words("een baan", "a job"),
        by=Words("een werkgever", "an employer"),
        ask=Words(
            "Een stijl, een kader, redenen en een einddag.",
            "A style, a frame, reasons and a last day.",
        ),
        boundary=Words(
            "Steunt, en beslist niet in stilte.", "Supports, and does not decide in silence."
        ),
    ),
)
