"""Records as citations see them: what a version tells, with the parts of a name where the person is still so called."""

from django.conf import settings
from django.urls import reverse

from hearings.citations import Cited, Person, known_date, parse_person
from hearings.models import Appearance, Exhibit, Hearing, Quote, Turn, Version
from hearings.models.publishing import Publishable
from witnesses.names import split_honorific


def quote(record: Quote, version: Version) -> Cited:
    """The words of a quotation and who said them."""
    return _cited(record, version, record.hearing, **_spoken(version, record.speaker))


def turn(record: Turn, version: Version) -> Cited:
    """The words of one turn of a transcript; stage directions and turns of nobody have no speaker.

    The pages are those of the source as it is read now, and none where it does not say on which the turn begins.
    """
    numbered = version.pk == record.current_id and all(record.pages)
    return _cited(
        record,
        version,
        record.hearing,
        withdrawn=record.transcript.is_withdrawn,
        pages=tuple(record.pages) if numbered else (),
        **_spoken(version, record.speaker),
    )


def exhibit(record: Exhibit, version: Version) -> Cited:
    """An exhibit by its title, and who presented it."""
    presenter = version.content["presented_by"]
    return _cited(
        record,
        version,
        record.hearing,
        text=version.content["title"],
        speaker=_person(presenter["name"], record.presented_by) if presenter else None,
        affiliation=presenter.get("title", ""),
    )


def hearing(record: Hearing, version: Version) -> Cited:
    """A hearing as a whole."""
    return _cited(record, version, record)


def _cited(record: Publishable, version: Version, held: Hearing, *, withdrawn: bool = False, **facts) -> Cited:
    """The hearing as it stands, by the title and date that the version tells."""
    content = version.content if record is held else held.shown.content
    told = content if record is held else version.held
    page = reverse("hearings:hearing_by_id", args=[record.public_id]) if record is held else record.get_absolute_url()
    return Cited(
        kind=record._meta.model_name,
        public_id=record.public_id,
        hearing=told["title"],
        permalink=settings.SITE_URL + page,
        version_link=settings.SITE_URL + version.under(record).get_absolute_url(),
        version=version.number,
        latest=record.current.number if record.current else 0,
        site=settings.SITE_NAME,
        bodies=tuple(body["name"] for body in content["bodies"]),
        meeting=content["meeting"],
        congress=content["congress"],
        date=known_date(told["date"]),
        place=content["place"],
        language=version.language,
        withdrawn=withdrawn or record.is_withdrawn or held.is_withdrawn,
        **facts,
    )


def _spoken(version: Version, appearance: Appearance | None) -> dict:
    told = version.content["speaker"]
    return {
        "text": version.text,
        "speaker": _person(told["name"], appearance) if told["id"] else None,
        "affiliation": version.affiliation,
    }


def _person(name: str, appearance: Appearance | None) -> Person:
    """The parts of a frozen name: the person's own while it is the same name, else as the name itself shows them."""
    person = appearance.person if appearance else None
    honorific, bare = split_honorific(name)
    if person and name == person.styled_name:
        honorific, bare = person.honorific, person.full_name
    if person and bare == person.full_name:
        return Person(person.family_name, person.given_name, person.suffix, person.family_first, honorific)
    if not person:
        return parse_person(name)
    return parse_person(name, whole=person.protected or not person.given_name, family_first=person.family_first)
