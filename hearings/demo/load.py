"""Loads the demo content: each hearing of the data files that is not in the record yet, whole or not at all."""

import hashlib
import io
import json
from datetime import datetime
from pathlib import Path

from django.db import models, transaction
from django.db.models import Q

from hearings.actions.corrections import correct, withdraw
from hearings.actions.exhibits import process
from hearings.actions.publishing import publish_hearing, submit_for_review
from hearings.demo.pictures import draw
from hearings.importing.as_read import publish_as_read
from hearings.importing.load_transcript import take_in
from hearings.models import (
    Appearance,
    Body,
    Capture,
    Exhibit,
    Hearing,
    Mention,
    Quote,
    Reference,
    Site,
    SourceDocument,
    Topic,
)
from hearings.storage import keep_exhibit_image, original_name
from hearings.text import locate_passages
from witnesses.models import Witness

FILES = ("june-2023.json", "samples.json")
SAMPLE_IMAGE = {
    "is_sample": True,
    "provider": "Drawn for this project",
    "licence": "CC0 1.0",
    "licence_code": "CC0-1.0",
    "may_embed": True,
    "may_download": True,
    "licence_url": "https://creativecommons.org/publicdomain/zero/1.0/",
    "credit": "Drawing made by this project",
}


@transaction.atomic
def load_demo() -> list[Hearing]:
    """Add the demo hearings that are missing and return them; what is there already is not touched.

    A hearing counts as there when its address is or was in use.
    """
    added = []
    for name in FILES:
        data = json.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
        for entry in data["hearings"]:
            slug = entry["hearing"]["slug"]
            if not Hearing.objects.filter(Q(slug=slug) | Q(former_slugs__slug=slug)).exists():
                added.append(load_hearing(entry, data))
    return added


def load_hearing(entry: dict, data: dict) -> Hearing:
    """One hearing with all that hangs on it, in the state that its `publish` names: now, no, review or a time."""
    hearing = add(Hearing, **entry["hearing"])
    hearing.bodies.set(shelf(Body, slug, data["bodies"]) for slug in entry["bodies"])
    hearing.topics.set(shelf(Topic, slug, data["topics"]) for slug in entry["topics"])
    speakers = load_appearances(hearing, entry["appearances"], data["people"])
    quotes = load_quotes(hearing, speakers, entry)
    exhibits = load_exhibits(hearing, speakers, quotes, entry.get("exhibits", []))
    load_mentions(hearing, entry.get("mentions", []))
    when = entry["publish"]
    if when == "review":
        submit_for_review(record=hearing, by=None)
    elif when != "no":
        publish_hearing(
            hearing=hearing,
            by=None,
            quotes=finished(quotes, entry.get("quotes", [])),
            exhibits=finished(exhibits, entry.get("exhibits", [])),
            at=None if when == "now" else datetime.fromisoformat(when),
        )
    correct_quotes(quotes, entry.get("quotes", []))
    if "transcript" in entry:
        load_transcript(hearing, **entry["transcript"])
    return hearing


def load_transcript(hearing: Hearing, file: str, **facts: str) -> None:
    """The transcript of a public hearing, read from its file as any other is, and published."""
    [taken] = take_in(data=Path(__file__).with_name(file).read_bytes(), hearing=hearing, by=None, **facts)
    publish_as_read(transcript=taken.transcript, by=None)


def correct_quotes(quotes: list[Quote], rows: list[dict]) -> None:
    """Correct and withdraw in public what the data says was."""
    for quote, row in zip(quotes, rows, strict=True):
        if "corrected" in row:
            quote.text = "\n\n".join(row["passages"])
            quote.spans = locate_passages(quote.text, quote.source.text)
            correct(record=quote, by=None, **row["corrected"])
        if "withdrawn" in row:
            withdraw(record=quote, sentence=row["withdrawn"], by=None)


def load_appearances(hearing: Hearing, rows: list[dict], people: dict) -> dict[str, Appearance]:
    """The people listed at the hearing, by slug; a person who is known already is not changed."""
    speakers = {}
    for order, row in enumerate(rows):
        slug = row["person"]
        person = Witness.objects.filter(slug=slug).first()
        if person is None:
            person = Witness(slug=slug, **people[slug])
            person.sort_name = person.default_sort_name()
            person.full_clean()
            person.save()
        speakers[slug] = add(Appearance, **row | {"hearing": hearing, "person": person, "order": order})
    return speakers


