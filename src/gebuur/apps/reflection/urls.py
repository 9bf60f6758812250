from django.urls import path

from gebuur.apps.reflection.views import (
    beginning,
    entries,
    over_time,
    sharing,
    steps,
    voice,
    voice_answer,
    voice_desk,
    voice_report,
)

app_name = "reflection"
urlpatterns = [
    path("staff/reflection/", entries.entry_list, name="entry-list"),
    path("staff/reflection/new/", beginning.entry_new, name="entry-new"),
    path("staff/reflection/over-time/", over_time.over_time, name="over-time"),
    path("staff/reflection/<uuid:pk>/", entries.entry_detail, name="entry-detail"),
    path("staff/reflection/<uuid:pk>/delete/", entries.entry_delete, name="entry-delete"),
    path("staff/reflection/<uuid:pk>/share/", sharing.entry_share, name="entry-share"),
    path("staff/reflection/<uuid:pk>/file/", sharing.entry_file, name="entry-file"),
    path("staff/reflection/<uuid:pk>/pdf/", sharing.entry_pdf, name="entry-pdf"),
    path("staff/reflection/<uuid:pk>/<slug:step>/", steps.entry_step, name="entry-step"),
    path("staff/reflection/<uuid:pk>/<slug:step>/seen/", steps.entry_lens, name="entry-lens"),
    path("staff/shares/<uuid:pk>/withdraw/", sharing.share_withdraw, name="share-withdraw"),
    path("staff/intentions/<uuid:pk>/", entries.intention_look_back, name="intention-look-back"),
    path("staff/voice/", voice.voice_list, name="voice-list"),
    path("staff/voice/new/", voice.voice_new, name="voice-new"),
    path("staff/voice/<uuid:pk>/", voice.voice_detail, name="voice-detail"),
    path("staff/voice/<uuid:pk>/own/", voice.voice_own, name="voice-own"),
    path("staff/voice/<uuid:pk>/own/show/", voice.voice_own_show, name="voice-own-show"),
    path("staff/voice/<uuid:pk>/line/", voice.voice_line_hide, name="voice-line-hide"),
    path("staff/voice/<uuid:pk>/close/", voice.voice_close, name="voice-close"),
    path("staff/voice/<uuid:pk>/delete/", voice.voice_delete, name="voice-delete"),
    path("staff/voice/<uuid:pk>/type/", voice_desk.voice_type, name="voice-type"),
    path("staff/voice/<uuid:pk>/paper/", voice_desk.voice_paper, name="voice-paper"),
    path("staff/voice/<uuid:pk>/pdf/", voice_report.voice_pdf, name="voice-pdf"),
    path("voice/<slug:code>/", voice_answer.voice_answer, name="voice-answer"),
    path("voice/<slug:code>/thanks/", voice_answer.voice_done, name="voice-done"),
]
