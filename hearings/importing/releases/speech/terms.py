"""What stands in quotation marks without being speech: titles, terms, nicknames, names of laws."""

import re
import string

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.marks.quotations import Passage
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.speech.attribution import Attribution
from hearings.importing.releases.speech.named_events import names_event
from hearings.importing.releases.speech.reporting import names_what
from hearings.importing.releases.speech.voices import OF_ANOTHER
from hearings.importing.texts.lexicon import PARTICIPLES, word_set

TERM_LENGTH = 40
_HEADLINES = 3
_LONGEST_TITLE = 300
_AROUND_WORDS = string.punctuation + "“”‘’—–…"
_TITLED = re.compile(
    r"\b(?:entitled|titled|subtitled|headed|called|dubbed|named|examined|to\s(?:examine|consider|explore|discuss|review)|on|hearing|audiencia|forum|roundtable|subject)\b\s{0,9}[,:—–-]*\s{0,9}$",
    re.IGNORECASE,
)
_ENTITLED = re.compile(
    r"\b(?:(?:en|sub)?titled|(?:titul|denomin)ad[ao]|(?:con|bajo)\sel\s(?:título|lema|nombre)(?:\sde)?|headed"
    r"|(?:hearing|forum|roundtable|briefing|event|series|panel)"
    r"(?: (?!(?:s?he|they|we)\b)\w{2,20}){0,2} (?:called|dubbed|named))"
    r"\b\s{0,9}[,:—–-]*\s{0,9}$",
    re.IGNORECASE,
)
_HEARING_ON = re.compile(
    r"\b(?:hearing|audiencia|roundtable|forum)s?\s{1,9}(?:on|about|sobre)\s{0,9}[:,]?\s{0,9}$", re.IGNORECASE
)
# The field of a list that says what a hearing is about.
_FIELD = re.compile(
    r"(?:^|\n)[^\S\n]{0,4}(?:[*•-]\s)?(?:[A-Za-z’']{1,20}\s){0,5}?(?:topics?|subject|title|what|hearing|event|re|theme|agenda|roundtable|forum|markup"
    r"|tema|título|asunto|audiencia)\s?[:–—]\s{0,4}$",
    re.IGNORECASE,
)
_NAMES_A_THING = re.compile(
    r"[”\"’]?\s{1,9}(?:[a-z-]{2,14}\s)?(?:proposals?|bills?|acts?|plans?|initiatives?|programs?|legislation|rules?|polic(?:y|ies)|reports?"
    r"|agreements?|campaigns?|strateg(?:y|ies)|package|amendments?|resolution|provisions?|standards?)\b"
)
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\bv)(?<!\b(?:vs|Dr|St|No|Mr|Ms))(?<!\bMrs)[.!]\s{1,9}\S|\?\s{1,9}[a-z]")
_WORK = re.compile(
    r"\b(?:novel|book|article|report|op-ed|film|movie|song|poem|play|documentary|series|magazine|podcast|paper|study|"
    r"speech|lecture)\s{0,9}[,:]?\s{0,9}$",
    re.IGNORECASE,
)
_LAW = re.compile(r"\b(?:act|law|resolution|treaty|convention|bill|amendment)\b(?: of \d{4})?[,.]?$", re.IGNORECASE)
_EVENT_NEAR = re.compile(
    r"\b(?:hearing|proceedings?|audiencia|forum|roundtable|briefing|markup|symposium)\b", re.IGNORECASE
)
_SHORTEST_TOLD = 25
_FEWEST_TOLD = 3
_GOES_ON = re.compile(r"\s[a-z]")
_PREDICATE = re.compile(
    r"(?<!-)(?:(?:just|simply|still|also|always|already|clearly|really|now)\s)?(?:has|have|had|is|are|was|were|be|been|will|would|can|could|cannot|should|must|may|might|do|does|did|doesn|don|didn"
    r"|not|never|to|needs?|wants?|lacks?|faces?|deserves?|requires?|fails?|failed|works?|leaves?|kept|keeps?|costs?|reads?|looks?|sounds?|feels?|comes?|takes?|gives?|puts?|created|makes?|made|gets?|got|goes|went)\b(?!-)"
)
_NAMES_IT = re.compile(
    r"\b(?:known\sas|so-called|called|dubbed|termed|named|nicknamed|labell?ed|phrases?|terms?|words?|slogan|motto|mantra|program|policy"
    r"|rule|law|doctrine|concept)\s?,?\s?$"
)
_IS = re.compile(r"\s(?:is|are|was|were|be|been)\s$")
_IN_PERSON = re.compile(r"\b(?:I|we|my|our|us|me|you|your)\b")
# Behind these, words in marks are what is said of something, however few they are.
_SAID_OF = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|remain(?:s|ed)?|seem(?:s|ed)?|will|would|can|could|cannot|must|should|may"
    r"|might|not|he|she|they|who|es|son|está|están|era|fue|será|ser|sería|estaba|estar|(?:s?he|it|they|we|I|you)[’'](?:d|ll|re|s|ve))\s$"
)
_AMOUNT = re.compile(
    r"(?<![-–])\b(?:percent|per\scent|half|halves|thirds?|quarters?|fifths?|tenths?|dozens?|hundreds?|thousands?|millions?|billions?"
    r"|(?:minutes?|hours?|days?|weeks?|months?|years?)(?!-)|tomorrow|tonight|soon|por\sciento|días|semanas|meses|años)\b"
    r"(?=$|[.,!?]|\s(?:of|in|or|and|an?|per|more|less|from|ago|before|after|to|each|every|de|o|y|al)\b)"
    r"|\d\s?%|\$\d|\d\sand\s\d"
)
_ARTICLE = re.compile(r"\b(?:the|an?|this|that|its|their|his|her|these|those|called|el|la|un|una)\s$|[’'‘]s?\s$")
# A condition, or what is left out: no term begins so.
_DEPENDS = re.compile(r"(?:if|unless|until|because|provided\sthat|whenever|who|whose|si|porque|hasta|quien)\s\w")
_DOING = re.compile(
    r"(?:not\s)?[a-z]{3,14}ing\s(?:[a-z]{2,6}\s){0,2}(?:the|an?|our|my|your|their|his|her|its|both|all|every|more|any)\s"
)
# A thing with what it is of: `the “nationwide audit” of ropes`.
_THE = re.compile(r"\b(?:the|this|that|its|their)\s$")
_OF = re.compile(r"\s(?:of|that|which|in|on|for|by|from)\s")
_TO_DO = re.compile(r"\b(?:to|will|would|could|can|cannot|may|might|must|should|not|never|[a-z]{2,6}n[’']t)\s$")
_THAT = re.compile(r"\b(?:that|que)\s$")
# A clause in short words: `it's a disgrace`, `nobody will`; behind `that` also any that ends where the sentence does.
_CLAUSE = re.compile(
    r"(?:it|that|this|there|they|he|she|we|you|nobody|no\sone|everybody|everyone|nothing|something|who)(?:[’']|\s\w)"
)
_CLAUSE_ENDS = re.compile(
    r"\s?[.,;:—–)](?!\s?[“\"])|\s?$|\s(?:and|but|before|while|when|then)\s(?:\w{2,20}(?:ed|ing)|left|went|told|said|then|later)\b"
)
# What somebody is called, not some thing: `called NAME a “`.
_CALLS_SOMEBODY = re.compile(
    r"\b(?:call(?:ed|s|ing)|brand(?:ed|s|ing)|label(?:l?ed|s|l?ing)|denounc(?:ed|es|ing)|describ(?:ed|es|ing)|deem(?:ed|s|ing)|dismiss(?:ed|es|ing)"
    r"|prais(?:ed|es|ing)|hail(?:ed|s|ing)|mock(?:ed|s|ing))\s(?-i:(?:[A-Z][\w.’'-]{1,20}\s){1,4}|him\s|her\s|them\s)(?:as\s)?(?:an?\s)?$"
)
_IN_PASSING = re.compile(rf"\b(?:{PARTICIPLES})\b[^.;:“”\"]{{0,80}}$")
_PHRASE = re.compile(r"(?:for|with|without|in|to|at|on|like|as|by|from|of|into|over)\s")
_JUST_SAID = re.compile(r"\b(?:said|says|answered|replied|responded|shouted|dijo|respondió)\s?,?\s$")
_THEN = re.compile(r",?\s(?:and|but)\s(?:then|later|again|added|nothing)\b")
# What somebody shouts, or what somebody's comments are that the sentence goes on about.
_SHOUTED = re.compile(
    r"\b(?:yell|shout|chant|scream|holler|bellow|cr(?:y|i))(?:ing|ed|s)(?:\sout)?,?\s$"
    r"|\b(?:comments?|remarks?|statements?|claims?|assertions?|suggestions?)\s(?:made\s)?(?:from|by|of)\s(?-i:[A-Z])[^.;:“”\"]{1,100}"
    r"\s(?:being|is|was|are|were|be|should|would|must)\s$"
)
_AS = re.compile(r"\b(?:describ|characteri|regard)\w{1,4}\s[^.;:“”\"]{1,100}\sas\s$")
_ENDS_PHRASE = re.compile(
    r"\s?[.,;:—–)]|\s(?:and|but|or|nor|while|when|because|since|in|on|at|for|to|with|from|by|of|that|as|if|after|before|during"
    r"|under|over|through|about|without|until|who|which|against|between|among|toward|despite|instead|para|en|de|con|por|y|pero|cuando|que)\s"
)
_DOCUMENT_SAYS = re.compile(
    r"[\s,—–-]{0,4}(?:according\sto\s)?(?:the|a|an|this|that|its|their|his|her|one)\s(?:(?!said\b|says\b)[\w’'-]{1,20}\s){0,4}?"
    r"(?:law|statute|bill|act|treaty|resolution|report|study|survey|letter|memo|memorandum|rule|regulation|order|contract"
    r"|agreement|constitution|document|website|sign|indictment|complaint|filing|guidance|notice|policy)\s"
    r"(?:says?|said|reads?|states?|stated|provides?|provided|declares?|declared|notes?|noted|concludes?|concluded|warns?|warned|adds|added|begins?|began|continue[sd]?|goes\son|went\son|opens?|opened|ends?|ended)\b",
    re.IGNORECASE,
)
_REPORT_FOUND = re.compile(
    r"\b(?:report|study|survey|law|statute|letter|memo|audit)\s(?:found|finds|shows|showed|concludes?d?|warns?|warned|says|said|calls|called)\b"
    r"[^.;“”\"]{0,80}$"
)
_ANSWER = re.compile(r"(?:Yes|No|Yeah|Correct|Absolutely|Exactly|Never)[,.!]")
_SMALL = word_set("""
    a an and as at but by de for from in into of on or over per the to toward towards under via vs with without
    de del el la las los en y e o al por para con sin un una sobre que ante desde
    """)


