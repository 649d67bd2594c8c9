"""The search over what was published: writing the index, asking it, and the ranked results of a query.

A query narrows either any records (`narrow`: lists, feeds, the API) or gives ranked results with their words marked
(`search`). `candidates` finds every version, earlier and withdrawn ones too, that a quotation may be of.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from hearings.models import SearchText, Version
from hearings.models.publishing import Publishable, PublishableQuerySet
from hearings.models.searchtext import SEARCHED
from hearings.words import Mark, Query, Term, highlight, parse_query, windows

BATCH = 500
MOST = 2000  # matches that are ranked, the newest of them
OF_A_VERSION = (
    *("quote__current", "quote__hearing__current", "quote__speaker__person"),
    *("turn__current", "turn__transcript__hearing__current", "turn__speaker__person"),
)


def enter_words(versions: Iterable[Version]) -> None:
    """Let the search know what these saved versions say; those of other kinds of record are left out."""
    rows = [
        SearchText(version=version, words=words)
        for version in versions
        if version.kind in SEARCHED
        for words in windows(version.text)
    ]
    SearchText.objects.bulk_create(rows, batch_size=BATCH)


def rebuild() -> int:
    """Write the index anew from the versions, and say how many there are."""
    SearchText.objects.all()._raw_delete("default")
    versions = Version.objects.filter(sealed_at=None, exhibit=None, hearing=None, transcript=None).order_by("pk")
    count, last = 0, 0
    while batch := list(versions.filter(pk__gt=last)[:BATCH]):
        enter_words(batch)
        count, last = count + len(batch), batch[-1].pk
    compact()
    return count


def compact() -> None:
    """Take out of the files of the index what was taken out of the index: it keeps the words of deleted rows else."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("INSERT INTO hearings_searchindex (hearings_searchindex) VALUES ('optimize')")
        else:
            cursor.execute("REINDEX INDEX hearings_searchtext_vector")


@dataclass(frozen=True)
class Hit:
    """A record that was found, in its current version, and its words with those asked for marked."""

    record: Publishable
    version: Version
    snippet: list[Mark]


class Results(Sequence):
    """What a query found, best first. Records are read when they are asked for, a slice at a time."""

    def __init__(self, query: Query, ranked: list[int], *, is_capped: bool = False):
        self.query = query
        self.ranked = ranked
        self.is_capped = is_capped  # there is more: the newest MOST matches were ranked

    def __len__(self) -> int:
        return len(self.ranked)

    def __getitem__(self, wanted):
        return self._hits(self.ranked[wanted]) if isinstance(wanted, slice) else self._hits([self.ranked[wanted]])[0]

    def _hits(self, ids: list[int]) -> list[Hit]:
        found = Version.objects.select_related(*OF_A_VERSION).in_bulk(ids)
        return [
            Hit(version.record, version, highlight(version.text, self.query.terms))
            for version in (found[pk] for pk in ids)
        ]


def search(text: str, *, kinds: Sequence[str] = SEARCHED, within: Q | None = None) -> Results:
    """Public records whose current words match, best first; `within` narrows them by paths from their search text.

    At most MOST matches are ranked, the newest. `results.query.problem` is a sentence where nothing was searched for.
    """
    query = parse_query(text)
    if query.problem:
        return Results(query, [])
    of_kinds = Q()
    for kind in kinds:
        of_kinds |= Q(**{f"version__{kind}__isnull": False})
    rows = _matching(
        SearchText.objects.public().filter(of_kinds, within or Q()), DIALECT[connection.vendor](query.terms)
    )
    scores: dict[int, float] = {}
    found = list(rows.order_by("-pk").values_list("version_id", "score")[: MOST + 1])
    for version, score in found[:MOST]:
        scores[version] = max(score, scores.get(version, score))
    ranked = sorted(scores, key=lambda version: (-scores[version], -version))
    return Results(query, ranked, is_capped=len(found) > MOST)


def narrow(records: PublishableQuerySet, text: str) -> PublishableQuerySet:
    """Those of `records` (quotes or turns) whose current words match the query, in the order that they have.

    None of them where the query has a problem.
    """
    query = parse_query(text)
    if query.problem:
        return records.none()
    table, place, match = MATCH[connection.vendor]
    found = RawSQL(f"SELECT {place} FROM {table} WHERE {match}", [DIALECT[connection.vendor](query.terms)])  # noqa: S608, S611
    return records.filter(current__in=SearchText.objects.filter(pk__in=found).values("version"))


def candidates(phrases: Iterable[tuple[str, ...]], *, all_of_them: bool, limit: int) -> list[Version]:
    """Published versions, current or not, with all of these phrases, the newest; or with most of them, best first."""
    terms = [Term(phrase) for phrase in phrases]
    rows = SearchText.objects.readable()
    if all_of_them:
        rows = _matching(rows, DIALECT[connection.vendor](terms)).order_by("-pk")
    else:
        rows = _matching(rows, ANY[connection.vendor].join(DIALECT[connection.vendor]([term]) for term in terms))
        rows = rows.order_by("-score", "-pk")
    ids = list(dict.fromkeys(rows.values_list("version_id", flat=True)[:limit]))
    found = Version.objects.select_related(*OF_A_VERSION).in_bulk(ids)
    return [found[pk] for pk in ids]


def _matching(rows: QuerySet[SearchText], expression: str) -> QuerySet[SearchText]:
    """The rows in which an expression of the database's own language is true, with a `score`: higher is better."""
    if connection.vendor == "sqlite":
        return rows.extra(
            tables=["hearings_searchindex"],
            where=["hearings_searchindex.rowid = hearings_searchtext.id", "hearings_searchindex MATCH %s"],
            params=[expression],
            select={"score": "-hearings_searchindex.rank"},
        )
    return rows.extra(
        where=["hearings_searchtext.vector @@ to_tsquery('simple', %s)"],
        params=[expression],
        select={"score": "ts_rank(hearings_searchtext.vector, to_tsquery('simple', %s))"},
        select_params=[expression],
    )


def _fts5(terms: Sequence[Term]) -> str:
    """Folded words hold letters and digits only, so nothing in them can be taken for the language."""
    phrases = [(f'"{" ".join(term.words)}"', term.wanted) for term in terms]
    unwanted = " OR ".join(phrase for phrase, wanted in phrases if not wanted)
    return f"({' AND '.join(phrase for phrase, wanted in phrases if wanted)})" + (
        f" NOT ({unwanted})" if unwanted else ""
    )


def _tsquery(terms: Sequence[Term]) -> str:
    phrases = [("(" + " <-> ".join(f"'{word}'" for word in term.words) + ")", term.wanted) for term in terms]
    return " & ".join(phrase if wanted else f"!{phrase}" for phrase, wanted in phrases)


DIALECT: dict[str, Callable[[Sequence[Term]], str]] = {"sqlite": _fts5, "postgresql": _tsquery}
ANY = {"sqlite": " OR ", "postgresql": " | "}
MATCH = {
    "sqlite": ("hearings_searchindex", "rowid", "hearings_searchindex MATCH %s"),
    "postgresql": ("hearings_searchtext", "id", "vector @@ to_tsquery('simple', %s)"),
}
