"""The addresses of API v1. None of them ends in a slash but its own page of documentation."""

from django.urls import path, re_path

import hearings.converters  # noqa: F401  registers the forms of parameters
from hearings.api import check, documentation, records, search

app_name = "api"
LISTS = ("hearings", "quotes", "turns", "exhibits", "corrections", "witnesses")
RECORDS = {
    "hearings": "hearing",
    "quotes": "quote",
    "turns": "turn",
    "exhibits": "exhibit",
    "corrections": "correction",
}

urlpatterns = [
    path("", documentation.documentation, name="documentation"),
    path("openapi.json", documentation.openapi, name="openapi"),
    *(path(noun, records.listing, {"noun": noun}, name=noun) for noun in LISTS),
    *(
        path(f"{noun}/<public_id:public_id>", records.record, {"noun": noun}, name=kind)
        for noun, kind in RECORDS.items()
    ),
    path("<noun:noun>/<public_id:public_id>/versions", records.versions, name="versions"),
    path("<noun:noun>/<public_id:public_id>/versions/<version:number>", records.version, name="version"),
    path("witnesses/<slug:slug>", records.witness, name="witness"),
    path("references", records.references, name="references"),
    path("search", search.search_words, name="search"),
    path("check", check.check_text, name="check"),
    re_path(r"^(?P<rest>[\s\S]+)\Z", records.unknown, name="unknown"),
]
