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
MOST_AT_ONCE = 8000  # rows that are named in one query
MOST = 2000  # matches that are ranked, the newest of them
MOST_NEAR = 1000  # matches that are ranked for a quotation where reading each takes time
SPARE = 5  # times as many as wanted, since some may not be readable
OF_A_VERSION = (
    *("quote__current", "quote__hearing__current", "quote__speaker__person", "quote__finding__transcript"),
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
        cursor.execute(COMPACT[connection.vendor])


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
            Hit(version.record, version, highlight(_in_marks(version), self.query.terms))
            for version in (found[pk] for pk in ids)
        ]


def _in_marks(version: Version) -> str:
    """The words among which those that were asked for are shown: of several passages, each in its own marks."""
    return f"“{version.line}”" if version.kind == "quote" and len(version.passages) > 1 else version.text


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
    rows = SearchText.objects.public().filter(of_kinds, within or Q())
    found = _newest(rows, DIALECT[connection.vendor](query.terms), MOST + 1)
    scores: dict[int, float] = {}
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
    dialect, readable = DIALECT[connection.vendor], SearchText.objects.readable()
    if all_of_them:
        found = _newest(readable, dialect(terms), limit)
    else:
        any_of_them = ANY[connection.vendor].join(dialect([term]) for term in terms)
        found = _shown(readable, _ask("best", expression=any_of_them, most=SPARE * limit))
    ids = list(dict.fromkeys(version for version, _ in found))[:limit]
    versions = Version.objects.select_related(*OF_A_VERSION).in_bulk(ids)
    return [versions[pk] for pk in ids]


def _newest(rows: QuerySet[SearchText], expression: str, limit: int) -> list[tuple[int, float]]:
    """Version and score of the newest of `rows` in which an expression of the database's own language is true.

    The index is asked by itself and `rows` about what it found, some at a time: asked in one, both databases join all
    that the index finds before they let go of most of it.
    """
    found: list[tuple[int, float]] = []
    before, batch = 2**62, max(limit, BATCH)
    while len(found) < limit:
        matches = _ask("newest", expression=expression, before=before, most=batch)
        found += _shown(rows, matches)
        if len(matches) < batch:
            break
        before, batch = matches[-1][0], min(4 * batch, MOST_AT_ONCE)
    return found[:limit]


def _shown(rows: QuerySet[SearchText], matches: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """Version and score of those matches that are among `rows`, in their order."""
    versions = dict(rows.filter(pk__in=[pk for pk, _ in matches]).values_list("pk", "version_id"))
    return [(versions[pk], score) for pk, score in matches if pk in versions]


def _ask(order: str, **parameters) -> list[tuple[int, float]]:
    """The index alone: search texts with their scores, higher is better, whether anybody may see them or not."""
    with connection.cursor() as cursor:
        cursor.execute(ASK[connection.vendor, order], parameters)
        return cursor.fetchall()


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
COMPACT = {
    "sqlite": "INSERT INTO hearings_searchindex (hearings_searchindex) VALUES ('optimize')",
    "postgresql": "REINDEX INDEX hearings_searchtext_vector",
}
MATCH = {
    "sqlite": ("hearings_searchindex", "rowid", "hearings_searchindex MATCH %s"),
    "postgresql": ("hearings_searchtext", "id", "vector @@ to_tsquery('simple', %s)"),
}
_SQLITE = "SELECT rowid, -rank FROM hearings_searchindex WHERE hearings_searchindex MATCH %(expression)s "
_POSTGRESQL = (
    "SELECT id, ts_rank(vector, query) FROM hearings_searchtext, to_tsquery('simple', %(expression)s) query "
    "WHERE vector @@ query "
)
ASK = {
    ("sqlite", "newest"): _SQLITE + "AND rowid < %(before)s ORDER BY rowid DESC LIMIT %(most)s",
    ("sqlite", "best"): _SQLITE + "ORDER BY rank LIMIT %(most)s",
    ("postgresql", "newest"): _POSTGRESQL + "AND id < %(before)s ORDER BY id DESC LIMIT %(most)s",
    # Reading the words of each match is what takes the time there: of very many, the first found must do.
    ("postgresql", "best"): f"SELECT * FROM ({_POSTGRESQL} LIMIT {MOST_NEAR}) found "  # noqa: S608
    "ORDER BY 2 DESC, 1 DESC LIMIT %(most)s",
}
