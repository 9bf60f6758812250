from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "gebuur.apps.outbox"
    label = "outbox"
