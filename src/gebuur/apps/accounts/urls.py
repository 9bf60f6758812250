from django.urls import path

from gebuur.apps.accounts import views

app_name = "accounts"
urlpatterns = [
    path("second-factor/", views.second_factor, name="second-factor"),
]
