"""The words of every version of a quote or turn that was ever frozen, as the search reads them, and their index.

Rows are written where versions are frozen (`hearings.search.enter_words`). The database takes them away by itself when
a version is sealed or its publication taken back, and keeps the index: FTS5 on SQLite, a GIN index on PostgreSQL.
"""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from hearings.models.publishing import live, readable
from hearings.models.version import PARENTS, Version

SEARCHED = ("quote", "turn")


class SearchTextQuerySet(models.QuerySet):
    def public(self):
        """The current words of what lists, feeds and searches may show at this moment."""
        return self._of_records(live, lambda kind: Q(**{f"version__{kind}__current": F("version")}))

    def readable(self):
        """Every published wording of what answers at its own address: earlier and withdrawn ones too."""
        return self._of_records(readable, lambda kind: Q(version__published_at__lte=timezone.now()))

    def _of_records(self, rule, of_version):
        condition = Q()
        for kind in SEARCHED:
            own = Q(**{f"version__{kind}__isnull": False}) & rule(f"version__{kind}__") & of_version(kind)
            for parent in PARENTS[kind]:
                own &= rule(f"version__{kind}__{parent}")
            condition |= own
        return self.filter(condition)


class SearchText(models.Model):
    version = models.ForeignKey(Version, models.CASCADE, related_name="search_texts")
    words = models.TextField()

    objects = SearchTextQuerySet.as_manager()

    def __str__(self):
        return f"Words of {self.version}"


def statements(vendor: str) -> list[str]:
    """The SQL that makes the index, and the triggers that keep it and take words out of it."""
    return _SQLITE if vendor == "sqlite" else _POSTGRESQL


def removal(vendor: str) -> list[str]:
    """The SQL that takes index and triggers away."""
    if vendor == "sqlite":
        triggers = ("searchtext_enter", "searchtext_change", "searchtext_leave", "version_unword", "version_forget")
        return [
            *(f"DROP TRIGGER IF EXISTS hearings_{name}" for name in triggers),
            "DROP TABLE IF EXISTS hearings_searchindex",
        ]
    return [
        *(f"DROP FUNCTION IF EXISTS hearings_version_{name}() CASCADE" for name in ("unword", "forget")),
        "ALTER TABLE hearings_searchtext DROP COLUMN IF EXISTS vector",
    ]


_ENTER = "INSERT INTO hearings_searchindex (rowid, words) VALUES (NEW.id, NEW.words);"
_LEAVE = "INSERT INTO hearings_searchindex (hearings_searchindex, rowid, words) VALUES ('delete', OLD.id, OLD.words);"
# Sealing empties rows and does not delete them: where SQLite deletes many rows, it leaves copies of some in its pages.
_SQLITE = [
    # The tokenizer `ascii` leaves every letter beyond ASCII as it is: words come folded already.
    "CREATE VIRTUAL TABLE hearings_searchindex USING fts5("
    "words, content='hearings_searchtext', content_rowid='id', tokenize='ascii')",
    f"CREATE TRIGGER hearings_searchtext_enter AFTER INSERT ON hearings_searchtext BEGIN {_ENTER} END",
    f"CREATE TRIGGER hearings_searchtext_change AFTER UPDATE ON hearings_searchtext BEGIN {_LEAVE} {_ENTER} END",
    f"CREATE TRIGGER hearings_searchtext_leave AFTER DELETE ON hearings_searchtext BEGIN {_LEAVE} END",
    "CREATE TRIGGER hearings_version_unword AFTER UPDATE ON hearings_version WHEN NEW.canonical = '' "
    "BEGIN UPDATE hearings_searchtext SET words = '' WHERE version_id = NEW.id; END",
    "CREATE TRIGGER hearings_version_forget AFTER DELETE ON hearings_version "
    "BEGIN DELETE FROM hearings_searchtext WHERE version_id = OLD.id; END",
]
_POSTGRESQL = [
    "ALTER TABLE hearings_searchtext ADD COLUMN vector tsvector "
    "GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED",
    "CREATE INDEX hearings_searchtext_vector ON hearings_searchtext USING gin (vector)",
    """CREATE FUNCTION hearings_version_unword() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        UPDATE hearings_searchtext SET words = '' WHERE version_id = NEW.id; RETURN NULL; END $$""",
    """CREATE TRIGGER hearings_version_unword AFTER UPDATE ON hearings_version
        FOR EACH ROW WHEN (NEW.canonical = '') EXECUTE FUNCTION hearings_version_unword()""",
    """CREATE FUNCTION hearings_version_forget() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        DELETE FROM hearings_searchtext WHERE version_id = OLD.id; RETURN NULL; END $$""",
    """CREATE TRIGGER hearings_version_forget AFTER DELETE ON hearings_version
        FOR EACH ROW EXECUTE FUNCTION hearings_version_forget()""",
]
