from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    name = "gebuur.apps.workshops"
    label = "workshops"
