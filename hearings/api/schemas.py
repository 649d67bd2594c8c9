"""What the answers of the API look like, as JSON Schema (the dialect of OpenAPI 3.1), with nothing besides."""

from typing import get_args

from hearings.checking import Outcome, Standing, Wording
from hearings.diffs import Piece
from hearings.ids import PATTERN
from hearings.models import Appearance, Correction, Finding, Hearing, Quote, Reference, Turn
from hearings.models.version import KINDS

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
FLAG = {"type": "boolean"}
REAL = {"type": ["number", "null"]}
LINK = {"type": "string", "format": "uri"}
TIME = {"type": "string", "format": "date-time"}
ID = {"type": "string", "pattern": f"^{PATTERN}$"}
HASH = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def ref(name: str) -> dict:
    return {"$ref": f"#/components/schemas/{name}"}


def said(schema: dict, says: str) -> dict:
    return schema | {"description": says}


def record(optional: tuple[str, ...] = (), **properties: dict) -> dict:
    """An object with these properties and no others; all of them are there but the optional ones."""
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def many(schema: dict) -> dict:
    return {"type": "array", "items": schema}


def maybe(schema: dict) -> dict:
    return {"anyOf": [schema, {"type": "null"}]}


def enum(values) -> dict:
    return {"type": "string", "enum": list(values)}


def texts(*names: str) -> dict[str, dict]:
    return dict.fromkeys(names, TEXT)


def links(*names: str, optional: tuple[str, ...] = ()) -> dict:
    return record(optional, **dict.fromkeys((*names, *optional), LINK))


def chosen(choices) -> dict:
    return said(
        enum(["", *choices.values]), "As the filter takes it; empty for a word of a version that no filter has."
    )


IN_WORDS = said(TEXT, "In words, as the version has it.")
OF_RECORD = ("self", "html", "version", "versions", "card", "card_dark", "corrections")
BOTH = links("self", "html")
PERSON_LINKS = links(optional=("self", "html"))
AT_HEARING = said(
    record(id=ID, **texts("title", "date"), links=BOTH),
    "The hearing as it is called today; in a version at its own address, as it was called then.",
)


def versioned(noun: str, expansions: tuple[str, ...], /, **properties: dict) -> dict:
    """A record of which versions are published."""
    schema = record(
        ("expanded",),
        type={"type": "string", "const": noun},
        id=said(ID, "Opaque; never changes and is never used again."),
        version=said({"type": "integer", "minimum": 1}, "The number of the version that is told here."),
        is_current=said(FLAG, "Whether it is the latest version."),
        state=said(enum(["published", "withdrawn"]), "A withdrawn record stays readable; its corrections say why."),
        published=said(TIME, "When this version was published (UTC)."),
        redacted=said(FLAG, "Whether less may be told of a place today than this version told."),
        **properties,
        proof=ref("Proof"),
        expanded=record(
            expansions, **{name: EXPANDED.get(name) or many(ref(noun.capitalize())) for name in expansions}
        ),
    )
    return schema


EXPANDED = {"hearing": ref("Hearing"), "corrections": many(ref("Correction"))}
ALL = ("hearing", "versions", "corrections")
SOURCE = record(**texts("title", "kind", "publisher", "url", "note", "received"), sha256=HASH)
SPEAKER = record(**texts("name", "title", "organization"), links=PERSON_LINKS)
IN_TRANSCRIPT = record(outcome=enum(Finding.Outcome.values), says=TEXT, turns=many(record(id=ID, links=BOTH)))
TURN_OF_QUOTE = record(id=ID, version=NUMBER, links=BOTH)
PERSON = record(
    **texts("name", "native_name", "native_language", "title", "organization"),
    role=chosen(Appearance.Role),
    role_label=said(TEXT, "In words, with the panel if there were several."),
    statement=maybe(record(sha256=HASH, bytes=NUMBER)),
    links=links(optional=("self", "html", "statement")),
)
SITE = record(
    **texts("id", "name", "local_name", "local_language", "country", "coordinates", "precision", "precision_reason"),
    point=said(many({"type": "number"}), "Longitude and latitude (WGS 84), as far as they may be known; or nothing."),
    area={"type": ["integer", "null"]},
)
MARK = record(**texts("letter", "text", "shape", "author"), points=many(many({"type": "number"})))
CAPTURE = record(
    **texts("label", "acquired", "acquired_start", "acquired_end", "acquired_precision", "acquired_basis"),
    **texts("provider", "platform", "sensor", "scene", "resolution", "crs", "licence", "licence_code", "licence_url"),
    **texts("credit", "alt_text", "long_description", "sample", "source_checksum", "media_type"),
    **dict.fromkeys(("gsd", "pixel_size", "off_nadir", "sun_azimuth", "sun_elevation", "cloud_cover"), REAL),
    bbox=many({"type": "number"}),
    processing=many(TEXT),
    may_embed=FLAG,
    may_download=FLAG,
    sha256=said(HASH, "Of the original as it was received."),
    bytes=NUMBER,
    width=NUMBER,
    height=NUMBER,
    annotations=many(MARK),
)
REFERENCE = {
    "kind": chosen(Reference.Kind),
    "kind_label": IN_WORDS,
    **texts("title", "citation", "date", "url", "as_named"),
    "earlier_hearing": maybe(LINK),
}
NAMED = said(TEXT, "As the version has it.")
PIECE = record(**texts(*Piece._fields))
WORDS = {
    "text": said(TEXT, "The exact words. A blank line is a paragraph, or where the source breaks off."),
    "language": said(TEXT, "A language tag (BCP 47)."),
    "direction": enum(["ltr", "rtl"]),
}

