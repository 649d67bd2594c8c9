"""The list of references: what the current versions of public hearings name, told from those versions alone."""

from django.db.models import QuerySet

from hearings.api.cursors import COUNT, DAY, ID, behind, decode, encode
from hearings.api.parameters import Asked
from hearings.models import Hearing, Mention, Reference
from hearings.representations import data

ORDER = ("-date", "public_id")
PLACE = {"date": DAY, "public_id": ID, "skip": COUNT}


def mentions_after(asked: Asked) -> tuple[list[dict], str]:
    """At most `limit` references after the cursor, and the cursor of the next page.

    The place in a cursor is a hearing, and how many of its references were shown already.
    """
    kind = asked.given.get("kind", "")
    hearings = Hearing.objects.public().select_related("current").filter(asked.where, pk__in=naming(kind))
    first, skip = "", 0
    if asked.cursor:
        place = decode(PLACE, asked.cursor)
        first, skip = place["public_id"], place["skip"]
        hearings = hearings.exclude(behind(("date", "-public_id"), place))
    items: list[dict] = []
    label = Reference.Kind(kind).label if kind else ""
    looked_at = list(hearings.order_by(*ORDER)[: asked.limit + 1])
    for hearing in looked_at:
        named = [one for one in hearing.shown.content["references"] if label in ("", one["kind"])]
        for number, one in enumerate(named):
            if hearing.public_id == first and number < skip:
                continue
            if len(items) == asked.limit:
                return items, encode(PLACE, vars(hearing) | {"skip": number})
            items.append(data.mention(one, hearing))
    more = len(looked_at) > asked.limit  # all of them name little: the rest is for the next page
    return items, encode(PLACE, vars(hearing) | {"skip": len(named)}) if more else ""


def naming(kind: str) -> QuerySet:
    """The hearings that name a reference, of one kind if one is asked for."""
    mentions = Mention.objects.filter(reference__kind=kind) if kind else Mention.objects.all()
    return mentions.values("hearing")
