from django.urls import path

from gebuur.apps.neighbourhood.views import members, persons, spellings

app_name = "neighbourhood"
urlpatterns = [
    path("staff/people/", persons.person_list, name="person-list"),
    path("staff/people/new/", persons.person_new, name="person-new"),
    path("staff/people/<uuid:pk>/edit/", persons.person_edit, name="person-edit"),
    path("staff/members/", members.member_list, name="member-list"),
    path("staff/members/<uuid:pk>/end/", members.member_end, name="member-end"),
    path("staff/streets/", spellings.spelling_list, name="spelling-list"),
    path("staff/streets/<uuid:pk>/", spellings.spelling_decide, name="spelling-decide"),
]
