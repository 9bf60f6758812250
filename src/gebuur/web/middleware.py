"""Three answers that are the same everywhere: nothing is here, you were away for a while, and this is too much."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from gebuur.core.bodies import TOO_LARGE
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


class NotTooMuchAtOnce:
    """Of what was too large not all was kept, so nothing of it is read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if TOO_LARGE in getattr(request, "scope", {}):
            raise RequestDataTooBig
        return self.get_response(request)


class BackToTheSamePage:
    """Whose session ended meanwhile hears so at the sign-in page, and comes back to the page she was on.

    A form that was sent is not an address to come back to: the page it stood on is.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if not isinstance(answer, HttpResponseRedirect) or not _leads_to_sign_in(answer.url):
            return answer
        query = QueryDict(mutable=True)
        query["next"] = _page_of(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.session.is_empty():
            query["away"] = "1"
        return HttpResponseRedirect(
            f"{resolve_url(settings.LOGIN_URL)}?{query.urlencode(safe='/')}"
        )


def _leads_to_sign_in(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path == resolve_url(settings.LOGIN_URL) and "next" in QueryDict(parts.query)


def _page_of(request: HttpRequest) -> str:
    """The page somebody was on: this one, or the one that holds the form that was just sent."""
    if request.method in {"GET", "HEAD"} and "HX-Request" not in request.headers:
        return request.get_full_path()
    before = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    parts = urlsplit(before)
    same_house = url_has_allowed_host_and_scheme(
        before, {request.get_host()}, require_https=request.is_secure()
    )
    return f"{parts.path}?{parts.query}".rstrip("?") if same_house and parts.path else "/"