def why_not_speech(
    text: str,
    passage: Passage,
    paragraph: Paragraph,
    floor: int,
    limit: int,
    found: Attribution | None,
    mentions: Mentions,
) -> str | None:
    """The reason why a passage is not speech, in words; None where it is speech or may be."""
    words = text[passage.start : passage.end]
    if is_nickname(text, passage, words, mentions):
        return "nickname inside a name"
    ahead = text[max(floor, passage.outer_start - 160) : passage.outer_start]
    said = found is not None and found.place.startswith("after")
    titled = _titled(text, passage, words, ahead, limit, said=said)
    field = _FIELD.search(ahead) if not (found and found.label) and len(words) < _LONGEST_TITLE else None
    if field and (is_title(words) or words[-1] not in ".!?"):
        return "title of the hearing"
    if titled or _in_headline(paragraph, words):
        return titled or "words of a headline"
    if found and found.label is None and found.place == "document":
        return found.why_not
    answers = _ANSWER.match(words) or _stands_alone(passage, paragraph, words)
    if not said and is_title(words) and len(words.split()) > 1 and not answers:
        return _why_title(words, ahead, found)
    if found is None and _DOCUMENT_SAYS.match(text, passage.outer_end, limit):
        return "words of a document, not of a person"
    short = len(words) <= TERM_LENGTH and passage.closed and passage.opened
    if short and not _is_spoken(text, passage, paragraph, words, ahead, limit, found, said=said):
        return "quoted term"
    unsaid = found is None and words[0].islower() and passage.closed and ahead.rstrip()[-1:].isalnum()
    if unsaid and not _SHOUTED.search(ahead):
        return "words that nobody is said to have spoken"
    return None


