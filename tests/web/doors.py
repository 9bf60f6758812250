"""Who may open which address."""

# open: everybody. link: everybody who holds its link. person: who signed in and is known here. account:
# who signed in. staff, coordinator: with a second factor. writer: the professional who wrote it.
# rosa, volunteer, key: whose thing it is. group: members and who stands beside; member, beside: one of the two.
# authority: who speaks for the local authority; nobody here does. asker: who names services, authority or coordinator.
# giver: who gave it, and staff who has her on the phone.
# group: who is in the group, here Rosa; others see nothing of it.
# seat: who sits in the room of a workshop; nobody here does, tests/apps/workshops try it from inside.
# library: allauth's own locks, seen never to break. wall: nobody in this installation.
BY_KIND = {
    "open": """
        home place-choose street me call invitation set_language livez readyz robots
        account_login account_request_login_code account_confirm_login_code account_logout account_inactive
        care:ask care:ask-done care:ask-lines care:ask-red care:ask-step care:call-me care:board care:board-answer
        volunteers:offer-start volunteers:offer-from volunteers:offer-done volunteers:offer-step
        reflection:voice-answer reflection:voice-done
        outbox:code boundaries:helplines boundaries:what-neighbours-do reflection:player-worker
        workshops:join initiatives:frame-sheet initiatives:public-feed
        initiatives:initiative-list initiatives:initiative-new initiatives:initiative-step
        initiatives:initiative-begun initiatives:initiative-detail initiatives:member-new initiatives:member-asked
        budget:round-list budget:round-detail budget:frame-detail budget:frame-pdf
        budget:result-detail budget:result-mine budget:result-file budget:result-poster
        budget:idea-list budget:idea-new budget:idea-sheet budget:idea-detail budget:idea-back
        budget:answer-detail budget:answer-letter
        budget:proposal-list budget:proposal-mine budget:proposal-new budget:proposal-detail
        budget:proposal-version budget:proposal-pdf budget:proposal-plain
        budget:ballot-cast budget:ballot-arrived budget:ballot-door
        budget:realised budget:picture-show budget:look-back budget:look-back-sheet
    """,
    "seat": """
        workshops:room workshops:room-state workshops:room-intention
        initiatives:charge-answer
    """,
    "person": "privacy:mine my-file my-export",
    "volunteer": """
        volunteers:offer-mine volunteers:offer-change-mine volunteers:file-mine volunteers:paper-mine care:leave-mine
    """,
    "account": "accounts:second-factor",
    "library": """
        account_reauthenticate
        mfa_activate_totp mfa_add_webauthn mfa_authenticate mfa_deactivate_totp mfa_download_recovery_codes
        mfa_edit_webauthn mfa_generate_recovery_codes mfa_index mfa_list_webauthn mfa_login_webauthn
        mfa_reauthenticate mfa_reauthenticate_webauthn mfa_remove_webauthn mfa_view_recovery_codes
    """,
    "rosa": "consent-withdraw budget:frame-sign",
    "group": """
        initiatives:support-list initiatives:support-end initiatives:support-longer initiatives:support-agree
        initiatives:style-seen initiatives:promise-detail initiatives:phase-list initiatives:phase-new
        initiatives:member-list initiatives:decision-list initiatives:decision-detail initiatives:board
        initiatives:activity-list initiatives:activity-detail initiatives:activity-sheet initiatives:task-list
        bridge-list bridge-detail
    """,
    "member": """
        initiatives:support-ask initiatives:support-answer initiatives:advice-new initiatives:phase-contest
        initiatives:initiative-edit initiatives:initiative-hide initiatives:initiative-show
        initiatives:member-detail initiatives:member-answer initiatives:member-vouch
        initiatives:member-trust initiatives:member-leave initiatives:charge-offer
        initiatives:decision-new initiatives:decision-change initiatives:decision-withdraw initiatives:agreement-new
        initiatives:agreement-review initiatives:board-notice initiatives:post-hide initiatives:sleep-answer
        initiatives:closing initiatives:closing-ask initiatives:ask-back initiatives:reopen
        initiatives:archive initiatives:archive-file initiatives:wipe
        initiatives:activity-new initiatives:activity-edit
        initiatives:activity-call-off initiatives:activity-hold initiatives:activity-take
        initiatives:feed-new initiatives:task-press
        initiatives:money-book initiatives:money-file initiatives:money-undo bridge-new initiatives:seat-leave
        budget:answer-reply budget:reasons-ask budget:reasons-letter
        budget:check-repair
        budget:proposal-work budget:proposal-draft budget:proposal-part budget:proposal-cost-new budget:proposal-cost
        budget:proposal-letter-new budget:proposal-letter budget:proposal-hand-in budget:proposal-withdraw
        budget:realising-detail budget:realising-done budget:milestone-new budget:milestone-edit budget:milestone-done
        budget:effect-new budget:effect-count budget:picture-new budget:picture-remove
    """,
    "beside": "initiatives:promise-new initiatives:promise-announce",
    "authority": "budget:idea-remark budget:proposal-remark budget:decision-keep",
    "asker": "budget:check-edit",
    "giver": "budget:idea-withdraw budget:idea-merge budget:idea-merge-answer budget:idea-split budget:remark-answer",
    "wall": "setup demo demo-outbox design security-txt",
    "link": """
        care:answer care:confirm care:visit care:feedback care:mine care:card care:card-pdf
        volunteers:file-link volunteers:paper-link
        volunteers:offer-link volunteers:offer-change-link
        volunteers:check-in care:leave volunteers:small-answer boundaries:reply
        my-data my-data-file boundaries:mediation-mine
        workshops:door
        initiatives:door initiatives:feed bridge-door budget:remark-reply budget:check-answer
        initiatives:door initiatives:feed bridge-door budget:merge-answer
    """,
    "staff": """
        initiatives:support-mine initiatives:support-new
        bridge-staff-list bridge-staff-new bridge-staff connect mirror:flows mirror:flows-csv
        desk person-detail person-export person-file person-link person-consent volunteers:apart
        hand-over-request message-letter message-pile message-read
        boundaries:concern-detail boundaries:concern-list
        boundaries:hand-over-answer boundaries:hand-over-detail boundaries:hand-over-letter
        boundaries:hand-over-list boundaries:hand-over-mail boundaries:hand-over-new boundaries:hand-over-withdraw
        boundaries:helpline-list boundaries:task-list
        boundaries:tension-list boundaries:tension-new boundaries:tension-undo
        boundaries:mediation-list boundaries:mediation-new
        care:desk-card care:desk-card-pdf
        care:intake care:intake-call care:intake-call-back care:intake-drop care:intake-finish
        care:intake-hand-over care:intake-light care:intake-park care:intake-rank care:intake-save
        care:intake-search
        care:leave-staff care:match-end care:proposal-answer care:proposal-confirm care:proposal-skip
        care:request-ask care:request-board care:request-choose care:request-clear care:request-detail care:request-stop
        care:request-swap
        care:visit-call-off care:visit-feedback care:visit-outcome care:visit-worry care:visits care:waiting
        care:week care:week-ask-all care:week-make care:week-pair-ask care:week-pair-leave care:week-pair-swap
        care:week-print
        mirror:ownership mirror:ownership-csv
        mirror:staying mirror:staying-file mirror:fairness mirror:fairness-csv mirror:frontier mirror:turn
        neighbourhood:person-list neighbourhood:person-new person-edit spelling-list spelling-decide
        outbox:call-again outbox:call-done outbox:calls outbox:message-done outbox:message-phone outbox:messages
        privacy:sights
        framing:frame-list framing:source-list reflection:entry-list reflection:entry-new
        reflection:over-time
        reflection:voice-list reflection:voice-new reflection:voice-detail reflection:voice-type
        reflection:voice-paper reflection:voice-pdf reflection:voice-close reflection:voice-delete
        reflection:voice-line-hide
        reflection:pulse-list reflection:pulse-new reflection:pulse-detail reflection:pulse-show
        reflection:case-list reflection:case-new reflection:case-detail reflection:case-play reflection:case-cards
        reflection:case-edit reflection:case-withdraw
        care:never-asked care:first-task care:first-task-phoned care:first-task-contact care:demand care:flyer-new
        volunteers:flyer volunteers:flyer-pdf
        volunteers:small-task-list volunteers:small-task-new volunteers:small-task-detail volunteers:small-task-edit
        volunteers:small-task-ask volunteers:small-task-close volunteers:small-ask-note
        volunteers:offer-list volunteers:offer-detail volunteers:offer-edit volunteers:offer-new
        volunteers:legal-file volunteers:legal-paper volunteers:legal-list volunteers:legal-text
        volunteers:legal-text-pdf
        volunteers:allowance-list volunteers:allowance-ledger volunteers:allowance-ceilings volunteers:allowance-file
        volunteers:check-in-list volunteers:check-in-note volunteers:thank volunteers:thank-card
        workshops:workshop-list workshops:workshop-new workshops:workshop-detail workshops:workshop-edit
        workshops:workshop-copy workshops:workshop-put-away workshops:workshop-print
        workshops:ready-detail workshops:ready-print workshops:ready-copy
        workshops:block-new workshops:block-edit workshops:block-move workshops:block-copy workshops:block-remove
        workshops:session-new workshops:session-ready workshops:session-detail workshops:session-screen
        workshops:session-move workshops:session-close workshops:session-pause workshops:session-hide
        workshops:session-end workshops:session-list workshops:session-report workshops:session-pdf
        workshops:session-delete
        workshops:note-add workshops:note-edit workshops:note-remove workshops:note-look-back
        initiatives:staff-list initiatives:staff-new initiatives:staff-join initiatives:staff-phone
        initiatives:staff-send initiatives:staff-know
        budget:staff-list budget:round-staff budget:idea-staff-new budget:idea-meeting
        budget:decision-list budget:decision-write budget:decision-sign
        budget:decision-college budget:decision-college-pdf
        budget:authority-start budget:check-list budget:check-note
        budget:vote-staff budget:vote-poster budget:vote-paper budget:roll-list budget:roll-new budget:roll-entry
        budget:paper-list budget:paper-new budget:paper-again
        budget:look-back-hide
        budget:staff-list budget:round-staff budget:idea-staff-new budget:idea-meeting budget:rehearsal
        budget:wall-list budget:wall-picture budget:wall-delete
    """,
    "writer": """
        reflection:entry-detail reflection:entry-delete reflection:entry-file reflection:entry-pdf
        reflection:entry-step reflection:entry-lens reflection:entry-share reflection:share-withdraw
        reflection:intention-look-back
        reflection:voice-own reflection:voice-own-show
        initiatives:support-withdraw initiatives:advice-answer
    """,
    "coordinator": """
        mirror:turn-approve mirror:turn-hand
        volunteers:import-new volunteers:import-map volunteers:import-check volunteers:import-undo
        volunteers:import-template volunteers:legal-rules
        person-erase member-invite member-give neighbourhood:member-list neighbourhood:member-end
        mirror:change-new mirror:change-end
        boundaries:helpline-edit boundaries:task-edit boundaries:task-reset
        framing:frame-edit framing:frame-reset
        budget:round-new budget:round-step budget:round-edit
        budget:roll-import budget:roll-known budget:roll-letters budget:roll-edit
        budget:round-new budget:round-step budget:round-edit budget:count-staff
        budget:round-new budget:round-step budget:round-edit budget:look
    """,
}
DOORS = {name: kind for kind, names in BY_KIND.items() for name in names.split()}
# Pages that answer 404 when nothing of theirs was pressed.
NEEDS_A_PRESS = {
    "care:request-swap",
    "care:visit-outcome",
    "initiatives:activity-take",
    "volunteers:apart",
    "workshops:session-hide",
}
# What each kind of door answers to a role: opened, "login", "lock" (second factor), or "wall" (404).
ROLES = (
    "visitor",
    "neighbour",
    "volunteer",
    "once",
    "former",
    "operator",
    "professional",
    "coordinator",
)
ANSWERS: dict[str, tuple[str, ...]] = {
    "open": ("open",) * 8,
    "person": ("login", "open", "open", "open", "open", "wall", "open", "open"),
    "account": ("login", "open", "open", "open", "open", "open", "open", "open"),
    "staff": ("login", "wall", "wall", "lock", "wall", "wall", "open", "open"),
    "writer": ("login", "wall", "wall", "lock", "wall", "wall", "open", "wall"),
    "coordinator": ("login", "wall", "wall", "wall", "wall", "wall", "wall", "open"),
    "library": ("any",) * 8,
    "volunteer": ("login", "wall", "open", "wall", "wall", "wall", "wall", "wall"),
    "link": ("open",) * 8,
    "rosa": ("login", "open", "wall", "wall", "wall", "wall", "wall", "wall"),
    "giver": ("wall", "open", "wall", "open", "wall", "wall", "open", "open"),
    "authority": ("login", "wall", "wall", "lock", "wall", "wall", "wall", "wall"),
    "asker": ("login", "wall", "wall", "lock", "wall", "wall", "wall", "open"),
    "wall": ("wall",) * 8,
    "seat": ("wall",) * 8,
    # The group of the table was begun by the neighbour, and the professional stands beside it.
    "group": ("wall", "open", "wall", "wall", "wall", "wall", "open", "wall"),
    "member": ("wall", "open", "wall", "wall", "wall", "wall", "wall", "wall"),
    "beside": ("wall", "wall", "wall", "wall", "wall", "wall", "open", "wall"),
}
