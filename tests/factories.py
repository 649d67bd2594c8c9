"""Plain functions that make rows for tests; what a test does not name is filled with something valid."""

import datetime
import hashlib
import io
import itertools

from django.contrib.auth.models import Permission, User
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from hearings.actions.corrections import correct
from hearings.actions.exhibits import job_of, settle
from hearings.actions.publishing import publish_hearing, publish_transcript
from hearings.imaging import worker
from hearings.models import (
    Annotation,
    Appearance,
    Body,
    Capture,
    Edition,
    Exhibit,
    Hearing,
    Mention,
    Quote,
    Reference,
    Section,
    Site,
    SourceDocument,
    Topic,
    Transcript,
    Turn,
)
from hearings.storage import keep_document, keep_exhibit_image, keep_portrait, original_name
from hearings.text import locate_passages
from witnesses.models import Witness, WitnessLink

numbers = itertools.count(1)


def make_user(*, username=None, publisher=True, superuser=False, **fields):
    username = username or f"user{next(numbers)}"
    make = User.objects.create_superuser if superuser else User.objects.create_user
    user = make(username=username, password="a long enough password", is_staff=True, **fields)
    if not superuser:
        permissions = Permission.objects.filter(content_type__app_label__in=["hearings", "witnesses"])
        if not publisher:
            permissions = permissions.exclude(codename="publish_hearing")
        user.user_permissions.set(permissions)
    return user


def make_body(*, name=None, **fields):
    number = next(numbers)
    return Body.objects.create(name=name or f"Sample Commission {number}", slug=f"body-{number}", **fields)


def make_topic(*, name=None, **fields):
    number = next(numbers)
    return Topic.objects.create(name=name or f"Topic {number}", slug=f"topic-{number}", **fields)


def make_person(*, given_name="Alba", family_name=None, slug=None, **fields):
    number = next(numbers)
    family_name = family_name or f"Sample{number}"
    fields.setdefault("sort_name", f"{family_name}, {given_name}")
    return Witness.objects.create(
        given_name=given_name, family_name=family_name, slug=slug or f"person-{number}", **fields
    )


def make_hearing(*, bodies=None, topics=(), **fields):
    number = next(numbers)
    fields.setdefault("title", f"Sample hearing {number}")
    fields.setdefault("slug", f"sample-hearing-{number}")
    fields.setdefault("date", datetime.date(2023, 6, 13))
    hearing = Hearing.objects.create(**fields)
    hearing.bodies.set([make_body()] if bodies is None else bodies)
    hearing.topics.set(topics)
    return hearing


def make_appearance(*, hearing=None, person=None, **fields):
    fields.setdefault("title", "Director of Samples")
    fields.setdefault("organization", "Sample Institute")
    return Appearance.objects.create(hearing=hearing or make_hearing(), person=person or make_person(), **fields)


def make_source(*, hearing=None, text="“Sample words,” said Alba Sample.", **fields):
    data = fields.pop("original", None) or f"{text}{next(numbers)}".encode()
    return SourceDocument.objects.create(
        hearing=hearing, text=text, original=data, sha256=hashlib.sha256(data).hexdigest(), **fields
    )


def make_quote(*, hearing=None, speaker=None, text="Sample words,", source=None, **fields):
    hearing = hearing or (speaker.hearing if speaker else make_hearing())
    speaker = speaker or make_appearance(hearing=hearing)
    source = source or make_source(hearing=hearing, text=f"“{text}” said {speaker.person}.")
    fields.setdefault("spans", locate_passages(text, source.text) or [])
    return Quote.objects.create(hearing=hearing, speaker=speaker, source=source, text=text, **fields)


def make_transcript(*texts, hearing=None, speaker=None, title="", **fields):
    """A draft transcript with a turn of each text, as its import leaves it."""
    hearing = hearing or (speaker.hearing if speaker else make_hearing())
    speaker = speaker or hearing.appearances.first() or make_appearance(hearing=hearing)
    source = make_source(hearing=hearing, kind="transcript", text="", original=f"{texts}{next(numbers)}".encode())
    transcript = Transcript.objects.create(hearing=hearing, source=source, **fields)
    Edition.objects.create(transcript=transcript, source=source, parser="1")
    section = Section.objects.create(transcript=transcript, number=1, title=title)
    for number, text in enumerate(texts or ["Sample words."], start=1):
        turn = {"transcript": transcript, "section": section, "number": number, "label": "Ms. Sample.", "text": text}
        Turn.objects.create(speaker=speaker, **turn)
    return transcript


