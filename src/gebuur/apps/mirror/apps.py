from django.apps import AppConfig


class MirrorConfig(AppConfig):
    name = "gebuur.apps.mirror"
    label = "mirror"
