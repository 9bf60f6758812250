from django.apps import AppConfig


class BoundariesConfig(AppConfig):
    name = "gebuur.apps.boundaries"
    label = "boundaries"
