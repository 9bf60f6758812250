from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "gebuur.core"
    label = "core"
