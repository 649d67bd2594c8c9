"""Exchanges in a release whose turns are only marked as questions and answers: `Q:`, `A:`, `Question:`, `Answer:`."""

import re
from itertools import takewhile

from hearings.importing.releases.layout import Paragraph, sentence_starts
from hearings.importing.releases.people.callings import names_somebody
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry, Resolution
from hearings.importing.releases.speech.script_labels import ScriptLabel
from hearings.importing.texts.lexicon import SHORT_TITLES, TITLE_WORDS

_TURN = re.compile(
    r"(?:\*{1,3}|_{1,2})?((?:Q|Question|P|Pregunta)|(?:A|Answer|R|Respuesta))(?:\s?\d{1,2})?(?:\*{1,3}|_{1,2})?"
    r"(?:\s?[(\[](?P<who>[^\W\d_][^)\]\n]{1,60})[)\]](?:\*{1,3}|_{1,2})?)?"
    r"\s?[:.](?:\*{1,3}|_{1,2})?\s{1,9}(?=[^\W\d_a-z]|[“\"¿¡(])"
)
_ASKS = frozenset({"q", "question", "p", "pregunta"})
# Words of people who speak with each other; questions that a fact sheet asks itself have none.
_SPOKEN = re.compile(
    r"\b(?:I|I[’']\w{1,2}|me|my|sir|ma[’']am|senator|congress(?:man|woman)|mister|madam|mr\. (?:chairman|secretary))\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\s?,\s|\.\s|\s?[–—-]{1,2}\s")
_CHAIRS = frozenset({"chairman", "chairwoman", "chair", "ranking"})
_SURE = 0.6
_NAMED = 0.8
_FEWEST = 2


def find_questions(layout: list[Paragraph], mentions: Mentions, people: Registry) -> list[ScriptLabel]:
    """The marks of questions and answers as labels; who asks and who answers is what the text before them shows.

    A question is of the only member whom the text above names; an answer of whom the last question addressed by name,
    or else of the only other person whom the text above names.
    """
    found = [(one, match) for one in layout if not one.residue and (match := _TURN.match(one.text))]
    kinds = {_asks(match) for _, match in found}
    if len(found) < _FEWEST or len(kinds) < _FEWEST or not any(_SPOKEN.search(one.text) for one, _ in found):
        return []
    first = found[0][0]
    asker = _asker(layout[: first.number], mentions, people)
    answerer = _answerer(mentions.within(0, first.start), asker, people)
    labels = []
    for one, match in found:
        begins = one.start + match.end()
        called = _named(match["who"], people) if match["who"] else None
        asker, answerer = (called or asker, answerer) if _asks(match) else (asker, called or answerer)
        if _asks(match):
            answerer = _addressed(begins, one.end, mentions, people) or answerer
        who = asker if _asks(match) else answerer
        labels.append(ScriptLabel(one.number, one.start, begins, match.group(1), who))
    return labels


def _asks(match: re.Match[str]) -> bool:
    return match.group(1).casefold() in _ASKS


def _named(words: str, people: Registry) -> Resolution:
    """Whom brackets behind a mark name: `Q (Sample):`, `A (Dr. Muster):`."""
    parts = words.split()
    titles = list(takewhile(lambda word: word in TITLE_WORDS, (part.casefold().strip(".") for part in parts)))
    called = people.resolve(" ".join(parts[len(titles) :]), [SHORT_TITLES.get(one, one) for one in titles])
    why = f"the brackets behind the mark name {words}"
    return Resolution(called.full, min(called.confidence, _NAMED), called.reason or why)


def _asker(above: list[Paragraph], mentions: Mentions, people: Registry) -> Resolution:
    """The only member of the nearest paragraph above that names one."""
    for one in reversed(above):
        members = {_full(each, people) for each in mentions.within(one.start, one.end) if _is_member(each)} - {None}
        if len(members) == 1:
            return Resolution(members.pop(), _SURE, "the questions are of the member whom the text above them names")
        if members:
            break
    return Resolution(None, 0.3, "the text does not say who asks")


def _answerer(above: list[Mention], asker: Resolution, people: Registry) -> Resolution:
    others = [one for one in above if not _is_member(one) and names_somebody(_full(one, people) or "")]
    for some in ([one for one in others if one.titles], others):
        full = {_full(one, people) for one in some} - {asker.full}
        if len(full) == 1:
            return Resolution(full.pop(), _SURE, "the answers are of the only other person whom the text above names")
    return Resolution(None, 0.3, "the text does not say who answers")


def _addressed(start: int, end: int, mentions: Mentions, people: Registry) -> Resolution | None:
    """Whom a sentence of a question begins with, as one addresses somebody (`General Sample, is there ...`)."""
    held = None
    for begins in sentence_starts(mentions.text, start, end):
        label = mentions.label_at(begins, end)
        one = label.mention if label and label.start == begins else None
        if one and one.titles and _ADDRESSED.match(mentions.text, one.end, end):
            called = _full(one, people)
            held = Resolution(called, _SURE if called else 0.3, f"the question addresses {one.text}")
    return held


def _full(one: Mention, people: Registry) -> str | None:
    return people.resolve(one.name, one.titles).full


def _is_member(one: Mention) -> bool:
    return one.legislator or bool(_CHAIRS & {*one.titles})
