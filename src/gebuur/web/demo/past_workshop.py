"""A workshop of six weeks ago: fourteen neighbourhood workers, what they answered, heard and agreed."""

import datetime as dt
from dataclasses import replace

from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops import actions
from gebuur.apps.workshops.models import Note, Part, Session
from gebuur.apps.workshops.queries.agenda import BlockWords, ready_blocks
from gebuur.domain import frames
from gebuur.web.demo.said import AGREED, HAPPENED, THEMES, answers_to

AGO = dt.timedelta(days=42)
LASTED = dt.timedelta(hours=3)
PEOPLE = 14
THURSDAY = 3
LEFT_OUT = (frames.BlockKind.PAUSE, frames.BlockKind.EXERCISE)
TASKS = ("mending", "dementia-company", "money", "keys")


def hold_workshop(professional: Person, *, now: dt.datetime) -> Session:
    """Run the starting day from the first block to the last; one agreement has been looked back on since."""
    back = AGO + dt.timedelta(days=(now.weekday() - THURSDAY) % 7)
    opened = (now - back).replace(hour=13, minute=0, second=0)
    session = actions.open_session(
        _blocks(), actor=professional, title="Startdag buurtwerkers", language="nl", now=opened
    )
    session.ends_at = now + actions.LONGEST  # in hand only, so that answers are still taken in
    secrets = [actions.take_seat(session) for _person in range(PEOPLE)]
    for part in session.parts.all():
        _go_through(session, part, secrets, professional)
    for text, by_whom, days in AGREED:
        actions.add_note(
            session,
            actor=professional,
            kind=Note.Kind.AGREEMENT,
            text=text,
            by_whom=by_whom,
            due_on=timezone.localdate(opened) + dt.timedelta(days=days),
        )
    actions.end_session(session, actor=professional, now=opened + LASTED)
    kept = session.notes.get(by_whom=AGREED[1][1])
    actions.look_back_on(kept, actor=professional, outcome=Note.Outcome.DONE, happened=HAPPENED)
    return session


def _blocks() -> list[BlockWords]:
    """One case and one wheel of the training, the boundaries shorter, no breaks."""
    blocks: list[BlockWords] = []
    for block in ready_blocks("deck", "nl"):
        again = {one.kind for one in blocks} & {frames.BlockKind.CASE, frames.BlockKind.WHEEL}
        if block.kind in LEFT_OUT or block.kind in again:
            continue
        blocks.append(_changed(block))
    return blocks


def _changed(block: BlockWords) -> BlockWords:
    if block.kind == frames.BlockKind.LIGHTS:
        return replace(block, picks=TASKS)
    if block.kind == frames.BlockKind.WHEEL:
        return replace(block, title="Welke stijl koos het diensthoofd?")
    return block


def _go_through(session: Session, part: Part, secrets: list[str], professional: Person) -> None:
    for at, stage in enumerate(frames.stages_of(frames.BlockKind(part.kind), part.picks)):
        actions.move(session, part.position, at, actor=professional, now=session.opened_at)
        session.part_at, session.stage_at = part.position, at
        pool = part.pools.filter(stage=stage.key).first()
        if pool is None:
            continue
        answers = answers_to(stage.key, stage.keys)
        for secret, answer in zip(secrets, answers, strict=False):
            actions.give_answer(session, pool, stage, answer, secret=secret)
        if stage.key in THEMES:
            actions.add_note(
                session,
                actor=professional,
                kind=Note.Kind.THEME,
                part=part,
                text=THEMES[stage.key],
            )
