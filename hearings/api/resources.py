"""The lists of the API, a row of one table each: which rows are public, in which order, and what narrows them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from hearings.api import cursors
from hearings.api.parameters import (
    DATE,
    LANGUAGE,
    MOMENT,
    PUBLIC_ID,
    SLUG,
    YEAR,
    Filter,
    along,
    one_of,
)
from hearings.models import Appearance, Correction, Exhibit, Hearing, Quote, Reference, Turn
from hearings.models.version import KINDS
from hearings.representations import data
from witnesses.models import Witness

EXPANSIONS = ("hearing", "versions", "corrections")


@dataclass(frozen=True)
class Resource:
    noun: str
    kind: str
    says: str
    public: Callable[[], QuerySet]
    readable: Callable[[], QuerySet]
    order: tuple[str, ...]
    place: cursors.Place
    filters: dict[str, Filter]
    show: Callable[..., dict]
    expansions: tuple[str, ...] = ()

    def in_order(self, given: dict[str, str]) -> tuple[str, ...]:
        """The turns of one hearing are in the order in which they were spoken."""
        return ("number", "public_id") if self.noun == "turns" and "hearing" in given else self.order


def at_hearing(path: str) -> dict[str, Filter]:
    """What narrows by the hearing; `path` leads to it."""
    return {
        "body": along(f"{path}bodies__slug", SLUG, "Held by this body: the last part of /bodies/<slug>/."),
        "topic": along(f"{path}topics__slug", SLUG, "Filed under this topic: the last part of /topics/<slug>/."),
        "year": along(f"{path}date__year", YEAR, "Held in this year."),
        "from": along(f"{path}date__gte", DATE, "Held on this day or later."),
        "to": along(f"{path}date__lte", DATE, "Held on this day or earlier."),
    }


def in_hearing(path: str) -> dict[str, Filter]:
    return {"hearing": along(f"{path}public_id", PUBLIC_ID, "Of the hearing with this id.")} | at_hearing(path)


def by_person(path: str, says: str) -> Filter:
    """Narrow by the person of an appearance, under whichever of their entries."""
    return Filter(
        SLUG, says, lambda slug: Q(**{f"{path}person__slug": slug}) | Q(**{f"{path}person__shown_as__slug": slug})
    )


def heard(slug: str) -> Q:
    entries = Q(person__slug=slug) | Q(person__shown_as__slug=slug)
    return Q(pk__in=Appearance.objects.public().filter(entries).values("hearing"))


def appeared(path: str) -> Callable[[object], Q]:
    """People with a public appearance of which this is true, under whichever of their entries."""

    def where(value) -> Q:
        rows = Appearance.objects.public().filter(**{path: value})
        return Q(pk__in=rows.values("person")) | Q(pk__in=rows.values("person__shown_as"))

    return where


def corrected(value: str) -> Q:
    return Q(current__number__gt=1) if value == "true" else Q(current__number=1)


def of_record(public_id: str) -> Q:
    condition = Q()
    for kind in KINDS:
        condition |= Q(**{f"{kind}__public_id": public_id})
    return condition


def under_hearing(public_id: str) -> Q:
    condition = Q(hearing__public_id=public_id) | Q(turn__transcript__hearing__public_id=public_id)
    for kind in ("quote", "exhibit", "transcript"):
        condition |= Q(**{f"{kind}__hearing__public_id": public_id})
    return condition


def with_people(hearings: QuerySet) -> QuerySet:
    people = Prefetch("appearances", Appearance.objects.public().select_related("person__shown_as"))
    return hearings.select_related("current").prefetch_related("topics", people)


def with_speaker(rows: QuerySet, hearing: str) -> QuerySet:
    return rows.select_related("current", hearing, "speaker__person__shown_as")


SINCE = along("current__published_at__gte", MOMENT, "Published or corrected at this time or later.")
VERSIONED = {
    "state": Filter(
        one_of("published", "withdrawn"),
        "Without it what is published. Withdrawn are records that are in no other list, and what stands under one.",
        lambda state: Q(),
    ),
    "corrected": Filter(one_of("true", "false"), "Whether it was ever published anew in other words.", corrected),
    "updated_since": SINCE,
}
BY_LANGUAGE = along("language", LANGUAGE, "The language of the words, as a tag.")

HEARINGS = Resource(
    noun="hearings",
    kind="hearing",
    says="Hearings, the latest first: who held them, when, who appeared, what they named.",
    public=lambda: with_people(Hearing.objects.public()),
    readable=lambda: with_people(Hearing.objects.readable()),
    order=("-date", "public_id"),
    place={"date": cursors.DAY, "public_id": cursors.ID},
    filters=at_hearing("")
    | {
        "witness": Filter(SLUG, "At which this person appeared: the last part of /witnesses/<slug>/.", heard),
        "kind": along("kind", one_of(*Hearing.Kind.values), "Which kind of meeting."),
        "status": along("status", one_of(*Hearing.Status.values), "Whether it was held."),
    }
    | VERSIONED,
    show=data.hearing,
    expansions=EXPANSIONS[1:],
)
QUOTES = Resource(
    noun="quotes",
    kind="quote",
    says="Quotations, the last published first: the words, who said them, where they stand in the source.",
    public=lambda: with_speaker(Quote.objects.public(), "hearing").select_related("finding__transcript"),
    readable=lambda: with_speaker(Quote.objects.readable(), "hearing").select_related("finding__transcript"),
    order=("-published_at", "public_id"),
    place={"published_at": cursors.MOMENT, "public_id": cursors.ID},
    filters=in_hearing("hearing__")
    | {
        "witness": by_person("speaker__", "Said by this person: the last part of /witnesses/<slug>/."),
        "language": BY_LANGUAGE,
        "kind": along("kind", one_of(*Quote.Kind.values), "Whole sentences, or words within reported speech."),
    }
    | VERSIONED,
    show=data.quote,
    expansions=EXPANSIONS,
)
TURNS = Resource(
    noun="turns",
    kind="turn",
    says="Turns of transcripts, by id; those of one hearing in the order in which they were spoken.",
    public=lambda: with_speaker(Turn.objects.public(), "transcript__hearing"),
    readable=lambda: with_speaker(Turn.objects.readable(), "transcript__hearing"),
    order=("public_id",),
    place={"number": cursors.COUNT, "public_id": cursors.ID},
    filters=in_hearing("transcript__hearing__")
    | {
        "witness": by_person("speaker__", "Spoken by this person: the last part of /witnesses/<slug>/."),
        "language": along("transcript__language", LANGUAGE, "The language of the transcript, as a tag."),
        "kind": along("kind", one_of(*Turn.Kind.values), "Speech, a stage direction, or the text of a written part."),
    }
    | VERSIONED,
    show=data.turn,
    expansions=EXPANSIONS,
)
EXHIBITS = Resource(
    noun="exhibits",
    kind="exhibit",
    says="Exhibits, the last published first: images that were shown, with what is known of them.",
    public=lambda: Exhibit.objects.public().select_related("current", "hearing", "site"),
    readable=lambda: Exhibit.objects.readable().select_related("current", "hearing", "site"),
    order=("-published_at", "public_id"),
    place={"published_at": cursors.MOMENT, "public_id": cursors.ID},
    filters=in_hearing("hearing__")
    | {"witness": by_person("presented_by__", "Presented by this person: the last part of /witnesses/<slug>/.")}
    | VERSIONED,
    show=data.exhibit,
    expansions=EXPANSIONS,
)
CORRECTIONS = Resource(
    noun="corrections",
    kind="correction",
    says="The register of corrections, withdrawals and restorations, the latest first.",
    public=lambda: Correction.objects.public().shown(),
    readable=lambda: Correction.objects.public().shown(),
    order=("-made_at", "public_id"),
    place={"made_at": cursors.MOMENT, "public_id": cursors.ID},
    filters={
        "kind": along("reason", one_of(*Correction.Kind.values), "What kind of correction."),
        "of": Filter(one_of(*KINDS), "Of which kind of record.", lambda kind: Q(**{f"{kind}__isnull": False})),
        "record": Filter(PUBLIC_ID, "Of the record with this id.", of_record),
        "hearing": Filter(PUBLIC_ID, "Of the hearing with this id, or of what stands under it.", under_hearing),
        "year": along("made_at__year", YEAR, "Made in this year."),
        "updated_since": along("made_at__gte", MOMENT, "Made at this time or later."),
    },
    show=data.correction,
)
WITNESSES = Resource(
    noun="witnesses",
    kind="witness",
    says="People who testified or presided, by name. A protected person appears under the chosen name alone.",
    public=lambda: Witness.objects.public().prefetch_related("links"),
    readable=lambda: Witness.objects.public().prefetch_related("links"),
    order=("sort_name", "slug"),
    place={"sort_name": cursors.TEXT, "slug": cursors.SLUG},
    filters={
        "hearing": Filter(PUBLIC_ID, "Who appeared at the hearing with this id.", appeared("hearing__public_id")),
        "body": Filter(SLUG, "Who appeared before this body.", appeared("hearing__bodies__slug")),
        "role": Filter(one_of(*Appearance.Role.values), "In which role.", appeared("role")),
    },
    show=data.person,
)
REFERENCES = at_hearing("") | {
    "hearing": along("public_id", PUBLIC_ID, "Named at the hearing with this id."),
    "kind": Filter(one_of(*Reference.Kind.values), "What kind of document.", lambda kind: Q()),
}
RECORDS = {one.noun: one for one in (HEARINGS, QUOTES, TURNS, EXHIBITS)}
RESOURCES = RECORDS | {one.noun: one for one in (CORRECTIONS, WITNESSES)}
