"""Who testifies in the sentences of a release in Spanish, each with the title before or behind the name.

`spanish_list` reads a list by its wording (`comparecieron el profesor NAME, TITLE; y la directora de X, NAME`),
`in_spanish` reads any other sentence by the names found in it.
"""

import re
from itertools import pairwise

from hearings.importing.releases.people.callings import names_role
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.witnesses.draft import Draft
from hearings.importing.releases.witnesses.list_titles import without_place
from hearings.importing.releases.witnesses.rows import called
from hearings.importing.texts.lexicon import word_set

_TESTIFY = (
    r"(?:testific(?:ó|aron|a|an|ará|arán)|comparec(?:ió|ieron|e|en|erá|erán)|(?:declar(?:ó|aron)|intervin(?:o|ieron))\s(?:también\s)?ante"
    r"|(?:tom|us)(?:ó|aron)\sla\spalabra)"
)
_SHOWN = re.compile(
    rf"\b{_TESTIFY}\b|\b[Ee]ntre\s(?:los|las)\s(?:testigos|panelistas|deponentes)\b"
    r"|\b(?:testigos|panelistas|deponentes)\s?(?::|(?:fueron|son|serán|incluyeron|incluyen)\b)"
    r"|\bacompañ(?:ó|aron|an)\sen\s(?:el|la)\s(?:panel|mesa|audiencia)\b"
    r"|\b(?:escuchó|recibió|contó\scon)\s(?:el\s|los\s)?(?:testimonios?|declaraci(?:ón|ones))\sde\b"
)
_ASKED = re.compile(
    r"\b(?:cuestion|interrog|presion|confront|emplaz|increp|pregunt)(?:ó|aron)\b[^.;:“”\"\ufffc]{0,80}?\s(?=al?\s)"
)
_BEHIND_THE_NAME = re.compile(
    rf"(?:,[^.;“”\"\ufffc]{{3,160}}?)?,?\s(?:también\s|además\s)?(?:quien\s|que\s)?(?:también\s)?(?:{_TESTIFY}\b)"
)
_AT_THE_HEARING = re.compile(r"\b(?:audiencia|vista|panel|testimonio)\b", re.IGNORECASE)
_SAYS = re.compile(
    r",?\s(?:señaló|afirmó|dijo|relató|explicó|aseguró|respondió|contestó|advirtió|indicó|sostuvo|expresó|narró|describió)\b"
)
_DECLARES = re.compile(r",\s([^.;:“”\"\ufffc]{3,160}?),\s(?:también\s)?declar(?:ó|aron)\b")
_OFFICE = re.compile(
    r"\b(?:ex|vice|sub|co)?-?(?:director|president|secretari|administrador|alcalde|profesor|catedrátic|rector|decan|economista"
    r"|abogad|párroco|obispo|intérprete|fundador|gerente|jef[ea]|coordinador|investigador|médic|maestr"
    r"|obrer|agricultor|dueñ|propietari|miembro|líder|comisionad|fiscal|juez|embajador|ministr"
    r"|gobernador|reclutador|capitán|pilot[oa]|estudiante|madre|padre|pastor|sobreviviente|activista"
    r"|organizador|especialista|analista|expert[oa]|asesor|consejer|representante|oficial|enfermer"
    r"|científic|trabajador|veteran|inspector|superintendente|portavoz|productor|ganader|ingenier|jefe"
    r"|economist|ex[a-z]{5,}|residente|procurador)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"[\s,;]*(?:(?:y|e|también|además|el|la|los|las|al|a|de|del)\s+|(?:figuraron|estuvieron|como\s+testigos)\s+)*"
)
_BOUNDARIES = (
    re.compile(r";\s*(?:(?:y|e)\s)?"),
    re.compile(r",?\s(?:y|e)\s"),
    re.compile(r",\s(?:(?:el|la|los|las|al|a)\s|Dra?\.|Lic\.|Sra?\.)"),
)
_ENDS = re.compile(
    r",\s(?:y\s|e\s|por|sobre|durante|ante|en|que|quien|quienes|acerca|con|para|cuy)\b"
    r"|\s(?:sobre|acerca|durante|ante|por\sla|por\sel)\s|[“”\"\ufffc(:]"
)
_OF_A_BODY = re.compile(
    r"\b(?:del?|de\s(?:la|los|las)|para|para\s(?:el|la)|organización|empresa|compañía|iglesia|firma)\s$"
)
_BODIES = word_set("""
    universidad colegio instituto asociación departamento agencia oficina centro proyecto comité subcomité fondo consejo
    ministerio escuela hospital fundación comisión cámara ejército administración santa san manejo aviación air
    desarrollo vivienda nacional nuestra
    """)
