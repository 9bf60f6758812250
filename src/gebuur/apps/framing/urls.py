from django.urls import path

from gebuur.apps.framing import views

app_name = "framing"
urlpatterns = [
    path("staff/frames/", views.frame_list, name="frame-list"),
    path("staff/frames/sources/", views.source_list, name="source-list"),
    path("staff/frames/<slug:kind>/<slug:key>/", views.frame_edit, name="frame-edit"),
    path("staff/frames/<slug:kind>/<slug:key>/reset/", views.frame_reset, name="frame-reset"),
]
