from django.urls import path

from gebuur.apps.care.views import (
    ask,
    board,
    call_me,
    desk_intake,
    desk_lists,
    desk_request,
    desk_visits,
    links,
)

app_name = "care"
urlpatterns = [
    # What a resident opens: no account needed.
    path("ask/", ask.ask, name="ask"),
    path("ask/done/", ask.ask_done, name="ask-done"),
    path("ask/lines/", ask.ask_lines, name="ask-lines"),
    path("ask/not-here/<slug:key>/", ask.ask_red, name="ask-red"),
    path("ask/<slug:step>/", ask.ask_step, name="ask-step"),
    path("call/me/", call_me.call_me, name="call-me"),
    path("board/", board.board, name="board"),
    path("board/<uuid:pk>/", board.board_answer, name="board-answer"),
    path("l/answer/<str:token>/", links.answer, name="answer"),
    path("l/confirm/<str:token>/", links.confirm, name="confirm"),
    path("l/visit/<str:token>/", links.visit, name="visit"),
    path("l/feedback/<str:token>/", links.feedback, name="feedback"),
    path("l/mine/<str:token>/", links.mine, name="mine"),
    path("l/card/<str:token>/", links.card, name="card"),
    path("l/card/<str:token>/pdf/", links.card_pdf, name="card-pdf"),
    # What staff opens at the desk.
    path("desk/calls/", desk_intake.intake, name="intake"),
    path("desk/calls/<uuid:pk>/", desk_intake.intake_call, name="intake-call"),
    path("desk/calls/<uuid:pk>/save/", desk_intake.intake_save, name="intake-save"),
    path("desk/calls/<uuid:pk>/search/", desk_intake.intake_search, name="intake-search"),
    path("desk/calls/<uuid:pk>/light/", desk_intake.intake_light, name="intake-light"),
    path("desk/calls/<uuid:pk>/rank/", desk_intake.intake_rank, name="intake-rank"),
    path("desk/calls/<uuid:pk>/park/", desk_intake.intake_park, name="intake-park"),
    path("desk/calls/<uuid:pk>/drop/", desk_intake.intake_drop, name="intake-drop"),
    path("desk/calls/<uuid:pk>/later/", desk_intake.intake_call_back, name="intake-call-back"),
    path("desk/calls/<uuid:pk>/hand-over/", desk_intake.intake_hand_over, name="intake-hand-over"),
    path("desk/calls/<uuid:pk>/finish/", desk_intake.intake_finish, name="intake-finish"),
    path("desk/waiting/", desk_lists.waiting, name="waiting"),
    path("desk/visits/", desk_lists.visits, name="visits"),
    path("desk/requests/<uuid:pk>/", desk_request.request_detail, name="request-detail"),
    path("desk/requests/<uuid:pk>/ask/", desk_request.request_ask, name="request-ask"),
    path("desk/requests/<uuid:pk>/swap/", desk_request.request_swap, name="request-swap"),
    path("desk/requests/<uuid:pk>/clear/", desk_request.request_clear, name="request-clear"),
    path("desk/requests/<uuid:pk>/board/", desk_request.request_board, name="request-board"),
    path("desk/requests/<uuid:pk>/stop/", desk_request.request_stop, name="request-stop"),
    path("desk/proposals/<uuid:pk>/skip/", desk_request.proposal_skip, name="proposal-skip"),
    path("desk/proposals/<uuid:pk>/answer/", desk_request.proposal_answer, name="proposal-answer"),
    path(
        "desk/proposals/<uuid:pk>/confirm/", desk_request.proposal_confirm, name="proposal-confirm"
    ),
    path("desk/visits/<uuid:pk>/outcome/", desk_visits.visit_outcome, name="visit-outcome"),
    path("desk/visits/<uuid:pk>/worry/", desk_visits.visit_worry, name="visit-worry"),
    path("desk/visits/<uuid:pk>/call-off/", desk_visits.visit_call_off, name="visit-call-off"),
    path("desk/visits/<uuid:pk>/feedback/", desk_visits.visit_feedback, name="visit-feedback"),
    path("desk/matches/<uuid:pk>/end/", desk_visits.match_end, name="match-end"),
    path("desk/matches/<uuid:pk>/card/<slug:side>/", desk_visits.desk_card, name="desk-card"),
    path(
        "desk/matches/<uuid:pk>/card/<slug:side>/pdf/",
        desk_visits.desk_card_pdf,
        name="desk-card-pdf",
    ),
]
