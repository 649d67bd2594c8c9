"""Triggers by which the database itself keeps what was published, on SQLite and on PostgreSQL.

Versions, corrections, the history, the custody and the ledger take no UPDATE and no DELETE, and a version comes in only
as the next of its record. Published records take no DELETE, no new id and no other hearing; their words change only
together with a next version of their own to which a correction leads; they are withdrawn and restored only by a
correction, never become drafts again, and are sealed only by losing their words once the history says so. What has an
address in the ledger keeps it, and the text of a source stays behind published words.
Let through are: sealing (words go, the commitment stays), taking back what is not public yet, and emptying tables
that hold nothing published.
"""

SAME = {"sqlite": "IS", "postgresql": "IS NOT DISTINCT FROM"}
WORDS = {
    "sqlite": {
        "now": "strftime('%Y-%m-%d %H:%M:%f', 'now')",
        "later": "strftime('%Y-%m-%d %H:%M:%f', 'now', '+7 days')",
        "recently": "strftime('%Y-%m-%d %H:%M:%f', 'now', '-60 seconds')",
        "id": "json_extract(NEW.canonical, '$.id')",
        "number": "json_extract(NEW.canonical, '$.version')",
        "text": "json_extract(v.canonical, '$.text')",
    },
    "postgresql": {
        "now": "clock_timestamp()",  # now() would be the time at which the transaction began
        "later": "clock_timestamp() + interval '7 days'",
        "recently": "clock_timestamp() - interval '60 seconds'",
        "id": "(NEW.canonical::json ->> 'id')",
        "number": "(NEW.canonical::json ->> 'version')::int",
        "text": "(v.canonical::json ->> 'text')",
    },
}
KINDS = ("quote", "exhibit", "hearing", "transcript", "turn")
OWNER = [f"{kind}_id" for kind in KINDS]
OWNER_IS_SEALED = " OR ".join(
    f"EXISTS (SELECT 1 FROM hearings_{kind} WHERE id = OLD.{kind}_id AND state = 'sealed')"  # noqa: S608
    for kind in KINDS
)
NO_RECORD_IS_OPEN = " AND ".join(
    f"NOT EXISTS (SELECT 1 FROM hearings_{kind} WHERE public_id = OLD.record AND state <> 'sealed')"  # noqa: S608
    for kind in KINDS
)
SAME_OWNER = " OR ".join(f"v.{column} = NEW.{column}" for column in OWNER)
ID_OF_OWNER = ", ".join(
    f"(SELECT public_id FROM hearings_{kind} WHERE id = NEW.{kind}_id)"  # noqa: S608
    for kind in KINDS
)
NOT_THE_NEXT = (
    f"NEW.number <> 1 + (SELECT COALESCE(MAX(v.number), 0) FROM hearings_version v WHERE {SAME_OWNER})"  # noqa: S608
    f" OR EXISTS (SELECT 1 FROM hearings_version v WHERE ({SAME_OWNER}) AND v.published_at > NEW.published_at)"
    " OR NEW.number > 1 AND NEW.published_at > {later} OR NEW.sealed_at IS NOT NULL"
    f" OR NEW.canonical <> '' AND ({{id}} <> COALESCE({ID_OF_OWNER}) OR {{number}} <> NEW.number)"
)
NOT_BETWEEN_ITS_VERSIONS = (
    f"2 <> (SELECT 2 * COUNT(DISTINCT v.id) / CASE WHEN NEW.from_version_id = NEW.to_version_id THEN 1 ELSE 2 END"  # noqa: S608
    f" FROM hearings_version v WHERE v.id IN (NEW.from_version_id, NEW.to_version_id) AND ({SAME_OWNER}))"
    " OR NEW.made_at > {later} OR NEW.made_at < {recently}"
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
        "sealed": f"NEW.note = '' AND OLD.kind IN {KINDS} AND {NO_RECORD_IS_OPEN}",
        "fixed": ["id", "action", "kind", "record", "by_id", "at"],
        "kept": "1 = 1",
    },
    "hearings_custodyevent": {
        "sealed": f"NEW.note = '' AND {NO_RECORD_IS_OPEN}",
        "fixed": ["id", "action", "record", "file", "outputs", "tools", "by_id", "at"],
        "kept": "1 = 1",
    },
    "hearings_publishedaddress": {"sealed": "1 = 0", "fixed": ["id"], "kept": "{row}.public_from <= {now}"},
    "witnesses_formerslug": {
        "sealed": "1 = 0",
        "fixed": ["id"],
        "kept": "EXISTS (SELECT 1 FROM witnesses_witness w WHERE w.id = {row}.witness_id AND w.slug <> {row}.slug)"
        " AND EXISTS (SELECT 1 FROM hearings_publishedaddress a"
        " WHERE a.path = '/witnesses/' || {row}.slug || '/' AND a.public_from <= {now})",
    },
    "hearings_formerslug": {
        "sealed": "1 = 0",
        "fixed": ["id"],
        "kept": "EXISTS (SELECT 1 FROM hearings_hearing h WHERE h.id = {row}.hearing_id AND h.slug <> {row}.slug"
        " AND h.published_at <= {now})",
    },
}
RECORDS = {
    "hearing": {
        "words": [
            *("title", "date", "date_precision", "date_as_stated", "start_time", "time_zone"),
            *("place", "kind", "status", "congress", "summary", "official_url", "video_url"),
        ],
        "blank": ["summary", "place"],
    },
    "quote": {
        "words": ["hearing_id", "text", "language", "kind", "note", "spans", "speaker_id", "source_id", "turn_id"],
        "blank": ["text", "note"],
    },
    "transcript": {"words": ["hearing_id", "source_id", "accuracy", "language", "note"], "blank": ["note"]},
    "turn": {
        "words": ["transcript_id", "kind", "label", "speaker_id", "unresolved", "text", "footnotes"],
        "blank": ["text", "label", "named", "unresolved"],
        "emptied": ["footnotes", "pages"],
    },
    "exhibit": {
        "words": [
            *("hearing_id", "title", "presented_by_id", "shown_with_id", "site_id", "observation"),
            *("interpretation", "interpretation_by_id", "confidence", "limitations"),
        ],
        "blank": ["observation", "interpretation", "limitations"],
    },
}
SLUG_IS_LOST = (
    " OR OLD.published_at <= {now} AND NEW.slug <> OLD.slug AND NOT EXISTS"
    " (SELECT 1 FROM hearings_formerslug f WHERE f.slug = OLD.slug AND f.hearing_id = OLD.id)"
)
# A section of a public transcript keeps its heading until it is sealed.
HEADED = (
    "EXISTS (SELECT 1 FROM hearings_transcript r WHERE r.id = {row}.transcript_id"
    " AND r.published_at <= {now} AND r.state <> 'sealed')"
)
QUOTED = (
    "EXISTS (SELECT 1 FROM hearings_quote q WHERE q.source_id = {row}.id"
    " AND q.published_at <= {now} AND q.state <> 'sealed')"
)
BLACKED_OUT = (
    "LENGTH(NEW.text) = LENGTH(OLD.text) AND LENGTH(NEW.original) = 0 AND EXISTS"
    " (SELECT 1 FROM hearings_historyentry h WHERE h.action = 'sealed' AND h.at > {recently})"
)
LISTED = "EXISTS (SELECT 1 FROM hearings_publishedaddress a WHERE a.path = {path} AND a.public_from <= {now})"
# What is not a record of its own, but has an address that must stay: where it stands, and where its former ones are.
ADDRESSED = {
    "hearings_body": ("'/bodies/' || {row}.slug || '/'", ""),
    "hearings_topic": ("'/topics/' || {row}.slug || '/'", ""),
    "witnesses_witness": (
        "'/witnesses/' || {row}.slug || '/'",
        "SELECT 1 FROM witnesses_formerslug f WHERE f.slug = OLD.slug AND f.witness_id = OLD.id",
    ),
}
UNIQUE = {
    "hearings_sourcedocument": ["sha256"],
    "hearings_body": ["slug", "name"],
    "hearings_topic": ["slug", "name"],
    "witnesses_witness": ["slug"],
    "witnesses_formerslug": ["slug"],
    "hearings_correction": ["public_id"],
    "hearings_publishedaddress": ["path"],
    "hearings_formerslug": ["slug"],
    "hearings_hearing": ["public_id", "slug"],
    "hearings_quote": ["public_id"],
    "hearings_exhibit": ["public_id"],
    "hearings_transcript": ["public_id"],
    "hearings_turn": ["public_id"],
}
MESSAGE = "What was published is kept: rows of {table} are not changed, replaced or deleted."


