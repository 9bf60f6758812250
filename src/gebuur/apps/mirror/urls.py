from django.urls import path

from gebuur.apps.mirror.views import staying

app_name = "mirror"
urlpatterns = [
    path("staff/mirror/", staying.staying, name="staying"),
]
