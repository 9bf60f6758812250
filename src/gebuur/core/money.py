"""Money as people here write it."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _


def euros(cents: int) -> str:
    """`20.000 euro`, or `12,50 euro` when there are cents; amount and unit stay on one line."""
    amount = number_format(Decimal(cents) / 100, 2 if cents % 100 else 0, force_grouping=True)
    return (_("%(amount)s euro") % {"amount": amount}).replace(" ", "\xa0")