def statements(vendor: str) -> list[str]:
    """The SQL that puts the triggers in place."""
    make = {"sqlite": _sqlite, "postgresql": _postgresql}[vendor]
    return [statement for table, rule in _rules(SAME[vendor]).items() for statement in make(table, **rule)]


def removal(vendor: str) -> list[str]:
    """The SQL that takes the triggers away."""
    tables = _rules(SAME[vendor])
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {table}_{verb}" for table in tables for verb in ("insert", "change", "delete")]
    return [f"DROP FUNCTION IF EXISTS {table}_{verb}() CASCADE" for table in tables for verb in ("keep", "truncate")]


def _rules(same: str) -> dict[str, dict[str, str]]:
    """For each table: the updates it refuses, the rows it keeps, and the inserts that it refuses."""
    rules = {
        table: {
            "change": f"NOT ({rule['sealed']} AND {_unchanged(rule['fixed'], same)})",
            "kept": rule["kept"],
            "insert": "",
        }
        for table, rule in FROZEN.items()
    }
    rules["hearings_version"]["insert"] = NOT_THE_NEXT
    rules["hearings_correction"]["insert"] = NOT_BETWEEN_ITS_VERSIONS
    for kind in KINDS:
        change = _record_change(kind, same) + (SLUG_IS_LOST if kind == "hearing" else "")
        rules[f"hearings_{kind}"] = {"change": change, "kept": "{row}.published_at <= {now}", "insert": ""}
    received = _unchanged(["id", "text", "original", "sha256"], same)
    rules["hearings_sourcedocument"] = {
        "change": f"{QUOTED.format(row='OLD', now='{now}')} AND NOT ({received}) AND NOT ({BLACKED_OUT})",
        "kept": QUOTED,
        "insert": "",
    }
    headed = _unchanged(["id", "transcript_id", "kind", "title"], same)
    rules["hearings_section"] = {
        "change": f"{HEADED.format(row='OLD', now='{now}')} AND NOT ({headed})",
        "kept": HEADED,
        "insert": "",
    }
    for table, (path, former) in ADDRESSED.items():
        listed = LISTED.format(path=path.format(row="OLD"), now="{now}")
        lost = f"NEW.slug <> OLD.slug AND {listed}" + (f" AND NOT EXISTS ({former})" if former else "")
        kept = LISTED.format(path=path, now="{now}")
        rules[table] = {"change": f"NEW.id <> OLD.id OR {lost}", "kept": kept, "insert": ""}
    return rules


