from django.urls import URLPattern, path

from gebuur.apps.boundaries.views import (
    catalogue,
    concerns,
    hand_overs,
    mediations,
    public,
    reply,
    tensions,
)

app_name = "boundaries"
urlpatterns: list[URLPattern] = [
    path("numbers/", public.helplines, name="helplines"),
    path("what-neighbours-do/", public.what_neighbours_do, name="what-neighbours-do"),
    path("l/reply/<str:token>/", reply.reply, name="reply"),
    path("l/your-page/<str:token>/", mediations.mediation_mine, name="mediation-mine"),
    path("staff/tasks/", catalogue.task_list, name="task-list"),
    path("staff/tasks/<slug:key>/", catalogue.task_edit, name="task-edit"),
    path("staff/tasks/<slug:key>/reset/", catalogue.task_reset, name="task-reset"),
    path("staff/numbers/", catalogue.helpline_list, name="helpline-list"),
    path("staff/numbers/<slug:key>/", catalogue.helpline_edit, name="helpline-edit"),
    path("staff/hand-overs/", hand_overs.hand_over_list, name="hand-over-list"),
    path("staff/hand-overs/new/", hand_overs.hand_over_new, name="hand-over-new"),
    path("staff/hand-overs/<uuid:pk>/", hand_overs.hand_over_detail, name="hand-over-detail"),
    path("staff/hand-overs/<uuid:pk>/mail/", hand_overs.hand_over_mail, name="hand-over-mail"),
    path(
        "staff/hand-overs/<uuid:pk>/letter/", hand_overs.hand_over_letter, name="hand-over-letter"
    ),
    path(
        "staff/hand-overs/<uuid:pk>/answer/", hand_overs.hand_over_answer, name="hand-over-answer"
    ),
    path(
        "staff/hand-overs/<uuid:pk>/withdraw/",
        hand_overs.hand_over_withdraw,
        name="hand-over-withdraw",
    ),
    path("staff/concerns/", concerns.concern_list, name="concern-list"),
    path("staff/concerns/<uuid:pk>/", concerns.concern_detail, name="concern-detail"),
    path("staff/tensions/", tensions.tension_list, name="tension-list"),
    path("staff/tensions/new/", tensions.tension_new, name="tension-new"),
    path("staff/tensions/undo/", tensions.tension_undo, name="tension-undo"),
    path("staff/mediation/", mediations.mediation_list, name="mediation-list"),
    path("staff/mediation/new/", mediations.mediation_new, name="mediation-new"),
]
