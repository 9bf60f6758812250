"""The participation wheel: what was promised and seen, what people chose, and a way to each style."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.framing.templatetags.framing.words import said, said_in
from gebuur.core.charts import Picture, Segment, Table, draw_ring
from gebuur.core.wording import listed


def wheel(
    rows: Sequence[FrameRow],
    *,
    promised: str = "",
    seen: str = "",
    is_linked: bool = False,
    name: str = "wheel",
) -> Picture:
    """The ring of styles, with the promised and the seen one marked.

    With `is_linked` each segment leads to `#frame-<key>` on the same page, and can be reached with the keyboard.
    """
    segments, finding = [], [_("Ring with seven styles.")]
    for row in rows:
        style = said(row.name)
        is_promised, is_seen = row.key == promised, row.key == seen
        href = f"#frame-{row.key}" if is_linked else ""
        segments.append(Segment(style, is_promised=is_promised, is_seen=is_seen, href=href))
        if is_promised:
            finding.append(_("Promised: %(style)s.") % {"style": style})
        if is_seen:
            finding.append(_("Seen: %(style)s.") % {"style": style})
    desc = _(
        "No style is above another. A dashed edge is what was promised, filled is what was seen."
    )
    return draw_ring(name, title=" ".join(finding), desc=desc, segments=segments)


def wheel_table(rows: Sequence[FrameRow], *, promised: str = "", seen: str = "") -> Table:
    """The styles with the part that residents play, and what was promised or seen."""
    head = [_("Style"), _("The part of residents")]
    lines = [[said(row.name), said_in(row, "role")] for row in rows]
    if promised or seen:
        head.append(_("Promised or seen"))
        for row, line in zip(rows, lines, strict=True):
            marks = [(promised, _("promised")), (seen, _("seen"))]
            line.append(listed(words for key, words in marks if key == row.key) or "–")
    return Table(_("The seven styles"), head, lines, is_words=True)


def wheel_compared(
    rows: Sequence[FrameRow],
    *,
    promised: Mapping[str, str],
    seen: str = "",
    votes: Mapping[str, int] | None = None,
    name: str = "wheel-compared",
) -> Picture:
    """The ring with what was promised (in the words of each style), what one saw, and what several said they saw."""
    total = sum((votes or {}).values())
    segments, finding = [], [_("Ring with seven styles.")]
    for row in rows:
        style, count = said(row.name), (votes or {}).get(row.key, 0)
        words = [promised.get(row.key, ""), _votes(count) if count else ""]
        segments.append(
            Segment(
                style,
                is_promised=row.key in promised,
                is_seen=row.key == seen,
                words=listed(filter(None, words)),
                share=count / total if count else None,
            )
        )
        if row.key in promised:
            finding.append(_("Promised: %(style)s.") % {"style": style})
        if row.key == seen:
            finding.append(_("Seen: %(style)s.") % {"style": style})
    desc = _(
        "No style is above another. A dashed edge is what was promised, filled is what was seen."
    )
    if total:
        desc += " " + _("The denser the lines, the more votes.")
    return draw_ring(name, title=" ".join(finding), desc=desc, segments=segments)


def wheel_votes(
    rows: Sequence[FrameRow], votes: Mapping[str, int], *, name: str = "wheel-votes"
) -> Picture:
    """The ring with the number of votes for each style. It has no order and no winner."""
    counts = [votes.get(row.key, 0) for row in rows]
    total = sum(counts)
    segments = [
        Segment(said(row.name), words=_votes(count), share=count / total if total else 0)
        for row, count in zip(rows, counts, strict=True)
    ]
    told = listed(
        f"{one.name} {count}" for one, count in zip(segments, counts, strict=True) if count
    )
    title = _("Ring with seven styles.")
    title += " " + (_("Votes: %(votes)s.") % {"votes": told} if told else _("No votes yet."))
    desc = _("No style is above another. The denser the lines, the more votes.")
    return draw_ring(name, title=title, desc=desc, segments=segments)


def wheel_votes_table(rows: Sequence[FrameRow], votes: Mapping[str, int]) -> Table:
    """The votes for each style, in the order of the ring."""
    lines = [[said(row.name), str(votes.get(row.key, 0))] for row in rows]
    return Table(_("Votes for each style"), (_("Style"), _("Votes")), lines)


def _votes(count: int) -> str:
    return ngettext("%(count)s vote", "%(count)s votes", count) % {"count": count}
