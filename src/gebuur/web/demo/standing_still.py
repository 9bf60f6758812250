"""An stood still by a conversation last week and by a case; today she can look back on what she intended."""

import datetime as dt

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection import actions as reflection
from gebuur.apps.reflection.models import Entry

Points = tuple[int, int, int, int]
QUADRANTS = ("people", "renewal", "results", "order")
EARLIER: tuple[tuple[int, str, Points, Points, str, str], ...] = (
    (
        7,
        "De week van de burendag",
        (50, 15, 30, 5),
        (40, 20, 25, 15),
        "Eén voormiddag vrijhouden om te bellen.",
        "done",
    ),
    (
        4,
        "Een week met veel nieuwe buren",
        (55, 10, 25, 10),
        (40, 20, 20, 20),
        "Samen met Nele de lijst van de verzekering nakijken.",
        "partly",
    ),
)


def stand_still(writer: Person, *, now: dt.datetime) -> None:
    """Two earlier sittings, a reflection with an intention whose day has come, and a case thought about."""
    _divide_before(writer, now=now)
    _exercise(writer, now=now)
    _think_about_volunteers(writer, now=now)


def _exercise(writer: Person, *, now: dt.datetime) -> None:
    then = now - dt.timedelta(days=8)
    entry = reflection.begin_entry(
        writer, actor=writer, title="Een gesprek over de beurtrol", now=then
    )
    reflection.save_answers(
        entry,
        {
            "recent": "Drie vrijwilligers kwamen praten over wie wanneer helpt.",
            "moments": {
                "openness": "Ik zei vooraf wat vastligt: de verzekering en de uren van het huis.",
                "equal-worth": "Een vrijwilliger zat voor. Ik schreef mee.",
            },
            "styles": {"promised": "delegating", "observed": "consultative"},
            "otherwise": "Zwijgen toen het stil werd. Ik vulde het zelf in.",
            "expect": "Dat ze zeggen wat te veel is.",
            "mirrored": "Dat ik hun lijst niet meer verander.",
        },
        actor=writer,
    )
    reflection.finish_entry(
        entry,
        actor=writer,
        text="De volgende lijst maken zij zelf. Ik kom er niet aan.",
        due_on=(now - dt.timedelta(days=1)).date(),
        now=then,
    )


def _think_about_volunteers(writer: Person, *, now: dt.datetime) -> None:
    """Think, do, want on the case of the volunteers, through the lens of the roles."""
    then = now - dt.timedelta(days=2)
    entry = reflection.begin_entry(
        writer,
        actor=writer,
        now=then,
        title="Veel vrijwilligers, en twee maanden later weinig",
        form="think",
        case="volunteers",
    )
    reflection.save_answers(
        entry,
        {
            "think": "Iedereen moest langs mij. De vrijwilligers zagen elkaar nooit.",
            "do": "Ik bel vijf mensen die nog nooit iets gevraagd werden.",
            "want": "Dat ze elkaar kennen en zelf een beurtrol maken.",
        },
        actor=writer,
    )
    _divide(entry, writer, now=(60, 15, 20, 5), wanted=(40, 20, 20, 20))
    reflection.finish_entry(
        entry,
        actor=writer,
        text="Ik nodig de vijf uit voor koffie. Zonder agenda.",
        due_on=(now + dt.timedelta(days=12)).date(),
        now=then,
    )


def _divide_before(writer: Person, *, now: dt.datetime) -> None:
    """Two earlier times that she divided a hundred points, and what came of what she intended."""
    for weeks, title, points, wanted, intended, outcome in EARLIER:
        then = now - dt.timedelta(weeks=weeks)
        entry = reflection.begin_entry(writer, actor=writer, now=then, title=title, form="think")
        reflection.save_answers(
            entry, {"think": "Mijn week was vol. Waar ging hij naartoe?"}, actor=writer
        )
        _divide(entry, writer, now=points, wanted=wanted)
        intention = reflection.finish_entry(
            entry,
            actor=writer,
            text=intended,
            due_on=(then + dt.timedelta(days=10)).date(),
            now=then,
        )
        reflection.look_back(
            intention,
            actor=writer,
            outcome=outcome,
            happened="Het kwam ervan, al was het een week later.",
            residents_said="Ze vonden het goed dat ik vooraf belde.",
            now=then + dt.timedelta(days=11),
        )


def _divide(entry: Entry, writer: Person, *, now: Points, wanted: Points) -> None:
    """A hundred points over people, renewal, results and order."""
    reflection.choose_lenses(entry, ["role"], actor=writer)
    words = {
        "now": dict(zip(QUADRANTS, now, strict=True)),
        "wanted": dict(zip(QUADRANTS, wanted, strict=True)),
    }
    reflection.save_lens(entry, "role", words, actor=writer)
