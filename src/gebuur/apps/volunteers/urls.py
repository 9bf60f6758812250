from django.urls import path

from gebuur.apps.volunteers.views import (
    check_ins,
    flyers,
    imports,
    offer,
    small_answer,
    small_tasks,
    staff,
    thanks,
)

app_name = "volunteers"
urlpatterns = [
    # What a resident opens: no account needed.
    path("offer/", offer.offer_start, name="offer-start"),
    path("offer/from/<slug:code>/", flyers.offer_from, name="offer-from"),
    path("offer/done/", offer.offer_done, name="offer-done"),
    path("offer/mine/", offer.offer_mine, name="offer-mine"),
    path("offer/<slug:step>/", offer.offer_step, name="offer-step"),
    path("l/offer/<str:token>/", offer.offer_link, name="offer-link"),
    path("l/small/<str:token>/", small_answer.small_answer, name="small-answer"),
    path("l/going/<str:token>/", check_ins.check_in, name="check-in"),
    # What staff opens.
    path("staff/offers/", staff.offer_list, name="offer-list"),
    path("staff/offers/<uuid:pk>/", staff.offer_detail, name="offer-detail"),
    path("staff/offers/<uuid:pk>/edit/", staff.offer_edit, name="offer-edit"),
    path("staff/offers/<uuid:pk>/thank/", thanks.thank, name="thank"),
    path("staff/thanks/<uuid:pk>/", thanks.thank_card, name="thank-card"),
    path("staff/going/", check_ins.check_in_list, name="check-in-list"),
    path("staff/going/<uuid:pk>/", check_ins.check_in_note, name="check-in-note"),
    path("staff/people/<uuid:pk>/offer/", staff.offer_new, name="offer-new"),
    path("staff/people/<uuid:pk>/apart/", staff.apart, name="apart"),
    path("staff/flyers/<uuid:pk>/", flyers.flyer, name="flyer"),
    path("staff/flyers/<uuid:pk>/pdf/", flyers.flyer_pdf, name="flyer-pdf"),
    path("staff/small/", small_tasks.small_task_list, name="small-task-list"),
    path("staff/small/new/", small_tasks.small_task_new, name="small-task-new"),
    path("staff/small/<uuid:pk>/", small_tasks.small_task_detail, name="small-task-detail"),
    path("staff/small/<uuid:pk>/edit/", small_tasks.small_task_edit, name="small-task-edit"),
    path("staff/small/<uuid:pk>/ask/", small_tasks.small_task_ask, name="small-task-ask"),
    path("staff/small/<uuid:pk>/close/", small_tasks.small_task_close, name="small-task-close"),
    path("staff/small-asks/<uuid:pk>/", small_tasks.small_ask_note, name="small-ask-note"),
    path("staff/lists/", imports.import_new, name="import-new"),
    path("staff/lists/empty/<slug:kind>/", imports.import_template, name="import-template"),
    path("staff/lists/<uuid:pk>/columns/", imports.import_map, name="import-map"),
    path("staff/lists/<uuid:pk>/", imports.import_check, name="import-check"),
    path("staff/lists/<uuid:pk>/undo/", imports.import_undo, name="import-undo"),
]
