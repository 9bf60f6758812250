"""What residents said, in words and pictures: counts of a whole, never a mark."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gebuur.apps.framing.templatetags.framing import said
from gebuur.apps.reflection.forms.voice import in_words
from gebuur.apps.reflection.queries.voice import Finding, Results, Stage
from gebuur.core.charts import Bar, Part, Picture, Table, draw_bars
from gebuur.domain import frames
from gebuur.domain.frames import Heard

register = template.Library()


@register.filter
def asked(finding: Finding) -> str:
    """The question itself."""
    return in_words(finding.question.words)


@register.filter
def finding_words(finding: Finding) -> str:
    """`9 of the 14 say: yes.`; when two answers were given as often, both are named."""
    if not finding.most:
        return _("Nobody answered this question.")
    first, *others = finding.most
    number = finding.counts[first.key]
    words = {"number": number, "whole": finding.answered, "answer": _low(first)}
    sentence = ngettext(
        "%(number)d of the %(whole)d says: %(answer)s.",
        "%(number)d of the %(whole)d say: %(answer)s.",
        number,
    )
    told = [sentence % words]
    told += [_("As many say: %(answer)s.") % {"answer": _low(one)} for one in others]
    return " ".join(told)


@register.simple_tag
def own_words(finding: Finding, results: Results) -> str:
    """What the professional thought, beside it; empty for who may not see it."""
    if not finding.own:
        return ""
    answer = next(one for one in finding.question.answers if one.key == finding.own)
    agrees = [one.key for one in finding.most] == [finding.own]
    if results.is_opener:
        mine = _("You saw it the same way.") if agrees else _("You had thought: %(answer)s.")
        return mine % {"answer": _low(answer)}
    hers = _("%(name)s saw it the same way.") if agrees else _("%(name)s had thought: %(answer)s.")
    return hers % {"name": opener_of(results), "answer": _low(answer)}


@register.filter
def opener_of(results: Results) -> str:
    """Who opened the round, by first name."""
    who = results.round.opened_by
    return who.first_name if who else _("a colleague")


@register.filter
def heard_words(results: Results) -> str:
    """How what neighbours saw stands to the promise; empty when there is nothing to compare."""
    found = next((one for one in results.findings if one.question.key == frames.DECIDED), None)
    if found is None or results.promised is None or not results.seen:
        return ""
    against = {
        Heard.AS_PROMISED: _("Neighbours saw it as it was promised."),
        Heard.LESS_SAY: _("Neighbours saw less say for themselves than was promised."),
        Heard.MORE_SAY: _("Neighbours saw more say for themselves than was promised."),
        Heard.UNCLEAR: _("Neighbours do not see the same. Ask them about it."),
    }
    return against[frames.heard_against(results.promised.key, found.counts)]


@register.filter
def promise_words(results: Results) -> str:
    """What was promised, and who decides when that is kept to."""
    if results.promised is None:
        return ""
    promise = _("Promised was: %(style)s.") % {"style": said(results.promised.name).lower()}
    then = {
        "neighbours": _("Then neighbours decide."),
        "together": _("Then neighbours and the service decide together."),
        "service": _("Then the service decides."),
    }
    return f"{promise} {then[frames.who_decides(results.promised.key)]}"


@register.simple_tag
def bars_of(finding: Finding, results: Results) -> Picture:
    """One bar per answer, all of them the neighbours'; the professional's own is named at its label."""
    rows = [
        Bar(_labelled(one, finding, results), [Part(finding.counts[one.key], str(finding.counts[one.key]))])
        for one in finding.question.answers
    ]  # fmt: skip
    return draw_bars(
        f"voice-{finding.question.key}",
        title=f"{asked(finding)} {finding_words(finding)}",
        desc=_("Each bar is how many neighbours gave that answer."),
        rows=rows,
    )


@register.simple_tag
def table_of(finding: Finding, results: Results) -> Table:
    """The same as a table."""
    return Table(
        caption=asked(finding),
        head=[_("Answer"), _("Neighbours")],
        rows=[
            [_labelled(one, finding, results), str(finding.counts[one.key])]
            for one in finding.question.answers
        ],
    )


@register.filter
def stage_words(stage: Stage) -> str:
    """Where a round is."""
    return {
        Stage.PREPARED: pgettext("a round of questions", "not open yet"),
        Stage.RUNNING: pgettext("a round of questions", "running"),
        Stage.TYPING: pgettext("a round of questions", "to close"),
        Stage.CLOSED: pgettext("a round of questions", "closed"),
    }[stage]


@register.filter
def stage_icon(stage: Stage) -> str:
    """The icon beside it."""
    icons = {
        Stage.PREPARED: "pencil",
        Stage.RUNNING: "messages-square",
        Stage.TYPING: "hourglass",
        Stage.CLOSED: "check",
    }
    return icons[stage]


@register.filter
def arrived_words(results: Results) -> str:
    """How many answers came in, and how many of them are shown."""
    if not results.arrived:
        return _("No answers yet.")
    came = ngettext("%(number)d answer came in.", "%(number)d answers came in.", results.arrived)
    told = came % {"number": results.arrived}
    if results.seen in {0, results.arrived}:
        return told
    shown = _("%(number)d of them are shown.") % {"number": results.seen}
    return f"{told} {shown}"


@register.filter
def hidden_words(results: Results) -> str:
    """Why nothing is shown, or not everything; empty when everything is."""
    if results.seen == results.arrived and results.seen:
        return ""
    if results.stage == Stage.CLOSED:
        return _("There are fewer than %(minimum)d answers. They stay hidden.") % {
            "minimum": results.minimum
        }
    if not results.seen:
        return _(
            "You see the first %(minimum)d when there are %(more)d answers, or when the round is closed."
        ) % {"minimum": results.minimum, "more": results.minimum + 5}
    return _("As long as it runs, the last five stay hidden. So nobody sees who said what.")


@register.filter
def hidden_lines(results: Results) -> str:
    """How many lines somebody hid; that is always told."""
    if not results.hidden:
        return ""
    number = len(results.hidden)
    return ngettext("%(number)d line is hidden.", "%(number)d lines are hidden.", number) % {
        "number": number
    }


def _labelled(one: frames.VoiceAnswer, finding: Finding, results: Results) -> str:
    words = in_words(one.words)
    if one.key != finding.own:
        return words
    whose = _("you") if results.is_opener else opener_of(results)
    return f"{words} ({whose})"


def _low(one: frames.VoiceAnswer) -> str:
    """An answer in the middle of a sentence."""
    words = in_words(one.words)
    return words[:1].lower() + words[1:]
