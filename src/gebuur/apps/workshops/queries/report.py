"""The report of a session that ended: what was asked, what the room said, what was agreed."""

from dataclasses import dataclass

from gebuur.apps.workshops.models import Note, Part, Pool, Session
from gebuur.apps.workshops.queries.live import Scene, agreements_before
from gebuur.apps.workshops.queries.results import Results, results_of
from gebuur.domain import frames


@dataclass(frozen=True)
class Question:
    """One question that somebody answered, with what may be shown of it."""

    scene: Scene
    results: Results

    @property
    def is_two_in_one(self) -> bool:
        """Whether now and wanted lie on each other in one picture; then no single question stands above it."""
        part = self.scene.part
        return bool(part and part.kind == frames.BlockKind.DIVIDE and self.results.shown)


@dataclass(frozen=True)
class Chapter:
    """One block that asked something, with the themes that were heard in it."""

    part: Part
    questions: list[Question]
    themes: list[Note]


@dataclass(frozen=True)
class Report:
    """All of it, in the order of the room. `themes` are those that belong to no block."""

    session: Session
    chapters: list[Chapter]
    themes: list[Note]
    agreements: list[Note]
    looked_back: list[Note]


def report_of(session: Session) -> Report:
    """Read a session back. A block that nobody answered and nobody heard a theme in is left out."""
    notes = list(session.notes.order_by("pk"))
    themes = [note for note in notes if note.kind == Note.Kind.THEME]
    parts = session.parts.prefetch_related("pools")
    chapters = [
        Chapter(part, _questions(session, part), [one for one in themes if one.part_id == part.pk])
        for part in parts
    ]
    return Report(
        session=session,
        chapters=[one for one in chapters if one.questions or one.themes],
        themes=[one for one in themes if one.part_id is None],
        agreements=[note for note in notes if note.kind == Note.Kind.AGREEMENT],
        looked_back=agreements_before(session),
    )


def _questions(session: Session, part: Part) -> list[Question]:
    pools = {pool.stage: pool for pool in part.pools.all()}
    stages = frames.stages_of(frames.BlockKind(part.kind), part.picks)
    asked = [
        _question(session, part, stages, stage, pools[stage.key])
        for stage in stages
        if stage.key in pools and pools[stage.key].answered
    ]
    if part.kind != frames.BlockKind.DIVIDE:
        return asked
    # Now and wanted lie on each other in one picture; what too few answered only says so.
    shown = [one for one in asked if one.results.shown]
    return [*shown[-1:], *(one for one in asked if not one.results.shown)]


def _question(
    session: Session, part: Part, stages: tuple[frames.Stage, ...], stage: frames.Stage, pool: Pool
) -> Question:
    scene = Scene(session, part, stages, stage, pool, session.people)
    return Question(scene, results_of(pool, stage))
