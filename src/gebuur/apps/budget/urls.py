from django.urls import path

from gebuur.apps.budget.views import ideas, look_backs, looks, public, realising, rounds

app_name = "budget"
ROUND = "budget/<uuid:pk>/"
IDEA = "budget/ideas/<uuid:pk>/"
PROPOSAL = "budget/proposals/<uuid:pk>/"
STEP = f"{PROPOSAL}steps/<uuid:milestone>/"
STAFF = "staff/budget/<uuid:pk>/"
urlpatterns = [
    path("budget/", public.round_list, name="round-list"),
    path(ROUND, public.round_detail, name="round-detail"),
    path(f"{ROUND}frame/<int:number>/", public.frame_detail, name="frame-detail"),
    path(f"{ROUND}frame/<int:number>/pdf/", public.frame_pdf, name="frame-pdf"),
    path("budget/frames/<uuid:pk>/sign/", public.frame_sign, name="frame-sign"),
    path(f"{ROUND}ideas/", ideas.idea_list, name="idea-list"),
    path(f"{ROUND}ideas/new/", ideas.idea_new, name="idea-new"),
    path(f"{ROUND}ideas/sheet/", ideas.idea_sheet, name="idea-sheet"),
    path(IDEA, ideas.idea_detail, name="idea-detail"),
    path(f"{IDEA}back/", ideas.idea_back, name="idea-back"),
    path(f"{IDEA}withdraw/", ideas.idea_withdraw, name="idea-withdraw"),
    # What comes of a yes.
    path(f"{ROUND}realised/", look_backs.realised, name="realised"),
    path("budget/pictures/<uuid:pk>/", look_backs.picture_show, name="picture-show"),
    path(f"{PROPOSAL}realising/", realising.realising_detail, name="realising-detail"),
    path(f"{PROPOSAL}steps/new/", realising.milestone_new, name="milestone-new"),
    path(f"{STEP}edit/", realising.milestone_edit, name="milestone-edit"),
    path(f"{STEP}done/", realising.milestone_done, name="milestone-done"),
    path(f"{PROPOSAL}effects/new/", realising.effect_new, name="effect-new"),
    path(f"{PROPOSAL}effects/<uuid:effect>/", realising.effect_count, name="effect-count"),
    path(f"{PROPOSAL}pictures/new/", realising.picture_new, name="picture-new"),
    path(
        f"{PROPOSAL}pictures/<uuid:picture>/remove/",
        realising.picture_remove,
        name="picture-remove",
    ),
    path(f"{PROPOSAL}after/<int:months>/", look_backs.look_back, name="look-back"),
    path(
        f"{PROPOSAL}after/<int:months>/sheet/", look_backs.look_back_sheet, name="look-back-sheet"
    ),
    path("staff/budget/said/<uuid:pk>/hide/", look_backs.look_back_hide, name="look-back-hide"),
    path(f"{STAFF}look/", looks.look, name="look"),
    path("staff/budget/", rounds.staff_list, name="staff-list"),
    path("staff/budget/new/", rounds.round_new, name="round-new"),
    path("staff/budget/new/<slug:step>/", rounds.round_step, name="round-step"),
    path(STAFF, rounds.round_staff, name="round-staff"),
    path(f"{STAFF}edit/<slug:step>/", rounds.round_edit, name="round-edit"),
    path(f"{STAFF}ideas/new/", ideas.idea_staff_new, name="idea-staff-new"),
    path(f"{STAFF}ideas/meeting/", ideas.idea_meeting, name="idea-meeting"),
]
