from django.urls import path

from gebuur.apps.mirror.views import changes, fairness, flows, frontier, ownership, staying, turn

app_name = "mirror"
urlpatterns = [
    path("staff/mirror/", staying.staying, name="staying"),
    path("staff/mirror/staying/file/", staying.staying_file, name="staying-file"),
    path("staff/mirror/changes/new/", changes.change_new, name="change-new"),
    path("staff/mirror/changes/<uuid:pk>/end/", changes.change_end, name="change-end"),
    path("staff/mirror/ownership/", ownership.ownership, name="ownership"),
    path("staff/mirror/ownership.csv", ownership.ownership_csv, name="ownership-csv"),
    path("staff/mirror/fairness/", fairness.fairness, name="fairness"),
    path("staff/mirror/fairness.csv", fairness.fairness_csv, name="fairness-csv"),
    path("staff/mirror/streets/", flows.flows, name="flows"),
    path("staff/mirror/streets.csv", flows.flows_csv, name="flows-csv"),
    path("staff/mirror/first-times/", frontier.frontier, name="frontier"),
    path("staff/mirror/turn/", turn.turn, name="turn"),
    path("staff/mirror/turn/approve/", turn.turn_approve, name="turn-approve"),
    path("staff/mirror/turn/by-hand/", turn.turn_hand, name="turn-hand"),
]
