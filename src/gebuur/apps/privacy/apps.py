from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "gebuur.apps.privacy"
    label = "privacy"
