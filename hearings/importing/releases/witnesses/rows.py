"""One line of a list of witnesses, read by its layout: the name up to the first sign that ends it, then the title."""

import re

from hearings.importing.releases.people.callings import ROLES, can_be_name, names_role
from hearings.importing.releases.people.titles import DEGREES, FULL_STOP
from hearings.importing.releases.witnesses.draft import Draft
from hearings.importing.releases.witnesses.list_titles import tidy_title, without_notes
from hearings.importing.texts.lexicon import (
    ORG_WORDS,
    PARTICLES,
    STOP_WORDS,
    TITLE_WORDS,
    word_set,
)
from witnesses.names import split_honorific

_BULLET = re.compile(
    r"\s{0,40}(?:(?:[*•·▪●○◦‣■□➢►→–—-]{1,2}|o|\(?\d{1,2}[.)]|\(?[A-Za-z]\)|[a-z]\.|\(?[ivx]{1,4}[.)]|[IVX]{2,4}[.)]|[A-Z]\.(?=\s{1,9}(?:The\s)?(?:Mr|Ms|Mrs|Dr|Hon)))[\s\u00a0]{1,40}(?=\S)|[•·▪●○◦‣■□➢►→*](?=[^\W\d_*])|[-–—](?=[^\W\d_a-z]))"
)
_EMPHASIS = re.compile(r"\*{1,3}|_{2,3}")
_ENDS = re.compile(r"(?:\s?[;,]\s{0,3}(?:and|y|&)?|,?\s(?:and|y))\s{0,9}$")
_SIGN = re.compile(
    r"\s?,\s|\s{1,9}[-–—]{1,3}\s{1,9}|\s?—\s?|–(?=[A-Z])|\s?:\s|\s?\t\s{0,40}|[\s\u00a0]{2,60}|\s?\((?=[^()\n]{3,160}\))|\s?\|\s?|$"
)
_BELONGS = re.compile(r"\s(?:of|from|with|at)\s(?=(?:the\s)?[^\W\d_a-z])")
_GENERATION = re.compile(r"\s?,\s?((?:Jr|Sr)\b\.?|III?\b|IV\b)")
_RETIRED = re.compile(
    r"\s?,?\s?\(?(?:USM?[ACNF]{1,2}|(?:U\.?S\.?|United\sStates)\s(?:Army|Navy|Air\sForce|Marine\sCorps|Coast\sGuard))"
    r",?\s\(?(?:[Rr]et\.?|RET\.?|[Rr]etired)\)?(?=\s?[,–—-])"
    r"|\s?,?\s?(?:\((?:[Rr]et\.?|RET\.?|[Rr]etired)\)(?=\s|,|$)|\b(?:[Rr]et\.|[Rr]etired)(?=\s?[,–—-]|$))"
    r"|\s?,\s(?:USM?[ACNF]{1,2}|[OS]\.[PJ]\.|S\.?J\.?|O\.?S\.?B\.?)(?=\s?[,(–—-]|\s{2}|$)"
)
_ADDRESS = re.compile(
    r"(?:(?:The|the)\s)?(?:(?:Rt|Right)\.?\s)?(?:Hon(?:orable|\.)?|Fr\.|Sr\.|Sra\.|Srta\.|Lic\.|Lcd[oa]\.|Licenciad[oa]|Doctora?|Dra?\.|Monseñor|Msgr\.?|Padre|Excellency|H\.E\.|His\sExcellency|Her\sExcellency|Mme\.?|M\.|Pastor|Chef"
    r"|(?:(?:Lt|Maj|Brig|Vice|Rear|Lieutenant|Major|Brigadier)\.?\s)?(?:Gen|Adm|Col|Cmdr|Capt|Maj|Lt|General|Admiral|Colonel)\b\.?"
    r"|(?:Staff|Master|First)\s(?:Sgt\.|Sergeant)|LTC|COL|MAJ|CPT|SGM|MSG|GEN|ADM|CDR|LCDR|LTG|VADM|RADM|CAPT|SGT|SSG|Hajiya|Alhaji|Mufti|Ayatollah)\s{1,3}(?:\([Rr]et(?:\.|ired)\)\s{1,3})?"
)
_NICKNAME = re.compile(r"[“\"‘'(][^\W\d_][\w.’ -]{0,14}[”\"’')]")
_WORD = re.compile(r"[^\W\d_](?:[\w’'‘.‐‑-]{0,24})")
_SMALL = PARTICLES | word_set("""
    y e i los las san santa ul ur uz zu bint abu ben
    """)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NO_ONE = word_set("""
    key takeaways takeaway hearing location room live webcast video audio background contact hall date time what
    when where why who how more information about click watch read testimony questions panel witnesses witness
    members minority majority ranking note notes following topics issues agenda event details statement purpose
    rsvp
    january february july september october november december
    """)
