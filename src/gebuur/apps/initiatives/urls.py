from django.urls import path

from gebuur.apps.initiatives.views import groups

app_name = "initiatives"
urlpatterns = [
    path("initiatives/", groups.initiative_list, name="initiative-list"),
    path("initiatives/<uuid:pk>/", groups.initiative_detail, name="initiative-detail"),
    path("l/group/<str:token>/", groups.door, name="door"),
]
