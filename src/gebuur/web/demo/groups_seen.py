"""An looked three times at the garden group: agreements, a fall-back after the refusal, and new faces."""

import datetime as dt

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection import actions as reflection

DAYS_TO_TRY = 3
Look = tuple[int, str, str, str, tuple[str, ...], int, str, str, str]
LOOKS: tuple[Look, ...] = (
    (
        37,
        "De tuin is gekozen",
        "Ze verdeelden het werk zonder mij. Ik had geen taak meer.",
        "De tuingroep",
        ("own-rules", "roles-named", "we-say"),
        1,
        "",
        "Ik kom de volgende keer alleen kijken.",
        "done",
    ),
    (
        12,
        "De avond na de weigering",
        "Iedereen zocht wie er schuld had. Ik wilde het oplossen.",
        "de tuingroep",
        ("goal-open", "who-decides", "stay-away", "own-rules"),
        2,
        "Twee buren kwamen niet meer.",
        "Ik bel de twee die wegbleven. Alleen om te luisteren.",
        "partly",
    ),
    (
        4,
        "De tuingroep begint opnieuw",
        "Er wordt weer afgesproken. Het begon met twee buren die ik niet kende.",
        "de tuingroep",
        ("own-rules", "roles-named", "we-say", "solve-it", "who-decides"),
        1,
        "Twee nieuwe gezichten.",
        "Ik vraag de groep wie de nieuwe buren wegwijs maakt.",
        "done",
    ),
)


def see_groups(writer: Person, *, now: dt.datetime) -> None:
    """Three sittings with the lens of the phases, each looked back on."""
    for days, title, think, group, signals, nothing_fits, change, intended, outcome in LOOKS:
        then = now - dt.timedelta(days=days)
        entry = reflection.begin_entry(writer, actor=writer, now=then, title=title, form="think")
        reflection.save_answers(entry, {"think": think}, actor=writer)
        reflection.choose_lenses(entry, ["phase"], actor=writer)
        counted = {"signals": list(signals), "nothing_fits": nothing_fits}
        told = {"group": group, "change": change} if change else {"group": group}
        reflection.save_lens(entry, "phase", counted | told, actor=writer)
        tried = then + dt.timedelta(days=DAYS_TO_TRY)
        intention = reflection.finish_entry(
            entry, actor=writer, text=intended, due_on=tried.date(), now=then
        )
        reflection.look_back(
            intention,
            actor=writer,
            outcome=outcome,
            happened="Ik zei minder dan anders.",
            residents_said="Ze vroegen of ik de volgende keer ook kom.",
            now=tried,
        )
