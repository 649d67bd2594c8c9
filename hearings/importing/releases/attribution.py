"""Who a sentence says is speaking: the words right after, right before, or above a quotation."""

import re
from dataclasses import dataclass

from hearings.importing.releases.documents import SAYING, SOURCE, is_document, reads
from hearings.importing.releases.labels import Label, Mentions
from hearings.importing.releases.quotations import Passage
from hearings.importing.releases.reporting import is_naming, is_of_document, leads_on, leads_to_that
from hearings.importing.releases.subjects import ADVERBS, SEVERAL, SHOUTING, last_sentence, subject, who_shouts
from hearings.importing.texts.lexicon import BESIDE_MARKS, NOT_SPEAKERS, PARTICIPLES, SPEECH_VERBS

WINDOW = 400
_SAYS = f"{SPEECH_VERBS}|{BESIDE_MARKS}"
_VERB = re.compile(
    rf"(?<![\w-])(?=[^\W\d_]{{2}})(?:{SPEECH_VERBS}|{PARTICIPLES}|(?:has|have|had)\s{{1,9}}written|(?:{BESIDE_MARKS})(?=(?:[^“”\"]{{0,40}}[,:]|\s{{1,9}}that)\s{{0,9}}$))\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(PARTICIPLES, re.IGNORECASE)
_WORD = re.compile(r"(?<![\w-])[^\W\d_]{3,}")
_VERB_WORDS = frozenset(re.findall(r"[^\W\d_]+", f"{SPEECH_VERBS} {PARTICIPLES} {BESIDE_MARKS} has have had"))
_VERB_FIRST = re.compile(
    rf"[\s,—–-]{{0,6}}(?:(?:{ADVERBS}|les?|nos)\s{{1,9}})?(?:{_SAYS})(?:\s{{1,9}}\w{{2,20}}ly)?\s{{1,9}}", re.IGNORECASE
)
_THEN_VERB = re.compile(
    r"(?:,?\s(?:(?:[A-Z][a-z]{0,2}\.){2,4}|(?-i:[A-Z]{2,4}|PhD)|Esq\.?)(?:,(?=\s))?){0,3}"
    r"(?:\s?\([^)\n]{1,30}\))?(?:\s{1,9}(?:from|of|with|for)\s{1,9}[^,.;:\n]{1,60}?|,\s[RDI]-[\w. ]{1,20},"
    r"|\s?,[^.;!?“”\"\n]{1,150},)?"
    rf"(?:\s{{1,9}}{ADVERBS}){{0,3}}\s{{1,9}}(?:{_SAYS})\b",
    re.IGNORECASE,
)
_ANY_VERB_FIRST = re.compile(r"\s{1,6}(?!(?:and|but|or)\b)[a-z]{3,20}(?:ed|s)\s{1,9}(?=[A-Z])")
_ANY_VERB = re.compile(rf"(?:\s?\([^)\n]{{1,30}}\))?(?:\s{{1,9}}{ADVERBS})?\s{{1,9}}[a-z]{{2,20}}(?:ed|s)\b")
_FILLED = re.compile(r"[a-z]\s$")
_ANY_VERB_ENDS = re.compile(_ANY_VERB.pattern + r"(?:\s[a-z]{2,10}){0,3}(?=\s?[.,]|\s?$)")
_BARE_VERB = re.compile(
    r"\s?,?\s{0,9}(dijo|afirmó|declaró|señaló|añadió|agregó|expresó|indicó|explicó|comentó|continuó|concluyó|apuntó|precisó|contó|relató)(?=\s?[.,;:])"
)
_COMPLETE = re.compile(
    r".told\s{1,9}(?!that\b)|.{5}\s{0,9}(?:[.;—–(]|$|\n|,\s{1,9}(?:who|a|an|the|adding|in|at|during)\b"
    r"|(?:in|at|on|during|after|before|of|to\s{1,9}(?:the|her|him|them|reporters)|as|while|when|about|with|today|yesterday|following|\w{2,15}day)\b)"
)
_QUOTING = re.compile(r"\b(?:quot|cit)(?:ing|ed|es)\b", re.IGNORECASE)
_READS_OUT = re.compile(
    r"(?<!^)\b(?:(?:read|reads|reading)\b[^.;“”\"]{0,60}\b(?:from|aloud|out)|quot(?:ed|es|ing)|recit(?:ed|es|ing))\b[^.;“”\"]{0,80}[:,]\s{0,9}$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:^|\n|[.!?…][”\"’')]*\s{1,9})$")
_DASH = re.compile(r"\s{0,9}[-—–]{1,2}\s{0,9}")
_SIGNATURE = re.compile(
    r"(?:\s?\([^)\n]{1,30}\))?(?:(?:,|\s(?:at|in|on|during|from|after|to)\s)[^.;!?“”\"\n]{1,200})?\.?\s{0,9}(?=\n|$)"
)
_LEADING = re.compile(r"[\s,—–-]{0,6}")
_TO_QUOTE = re.compile(r"\s{0,9}[,:—–-]?\s{0,9}(?:that)?\s{0,9}[,:—–]?\s{0,9}$")
_ADVERBIAL = re.compile(r"[^“”\"]{0,160}[,:]\s{0,9}$")
_ACCORDING = re.compile(r"\b(?:according\s{1,9}to|in\s{1,9}the\s{1,9}words\s{1,9}of|según)\s{1,9}", re.IGNORECASE)
_OWN_WORDS = re.compile(r"[’'‘]s?\s(?:[a-z]{2,15}\s){0,2}(?:testimony|statement|remarks|letter)\b")
_ACCORDING_AFTER = re.compile(r"[\s,—–-]{0,6}(?:according\s{1,9}to|según)\s{1,9}", re.IGNORECASE)
_SO_SAID = re.compile(
    r"\s{1,3}(?:(?:That|This|Those|These|So)[’']?s?\s(?:(?:is|was|are|were|came|go|goes|went)\s){0,1}"
    r"(?:how|what|said|spoke|(?:the\s)?words\s(?:of|from)|the\s(?:opening|closing)\swords\sof)|With\s(?:those|these)\swords,)\s"
)
_WHICH = re.compile(r"[^,]\s(?:that|which)\s{1,9}(?:also\s{1,9})?$")
_STAFF_OF = re.compile(r"\s(?:[a-z]{2,20}\s){0,2}(?:spokes(?:man|woman|person)|aide|adviser|counsel|staffer)\s")
_AIDE_OF = re.compile(
    r"[’'‘]?s?\s(?:[a-z-]{2,20}\s){0,3}(?:spokes(?:man|woman|person)|aide|adviser|counsel|staffer|office),?\s"
)
_OWNER_OF = re.compile(r"[’'‘]?s?\s(?:[a-z-]{2,20}\s){1,4}")
JOINED = re.compile(r",?\s(?:and|&|y)\s{1,9}(?:[^,.;:“”\"\n]{1,60}\s)?")
_TOGETHER = re.compile(r"(?:\s?\([^)\n]{1,30}\))?,?\s(?:and|&|y)\s")
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
_DOES = re.compile(r"\s(?:would|had|has|was|is|will|could|can|did|does|should|might|may|plans|wants|hopes|expects)\b")
_LEADS = re.compile(r"\b(?:[Ww]hile|[Ww]hen|[Aa]fter|[Bb]efore|[Dd]uring|\w{2,20}ing)\b(?! [A-Z][a-z]+ing\b)")
# `Citing comments that NAME wrote on how it would “…,” OTHER asked`: the fragment stands in what is cited.
_CITED = re.compile(
    r"(?:^|[.!?]\s|\n\s{0,9})(?:Citing|Quoting|Recalling|Referencing|Referring to|Pointing to)\b[^.!?\n“”\"]{1,200}"
    r"\b(?:wrote|said|stated|told|testified|claimed|argued|made|warned)\b[^.!?,\n“”\"]{0,160}\w\s\Z"
)


@dataclass(frozen=True)
class Attribution:
    """Who is named for a passage; `place` is where the naming words stand, `certain` how firmly they point (0..1).

    `loose` words behind a passage give way to a verb of speech before it; `clause` says that the passage stands in a
    sentence like `NAME said that`.
    """

    label: Label | None
    place: str
    certain: float
    reported: bool = False
    end: int = 0
    why_not: str = ""
    loose: bool = False
    clause: bool = False


def after(text: str, passage: Passage, limit: int, mentions: Mentions) -> Attribution | None:
    """The attribution that follows a passage: `said NAME`, or `NAME said`. None where there is none."""
    start = passage.outer_end
    limit = min(limit, start + WINDOW)
    if (not passage.closed and not passage.damaged) or _ends_sentence(text, passage):
        return None
    if _CITED.search(text, max(passage.outer_start - WINDOW, 0), passage.outer_start):
        why_not = "the speaker quotes somebody else here"
        return Attribution(None, "after: NAME said", 0.3, end=start, why_not=why_not)
    told = _told_after(text, start, limit, text[passage.end - 1], mentions)
    if told:
        return told
    leading = _LEADING.match(text, start, limit)
    label = mentions.label_at(leading.end() if leading else start, limit)
    if label and label.mention and label.mention.possessive:
        return _aide_after(text, label, limit, mentions)
    if not label:
        return None
    return signature(text, start, limit, mentions) or _named_after(text, passage, label, limit, mentions)


def _ends_sentence(text: str, passage: Passage) -> bool:
    """Whether the words are the end of a sentence that began before them, so that behind them another begins."""
    begun = text[max(passage.outer_start - 2, 0) : passage.outer_start].strip()[-1:]
    return begun.isalnum() and text[passage.start].islower() and text[passage.end - 1] == "." and passage.opened


def _aide_after(text: str, owner: Label, limit: int, mentions: Mentions) -> Attribution | None:
    """An attribution to somebody who is named as another's: `NAME’s spokesman, OTHER, said`."""
    aide = _AIDE_OF.match(text, owner.end, limit)
    label = mentions.label_at(aide.end(), limit) if aide else None
    behind = label.end + (text[label.end : label.end + 1] == ",") if label else aide.end() - 1 if aide else limit
    said = _THEN_VERB.match(text, behind, limit)
    if not said:
        return None
    why_not = "" if label else "somebody who speaks for others and is not named"
    return Attribution(label, "after: NAME said", 1.0 if label else 0.3, end=said.end(), why_not=why_not)


def _told_after(text: str, start: int, limit: int, last: str, mentions: Mentions) -> Attribution | None:
    """An attribution that begins with its verb, as `said NAME`, with `according to NAME`, or with `dijo` alone."""
    verb = _VERB_FIRST.match(text, start, limit) or (
        _ANY_VERB_FIRST.match(text, start, limit) if last in ",?!" else None
    )
    label = mentions.label_at(verb.end(), limit) if verb else None
    told = label and label.kind == "pronoun" and (label.text[0].isupper() or _DOES.match(text, label.end, limit))
    if verb and label and not told:
        return _said(text, label, limit, mentions)
    according = _ACCORDING_AFTER.match(text, start, limit)
    label = mentions.label_at(according.end(), limit) if according else None
    if according and label and last == "." and according.group().strip()[0] == "A" and text[label.end] == ",":
        return None
    owned = label and label.mention and label.mention.possessive and not _OWN_WORDS.match(text, label.end, limit)
    if label and label.kind == "name" and not owned:
        return Attribution(label, "after: according to NAME", 0.95, end=label.end, loose=True)
    so = _SO_SAID.match(text, start, limit)
    label = mentions.label_at(so.end(), limit) if so else None
    if label and label.kind == "name" and not (label.mention and label.mention.possessive):
        return Attribution(label, "after: that is how NAME put it", 0.8, end=label.end, loose=True)
    bare = _BARE_VERB.match(text, start, limit)
    if bare:
        return Attribution(Label("pronoun", bare.group(1), *bare.span(1)), "after: said", 1.0, end=bare.end())
    return None


def _named_after(text: str, passage: Passage, label: Label, limit: int, mentions: Mentions) -> Attribution | None:
    """An attribution that begins with its person, as `NAME said`."""
    last = text[passage.end - 1]
    other = _together(text, label, mentions)
    said = _THEN_VERB.match(text, (other or label).end, limit)
    then = said or _any_verb(text, other or label, last, limit)
    last = text[passage.start : passage.end].rstrip("’'")[-1:] or last
    leads_on = bool(then) and text[limit : limit + 1] in tuple("“\"«‘'") and not text[then.end() : limit].strip(" ,:")
    answers = leads_on and last.isalnum() and ":" in text[limit - 3 : limit]
    if not then or answers or (last in ".”" and (leads_on or not _COMPLETE.match(text, then.end() - 5, limit))):
        return None
    unmarked = last.isalnum() and not text[passage.outer_end : limit].lstrip().startswith(",")
    if unmarked and not _BEGINS.search(text, max(passage.outer_start - 12, 0), passage.outer_start):
        return None
    if other:
        return Attribution(None, "after: NAMES said", 0.3, end=then.end(), why_not=SEVERAL)
    place = "after: NAME said" if said else "after: NAME acts"
    return Attribution(label, place, 0.8 if unmarked else 1.0, end=then.end(), loose=not said)


def _any_verb(text: str, label: Label, last: str, limit: int) -> re.Match[str] | None:
    """Any verb that a person is the subject of right behind words that a comma, or ? or ! and the sentence, closes."""
    if label.kind == "name" and last == "," and not _FILLED.search(text, max(label.start - 12, 0), label.start):
        return _ANY_VERB.match(text, label.end, limit)
    if label.kind == "pronoun" and label.text.islower() and last in ",?!":
        return _ANY_VERB_ENDS.match(text, label.end, limit)
    return _ANY_VERB_ENDS.match(text, label.end, limit) if label.kind == "name" and last in "?!" else None


def signature(text: str, start: int, limit: int, mentions: Mentions) -> Attribution | None:
    """The speaker whose name and title follow a dash, up to the end of the line: `– NAME, TITLE`."""
    dash = _DASH.match(text, start, limit)
    label = mentions.label_at(dash.end(), limit) if dash else None
    if dash and label and label.start == dash.end() and _SIGNATURE.match(text, label.end, limit):
        return Attribution(label, "after: – NAME", 0.95, end=limit)
    return None


def _said(text: str, label: Label, limit: int, mentions: Mentions) -> Attribution:
    if _together(text, label, mentions):
        return Attribution(None, "after: said NAMES", 0.3, end=label.end, why_not=SEVERAL)
    owned = label.mention is not None and label.mention.possessive
    aside = (_OWNER_OF if owned else _STAFF_OF).match(text, label.end, limit)
    speaker = mentions.label_at(aside.end(), limit) if aside else None
    if owned and not speaker:
        return Attribution(
            None, "after: said NAME’s", 0.3, end=label.end, why_not="somebody is named only as belonging to another"
        )
    return Attribution(speaker or label, "after: said NAME", 1.0, end=(speaker or label).end)


def _together(text: str, label: Label, mentions: Mentions) -> Label | None:
    joined = _TOGETHER.match(text, label.end, label.end + 60) if label.kind == "name" else None
    other = mentions.label_at(joined.end(), joined.end() + 120) if joined else None
    return other if other and other.kind == "name" and joined and other.start <= joined.end() else None


def before(text: str, passage: Passage, floor: int, mentions: Mentions) -> Attribution | None:
    """The attribution in the words before a passage in its own sentence: `NAME said, “`, `NAME said X is “`."""
    stop = passage.outer_start
    clause, low = last_sentence(text, max(floor, stop - WINDOW), stop)
    if not clause.strip():
        return None
    labelled = _script_label(text, low, stop, mentions)
    if labelled and not _READS_OUT.search(clause):
        return labelled
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
        return Attribution(None, "before: quoting", 0.3, end=stop, why_not="the speaker quotes somebody else here")
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
    direct = bool(_TO_QUOTE.fullmatch(tail) or _ADVERBIAL.fullmatch(tail)) and not (
        is_naming(verb.group()) and not tail.rstrip().endswith(":")
    )
    if direct and not label and not text[low:head_end].strip(" \n\t,—–-"):
        label = mentions.label_at(low + verb.end() + 1, stop)
        if label and _TO_QUOTE.fullmatch(text[label.end : stop]):
            return Attribution(label, "before: said NAME, “…”", 0.95, end=stop)
        label = None
    if direct and _QUOTING.search(tail):
        return Attribution(None, "before: quoting", 0.3, end=stop, why_not="the speaker quotes somebody else here")
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
