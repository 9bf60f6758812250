from django.urls import path

from gebuur.apps.budget.views import (
    answers,
    authority,
    ballots,
    checks,
    decisions,
    ideas,
    papers,
    proposal_work,
    proposals,
    public,
    remarks,
    roll,
    rounds,
    votes,
)

app_name = "budget"
ROUND = "budget/<uuid:pk>/"
IDEA = "budget/ideas/<uuid:pk>/"
PROPOSAL = "budget/proposals/<uuid:pk>/"
DECISION = "staff/budget/proposals/<uuid:pk>/decision/"
STAFF = "staff/budget/<uuid:pk>/"
STAFF_PROPOSAL = "staff/budget/proposals/<uuid:pk>/"
PROPOSAL = "budget/proposals/<uuid:pk>/"
WORK = f"{PROPOSAL}work/"
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
    path(f"{ROUND}proposals/", proposals.proposal_list, name="proposal-list"),
    path("budget/proposals/", proposals.proposal_mine, name="proposal-mine"),
    path(f"{IDEA}proposal/", proposals.proposal_new, name="proposal-new"),
    path(PROPOSAL, proposals.proposal_detail, name="proposal-detail"),
    path(f"{PROPOSAL}versions/<int:number>/", proposals.proposal_version, name="proposal-version"),
    path(f"{PROPOSAL}pdf/", proposals.proposal_pdf, name="proposal-pdf"),
    path(f"{PROPOSAL}plain/", proposals.proposal_plain, name="proposal-plain"),
    path(WORK, proposal_work.proposal_work, name="proposal-work"),
    path(f"{WORK}pdf/", proposals.proposal_draft, name="proposal-draft"),
    path(f"{WORK}costs/new/", proposal_work.proposal_cost, name="proposal-cost-new"),
    path(f"{WORK}costs/<uuid:cost>/", proposal_work.proposal_cost, name="proposal-cost"),
    path(f"{WORK}letters/new/", proposal_work.proposal_letter, name="proposal-letter-new"),
    path(f"{WORK}letters/<uuid:letter>/", proposal_work.proposal_letter, name="proposal-letter"),
    path(f"{WORK}hand-in/", proposal_work.proposal_hand_in, name="proposal-hand-in"),
    path(f"{WORK}withdraw/", proposal_work.proposal_withdraw, name="proposal-withdraw"),
    path(f"{WORK}<slug:part>/", proposal_work.proposal_part, name="proposal-part"),
    path("staff/budget/", rounds.staff_list, name="staff-list"),
    path("staff/budget/new/", rounds.round_new, name="round-new"),
    path("staff/budget/new/<slug:step>/", rounds.round_step, name="round-step"),
    path(STAFF, rounds.round_staff, name="round-staff"),
    path(f"{STAFF}edit/<slug:step>/", rounds.round_edit, name="round-edit"),
    path(f"{STAFF}ideas/new/", ideas.idea_staff_new, name="idea-staff-new"),
    path(f"{STAFF}ideas/meeting/", ideas.idea_meeting, name="idea-meeting"),
    path(f"{PROPOSAL}answer/", answers.answer_detail, name="answer-detail"),
    path(f"{PROPOSAL}answer/<uuid:signed>/", answers.answer_letter, name="answer-letter"),
    path(f"{PROPOSAL}reply/", answers.answer_reply, name="answer-reply"),
    path(f"{PROPOSAL}reasons/", answers.reasons_ask, name="reasons-ask"),
    path(f"{PROPOSAL}reasons/letter/", answers.reasons_letter, name="reasons-letter"),
    path(f"{STAFF}decisions/", decisions.decision_list, name="decision-list"),
    path(DECISION, decisions.decision_write, name="decision-write"),
    path(f"{DECISION}sign/", decisions.decision_sign, name="decision-sign"),
    path(f"{DECISION}college/", decisions.decision_college, name="decision-college"),
    path(f"{DECISION}college/pdf/", decisions.decision_college_pdf, name="decision-college-pdf"),
    path("staff/budget/authority/", authority.authority_start, name="authority-start"),
    path("staff/budget/ideas/<uuid:pk>/remark/", remarks.idea_remark, name="idea-remark"),
    path(f"{STAFF_PROPOSAL}remark/", remarks.proposal_remark, name="proposal-remark"),
    path("budget/remarks/<uuid:pk>/answer/", remarks.remark_answer, name="remark-answer"),
    path("budget/remarks/<str:token>/", remarks.remark_reply, name="remark-reply"),
    path(f"{STAFF_PROPOSAL}checks/", checks.check_list, name="check-list"),
    path("staff/budget/checks/<uuid:pk>/", checks.check_edit, name="check-edit"),
    path("staff/budget/checks/<uuid:pk>/answer/", checks.check_note, name="check-note"),
    path("budget/checks/<str:token>/", checks.check_answer, name="check-answer"),
    path(
        "budget/proposals/<uuid:pk>/checks/<uuid:check>/", checks.check_repair, name="check-repair"
    ),
    *VOTE,
]
