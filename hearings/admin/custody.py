"""The custody of image files, to be looked at: what was done with each, by whom and when."""

from django.contrib import admin

from hearings.admin.history import LookOnly
from hearings.models import CustodyEvent


@admin.register(CustodyEvent)
class CustodyEventAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["at", "action", "file", "record", "by", "note"]
    list_filter = [("action", admin.ChoicesFieldListFilter), "at"]
    list_select_related = ["by"]
    search_fields = ["file", "record", "note"]
    search_help_text = "The SHA-256 of a file, the id of an exhibit, or a word of the note"
    fields = ["at", "action", "file", "record", "by", "note", "outputs", "tools"]
    readonly_fields = fields
