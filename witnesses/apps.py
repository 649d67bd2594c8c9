"""The people app."""

from django.apps import AppConfig


class WitnessesConfig(AppConfig):
    name = "witnesses"
    verbose_name = "People"
