from django.urls import path

from gebuur.apps.budget.views import ideas, merging, public, rehearsal, rounds, walls

app_name = "budget"
ROUND = "budget/<uuid:pk>/"
IDEA = "budget/ideas/<uuid:pk>/"
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
    path(f"{IDEA}merge/", merging.idea_merge, name="idea-merge"),
    path(f"{IDEA}merge/answer/", merging.idea_merge_answer, name="idea-merge-answer"),
    path(f"{IDEA}split/", merging.idea_split, name="idea-split"),
    path("budget/merge/<str:token>/", merging.merge_answer, name="merge-answer"),
    path("staff/budget/", rounds.staff_list, name="staff-list"),
    path("staff/budget/rehearsal/", rehearsal.rehearsal, name="rehearsal"),
    path("staff/budget/new/", rounds.round_new, name="round-new"),
    path("staff/budget/new/<slug:step>/", rounds.round_step, name="round-step"),
    path(STAFF, rounds.round_staff, name="round-staff"),
    path(f"{STAFF}edit/<slug:step>/", rounds.round_edit, name="round-edit"),
    path(f"{STAFF}ideas/new/", ideas.idea_staff_new, name="idea-staff-new"),
    path(f"{STAFF}ideas/meeting/", ideas.idea_meeting, name="idea-meeting"),
    path(f"{STAFF}ideas/walls/", walls.wall_list, name="wall-list"),
    path("staff/budget/walls/<uuid:pk>/picture/", walls.wall_picture, name="wall-picture"),
    path("staff/budget/walls/<uuid:pk>/delete/", walls.wall_delete, name="wall-delete"),
]
