"""Witness lists as lines, and as lines that were run together: who is on them, and each one's title as written."""

import re

from hearings.importing.callings import names_role
from hearings.importing.labels import Mention
from hearings.importing.layout import Paragraph, sentence_starts
from hearings.importing.witness_list import Draft, WitnessLists

_ANNOUNCES = re.compile(r"\b(?:witness(?:es)?|testif\w{1,30}|panel(?:ists)?)\b", re.IGNORECASE)
_TESTIMONY_BY = re.compile(r"\btestimony\b[^.:\n]{0,80}:$", re.IGNORECASE)
_PANEL = re.compile(r"(?:(?:panel\s{1,9}\w{1,6}|witnesses|witness list)\s?:?|who\s?:)$", re.IGNORECASE)
_WHO = re.compile(r"who\s?:\s{1,9}(?=\S.{3,160}$)", re.IGNORECASE)
_CHAIRS = re.compile(r"(?:\s\([^)]{1,12}\))?,\s(?:\w+\s)?(?:Chair|Ranking)")
_CHAIR = re.compile(r"\b(?:[Cc]hair\w*|Ranking|[Ss]tatement|[Rr]emarks|[Tt]estimony)\b(?!\sof\sthe\sBoard)")
_LINE_END = re.compile(r"\s?[;,]\s{0,3}(?:and)?\s?$")
_IN_A_SENTENCE = re.compile(
    r"[“”\"\ufffc]|\b(?:testif\w*|said|says|told|asked|noted|added|wanted|will|was|has|(?:panel|committee)[’']s\s{1,9}ranking)\b"
)
_SPOKEN = re.compile('[“”"\ufffc]')
_LABEL = re.compile(r"[A-Z][\w ]{2,20}:\s")
_TITLE_LINES = 3
_RUN_IN = re.compile(
    r"(?<![A-Z])(?:WITNESS(?:ES)?(?:\sLIST\b|(?!\sLIST\b))|PANELISTS?|PANEL\s(?:[IVX]{1,4}|\d|ONE|TWO|THREE|FOUR))\b\s?:?\s{1,9}(?=\S)"
    r"|\bWitness(?:es|\s[Ll]ist)\s?:\s{1,9}(?=[A-Z][^\n]{10,300}\S\s{2,9}[A-Z])"
)
_NEXT_HEADING = re.compile(
    r"\b[A-Z]{3,}(?:\s[A-Z]{2,}){0,4}\s?:|\b[A-Z]{4,}\s[A-Z]{4,}|#\s?#|\bClick\b|\bWatch\b|\b(?:A|The)\s(?:live|hearing)"
)
_ITEM_BEFORE = re.compile(r"(?:\s{2,}|[;•*·\n]\s{0,3}|\d[.)]\s|\s{2}and\s)$")
_FORMS = frozenset({"mr", "ms", "mrs", "dr", "honorable", "ambassador", "general", "admiral", "colonel", "professor"})
_LONGEST = 4000


class WitnessLines(WitnessLists):
    """Reads the lists of a release that have a line for each witness, or had one before they were run together."""

    def _lines(self) -> None:
        open_list, alone, titled, who = False, None, 0, False
        for number, paragraph in enumerate(self.layout):
            if _PANEL.match(paragraph.text):
                open_list, alone, who = True, None, False
                continue
            label = _WHO.match(paragraph.text)
            who = bool(label) or (who and open_list)
            drafts = self._line(paragraph, label.end() if label else 0, members=not who) if open_list or who else []
            if alone and titled < _TITLE_LINES and self._is_title_line(paragraph, alone, drafts):
                alone.title = ", ".join(filter(None, (alone.title, paragraph.text.strip(" ,;"))))
                titled += 1
                continue
            self._take(drafts)
            bare = len(drafts) == 1 and not (drafts[0].title or drafts[0].organization)
            alone, titled = self._held(drafts[0]) if bare else None, 0
            words = self.narrative[paragraph.start : paragraph.end]
            announces = bool(_ANNOUNCES.search(words) or _TESTIMONY_BY.search(words))
            following = self.layout[number + 1] if number + 1 < len(self.layout) else None
            open_list = bool(drafts or label) or (
                announces and following is not None and (paragraph.text.endswith(":") or len(following.text) < 220)
            )

    def _is_title_line(self, paragraph: Paragraph, above: Draft, drafts: list[Draft]) -> bool:
        """Whether a line holds the title or the organization of the person whose name alone is the line above."""
        words = paragraph.text
        if _SPOKEN.search(self.narrative, paragraph.start, paragraph.end) or _LABEL.match(words):
            return False
        held = words[0].isupper() or names_role(" ".join(words.split()[:3]))
        if paragraph.residue or len(words) > 140 or not held or words.endswith((".", ":")):
            return words.endswith(("Inc.", "Co.", "Corp.", "Ltd.")) and len(words) <= 140
        return not drafts or bool(above.honorific and not drafts[0].honorific and not drafts[0].title)

    def _line(self, paragraph: Paragraph, skip: int = 0, *, members: bool = True) -> list[Draft]:
        """The people of a line of a list behind its first characters; where not `members`, nobody of Congress."""
        start = paragraph.start + (skip or paragraph.item_mark)
        named = self._people_named(start, paragraph.end)
        if not named or len(paragraph.text) > 400 or len(sentence_starts(self.narrative, start, paragraph.end)) > 1:
            return []
        before = self.narrative[start : named[0].name_start]
        if len(named) == 1 and named[0].end == paragraph.end and names_role(before) and not _CHAIR.search(before):
            titled = None if named[0].legislator or _SPOKEN.search(before) else self._title_first(start, named[0])
            return [titled] if titled else []
        if not self._leads(start, named[0]) or _IN_A_SENTENCE.search(self.narrative, named[0].end, paragraph.end):
            return []
        if not members and (named[0].legislator or _CHAIRS.match(self.narrative, named[0].end, paragraph.end)):
            return []
        several = self._bracketed(start, paragraph.end)
        if several:
            return several
        tail = self.narrative[named[0].party_end or named[0].end : paragraph.end]
        if tail.strip() and not re.match(r"\s?[,(:]|\s{1,9}[-–—]\s", tail):
            return []
        return [self._with_rest(start, named[0], start + len(_LINE_END.sub("", self.narrative[start : paragraph.end])))]

    def _run_in(self, paragraph: Paragraph) -> None:
        """Take the people behind a heading in capitals within a paragraph: `WITNESSES Mr. A, Title  Mr. B, Title`."""
        for heading in _RUN_IN.finditer(self.narrative, paragraph.start, paragraph.end):
            limit = min(paragraph.end, heading.end() + _LONGEST)
            following = _NEXT_HEADING.search(self.narrative, heading.end(), limit)
            self._take(self._items(heading.end(), following.start() if following else limit))

    def _items(self, start: int, end: int) -> list[Draft]:
        """The people of a list whose lines were run together, each from the beginning of the name to the next."""
        begins = [
            one.start for one in self._people_named(start, end) if one.end <= end and self._begins_item(one, start)
        ]
        ends = [*begins[1:], end][: len(begins)]
        items = [
            (low, low + len(self.narrative[low:high].rstrip(" ,;•*·\n")))
            for low, high in zip(begins, ends, strict=True)
        ]
        return [draft for low, high in items if (draft := self._parse_item(low, high))]

    def _begins_item(self, one: Mention, start: int) -> bool:
        return bool(
            set(one.titles) & _FORMS
            or _ITEM_BEFORE.search(self.narrative[max(start, one.start - 12) : one.start])
            or one.start == start
        )
