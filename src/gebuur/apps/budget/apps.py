from django.apps import AppConfig


class BudgetConfig(AppConfig):
    name = "gebuur.apps.budget"
    label = "budget"
