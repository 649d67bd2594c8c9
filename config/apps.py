"""The admin under our own site class."""

from django.contrib.admin.apps import AdminConfig as StockAdminConfig


class AdminConfig(StockAdminConfig):
    default_site = "hearings.admin.record_site.record_site"
