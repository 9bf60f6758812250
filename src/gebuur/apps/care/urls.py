from django.urls import path

from gebuur.apps.care.views import ask, board, call_me, links

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
]
