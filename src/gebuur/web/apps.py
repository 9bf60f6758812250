from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "gebuur.web"
    label = "web"
