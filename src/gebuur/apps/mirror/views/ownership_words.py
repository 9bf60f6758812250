"""How a share is said: of every twelve, in whole quarters, never to the last digit."""

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gebuur.core.charts import Part
from gebuur.domain.ownership import STEPS, Chance, Change, Half, Row, Share, Side

TWELVE = 12
A_QUARTER = TWELVE // STEPS
DASH = "–"


def verb_name(verb: str) -> str:
    return {
        "began": _("Beginning"),
        "decided": _("Deciding"),
        "did": _("Doing"),
        "supported": _("Supporting"),
    }[verb]


def kind_name(kind: str) -> str:
    return {
        "neighbour": _("neighbours for themselves"),
        "volunteer": _("volunteers"),
        "group": _("groups of neighbours"),
        "carer": _("informal carers"),
    }[kind]


def quarter_words(quarter: int) -> str:
    """`about 9`: of every twelve."""
    if quarter == 0:
        return pgettext("of every twelve", "at most 1")
    if quarter == STEPS:
        return pgettext("of every twelve", "11 or more")
    return pgettext("of every twelve", "about %(n)s") % {"n": quarter * A_QUARTER}


def share_words(share: Share | None) -> str:
    """For a cell: of every twelve, else on which side of one half, else a dash."""
    if share is None or not share.is_shown:
        return DASH
    if share.quarter is not None:
        return quarter_words(share.quarter)
    if share.half is Half.MORE:
        return pgettext("of every twelve", "more than 6")
    return pgettext("of every twelve", "fewer than 6")


def chance_words(chance: Chance) -> str:
    """For a cell: between what the share could lie by chance."""
    if chance.low is not None and chance.low == chance.high:
        return quarter_words(chance.low)
    low, high = (
        None if bound is None else bound * A_QUARTER for bound in (chance.low, chance.high)
    )
    if low is not None and high is not None:
        return _("%(low)s to %(high)s") % {"low": low, "high": high}
    if low is not None:
        return _("from %(low)s") % {"low": low}
    return DASH if high is None else _("up to %(high)s") % {"high": high}


def say_share(row: Row) -> str:
    """The share of neighbours as a sentence."""
    if row.neighbours.quarter is not None:
        words = {"n": quarter_words(row.neighbours.quarter)}
        return {
            "began": _("Of every 12 things that began, neighbours began %(n)s.") % words,
            "decided": _("Of every 12 decisions, neighbours took %(n)s.") % words,
            "did": _("Of every 12 things that were done, neighbours did %(n)s.") % words,
            "supported": _("Of every 12 times of support, neighbours gave it %(n)s.") % words,
        }[row.verb]
    if row.neighbours.half is Half.MORE:
        return _("More than half of it was by neighbours.")
    if row.neighbours.half is Half.LESS:
        return _("Less than half of it was by neighbours.")
    return _("We show no share here: it would tell too much about too few people.")


def say_others(row: Row) -> str:
    """What the service and the local authority had of it; how often the service acted where no share is shown."""
    service, authority = (
        row.sides.get(side, Share()).quarter for side in (Side.SERVICE, Side.AUTHORITY)
    )
    if not row.is_shown:
        return (
            _("The service itself acted at least %(n)s times.") % {"n": row.by_service}
            if row.by_service
            else ""
        )
    said = []
    if service is not None:
        said.append(_("The service: %(n)s.") % {"n": quarter_words(service)})
    if authority:
        said.append(_("The local authority: %(n)s.") % {"n": quarter_words(authority)})
    return " ".join(said)


def say_chance(row: Row) -> str:
    """How sure we are, where chance could have made it another quarter."""
    low, high = row.chance.low, row.chance.high
    if low is None or high is None or low == high:
        return ""
    bounds = {"low": low * A_QUARTER, "high": high * A_QUARTER}
    return _("By chance alone it could be %(low)s to %(high)s of every 12.") % bounds


def say_change(change: Change, weeks: int) -> str:
    """Against the time before; nothing when there is too little to compare."""
    words = {
        Change.MORE: _("That is more than in the %(weeks)s weeks before."),
        Change.LESS: _("That is less than in the %(weeks)s weeks before."),
        Change.ALIKE: _("We see no clear difference from the %(weeks)s weeks before."),
        Change.UNKNOWN: "",
    }[change]
    return words % {"weeks": weeks} if words else ""


def at_least_words(number: int | None) -> str:
    return DASH if number is None else str(number)


def days_words(first: dt.date, last: dt.date) -> str:
    """The first and the last day, with a dash between."""
    return f"{date_format(first, 'j F')} – {date_format(last, 'j F')}"


def pieces_of(row: Row) -> list[Part]:
    """A bar of twelve: brick for neighbours, hatched for the service, plum for the authority, pale for not shown."""
    if not row.is_shown:
        return [Part(TWELVE, _("not shown"), "sunk")]
    looks = ((Side.NEIGHBOURS, "us"), (Side.SERVICE, "stone"), (Side.AUTHORITY, "plum"))
    parts = []
    for side, look in looks:
        quarter = row.sides[side].quarter
        if quarter:
            parts.append(Part(quarter * A_QUARTER, quarter_words(quarter), look))
        if side is Side.NEIGHBOURS and quarter is None:
            parts += _half_of(row.neighbours)
    missing = TWELVE - sum(part.count for part in parts)
    return [*parts, Part(missing, "", "band")] if missing > 0 else parts


def _half_of(share: Share) -> list[Part]:
    """More than six: six bricks at least. Fewer than six: nothing that is sure."""
    if share.half is Half.MORE:
        return [Part(TWELVE / 2, share_words(share), "us")]
    return []
