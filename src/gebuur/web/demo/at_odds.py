"""The two streets beside Molenstraat are at odds about cars and noise; one neighbour went to the mediators."""

import datetime as dt

from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.boundaries.models import HandOver, Tension
from gebuur.apps.neighbourhood.models import Channel, Person, Street
from gebuur.apps.outbox.models import Call, Message
from gebuur.apps.privacy.models import Consent
from gebuur.web.demo.history import QUARRELLING

A_MONTH = dt.timedelta(days=30)
BETWEEN = ((Tension.Theme.PARKING, 8), (Tension.Theme.NOISE, 6), (Tension.Theme.CHILDREN, 3))
WITHIN = ((Tension.Theme.WASTE, 5), (Tension.Theme.ANIMALS, 2))


def be_at_odds(professional: Person, neighbours: list[Person], *, now: dt.datetime) -> None:
    """Enough notes to show two themes between the streets and one within, and a referral with a word back."""
    place = professional.neighbourhood
    one, other = (Street.objects.get(neighbourhood=place, name=name) for name in QUARRELLING)
    for theme, times in BETWEEN:
        for turn in range(times):
            boundaries.note_tension(
                one,
                actor=professional,
                theme=theme,
                kind=Tension.Kind.STREETS,
                other_street=other,
                today=(now - A_MONTH * (turn % 4)).date(),
            )
    for theme, times in WITHIN:
        for turn in range(times):
            boundaries.note_tension(
                other,
                actor=professional,
                theme=theme,
                kind=Tension.Kind.NEIGHBOURS,
                today=(now - A_MONTH * (turn % 3)).date(),
            )
    # In a small crowd the street may have nobody who speaks Dutch, or nobody at all.
    first = min(neighbours, key=lambda p: (p.street_id != one.pk, p.language != "nl"))
    _refer(first, professional, now)


def _refer(person: Person, professional: Person, now: dt.datetime) -> None:
    """Sixteen days ago she said yes at the desk; the mediators answered, and An told her."""
    asked, heard = now - dt.timedelta(days=16), now - dt.timedelta(days=4)
    handed = boundaries.refer_to_mediation(
        person,
        actor=professional,
        service="Burenbemiddeling",
        name="Katrien",
        phone="+3290000066",
        what="Er is al lang wrevel over de auto's voor de deur. Ik wil er rustig over praten. Bel mij eerst.",
        answer_by=(asked + dt.timedelta(days=14)).date(),
        consent_channel=Channel.DESK,
        now=asked,
    )
    Message.objects.filter(thing=handed.pk).update(
        state=Message.State.PRINTED, created_at=asked, done_at=asked
    )
    boundaries.answer_hand_over(
        handed,
        message="Er komt een gesprek, volgende week in de bib.",
        answered_by="Katrien, Burenbemiddeling",
        actor=professional,
    )
    HandOver.objects.filter(pk=handed.pk).update(
        created_at=asked, accepted_at=asked + dt.timedelta(days=2), answered_at=heard
    )
    Consent.objects.filter(pk=handed.consent_id).update(given_at=asked)
    Call.objects.filter(person=person, done_at__isnull=True).update(done_at=heard)