def _titled(text: str, passage: Passage, words: str, ahead: str, limit: int, *, said: bool) -> str | None:
    """Why the words before a passage, or the thing named behind it, show that it is a title or a term."""
    if _ENTITLED.search(ahead):
        return "title of the hearing" if _EVENT_NEAR.search(ahead) else "title"
    if not said and passage.closed and passage.opened and names_event(words, ahead):
        return "title of the hearing"
    if not said and _HEARING_ON.search(ahead):
        return "title of the hearing" if words[0].isupper() and len(words.split()) > 2 else "quoted term"
    if not said and is_title(words) and _NAMES_A_THING.match(text, passage.outer_end - 1, limit):
        return "quoted term"
    if not said and _WORK.search(ahead) and is_title(words):
        return "title of a work"
    if is_title(words) and _TITLED.search(ahead) and _EVENT_NEAR.search(ahead):
        return "title of the hearing"
    return None


def _is_spoken(
    text: str,
    passage: Passage,
    paragraph: Paragraph,
    words: str,
    ahead: str,
    limit: int,
    found: Attribution | None,
    *,
    said: bool,
) -> bool:
    """Whether a passage as short as a term is speech all the same: said by somebody, a sentence, or a paragraph."""
    direct = (
        found is not None and not found.reported and (found.label is not None or said or found.why_not == OF_ANOTHER)
    )
    if direct and not said and words[0].islower() and _is_named(words):
        then = _THEN.match(text, passage.outer_end, limit + 1) and _JUST_SAID.search(ahead)
        then = then or _is_clause(text, passage, words, ahead, limit)
        direct = bool(then) or not _GOES_ON.match(text, passage.outer_end, limit + 1)
    whole = passage.outer_start == paragraph.words_start and passage.outer_end >= paragraph.end
    ends = words.rstrip("’'”\"")[-1:] in tuple(".,!?…") or text[passage.outer_end : passage.outer_end + 1] == "."
    leads = not ahead.strip() or ahead.rstrip()[-1] in '.,:;!?—–”"'
    sentence = ends and leads and (found is not None or not words[0].islower())
    sentence = sentence or (ends and bool(_SHOUTED.search(ahead)))
    told = found is not None and found.clause and found.label is not None and _is_told(text, passage, words, limit)
    promised = (
        found is not None and found.label is not None and words[0].islower() and len(words.split()) >= _FEWEST_TOLD
    )
    told = told or (promised and bool(_IN_PERSON.search(words)))
    insult = found is not None and found.label is not None and _is_insult(text, passage, words, ahead, limit)
    amount = found is not None and found.reported and found.label is not None and _is_amount(words, ahead)
    told = (told or amount or insult) and not _REPORT_FOUND.search(ahead)
    return direct or whole or sentence or told


