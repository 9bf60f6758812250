from django.urls import path

from gebuur.apps.reflection.views import beginning, entries, over_time, sharing, steps

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
]
