"""Two editors on one form: the second is shown both texts, and nothing of either is lost."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django import forms
from django.contrib.admin.utils import unquote
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, QueryDict

from hearings.admin.pages import show_kept
from hearings.diffs import Piece, word_diff

MESSAGE = (
    "Somebody else saved this while you were editing. Nothing of yours was saved yet. Both texts stand side by side "
    "here; the form holds yours. Put together in it what is right, then save again."
)
JUDGED_AGAIN = 9  # times, before an error of the database is let through
GONE = "It was deleted while you were editing, so nothing could be saved. What you typed stands below, to copy."


class Difference(NamedTuple):
    """A field that stands otherwise in the database than in the form."""

    label: str
    theirs: str
    mine: str
    pieces: list[Piece]


class GuardedForm(forms.ModelForm):
    """A form that knows which revision of its record it was filled from, and saves over no other one."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    conflict: list[Difference] | None = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["revision"] = self.instance.revision

    def clean(self):
        super().clean()
        if self.instance.pk is None:
            return
        saved = type(self.instance)._base_manager.select_for_update().get(pk=self.instance.pk)
        if self.cleaned_data.get("revision") == saved.revision:
            self.instance.revision = saved.revision + 1
            return
        self.conflict = differences(self, type(self)(instance=saved))
        self.data = self.data.copy()
        self.data[self.add_prefix("revision")] = str(saved.revision)
        self.add_error(None, MESSAGE)


class Guarded:
    """For an admin whose form is a GuardedForm: the row is locked before it is read to be saved."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Where somebody else took an address between the check and the save, what was sent is judged again."""
        for _ in range(JUDGED_AGAIN if request.method == "POST" else 0):
            try:
                return self.locked_changeform_view(request, object_id, form_url, extra_context)
            except IntegrityError:
                for upload in request.FILES.values():
                    upload.seek(0)
        return self.locked_changeform_view(request, object_id, form_url, extra_context)

    def locked_changeform_view(self, request, object_id, form_url, extra_context):
        if request.method != "POST" or object_id is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            record = self.get_object(request, unquote(object_id))
            record = record and self.model._base_manager.select_for_update().filter(pk=record.pk).first()
            if record is None and self.has_view_or_change_permission(request):
                return show_kept(request, self, title="It was deleted", sentence=GONE, status=404)
            kept = record and self.kept_instead(request, record)
            return kept or super().changeform_view(request, object_id, form_url, extra_context)

    def kept_instead(self, request: HttpRequest, record) -> HttpResponse | None:
        """The page that answers where the form cannot be saved at all any more; None: it can."""

    def get_formset_kwargs(self, request, obj, inline, prefix):
        options = super().get_formset_kwargs(request, obj, inline, prefix)
        if "data" in options and obj.pk:
            saved = {str(pk) for pk in options["queryset"].filter(**of(inline, obj)).values_list("pk", flat=True)}
            options["data"], options["files"] = revive(options["data"], options["files"], prefix, saved)
        return options

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        form = context["adminform"].form
        if getattr(form, "conflict", None) is not None:
            for inline in context["inline_admin_formsets"]:
                if inline.has_change_permission:
                    form.conflict.extend(row_differences(inline.formset, inline.opts.verbose_name.capitalize()))
        if context["errors"]:
            context["chosen_again"] = [upload.name for upload in request.FILES.values()]
        return super().render_change_form(request, context, add, change, form_url, obj)


def of(inline, record) -> dict:
    """The condition under which a row of `inline` belongs to `record`."""
    keys = [field.name for field in inline.model._meta.fields if field.related_model is type(record)]
    return {inline.fk_name or keys[0]: record}


