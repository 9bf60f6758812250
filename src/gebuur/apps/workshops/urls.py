from django.urls import path

from gebuur.apps.workshops.views import intentions, notes, opening, room, sessions

app_name = "workshops"
urlpatterns = [
    path("w/", room.join, name="join"),
    path("w/room/", room.room, name="room"),
    path("w/room/state/", room.room_state, name="room-state"),
    path("w/room/intention/", intentions.room_intention, name="room-intention"),
    path("w/<str:door>/", room.door, name="door"),
    path("staff/workshops/<uuid:pk>/open/", opening.session_new, name="session-new"),
    path(
        "staff/workshops/ready/<slug:key>/<slug:language>/open/",
        opening.session_ready,
        name="session-ready",
    ),
    path("staff/sessions/<uuid:pk>/", sessions.session_detail, name="session-detail"),
    path("staff/sessions/<uuid:pk>/screen/", sessions.session_screen, name="session-screen"),
    path("staff/sessions/<uuid:pk>/move/", sessions.session_move, name="session-move"),
    path("staff/sessions/<uuid:pk>/close/", sessions.session_close, name="session-close"),
    path("staff/sessions/<uuid:pk>/pause/", sessions.session_pause, name="session-pause"),
    path("staff/sessions/<uuid:pk>/hide/", sessions.session_hide, name="session-hide"),
    path("staff/sessions/<uuid:pk>/end/", sessions.session_end, name="session-end"),
    path("staff/sessions/<uuid:pk>/note/", notes.note_add, name="note-add"),
    path("staff/notes/<uuid:pk>/remove/", notes.note_remove, name="note-remove"),
    path("staff/notes/<uuid:pk>/look-back/", notes.note_look_back, name="note-look-back"),
]
