from django.apps import AppConfig


class ReflectionConfig(AppConfig):
    name = "gebuur.apps.reflection"
    label = "reflection"
