"""The transcript of a hearing in pages, with lists that lead to speakers and sections; its versions and history."""

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from hearings.models import State, Transcript, Turn
from hearings.models.transcript import PER_PAGE, anchor
from hearings.pagination import NoSuchPage, page_of
from hearings.shared import for_any_site
from hearings.text import bare_label
from hearings.views.formats import as_accepted, in_format
from hearings.views.version import history_page, since, version_of

NOT_NAMED = "Not named"


@require_safe
@vary_on_headers("Accept")
def transcript_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The transcript of a hearing, the open one before a withdrawn one."""
    readable = in_full().order_by("state", "-pk")
    transcript = readable.filter(hearing__slug=slug).first()
    if transcript:
        return as_accepted(request, transcript, transcript.shown) or render_transcript(request, transcript)
    moved = readable.filter(hearing__former_slugs__slug=slug)[:1]
    return for_any_site(redirect(_with_query(get_object_or_404(moved), request), permanent=True))


@require_safe
@vary_on_headers("Accept")
def transcript_by_id(request: HttpRequest, public_id: str) -> HttpResponse:
    """The address that never changes: it leads to the readable one, or shows a transcript that another followed."""
    transcript = find_transcript(public_id)
    if Transcript.objects.public().filter(hearing=transcript.hearing).exclude(pk=transcript.pk).exists():
        return as_accepted(request, transcript, transcript.shown) or render_transcript(request, transcript)
    return for_any_site(redirect(_with_query(transcript, request)))


def _with_query(transcript: Transcript, request: HttpRequest) -> str:
    """The readable address, with the page or turn that was asked for."""
    asked = request.GET.urlencode()
    return f"{transcript.get_absolute_url()}{'?' if asked else ''}{asked}"


@require_safe
def transcript_format(request: HttpRequest, public_id: str, format: str, number: int = 0) -> HttpResponse:
    transcript = find_transcript(public_id)
    return in_format(request, transcript, version_of(transcript, number) if number else transcript.shown, format)


@require_safe
@vary_on_headers("Accept")
def transcript_version(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """The facts of a transcript as they were published; each turn has versions of its own."""
    transcript = find_transcript(public_id)
    version = version_of(transcript, number)
    if answer := as_accepted(request, transcript, version):
        return answer
    context = {
        "record": transcript,
        "transcript": transcript,
        "hearing": transcript.hearing,
        "version": version,
        "since": since(transcript, version),
        "corrections": transcript.corrections.shown(),
        "pinned": True,
    }
    return TemplateResponse(request, "hearings/transcript_version.html", context)


@require_safe
def transcript_history(request: HttpRequest, public_id: str) -> HttpResponse:
    return history_page(request, find_transcript(public_id))


def in_full():
    return Transcript.objects.readable().select_related("hearing__current", "current")


def find_transcript(public_id: str) -> Transcript:
    """The transcript that answers at this address; 404 for everything else."""
    return get_object_or_404(in_full(), public_id=public_id)


def render_transcript(request: HttpRequest, transcript: Transcript, *, preview: bool = False) -> HttpResponse:
    """A page of at most PER_PAGE turns, by `?turn=` or `?page=`; the lists lead to any turn, wherever it stands."""
    turns = Turn.objects.all() if preview else Turn.objects.readable()
    turns = turns.filter(transcript=transcript).order_by("number", "pk")
    order = list(
        turns.values_list("public_id", "section_id", "kind", "label", "speaker__person_id", "state", named=True)
    )
    page = page_of(turns.shown(), request, per_page=PER_PAGE, number=_page_asked(request, order))
    rows = list(page.object_list)
    for turn in rows:
        turn.transcript = transcript
    names = {person["id"]: person["name"] for person in transcript.hearing.shown.content["people"]}
    context = {
        "record": transcript,
        "transcript": transcript,
        "version": transcript.draft if preview else transcript.shown,
        "hearing": transcript.hearing,
        "page": page,
        "turns": rows,
        "sections": list_of_sections(transcript, order),
        "speakers": list_of_speakers(names, order, rows),
        "corrections": transcript.corrections.shown(),
        "preview": preview,
    }
    return TemplateResponse(request, "hearings/transcript.html", context)


def _page_asked(request: HttpRequest, order: list) -> str | None:
    """The page on which the turn stands that `?turn=` asks for, None where it does not ask; 404 for no such turn."""
    asked = request.GET.get("turn")
    if asked is None:
        return None
    places = (place for place, row in enumerate(order) if row.public_id == asked)
    if (place := next(places, None)) is None:
        raise NoSuchPage
    return str(place // PER_PAGE + 1)


def list_of_sections(transcript: Transcript, order: list) -> list[tuple]:
    """Each section with turns, in order, and the link to its first turn."""
    first: dict[int, str] = {}
    for row in order:
        first.setdefault(row.section_id, anchor(row.public_id))
    sections = {section.pk: section for section in transcript.sections.order_by(F("number"))}
    return [(sections[pk], link) for pk, link in first.items()]


def list_of_speakers(names: dict[int, str], order: list, rows: list[Turn]) -> list[tuple]:
    """Each speaker: name, turns in all, link to the first, the turns on this page, and whether it is known who that is.

    Of those whom the hearing lists it is; whoever speaks in a turn of nobody stands by the label, after them. What was
    withdrawn does not count.
    """
    found: dict[int | str, list] = {}
    for row in order:
        who = _who(row.kind, row.label, row.speaker__person_id)
        if row.state != State.WITHDRAWN and (who in names or isinstance(who, str)):
            entry = found.setdefault(who, [0, anchor(row.public_id)])
            entry[0] += 1
    here: dict[int | str | None, list[Turn]] = {}
    for turn in rows:
        person = turn.speaker.person_id if turn.speaker else None
        here.setdefault(_who(turn.kind, turn.label, person), []).extend([] if turn.is_withdrawn else [turn])
    entries = [(names.get(who, who), *entry, here.get(who, []), who in names) for who, entry in found.items()]
    return sorted(entries, key=lambda entry: not entry[-1])


def _who(kind: str, label: str, person: int | None) -> int | str | None:
    """The person who speaks in a turn, or the label of somebody who is not identified; None where nobody speaks."""
    return person or (bare_label(label) or NOT_NAMED if kind == Turn.Kind.SPEECH else None)
