"""The admin site."""

from django.contrib import admin


class RecordAdminSite(admin.AdminSite):
    site_header = site_title = "Hearings Record"
