from django.urls import path

from gebuur.apps.initiatives.views import agreements, archive, board, deciding, ending, groups

app_name = "initiatives"
GROUP = "initiatives/<uuid:pk>/"
QUESTION = f"{GROUP}decisions/<uuid:decision>/"
urlpatterns = [
    path("initiatives/", groups.initiative_list, name="initiative-list"),
    path(GROUP, groups.initiative_detail, name="initiative-detail"),
    path("l/group/<str:token>/", groups.door, name="door"),
    path(f"{GROUP}decisions/", deciding.decision_list, name="decision-list"),
    path(f"{GROUP}decisions/new/", deciding.decision_new, name="decision-new"),
    path(QUESTION, deciding.decision_detail, name="decision-detail"),
    path(f"{QUESTION}change/", deciding.decision_change, name="decision-change"),
    path(f"{QUESTION}withdraw/", deciding.decision_withdraw, name="decision-withdraw"),
    path(f"{GROUP}agreements/new/", agreements.agreement_new, name="agreement-new"),
    path(
        f"{GROUP}agreements/<uuid:agreement>/", agreements.agreement_review, name="agreement-review"
    ),
    path(f"{GROUP}board/", board.board, name="board"),
    path(f"{GROUP}board/notice/", board.board_notice, name="board-notice"),
    path(f"{GROUP}board/<uuid:post>/hide/", board.post_hide, name="post-hide"),
    path(f"{GROUP}going/", ending.sleep_answer, name="sleep-answer"),
    path(f"{GROUP}closing/", ending.closing, name="closing"),
    path(f"{GROUP}closing/ask/", ending.closing_ask, name="closing-ask"),
    path(f"{GROUP}remained/", ending.ask_back, name="ask-back"),
    path(f"{GROUP}reopen/", ending.reopen, name="reopen"),
    path(f"{GROUP}archive/", archive.archive, name="archive"),
    path(f"{GROUP}archive/file/", archive.archive_file, name="archive-file"),
    path(f"{GROUP}archive/delete/", archive.wipe, name="wipe"),
]
