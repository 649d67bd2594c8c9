"""Permalinks pasted into a search box of the admin: however they were copied, they lead to the record's form."""

import re

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.views.main import SEARCH_VAR
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from hearings.admin.pages import back_to
from hearings.ids import PATTERN
from hearings.models import Appearance, Body, Correction, Exhibit, Hearing, Quote, Topic, Transcript, Turn
from witnesses.models import Witness

NOT_FOUND = "Nothing in the record has this address or id. Check that it was copied whole."
NOT_YOURS = "Your account may not open what stands at this address. Ask an administrator."
ROOTS = "q|x|h|t|transcripts|corrections|hearings|witnesses|bodies|topics|statements"
PATH = re.compile(rf"(?:^|/)((?:{ROOTS})/[^\s?#]+)(?:\S*#([qxt])-({PATTERN})$)?", re.IGNORECASE)
WRAPPING = " \t\r\n<>()[]“”‘’\"'.,;"
BY_ID = (Quote, Exhibit, Hearing, Transcript, Turn, Correction)
BY_SLUG = {
    "hearings:hearing": Hearing,
    "hearings:transcript": Hearing,
    "hearings:body": Body,
    "hearings:topic": Topic,
    "witnesses:witness": Witness,
    "witnesses:portrait": Witness,
}


def is_permalink(text: str) -> bool:
    """Whether `text` is an address of this kind of site, or an id, and no words to search for."""
    text = text.strip(WRAPPING)
    if re.search(r"\s", text):
        return False
    return bool(re.match(r"https?://|/", text) or PATH.search(text) or re.fullmatch(PATTERN, text))


def find(text: str) -> Model | None:
    """The record, person, body or topic whose permalink, former address or id `text` is, whatever its state."""
    text = text.strip(WRAPPING)
    if re.fullmatch(PATTERN, text):
        return find_by_id(text)
    match = PATH.search(text)
    if not match:
        return None
    path, _, anchored = match.groups()
    path = path if path.endswith((".jpg", ".webp", ".avif", ".pdf", ".json")) else f"{path.rstrip('/')}/"
    return (find_by_id(anchored) if anchored else None) or find_at(f"/{path}") or find_at(f"/{path.lower()}")


def find_by_id(public_id: str) -> Model | None:
    rows = (model.objects.filter(public_id=public_id).first() for model in BY_ID)
    return next((row for row in rows if row), None)


def find_at(path: str) -> Model | None:
    """What the public address leads to, found by the site's own table of addresses."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    if "public_id" in match.kwargs:
        return find_by_id(match.kwargs["public_id"])
    if match.view_name == "hearings:statement":
        row = Appearance.objects.filter(pk=match.kwargs["pk"]).select_related("hearing").first()
        return row.hearing if row else None
    model = BY_SLUG.get(match.view_name)
    return find_by_slug(model, match.kwargs["slug"]) if model else None


def find_by_slug(model: type[Model], slug: str) -> Model | None:
    row = model.objects.filter(slug=slug).first()
    if row is None and model in (Hearing, Witness):
        row = model.objects.filter(former_slugs__slug=slug).first()
    return row


def land(request: HttpRequest, text: str) -> HttpResponse | None:
    """The way to the form of what `text` leads to; where there is none, the person is told why."""
    record = find(text)
    if record is None:
        messages.warning(request, NOT_FOUND)
        return None
    if not admin.site.get_model_admin(type(record)).has_view_or_change_permission(request, record):
        messages.error(request, NOT_YOURS)
        return None
    return back_to(record)


class PermalinkSearch:
    """For an admin: its search box takes permalinks too."""

    def changelist_view(self, request, extra_context=None):
        text = request.GET.get(SEARCH_VAR, "")
        landed = land(request, text) if is_permalink(text) and IS_POPUP_VAR not in request.GET else None
        return landed or super().changelist_view(request, extra_context)