_ALSO_TITLES = word_set(
    "sheriff bishop pastor judge warden chancellor clerk marshal chief trustee officer detective trooper"
)
_WITHIN = word_set("of for the and at in to on de del la las los y en para") | ROLES
_OFFICE_ADDRESS = word_set(
    "bishop archbishop cardinal professor judge mayor governor commissioner secretary chairman chairwoman chair"
)
_MOST_WORDS = 7
_WORDS_OF = frozenset({"statement", "remarks", "testimony", "letter"})


# With what the text of a release begins, which is nobody's row.
_DATELINE = re.compile(r"washington(?:,?\sd\.?\s?c\.?)?\s?(?:\([^()\n]{3,40}\)\s?)?[-–—]{1,2}\s", re.IGNORECASE)
# What belongs to the name before a comma.
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|Esq|Ph\.?D|M\.?D)\b", re.IGNORECASE)


def read_row(text: str) -> Draft | None:
    """The person of one line of a list with the title as written; null where the line names nobody by its layout."""
    words = _EMPHASIS.sub("", text[item_mark(text) :]).strip(" \u00a0")
    words = _closed(without_notes(_closed(words)))
    if _DATELINE.match(words):
        return None
    draft = _named_first(*_head(words, _SIGN)) or _named_first(*_head(words, _BELONGS)) or _named_last(words)
    if not draft or (" " not in draft.name and not names_role(draft.title)):
        return None
    return draft


def _closed(words: str) -> str:
    """A line without what ends an item: `;`, `; and`, a full stop that is no abbreviation's."""
    return FULL_STOP.sub("", _ENDS.sub("", words.strip())).strip()


def _named_first(head: str, rest: str) -> Draft | None:
    address, name, office = called(head)
    if not name:
        return None
    if _BELONGS.match(rest) and " " not in name:
        return None
    if _BELONGS.match(rest) and not names_role(rest):
        held = office or (address if address.casefold() in _OFFICE_ADDRESS else "")
        return Draft(name, address or None, held, tidy_title(rest))
    title = tidy_title(rest, office)
    first, _, more = name.partition(" ")
    if first.casefold() in TITLE_WORDS and title and not names_role(title) and " " in more and is_name(more):
        name, title = more, f"{first}, {title}"
    return Draft(name, address or None, title)


def _named_last(words: str) -> Draft | None:
    """The person of a line that gives the office first: `Clerk of the Rope Office, NAME`."""
    office, _, name = words.rpartition(", ")
    address, name, before = called(name)
    if before or " " not in name or _SUFFIX.match(name) or not names_role(office) or is_name(office.split(",")[0]):
        return None
    return Draft(name, address or None, tidy_title(office))


def item_mark(text: str) -> int:
    """How many characters a bullet, a number or a letter of a list takes at the beginning of a line."""
    mark = _BULLET.match(text)
    return mark.end() if mark else 0


