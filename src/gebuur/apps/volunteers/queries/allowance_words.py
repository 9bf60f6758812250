"""Amounts, and why an allowance is not possible, in words."""

from decimal import Decimal

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.core.wording import day_in_words
from gebuur.domain.allowances import Kind, Mode, Reason, System, Why, Work

SYSTEM_WORDS = {
    System.LUMP_SUM.value: gettext_lazy("lump sums"),
    System.REAL_COSTS.value: gettext_lazy("real costs"),
}
KIND_WORDS = {
    Kind.LUMP.value: gettext_lazy("lump sum"),
    Kind.TRAVEL.value: gettext_lazy("travel"),
    Kind.REAL.value: gettext_lazy("cost with a receipt"),
}
MODE_WORDS = {
    Mode.CAR.value: gettext_lazy("by car"),
    Mode.BIKE.value: gettext_lazy("by bike"),
    Mode.PUBLIC.value: gettext_lazy("by train, tram or bus"),
}
WORK_WORDS = {
    Work.ORDINARY.value: gettext_lazy("an ordinary task"),
    Work.SITTING.value: gettext_lazy("sitting with somebody, by day or at night"),
    Work.SPORT.value: gettext_lazy("a task in sports"),
    Work.LYING.value: gettext_lazy("transport of somebody who lies down"),
    Work.DRIVING.value: gettext_lazy("driving people"),
}


def euros(cents: int) -> str:
    """`1.760,83 euro`."""
    return _unbroken(number_format(Decimal(cents) / 100, 2, force_grouping=True))


def kilometres(metres: int) -> str:
    """`12,4 km`."""
    return _("%(number)s km") % {
        "number": number_format(
            Decimal(metres) / 1_000, 0 if metres % 1_000 == 0 else 1, force_grouping=True
        )
    }


def per_kilometre(ten_thousandths: int) -> str:
    """`0,4326 euro`."""
    return _unbroken(number_format(Decimal(ten_thousandths) / 10_000, 4))


def _unbroken(amount: str) -> str:
    """An amount and its unit on one line."""
    return (_("%(amount)s euro") % {"amount": amount}).replace(" ", "\xa0")


def reason_in_words(reason: Reason) -> str:
    """Why not, or what is nearly full: one sentence or two, with what to do next."""
    day = day_in_words(reason.day, timezone.localdate()) if reason.day else str(reason.year)
    in_metres = reason.why in (Why.KILOMETRES_FULL, Why.KILOMETRES_NEARLY)
    show = kilometres if in_metres else euros
    return _sentence(reason.why) % {
        "year": reason.year,
        "day": day,
        "limit": show(reason.limit),
        "left": show(reason.left),
    }


def _sentence(why: Why) -> str:
    return {
        Why.OTHER_YEAR: _("That day is not in %(year)s. Open the ledger of its own year."),
        Why.OTHER_SYSTEM: _(
            "In %(year)s this volunteer is paid back in the other way. The law does not allow both in one year."
        ),
        Why.NO_CEILING: _(
            "Nobody entered the ceilings of %(year)s yet. The coordinator does that under Ceilings."
        ),
        Why.NO_RATE: _(
            "Nobody entered what a kilometre by car pays for %(day)s. The coordinator does that under Ceilings."
        ),
        Why.DAY_FULL: _("A day has at most %(limit)s. For that day %(left)s is left."),
        Why.YEAR_FULL: _(
            "The year has at most %(limit)s, all organisations together. %(left)s is left."
        ),
        Why.MIXED_TASKS: _(
            "The raised ceiling applies only when every lump sum of the year is for a listed "
            "task. Here the usual %(limit)s applies. %(left)s is left."
        ),
        Why.KILOMETRES_FULL: _("The year has at most %(limit)s. %(left)s is left."),
        Why.TRAVEL_FULL: _("Travel pays at most %(limit)s in a year. %(left)s is left."),
        Why.YEAR_NEARLY: _("The year is nearly full: %(left)s is left of %(limit)s."),
        Why.KILOMETRES_NEARLY: _("The kilometres are nearly full: %(left)s is left of %(limit)s."),
        Why.TRAVEL_NEARLY: _("Travel is nearly full: %(left)s is left of %(limit)s."),
    }[why]
