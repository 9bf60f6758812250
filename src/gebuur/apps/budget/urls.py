from django.urls import path

from gebuur.apps.budget.views import counts, ideas, public, results, rounds

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
    path("staff/budget/", rounds.staff_list, name="staff-list"),
    path("staff/budget/new/", rounds.round_new, name="round-new"),
    path("staff/budget/new/<slug:step>/", rounds.round_step, name="round-step"),
    path(STAFF, rounds.round_staff, name="round-staff"),
    path(f"{STAFF}edit/<slug:step>/", rounds.round_edit, name="round-edit"),
    path(f"{STAFF}ideas/new/", ideas.idea_staff_new, name="idea-staff-new"),
    path(f"{STAFF}ideas/meeting/", ideas.idea_meeting, name="idea-meeting"),
    path(f"{ROUND}result/", results.result_detail, name="result-detail"),
    path(f"{ROUND}result/mine/", results.result_mine, name="result-mine"),
    path(f"{ROUND}result/ballots/", results.result_file, name="result-file"),
    path(f"{ROUND}result/poster/", results.result_poster, name="result-poster"),
    path(f"{STAFF}count/", counts.count_staff, name="count-staff"),
]
