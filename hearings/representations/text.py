"""Records as plain text, for reading and keeping anywhere: the words first, then what they are and where they stand."""

from collections.abc import Iterable, Iterator

from django.conf import settings

from hearings.models import Exhibit, Hearing, Quote, Transcript, Turn, Version
from hearings.models.publishing import Publishable
from hearings.notes import as_text
from hearings.representations.data import page

MEDIA_TYPE = "text/plain; charset=utf-8"


def quote(record: Quote, version: Version) -> str:
    """The words in their marks, who said them and where, how they stand today, and their addresses."""
    attribution = f"— {said_by(version)}"
    finding = record.finding_of(version)
    found = f"{finding.get_outcome_display()}." if finding else ""
    return document(
        [in_marks(version), attribution, _hearing_line(version), found, *standing(record, version), _source(version)]
    )


def turn(record: Turn, version: Version) -> str:
    """What was said in one turn, by whom, its footnotes, and where the turn stands."""
    who = said_by(version) or version.content["label"]
    if not who and version.content["kind"] == Turn.Kind.SPEECH:
        who = f"Not identified: {version.content['unresolved']}"
    attribution = f"— {who}" if who else f"{Turn.Kind(version.content['kind']).label}, no words of a speaker."
    place = f"{record.called} of the transcript ({record.transcript.get_accuracy_display().lower()})."
    notes = as_text(version.footnotes)
    about = [attribution, f"{_hearing_line(version)}\n{place}", *standing(record, version)]
    return document([version.text, notes and f"Footnotes\n\n{notes}", *about])


def exhibit(record: Exhibit, version: Version) -> str:
    """What the images are said to show, and the facts of each; the images themselves are not in a text."""
    content = version.content
    presenter = content["presented_by"]
    shown = f"Shown by {', '.join(filter(None, [presenter['name'], presenter['title']]))}." if presenter else ""
    images = [
        "\n".join(
            filter(
                None,
                [
                    f"{capture['label']}: {capture['alt_text']}",
                    f"Acquired {capture['acquired_start'] or 'at a time not known'}. {capture['provider']}. "
                    f"{capture['credit']}. {capture['licence']}.",
                    f"SHA-256 of the original {capture['sha256']}",
                ],
            )
        )
        for capture in ([] if record.is_withdrawn or record.hearing.is_withdrawn else content["captures"])
    ]
    facts = [content["title"], _hearing_line(version), shown, content["observation"], content["interpretation"]]
    return document([*facts, content["limitations"], *images, *standing(record, version)])


def hearing(record: Hearing, version: Version) -> str:
    """The facts of a hearing, who spoke, and every public quotation."""
    content = version.content
    bodies = ", ".join(body["name"] for body in content["bodies"])
    facts = [content["meeting"], bodies, content["date"], content["place"]]
    people = [
        ", ".join(filter(None, [f"- {one['role']}: {one['name']}", *one["title"].splitlines(), one["organization"]]))
        for one in content["people"]
    ]
    quotes = [
        f"{in_marks(shown)}\n— {said_by(shown)}\n{settings.SITE_URL}{row.get_absolute_url()}"
        for row in record.quotes.public().shown()
        for shown in [row.shown]
    ]
    if record.is_withdrawn:
        quotes = []
    references = [
        f"- {one['title']}" + (f", {one['citation']}" if one["citation"] else "") for one in content["references"]
    ]
    return document(
        [
            content["title"],
            "\n".join(filter(None, facts)),
            *standing(record, version),
            content["summary"],
            _list("Who spoke", people),
            *(["In their words", *quotes] if quotes else []),
            _list("Laws, treaties and reports named", references),
        ]
    )


def transcript(record: Transcript, version: Version) -> str:
    """Every turn, each under its number and who said it, with its address; of an earlier version the facts alone."""
    title = f"{version.content['accuracy']}: {version.held['title']}"
    head = [title, _hearing_line(version), version.content["note"], *standing(record, version)]
    if version.pk != record.current_id:
        return document([*head, "The words stand in the turns, each with versions of its own."])
    return document([*head, *_turns(Turn.objects.readable().filter(transcript=record).shown())])


def _turns(turns: Iterable[Turn]) -> Iterator[str]:
    section = None
    for one in turns:
        if one.section_id != section:
            section = one.section_id
            yield f"== {one.section.title or one.section.get_kind_display()} =="
        shown = one.shown
        who = shown.speaker_name or shown.content["label"] or one.get_kind_display()
        words = "\n\n".join(filter(None, [shown.text, as_text(shown.footnotes)]))
        number = f"{one.number}. "
        if one.is_withdrawn:
            number, words = "", "This turn was withdrawn."
        yield f"{number}{who}\n{words}\n{settings.SITE_URL}{one.get_absolute_url()}"


def standing(record: Publishable, version: Version) -> list[str]:
    """How the version stands today, its addresses and its commitment."""
    latest, said = record.current.number, standing_words(record, version)
    facts = [
        f"Version {version.number} of {latest}, published {version.published_at:%Y-%m-%d}.",
        f"Permanent link: {page(record._meta.model_name, record.public_id)}",
        f"This version: {settings.SITE_URL}{version.get_absolute_url()}",
        f"Commitment (SHA-256): {version.commitment}",
    ]
    return ["\n".join(said), "\n".join(facts)]


def standing_words(record: Publishable, version: Version) -> list[str]:
    """That a record was withdrawn, and why, or this version corrected; nothing while it stands."""
    said = []
    if record.is_withdrawn:
        reasons = record.corrections.filter(reason="withdrawal").order_by("-made_at", "-pk")[:1]
        said += ["WITHDRAWN. Do not quote it as valid.", *(one.sentence for one in reasons)]
    elif not isinstance(record, Hearing) and record.hearing.is_withdrawn:
        said.append("THE HEARING WAS WITHDRAWN. Do not quote it as valid.")
    if version.number != record.current.number:
        said.append(f"CORRECTED SINCE: version {record.current.number} is current.")
    return said


def in_marks(version: Version) -> str:
    """The words, each passage in marks of its own: between two the source goes on."""
    return "\n\n".join(f"“{passage}”" for passage in version.passages)


def said_by(version: Version) -> str:
    """The speaker with the title and organisation of that day; empty where nobody is named."""
    return ", ".join(filter(None, [version.speaker_name, version.affiliation]))


def _hearing_line(version: Version) -> str:
    held = version.held
    return f"{held['title']}, {held['date']}"


def _source(version: Version) -> str:
    source = version.content["source"]
    if not source:
        return ""
    return "\n".join(
        filter(None, [f"Source: {source['title']} ({source['kind']})", source["publisher"], source["url"]])
    )


def _list(title: str, lines: list[str]) -> str:
    return "\n".join([title, *lines]) if lines else ""


def document(parts: Iterable[str]) -> str:
    """Parts with a blank line between them; what is empty is left out."""
    return "\n\n".join(part for part in parts if part) + "\n"
