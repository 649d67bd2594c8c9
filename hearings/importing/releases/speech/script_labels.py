"""The speakers' labels of a transcript inside a release: `Senator Sample:`, `SAMPLE:`, `The Chairman:`."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.resolving import Registry, Resolution
from hearings.importing.texts.lexicon import COURTESY_WORDS, NOT_SPEAKERS, ORG_WORDS, PARTICLES, TITLE_WORDS, word_set
from witnesses.names import name_key

_NAME = r"(?:(?:[^\W\d_][\w.’'-]*|&)\s{1,9}){0,14}[^\W\d_][\w.’'-]*"
# What follows a name and a comma but is said to that person: `Mr. Sample, help me understand:`.
_NO_WORDS = r"(?![^:\n]{0,160}\b(?:I|me|my|we|us|our|you|your)\b)"
_LABEL = re.compile(
    rf"(?:>{{1,3}}\s{{0,2}})?(?:\*{{1,3}}|_{{1,2}})?(?:[(\[](?=[A-Z.]{{2,8}}[)\]]\s?:))?({_NAME})(?:(?<=[A-Z.])[)\]])?"
    rf"(?P<more>\s?\([^)\n]{{1,40}}\)|\s?\[[^\]\n]{{1,60}}\]"
    rf"|,\s{_NO_WORDS}(?:(?:\(?[^\W\d_][\w.’'&-]*\)?|&),?\s){{0,20}}\(?[\w.’'&-]+\)?)?"
    r"(?:\*{1,3}|_{1,2})?\s?:(?:(?:\*{1,3}|_{1,2})\s{0,9}|\s{1,9}|$|(?<=[\])]:))"
)
# A label that ends with a full stop, as in printed records: `Mr. Sample.  Then why not?`
_STOPPED = re.compile(
    r"((?:The\s)?(?:(?:Mr|Mrs|Ms|Dr|Rep|Sen|Gen|Gov|Amb|Adm|Col|Sec)\.|Miss|Senator|Representative|Congress(?:man|woman)"
    r"|(?:Vice\s|Co-?)?Chair(?:man|woman)?|Ranking\sMember|Secretary|Administrator|Commissioner|Director|General|Ambassador"
    r"|Judge|Governor|Mayor|Sheriff)\s(?:[^\W\d_][\w’'-]{0,30}\s){0,4}[^\W\d_a-z][\w’'-]{1,30})\.\s{1,9}(?=[\w“\"¿¡(])"
)
# Labels that only their repetition shows: before a dash, in brackets, or with a verb before a colon.
_REPEATED = re.compile(
    r"(?:\[((?:[^\W\d_a-z][\w.’'-]{0,30}\s?){1,4})\]:?|((?:[^\W\d_a-z][\w.’'-]{0,30}\s){1,5})(?:[–—]|-{1,2}))\s{1,4}(?=[^\W\d_a-z])"
)
_TOLD = re.compile(r"\s(?:asked|asks|said|says|answered|replied|responded|continued|added|began|concluded)$")
_WITHIN = re.compile(
    r"(?<=[.:!?…”\"’)\]])\s{1,9}(?=((?:[^\W\d_a-z][\w.’'-]{0,30}\s){0,4}[^\W\d_a-z][\w.’'-]{0,30}):\s)"
)
_ASKED = re.compile(r"(?P<kind>Q|A|Question|Answer)\.?(?:\s?[(\[](?:(?:by|from)\s)?(?P<who>[^)\]]{3,40})[)\]])?")
_QUOTED = re.compile(r"\s{0,4}[“”„‟«\"＂‘’'`]")
_ENDS = tuple('.?!…”"')
_STAMP = re.compile(r"[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s{1,4}(?:[-–—]\s{0,4})?")
_ROLE = re.compile(
    r"(?:The\s)?(?:Madam\s)?(Chair(?:man|woman|person)?|Ranking Member|Moderator|Clerk|Secretary|Judge|Commissioner"
    r"|Administrator|Director|Ambassador|Senator|Congress(?:man|woman)|Nominee|Interpreter|Translator|Reporter|Voice|Staff|(?:Unidentified|Unknown)(?:\s(?:Speaker|Male|Female|Voice|Member))?)",
    re.IGNORECASE,
)
_OF_MANY = frozenset({"witnesses", "senators", "sens", "representatives", "reps", "members", "congressmembers"})
# With these a sentence goes on that puts an example before a colon: `Take Sample Ropes: last year`.
_BIDS = frozenset({"take", "consider", "imagine", "remember"})
_NOBODYS = NOT_SPEAKERS | _OF_MANY | _BIDS
# Titles that are also adjectives (`Major Findings:`): they show a person only where the name is known.
_ADJECTIVES = frozenset({"general", "major", "private", "father", "sister"})
_IN_TITLES = frozenset({"of", "the", "and", "for", "&"})
_ADDRESS = (COURTESY_WORDS - _ADJECTIVES) | word_set("""
    chairman chairwoman chair chairperson cochair co-chair cochairman ranking secretary undersecretary director
    commissioner administrator president minister chancellor witness superintendent coach
    """)


@dataclass(frozen=True)
class ScriptLabel:
    """A label as it stands: where it begins, where the words behind it begin, and whom it means."""

    paragraph: int
    start: int
    words_start: int
    text: str
    who: Resolution


@dataclass(frozen=True)
class _Candidate:
    paragraph: int
    start: int
    words_start: int
    text: str
    more: bool
    kind: str = ""


def find_labels(text: str, layout: list[Paragraph], mentions: Mentions, people: Registry) -> list[ScriptLabel]:
    """The labels of a transcript in order; none where fewer than two certain ones make it a transcript.

    Where they do, the same people are labels without their titles, too, and so are offices and whoever is named
    elsewhere in the text.
    """
    candidates = [one for paragraph in layout if not paragraph.residue for one in _opening(paragraph)]
    stopped = [one for paragraph in layout if not paragraph.residue for one in _stopped(paragraph)]
    repeated = [one for paragraph in layout if not paragraph.residue for one in _repeated(paragraph)]
    repeated = _exchange(repeated, people)
    stopped = stopped if len(stopped) > 1 else []
    candidates = sorted([*candidates, *stopped, *repeated], key=lambda one: one.start)
    for one in candidates:
        _introduce(one, people)
    often = Counter(one.text for one in candidates)
    beside = _beside(candidates, layout, people)
    certain = {
        one.start: (one, who)
        for one in candidates
        if (who := _speaker(one.text, people, known=often[one.text] > 1 or one.more or one.start in beside))
        or (who := beside.get(one.start) if _ROLE.fullmatch(one.text) else None)
    }
    named = {one.text for one, _ in certain.values()}
    if len(certain) < 2 or (len(named) == 1 and not any(who.full for _, who in certain.values())):
        return []
    families = _families([one for one, _ in certain.values()], candidates, mentions)
    first = min(one.paragraph for one, _ in certain.values()) - 1
    for one in candidates:
        if one.paragraph >= first and one.start not in certain and (who := _further(one, families, people)):
            certain[one.start] = (one, who)
    known = {one.text for one, _ in certain.values()}
    labels = [_label(one, who) for one, who in certain.values()]
    labels += [_label(one, _resolved(one.text, people)) for one in _inside(text, layout, known)]
    labels += _unnamed(candidates, {start: who for start, (_, who) in certain.items()})
    return sorted(labels, key=lambda one: one.start)


def is_nobody(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with a label that is nobody's: `Background:`, `Key Takeaways:`, `Q:`."""
    label = _LABEL.match(paragraph.text)
    words = label.group(1).split() if label else []
    return bool({*_low(words)} & NOT_SPEAKERS) and all(word[0].isupper() for word in words)