def make_public_transcript(*texts, **fields):
    """A transcript that is public with its hearing."""
    transcript = make_transcript(*texts, **fields)
    if transcript.hearing.is_editable:
        publish(transcript.hearing)
    else:
        publish_transcript(transcript=transcript, by=None)
    return reload(transcript)


def make_reference(*, hearing=None, title=None, kind="treaty", **fields):
    reference = Reference.objects.create(title=title or f"Sample Treaty {next(numbers)}", kind=kind, **fields)
    if hearing:
        Mention.objects.create(hearing=hearing, reference=reference)
    return reference


def make_image(*, colour=None, size=(320, 240), format="JPEG", **save):
    """The bytes of a small image; another colour each time unless one is named."""
    number = next(numbers)
    out = io.BytesIO()
    Image.new("RGB", size, colour or (number % 256, (number * 7) % 256, 90)).save(out, format, **save)
    return out.getvalue()


def make_site(**fields):
    fields.setdefault("name", f"Sample site {next(numbers)}")
    fields.setdefault("precision_reason", "Not stated in the source.")
    return Site.objects.create(**fields)


def make_exhibit(*, hearing=None, captures=2, **fields):
    fields.setdefault("title", f"Sample exhibit {next(numbers)}")
    exhibit = Exhibit.objects.create(hearing=hearing or make_hearing(), **fields)
    for order, label in zip(range(captures), ["Before", "After"] * captures, strict=False):
        make_capture(exhibit=exhibit, label=label, order=order)
    return exhibit


def make_capture(*, exhibit, data=None, **fields):
    data = data or make_image()
    facts = keep_exhibit_image(io.BytesIO(data), "sample.jpg")
    defaults = {
        "alt_text": "A flat sample colour.",
        "acquired_basis": "Invented for this sample.",
        "resolution_unknown": "ground_sample_distance" not in fields,
        "provider": "Sample provider",
        "licence": "CC0",
        "credit": "Sample credit",
    }
    of_the_file = ("sha256", "media_type", "byte_size", "width", "height", "needs_stretch", "needs_bands")
    capture = Capture.objects.create(
        exhibit=exhibit,
        original=original_name(facts.sha256),
        **{name: getattr(facts, name) for name in of_the_file},
        **defaults | fields,
    )
    settle(capture=capture, outcome=worker.render(job_of(capture)))  # as the child process does, without one
    return capture


def publish(hearing, *, at=None):
    """Publish a hearing with all its quotes and exhibits; a hearing that lists nobody gets a witness first."""
    if not hearing.appearances.exists():
        make_appearance(hearing=hearing)
    publish_hearing(
        hearing=hearing,
        by=None,
        quotes=list(hearing.quotes.all()),
        exhibits=list(hearing.exhibits.all()),
        at=at,
    )
    for transcript in hearing.transcripts.all():
        publish_transcript(transcript=transcript, by=None, at=at)
    return hearing


def make_public_quote(**fields):
    quote = make_quote(**fields)
    publish(quote.hearing)
    quote.refresh_from_db()
    return quote


def tomorrow():
    return timezone.now() + datetime.timedelta(days=1)


def reload(record):
    """The row as it is in the database now, nothing cached."""
    return type(record).objects.get(pk=record.pk)


def make_quote_in(*wordings, **fields):
    """A quote of the first wording, from a source in which each of the wordings stands."""
    hearing = fields.pop("hearing", None) or make_hearing()
    source = make_source(hearing=hearing, text=" Between them. ".join(wordings))
    return make_quote(hearing=hearing, source=source, text=wordings[0], **fields)


def reword(quote, text, *, reason="typo", sentence="The word was misprinted.", by=None):
    """Correct a public quote to other words of its source."""
    quote = reload(quote)
    quote.text, quote.spans = text, locate_passages(text, quote.source.text)
    return correct(record=quote, reason=reason, sentence=sentence, by=by)


