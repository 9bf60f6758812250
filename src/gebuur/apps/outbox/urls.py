from django.urls import path

from gebuur.apps.outbox import views

app_name = "outbox"
urlpatterns = [
    path("code/", views.code, name="code"),
]
