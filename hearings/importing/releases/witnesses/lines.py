"""Witness lists as lines, and as lines that were run together: who is on them, and each one's title as written."""

import re
from dataclasses import replace

from hearings.importing.releases.layout import Paragraph, sentence_starts
from hearings.importing.releases.people.callings import names_role
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.witnesses.draft import Draft
from hearings.importing.releases.witnesses.list_lines import (
    CAPTION,
    FIRM,
    LOOSE,
    NONE,
    RULE,
    Line,
    Row,
    heads_list,
    list_lines,
)
from hearings.importing.releases.witnesses.lists import WitnessLists
from hearings.importing.releases.witnesses.rows import is_name, item_mark, read_row, speaks_of_somebody

_ANNOUNCES = re.compile(r"\b(?:witness(?:es)?|testif\w{1,30}|panel(?:ists)?)\b", re.IGNORECASE)
_TESTIMONY_BY = re.compile(r"\btestimony\b[^.:\n]{0,80}:$", re.IGNORECASE)
_WHO = re.compile(r"who\s?:\s{1,9}(?=\S.{3,160}$)", re.IGNORECASE)
_WHO_HEAD = re.compile(r"\W{0,4}who\b", re.IGNORECASE)
_PARTY = re.compile(r"\([RDI]\s?[-–—][^)\n]{1,20}\)")
_CHAIRS = re.compile(r"(?:\s\([^)]{1,12}\))?,\s(?:\w+\s)?(?:Chair|Ranking)")
_CHAIR = re.compile(r"\b(?:[Cc]hair\w*|Ranking|[Ss]tatement|[Rr]emarks|[Tt]estimony)\b(?!\sof\sthe\sBoard)")
_LINE_END = re.compile(r"\s?[;,]\s{0,3}(?:and)?\s?$")
_IN_A_SENTENCE = re.compile(
    r"[“”\"\ufffc]|,\s[a-z]{3,12}ed\s(?:the|an?|his|her|their|its|that|to|in|at|by|when|after)\b|\b(?:testif\w*|said|says|told|asked|noted|added|wanted|will|was|has|(?:panel|committee)[’']s\s{1,9}ranking)\b"
)
_AND_NEXT = re.compile(r";\s{1,9}(?:and\s{1,9}|y\s{1,9})?(?=\S)(?!on\sbehalf|representing\b)")
_SPOKEN = re.compile('[“”"\ufffc]')
_SAYS = re.compile(r"[^:“”\"\ufffc\n]{5,200}(?=:\s{1,4}[“\"‘\ufffc])")
# A person of a list whose words stand behind the name and the title: `NAME, title, said, The hearing`.
_SAID = re.compile(
    r"[^:“”\"\ufffc\n]{5,260}?(?=,?\s(?:said|says|testified|stated|noted|explained|added|told|wrote|commented|warned|argued)\b[,:]?\s)"
)
_LABEL = re.compile(r"[A-Z][\w ]{2,20}:\s")
_TITLE_LINES = 3
_RUN_IN = re.compile(
    r"(?<![A-Z])(?:WITNESS(?:ES)?(?:\sLIST\b|(?!\sLIST\b))|PANELISTS?|PANEL\s(?:[IVX]{1,4}|\d|ONE|TWO|THREE|FOUR))\b\s?:?\s{1,9}(?=\S)"
    r"|\bWitness(?:es|\s[Ll]ist)\s?:\s{1,9}(?=[A-Z][^\n]{10,300}\S\s{2,9}[A-Z])"
)
_NEXT_HEADING = re.compile(
    r"\b[A-Z]{3,}(?:\s[A-Z]{2,}){0,4}\s?:|\b[A-Z]{4,}\s[A-Z]{4,}|#\s?#|\bClick\b|\bWatch\b|\bFor\s(?:more|additional|further)\s|\bTo\s(?:view|watch|read|learn)\b|\bVideo\sof\b|\b(?:A|The)\s(?:live|hearing)"
)
# What stands before the next person where nothing parts two of a list: `Sample Institute | Dr. NAME`.
_GLUED = re.compile(r"(?<=[\w).])(?<!\b[Aa]nd)(?<!\b[Oo]f)(?<!\b[Bb]y)(?<!\b[Ff]rom)(?<!\b[Tt]he)\s{1,9}$")
_ITEM_BEFORE = re.compile(r"(?:\s{2,}|[;•*·\n]\s{0,3}|\d[.)]\s|\s{2}and\s)$")
_FORMS = frozenset({"mr", "ms", "mrs", "dr", "honorable", "ambassador", "general", "admiral", "colonel", "professor"})
_LONGEST = 4000


