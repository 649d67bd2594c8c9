"""Names as transcripts print them: capitals set in lower case, forms of address and ranks split off."""

import re
from collections.abc import Collection

from witnesses.names import split_honorific

_RANKS = re.compile(
    r"(?:(?:The )?(?:Right )?(?:Hon(?:orable|\.)|HON\.|HONORABLE)|RADM|VADM|ADM|LTG|LTC|MajGen|LtGen|BGen|"
    r"BrigGen|Gen|Col|"
    r"MG|BG|CAPT|CDR|COL|GEN|MAJ|CPT|SGT|SSG|SFC|CSM|Brig\. Gen|Lt\. Gen|Maj\. Gen|Lt\. Col|Lt\. Cdr|"
    r"Sgt\. Maj|Rear Adm|Vice Adm|"
    r"Senator|SENATOR|Ms|Mr|Mrs|MS|MR|MRS|DR|Dr|Major General|Lieutenant General|Brigadier General|"
    r"Lieutenant Colonel|"
    r"Rear Admiral|Vice Admiral|Admiral|General|Sheriff|Chief|Sergeant|Professor|Chairman|Chairwoman|"
    r"Ranking Member)\b\.?,?\s+",
    re.I,
)
_FORMS = re.compile(r"\b(?:THE|HON|HONORABLE|SENATOR|MR|MS|MRS|DR)\b")
_PARTICLES = {"DE", "LA", "DEL", "VON", "VAN", "DER", "DEN", "DI", "DA"}
_KEPT = {"II", "III", "IV", "USN", "USA", "USAF", "USMC", "USCG", "CPA", "RN", "MD", "PHD", "DDS", "JD"}
_SMALL_WORDS = {"OF", "THE", "AND", "FOR", "ON", "IN", "AT", "TO", "BY", "FROM", "WITH", "A", "AN"}
_SHORT = 5
_DEGREES = re.compile(
    r",?\s+(?:Ph\.?\s?D\.?|M\.?D\.?|J\.D\.?|Esq\.?|R\.N\.?|C\.?P\.?A\.?|M\.P\.H\.?|D\.D\.S\.?|D\.V\.M\.?|"
    r"Ed\.D\.?|M\.A\.?|Sc\.D\.?|"
    r"Dr\.P\.H\.?|M\.B\.A\.?|M\.S\.?|LL\.[BMD]\.?|USN|USAF?|USMC|USCG|\(Ret\.?\)|\(RET\.?\)|Ret\.|"
    r"Retired)(?=,|\s|$|;)",
    re.I,
)


def split_person(words: str) -> tuple[str | None, str]:
    """The form of address or rank before a name, null where there is none, and the name without its degrees."""
    words = " ".join(words.split()).strip(" ,;:*")
    words = words if re.search(r"\b(?:[A-Z]|Jr|Sr)\.$", words) else words.rstrip(".")
    found: list[str] = []
    while True:
        match = _RANKS.match(words)
        if match and len(words[match.end() :].split()) >= 1:
            found.append(match.group().strip(" ,"))
            words = words[match.end() :]
            continue
        title, rest = split_honorific(words)
        if not title:
            break
        found.append(title)
        words = rest
    words = _DEGREES.sub("", words).strip(" ,;:*")
    forms = _FORMS.sub(lambda form: form.group().capitalize(), " ".join(dict.fromkeys(found)))
    return forms or None, lower_name(words)


def lower_name(words: str) -> str:
    """A name set in capitals as written in a sentence: `FRANK A. LoBIONDO, Jr.` gives `Frank A. LoBiondo, Jr.`."""
    words = re.sub(r"``([^`',]+),?''", r'"\1"', words)
    return " ".join(_word(word) for word in words.split()) if re.search(r"[A-Z]{3}", words) else words


def _word(word: str) -> str:
    bare = word.strip(".,\"'")
    if bare in {"JR", "SR"}:
        return word.capitalize()
    if bare in _KEPT or (not bare.isalpha() and re.fullmatch(r"(?:[A-Z]\.)+,?", word)):
        return word
    if bare in _PARTICLES:
        return word.lower() if bare in {"DE", "LA", "DEL", "DER", "DEN"} else word.capitalize()
    return re.sub(r"([A-Z][a-z]{0,2}(?=[A-Z]{2}))?([A-Z]+)", _piece, word)


def _piece(match: re.Match[str]) -> str:
    prefix, rest = match.group(1) or "", match.group(2)
    if len(prefix) == 1:
        prefix, rest = "", prefix + rest
    if rest.startswith("MC") and len(rest) > 4:
        prefix, rest = "Mc", rest[2:]
    return prefix + rest[:1] + rest[1:].lower()


def lower_title(words: str, ordinary: Collection[str]) -> str:
    """An office set in capitals as written in a sentence; capitals of up to four letters stay where not `ordinary`.

    Those may be short for something (`CEO`, `NOAA`, `VA`); `ordinary` are the words that the volume prints small.
    """
    letters = [letter for letter in words if letter.isalpha()]
    if sum(map(str.isupper, letters)) < 0.9 * len(letters):
        return words

    def lowered(match: re.Match[str]) -> str:
        word = match.group()
        if word in _SMALL_WORDS and match.start():
            return word.lower()
        short = len(word) < _SHORT and word.lower() not in ordinary
        return word if short or word in _KEPT else word.capitalize()

    return re.sub(r"(?<![\w.'’])[A-Z]+(?:['’][A-Z]+)?(?![\w.]*\.[A-Z])", lowered, words)
