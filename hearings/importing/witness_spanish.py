"""Witnesses as Spanish sentences list them: `comparecieron el profesor NAME, TITLE; y la directora de X, NAME`."""

import re

from hearings.importing.callings import names_role
from hearings.importing.list_titles import without_place
from hearings.importing.witness_draft import Draft
from hearings.importing.witness_rows import called

_LISTS = re.compile(
    r"(?:\btestigos\s(?:(?:figura(?:ron|n)|estuvieron|estaban|fueron|son|serán|incluyeron|incluyen)\s)?"
    r"|\b(?:testific|declar|comparec)(?:ó|aron|ieron|ió|arán|erán|ará|erá)\s(?:(?:también|hoy|ayer)\s)?"
    r"(?:como\stestigos?\s)?(?:ante\s(?:el|la|los)\s[^.;,:]{3,60}?,?\s(?=(?:el|la|los)\s[a-z]))?"
    r"|\b(?:acompañaron|acompañarán|acompañó)\sen\s(?:el|la)\s(?:panel|audiencia|mesa)\s"
    r"|\b(?:escuchó|escucharon|oyó)\s(?:el\stestimonio\sde|los\stestimonios\sde|a)\s):?\s{0,3}",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r";\s(?:y\s)?|,?\s(?:y|e|así\scomo|junto\sa)\s(?=(?:el|la)\s\w|[A-ZÁÉÍÓÚÑ])|,\s(?=(?:el|la)\s[a-zñáéíóú])"
)
_ADDRESS = re.compile(
    r"(?:(?:el|la)\s)?(?:profesora?|doctora?|licenciad[oa]|padre|capit[aá]na?|coronela?|generala?|ingenier[oa]|obispo|señora?"
    r"|reverend[oa]|hermana|monseñor|maestr[oa]|abogad[oa]|sargento)\s(?:retirad[oa]\s)?(?=[A-ZÁÉÍÓÚÑ])"
)
_MEMBER = re.compile(r"\b(?:senador|congresista|representante|presidente\sdel\s(?:sub)?comité)", re.IGNORECASE)
_ENDS = re.compile(r",?\s(?:quien(?:es)?|que|cuy[oa]s?|para|sobre|durante|ante)\s.*$", re.DOTALL)
_OFFICE = re.compile(
    r"\b(?:director|president|vicepresident|alcalde|secretari|subsecretari|administrador|abogad|profesor|rector|párroco|jefe|economist"
    r"|fundador|miembro|intérprete|ex[a-z]{5,}|propietari|dueñ|coordinador|investigador|científic|médic|maestr|gobernador"
    r"|comisionad|ministr|embajador|gerente|decan|portavoz|agricultor|trabajador|estudiante|madre|padre|residente|ingenier|procurador)",
    re.IGNORECASE,
)
_LONGEST = 900


def spanish_list(sentence: str) -> list[Draft]:
    """The people whom a Spanish sentence says to have been before a committee, each with the title as written."""
    found = _LISTS.search(sentence)
    if not found:
        return []
    words = " ".join(sentence[found.end() : found.end() + _LONGEST].split()).rstrip(" .")
    people: list[Draft] = []
    for piece in _joined(_PARTS.split(words)):
        draft = None if _MEMBER.search(piece) else _one(piece)
        if draft:
            people.append(draft)
    return people


def _joined(pieces: list[str]) -> list[str]:
    """The pieces, those that name nobody put back behind the one they were cut from."""
    found: list[str] = []
    for piece in pieces:
        if found and not _MEMBER.search(piece) and not _one(piece):
            found[-1] = f"{found[-1]} y {piece}"
        else:
            found.append(piece)
    return found


def _one(piece: str) -> Draft | None:
    piece = piece.strip(" ,")
    address = _ADDRESS.match(piece)
    first, _, rest = piece[address.end() if address else 0 :].partition(", ")
    _, name, office = called(first)
    if name and " " in name and not office:
        title = without_place(_ENDS.sub("", rest)) if _is_office(rest) else ""
        return Draft(name, None, title) if title or address else None
    title, comma, last = piece.rpartition(", ")
    _, name, office = called(last)
    if comma and name and " " in name and not office and _is_office(title):
        return Draft(name, None, re.sub(r"^(?:el|la)\s", "", title))
    return None


def _is_office(words: str) -> bool:
    return bool(_OFFICE.search(words.split(",")[0])) or names_role(words.split(",")[0])
