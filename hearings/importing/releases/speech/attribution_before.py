"""Who the words in front of a quotation say is speaking: `NAME said, “`, a label, a lead-in."""

import re

from hearings.importing.releases.marks.quotations import Passage
from hearings.importing.releases.people.labels import Label, Mentions
from hearings.importing.releases.speech.attribution import WINDOW, Attribution
from hearings.importing.releases.speech.documents import SAYING, SOURCE, is_document, reads
from hearings.importing.releases.speech.reporting import is_naming, is_of_document, leads_on, leads_to_that
from hearings.importing.releases.speech.subjects import SHOUTING, is_capital_topic, last_sentence, subject, who_shouts
from hearings.importing.releases.speech.voices import (
    DENIED,
    OF_ANOTHER,
    QUOTES_OTHERS,
    heard_from,
    is_denied,
    is_of_another,
)
from hearings.importing.texts.lexicon import BESIDE_MARKS, NOT_SPEAKERS, PARTICIPLES, SPEECH_VERBS

_VERB = re.compile(
    rf"(?<![\w-])(?=[^\W\d_]{{2}})(?:{SPEECH_VERBS}|{PARTICIPLES}|(?:has|have|had)\s{{1,9}}written|(?:{BESIDE_MARKS})(?=(?:[^“”\"]{{0,40}}[,:]|\s{{1,9}}that)\s{{0,9}}$))\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(PARTICIPLES, re.IGNORECASE)
_WORD = re.compile(r"(?<![\w-])[^\W\d_]{3,}")
_VERB_WORDS = frozenset(re.findall(r"[^\W\d_]+", f"{SPEECH_VERBS} {PARTICIPLES} {BESIDE_MARKS} has have had"))
_QUOTING = re.compile(r"\b(?:quot|cit)(?:ing|ed|es)\b", re.IGNORECASE)
_READS_OUT = re.compile(
    r"(?<!^)\b(?:(?:read|reads|reading)\b[^.;“”\"]{0,60}\b(?:from|aloud|out)|quot(?:ed|es|ing)|recit(?:ed|es|ing)"
    r"|invok(?:ed|es|ing)|recall(?:ed|s|ing)\s(?:the\s)?(?:[a-z]{2,12}\s)?words\sof)\b[^.;“”\"]{0,80}[:,]\s{0,9}$"
    # Behind `Quoting NAME, he said:` and `Reading from the letter, she added:` stand words of another.
    r"|^\W{0,4}(?:Quoting|Reciting|Paraphrasing|Reading\s(?:aloud\s|out\s)?from)\b[^.;“”\"]{2,160}[:,]\s{0,9}$",
    re.IGNORECASE,
)
_TO_QUOTE = re.compile(r"\s{0,9}[,:—–-]?\s{0,9}(?:that)?\s{0,9}[,:—–]?\s{0,9}$")
_ADVERBIAL = re.compile(r"[^“”\"]{0,160}[,:]\s{0,9}$")
_ACCORDING = re.compile(r"\b(?:according\s{1,9}to|in\s{1,9}the\s{1,9}words\s{1,9}of|según)\s{1,9}", re.IGNORECASE)
_WHICH = re.compile(r"(?:[^,]\s(?:that|which)|,\swhich)\s{1,9}(?:also\s{1,9})?$")
_VIDEO = re.compile(r"(?:WATCH|VIDEO|ICYMI|NEW|NEWS|LISTEN|MUST WATCH)\s?[:|–—-]\s{1,4}")
_LEAD_IN = re.compile(r"(?:After|Following|During|At|In|On|As|Asked|With)\b[^,:;“”\"\n]{3,120},\s{1,4}")
_ON_TOPIC = re.compile(
    r"(?:\s?\([^)\n]{1,30}\))?(?:\sto\s(?:the\s)?[A-Z][^:;.“”\"\n]{1,80})?(?:\s(?:on|about|regarding)\s[^:;.“”\"\n]{1,160})?:\s{0,4}"
)
NAMED_SO = re.compile(
    r"(?:[’'‘]s?\s(?:reply|response|answer|question|message|testimony|statement|remarks|comments?|take)\b[^.:\n]{0,40})?"
    r"(?:\s?\([^)\n]{1,40}\))?(?:,(?:[^.\n]|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z]{2})\.){1,140}|\s(?:of|from|with|at)\s[^.:\n]{1,80})?\s?:\s{0,9}"
)
_ROLE_LABEL = re.compile(r"((?:The\s)?Chair(?:man|woman|person)?)\s?:\s{0,9}", re.IGNORECASE)
_THING = re.compile(
    r",\s(?:el|la|los|las|un|una|est[aeo]s?|the|a|an|this|that|it|they|he|she|these|those|his|her|their)\b[^.;:“”\"\n]{0,80}\s"
)
# Before a verb that its subject follows: nothing, or a word that goes on (`Moreover, said NAME, “`).
_NO_HEAD = re.compile(
    r"[\s,—–-]{0,9}(?:(?:Moreover|Furthermore|Further|Also|Besides|Still|Yet|But|And|However|Additionally|Finally|In\saddition|Además|También"
    r"|Asimismo|Igualmente|Finalmente|Por\súltimo|Sin\sembargo|Pero)\s?,?\s{0,9})?"
)
HEARD = "before: somebody hears it of NAME"
_LEADS = re.compile(r"\b(?:[Ww]hile|[Ww]hen|[Aa]fter|[Bb]efore|[Dd]uring|\w{2,20}ing)\b(?! [A-Z][a-z]+ing\b)")


def before(text: str, passage: Passage, floor: int, mentions: Mentions) -> Attribution | None:
    """The attribution in the words before a passage in its own sentence: `NAME said, “`, `NAME said X is “`."""
    stop = passage.outer_start
    clause, low = last_sentence(text, max(floor, stop - WINDOW), stop)
    if not clause.strip():
        return None
    told = heard_from(text, low, stop, mentions)
    if told:
        partial = text[passage.start].islower()
        return Attribution(told, HEARD, 0.85 if not partial else 0.7, reported=partial, end=stop)
    labelled = _script_label(text, low, stop, mentions)
    if labelled and not _READS_OUT.search(clause):
        return labelled
    if is_capital_topic(clause) and not mentions.within(low, stop):
        return None
    according = _last(_ACCORDING, clause)
    if according:
        label = mentions.label_at(low + according.end(), stop)
        if label and re.fullmatch(r"[^.;“”\"]{0,80}[,:]\s{0,9}", text[label.end : stop]):
            return Attribution(label, "before: according to NAME", 0.95, end=stop)
        if label and label.kind == "name" and _THING.fullmatch(text, label.end, stop):
            place = "inside reported speech: according to NAME"
            return Attribution(label, place, 0.85, reported=True, end=stop, clause=True)
        if SOURCE.fullmatch(text, low + according.end(), stop):
            return Attribution(None, "document", 0.0, end=stop, why_not="words of a document, not of a person")
    if _READS_OUT.search(clause):
        return Attribution(None, "before: quoting", 0.3, end=stop, why_not=QUOTES_OTHERS)
    if SHOUTING.search(clause):
        label, why_not = who_shouts(text, low, stop, mentions)
        return Attribution(label, "before: NAME said, “…”", 0.8, end=stop, why_not=why_not)
    if SAYING.search(clause):
        return Attribution(None, "document", 0.0, end=stop, why_not="a saying, not words of a person of this release")
    verb = _last_verb(clause)
    if reads(clause, told=verb is not None):
        return Attribution(None, "document", 0.0, end=stop, why_not="words of a document, not of a person")
    return _by_verb(text, low, verb, stop, mentions) if verb else _on_topic(text, low, stop, mentions)


def _last_verb(clause: str) -> re.Match[str] | None:
    """The last verb of speech in a clause; only words that may begin one are looked at closely."""
    for word in reversed(list(_WORD.finditer(clause))):
        verb = _VERB.match(clause, word.start()) if word.group().casefold() in _VERB_WORDS else None
        if verb:
            return verb
    return None


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(words):
        found = match
    return found


def _script_label(text: str, low: int, stop: int, mentions: Mentions) -> Attribution | None:
    start = low + len(text[low:stop]) - len(text[low:stop].lstrip())
    label = mentions.label_at(start, stop)
    if label and _LEADS.search(text, start, label.start):  # `While addressing NAME, OTHER made clear: “…”`
        label = None
    if label and _VERB.search(text[start : label.start]):  # `said NAME, before OTHER interjected: “`
        label = None
    if label and label.kind == "name" and not _is_field(label) and NAMED_SO.fullmatch(text, label.end, stop):
        return Attribution(label, "before: NAME:", 0.95, end=stop)
    role = _ROLE_LABEL.fullmatch(text, start, stop)
    if role:
        label = Label("description", role.group(1), *role.span(1))
        return Attribution(label, "before: NAME:", 0.95, end=stop)
    return None


def _is_field(label: Label) -> bool:
    """Whether a label is that of a field (`Topic:`), not of somebody who speaks."""
    return {word.casefold().rstrip(":") for word in label.text.split()} <= NOT_SPEAKERS


def _on_topic(text: str, low: int, stop: int, mentions: Mentions) -> Attribution | None:
    """A line that puts a name and a topic before the words: `WATCH: NAME to OTHER on X: “`."""
    prefix = _VIDEO.match(text, low, stop) or _LEAD_IN.match(text, low, stop)
    start = prefix.end() if prefix else low
    label = mentions.label_at(start, stop)
    if (
        label
        and label.mention
        and label.start == start
        and not _is_field(label)
        and _ON_TOPIC.fullmatch(text, label.end, stop)
    ):
        return Attribution(label, "before: NAME on X: “…”", 0.9, end=stop)
    return None


def _is_own(text: str, label: Label | None) -> bool:
    """Whether a label is the owner of the words that speak: `NAME’s letter says`; `her letter says` reads `she`."""
    named = bool(label and label.mention and label.mention.possessive)
    return named or (label is not None and label.text != text[label.start : label.end])


def _by_verb(text: str, low: int, verb: re.Match[str], stop: int, mentions: Mentions) -> Attribution | None:
    head_end, tail = low + verb.start(), text[low + verb.end() : stop]
    label, certain, why_not = subject(
        text, low, head_end, mentions, participle=bool(_PARTICIPLE.fullmatch(verb.group()))
    )
    if is_denied(text[low:head_end]):
        return Attribution(None, "before: denied", 0.3, end=stop, why_not=DENIED)
    ending = mentions.label_ending(low + len(text[low:head_end].rstrip()), low)
    if ending and is_of_another(text, low, ending):
        return Attribution(None, "before: NAME said, “…”", 0.3, end=stop, why_not=OF_ANOTHER)
    direct = bool(_TO_QUOTE.fullmatch(tail) or _ADVERBIAL.fullmatch(tail)) and not (
        is_naming(verb.group()) and not tail.rstrip().endswith(":")
    )
    if direct and not label and _NO_HEAD.fullmatch(text, low, head_end):
        label = mentions.label_at(low + verb.end() + 1, stop)
        if label and _TO_QUOTE.fullmatch(text[label.end : stop]):
            return Attribution(label, "before: said NAME, “…”", 0.95, end=stop)
        label = None
    if direct and _QUOTING.search(tail):
        return Attribution(None, "before: quoting", 0.3, end=stop, why_not=QUOTES_OTHERS)
    head = text[low:head_end]
    document = is_document(text, low, head_end) or _WHICH.search(head) or is_of_document(head)
    if document and not _is_own(text, label):
        return Attribution(
            None, "document", 0.0, reported=not direct, end=stop, why_not="words of a document, not of a person"
        )
    if direct:
        return Attribution(label, "before: NAME said, “…”", certain, end=stop, why_not=why_not)
    clause = leads_on(verb.group(), head, tail)
    earlier = None if clause else _last_verb(head)
    if earlier and leads_to_that(earlier.group(), text[low + earlier.end() : stop]):
        return _by_verb(text, low, earlier, stop, mentions)
    place = "inside reported speech: NAME said X is “…”"
    return Attribution(label, place, certain * 0.85, reported=True, end=stop, why_not=why_not, clause=clause)
