"""Money as people here write it."""

import re
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

AMOUNT = re.compile(r"\d{1,6}([.,]\d{1,2})?")
THOUSANDS = re.compile(r"\d{1,3}([. ]\d{3})+(,\d{1,2})?")


def euros(cents: int) -> str:
    """`20.000 euro`, or `12,50 euro` when there are cents; amount and unit stay on one line."""
    amount = number_format(Decimal(cents) / 100, 2 if cents % 100 else 0, force_grouping=True)
    return (_("%(amount)s euro") % {"amount": amount}).replace(" ", "\xa0")


def cents_in(typed: str) -> int | None:
    """The cents of `12,50`, `€ 1.250` or `1 234,56 euro`, in any digits; None when it is no amount below a million."""
    plain = (
        typed.replace("€", "").replace("\xa0", " ").replace("\u202f", " ").replace("\u066b", ",")
    )
    plain = re.sub(r"\beuros?\b", "", plain, flags=re.IGNORECASE).strip()
    if THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "").replace(" ", "")
    return int(Decimal(plain.replace(",", ".")) * 100) if AMOUNT.fullmatch(plain) else None


def as_typed(cents: int) -> str:
    """An amount as it stands in a field: `1250`, or `12,50` when there are cents."""
    euro, rest = divmod(cents, 100)
    return f"{euro},{rest:02}" if rest else str(euro)
