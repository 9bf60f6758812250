"""The words of what volunteers said."""

from django import template

from gebuur.apps.volunteers.models import Going, Moment, Reason, Wish, Work

CHOICES = {"moment": Moment, "going": Going, "work": Work, "wish": Wish, "reason": Reason}
register = template.Library()


@register.filter
def said(code: str, question: str) -> str:
    """The words of an answer; empty when nothing was said."""
    return str(CHOICES[question](code).label) if code else ""
