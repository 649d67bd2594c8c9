"""What stands on the image card of a record: frozen words, and how they stand today."""

from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage

from hearings.imaging.card import PICTURE, Card
from hearings.models import Exhibit, Hearing, Quote, Turn, Version
from hearings.models.publishing import Publishable
from hearings.storage import rendition_name

MEDIA_TYPE = "image/png"


def quote(record: Quote, version: Version) -> Card:
    """The words beside their rule, who said them, under which title and when. Withdrawn words are not on it."""
    kind = "Testimony"
    if record.is_withdrawn or record.hearing.is_withdrawn:
        return _withdrawn(record, version, kind, "quotation")
    return Card(
        **_frame(version, kind),
        paragraphs=tuple(f"“{passage}”" for passage in version.passages),
        language=version.language,
        rtl=version.direction == "rtl",
        quoted=True,
        name=version.speaker_name,
        facts=(version.affiliation, _held(version)),
        status=_standing(record, version),
    )


def turn(record: Turn, version: Version) -> Card:
    """What was said in one turn and by whom; an unnamed speaker as the transcript prints it."""
    kind = "Transcript"
    if record.is_withdrawn or record.transcript.is_withdrawn or record.hearing.is_withdrawn:
        return _withdrawn(record, version, kind, "turn of the transcript")
    return Card(
        **_frame(version, kind),
        paragraphs=tuple(version.passages),
        language=version.language,
        rtl=version.direction == "rtl",
        quoted=True,
        name=version.speaker_name or version.content["label"],
        facts=(version.affiliation, _held(version)),
        status=_standing(record, version),
    )


def site() -> Card:
    """The card of every page that is no record."""
    return Card(
        site=settings.SITE_NAME,
        kind="",
        paragraphs=("Testimony, word for word",),
        address=settings.SITE_URL.partition("://")[2],
        facts=("Who testified, under which title that day, and the exact words they said.",),
    )


def exhibit(record: Exhibit, version: Version) -> Card:
    """The title, who showed it and when, beside the first image that may be shown on other sites."""
    kind = "Exhibit"
    if record.is_withdrawn or record.hearing.is_withdrawn:
        return _withdrawn(record, version, kind, "exhibit")
    presenter = version.content["presented_by"]
    image, credit = next(filter(None, map(_picture, version.content["captures"])), (None, ""))
    return Card(
        **_frame(version, kind),
        paragraphs=(version.content["title"],),
        name=f"Shown by {presenter['name']}" if presenter else "",
        facts=(_held(version),),
        status=_standing(record, version),
        image=image,
        credit=credit,
    )


def hearing(record: Hearing, version: Version) -> Card:
    """The title, who held it, when and where, and who testified."""
    content = version.content
    if record.is_withdrawn:
        return _withdrawn(record, version, content["meeting"], content["meeting"].lower())
    when = content["date"] if content["status"] == "Held" else f"{content['status']}: {content['date']}"
    witnesses = ", ".join(person["name"] for person in content["people"] if person["role"].startswith("Witness"))
    return Card(
        **_frame(version, content["meeting"]),
        paragraphs=(content["title"],),
        name=" and ".join(body["name"] for body in content["bodies"]),
        facts=(" · ".join(filter(None, [when, content["place"]])), f"Testimony of {witnesses}" if witnesses else ""),
        status=_standing(record, version),
    )


def _frame(version: Version, kind: str) -> dict[str, str]:
    host = settings.SITE_URL.partition("://")[2]
    return {"site": settings.SITE_NAME, "kind": kind, "address": host + version.get_absolute_url()}


def _held(version: Version) -> str:
    held = version.held
    return f"{held['date']} · {held['title']}"


def _standing(record: Publishable, version: Version) -> str:
    latest = record.current.number
    if version.number < latest:
        return f"Corrected since: version {latest} is current."
    return f"Corrected: this is version {latest}." if latest > 1 else ""


def _withdrawn(record: Publishable, version: Version, kind: str, noun: str) -> Card:
    """That it was withdrawn, and nothing of what it said."""
    under = "" if record.is_withdrawn else "The hearing of "
    this = f"{under}{'this' if under else 'This'} {noun} was withdrawn."
    return Card(
        **_frame(version, kind),
        paragraphs=(this,),
        facts=("" if isinstance(record, Hearing) else _held(version),),
        status="Withdrawn. Do not quote it as valid.",
        withdrawn=True,
    )


def _picture(capture: dict) -> tuple[Path, str] | None:
    """The smallest copy of an image that fills its place on a card, with its credit; None if it may not be there."""
    rendering = capture["rendering"]
    widths = sorted(rendering.get("widths", []))
    if not widths or not capture["may_embed"]:
        return None
    width = next((width for width in widths if width >= PICTURE * 1.5), widths[-1])
    path = Path(default_storage.path(rendition_name(rendering["recipe"], capture["sha256"], width, "jpg")))
    return (path, ". ".join(filter(None, [capture["sample"], capture["credit"]]))) if path.exists() else None
