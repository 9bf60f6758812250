from django.urls import path

from gebuur.apps.reflection.views import cases, entries, player, sharing, steps

app_name = "reflection"
urlpatterns = [
    path("staff/reflection/", entries.entry_list, name="entry-list"),
    path("staff/reflection/new/", entries.entry_new, name="entry-new"),
    path("staff/reflection/<uuid:pk>/", entries.entry_detail, name="entry-detail"),
    path("staff/reflection/<uuid:pk>/delete/", entries.entry_delete, name="entry-delete"),
    path("staff/reflection/<uuid:pk>/share/", sharing.entry_share, name="entry-share"),
    path("staff/reflection/<uuid:pk>/file/", sharing.entry_file, name="entry-file"),
    path("staff/reflection/<uuid:pk>/pdf/", sharing.entry_pdf, name="entry-pdf"),
    path("staff/reflection/<uuid:pk>/<slug:step>/", steps.entry_step, name="entry-step"),
    path("staff/cases/", cases.case_list, name="case-list"),
    path("staff/cases/new/", cases.case_new, name="case-new"),
    path("staff/cases/<slug:key>/", cases.case_detail, name="case-detail"),
    path("staff/cases/<slug:key>/play/", player.case_play, name="case-play"),
    path("staff/cases/<slug:key>/cards/", player.case_cards, name="case-cards"),
    path("staff/cases/<uuid:pk>/edit/", cases.case_edit, name="case-edit"),
    path("staff/cases/<uuid:pk>/withdraw/", cases.case_withdraw, name="case-withdraw"),
    path("player-worker.js", player.player_worker, name="player-worker"),
    path("staff/shares/<uuid:pk>/withdraw/", sharing.share_withdraw, name="share-withdraw"),
    path("staff/intentions/<uuid:pk>/", entries.intention_look_back, name="intention-look-back"),
]
