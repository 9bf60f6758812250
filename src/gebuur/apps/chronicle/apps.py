from django.apps import AppConfig


class ChronicleConfig(AppConfig):
    name = "gebuur.apps.chronicle"
    label = "chronicle"