def _stands_alone(passage: Passage, paragraph: Paragraph, words: str) -> bool:
    """Whether words of a few capitals are a paragraph of their own that ends like a sentence (`“No, Senator.”`)."""
    whole = passage.outer_start == paragraph.words_start and passage.outer_end >= paragraph.end
    below = paragraph.number >= _HEADLINES and words[-1] in ".!"
    return whole and below and (len(words) < TERM_LENGTH or not passage.closed)


def _is_named(words: str) -> bool:
    """Whether words are so few, or so short without saying anything of something, that they may name a thing."""
    return len(words.split()) < _FEWEST_TOLD or (
        len(words) < _SHORTEST_TOLD and not _PREDICATE.search(words) and not _IN_PERSON.search(words)
    )


def _is_told(text: str, passage: Passage, words: str, limit: int) -> bool:
    """Whether a short fragment of what somebody said is more than a term: a predicate, or several words that end."""
    count = len(words.split())
    predicate = _PREDICATE.match(words) or _IN_PERSON.search(words)
    predicate = predicate or (count >= _FEWEST_TOLD and _DOING.match(words))
    predicate = predicate or (
        count > _FEWEST_TOLD and _IS.search(text, max(passage.outer_start - 12, 0), passage.outer_start)
    )
    ahead = text[max(passage.outer_start - 120, 0) : passage.outer_start]
    named_so = names_what(ahead)
    spoken = _PREDICATE.search(words) or _IN_PERSON.search(words)
    if _THE.search(ahead[-12:]) and not named_so and not spoken and _OF.match(text, passage.outer_end, limit):
        return False
    if _NAMES_IT.search(ahead[-30:]) and not named_so:
        return False
    if _is_clause(text, passage, words, ahead, limit):
        return True
    if _is_amount(words, ahead) or _DEPENDS.match(words) or (count >= _FEWEST_TOLD and _is_done(words, ahead)):
        return True
    said_of = not (count < _FEWEST_TOLD and _IN_PASSING.search(ahead)) and _SAID_OF.search(
        text, max(passage.outer_start - 12, 0), passage.outer_start
    )
    phrase = words[-1] in ".!?" and (count > _FEWEST_TOLD or _PHRASE.match(words) or _AS.search(ahead))
    enough = count >= _FEWEST_TOLD and (predicate or named_so or phrase or len(words) >= _SHORTEST_TOLD)
    named = count > 1 and is_title(words[0].upper() + words[1:])
    if not words[0].islower() or named or not (enough or said_of):
        return False
    return words[-1] in ".,!?" or bool(_ENDS_PHRASE.match(text, passage.outer_end, limit + 1))


