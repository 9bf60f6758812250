"""Every address of Gebuur."""

from django.urls import URLPattern, URLResolver, include, path

from gebuur.web.views import (
    contact,
    demo,
    design,
    desk,
    hand_over,
    health,
    home,
    invitation,
    neighbour,
    person,
    setup,
    streets,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("n/<slug:slug>/", home.place_choose, name="place-choose"),
    path("street/", neighbour.street, name="street"),
    path("me/", neighbour.me, name="me"),
    path("call/", neighbour.call, name="call"),
    path(
        "staff/requests/<uuid:pk>/hand-over/", hand_over.hand_over_request, name="hand-over-request"
    ),
    path("invitation/", invitation.invitation, name="invitation"),
    path("staff/members/invite/", invitation.member_invite, name="member-invite"),
    path("staff/people/<uuid:pk>/", person.person_detail, name="person-detail"),
    path("staff/people/<uuid:pk>/data/", person.person_export, name="person-export"),
    path("staff/people/<uuid:pk>/erase/", person.person_erase, name="person-erase"),
    path("staff/people/<uuid:pk>/edit/", person.person_edit, name="person-edit"),
    path("staff/streets/", streets.spelling_list, name="spelling-list"),
    path("staff/streets/<uuid:pk>/", streets.spelling_decide, name="spelling-decide"),
    path("setup/", setup.setup, name="setup"),
    path("demo/", demo.demo, name="demo"),
    path("demo/outbox/", demo.demo_outbox, name="demo-outbox"),
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", health.robots, name="robots"),
    path(".well-known/security.txt", health.security_txt, name="security-txt"),
    path("desk/", desk.desk, name="desk"),
    path("desk/messages/<uuid:pk>/read/", contact.message_read, name="message-read"),
    path("desk/messages/<uuid:pk>/letter/", contact.message_letter, name="message-letter"),
    path("desk/messages/pile/", contact.message_pile, name="message-pile"),
    path("design/", design.showcase, name="design"),
    path("", include("gebuur.apps.care.urls")),
    path("", include("gebuur.apps.volunteers.urls")),
    path("", include("gebuur.apps.boundaries.urls")),
    path("", include("gebuur.apps.outbox.urls")),
    path("", include("gebuur.apps.privacy.urls")),
    path("", include("gebuur.apps.neighbourhood.urls")),
    path("accounts/", include("gebuur.apps.accounts.urls")),
    path("accounts/", include("gebuur.web.account_urls")),
    path("i18n/", include("django.conf.urls.i18n")),
]
