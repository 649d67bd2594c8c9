"""Why an address of the ledger answers no longer: what stood there was sealed, or nothing public is left of it."""

from django.db.models import Q
from django.urls import Resolver404, ResolverMatch, resolve

from hearings.models import Appearance, Body, Correction, Hearing, PublishedAddress, State, Topic, Transcript, Version
from hearings.models.version import KINDS
from witnesses.models import Witness

SHELVES = {"hearings:body": Body, "hearings:topic": Topic}
TAKEN_AWAY = {"witnesses:witness", "hearings:statement", "hearings:exhibit_rendition"}


def was_sealed(path: str) -> bool:
    """Whether words that stood at `path` were sealed: its own, or those of the hearing through which it was public."""
    route = _route(path)
    if route is None:
        return False
    if "public_id" in route.kwargs:
        of_one = Q(public_id=route.kwargs["public_id"])
        corrected = [correction.record for correction in Correction.objects.filter(of_one)]
        models = [Version._meta.get_field(kind).related_model for kind in KINDS]
        records = [record for model in models for record in model.objects.filter(of_one)]
        return State.SEALED in {record.state for record in (*records, *corrected)}
    if route.view_name == "hearings:hearing":
        return Hearing.objects.filter(_had(route.kwargs["slug"]), state=State.SEALED).exists()
    if route.view_name == "hearings:transcript":
        sealed = Transcript.objects.filter(state=State.SEALED)
        return sealed.filter(hearing__in=Hearing.objects.filter(_had(route.kwargs["slug"]))).exists()
    if shelves := SHELVES.get(route.view_name):
        return any(shelf.is_closed for shelf in shelves.objects.filter(slug=route.kwargs["slug"]))
    at_sealed = Appearance.objects.filter(hearing__state=State.SEALED)
    if route.view_name == "hearings:statement":
        return at_sealed.filter(pk=route.kwargs["pk"]).exists()
    if route.namespace == "witnesses" and "slug" in route.kwargs:
        people = Witness.objects.filter(_had(route.kwargs["slug"]))
        shown = Q(person__in=people) | Q(person__shown_as__in=people) | Q(person__in=people.values("once_showed"))
        return at_sealed.filter(shown).exists()
    return False


def is_part_of_sealed(path: str) -> bool:
    """Whether `path` is a version, format or file of a record that was public and is sealed; the ledger has it not."""
    route = _route(path)
    if route is None or "public_id" not in route.kwargs:
        return False
    models = [Version._meta.get_field(kind).related_model for kind in KINDS]
    of_one = Q(public_id=route.kwargs["public_id"], state=State.SEALED)
    own = [record.get_absolute_url() for model in models for record in model.objects.filter(of_one)]
    return PublishedAddress.objects.public().filter(path__in=own).exists()


def may_be_taken_away(path: str) -> bool:
    """Whether a correction alone can have ended what was public at `path`: a statement, an image, a person's page.

    That a merger was taken back ends nothing: it is no excuse while somebody whom the page showed is public.
    """
    route = _route(path)
    if route is None or route.view_name not in TAKEN_AWAY:
        return False
    person = Witness.at(route.kwargs["slug"]) if "slug" in route.kwargs else None
    return person is None or person.leads_to is None


def _route(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None


def _had(slug: str) -> Q:
    return Q(slug=slug) | Q(former_slugs__slug=slug)
