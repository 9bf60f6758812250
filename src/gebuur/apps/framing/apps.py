from django.apps import AppConfig


class FramingConfig(AppConfig):
    name = "gebuur.apps.framing"
    label = "framing"