def _opening(paragraph: Paragraph) -> list[_Candidate]:
    stamp = _STAMP.match(paragraph.text)
    match = _LABEL.match(paragraph.text, stamp.end() if stamp else 0)
    if not match:
        return []
    start = paragraph.start + match.start()
    stamp = _STAMP.match(paragraph.text, match.end())
    words_start = paragraph.start + (stamp or match).end()
    told = None if _QUOTED.match(paragraph.text, words_start - paragraph.start) else _TOLD.search(match.group(1))
    label = match.group(1)[: told.start()] if told else match.group(1)
    asked = _ASKED.fullmatch(match.group(1) + (match.group("more") or ""))
    label, kind = (asked["who"] or label, asked["kind"][0]) if asked else (label, "")
    return [_Candidate(paragraph.number, start, words_start, label, bool(match.group("more")), kind)]


def _unnamed(candidates: list[_Candidate], certain: dict[int, Resolution]) -> list[ScriptLabel]:
    """The labels `Q:` and `A:` among others that name who asks (`Q (Sen. Sample):`): of whom the last one named."""
    held: dict[str, Resolution] = {}
    found = []
    for one in candidates:
        if one.kind and one.start in certain:
            held[one.kind] = certain[one.start]
        elif one.kind in held:
            found.append(_label(one, held[one.kind]))
    return found


