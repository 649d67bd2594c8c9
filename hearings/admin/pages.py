"""Small pages of the admin about one record."""

from collections.abc import Callable

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from hearings.actions.record import NotReady
from hearings.admin.kept import typed


def show(request: HttpRequest, record, template: str, context: dict, status: int = 200) -> HttpResponse:
    """A page of the admin about one record."""
    context = {**admin.site.each_context(request), "record": record, "opts": record._meta, **context}
    return TemplateResponse(request, f"admin/{template}", context, status=status)


def show_kept(
    request: HttpRequest, model_admin: admin.ModelAdmin, *, title: str, sentence: str, status: int, record=None
) -> HttpResponse:
    """Why a form cannot be saved any more, with everything that was typed into it."""
    rows = {inline.verbose_name or inline.model._meta.verbose_name: inline.model for inline in model_admin.inlines}
    words = typed(model_admin.model, rows, request.POST)
    context = {"title": title, "sentence": sentence, "words": words, "record": record, "opts": model_admin.opts}
    context = {**admin.site.each_context(request), **context}
    return TemplateResponse(request, "admin/kept.html", context, status=status)


def back_to(record) -> HttpResponse:
    return redirect(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", record.pk)


def attempt(request: HttpRequest, action: Callable[[], object], done: str | Callable[[], str]) -> bool:
    """Run an action; tell its refusal, or that it is done, and say whether it is."""
    try:
        action()
    except NotReady as refusal:
        for problem in refusal.problems:
            messages.error(request, problem)
        return False
    messages.success(request, done() if callable(done) else done)
    return True
