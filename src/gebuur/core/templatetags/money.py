"""Money in templates: `{% load money %}`."""

from django import template

from gebuur.core.money import euros

register = template.Library()
register.filter(euros)
