"""Whose voice is heard: words beside a quotation that bring in another speaker, or that name somebody by another."""

import re
from dataclasses import dataclass

from hearings.importing.releases.marks.quotations import Passage
from hearings.importing.releases.people.labels import Label, Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.speech.subjects import ADVERBS
from hearings.importing.texts.lexicon import BESIDE_MARKS, PARTICIPLES, SPEECH_VERBS, word_set
from witnesses.names import GIVEN_NAMES

_FAR = 300
QUOTES_OTHERS = "the speaker quotes somebody else here"
OF_ANOTHER = "somebody is named only as belonging to another"
SECOND_HAND = "others tell that this was said"
DENIED = "the words beside it deny that this was said"
_ASIDE = r"(?:\s?\([^)\n]{1,30}\))?(?:,(?!\s(?:was|were|is|are|has|had)\b)[^.;:“”\"\n]{1,80},)?"
_SPEAKS = re.compile(
    rf"{_ASIDE}(?:\s{ADVERBS}){{0,2}}\s(?:{SPEECH_VERBS}|{BESIDE_MARKS}|disagreed|would\s[a-z]{{3,12}})\b",
    re.IGNORECASE,
)
_VERB = re.compile(rf"\b(?:{SPEECH_VERBS})\b", re.IGNORECASE)
_ADDING = re.compile(rf"\s(?:{PARTICIPLES}|answering|replying|responding|countering|interjecting|objecting|shouting)\b")
_WITH = re.compile(r"\bwith\s(?:the\s)?$")
_TO_SPEAK = re.compile(r"\s(?:\w{2,20}ly\s)?to\s(?:\w{2,20}ly\s)?[a-z]{3,14}\b")
_PROMPTED = re.compile(
    r"\b(?:prompt(?:ing|ed)|lead(?:ing)?|led|caus(?:ing|ed)|forc(?:ing|ed)|mov(?:ing|ed)|spurr(?:ing|ed)|push(?:ing|ed)|only\sfor"
    r"|leaving\sit\s(?:to|for)|provok(?:ing|ed)|compell(?:ing|ed)|inspir(?:ing|ed)|allow(?:ing|ed))\s$"
)
_FROM = re.compile(r"\b(?:from|by)\s(?:the\s)?$")
_SUBORDINATE = re.compile(
    r"\b(?:after|when|once|since|because|that|what|how|if|whether|than|who|whom|which|like|following|where)\s$"
)
_SAYING_OF = (
    r"(?:question|query|inquiry|claim|charge|accusation|remark|comment|assertion|argument|plea|demand|reply|answer|response|retort"
    r"|objection|warning|rejoinder|comeback|verdict|rebuttal)"
)
_OWN_SAYING = re.compile(
    rf"[’'‘]?s?\s(?:[\w-]{{2,15}}\s){{0,2}}{_SAYING_OF}(?:\s(?:was|is|came)(?:\s\w{{2,12}}){{0,2}})?\s?[,:]?\s{{0,9}}"
)
# A sentence that turns to somebody else: `“...,” while NAME of the Rope Union warned of`.
_TURNS = re.compile(
    r"[\s,—–-]{0,4}(?:while|whereas|as|but|and|though|although|yet|when|with)\s(?:(?!that\b)[a-z]{2,15}\s){0,3}"
)
_ACTS = re.compile(
    rf"(?:\s(?:of|from|at|with)\s[^,.;:“”\"\n]{{1,60}}?)?{_ASIDE}(?:\s{ADVERBS})?\s"
    r"([a-z]{2,20}(?:ed|s)|spoke|saw|said|told|felt|found|wrote|thought|held|put|went|had)\b"
)
_SAYS_OF = re.compile(rf"{SPEECH_VERBS}|{BESIDE_MARKS}|spoke|feared|saw|sees|speaks|fears|felt|thought", re.IGNORECASE)
_VIEW_OF = re.compile(
    r"\b(?:for|to|in\sthe\s(?:view|words|eyes|opinion|judgment|telling)\sof|according\sto)\s(?:the\s)?$"
)
_OF_VIEW = re.compile(r"\s?,|\s(?:it|this|that|they|these)\s|[’'‘]s?\s(?:mind|eyes)")
_VERB_BY = re.compile(
    r"\b(?:asked|pressed|told|questioned|challenged|reminded|warned|prompted|informed|grilled|quizzed|confronted|interrupted"
    r"|addressed|admonished|assured)(?:\s\w{2,12}){0,2}\sby\s(?:the\s)?$",
    re.IGNORECASE,
)
_TO_MARK = re.compile(r"(?:\s?\([^)\n]{1,30}\))?\s?[,:]?\s{0,9}")
_TO_HIM = re.compile(
    rf"{_ASIDE}(?:\s{ADVERBS})?\s(?:asked|asks|told|tells|pressed|questioned|grilled|challenged|reminded|warned|urged|informed|assured|quizzed"
    r"|interrupted|confronted|(?:demanded|inquired)\sof|(?:said|answered|replied|responded|put\sit)\sto|shot\sat)\s(?:[a-z][\w’'-]{0,20}\s){0,3}\Z",
    re.IGNORECASE,
)
# Behind a name that stands behind its verb: `asked NAME of`, `said NAME to`, `asked NAME, turning to`.
_OF_HIM = re.compile(
    r"(?:\s?\([^)\n]{1,30}\))?(?:\s(?:to|of)|,?\s(?:turning|speaking|looking|pointing|gesturing)\s(?:to|at|towards?)|,?\s(?:pressing|addressing))"
    r"\s(?:[a-z][\w’'-]{0,20}\s){0,3}\Z"
)
_ASKS_BEFORE = re.compile(r"\b(?:asked|demanded|inquired|wondered|said)\s(?:[\w.’'-]{1,20}\s){0,4}\Z")
# A sentence that begins with what somebody was asked or told, before its subject.
_LED_IN = re.compile(
    r"(?:^|[.!?][”\"’]?\s{1,3}|\n\s{0,9})(?:(?:When|After\sbeing|On\sbeing|Having\sbeen|Once|If)\s)?"
    r"(?:[Aa]sked|[Pp]ressed|[Tt]old|[Qq]uestioned|[Cc]hallenged|[Rr]eminded|[Ww]arned|[Cc]onfronted|[Ii]nformed|Grilled|Quizzed"
    r"|Prompted|Interrupted|Responding|Replying|Reacting|Answering|In\s(?:response|reply|answer)\sto|To)\b"
    r"(?P<by>(?:\s\w{2,12}){0,2}\sby\s(?:the\s)?)?"
    r"(?:[^.!?\n“”\"]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.|[“\"][^.!?\n“”\"]{1,80}[”\"]){0,200}\Z"
)
_FIRST_CLAUSE = re.compile(
    r"(?:^|[.!?][”\"’]?\s{1,3}|\n\s{0,9})(?:When|While|As|After|Although|Though|Because|Since|Before|If|Once|Even\s(?:as|though))\s"
    r"(?=(?:[^,.!?\n“”\"]|(?<=\b[A-Z][a-z]{2})\.){1,280}\Z)"
)
_CLAUSE_SAYS = re.compile(
    rf"(?:\s?\([^)\n]{{1,30}}\))?(?:\s{ADVERBS})?\s(?:{SPEECH_VERBS}|{BESIDE_MARKS}|call(?:ed|s)|describ(?:ed|es)|labell?ed|ask(?:ed|s))\b"
    r"[^,.!?\n“”\"]{0,200}",
    re.IGNORECASE,
)
_HANDS_ON = re.compile(
    r"\b(?:quot(?:ed|es|ing)|recit(?:ed|es|ing)|paraphras(?:ed|es|ing)|attribut(?:ed|es|ing)|read(?:s|ing)?\s(?:aloud\s|out\s)?from"
    r"|mimick(?:ed|ing)|imitat(?:ed|es|ing)|borrow(?:ed|ing)\s(?:an?|the)\s(?:line|phrase|word)|in\sthe\swords\sof)\b"
)
_CITING = re.compile(r"\bciting\s(?:the\s)?$")
_SAY = (
    r"(?:say(?:s|ing)?|said|tell(?:s|ing)?|told|writ(?:e|es|ing|ten)|wrote|stat(?:e|es|ing|ed)|testif(?:y|ied|ying)|claim(?:s|ing|ed)?"
    r"|call(?:s|ing|ed)?|argu(?:e|ing|ed)|shout(?:ing|ed)?)"
)
_ONE_VERB = re.compile(rf"(?:\s{ADVERBS})?\s\w{{2,20}}(?:\sthat)?\s", re.IGNORECASE)
_HIM = re.compile(r"(?:him|her|them|he|she|they)\b")
_SAYS_SO = re.compile(rf"\s(?:(?:as|of|to|having|had|has|have|once)\s){{0,3}}{_SAY}\b")
_DENIES = re.compile(
    r"(?:\b(?:den(?:y|ied|ies|ying)|disput(?:ed|es|ing)|disavow(?:ed|s|ing)?|refus(?:ed|es|ing)|declin(?:ed|es|ing)|never|not|nobody"
    r"|without|no\sone)|n[’'‘]t)"
    r"(?:\s(?:having|have|had|has|ever|that|s?he|they|to|be|been|even|once|one|the|who|actually|really|publicly|in|fact)){0,4}\s?$",
    re.IGNORECASE,
)
_DENIES_SAYING = re.compile(
    rf"\s(?:[a-z]{{2,20}}\s){{0,2}}?(?:den(?:ied|ies)|disput(?:ed|es)|never|did\snot|didn[’'‘]t|refus(?:ed|es)|declin(?:ed|es))"
    rf"\s(?:(?:having|have|ever|that|s?he|they|had|to)\s){{0,3}}{_SAY}\b"
)
_AT_SECOND_HAND = re.compile(
    r"\s(?:was|is|were|has\sbeen|had\sbeen)\s(?:\w{2,20}ly\s)?(?:accused|quoted|reported|alleged|rumou?red|believed|cited|heard|overheard"
    r"|said\sto)\b"
)
# Somebody who is named only by another, at the beginning of a clause: `A lawyer for`, `The man who knew`.
_SOMEBODY_OF = re.compile(
    r"\s{0,3}(?:[\w’' -]{1,60},\s)?(?:(?:[Aa]nd|[Bb]ut|[Ll]ater|[Tt]hen|[Ww]hile|[Ss]till|[Oo]n\s\w{3,12}day)\s)?"
    r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir)\s(?:[a-z][\w’'-]{0,20}\s){1,4}?"
    r"(?:(?:for|of|to|with|behind|beside|near|against|opposite|representing|working\sfor)|(?:who|whom)\s(?:[\w’'-]{1,20}\s){1,8}?[\w’'-]{1,20})"
    r"\s(?:the\s)?"
)
_SERVES = re.compile(
    r"\b(?:spokes(?:man|woman|person)|aide|advis[eo]r|counsel|lawyer|attorney|staffer|office|clerk|assistant|secretary|friend"
    r"|colleague|ally|supporter|neighbou?r|critic|opponent)s?\s(?:for|of|to|representing)\s(?:the\s)?$",
    re.IGNORECASE,
)
_NO_NOUN = word_set("""
    after before when while as at in on of for to from with by during about and or but that who whom today yesterday
    because since until if though although then also again here there over under against between among last this next
    following later earlier toward towards despite upon through per via like is was has had not de en
    """)
_NOUN_OF = re.compile(r"\s((?:[a-z][a-z-]{2,20}\s){1,2})(?=[^\W\d_a-z])")
_CLAUSE_END = re.compile(r"[.;:“”\"\n]")


@dataclass(frozen=True)
class Turn:
    """Somebody to whom a sentence turns; `speaks` says whether it is by a verb of speech."""

    mention: Mention
    speaks: bool


def other_voice(
    text: str, start: int, stop: int, speaker: str | None, mentions: Mentions, people: Registry
) -> Mention | None:
    """Who, named between two quotations, leads to the second one, though `speaker` said the first.

    `said NAME, before OTHER interjected: “`, `prompting OTHER to reply: “`, `a retort from OTHER: “`.
    """
    for one in reversed(mentions.within(max(start, stop - _FAR), stop)):
        end, ahead = one.party_end or one.end, text[max(start, one.start - 40) : one.start]
        full = people.resolve(one.name, one.titles).full
        if full == speaker or not _is_somebody(one, full, people) or _CLAUSE_END.search(text[end:stop].rstrip(" :")):
            continue
        if one.possessive:
            if _OWN_SAYING.fullmatch(text, one.end, stop):
                return one
            continue
        verb = _SPEAKS.match(text, end, stop)
        speaks = verb and not _SUBORDINATE.search(ahead) and not _VERB.search(text, verb.end(), stop)
        adding = _ADDING.match(text, end, stop) and _WITH.search(ahead)
        prompted = _TO_SPEAK.match(text, end, stop) and _PROMPTED.search(ahead)
        if speaks or adding or prompted or (_FROM.search(ahead) and text[end:stop].strip() == ":"):
            return one
    return None


def _is_somebody(one: Mention, full: str | None, people: Registry) -> bool:
    """Whether a name is shown, or looks, to be a person's, not that of a place or a body."""
    person = people.find(full) if full else None
    return bool(
        one.titles or (person and person.strong) or (one.words > 1 and one.name.split()[0].casefold() in GIVEN_NAMES)
    )


def turned_to(
    text: str, start: int, stop: int, speaker: str | None, mentions: Mentions, people: Registry
) -> Turn | None:
    """Whom a sentence turns to between two fragments in marks: `while OTHER warned of`, `but in the view of OTHER`."""
    for one in mentions.within(start, min(stop, start + _FAR)):
        if people.resolve(one.name, one.titles).full == speaker:
            continue
        ahead, end = text[start : one.start], one.party_end or one.end
        if _VIEW_OF.search(ahead) and _OF_VIEW.match(text, one.end, stop):
            return Turn(one, False)
        verb = _ACTS.match(text, end, stop) if _TURNS.fullmatch(ahead) and not one.possessive else None
        if verb:
            return Turn(one, bool(_SAYS_OF.fullmatch(verb.group(1))))
    return None


def addressee(text: str, label: Label, passage: Passage, mentions: Mentions) -> Mention | None:
    """To whom an attribution says that the words are said: `LABEL asked NAME`."""
    stop = passage.outer_start if label.start < passage.outer_start else label.end + 160
    for one in mentions.within(label.end, stop)[:1]:
        asks = _ASKS_BEFORE.search(text, max(label.start - 60, 0), label.start)
        to_him = _TO_HIM.match(text, label.end, one.start) or (asks and _OF_HIM.match(text, label.end, one.start))
        if to_him and not one.possessive:
            return one
    return None


def heard_from(text: str, low: int, stop: int, mentions: Mentions) -> Label | None:
    """Whose words those before a quotation say that somebody is told: `Asked by NAME, “`, `To NAME’s question “`."""
    for one in mentions.within(max(low, stop - 120), stop)[-1:]:
        by = _VERB_BY.search(text[low : one.start]) and _TO_MARK.fullmatch(text, one.party_end or one.end, stop)
        if (by and not one.possessive) or (one.possessive and _OWN_SAYING.fullmatch(text, one.end, stop)):
            return Label("name", one.text, one.start, one.end, one)
    return None


def led_in(text: str, start: int, mentions: Mentions) -> tuple[bool, Label | None]:
    """Whether a passage that begins at `start` stands in what the subject behind it was asked or told; and by whom.

    So do words in a clause that comes first: `When NAME called it “rotten,” OTHER disagreed`.
    """
    match = _LED_IN.search(text, max(start - 300, 0), start)
    if match:
        return True, mentions.label_at(match.end("by"), start) if match["by"] else None
    clause = _FIRST_CLAUSE.search(text, max(start - 300, 0), start)
    label = mentions.label_at(clause.end(), start) if clause else None
    said = label and label.kind == "name" and _CLAUSE_SAYS.fullmatch(text, label.end, start)
    return (True, label) if said else (False, None)


def passes_on(text: str, label: Label, limit: int, mentions: Mentions) -> str:
    """Why the words before `label` are not its own though it stands behind them: `NAME quoted OTHER as saying`."""
    closing = _CLAUSE_END.search(text, label.end, limit)
    stop = closing.start() if closing else limit
    leads_on = text[stop : stop + 1] in tuple(':“"') and text[label.end : stop].rstrip()[-1:] in tuple(",:")
    if leads_on or (closing and closing.group() == ":"):
        return ""
    if _DENIES_SAYING.match(text, label.end, stop):
        return DENIED
    if _AT_SECOND_HAND.match(text, label.end, stop):
        return SECOND_HAND
    others = [one for one in mentions.within(label.end, stop) if not one.possessive]
    if _HANDS_ON.search(text, label.end, stop):
        return QUOTES_OTHERS
    for one in others:
        end = one.party_end or one.end
        cited = _CITING.search(text, max(label.end, one.start - 12), one.start) and not text[end:stop].strip()
        told = _ONE_VERB.fullmatch(text, label.end, one.start) and _SAYS_SO.match(text, end, stop)
        if cited or told:
            return QUOTES_OTHERS
    verb = _ONE_VERB.match(text, label.end, stop)
    him = _HIM.match(text, verb.end(), stop) if verb else None
    return QUOTES_OTHERS if him and _SAYS_SO.match(text, him.end(), stop) else ""


def is_denied(ahead: str) -> bool:
    """Whether the words before a verb of speech deny that it was said: `NAME denied having`."""
    return bool(_DENIES.search(ahead[-80:]))


def is_of_another(text: str, low: int, label: Label) -> bool:
    """Whether a clause is about somebody whom it names only by this person: `A witness who sat behind NAME`."""
    return label.kind == "name" and bool(_SOMEBODY_OF.fullmatch(text, low, label.start))


def is_served(text: str, low: int, one: Mention) -> bool:
    """Whether a person is named only as the one for whom somebody else speaks or works: `a spokesman for NAME`."""
    return bool(_SERVES.search(text, max(low, one.start - 60), one.start))


def named_by(text: str, label: Label, limit: int, mentions: Mentions) -> Label | None:
    """The person whom the name of another only describes: OTHER of `NAME ally OTHER`."""
    noun = _NOUN_OF.match(text, label.end, limit) if label.kind == "name" else None
    if not noun or set(noun.group(1).split()) & _NO_NOUN or re.search(r"(?:ed|(?<!al)(?<!mi)ly|ing)\s$", noun.group(1)):
        return None
    other = mentions.label_at(noun.end(), limit)
    held = other.mention if other and other.start == noun.end() else None
    return other if held and held.words > 1 and not held.possessive else None
