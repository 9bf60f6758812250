"""On the phone of who sits in the room: no account, her own language, with or without script."""

from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from gebuur.apps.workshops import actions, queries
from gebuur.apps.workshops.forms import AnswerForm, RoomCodeForm, heading_of, labels_of
from gebuur.apps.workshops.models import Part, Session
from gebuur.core import live
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.ids import as_uuid
from gebuur.core.limits import may_go_on, may_try
from gebuur.domain import frames

COOKIE = "gebuur_room"
SALT = "workshops.room"
WRONG_FROM_ONE_PLACE = 30
WRONG_FROM_EVERYBODY = 60


class CodeNotTaken(RuleBroken):
    """This code opens no room, or too many wrong ones were typed."""


@never_cache
def join(request: HttpRequest) -> HttpResponse:
    """Open the room with the code on the screen."""
    if request.method != "POST":
        return render(request, "workshops/join.html", {"form": RoomCodeForm()})
    form, here = RoomCodeForm(request.POST), request.META.get("REMOTE_ADDR", "")
    if form.is_valid():
        try:
            return _seated(request, _session_behind(form.cleaned_data["code"], here))
        except CodeNotTaken as error:
            form.add_error("code", str(error))
    return render(request, "workshops/join.html", {"form": form})


@never_cache
def door(request: HttpRequest, door: str) -> HttpResponse:
    """What the square code opens: one press takes a seat."""
    session = queries.get_session_by_door(door)
    is_over = session.is_over_at(timezone.now())
    if request.method == "POST" and not is_over:
        return _seated(request, session)
    return render(request, "workshops/door.html", {"session": session, "is_over": is_over})


@never_cache
def room(request: HttpRequest) -> HttpResponse:
    """The question in hand, or what is to be waited for."""
    session, secret = seat_of(request)
    scene = queries.scene_of(session)
    if request.method == "POST":
        return _answer(request, scene, secret)
    return _page(request, _context(scene, secret))


@never_cache
@require_GET
def room_state(request: HttpRequest) -> HttpResponse:
    """What a phone asks every few seconds when it cannot keep a stream open."""
    session, _secret = seat_of(request)
    scene = queries.scene_of(session)
    answered = scene.pool.answered if scene.pool else 0
    return JsonResponse({"version": scene.version, "answered": answered, "seats": scene.seats})


def _session_behind(code: str, here: str) -> Session:
    """The session of a code. Wrong codes are counted; after too many of them only the square code opens a room."""
    limits = (("room", here, WRONG_FROM_ONE_PLACE), ("room", "", WRONG_FROM_EVERYBODY))
    if not all(may_go_on(what, who, per_hour=most) for what, who, most in limits):
        raise CodeNotTaken(
            _("Too many wrong codes were typed. Scan the square code on the screen.")
        )
    session = queries.find_open_session(code)
    if session is None:
        for what, who, most in limits:
            may_try(what, who, per_hour=most)
        raise CodeNotTaken(
            _("We do not know this code. Look at the screen once more, or scan the square code.")
        )
    return session


def _seated(request: HttpRequest, session: Session) -> HttpResponse:
    """Give this phone a seat, unless it has one in this very room."""
    answer = redirect("workshops:room")
    try:
        known, _secret = seat_of(request)
    except NotForYou:
        known = None
    if known is None or known.pk != session.pk:
        secret = actions.take_seat(session)
        answer.set_signed_cookie(
            COOKIE,
            f"{session.pk}|{secret}",
            salt=SALT,
            max_age=int(actions.LONGEST.total_seconds()),
            httponly=True,
            samesite="Lax",
            secure=settings.SECURE,
        )
    return answer


def seat_of(request: HttpRequest) -> tuple[Session, str]:
    """The room this phone sits in, and its secret."""
    try:
        text = str(request.get_signed_cookie(COOKIE, salt=SALT))
    except (KeyError, signing.BadSignature) as error:
        raise NotForYou from error
    session_pk, _bar, secret = text.partition("|")
    return queries.get_seat(session_pk, secret), secret


def _answer(request: HttpRequest, scene: queries.Scene, secret: str) -> HttpResponse:
    """Take an answer in; it may be for a question that the screen has left meanwhile."""
    pool = queries.get_pool_for(scene.session, as_uuid(request.POST.get("pool", "")))
    stages = frames.stages_of(frames.BlockKind(pool.part.kind), pool.part.picks)
    stage = next(one for one in stages if one.key == pool.stage)
    form = _form(pool.part, stage, scene.session, request.POST)
    try:
        actions.give_answer(scene.session, pool, stage, form.value(), secret=secret)
    except actions.NotAnAnswer as error:
        form.add_error(None, str(error))
        context = _context(scene, secret) | {"form": form, "pool": pool, "has_answered": False}
        return _page(request, context, status=422)
    except (actions.AnsweredAlready, actions.SessionOver):
        pass  # What stands on the page next says it: the answer is in, or the workshop has ended.
    if not _asks_for_part(request):
        return redirect("workshops:room")
    session, _secret = seat_of(request)
    return _page(request, _context(queries.scene_of(session), secret))


def _page(request: HttpRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The whole page; for the script on it only the part that changes, since a room full of phones asks at once."""
    template = "_live_part" if _asks_for_part(request) else "room"
    return render(request, f"workshops/{template}.html", context, status=status)


def _asks_for_part(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "fetch"


def _context(scene: queries.Scene, secret: str) -> dict[str, Any]:
    has_answered = bool(scene.pool and queries.has_answered(scene.pool, secret))
    asks = scene.part and scene.stage and scene.pool and not scene.session.is_paused
    form = None
    if asks and not has_answered and scene.part and scene.stage:
        form = _form(scene.part, scene.stage, scene.session, None)
    return {
        "scene": scene,
        "session": scene.session,
        "pool": scene.pool,
        "form": form,
        "has_answered": has_answered,
        "results": queries.results_of(scene.pool, scene.stage) if scene.stage else None,
        "stream": live.stream_address(str(scene.session.pk)),
    }


def _form(part: Part, stage: frames.Stage, session: Session, data: QueryDict | None) -> AnswerForm:
    organisation, today = session.neighbourhood.organisation, timezone.localdate()
    return AnswerForm(
        data,
        stage=stage,
        heading=heading_of(part, stage, organisation, today=today),
        labels=labels_of(part, stage, organisation, today=today),
        over=part.title,
    )
