"""Who the words behind a quotation say is speaking: `said NAME`, `NAME said`, a signature."""

import re

from hearings.importing.releases.marks.quotations import Passage
from hearings.importing.releases.people.labels import Label, Mentions
from hearings.importing.releases.speech.attribution import WINDOW, Attribution
from hearings.importing.releases.speech.subjects import ADVERBS, SEVERAL
from hearings.importing.releases.speech.voices import OF_ANOTHER, QUOTES_OTHERS, led_in, named_by, passes_on
from hearings.importing.texts.lexicon import BESIDE_MARKS, SPEECH_VERBS

_SAYS = f"{SPEECH_VERBS}|{BESIDE_MARKS}"
_VERB_FIRST = re.compile(
    rf"[\s,—–-]{{0,6}}(?:(?:{ADVERBS}|les?|nos)\s{{1,9}})?(?:{_SAYS})(?:\s{{1,9}}\w{{2,20}}ly)?\s{{1,9}}", re.IGNORECASE
)
_NESTED = re.compile(r"(?<![\w’'])[‘'“\"]\w")
_SAID_FIRST = re.compile(r"[\s,—–-]{0,6}sa(?:id|ys)\s", re.IGNORECASE)
_THEN_VERB = re.compile(
    r"(?:,?\s(?:(?:[A-Z][a-z]{0,2}\.){2,4}|(?-i:[A-Z]{2,4}|PhD)|Esq\.?)(?:,(?=\s))?){0,3}"
    r"(?:\s?\([^)\n]{1,30}\))?(?:\s{1,9}(?:from|of|with|for)\s{1,9}[^,.;:\n]{1,60}?|,\s[RDI]-[\w. ]{1,20},"
    r"|\s?,[^.;!?“”\"\n]{1,150},)?"
    rf"(?:\s{{1,9}}{ADVERBS}){{0,3}}\s{{1,9}}(?:{_SAYS})\b",
    re.IGNORECASE,
)
_ANY_VERB_FIRST = re.compile(
    r"\s{1,6}(?!(?:and|but|or|whereas|unless|besides|always|perhaps|thus|across|towards|his|its|this)\b)[a-z]{3,20}(?:ed|s)\s{1,9}(?=[A-Z])"
)
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
_BEGINS = re.compile(r"(?:^|\n|[.!?…][”\"’')]*\s{1,9})$")
_DASH = re.compile(r"\s{0,9}[-—–]{1,2}\s{0,9}")
_SIGNATURE = re.compile(
    r"(?:\s?\([^)\n]{1,30}\))?(?:(?:,|\s(?:at|in|on|during|from|after|to)\s)[^.;!?“”\"\n]{1,200})?\.?\s{0,9}(?=\n|$)"
)
_LEADING = re.compile(r"[\s,—–-]{0,6}")
_OWN_WORDS = re.compile(r"[’'‘]s?\s(?:[a-z]{2,15}\s){0,2}(?:testimony|statement|remarks|letter)\b")
_ACCORDING_AFTER = re.compile(r"[\s,—–-]{0,6}(?:according\s{1,9}to|según)\s{1,9}", re.IGNORECASE)
_SO_SAID = re.compile(
    r"\s{1,3}(?:(?:That|This|Those|These|So)[’']?s?\s(?:(?:is|was|are|were|came|go|goes|went)\s){0,1}"
    r"(?:how|what|said|spoke|(?:the\s)?words\s(?:of|from)|the\s(?:opening|closing)\swords\sof)|With\s(?:those|these)\swords,)\s"
)
# A sentence behind the words that says no more than whose they were: `That was NAME.`, `Those were NAME’s words.`
_THAT_WAS = re.compile(
    r"\s{1,3}(?:(?:That|This|Those|These|It|The\s(?:words|voice|answer|reply|speaker|last\sword))\s(?:one\s)?(?:was|were|is|came\sfrom|belonged\sto)|Thus)\s"
    r"(?:the\swords\sof\s|the\svoice\sof\s|from\s|spoke\s)?"
)
_WAS_ALL = re.compile(
    r"(?:\s?\([^)\n]{1,30}\))?(?:\s?[.!]|,?\s(?:again|speaking|talking|answering|replying|responding|interrupting|cutting\sin"
    r"|who\s(?:said|spoke|answered|replied))\b)|[’'‘]s?(?:\s(?:words?|voice|answer|reply|response|retort))?\s?[.!]"
)
THAT_IS = "after: that is"
ASKED_BY = "inside reported speech: asked by NAME whether X is “…”"
_STAFF_OF = re.compile(r"\s(?:[a-z]{2,20}\s){0,2}(?:spokes(?:man|woman|person)|aide|adviser|counsel|staffer)\s")
_AIDE_OF = re.compile(
    r"[’'‘]?s?\s(?:[a-z-]{2,20}\s){0,3}(?:spokes(?:man|woman|person)|aide|adviser|counsel|staffer|office),?\s"
)
_OWNER_OF = re.compile(r"[’'‘]?s?\s(?:[a-z-]{2,20}\s){1,4}")
_TOGETHER = re.compile(r"(?:\s?\([^)\n]{1,30}\))?,?\s(?:and|&|y)\s")
_DOES = re.compile(r"\s(?:would|had|has|was|is|will|could|can|did|does|should|might|may|plans|wants|hopes|expects)\b")
# A name behind words and their comma that ends its sentence: the verb is lost (`,” Senator NAME. “`).
_NAME_ONLY = re.compile(r"(?:\s?\([^)\n]{1,30}\))?\.\s{0,3}(?=$|[“\"\n])")
# `Citing comments that NAME wrote on how it would “…,” OTHER asked`: the fragment stands in what is cited.
_CITED = re.compile(
    r"(?:^|[.!?]\s|\n\s{0,9})(?:Citing|Quoting|Recalling|Referencing|Referring to|Pointing to)\b[^.!?\n“”\"]{1,200}"
    r"\b(?:wrote|said|stated|told|testified|claimed|argued|made|warned)\b[^.!?,\n“”\"]{0,160}\w\s\Z"
)


