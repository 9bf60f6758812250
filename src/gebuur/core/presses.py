"""A form that is pressed twice is written once.

Every page puts a number in its forms, against forgery; it is another one each time a page is shown. So the same
number with the same answers is the same press: a double click, a slow network, a page that is sent again.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.contrib import messages
from django.contrib.messages.storage.base import BaseStorage
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.core.models import Press
from gebuur.core.tokens import hashed

P = ParamSpec("P")
R = TypeVar("R", bound=HttpRequest)
NUMBER = "csrfmiddlewaretoken"


def once(
    view: Callable[Concatenate[R, P], HttpResponse],
) -> Callable[Concatenate[R, P], HttpResponse]:
    """Write down what a form says one time; who presses again hears so, where the first press led.

    Who saw a mistake, or was told that it cannot be, may press again: nothing was written. Both presses may come at the
    same moment; the second waits, because a press is kept together with what it did.
    """

    @wraps(view)
    def guarded(request: R, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not _has_number(request):
            return view(request, *args, **kwargs)
        with transaction.atomic():
            if is_first_press(request):
                answer = view(request, *args, **kwargs)
                kept = Press.objects.filter(key=_key(request))
                if isinstance(answer, HttpResponseRedirect) and not _is_refused(request):
                    kept.update(led_to=answer.url)
                else:
                    kept.delete()
                return answer
        say_it_came(request)
        return redirect(Press.objects.get(key=_key(request)).led_to)

    return guarded


def _is_refused(request: HttpRequest) -> bool:
    """Whether the page says that it cannot be; what it says stays there to be read."""
    said = messages.get_messages(request)
    is_refused = any(one.level >= messages.ERROR for one in said)
    if isinstance(said, BaseStorage):
        said.used = False
    return is_refused


def is_first_press(request: HttpRequest) -> bool:
    """Whether this form comes for the first time; from now on it came. Ask it in the transaction of what it does."""
    if not _has_number(request):
        return True
    now = timezone.now()
    _press, is_first = Press.objects.get_or_create(key=_key(request), defaults={"at": now})
    return is_first


def say_it_came(request: HttpRequest) -> None:
    """Tell who pressed again that once was enough."""
    messages.info(request, _("This was sent already. It is written down once."))


def was_pressed(request: HttpRequest) -> bool:
    """Whether this form came before."""
    return _has_number(request) and Press.objects.filter(key=_key(request)).exists()


def _has_number(request: HttpRequest) -> bool:
    """Whether there is a number to know it by: on a form that was sent, there always is."""
    return request.method == "POST" and NUMBER in request.POST


def _key(request: HttpRequest) -> str:
    sent = (one for name in request.FILES for one in request.FILES.getlist(name))
    files = [f"{one.name}:{one.size}" for one in sent]
    said = request.POST.urlencode()
    return hashed(f"press:{request.get_full_path()}:{said}:{files}")