def image_address(exhibit, capture=None, ending="jpg"):
    """Where the public finds an image of an exhibit as its latest version shows it."""
    capture = capture or exhibit.captures.first()
    number = reload(exhibit).current.number if reload(exhibit).current else 1
    args = [exhibit.public_id, number, capture.sha256, capture.rendering["widths"][0], ending]
    return reverse("hearings:exhibit_rendition", args=args)


def make_annotation(*, capture, letter="A", **fields):
    fields = {"text": "Sample mark", "points": [[10, 10], [30, 25]], "author": "The editors"} | fields
    return Annotation.objects.create(capture=capture, letter=letter, **fields)


def make_full_person(word, **fields):
    """A person with `word` in every text field."""
    names = {name: f"{name}-{word}" for name in ("given_name", "family_name", "suffix", "native_name", "honorific")}
    names |= dict.fromkeys(("sort_name", "other_spellings", "biography", "portrait_alt", "portrait_credit"), word)
    facts = keep_portrait(make_image(comment=word.encode()), "portrait.jpg")
    person = make_person(**names, portrait=original_name(facts.sha256), slug=f"person-{word}", **fields)
    WitnessLink.objects.create(witness=person, label=word, url=f"https://example.org/{word}")
    return person


def make_full_exhibit(word, **fields):
    """An exhibit with one image and `word` in every text field of both."""
    names = {name: f"{name}-{word}" for name in ("name", "local_name", "precision_reason")}
    texts = ("title", "observation", "interpretation", "limitations")
    if "presented_by" not in fields:
        fields["presented_by"] = make_appearance(hearing=fields["hearing"])
    exhibit = make_exhibit(captures=0, site=make_site(**names), **{name: f"{name}-{word}" for name in texts}, **fields)
    facts = ("label", "acquired_basis", "provider", "platform", "sensor", "scene", "licence", "credit", "alt_text")
    facts += ("long_description", "crop", "sharpening", "source_checksum")
    capture = make_capture(
        exhibit=exhibit,
        data=make_image(comment=word.encode()),
        licence_url=f"https://example.org/{word}",
        **{name: f"{name}-{word}" for name in facts},
    )
    make_annotation(capture=capture, text=f"text-{word}", author=f"author-{word}")
    return exhibit


def make_full_hearing(word, *, person=None, bodies=None, topics=None, **fields):
    """A hearing with a quote, an exhibit, a statement, a source and a reference, `word` in every text field."""
    fields = {name: f"{name}-{word}" for name in ("title", "summary", "place", "date_as_stated")} | fields
    for name in ("video_url", "official_url"):
        fields[name] = f"https://example.org/{name}-{word}"
    bodies = [make_body(name=f"body-{word}", abbreviation=word[:20])] if bodies is None else bodies
    topics = [make_topic(name=f"topic-{word}", description=word)] if topics is None else topics
    hearing = make_hearing(bodies=bodies, topics=topics, **fields)
    speaker = make_appearance(
        hearing=hearing,
        person=person or make_full_person(word),
        title=f"title-{word}",
        organization=f"organization-{word}",
        statement=keep_document(b"%PDF-1.7 " + word.encode()),
        statement_name=f"{word}.pdf",
    )
    about = {name: f"{name}-{word}" for name in ("title", "publisher", "note", "review_left")}
    words = f"first-{word} second-{word}"
    source = make_source(hearing=hearing, text=f"{words} corrected-{word}", url=f"https://example.org/{word}", **about)
    quote = make_quote(speaker=speaker, source=source, text=words, note=f"note-{word}")
    make_full_exhibit(word, hearing=hearing, shown_with=quote, presented_by=speaker)
    notes = [{"mark": "1", "at": 4, "text": f"foot-{word}"}]
    transcript = make_transcript(f"turn-{word}", speaker=speaker, title=f"section-{word}", note=f"transcript-{word}")
    transcript.turns.update(label=f"label-{word}", named=word, unresolved=word, footnotes=notes)
    reference = make_reference(title=f"reference-{word}", citation=word, url=f"https://example.org/reference-{word}")
    Mention.objects.create(hearing=hearing, reference=reference, as_named=f"named-{word}")
    return hearing