_BRACKETS = re.compile(r"\s\([^()\n]{12,80}\)")
_NO_GIVEN_NAMES = word_set("además de del según tras durante ante entre")
_FORM = re.compile(r",?\s(?:Monseñor|Mons\.|Dra?\.|Lic\.|Sra?\.|señora?|doctora?|Hon\.)$")
_LISTS = re.compile(
    r"(?:\btestigos\s(?:(?:est(?:uvo|uvieron|á|án|ará|arán)\s(?:integrad|compuest|formad|conformad|encabezad)[oa]s?\spor|figura(?:ron|n)|estuvieron|estaban|fueron|son|serán|incluyeron|incluyen)\s)?"
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
    r"|Dra?\.|Sra?\.|Lic\.|Ing\.|Mons\.|reverend[oa]|hermana|monseñor|maestr[oa]|abogad[oa]|sargento)\s(?:retirad[oa]\s)?(?=[A-ZÁÉÍÓÚÑ])"
)
_MEMBER = re.compile(r"\b(?:senador|congresista|representante|presidente\sdel\s(?:sub)?comité)", re.IGNORECASE)
_CLAUSE = re.compile(r",?\s(?:quien(?:es)?|que|cuy[oa]s?|para|sobre|durante|ante)\s.*$", re.DOTALL)
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
        title = without_place(_CLAUSE.sub("", rest)) if _is_office(rest) else ""
        return Draft(name, None, title) if title or address else None
    title, comma, last = piece.rpartition(", ")
    _, name, office = called(last)
    if comma and name and " " in name and not office and _is_office(title):
        return Draft(name, None, re.sub(r"^(?:el|la)\s", "", title))
    return None


def _is_office(words: str) -> bool:
    return bool(_OFFICE.search(words.split(",")[0])) or names_role(words.split(",")[0])


def in_spanish(narrative: str, low: int, high: int, named: list[Mention]) -> list[tuple[Mention, str]]:
    """The people whom a sentence shows before a committee, and their titles; `named` are full names of no members."""
    listed = _SHOWN.search(narrative, low, high)
    start = listed.end() if listed else low
    named = [one for one in named if one.start < start + 2 or _is_somebody(narrative, one)]
    if declared := _declared(narrative, high, named):
        return declared
    if listed:
        before = [
            one for one in named if one.end <= listed.start() and _BEHIND_THE_NAME.match(narrative, one.end, high)
        ]
        return _titled(narrative, low, high, before[-1:]) + _titled(
            narrative, listed.end(), high, [one for one in named if one.start >= listed.end()]
        )
    asked = _ASKED.search(narrative, low, high)
    if asked and _AT_THE_HEARING.search(narrative, max(low - 600, 0), high + 400):
        return _titled(narrative, asked.end(), high, [one for one in named if one.start >= asked.end()][:1])
    said = [one for one in named if _SAYS.match(narrative, one.end, high)]
    opening = narrative.find(",", low, high) + 1
    if said and opening and _AT_THE_HEARING.search(narrative, low, opening):
        return _titled(narrative, opening, high, said[:1])
    return []


def _declared(narrative: str, high: int, named: list[Mention]) -> list[tuple[Mention, str]]:
    """Who is shown by name and office to have declared something: `NAME, directora del Centro X, declaró`."""
    found = ((one, _DECLARES.match(narrative, one.end, high)) for one in named)
    return [(one, match.group(1)) for one, match in found if match and _OFFICE.match(match.group(1))][:1]


def _is_somebody(narrative: str, one: Mention) -> bool:
    """Whether capitals are no part of a body's name: `director del | Instituto X`, `la Universidad de | San Y`."""
    held = {word.casefold() for word in one.name.split()} & _BODIES
    if one.name.split()[0].casefold() in _NO_GIVEN_NAMES:
        return False
    return not held and not _OF_A_BODY.search(narrative, max(one.start - 16, 0), one.start)


def _titled(narrative: str, start: int, end: int, named: list[Mention]) -> list[tuple[Mention, str]]:
    cuts = [start, *(_cut(narrative, one.end, other.name_start) for one, other in pairwise(named)), end]
    return [(one, _title(narrative, low, high, one)) for one, (low, high) in zip(named, pairwise(cuts), strict=False)]


def _cut(narrative: str, low: int, high: int) -> int:
    """Where the words of one person end and those of the next begin."""
    for boundary in _BOUNDARIES:
        last = [*boundary.finditer(narrative, low, high)][-1:]
        if last:
            return last[0].start()
    return low


def _title(narrative: str, low: int, high: int, one: Mention) -> str:
    lead = _LEAD.sub("", " ".join(narrative[low : one.name_start].split()) + " ", count=1).strip()
    before = _FORM.sub(",", lead)
    if before.endswith(",") and _OFFICE.match(before):
        return _BRACKETS.sub("", before).strip(" ,")
    behind = narrative[one.end : high]
    if not behind.startswith(", "):
        return ""
    ends = _ENDS.search(behind, 2)
    words = " ".join(behind[2 : ends.start() if ends else len(behind)].split()).strip(" ,.;")
    return words if _OFFICE.match(words) else ""