def _repeated(paragraph: Paragraph) -> list[_Candidate]:
    match = _REPEATED.match(paragraph.text) if paragraph.text[-1] in _ENDS else None
    label = (match.group(1) or match.group(2)).strip() if match else ""
    start = paragraph.start
    return [_Candidate(paragraph.number, start, start + match.end(), label, label.isupper())] if match else []


def _exchange(repeated: list[_Candidate], people: Registry) -> list[_Candidate]:
    """Labels before dashes or in brackets that are those of a talk: some come again, or each is in capitals."""
    known = [bool(name_key(one.text)) and family_of(one.text) in people.people for one in repeated]
    if repeated and not known[0]:  # a dateline
        repeated, known = repeated[1:], known[1:]
    distinct = {one.text for one in repeated}
    capitals = any(known) and all(map(str.isupper, distinct))
    return repeated if len(distinct) > 1 and (len(repeated) > len(distinct) or capitals) else []


def _stopped(paragraph: Paragraph) -> list[_Candidate]:
    match = _STOPPED.match(paragraph.text)
    if not match:
        return []
    start = paragraph.start
    return [_Candidate(paragraph.number, start, start + match.end(), match.group(1), False)]


def _beside(candidates: list[_Candidate], layout: list[Paragraph], people: Registry) -> dict[int, Resolution]:
    """Whom labels mean of two people, named in full or by office, at the head of paragraphs next to each other."""
    met = [(one, who) for one in candidates if (who := _met(one, layout, people)).full]
    return {
        start: who
        for (one, whose), (other, others) in pairwise(met)
        if other.paragraph == one.paragraph + 1 and one.text != other.text
        for start, who in ((one.start, whose), (other.start, others))
    }


def _met(one: _Candidate, layout: list[Paragraph], people: Registry) -> Resolution:
    """Whom the text names in full that a label means; of an office only where a sentence stands behind it."""
    role = _ROLE.fullmatch(one.text) if layout[one.paragraph].text[-1] in _ENDS else None
    return _office(one.text, role.group(1).casefold(), people) if role else _resolved(one.text, people)


def _inside(text: str, layout: list[Paragraph], known: set[str]) -> list[_Candidate]:
    """Labels in the middle of a line that are the same as one at the beginning of another line."""
    return [
        _Candidate(paragraph.number, match.start(1), match.end(1) + 2, match.group(1), False)
        for paragraph in layout
        if not paragraph.residue
        for match in _WITHIN.finditer(text, paragraph.start, paragraph.end)
        if match.group(1) in known and _low([_before(text, match.start())])[0] not in TITLE_WORDS
    ]


def _before(text: str, position: int) -> str:
    """The word that ends at a position."""
    return (text[max(position - 24, 0) : position].split() or [""])[-1]


def _label(one: _Candidate, who: Resolution) -> ScriptLabel:
    return ScriptLabel(one.paragraph, one.start, one.words_start, one.text, who)


def _families(certain: list[_Candidate], candidates: list[_Candidate], mentions: Mentions) -> frozenset[str]:
    """Surnames that labels may have: of certain labels, of two labels, or of a label and a name elsewhere."""
    starts = {one.start for one in candidates}
    elsewhere = {
        family_of(one.name) for one in mentions.all if one.start not in starts and one.name_start not in starts
    }
    labelled = Counter(family_of(" ".join(_split(one.text)[1])) for one in candidates)
    sure = {family_of(" ".join(_split(one.text)[1])) for one in certain}
    return frozenset(sure | {family for family, count in labelled.items() if count > 1 or family in elsewhere})