SCHEMAS = {
    "Proof": record(
        commitment=HASH,
        salt=maybe(TEXT),
        canonical=said(maybe(TEXT), "The whole version as one text; null where it is redacted."),
        method=TEXT,
    ),
    "Hearing": versioned(
        "hearing",
        ALL[1:],
        **texts("title", "date", "time", "place", "summary", "official_url", "video_url"),
        kind=chosen(Hearing.Kind),
        meeting=said(TEXT, "The kind in words, as the version has it."),
        status=chosen(Hearing.Status),
        status_label=IN_WORDS,
        congress={"type": ["integer", "null"]},
        day=said(TEXT, "The date as 2023-06-13, 2023-06 or 2023; empty for an earlier version."),
        bodies=many(record(name=NAMED, links=links("html"))),
        topics=many(record(**texts("name", "slug"), links=links("html"))),
        people=many(PERSON),
        references=many(record(**REFERENCE)),
        links=links(*OF_RECORD, "quotes", "turns", "exhibits"),
    ),
    "Quote": versioned(
        "quote",
        ALL,
        **WORDS,
        kind=enum(Quote.Kind.values),
        note=TEXT,
        speaker=SPEAKER,
        hearing=AT_HEARING,
        source=SOURCE,
        selectors=said(
            many(record(start=NUMBER, end=NUMBER)), "Characters in the source, or in the turn if there is one."
        ),
        turn=maybe(TURN_OF_QUOTE),
        in_transcript=said(
            maybe(IN_TRANSCRIPT),
            "How the words stand in the published transcript today; it changes with that and is in no version.",
        ),
        links=links(*OF_RECORD),
    ),
    "Turn": versioned(
        "turn",
        ALL,
        **WORDS,
        kind=enum(Turn.Kind.values),
        number=said(
            NUMBER,
            "Its place in the transcript today. A new edition may move it; only live turns have one each.",
        ),
        label=said(TEXT, "The speaker as printed."),
        unresolved=said(TEXT, "Why nobody is named."),
        footnotes=said(
            many(record(**texts("mark", "text"), at={"type": ["integer", "null"]})),
            "In print, each with its mark; `at` is the character of the words at which the mark stands, if known.",
        ),
        speaker=maybe(SPEAKER),
        hearing=AT_HEARING,
        transcript=record(id=ID, links=links("html")),
        links=links(*OF_RECORD),
    ),
    "Exhibit": versioned(
        "exhibit",
        ALL,
        **texts(
            "title", "observation", "interpretation", "interpretation_by", "confidence", "limitations", "alignment"
        ),
        presented_by=record(("name", "title"), **texts("name", "title")),
        site=SITE,
        captures=many(CAPTURE),
        hearing=AT_HEARING,
        shown_in=maybe(LINK),
        links=links(*OF_RECORD, "stac", "iiif", "annotations"),
    ),
    "Correction": record(
        type={"type": "string", "const": "correction"},
        id=ID,
        kind=enum(Correction.Kind.values),
        sentence=said(TEXT, "What was wrong and what is right now."),
        made=TIME,
        of=record(type=enum(KINDS), id=ID, links=links("html", optional=("self",))),
        from_version=NUMBER,
        to_version=said(NUMBER, "The same as `from_version` where the state alone changed."),
        links=BOTH,
    ),
    "Witness": record(
        type={"type": "string", "const": "witness"},
        id=said(TEXT, "The last part of the address of the page; it may change, and then leads on."),
        **texts("given_name", "family_name", "suffix", "honorific", "sort_name", "name"),
        **texts("native_name", "native_language", "biography"),
        elsewhere=many(record(label=TEXT, url=LINK)),
        links=links("self", "html", "hearings", "quotes", optional=("portrait",)),
    ),
    "Reference": record(type={"type": "string", "const": "reference"}, **REFERENCE, hearing=AT_HEARING),
    "Hit": record(
        type={"type": "string", "const": "hit"},
        snippet=many(record(kind=enum(["same", "found"]), text=TEXT)),
        record={"anyOf": [ref("Quote"), ref("Turn")]},
    ),
    "Check": record(
        text=said(TEXT, "What was asked, as it came."),
        outcome=said(
            enum(get_args(Outcome)),
            "edited: the words outside brackets and omissions stand in the record; what was put in brackets or left "
            "out is not checked and may change the meaning, and the difference shows what the record has there.",
        ),
        sentence=said(TEXT, "The outcome in words; where nothing could be checked, why and what to do."),
        matches=many(
            record(
                type=enum(["quote", "turn"]),
                id=ID,
                version=NUMBER,
                current_version=NUMBER,
                **dict.fromkeys(("url", "version_url"), LINK),
                commitment=HASH,
                published=TIME,
                wording=said(enum(get_args(Wording)), "`capitals`: the same words but for capitals."),
                standing=enum(get_args(Standing)),
                **texts("sentence", "language"),
                speaker=record(**texts("name", "title", "organization")),
                hearing=record(id=ID, **texts("title", "date")),
                difference=said(many(many(PIECE)), "Word by word, from what was asked to the record."),
                own_letters=said(many(TEXT), "Edits of what was asked that have no place in `difference`."),
                since=said(many(PIECE), "Word by word, from this version to the current one."),
                corrections=many(record(url=LINK, **texts("reason", "sentence"))),
            )
        ),
    ),
    "Problem": said(
        record(type={"type": "string", "const": "about:blank"}, title=TEXT, status=NUMBER, detail=TEXT),
        "RFC 9457. `detail` says what to do.",
    ),
}


def page_of(name: str, **more: dict) -> dict:
    """A page of a list of these."""
    return record(
        items=many(ref(name)),
        **more,
        links=record(self=LINK, next=said(maybe(LINK), "The address of the next page; null on the last one.")),
    )
