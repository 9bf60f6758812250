from django.apps import AppConfig


class VolunteersConfig(AppConfig):
    name = "gebuur.apps.volunteers"
    label = "volunteers"
