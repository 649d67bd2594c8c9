"""What stands behind a witness's name and is no title: who came along, and what others wrote, heard or learned."""

import re

_HELP = r"(?:interpreters?|translators?|counsel|lawyers?|attorneys?|aides?|staff|guardians?)"
_COMPANY = (
    r"(?:(?:who\s)?(?:is|was|will\sbe)\s)?(?:accompanied|assisted|joined|represented|supported|flanked|escorted|aided|interpreted|translated)\sby\b"
    rf"|(?:(?:speaking|testifying|appearing|answering)\s)?(?:(?:only|also)\s)?(?:through|via|with|by)\s(?:[a-z’]{{1,12}}\s){{0,4}}{_HELP}\b"
)
_OTHERS = (
    r"(?:(?:[Tt]he|some|two|several|his|her)\s)?(?:senators?|lawmakers?|members|congressm[ae]n|representatives|committee|subcommittee|panel"
    r"|commission|officials|reporters|investigators|prosecutors|authorities|critics|he|she|they|it|records?|documents"
    r"|transcripts?|reports)"
)
_ASIDE = re.compile(
    rf"(?:to\s)?whom\s|{_OTHERS}(?:$|\s(?:(?:have|has|had|were|was|are|is|also|later|then)\s){{0,2}}"
    r"(?:[a-z]{2,14}ed|wrote|writes?|said|says?|heard|hears?|told|found|knew|knows?|learn(?:t|s)|shows?|reveals?|suggests?"
    r"|felt|thought|sent|met)\b)"
)
_WITH_OTHERS = re.compile(
    rf"(?:(?:^|,\s{{1,9}})(?:and\s)?(?:{_COMPANY})|\saccompanied\sby\b).*$", re.IGNORECASE | re.DOTALL
)
_COMES_ALONG = re.compile(_COMPANY, re.IGNORECASE)


def comes_along(words: str) -> bool:
    """Whether words behind a name tell who came along: `accompanied by interpreter NAME`, `through an interpreter`."""
    return bool(_COMES_ALONG.match(words))


def without_asides(title: str) -> str:
    """A title without who came along and all behind that, whose title it may be, and without what others did."""
    parts = _WITH_OTHERS.sub("", title).split(", ")
    kept = [one for one in parts if not _ASIDE.match(one.strip())]
    return ", ".join(kept).strip(" ,")
