"""Two cases that the team of De Vlasbloem wrote itself, about nobody."""

import datetime as dt

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection import actions as reflection


def write_cases(writer: Person, coordinator: Person, *, now: dt.datetime) -> None:
    """One about a helper who does too much, one about a room that is full of plans."""
    reflection.write_case(
        actor=writer,
        title="De buurvrouw die nooit nee zegt",
        story=(
            "Een vrijwilligster doet boodschappen voor vier buren. Ze begon met een. Telkens als iemand belt, "
            "zegt ze ja. Haar telefoonnummer gaat intussen van hand tot hand.\n\n"
            "Vorige week vergat ze een afspraak. De buur wachtte een hele namiddag. Ze is er nog altijd kwaad over, "
            "op zichzelf.\n\n"
            "Jij weet dat er zes mensen op een eerste taak wachten. Je wilt haar ontlasten. Maar als je iets zegt, "
            "denkt ze misschien dat ze het niet goed doet."
        ),
        remarks={
            "boundary": "Wij gaven haar nooit een grens. Op haar kaart stond geen aantal.",
            "condition": "Het was niet duidelijk wie de volgende keer aan de beurt was.",
        },
        now=now - dt.timedelta(days=19),
    )
    reflection.write_case(
        actor=coordinator,
        title="Het koffie-uur dat van ons bleef",
        story=(
            "Elke donderdag zetten we de deur open voor koffie. Wij kochten de koffie, wij zetten de stoelen, wij "
            "ruimden op. Er kwamen vijftien mensen.\n\n"
            "We zeiden dat het koffie-uur van de buren was. In de vakantie waren we er drie weken niet. Niemand had "
            "een sleutel, en niemand had er een gevraagd.\n\n"
            "Twee buren stelden daarna voor om op zondag samen te komen, bij iemand thuis. Een collega vindt dat "
            "jammer: dan zien we hen niet meer."
        ),
        remarks={
            "style": "We beloofden zelf doen, en deden alles zelf.",
            "phase": "De groep regelt iets zonder ons. Dat is geen verlies.",
        },
        now=now - dt.timedelta(days=6),
    )
