"""Every address of Gebuur."""

from django.urls import URLPattern, URLResolver, include, path

from gebuur.web.views import design, home, neighbour

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("n/<slug:slug>/", home.place_choose, name="place-choose"),
    path("street/", neighbour.street, name="street"),
    path("me/", neighbour.me, name="me"),
    path("call/", neighbour.call, name="call"),
    path("design/", design.showcase, name="design"),
    path("", include("gebuur.apps.care.urls")),
    path("", include("gebuur.apps.volunteers.urls")),
    path("", include("gebuur.apps.boundaries.urls")),
    path("", include("gebuur.apps.outbox.urls")),
    path("", include("gebuur.apps.privacy.urls")),
    path("", include("gebuur.apps.neighbourhood.urls")),
    path("accounts/", include("gebuur.apps.accounts.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/", include("allauth.mfa.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
]