def revive(data: QueryDict, files, prefix: str, saved: set[str]):
    """Rows that somebody else removed meanwhile become new rows at the end, so that saving again can bring them back.

    Rows that were to be removed anyway are left out. Where no row is missing, `data` and `files` stay as they are.
    """
    name = re.compile(rf"{re.escape(prefix)}-(\d+)-(.+)")
    total, kept = data.get(f"{prefix}-TOTAL_FORMS", ""), data.get(f"{prefix}-INITIAL_FORMS", "")
    if not (total.isdecimal() and kept.isdecimal()):
        return data, files
    numbers = sorted({int(match[1]) for match in map(name.fullmatch, data) if match})
    lost = [at for at in numbers if at < int(kept) and data.get(f"{prefix}-{at}-id", "") not in saved]
    if not lost:
        return data, files
    stay = [at for at in numbers if at not in lost]
    order = [*stay, *(at for at in lost if f"{prefix}-{at}-DELETE" not in data)]
    places = {old: new for new, old in enumerate(order)}
    data, files = (_renumbered(sent, name, prefix, places) for sent in (data, files))
    for at in lost:
        if at in places:
            data[f"{prefix}-{places[at]}-id"] = ""
    data[f"{prefix}-TOTAL_FORMS"], data[f"{prefix}-INITIAL_FORMS"] = str(len(order)), str(int(kept) - len(lost))
    return data, files


def _renumbered(sent, name: re.Pattern, prefix: str, places: dict[int, int]):
    made = sent.copy()
    for key in [key for key in sent if name.fullmatch(key)]:
        del made[key]
    for key in sent:
        match = name.fullmatch(key)
        if match and int(match[1]) in places:
            made.setlist(f"{prefix}-{places[int(match[1])]}-{match[2]}", sent.getlist(key))
    return made


def differences(mine: forms.ModelForm, theirs: forms.ModelForm, label: str = "") -> list[Difference]:
    """Every field that stands otherwise in the form `theirs`, filled from the database, than in the bound `mine`."""
    found = []
    for name, field in mine.fields.items():
        left_alone = field.show_hidden_initial and name not in mine.changed_data
        if name not in theirs.initial or mine[name].is_hidden or left_alone:
            continue
        old, new = in_words(theirs[name]), in_words(mine[name])
        if old != new:
            found.append(Difference(f"{label}{field.label}", old, new, word_diff(old, new)))
    return found


def row_differences(formset, noun: str) -> Iterator[Difference]:
    """What stands otherwise in the rows below a form than in the database; `noun` is what a row is."""
    saved = {row.pk: row for row in formset.queryset.all()}
    for row in formset.initial_forms:
        fresh = saved.pop(row.instance.pk, None)
        if fresh:
            yield from differences(row, formset.form(instance=fresh), f"{noun} “{fresh}”: ")
    for fresh in saved.values():
        yield Difference(f"{noun}, new", str(fresh), "Not in your form. It stays when you save.", [])
    for row in formset.extra_forms:
        if row.has_changed():
            fields = [row[name] for name in row.fields if not row[name].is_hidden]
            words = [in_words(one) for one in fields if not isinstance(one.field, forms.BooleanField)]
            yield Difference(f"{noun}, new", "Not there.", ", ".join(filter(None, words)), [])


def in_words(field: forms.BoundField) -> str:
    """What a field holds, as a person reads it."""
    value = field.value()
    if isinstance(field.field, forms.ModelChoiceField):
        values = value if isinstance(value, list | tuple) else [value]
        pks = [str(getattr(one, "pk", one)) for one in values if one]
        pks = [pk for pk in pks if pk.isascii() and pk.isdecimal() and len(pk) < 19]
        return ", ".join(str(row) for row in field.field.queryset.filter(pk__in=pks))
    if isinstance(field.field, forms.ChoiceField):
        return str(dict(field.field.choices).get(value, value))
    if isinstance(field.field, forms.BooleanField):
        return "Yes" if field.field.to_python(value) else "No"
    return words_of(field, value)


def words_of(field: forms.BoundField, value) -> str:
    """A value as the control of its field shows it, whether it was typed or comes from the database."""
    shown = field.field.widget.format_value(field.field.prepare_value(value)) if value is not None else ""
    return str(shown if shown is not None else "").replace("\r\n", "\n").strip()
