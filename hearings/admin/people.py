"""People as the record needs them: merged where one was entered twice, and never losing an address that was public."""

from django import forms
from django.contrib import admin, messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_POST

from hearings.actions.people import change_person_slug, may_merge, merge_people, undo_merge
from hearings.actions.record import NotReady
from hearings.admin.conflicts import Guarded, GuardedForm
from hearings.admin.moves import AddressForm, refuse
from hearings.admin.pages import attempt, back_to, show
from hearings.admin.publisher import PublicNeedsPublisher
from hearings.admin.search import PermalinkSearch
from hearings.models import PublishedAddress
from witnesses.admin import WitnessAdmin, WitnessForm
from witnesses.models import Witness

MOST_FOUND = 20  # people offered by one search for the person to keep


class PersonForm(GuardedForm, WitnessForm):
    """Saves over no revision but the one it was filled from."""


class SearchForm(forms.Form):
    name = forms.CharField(
        label="The person to keep",
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "class": "vTextField"}),
        help_text="Readers will see both as this one. Search by name in any spelling, then choose.",
    )


class MergeForm(forms.Form):
    keep = forms.ModelChoiceField(
        Witness.objects.filter(merged_into=None),
        error_messages={
            "required": "Search for the person to keep, then choose.",
            "invalid_choice": "Choose somebody who is not merged into another person.",
        },
    )


class MergedFilter(admin.SimpleListFilter):
    title = "merger"
    parameter_name = "merged"

    def lookups(self, request, model_admin):
        return [("no", "Stands alone"), ("yes", "Merged into another person")]

    def queryset(self, request, queryset):
        return queryset.filter(merged_into__isnull=self.value() == "no") if self.value() in ("no", "yes") else queryset


@admin.register(Witness)
class PersonAdmin(PermalinkSearch, PublicNeedsPublisher, Guarded, WitnessAdmin):
    form = PersonForm
    list_display = [*WitnessAdmin.list_display, "merged"]
    list_filter = [*WitnessAdmin.list_filter, MergedFilter]
    list_select_related = ["merged_into"]

    def get_urls(self):
        pages = {"merge": merge, "unmerge": unmerge, "address": change_address}
        made = [
            path(f"<int:pk>/{name}/", self.admin_site.admin_view(view), name=f"witnesses_witness_{name}")
            for name, view in pages.items()
        ]
        return [*made, *super().get_urls()]

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), *(["slug"] if obj and was_public(obj) else [])]

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and was_public(obj))

    def get_search_results(self, request, queryset, search_term):
        """An autocomplete offers nobody who is known as somebody else."""
        if request.resolver_match.url_name == "autocomplete":
            queryset = queryset.filter(merged_into=None)
        return super().get_search_results(request, queryset, search_term)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and obj.pk:
            context["address_is_public"] = was_public(obj)
            context["may_merge"] = may_merge(request.user)
            context["mergers"] = obj.mergers.all()
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description="merged into", ordering="merged_into__sort_name")
    def merged(self, person):
        if not person.merged_into:
            return "–"
        url = reverse("admin:witnesses_witness_change", args=[person.merged_into_id])
        return format_html('<a href="{}">{}</a>', url, person.merged_into)


