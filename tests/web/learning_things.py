"""A reflection, a case, a round of questions and a workshop, for the addresses of learning."""

import datetime as dt
from typing import Any

from gebuur.apps.neighbourhood.models import (
    Person,
    Street,
)
from gebuur.apps.reflection import actions as reflection
from gebuur.apps.reflection.actions import voice
from gebuur.apps.reflection.actions.pulse import begin_pulse
from gebuur.apps.reflection.models import Share
from gebuur.apps.workshops import actions as workshops
from gebuur.apps.workshops.queries.agenda import blocks_of


def reflection_things(staff: Person, now: dt.datetime) -> dict[str, Any]:
    """A reflection of the professional, shared once, with its intention; a sitting with one lens; a case she wrote."""
    entry = reflection.begin_entry(staff, actor=staff, title="Een gesprek", now=now)
    share = Share.objects.create(entry=entry, reader=staff, shared_at=now)
    intention = reflection.finish_entry(
        entry, actor=staff, text="Bellen", due_on=now.date() + dt.timedelta(days=9), now=now
    )
    sitting = reflection.begin_entry(
        staff, actor=staff, title="De week", form="think", case="volunteers", now=now
    )
    reflection.choose_lenses(sitting, ["boundary"], actor=staff)
    reflection.save_lens(sitting, "boundary", {"mine": "Bellen"}, actor=staff)
    case = reflection.write_case(
        actor=staff, title="Een stoel te veel", story="Iemand kwam niet.", remarks={}, now=now
    )
    return {
        "entry": entry.pk,
        "share": share.pk,
        "intention": intention.pk,
        "sitting": sitting.pk,
        "case": case.pk,
    }


def voice_things(staff: Person, now: dt.datetime) -> dict[str, Any]:
    """A round of questions to neighbours that runs."""
    one = voice.make_round(
        staff.neighbourhood, actor=staff, title="Koffie", on=now.date(), street=None, promised="",
        questions=["promise", "say", "worth"], until=now.date() + dt.timedelta(days=9), now=now,
    )  # fmt: skip
    own = {"promise": "yes", "say": "yes", "worth": "yes"}
    voice.save_own_view(one, own, actor=staff, now=now)
    street = Street.objects.filter(neighbourhood=staff.neighbourhood).earliest("name")
    Street.objects.filter(pk=street.pk).update(households=30)
    street.refresh_from_db()
    asked = begin_pulse(
        street, actor=staff, until=now.date() + dt.timedelta(days=9), now=now, today=now.date()
    )
    return {"voice": one.pk, "voice_code": one.code, "pulse": asked.pk}


def workshop_things(staff: Person, now: dt.datetime) -> dict[str, Any]:
    """An agenda, and a session with it that runs, with an agreement."""
    workshop = workshops.copy_ready("short", "nl", actor=staff, now=now)
    session = workshops.open_session(
        blocks_of(workshop),
        actor=staff,
        title=workshop.title,
        language="nl",
        now=now,
        workshop=workshop,
    )
    agreed = workshops.add_note(session, actor=staff, kind="agreement", text="Bellen")
    return {
        "workshop": workshop.pk,
        "block": workshop.blocks.earliest("position").pk,
        "session": session.pk,
        "agreement": agreed.pk,
    }
