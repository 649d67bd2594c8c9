"""Words with capitals that look like names and are none: degrees, participles that open a sentence."""

import re

_DEGREE = re.compile(r"(?:[A-Z][a-z]{0,2}\.){2,4}[A-Z]?|PhD|EdD|PsyD|PharmD|Esq\.?")
# A participle that opens a sentence: `Speaking for the riders, NAME said`.
_PARTICIPLE = re.compile(
    r"(?!(?:Brow|Flem|Mann|Hard|Keat|Sterl|Stirl|Cush|Redd|Starl|Gold|Dowl|Bowl|Darl|Field|Gould|Kipl|Picker|Rowl|Schill"
    r"|Spald|Spauld|Whit|Gosl|Bann|Chann|Fann|Hemm|Good|Wild)ing\b)"
    r"(?:[A-Z][a-z]{3,12}ing|Asked|Pressed|Joined|Questioned|Accompanied|Prompted|Challenged|Flanked|Called|Raised|Born|Based|Educated"
    r"|Elected|Appointed|Nominated|Named|Faced|Backed|Moved|Alarmed|Concerned|Frustrated|Disappointed|Given|Shown|Driven|Known)\s"
    r"(?:(?:for|on|at|by|to|with|about|in|against|during|before|after|from|as|alongside|the|an?|his|her|their|how|why|what"
    r"|whether|today|yesterday|last|this|behalf|directly|virtually|remotely)\b|[A-Z])"
)
# The same before a surname (`Pressing Muster on ropes`); given names that end so are left as they are.
_PARTICIPLE_FIRST = re.compile(
    r"(?!(?:Xia|Jia|Guo|Zh|Yan|Wei|Hui|Chu|Xin|Xue|Qi|Lia|Jin|Shu|Hua|Mei|Rui|Sterl|Stirl|Darl|Starl|Brown|Flem|Channing\b)[a-z]{0,6}ing\b)"
    r"(?:[A-Z][a-z]{3,12}ing|Given)\s"
)
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?:\n][”\"’)]{0,2}\s{0,9}|[–—-]\s)$")
# A body written as one word with a capital inside, before the name of whom it employs: `OpenAI Ada Muster`.
_BODY_FIRST = re.compile(
    r"(?!(?:Mc|Mac|De|Di|Du|Le|La|Van|Von|Fitz|Ver|El|Al|Ab)[A-Z])[A-Z][a-z]{1,12}[A-Z][A-Za-z]{0,12}\s"
)


def is_in_front(text: str, start: int, words: int) -> bool:
    """Whether the first of the words of a name stands only in front of it: a participle, or a body in one word."""
    if words > 2 and _BODY_FIRST.match(text, start):
        return True
    return bool(_PARTICIPLE_FIRST.match(text, start) and _SENTENCE_BEFORE.search(text[max(start - 12, 0) : start]))


def is_no_name(text: str, words: list[tuple[int, int]], *, alone: bool) -> bool:
    """Whether words, given as bounds, are no name; `alone` where no word with a capital stands beside them."""
    if all(_DEGREE.fullmatch(text, start, end) for start, end in words):
        return True
    return alone and bool(_PARTICIPLE.match(text, words[0][0]))
