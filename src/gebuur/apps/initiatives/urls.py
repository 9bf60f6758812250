from django.urls import path

from gebuur.apps.initiatives.views import activities, feeds, groups, money, tasks

app_name = "initiatives"
urlpatterns = [
    path("initiatives/", groups.initiative_list, name="initiative-list"),
    path("initiatives/<uuid:pk>/", groups.initiative_detail, name="initiative-detail"),
    path("l/group/<str:token>/", groups.door, name="door"),
    path("initiatives/<uuid:pk>/dates/", activities.activity_list, name="activity-list"),
    path("initiatives/<uuid:pk>/dates/new/", activities.activity_new, name="activity-new"),
    path("initiatives/<uuid:pk>/dates/sheet/", activities.activity_sheet, name="activity-sheet"),
    path("initiatives/<uuid:pk>/dates/calendar/", feeds.feed_new, name="feed-new"),
    path(
        "initiatives/<uuid:pk>/dates/<uuid:activity>/",
        activities.activity_detail,
        name="activity-detail",
    ),
    path(
        "initiatives/<uuid:pk>/dates/<uuid:activity>/edit/",
        activities.activity_edit,
        name="activity-edit",
    ),
    path(
        "initiatives/<uuid:pk>/dates/<uuid:activity>/call-off/",
        activities.activity_call_off,
        name="activity-call-off",
    ),
    path(
        "initiatives/<uuid:pk>/dates/<uuid:activity>/held/",
        activities.activity_hold,
        name="activity-hold",
    ),
    path(
        "initiatives/<uuid:pk>/dates/<uuid:activity>/place/",
        activities.activity_take,
        name="activity-take",
    ),
    path("initiatives/<uuid:pk>/dates.ics", feeds.public_feed, name="public-feed"),
    path("calendar/<str:token>.ics", feeds.feed, name="feed"),
    path("initiatives/<uuid:pk>/tasks/", tasks.task_list, name="task-list"),
    path("initiatives/<uuid:pk>/tasks/<uuid:task>/", tasks.task_press, name="task-press"),
    path("initiatives/<uuid:pk>/money/", money.money_book, name="money-book"),
    path("initiatives/<uuid:pk>/money/file/", money.money_file, name="money-file"),
    path("initiatives/<uuid:pk>/money/<uuid:line>/undo/", money.money_undo, name="money-undo"),
]
