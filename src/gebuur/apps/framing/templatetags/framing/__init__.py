"""Showing frames: in the reader's language, field by field, and as pictures with a table of the same."""

from django import template

from gebuur.apps.framing.templatetags.framing.attitudes import (
    attitude_moments,
    attitude_moments_table,
)
from gebuur.apps.framing.templatetags.framing.quadrants import quinn, quinn_table
from gebuur.apps.framing.templatetags.framing.ribbon import RibbonMoment, ribbon, ribbon_table
from gebuur.apps.framing.templatetags.framing.wheel import (
    wheel,
    wheel_compared,
    wheel_table,
    wheel_votes,
    wheel_votes_table,
)
from gebuur.apps.framing.templatetags.framing.words import by_field, said, said_marked

__all__ = [
    "RibbonMoment",
    "attitude_moments",
    "attitude_moments_table",
    "by_field",
    "quinn",
    "quinn_table",
    "register",
    "ribbon",
    "ribbon_table",
    "said",
    "said_marked",
    "wheel",
    "wheel_compared",
    "wheel_table",
    "wheel_votes",
    "wheel_votes_table",
]

register = template.Library()
for words in (said, said_marked, by_field):
    register.filter(words)