def _is_clause(text: str, passage: Passage, words: str, ahead: str, limit: int) -> bool:
    """Whether words right behind `that` are the whole clause of what is said: `testified that “the ice remembers”`."""
    if not _THAT.search(ahead[-8:]) or not words[0].islower() or len(words.split()) < 2:
        return False
    ends = words[-1] in ".,!?" or _CLAUSE_ENDS.match(text, passage.outer_end, limit + 1)
    return bool(_CLAUSE.match(words)) or bool(ends and not _NAMES_A_THING.match(text, passage.outer_end - 1, limit))


def _is_insult(text: str, passage: Passage, words: str, ahead: str, limit: int) -> bool:
    """Whether words are several that say what somebody is called: `called NAME a “liar and a thief”`."""
    several = words[0].islower() and len(words.split()) >= _FEWEST_TOLD
    ends = words[-1] in ".,!?" or _ENDS_PHRASE.match(text, passage.outer_end, limit + 1)
    return bool(several and ends and _CALLS_SOMEBODY.search(ahead))


def _is_amount(words: str, ahead: str) -> bool:
    """Whether words tell how much or when, which no term behind an article does: `a little over a tenth`."""
    return bool(words[0].islower() or words[0].isdigit()) and bool(
        _AMOUNT.search(words) and not _ARTICLE.search(ahead[-20:])
    )


def _is_done(words: str, ahead: str) -> bool:
    """Whether words say what somebody does or would do: behind `to` or `would`, or with such a word behind `he`."""
    return bool(_TO_DO.search(ahead[-20:]) or (_PREDICATE.match(words) and _SAID_OF.search(ahead[-12:])))


def _in_headline(paragraph: Paragraph, words: str) -> bool:
    bare = paragraph.text.rstrip("”\"’'")
    return paragraph.number < 6 and len(bare) < 200 and bare[-1:] not in tuple(".,:;!?") and is_title(paragraph.text)


def is_title(words: str) -> bool:
    """Whether words are written like a title: capitals but for small words, and no sentence end within."""
    if len(words) > _LONGEST_TITLE or words.rstrip().endswith(("!", "…")) or _SENTENCE_END.search(words):
        return False
    parts = [part.strip(_AROUND_WORDS) for part in words.split()]
    parts = [part for part in parts if part and part[0].isalpha()]
    weighty = [part for part in parts if part.casefold() not in _SMALL]
    if not weighty or not parts[0][0].isupper() or (len(weighty) == 1 and not parts[-1][0].isupper()):
        return False
    raised = sum(1 for part in weighty if part[0].isupper())
    return raised == len(weighty) or (len(weighty) >= 4 and raised >= 0.8 * len(weighty))


def _why_title(words: str, ahead: str, found: Attribution | None) -> str | None:
    if _LAW.search(words) and not _EVENT_NEAR.search(ahead):
        return "name of a law or treaty"
    if _TITLED.search(ahead) or (_EVENT_NEAR.search(ahead[-60:]) and not found):
        return "title of the hearing" if _EVENT_NEAR.search(ahead) or re.search(r"examined\s{0,9}$", ahead) else "title"
    if found is None or found.reported:
        return "title" if len(words) > TERM_LENGTH else "quoted term"
    return None


def is_nickname(text: str, passage: Passage, words: str, mentions: Mentions) -> bool:
    """Whether words in marks are a nickname within a name: `Harold “Hal” SAMPLE`."""
    if len(words) > 20 or len(words.split()) > 2 or not words[0].isupper():
        return False
    around = mentions.within(max(passage.outer_start - 80, 0), passage.outer_start)
    return any(one.end > passage.outer_end and one.name_start < passage.outer_start for one in around)
