"""The hearings app."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from hearings import checks


class HearingsConfig(AppConfig):
    name = "hearings"
    verbose_name = "Hearings"

    def ready(self):
        register(checks.check_files, Tags.security)
        register(checks.check_address, Tags.security, deploy=True)
        register(checks.check_contact, deploy=True)