def load_quotes(hearing: Hearing, speakers: dict[str, Appearance], entry: dict) -> list[Quote]:
    """The quotes in order, each found in the source that is made of all of them."""
    rows = entry.get("quotes", [])
    if not rows:
        return []
    text = source_text(rows, speakers)
    source = load_source(hearing, text, entry["source"])
    quotes = []
    for order, row in enumerate(rows):
        words = "\n\n".join(row.get("first_published_as", row["passages"]))
        quotes.append(
            add(
                Quote,
                hearing=hearing,
                speaker=speakers[row["speaker"]],
                source=source,
                text=words,
                spans=locate_passages(words, text),
                order=order,
                **{name: row[name] for name in ("kind", "language", "note") if name in row},
            )
        )
    return quotes


def source_text(rows: list[dict], speakers: dict[str, Appearance]) -> str:
    """The passages in quotation marks, each after a line that names who said it."""
    lines = []
    for row in rows:
        name = speakers[row["speaker"]].person.styled_name
        within = ", words quoted within a sentence of the source" if row.get("kind") == "partial" else ""
        for number, passage in enumerate(row["passages"]):
            lines += [f"{name}, continuing:" if number else f"{name}{within}:", f"“{passage}”"]
    return "\n\n".join(lines) + "\n"


def load_source(hearing: Hearing, text: str, facts: dict) -> SourceDocument:
    """The source; the same text left over from a hearing that was deleted is taken up again."""
    original = text.encode()
    sha256 = hashlib.sha256(original).hexdigest()
    source = SourceDocument.objects.filter(sha256=sha256, hearing=None).first()
    if source is None:
        return add(SourceDocument, hearing=hearing, text=text, original=original, sha256=sha256, **facts)
    source.hearing = hearing
    source.save()
    return source


def load_exhibits(
    hearing: Hearing, speakers: dict[str, Appearance], quotes: list[Quote], rows: list[dict]
) -> list[Exhibit]:
    """The exhibits in order with their pictures; `shown_with` counts the quotes from 1."""
    exhibits = []
    for order, row in enumerate(rows):
        fields = {name: value for name, value in row.items() if name not in {"captures", "draft"}}
        fields |= {"hearing": hearing, "order": order, "presented_by": speakers[row["presented_by"]]}
        if "shown_with" in row:
            fields["shown_with"] = quotes[row["shown_with"] - 1]
        if "site" in row:
            fields["site"] = Site.objects.filter(name=row["site"]["name"]).first() or add(Site, **row["site"])
        exhibit = add(Exhibit, **fields)
        for number, capture in enumerate(row["captures"]):
            load_capture(exhibit, number, capture)
        exhibits.append(exhibit)
    return exhibits


def load_capture(exhibit: Exhibit, order: int, row: dict) -> Capture:
    """A drawn picture, kept as an upload would be."""
    facts = keep_exhibit_image(io.BytesIO(draw(row["picture"])), f"{row['picture']}.jpg")
    fields = SAMPLE_IMAGE | {name: value for name, value in row.items() if name != "picture"}
    capture = add(
        Capture,
        exhibit=exhibit,
        order=order,
        original=original_name(facts.sha256),
        sha256=facts.sha256,
        media_type=facts.media_type,
        byte_size=facts.byte_size,
        width=facts.width,
        height=facts.height,
        **fields,
    )
    process(capture=capture)
    return capture


def load_mentions(hearing: Hearing, rows: list[dict]) -> None:
    """What the hearing named; a reference that is known already is not changed."""
    for order, row in enumerate(rows):
        fields = {name: value for name, value in row.items() if name != "as_named"}
        if "earlier_hearing" in row:
            slug = row["earlier_hearing"]
            fields["earlier_hearing"] = Hearing.objects.get(Q(slug=slug) | Q(former_slugs__slug=slug))
        known = Reference.objects.filter(kind=row["kind"], title=row["title"]).first()
        reference = known or add(Reference, **fields)
        add(Mention, hearing=hearing, reference=reference, as_named=row.get("as_named", ""), order=order)


def shelf(model: type[Body] | type[Topic], slug: str, rows: dict) -> Body | Topic:
    """The body or topic, by its address or its name; added where there is none."""
    known = model.objects.filter(Q(slug=slug) | Q(name=rows[slug]["name"])).first()
    return known or add(model, slug=slug, **rows[slug])


def finished(records: list, rows: list[dict]) -> list:
    """Those records whose data does not say that they stay drafts."""
    return [record for record, row in zip(records, rows, strict=True) if not row.get("draft")]


def add(model: type[models.Model], **fields) -> models.Model:
    """A saved row that has passed the same checks as a form in the admin."""
    row = model(**fields)
    row.full_clean()
    row.save()
    return row