def _unchanged(columns: list[str], same: str) -> str:
    return " AND ".join(f"NEW.{column} {same} OLD.{column}" for column in columns)


def _record_change(kind: str, same: str) -> str:
    """The updates that a record refuses."""
    version = f"NEW.current_id {same} OLD.current_id"
    wording = _unchanged(RECORDS[kind]["words"], same)
    time = f"NEW.published_at {same} OLD.published_at"
    blank = " AND ".join(f"NEW.{column} = ''" for column in RECORDS[kind]["blank"])
    blank += "".join(f" AND NEW.{column} = '[]'" for column in RECORDS[kind].get("emptied", []))
    if "title" in RECORDS[kind]["words"]:
        blank += f" AND NEW.title = 'Sealed {kind} ' || NEW.public_id"
    own_next = (
        f"EXISTS (SELECT 1 FROM hearings_version v WHERE v.id = NEW.current_id AND v.{kind}_id = NEW.id"  # noqa: S608
        f" AND v.number > COALESCE((SELECT o.number FROM hearings_version o WHERE o.id = OLD.current_id), 0)"
        + (" AND {text} = NEW.text)" if "text" in RECORDS[kind]["words"] else ")")
    )
    last = f"(SELECT c.reason FROM hearings_correction c WHERE c.{kind}_id = NEW.id ORDER BY c.id DESC LIMIT 1)"  # noqa: S608
    corrected = (
        f"EXISTS (SELECT 1 FROM hearings_correction c WHERE c.{kind}_id = NEW.id"  # noqa: S608
        " AND c.from_version_id = OLD.current_id AND c.to_version_id = NEW.current_id)"
    )
    in_history = (
        f"EXISTS (SELECT 1 FROM hearings_historyentry h WHERE h.kind = '{kind}'"  # noqa: S608
        " AND h.record = NEW.public_id AND h.action = 'sealed')"
    )
    return (
        "NEW.id <> OLD.id OR NEW.public_id <> OLD.public_id"
        f" OR NEW.current_id IS NOT NULL AND NOT ({version}) AND NOT {own_next}"
        f" OR OLD.state = 'sealed' AND NOT (NEW.state = 'sealed' AND {version} AND {time} AND {wording})"
        f" OR OLD.published_at <= {{now}} AND NOT ({version}) AND NOT {corrected}"
        f" OR OLD.state = 'published' AND NEW.state = 'withdrawn' AND COALESCE({last}, '') <> 'withdrawal'"
        f" OR OLD.state = 'withdrawn' AND NEW.state = 'published' AND COALESCE({last}, '') <> 'restoration'"
        f" OR OLD.state <> 'sealed' AND NEW.state = 'sealed' AND NOT ({version} AND {blank} AND {in_history})"
        f" OR OLD.state IN ('published', 'withdrawn') AND NEW.state <> 'sealed' AND {version} AND NOT ({wording})"
        f" OR OLD.published_at <= {{now}} AND NOT (NEW.state NOT IN ('draft', 'in_review') AND {time})"
    )


