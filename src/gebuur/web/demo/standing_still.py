"""An stood still by a conversation last week; today she can look back on what she intended."""

import datetime as dt

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection import actions as reflection


def stand_still(writer: Person, *, now: dt.datetime) -> None:
    """One finished reflection with an intention whose day has come."""
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
