from django.apps import AppConfig


class NeighbourhoodConfig(AppConfig):
    name = "gebuur.apps.neighbourhood"
    label = "neighbourhood"