def _sqlite(table: str, change: str, kept: str, insert: str) -> list[str]:
    """BEFORE INSERT and the second half of BEFORE UPDATE meet OR REPLACE, which else removes rows without a trigger."""
    refuse = f"SELECT RAISE(ABORT, '{MESSAGE.format(table=table)}');"
    in_the_way = " OR ".join(f"t.{column} = NEW.{column}" for column in ["id", *UNIQUE.get(table, [])])
    taken = f"EXISTS (SELECT 1 FROM {table} t WHERE ({in_the_way}) AND {kept.format(row='t', now='{now}')}"  # noqa: S608
    conditions = {
        "insert": ("INSERT", " OR ".join(filter(None, [insert, f"{taken})"]))),
        "change": ("UPDATE", f"{change} OR {taken} AND t.id <> OLD.id)"),
        "delete": ("DELETE", kept.format(row="OLD", now="{now}")),
    }
    return [
        f"CREATE TRIGGER {table}_{name} BEFORE {verb} ON {table} WHEN {condition.format(**WORDS['sqlite'])} "
        f"BEGIN {refuse} END"
        for name, (verb, condition) in conditions.items()
    ]


def _postgresql(table: str, change: str, kept: str, insert: str) -> list[str]:
    words = WORDS["postgresql"]
    refuse = f"RAISE EXCEPTION '{MESSAGE.format(table=table)}' USING ERRCODE = 'integrity_constraint_violation';"
    return [
        f"""CREATE FUNCTION {table}_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF TG_OP = 'INSERT' THEN IF {insert.format(**words) or "FALSE"} THEN {refuse} END IF; RETURN NEW; END IF;
            IF TG_OP = 'UPDATE' THEN IF {change.format(**words)} THEN {refuse} END IF; RETURN NEW; END IF;
            IF {kept.format(row="OLD", **words)} THEN {refuse} END IF; RETURN OLD; END $$""",
        f"""CREATE TRIGGER {table}_keep BEFORE INSERT OR UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION {table}_keep()""",
        f"""CREATE FUNCTION {table}_truncate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF EXISTS (SELECT 1 FROM {table} WHERE {kept.format(row=table, **words)}) THEN {refuse} END IF;
            RETURN NULL; END $$""",  # noqa: S608
        f"""CREATE TRIGGER {table}_truncate BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION {table}_truncate()""",
    ]
