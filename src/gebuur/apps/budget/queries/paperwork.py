"""What goes on paper around a decision: the draft for the college, and the letter that asks for reasons."""

import datetime as dt
from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from gebuur.apps.budget.models import Decision, Proposal, Weighing
from gebuur.apps.budget.queries.decisions import (
    MET,
    OUTCOMES,
    answer_clock,
    last_signed,
    weighings_of,
)
from gebuur.apps.budget.queries.frame_words import TO_WRITE_ON, Part, Row
from gebuur.apps.budget.queries.frames import Frame, binding_frame, get_published
from gebuur.apps.budget.queries.proposals import last_written
from gebuur.core.money import euros
from gebuur.core.wording import day_in_words, listed

OFFICE_LANGUAGE = "nl"
# The two texts of law below were looked up on this day.
CHECKED_ON = dt.date(2026, 11, 28)


def usual_rule(proposal: Proposal) -> str:
    """Which rules carry a decision about the neighbourhood budget, to begin with."""
    seen = get_published(proposal.round)
    words = {"title": seen.frame.title, "number": seen.version.number}
    return _(
        "The frame of “%(title)s”, version %(number)d. The Decree on local government of 22 December 2017. "
        "The law of 29 July 1991 on giving reasons for decisions."
    ) % words  # fmt: skip


def costs_in_words(proposal: Proposal) -> list[dict[str, str]]:
    """Each cost line: what, once, per year and who bears that."""
    return [
        {
            "what": one.what,
            "once": euros(one.once_cents),
            "yearly": euros(one.yearly_cents) if one.yearly_cents else "",
            "by": one.yearly_by,
        }
        for one in last_written(proposal).costs
    ]


def sums_in_words(proposal: Proposal, frame: Frame) -> dict[str, str]:
    """Together, beside the pot."""
    written, pot = last_written(proposal), euros(frame.pot_cents)
    return {"once": euros(written.once_cents), "yearly": euros(written.yearly_cents), "pot": pot}


def college_of(proposal: Proposal, decision: Decision | None, today: dt.date) -> list[Part]:
    """The agenda item for the college, as far as it can be written: open places have a line to write on."""
    return [
        Part("why", _("Occasion"), (Row("", tuple(_occasion(proposal, today))),)),
        Part("law", _("Legal ground"), (Row("", tuple(_law(proposal, decision, today))),)),
        Part("reasons", _("Reasons for each criterion"), tuple(_reasons(proposal, decision))),
        Part("money", _("What it costs the town"), (Row("", tuple(_money(proposal))),)),
        Part("articles", _("Decision"), tuple(_articles(proposal, decision, today))),
    ]


def _occasion(proposal: Proposal, today: dt.date) -> Iterator[str]:
    frame = binding_frame(proposal.round)
    yield _("The group “%(group)s” handed in “%(title)s” for %(round)s.") % {
        "group": proposal.group.title,
        "title": proposal.title,
        "round": frame.title,
    }
    summary = last_written(proposal).summary
    if summary:
        yield summary
    if proposal.is_chosen:
        day = day_in_words(frame.days["vote_until"], today)
        yield _("The neighbourhood chose it in the vote that ended on %(day)s.") % {"day": day}
    last = last_signed(proposal)
    if last is not None and last.decided_on and last.version < proposal.version:
        words = {
            "day": day_in_words(last.decided_on, today),
            "outcome": OUTCOMES[Decision.Outcome(last.outcome)],
        }
        yield _("The decision of %(day)s was: %(outcome)s. The group has answered it.") % words


def _law(proposal: Proposal, decision: Decision | None, today: dt.date) -> Iterator[str]:
    yield (decision.rule if decision else "") or usual_rule(proposal)
    yield _("Both texts of law were looked up on %(day)s.") % {
        "day": day_in_words(CHECKED_ON, today)
    }


def _reasons(proposal: Proposal, decision: Decision | None) -> Iterator[Row]:
    ticks = {one.criterion: one.words for one in last_written(proposal).ticks}
    weighed = weighings_of(decision) if decision else {}
    frame = binding_frame(proposal.round)
    if decision is not None and decision.facts:
        yield Row(_("The facts"), (decision.facts,))
    for criterion in frame.criteria:
        lines = []
        if ticks.get(criterion.words):
            lines.append(_("The group shows: %(words)s") % {"words": ticks[criterion.words]})
        one = weighed.get(criterion.words)
        word = str(MET[Weighing.Met(one.met)]) if one and one.met else TO_WRITE_ON
        said = one.words if one and one.words else TO_WRITE_ON
        lines.append(_("The college finds this %(met)s: %(words)s") % {"met": word, "words": said})
        yield Row(criterion.words, tuple(lines))


