from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "gebuur.apps.care"
    label = "care"
