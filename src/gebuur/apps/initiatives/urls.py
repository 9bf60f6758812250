from django.urls import path

from gebuur.apps.initiatives.views import (
    advice,
    groups,
    phases,
    promises,
    supporting,
    supports,
)

app_name = "initiatives"
urlpatterns = [
    path("initiatives/", groups.initiative_list, name="initiative-list"),
    path("initiatives/<uuid:pk>/", groups.initiative_detail, name="initiative-detail"),
    path("initiatives/<uuid:pk>/support/", supports.support_list, name="support-list"),
    path("initiatives/<uuid:pk>/support/ask/", supports.support_ask, name="support-ask"),
    path(
        "initiatives/<uuid:pk>/support/<uuid:support>/answer/",
        supports.support_answer,
        name="support-answer",
    ),
    path(
        "initiatives/<uuid:pk>/support/<uuid:support>/end/",
        supports.support_end,
        name="support-end",
    ),
    path(
        "initiatives/<uuid:pk>/support/<uuid:support>/longer/",
        supports.support_longer,
        name="support-longer",
    ),
    path(
        "initiatives/<uuid:pk>/support/<uuid:support>/agree/",
        supports.support_agree,
        name="support-agree",
    ),
    path(
        "initiatives/<uuid:pk>/support/<uuid:support>/seen/",
        promises.style_seen,
        name="style-seen",
    ),
    path("initiatives/<uuid:pk>/promise/<str:step>/", promises.promise_new, name="promise-new"),
    path(
        "initiatives/<uuid:pk>/promise/<str:step>/<slug:key>/",
        promises.promise_announce,
        name="promise-announce",
    ),
    path(
        "initiatives/<uuid:pk>/promises/<uuid:promise>/",
        promises.promise_detail,
        name="promise-detail",
    ),
    path("initiatives/<uuid:pk>/frames/<uuid:frame>/", promises.frame_sheet, name="frame-sheet"),
    path("initiatives/<uuid:pk>/advice/new/", advice.advice_new, name="advice-new"),
    path("initiatives/<uuid:pk>/phases/", phases.phase_list, name="phase-list"),
    path("initiatives/<uuid:pk>/phases/new/", phases.phase_new, name="phase-new"),
    path(
        "initiatives/<uuid:pk>/phases/<uuid:note>/contest/",
        phases.phase_contest,
        name="phase-contest",
    ),
    path("staff/support/", supporting.support_mine, name="support-mine"),
    path("staff/support/<uuid:pk>/withdraw/", supporting.support_withdraw, name="support-withdraw"),
    path("staff/initiatives/<uuid:pk>/support/new/", supporting.support_new, name="support-new"),
    path("staff/advice/<uuid:pk>/answer/", advice.advice_answer, name="advice-answer"),
    path("l/group/<str:token>/", groups.door, name="door"),
]
