"""Whether a hearing named by its day (`an April 6, 2022 hearing`) is the release's own or an earlier one."""

import re
from datetime import date

from hearings.importing.releases.events.dates import labelled_date, release_date
from hearings.importing.releases.layout import Paragraph
from hearings.importing.texts.lexicon import MONTHS

_MONTH = "|".join(sorted((name.title() for name in MONTHS), key=len, reverse=True))
_DAY = rf"(?:{_MONTH})\.?\s{{1,9}}\d{{1,2}},\s{{1,9}}(?:19|20)\d\d|\d{{1,2}}\s{{1,9}}(?:{_MONTH})\s{{1,9}}(?:19|20)\d\d"
# What stands before the word for the event: `an April 6, 2022, oversight`.
DATED = re.compile(rf"\b[Aa]n?\s{{1,9}}(?P<day>{_DAY}),?\s{{1,9}}(?:[\w’'&-]{{1,30}}\s{{1,9}}){{0,5}}$")
_TAKES_PLACE = re.compile(
    r"(?:(?:^|[.!?–—-]\s{1,9}|\b(?:[Aa]t|[Dd]uring|[Ii]n|over)\s{1,9})|\b(?:chair|conven|host|attend|open|join|announc|schedul)\w{1,5}\s{1,9}"
    r"|\b(?:held|holds?|led|leads?|gaveled\sin|kicked\soff)\s{1,9})$"
)
_TOLD_BESIDE = re.compile(
    r"\b(?:who|whom|whose|which|as|since|because|when|where|had|recall\w{0,4}|cit(?:ed|es|ing)|quot(?:ed|es|ing)|refer\w{0,5}|point(?:ed|s|ing)"
    r"|that)\b[^.;]{0,200}$"
)
_OWN_DAY = re.compile(r"\b(?:today|yesterday|tomorrow|this\s(?:morning|afternoon|week))\b", re.IGNORECASE)
_THE_SAME = re.compile(r"\b(?:the|this|that)\s{1,9}(?:[a-z-]{2,20}\s{1,9}){0,2}$", re.IGNORECASE)
_NOT_THE_SAME = re.compile(
    r"\b(?:last|previous|prior|past|earlier|next|second|later|another|upcoming|recent|other)\b", re.IGNORECASE
)
_LONGEST_SINCE = 31  # days from the event to the release
_AROUND = 240


def own_day(narrative: str, lead: list[Paragraph], layout: list[Paragraph], event: re.Pattern[str]) -> str | None:
    """The day, as written, by which the first sentences of a release name its own event; null where it is another's.

    It is the release's own where it takes place in the first sentence that names one, and no other event stands beside
    it. `lead` are the first paragraphs, `event` finds the words for an event.
    """
    if any(_OWN_DAY.search(narrative, one.start, one.end) for one in lead):
        return None
    named = [(one, match) for one in lead for match in event.finditer(narrative, one.start, one.end)]
    days = [_dated(narrative, one, match) for one, match in named]
    first = days[0] if days else None
    if not first or not _takes_place(narrative, named[0][0], first):
        return None
    for (one, match), dated in zip(named[1:], days[1:], strict=True):
        ahead = _ahead(narrative, one, match)
        same = (
            dated["day"] == first["day"] if dated else _THE_SAME.search(ahead) and not _NOT_THE_SAME.search(ahead[-60:])
        )
        if not same:
            return None
    return first["day"] if _is_near(first["day"], layout, opens=named[0][0] is lead[0]) else None


def is_dated_otherwise(ahead: str, own: str | None) -> bool:
    """Whether the words before an event name it by a day that is not the release's own."""
    dated = DATED.search(ahead)
    return dated is not None and dated["day"] != own


def _ahead(narrative: str, paragraph: Paragraph, match: re.Match[str]) -> str:
    return narrative[max(paragraph.start, match.start() - _AROUND) : match.start()]


def _dated(narrative: str, paragraph: Paragraph, match: re.Match[str]) -> re.Match[str] | None:
    return DATED.search(_ahead(narrative, paragraph, match))


def _takes_place(narrative: str, paragraph: Paragraph, dated: re.Match[str]) -> bool:
    ahead = dated.string[: dated.start()]
    return bool(_TAKES_PLACE.search(ahead)) and not _TOLD_BESIDE.search(ahead)


def _is_near(day: str, layout: list[Paragraph], *, opens: bool) -> bool:
    """Whether a release may be about an event of this day: of late, or in its first paragraph where it has no day."""
    was, released = labelled_date(day).iso, release_date(layout)[0]
    if not was or not released:
        return opens
    return 0 <= (date.fromisoformat(released) - date.fromisoformat(was)).days <= _LONGEST_SINCE
