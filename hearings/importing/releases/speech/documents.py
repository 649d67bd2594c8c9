"""Documents that say something: reports, laws, lists, whose words are nobody's speech."""

import re

_DOCUMENT = (
    r"\b(?:report|study|survey|article|journal|newspaper|law|statute|bill|act|treaty|poll|letter|editorial|website|webpage|blog"
    r"|memo|memorandum|analysis|lawsuit|petition|filing|Times|Post|Tribune|Herald|Gazette|Magazine|News|review|plan|strategy"
    r"|manual|handbook|guidance|guidelines|constitution|amendment|resolution|contract|regulation|order|ruling|decision|complaint"
    r"|indictment|charter|preamble|declaration|clause|section|provision|policy|agreement|document|headline|audit|notice"
    r"|sign|form|screen|label|placard|plaque|sticker|billboard|receipt|invoice|button|banner|list|schedule|agenda|calendar|poster|banner|slogan|caption|dictionary|Bible|fact\s{1,9}sheet|press\s{1,9}release"
    r"|(?:section|article|title|chapter)\s{1,9}[\w.()-]{1,10}"
    r"|(?:S|H\.?\s?R|H\.?\s?Res|S\.?\s?Res)\.\s?\d{1,5})"
)
_NOT_A_PERSON = re.compile(_DOCUMENT + r"(?:\s{1,9}(?:also|so|itself|then|\w{2,15}ly)){0,3}\s{0,9}$", re.IGNORECASE)
# A document and where it stands, as the subject of a sentence: `The sign at the gate`.
_SOMEWHERE = re.compile(
    r"\s{0,9}(?:The|An?|One|That|This|Another)\s(?:[\w-]{1,20}\s){0,3}?"
    + _DOCUMENT
    + r"\s(?:at|on|in|over|above|by|outside|inside|from)\s[^,.;:“”\"\n]{1,60}$"
)
_VERBS = (
    r"\s{1,9}(?:(?:would|shall|will)\s{1,9})?"
    r"(?:reads?|provides?|requires?|holds?|held|finds?|found|shows?|showed|defines?|declares?|proclaims?|prohibits?|mandates?|says?)"
    r"\b[^.;“”\"]{0,120}$"
)
_READS = re.compile(_DOCUMENT + r"(?:\s{1,9}(?:also|so|itself|then|\w{2,15}ly)){0,3}" + _VERBS, re.IGNORECASE)
_WHICH_READS = re.compile(_DOCUMENT + r",?\s(?:which|that)(?:\s{1,9}\w{2,15}ly)?" + _VERBS, re.IGNORECASE)
# The words of a thing that is described: `a sign at the gate that reads “`, `a form marked “`.
_READS_FAR = re.compile(
    _DOCUMENT
    + r"s?\s[^.;:“”\"]{0,60}?(?:(?:which|that)\s(?:reads?|says?|states?|displays?)|reading|marked|stamped)"
    + r"\s?[,:]?\s{0,9}$"
    + r"|"
    + _DOCUMENT
    + r"s?\s(?:that\s)?(?:reading|saying|marked|stamped|displaying)\s?[,:]?\s{0,9}$",
    re.IGNORECASE,
)
SAYING = re.compile(r"\b(?:saying|proverb|adage|song|motto|slogan)\s{1,9}(?:goes|says|has\s{1,9}it)\b", re.IGNORECASE)
SOURCE = re.compile(
    r"[^.;“”\"]{0,80}\b(?:report|study|survey|article|journal|newspaper|law|poll|letter|data|figures|documents?)\s?[,:]\s{0,9}",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\b([A-Z]{2,8})(?:\s{1,9}(?:also|so|itself|then|[a-z]{2,15}ly)){0,3}\s{0,9}$")
_FAR = 140
_SPELLED_OUT = 20000  # how far before an acronym it may have been spelled out


def is_document(text: str, low: int, end: int) -> bool:
    """Whether the subject of a verb of speech is a document, also by letters that were spelled out before."""
    head = text[low:end].rstrip()
    if _NOT_A_PERSON.search(head) or _SOMEWHERE.match(head):
        return True
    letters = _ACRONYM.search(head)
    meant = text.rfind(f"({letters[1]})", max(low - _SPELLED_OUT, 0), low) if letters else -1
    return meant > 0 and bool(_NOT_A_PERSON.search(text, max(meant - 60, 0), meant))


def reads(clause: str, *, told: bool) -> bool:
    """Whether a clause leads to words of a document: `Section 5 reads, “`, or told, `a report which found “`."""
    return bool((_WHICH_READS if told else _READS).search(clause) or _READS_FAR.search(clause[-_FAR:]))
