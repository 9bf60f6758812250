from django.urls import path

from gebuur.apps.neighbourhood.views import members, persons

app_name = "neighbourhood"
urlpatterns = [
    path("staff/people/", persons.person_list, name="person-list"),
    path("staff/people/new/", persons.person_new, name="person-new"),
    path("staff/members/", members.member_list, name="member-list"),
    path("staff/members/<uuid:pk>/end/", members.member_end, name="member-end"),
]
