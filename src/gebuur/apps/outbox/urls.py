from django.urls import path

from gebuur.apps.outbox.views import code, desk

app_name = "outbox"
urlpatterns = [
    path("code/", code.code, name="code"),
    path("desk/phone/", desk.calls, name="calls"),
    path("desk/phone/<uuid:pk>/done/", desk.call_done, name="call-done"),
    path("desk/phone/<uuid:pk>/again/", desk.call_again, name="call-again"),
    path("desk/messages/", desk.message_list, name="messages"),
    path("desk/messages/<uuid:pk>/done/", desk.message_done, name="message-done"),
    path("desk/messages/<uuid:pk>/phone/", desk.message_phone, name="message-phone"),
]
