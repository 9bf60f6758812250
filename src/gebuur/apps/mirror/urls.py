from django.urls import path

from gebuur.apps.mirror.views import fairness, staying

app_name = "mirror"
urlpatterns = [
    path("staff/mirror/", staying.staying, name="staying"),
    path("staff/mirror/fairness/", fairness.fairness, name="fairness"),
    path("staff/mirror/fairness.csv", fairness.fairness_csv, name="fairness-csv"),
]
