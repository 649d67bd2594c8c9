"""Words with capitals that look like names and are none: degrees, participles that open a sentence."""

import re

_DEGREE = re.compile(r"(?:[A-Z][a-z]{0,2}\.){2,4}[A-Z]?|PhD|EdD|PsyD|PharmD|Esq\.?")
# A participle that opens a sentence: `Speaking for the riders, NAME said`.
_PARTICIPLE = re.compile(
    r"(?!(?:Brow|Flem|Mann|Hard|Keat|Sterl|Stirl|Cush|Redd|Starl|Gold|Dowl|Bowl|Darl|Field|Gould|Kipl|Picker|Rowl|Schill"
    r"|Spald|Spauld|Whit|Gosl|Bann|Chann|Fann|Hemm|Good|Wild)ing\b)"
    r"(?:[A-Z][a-z]{3,12}ing|Asked|Pressed|Joined|Questioned|Accompanied|Prompted|Challenged|Flanked|Called)\s"
    r"(?:(?:for|on|at|by|to|with|about|in|against|during|before|after|from|as|alongside|the|an?|his|her|their|how|why|what"
    r"|whether|today|yesterday|last|this|behalf|directly|virtually|remotely)\b|[A-Z])"
)


def is_no_name(text: str, words: list[tuple[int, int]], *, alone: bool) -> bool:
    """Whether words, given as bounds, are no name; `alone` where no word with a capital stands beside them."""
    if all(_DEGREE.fullmatch(text, start, end) for start, end in words):
        return True
    return alone and bool(_PARTICIPLE.match(text, words[0][0]))
