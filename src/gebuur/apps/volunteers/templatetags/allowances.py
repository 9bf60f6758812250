"""Words for allowances: amounts, distances, kinds, and why something is not possible."""

from django import template

from gebuur.apps.volunteers.models import AllowanceLine
from gebuur.apps.volunteers.queries import euros, kilometres, per_kilometre, reason_in_words
from gebuur.apps.volunteers.queries.allowance_words import (
    KIND_WORDS,
    MODE_WORDS,
    SYSTEM_WORDS,
    WORK_WORDS,
)
from gebuur.core.wording import listed
from gebuur.domain.allowances import Work

register = template.Library()
for words in (euros, kilometres, per_kilometre, reason_in_words):
    register.filter(words)


@register.filter
def paid_how(system: str) -> str:
    """`lump sums`."""
    return str(SYSTEM_WORDS[system])


@register.filter
def by_what(mode: str) -> str:
    """`by car`."""
    return str(MODE_WORDS[mode])


@register.filter
def line_words(line: AllowanceLine) -> str:
    """`travel, by bike` or `lump sum, a task in sports`; an ordinary task goes without saying."""
    said = [KIND_WORDS[line.kind]]
    if line.mode:
        said.append(MODE_WORDS[line.mode])
    if line.task_kind != Work.ORDINARY:
        said.append(WORK_WORDS[line.task_kind])
    return listed(str(one) for one in said)
