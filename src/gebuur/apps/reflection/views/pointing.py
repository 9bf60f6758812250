"""What was typed is read along: words that point to a person are shown, and replaced when she asks for it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from django.http import QueryDict
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection import queries
from gebuur.domain import disclosure

Pointers = dict[str, tuple[disclosure.Pointer, ...]]


class Typed(Protocol):
    """A form that knows what in it was typed in own words."""

    def is_valid(self) -> bool: ...

    def texts(self) -> dict[str, str]: ...


Form = TypeVar("Form", bound=Typed)


def read_along(
    me: Person, posted: QueryDict, make: Callable[[QueryDict], Form]
) -> tuple[Form, list[str]]:
    """The form, with other words in it when she asked for them, and what in it still points to a person."""
    form = make(posted)
    if not form.is_valid() or "keep" in posted:
        return form, []
    pointers = queries.pointers_in(me, form.texts())
    if pointers and "replace" in posted:
        return make(_without_pointers(posted, pointers)), []
    return form, sorted({one.words for some in pointers.values() for one in some})


def _without_pointers(posted: QueryDict, pointers: Pointers) -> QueryDict:
    """The same answers with other words for names, numbers and addresses."""
    data = posted.copy()
    by = {
        disclosure.Kind.NAME: [_("a neighbour"), _("another neighbour"), _("somebody else")],
        disclosure.Kind.PHONE: [_("a number")],
        disclosure.Kind.MAIL: [_("an e-mail address")],
        disclosure.Kind.ADDRESS: [_("a street"), _("another street")],
    }
    for field, some in pointers.items():
        text = str(data[field]).strip()
        data[field] = disclosure.replace_pointers(text, some, by=by)
    return data
