from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "gebuur.apps.initiatives"
    label = "initiatives"