def after(text: str, passage: Passage, limit: int, mentions: Mentions) -> Attribution | None:
    """The attribution that follows a passage: `said NAME`, or `NAME said`. None where there is none."""
    start = passage.outer_end
    limit = min(limit, start + WINDOW)
    if (not passage.closed and not passage.damaged) or _ends_sentence(text, passage):
        return None
    if _CITED.search(text, max(passage.outer_start - WINDOW, 0), passage.outer_start):
        return Attribution(None, "after: NAME said", 0.3, end=start, why_not=QUOTES_OTHERS)
    found = _after(text, passage, limit, mentions)
    if not found or not found.label:
        return found
    asked, asker = led_in(text, passage.outer_start, mentions)
    within = text[passage.outer_start - 2 : passage.outer_start - 1].isalnum()
    if asked and (within or text[limit : limit + 1] in tuple("“\"«‘'")):
        told = Attribution(asker, ASKED_BY, 0.8, reported=True, end=passage.outer_end, clause=True)
        return told if within and asker and text[asker.end : passage.outer_start].strip() else None
    nested = _NESTED.search(text, passage.start, passage.end)  # she reads it out within her own words
    why_not = "" if nested else passes_on(text, found.label, min(start + WINDOW, len(text)), mentions)
    return Attribution(None, "after: NAME said", 0.3, end=found.end, why_not=why_not) if why_not else found


def _after(text: str, passage: Passage, limit: int, mentions: Mentions) -> Attribution | None:
    start = passage.outer_end
    told = _told_after(text, start, limit, text[passage.end - 1], mentions)
    if told:
        return told
    if _SAID_FIRST.match(text, start, limit):  # `said a witness NAME had called`
        return None
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
    was = _THAT_WAS.match(text, start, limit)
    label = mentions.label_at(was.end(), limit) if was and last in ".?!" else None
    if label and label.kind == "name" and label.start == was.end() and _WAS_ALL.match(text, label.end, limit + 1):
        return Attribution(label, f"{THAT_IS} NAME", 0.75, end=label.end, loose=True)
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
    if not then and not other and last == "," and label.kind == "name" and _NAME_ONLY.match(text, label.end):
        return Attribution(label, "after: NAME", 0.8, end=label.end + 1, loose=True)
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
    speaker = mentions.label_at(aside.end(), limit) if aside else named_by(text, label, limit, mentions)
    if owned and not speaker:
        return Attribution(None, "after: said NAME’s", 0.3, end=label.end, why_not=OF_ANOTHER)
    return Attribution(speaker or label, "after: said NAME", 1.0, end=(speaker or label).end)


def _together(text: str, label: Label, mentions: Mentions) -> Label | None:
    joined = _TOGETHER.match(text, label.end, label.end + 60) if label.kind == "name" else None
    other = mentions.label_at(joined.end(), joined.end() + 120) if joined else None
    return other if other and other.kind == "name" and joined and other.start <= joined.end() else None