class WitnessLines(WitnessLists):
    """Reads the lists of a release that have a line for each witness, or had one before they were run together."""

    def _lines(self) -> None:
        """Take the people of every list that has a line for each, with what the lines below say of them."""
        kind, row, who = NONE, None, False
        rows = list_lines(self.mentions.text, self.layout)
        for number, line in enumerate(rows):
            if RULE.fullmatch(line.text):
                row = None
                continue
            if heads_list(line.text):
                kind, row, who = FIRM, None, _WHO_HEAD.match(line.text) is not None
                continue
            label = _WHO.match(line.text)
            who = bool(label) or (who and kind > NONE)
            read = kind > NONE or who
            drafts = self._line(line, label.end() if label else 0, members=not who, firm=kind == FIRM) if read else []
            following = rows[number + 1] if number + 1 < len(rows) else None
            next_one = row and _stands_over_office(line, drafts, row, following)
            if row and not next_one and self._goes_on(line, row, drafts, closes=not (following and following.joined)):
                row.add(line)
                continue
            self._take(drafts)
            row = Row(self._held(drafts[0]), line) if len(drafts) == 1 else None
            held = kind and (item_mark(line.text) or (who and _PARTY.search(line.text)))
            kind = kind if drafts or label or held else self._opens(line, following)
            kind = max(kind, LOOSE) if label else kind

    def _opens(self, line: Line, following: Line | None) -> int:
        """What list the lines below this one may be."""
        words = self.narrative[line.start : line.end]
        if following is None or not (_ANNOUNCES.search(words) or _TESTIMONY_BY.search(words)):
            return NONE
        return LOOSE if line.text.endswith(":") or len(following.text) < 220 else NONE

    def _goes_on(self, line: Line, row: Row, drafts: list[Draft], *, closes: bool) -> bool:
        """Whether a line says more of the person above: title lines below a bare name, or a line that was wrapped."""
        if row.bare:
            return row.lines < _TITLE_LINES and self._is_title_line(line, row, drafts, closes)
        if drafts and (drafts[0].honorific or drafts[0].title):
            return False
        return row.wrapped(line) and not _SPOKEN.search(self.narrative, line.start, line.end)

    def _is_title_line(self, line: Line, row: Row, drafts: list[Draft], closes: bool) -> bool:
        """Whether a line holds the title or the organization of the person whose name alone is the line above."""
        words = line.text
        if _SPOKEN.search(self.narrative, line.start, line.end) or _LABEL.match(words):
            return False
        held = words[0].isupper() or names_role(" ".join(words.split()[:3]))
        if line.residue or len(words) > 140 or not held or words.endswith((".", ":")):
            return words.endswith(("Inc.", "Co.", "Corp.", "Ltd.")) and len(words) <= 140
        if not drafts or drafts[0].honorific:
            return not drafts
        if line.joined and not words.startswith(drafts[0].name) and not line.item_mark:
            return True
        plain = not drafts[0].title
        return bool(row.draft.honorific and plain) or bool(row.lines and line.joined and closes)

    def _line(self, line: Line, skip: int = 0, *, members: bool = True, firm: bool = False) -> list[Draft]:
        """The people of a line of a list behind its first characters; where not `members`, nobody of Congress."""
        label = None if skip or not firm else _SAYS.match(self.narrative, line.start, line.end)
        label = label or (_SAID.match(self.narrative, line.start, line.end) if firm and not skip else None)
        if label and label.re is _SAID and self._of_member(line):
            return []
        line = replace(line, end=label.end(), text=label.group()) if label and firm else line
        start = line.start + (skip or item_mark(line.text))
        if len(line.text) > 400 or line.residue or CAPTION.match(line.text):
            return []
        named = self._people_named(start, line.end)
        legislator = bool(named) and self._leads(start, named[0]) and named[0].legislator
        if not members and (legislator or _CHAIRS.search(self.narrative, start, line.end)):
            return []
        several = self._bracketed(start, line.end) if named else []
        if several:
            return several
        pieces = _AND_NEXT.split(line.text[skip:]) if not legislator else []
        read = [draft for piece in pieces if (draft := read_row(piece))]
        if read and len(read) == len(pieces) and all(self._is_row(one, firm) for one in read):
            return read
        return self._of_mention(named, start, line)

    def _of_member(self, line: Line) -> bool:
        """Whether a line begins with a member of Congress."""
        named = self.mentions.within(line.start, line.end)[:1]
        return any(one.legislator or set(one.titles) & {"chair", "chairman", "chairwoman", "ranking"} for one in named)

    def _is_row(self, draft: Draft, firm: bool) -> bool:
        """Whether what a line says of somebody is a title, no sentence."""
        words = draft.title
        if _IN_A_SENTENCE.search(words) or len(sentence_starts(words, 0, len(words))) > 1:
            return False
        return firm or speaks_of_somebody(draft)

    def _of_mention(self, named: list[Mention], start: int, line: Line) -> list[Draft]:
        """The person of a line by the names found in the text, as its first words or behind the office."""
        before = self.narrative[start : named[0].name_start] if named else ""
        if len(named) == 1 and named[0].end == line.end and names_role(before) and not _CHAIR.search(before):
            titled = None if named[0].legislator or _SPOKEN.search(before) else self._title_first(start, named[0])
            return [titled] if titled else []
        if not named or not self._leads(start, named[0]) or not is_name(named[0].name):
            return []
        if _IN_A_SENTENCE.search(self.narrative, named[0].end, line.end):
            return []
        if len(sentence_starts(self.narrative, start, line.end)) > 1:
            return []
        tail = self.narrative[named[0].party_end or named[0].end : line.end]
        if tail.strip() and not re.match(r"\s?[,(:]|\s{1,9}[-–—]\s", tail):
            return []
        return [self._with_rest(start, named[0], start + len(_LINE_END.sub("", self.narrative[start : line.end])))]

    def _parse_list(self, start: int, end: int) -> list[Draft]:
        """The people of a sentence that lists them; of lines run together where no sign parts them."""
        following = _NEXT_HEADING.search(self.narrative, start, end)
        stop = following.start() if following else end
        forms = [one for one in self._people_named(start, stop) if set(one.titles) & _FORMS]
        glued = [one for one in forms if _GLUED.search(self.narrative, max(start, one.start - 40), one.start)]
        if glued and len(glued) == len(forms) - 1 and forms[0].start <= start + 4:
            return self._items(start, stop)
        return super()._parse_list(start, end)

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


def _stands_over_office(line: Line, drafts: list[Draft], row: Row, following: Line | None) -> bool:
    """Whether a bare name is the next person of a list: the one above has an office, and an office is below it."""
    bare = len(drafts) == 1 and drafts[0].name == line.text.strip() and is_name(line.text)
    office = bare and following is not None and not following.residue and not read_row(following.text)
    return bool(office) and names_role(row.draft.title) and names_role(following.text)