def _further(one: _Candidate, families: frozenset[str], people: Registry) -> Resolution | None:
    """Whom a label means that only a transcript shows to be one: an office, or a surname without a title."""
    role = _ROLE.fullmatch(one.text)
    if role:
        return _office(one.text, role.group(1).casefold(), people)
    _, name = _split(one.text)
    plain = not {*_low(one.text.split())} & (_NOBODYS | ORG_WORDS)
    fits = plain and 0 < len(name) <= 4 and _capital(one.text) and family_of(" ".join(name)) in families
    return _resolved(one.text, people) if fits else None


def _office(label: str, word: str, people: Registry) -> Resolution:
    holders = set(people.holders(word))
    why = f"“{label}” does not name the speaker"
    if len(holders) == 1:
        return Resolution(holders.pop(), 0.6, f"{why}; one person of the release has this title")
    return Resolution(None, 0.3, why)


def _capital(label: str, title: int = 0) -> bool:
    """Whether the words of a label are written with capitals; among the first `title` of them stand small ones, too."""
    words = label.split()
    return all(
        word[0].isupper() or word in PARTICLES or (at < title and word in _IN_TITLES) for at, word in enumerate(words)
    )


def family_of(name: str) -> str:
    """The last word of a name, as compared."""
    return (name_key(name).split(" ") or [""])[-1]


def _resolved(label: str, people: Registry) -> Resolution:
    titles, name = _parted(label, people)
    who = people.resolve(_shown(name), titles)
    return who if who.full else people.labelled(label) or who


def _introduce(label: _Candidate, people: Registry) -> None:
    """A label of a full name with a party or a title makes its person known, so that later surnames mean it."""
    titles, name = _split(label.text)
    full = len(name) in (2, 3, 4) and all(name) and _capital(" ".join(name))
    if full and (titles or label.more) and not {*_low(name)} & (NOT_SPEAKERS | ORG_WORDS):
        people.add(_shown(name), label.start, strong=True, titles=titles)


def _low(words: list[str]) -> list[str]:
    return [word.casefold().strip(".,") for word in words]


def _shown(name: list[str]) -> str:
    full = " ".join(name)
    return full.title() if full.isupper() else full


def _split(label: str) -> tuple[list[str], list[str]]:
    """The titles in a label and the name behind the last of them; an acronym before a title is no part of the name."""
    words = label.split()
    last = max((at for at, word in enumerate(_low(words)) if word in TITLE_WORDS | {"u.s"}), default=-1)
    titles = [word for word in _low(words[: last + 1]) if word in TITLE_WORDS]
    return titles, words[last + 1 :]


def _parted(label: str, people: Registry) -> tuple[list[str], list[str]]:
    """The titles and the name of a label, without what a title is of: `Director of Ropes IDA SAMPLE`."""
    titles, name = _split(label)
    ending = [one.full.split() for one in people.people.get(family_of(label), []) if label.endswith(f" {one.full}")]
    return titles, min((words for words in ending if 1 < len(words) < len(name)), key=len, default=name)


def _speaker(label: str, people: Registry, *, known: bool = False) -> Resolution | None:
    words = label.split()
    initials = {word for word in _low(words[1:-1]) if len(word) == 1}
    titles, name = _parted(label, people)
    if ({*_low(words)} - initials) & _NOBODYS or not _capital(label, len(words) - len(name)):
        return None
    if not name or len(name) > 4 or {*_low(name)} & ORG_WORDS:
        return None
    full = " ".join(name)
    met = people.people.get(family_of(full), []) if name_key(full) else []
    strong = [one for one in met if one.strong]
    if (
        not strong
        and not (known and (met or full.isupper()))
        and not (met and full.isupper())
        and not {*titles} & _ADDRESS
    ):
        return None
    if len(name) > 1 and not met and not titles:
        return None
    return _resolved(label, people)