def _head(words: str, ends: re.Pattern[str]) -> tuple[str, str]:
    """The words up to the sign that ends the name, with `Jr.` among them, and those behind it without degrees."""
    sign = ends.search(words) or _SIGN.search(words)
    head, rest = words[: sign.start()], words[sign.start() :]
    nickname = _NICKNAME.match(rest.lstrip())
    if nickname and rest.lstrip()[nickname.end() :][:2].strip()[:1].isupper():  # `James (Jim) Roe, Title`
        more = _SIGN.search(rest.lstrip(), nickname.end())
        head, rest = f"{head} {rest.lstrip()[: more.start()]}", rest.lstrip()[more.start() :]
    generation = _GENERATION.match(rest)
    if generation:
        head, rest = f"{head}, {generation.group(1)}", rest[generation.end() :]
    while rest:
        cut = _RETIRED.match(rest) or DEGREES.match(rest)
        if not cut or not cut.end():
            break
        ended = cut.group().rstrip().endswith(",")
        rest = (", " if ended else "") + rest[cut.end() :]
    return _RETIRED.sub("", head).strip(), rest


def called(head: str) -> tuple[str, str, str]:
    """The form of address, the name and the office before the name; no name where the words are none."""
    address, name = "", head.strip()
    while True:
        courtesy, bare = split_honorific(name)
        form = _ADDRESS.match(name)
        cut = max(len(name) - len(bare) if courtesy else 0, form.end() if form else 0)
        if not cut or cut >= len(name):
            break
        address, name = f"{address} {name[:cut].strip()}".strip(), name[cut:].strip()
    first, _, more = name.partition(" ")
    if first.casefold() in _ALSO_TITLES and " " in more and is_name(more):
        return address, more, first
    if is_name(name):
        return address, name, ""
    office, name = _office_before(name)
    return (address, name, office) if name else ("", "", "")


def _office_before(head: str) -> tuple[str, str]:
    """An office and the name behind it: `Sheriff NAME`, `Chief Economist of the Rope Institute NAME`."""
    words = head.split()
    last = max((at for at, word in enumerate(words) if not can_be_name(word) or word[:1].islower()), default=-1)
    while last >= 0 and words[last].casefold() in _SMALL and words[last].islower():
        last = max((at for at in range(last) if not can_be_name(words[at]) or words[at][:1].islower()), default=-1)
    office, name = " ".join(words[: last + 1]), " ".join(words[last + 1 :])
    if any(word[:1].islower() and word not in _WITHIN for word in words[: last + 1]):
        return "", ""
    if _WORDS_OF & {word.casefold() for word in words[:2]}:
        return "", ""
    plain = last >= 0 and words[last].islower() and not names_role(words[last])
    if last < 0 or plain or not names_role(office) or not is_name(name) or len(name.split()) < 2:
        return "", ""
    return office, name


def is_name(words: str) -> bool:
    """Whether words can be one person's whole name as a list writes it: capitals, particles, initials, a nickname."""
    pieces = _NICKNAME.sub(" ", words.replace(",", " ")).split()
    keys = [piece.strip(".").casefold() for piece in pieces]
    if (
        not 1 <= len(pieces) <= _MOST_WORDS
        or set(keys) & _NO_ONE
        or set(keys) <= _SUFFIXES
        or not can_be_name(" ".join(pieces))
    ):
        return False
    if not all(
        _WORD.fullmatch(piece) and not piece.endswith(("’s", "'s")) and not piece.startswith("Co-") for piece in pieces
    ):
        return False
    first = next((key for key, piece in zip(keys, pieces, strict=True) if piece[:1].isupper()), "")
    if not first or first in STOP_WORDS or keys[0] in STOP_WORDS:
        return False
    return all(_fits(piece, key) for piece, key in zip(pieces, keys, strict=True))


def _fits(piece: str, key: str) -> bool:
    if piece[:1].islower():
        head = re.split("[-’']", key)[0]
        return key in _SMALL or (head in _SMALL and any(one.isupper() for one in piece))
    return key in _SUFFIXES or not (len(piece) > 4 and piece.isupper() and "." not in piece and "-" not in piece)


def speaks_of_somebody(draft: Draft) -> bool:
    """Whether a line of a loose list shows a person by more than capitals: an address, an office, a body."""
    keys = {word.strip(".,()’'s").casefold() for word in draft.title.split()}
    return bool(draft.honorific or draft.organization or names_role(draft.title) or keys & ORG_WORDS)