def was_public(person: Witness) -> bool:
    """Whether one of the person's addresses was ever public, or is about to be."""
    slugs = [person.slug, *person.former_slugs.values_list("slug", flat=True)]
    paths = [reverse("witnesses:witness", args=[slug]) for slug in slugs]
    return PublishedAddress.objects.filter(path__in=paths).exists()


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the person to keep, look at both side by side, merge them."""
    person = get_object_or_404(Witness, pk=pk)
    if not may_merge(request.user):
        return refuse(request, person)
    if person.merged_into_id:
        messages.info(request, f"{person} is merged into {person.merged_into} already.")
        return back_to(person)
    search = SearchForm(request.GET if "name" in request.GET else None)
    form = MergeForm(request.POST if request.method == "POST" else request.GET if "keep" in request.GET else None)
    keep = form.cleaned_data["keep"] if form.is_bound and form.is_valid() else None
    if keep == person:
        form.add_error("keep", "Choose two different people.")
        keep = None
    if keep and request.method == "POST":
        done = f"Merged. Readers see {person} as {keep} from now on."
        if attempt(request, lambda: merge_people(keep=keep, other=person, by=request.user), done):
            return back_to(person)
    context = {"title": "Merge into another person", "form": form, "keep": keep, "search": search}
    if search.is_valid():
        found = candidates(request, person, search.cleaned_data["name"])
        context |= {"found": found[:MOST_FOUND], "more": found[MOST_FOUND:]}
    if keep:
        context |= {"people": [person, keep], "rows": side_by_side(person, keep), "warnings": warnings(person, keep)}
    return show(request, person, "witnesses/witness/merge.html", context)


def candidates(request: HttpRequest, person: Witness, name: str) -> list[Witness]:
    """Whom `person` can be merged into, found as the list of people finds them; at most MOST_FOUND, and one more."""
    people = Witness.objects.filter(merged_into=None).exclude(pk=person.pk)
    found, _ = admin.site.get_model_admin(Witness).get_search_results(request, people, name)
    return list(found.annotate(hearing_count=Count("appearances"))[: MOST_FOUND + 1])


def side_by_side(*people: Witness) -> list[tuple[str, list]]:
    """What identifies each of the people, one line a fact, with everything at which they appeared."""
    facts = {
        "Name": lambda one: one.styled_name,
        "In another script": lambda one: one.native_name or "–",
        "Page": lambda one: one.get_absolute_url(),
        "Public now": lambda one: "Yes" if is_public(one) else "No",
        "Protected": lambda one: "Yes" if one.protected else "No",
        "Life": lambda one: one.biography or "–",
        "Portrait": lambda one: one.portrait_alt or "–",
    }
    return [(label, [fact(one) for one in people]) for label, fact in facts.items()] + [
        ("Appearances", [appearances(one) for one in people])
    ]


def appearances(person: Witness) -> list:
    rows = person.every_appearance.select_related("hearing", "person").order_by("-hearing__date", "-pk")
    return list(rows.annotate(quote_count=Count("quotes")))


def is_public(person: Witness) -> bool:
    return Witness.objects.public().filter(pk=person.pk).exists()


def warnings(other: Witness, keep: Witness) -> list[str]:
    """What a merger makes visible, and what it hides, in sentences."""
    if other.protected != keep.protected:
        return ["One of them is protected and the other is not. Merging would show who it is, and will be refused."]
    found = []
    if other.protected:
        found.append("Both are protected. The merger tells everybody that the two chosen names are one person.")
    if is_public(other):
        old, new = other.get_absolute_url(), keep.get_absolute_url()
        found.append(f"{old} will lead to {new}. Readers see there what both of them said, as one person.")
        if not is_public(keep):
            found.append(f"The page of {keep} becomes public, with the life, the portrait and the links entered there.")
        found.append(f"The life, the portrait and the links of {other} are no longer shown. They are kept here.")
    else:
        found.append(f"{other} is not public now. Once a hearing of theirs is published, it stands on {keep}'s page.")
    return found


@require_POST
def unmerge(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a merged person stand alone again."""
    person = get_object_or_404(Witness, pk=pk)
    if not may_merge(request.user):
        return refuse(request, person)
    done = f"The merger was taken back. {person} has a page of their own again."
    attempt(request, lambda: undo_merge(person=person, by=request.user), done)
    return back_to(person)


@require_http_methods(["GET", "HEAD", "POST"])
def change_address(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a person's page another address; the old one leads there."""
    person = get_object_or_404(Witness, pk=pk)
    if not may_merge(request.user):
        return refuse(request, person)
    form = AddressForm(request.POST or None, initial={"words": person.slug})
    if form.is_bound and form.is_valid():
        try:
            change_person_slug(person=person, slug=form.cleaned_data["words"], by=request.user)
        except NotReady as refusal:
            form.add_error("words", refusal.problems)
        else:
            messages.success(request, f"The address is now {person.get_absolute_url()}.")
            return back_to(person)
    return show(request, person, "ask.html", {"title": "Change address", "form": form, "button": "Change address"})
