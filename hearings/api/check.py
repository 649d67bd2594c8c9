"""`GET /api/v1/check?text=`: a quotation checked, as JSON."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from hearings.api.answers import api, document
from hearings.api.parameters import needed, only
from hearings.checking import CheckResult, Match, check
from hearings.diffs import Piece


@api
def check_text(request: HttpRequest) -> HttpResponse:
    """The outcome and every record in which the words stand. What somebody pasted is kept nowhere."""
    response = document(request, as_values(check(needed("text", only(request.GET, ["text"])))))
    response["Cache-Control"] = "no-store"
    return response


def as_values(result: CheckResult) -> dict:
    """What was found, as plain JSON values; `text` is given back as it came."""
    return {
        "text": result.text,
        "outcome": result.outcome,
        "sentence": result.sentence,
        "matches": [_match(match) for match in result.matches],
    }


def _match(match: Match) -> dict:
    version, record = match.version, match.record
    speaker = version.content["speaker"]
    return {
        "type": version.kind,
        "id": record.public_id,
        "url": _full(record.get_absolute_url()),
        "version": version.number,
        "version_url": _full(version.get_absolute_url()),
        "current_version": record.current.number,
        "commitment": version.commitment,
        "published": version.published_at.isoformat(timespec="seconds"),
        "wording": match.wording,
        "standing": match.standing,
        "sentence": match.sentence,
        "speaker": {key: speaker[key] for key in ("name", "title", "organization")},
        "hearing": version.held,
        "language": version.language,
        "difference": [_pieces(line) for line in match.difference],
        "own_letters": list(match.own),
        "since": _pieces(match.since),
        "corrections": [
            {"url": _full(one.get_absolute_url()), "reason": one.reason, "sentence": one.sentence}
            for one in match.corrections
        ],
    }


def _pieces(pieces: list[Piece]) -> list[dict]:
    return [piece._asdict() for piece in pieces]


def _full(path: str) -> str:
    return settings.SITE_URL + path
