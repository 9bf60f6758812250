from django.urls import path

from gebuur.apps.workshops.views import agenda, blocks, ready

app_name = "workshops"
urlpatterns = [
    path("staff/workshops/", agenda.workshop_list, name="workshop-list"),
    path("staff/workshops/new/", agenda.workshop_new, name="workshop-new"),
    path("staff/workshops/ready/<slug:key>/", ready.ready_detail, name="ready-detail"),
    path("staff/workshops/ready/<slug:key>/print/", ready.ready_print, name="ready-print"),
    path("staff/workshops/ready/<slug:key>/copy/", ready.ready_copy, name="ready-copy"),
    path("staff/workshops/<uuid:pk>/", agenda.workshop_detail, name="workshop-detail"),
    path("staff/workshops/<uuid:pk>/edit/", agenda.workshop_edit, name="workshop-edit"),
    path("staff/workshops/<uuid:pk>/copy/", agenda.workshop_copy, name="workshop-copy"),
    path("staff/workshops/<uuid:pk>/put-away/", agenda.workshop_put_away, name="workshop-put-away"),
    path("staff/workshops/<uuid:pk>/print/", agenda.workshop_print, name="workshop-print"),
    path("staff/workshops/<uuid:pk>/blocks/new/", blocks.block_new, name="block-new"),
    path("staff/workshops/blocks/<uuid:pk>/", blocks.block_edit, name="block-edit"),
    path("staff/workshops/blocks/<uuid:pk>/move/", blocks.block_move, name="block-move"),
    path("staff/workshops/blocks/<uuid:pk>/copy/", blocks.block_copy, name="block-copy"),
    path("staff/workshops/blocks/<uuid:pk>/remove/", blocks.block_remove, name="block-remove"),
]
