"""What a person may not know does not exist: foreign and missing look the same."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from gebuur.core.errors import NotForYou


class SameAnswerForForeignAndMissing:
    """Turns `NotForYou` and a refused action into the same 404 that a missing page gets."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        if isinstance(exception, (NotForYou, PermissionDenied)):
            raise Http404 from exception
