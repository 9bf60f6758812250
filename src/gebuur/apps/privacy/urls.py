from django.urls import path

from gebuur.apps.privacy import views

app_name = "privacy"
urlpatterns = [
    path("me/seen/", views.mine, name="mine"),
    path("staff/people/<uuid:pk>/seen/", views.sights, name="sights"),
]
