"""Triggers by which the database itself keeps what was published, on SQLite and on PostgreSQL.

Versions, corrections, the history and the ledger take no UPDATE and no DELETE. Published records take no DELETE and
no new id, their words change only together with the current version, and they never become drafts again.
Let through are: sealing (words go, the commitment stays), taking back what is not public yet, and emptying tables
that hold nothing published.
"""

SQLITE_NOW = "strftime('%Y-%m-%d %H:%M:%f', 'now')"
POSTGRESQL_NOW = "clock_timestamp()"  # now() would be the time at which the transaction began
SAME = {"sqlite": "IS", "postgresql": "IS NOT DISTINCT FROM"}
OWNER = ["quote_id", "exhibit_id", "hearing_id"]
OWNER_IS_SEALED = " OR ".join(
    f"EXISTS (SELECT 1 FROM hearings_{kind} WHERE id = OLD.{kind}_id AND state = 'sealed')"  # noqa: S608
    for kind in ("quote", "exhibit", "hearing")
)
NO_RECORD_IS_OPEN = " AND ".join(
    f"NOT EXISTS (SELECT 1 FROM hearings_{kind} WHERE public_id = OLD.record AND state <> 'sealed')"  # noqa: S608
    for kind in ("quote", "exhibit", "hearing")
)
FROZEN = {
    "hearings_version": {
        "sealed": f"OLD.sealed_at IS NULL AND NEW.sealed_at IS NOT NULL AND NEW.canonical = '' AND ({OWNER_IS_SEALED})",
        "fixed": ["id", "number", "commitment", "published_at", *OWNER],
        "kept": "{row}.published_at <= {now}",
    },
    "hearings_correction": {
        "sealed": f"NEW.sentence = '' AND ({OWNER_IS_SEALED})",
        "fixed": ["id", "public_id", "reason", "from_version_id", "to_version_id", "made_at", "made_by_id", *OWNER],
        "kept": "1 = 1",
    },
    "hearings_historyentry": {
        "sealed": f"NEW.note = '' AND OLD.kind IN ('quote', 'exhibit', 'hearing') AND {NO_RECORD_IS_OPEN}",
        "fixed": ["id", "action", "kind", "record", "by_id", "at"],
        "kept": "1 = 1",
    },
    "hearings_publishedaddress": {"sealed": "1 = 0", "fixed": ["id"], "kept": "{row}.public_from <= {now}"},
}
WORDS = {
    "hearings_hearing": [
        *("title", "date", "date_precision", "date_as_stated", "start_time", "time_zone"),
        *("place", "kind", "status", "congress", "summary"),
    ],
    "hearings_quote": ["text", "language", "kind", "note", "spans", "speaker_id", "source_id"],
    "hearings_exhibit": [
        *("title", "presented_by_id", "place", "latitude", "longitude", "coordinate_precision"),
        *("precision_reason", "observation", "interpretation", "limitations"),
    ],
}
MESSAGE = "What was published is kept: rows of {table} are not changed or deleted."


def statements(vendor: str) -> list[str]:
    """The SQL that puts the triggers in place."""
    make = {"sqlite": _sqlite, "postgresql": _postgresql}[vendor]
    same = SAME[vendor]
    rules = [
        (table, f"NOT ({rule['sealed']} AND {_unchanged(rule['fixed'], same)})", rule["kept"])
        for table, rule in FROZEN.items()
    ]
    rules += [(table, _record_change(words, same), "{row}.published_at <= {now}") for table, words in WORDS.items()]
    return [statement for table, change, kept in rules for statement in make(table, change, kept)]


def removal(vendor: str) -> list[str]:
    """The SQL that takes the triggers away."""
    tables = [*FROZEN, *WORDS]
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {table}_{verb}" for table in tables for verb in ("change", "delete")]
    return [f"DROP FUNCTION IF EXISTS {table}_{verb}() CASCADE" for table in tables for verb in ("keep", "truncate")]


def _unchanged(columns: list[str], same: str) -> str:
    return " AND ".join(f"NEW.{column} {same} OLD.{column}" for column in columns)


def _record_change(words: list[str], same: str) -> str:
    """The updates that a hearing, quote or exhibit refuses."""
    version = f"NEW.current_id {same} OLD.current_id"
    wording = _unchanged(words, same)
    time = f"NEW.published_at {same} OLD.published_at"
    return (
        "NEW.public_id <> OLD.public_id"
        f" OR OLD.state = 'sealed' AND NOT (NEW.state = 'sealed' AND {version} AND {time} AND {wording})"
        f" OR OLD.state IN ('published', 'withdrawn') AND NEW.state <> 'sealed' AND {version} AND NOT ({wording})"
        f" OR OLD.published_at <= {{now}} AND NOT (NEW.state NOT IN ('draft', 'in_review') AND {time})"
    )


def _sqlite(table: str, change: str, kept: str) -> list[str]:
    refuse = f"SELECT RAISE(ABORT, '{MESSAGE.format(table=table)}');"
    return [
        f"CREATE TRIGGER {table}_change BEFORE UPDATE ON {table} WHEN {change.format(now=SQLITE_NOW)} "
        f"BEGIN {refuse} END",
        f"CREATE TRIGGER {table}_delete BEFORE DELETE ON {table} WHEN {kept.format(row='OLD', now=SQLITE_NOW)} "
        f"BEGIN {refuse} END",
    ]


def _postgresql(table: str, change: str, kept: str) -> list[str]:
    refuse = f"RAISE EXCEPTION '{MESSAGE.format(table=table)}' USING ERRCODE = 'integrity_constraint_violation';"
    return [
        f"""CREATE FUNCTION {table}_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF TG_OP = 'UPDATE' THEN IF {change.format(now=POSTGRESQL_NOW)} THEN {refuse} END IF; RETURN NEW; END IF;
            IF {kept.format(row="OLD", now=POSTGRESQL_NOW)} THEN {refuse} END IF; RETURN OLD; END $$""",
        f"""CREATE TRIGGER {table}_keep BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION {table}_keep()""",
        f"""CREATE FUNCTION {table}_truncate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF EXISTS (SELECT 1 FROM {table} WHERE {kept.format(row=table, now=POSTGRESQL_NOW)}) THEN {refuse} END IF;
            RETURN NULL; END $$""",  # noqa: S608
        f"""CREATE TRIGGER {table}_truncate BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION {table}_truncate()""",
    ]
