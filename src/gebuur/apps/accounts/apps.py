from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "gebuur.apps.accounts"
    label = "accounts"
