from django.urls import path

from gebuur.apps.budget.views import ballots, ideas, papers, public, roll, rounds, votes

app_name = "budget"
ROUND = "budget/<uuid:pk>/"
IDEA = "budget/ideas/<uuid:pk>/"
STAFF = "staff/budget/<uuid:pk>/"
ENTRY = "staff/budget/roll/<uuid:pk>/"
VOTE = [
    path(f"{ROUND}vote/", ballots.ballot_cast, name="ballot-cast"),
    path("n/<slug:slug>/vote/", ballots.ballot_door, name="ballot-door"),
    path(f"{ROUND}vote/arrived/", ballots.ballot_arrived, name="ballot-arrived"),
    path(f"{STAFF}vote/", votes.vote_staff, name="vote-staff"),
    path(f"{STAFF}vote/poster/", votes.vote_poster, name="vote-poster"),
    path(f"{STAFF}vote/paper/", votes.vote_paper, name="vote-paper"),
    path(f"{STAFF}roll/", roll.roll_list, name="roll-list"),
    path(f"{STAFF}roll/new/", roll.roll_new, name="roll-new"),
    path(f"{STAFF}roll/import/", roll.roll_import, name="roll-import"),
    path(f"{STAFF}roll/known/", roll.roll_known, name="roll-known"),
    path(f"{STAFF}roll/letters/", roll.roll_letters, name="roll-letters"),
    path(ENTRY, roll.roll_entry, name="roll-entry"),
    path(f"{ENTRY}edit/", roll.roll_edit, name="roll-edit"),
    path(f"{STAFF}papers/", papers.paper_list, name="paper-list"),
    path(f"{STAFF}papers/new/", papers.paper_new, name="paper-new"),
    path("staff/budget/papers/<uuid:pk>/", papers.paper_again, name="paper-again"),
]
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
    *VOTE,
]