def _money(proposal: Proposal) -> Iterator[str]:
    frame = binding_frame(proposal.round)
    written = last_written(proposal)
    yield _("Once: %(once)s, out of a pot of %(pot)s.") % {
        "once": euros(written.once_cents),
        "pot": euros(frame.pot_cents),
    }
    bearers = sorted({one.yearly_by for one in written.costs if one.yearly_by})
    if written.yearly_cents:
        words = {"yearly": euros(written.yearly_cents), "by": listed(bearers)}
        yield _("Each year: %(yearly)s, borne by: %(by)s.") % words
    if written.upkeep_by:
        yield _("Upkeep: %(by)s") % {"by": written.upkeep_by}


def _articles(proposal: Proposal, decision: Decision | None, today: dt.date) -> Iterator[Row]:
    outcome = (
        str(OUTCOMES[Decision.Outcome(decision.outcome)])
        if decision and decision.outcome
        else TO_WRITE_ON
    )
    granted = decision.granted_cents if decision else 0
    paid = euros(granted or last_written(proposal).once_cents)
    first = [_("The college decides about “%(title)s”: %(outcome)s.") % {
        "title": proposal.title, "outcome": outcome,
    }]  # fmt: skip
    if decision is None or decision.outcome != Decision.Outcome.NO:
        first.append(_("Money from the pot: %(amount)s.") % {"amount": paid})
    yield Row(_("Article 1"), tuple(first))
    terms = decision.conditions if decision else ""
    if terms:
        yield Row(_("What must happen first"), (terms,))
    until = decision.respond_by if decision else None
    day = day_in_words(until, today) if until else TO_WRITE_ON
    respond = (decision.respond if decision else "") or TO_WRITE_ON
    yield Row(
        _("Article 2"),
        (_("The group can answer until %(day)s: %(respond)s") % {"day": day, "respond": respond},),
    )
    yield Row(
        _("Article 3"),
        (_("The whole decision with its reasons is public, also in everyday words."),),
    )


def reasons_letter(proposal: Proposal, today: dt.date, *, is_for_answer: bool) -> str:
    """A letter to the authority, in the language of its office; the group may write it differently."""
    with translation.override(OFFICE_LANGUAGE):
        return "\n\n".join(_letter(proposal, today, is_for_answer=is_for_answer))


def _letter(proposal: Proposal, today: dt.date, *, is_for_answer: bool) -> Iterator[str]:
    frame = binding_frame(proposal.round)
    words = {"title": proposal.title, "round": frame.title, "group": proposal.group.title}
    yield _("To the local authority,")
    yield _("This is about our proposal “%(title)s” for %(round)s.") % words
    if is_for_answer:
        yield from _asks_for_answer(proposal, today)
    else:
        yield from _asks_for_reasons(proposal, today)
    yield _(
        "The law of 29 July 1991 says that a decision about somebody names its reasons. "
        "It names the rules and the facts. The reasons must be enough to carry the decision."
    )
    yield _(
        "Will you answer in writing, criterion by criterion of the frame? We are glad to talk about it."
    )
    yield _("With kind regards, the group “%(group)s”") % words


def _asks_for_answer(proposal: Proposal, today: dt.date) -> Iterator[str]:
    frame = binding_frame(proposal.round)
    clock = answer_clock(proposal, frame, today)
    day = day_in_words(clock.due_on if clock else frame.days["decide_by"], today)
    yield _("The frame that both sides signed promised a decision by %(day)s.") % {"day": day}
    yield _("That day is past. We have not read a decision yet. We ask you to decide now.")


def _asks_for_reasons(proposal: Proposal, today: dt.date) -> Iterator[str]:
    last = last_signed(proposal)
    if last is None or last.decided_on is None:
        return
    yield _("You decided on %(day)s: %(outcome)s.") % {
        "day": day_in_words(last.decided_on, today),
        "outcome": OUTCOMES[Decision.Outcome(last.outcome)],
    }
    yield _("We do not yet understand every reason. Will you explain these points?")
    unmet = [one.criterion for one in last.weighings.all() if one.met != Weighing.Met.MET]
    if unmet:
        yield "\n".join(f"– {words}" for words in unmet)


def asks_what(proposal: Proposal, today: dt.date) -> bool | None:
    """Whether the group can ask for the answer (true) or for more reasons (false) now; none when neither."""
    frame = binding_frame(proposal.round)
    clock = answer_clock(proposal, frame, today)
    if clock is not None:
        is_late = clock.days < 0
        return True if is_late and not _asked(proposal, is_for_answer=True) else None
    last = last_signed(proposal)
    if last is None or last.version != proposal.version or _asked(proposal, is_for_answer=False):
        return None
    return False


def _asked(proposal: Proposal, *, is_for_answer: bool) -> bool:
    return proposal.reasons_asked.filter(
        version=proposal.version, is_for_answer=is_for_answer
    ).exists()
