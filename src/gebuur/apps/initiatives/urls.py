from django.urls import path

from gebuur.apps.initiatives.views import (
    advice,
    begin,
    charges,
    groups,
    members,
    phases,
    promises,
    staff,
    supporting,
    supports,
)

app_name = "initiatives"
urlpatterns = [
    path("initiatives/", groups.initiative_list, name="initiative-list"),
    path("initiatives/new/", begin.initiative_new, name="initiative-new"),
    path("initiatives/new/<slug:step>/", begin.initiative_step, name="initiative-step"),
    path("initiatives/begun/", begin.initiative_begun, name="initiative-begun"),
    path("initiatives/<uuid:pk>/", groups.initiative_detail, name="initiative-detail"),
    path("initiatives/<uuid:pk>/edit/", groups.initiative_edit, name="initiative-edit"),
    path("initiatives/<uuid:pk>/hide/", groups.initiative_hide, name="initiative-hide"),
    path("initiatives/<uuid:pk>/show/", groups.initiative_show, name="initiative-show"),
    path("initiatives/<uuid:pk>/seat/", groups.seat_leave, name="seat-leave"),
    path("initiatives/<uuid:pk>/join/", members.member_new, name="member-new"),
    path("initiatives/<uuid:pk>/asked/", members.member_asked, name="member-asked"),
    path("initiatives/<uuid:pk>/leave/", members.member_leave, name="member-leave"),
    path("initiatives/<uuid:pk>/members/", members.member_list, name="member-list"),
    path(
        "initiatives/<uuid:pk>/members/<uuid:member>/", members.member_detail, name="member-detail"
    ),
    path(
        "initiatives/<uuid:pk>/members/<uuid:member>/answer/",
        members.member_answer,
        name="member-answer",
    ),
    path(
        "initiatives/<uuid:pk>/members/<uuid:member>/vouch/",
        members.member_vouch,
        name="member-vouch",
    ),
    path(
        "initiatives/<uuid:pk>/members/<uuid:member>/trust/",
        members.member_trust,
        name="member-trust",
    ),
    path("initiatives/<uuid:pk>/charges/offer/", charges.charge_offer, name="charge-offer"),
    path(
        "initiatives/<uuid:pk>/charges/<uuid:offer>/", charges.charge_answer, name="charge-answer"
    ),
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
    path("staff/initiatives/", staff.staff_list, name="staff-list"),
    path("staff/initiatives/new/", staff.staff_new, name="staff-new"),
    path("staff/initiatives/<uuid:pk>/join/", staff.staff_join, name="staff-join"),
    path("staff/initiatives/member/<uuid:pk>/phone/", staff.staff_phone, name="staff-phone"),
    path("staff/initiatives/member/<uuid:pk>/link/", staff.staff_send, name="staff-send"),
    path("staff/initiatives/person/<uuid:pk>/known/", staff.staff_know, name="staff-know"),
]
