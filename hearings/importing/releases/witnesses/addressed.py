"""Witnesses as somebody who speaks at the hearing turns to them: `NAME, you testified that`, `Thank you, NAME`."""

import re
from itertools import pairwise

from hearings.importing.releases.layout import BLANK, Paragraph, sentence_starts
from hearings.importing.releases.people.person_phrases import Phrase
from hearings.importing.releases.people.role_patterns import HEAD_OF_STATE, pattern
from hearings.importing.releases.witnesses.draft import Draft
from hearings.importing.releases.witnesses.roles import MEMBERS, numbers
from hearings.importing.releases.witnesses.welcomes import WitnessWelcomes

_SPOKEN = re.compile(r"\b(?:I|I[’']m|I[’']d|we|us|our|my|me|[Yy]ou|[Yy]our)\b")
_OPENING = (
    r"(?:(?:and|so|but|now|well|again|first|next|finally|lastly|then|okay|thank\syou|thanks|(?:good|great)\s\w+|yes|no|to|let\sme\sask"
    r"|(?:mr|madam)\.?\schair\w*)[,.:;]?\s){0,4}"
)
_TURNS = (
    r"(?:I|I[’'](?:m|d|ve|ll)|we|we[’'](?:re|ve|ll|d)|you|you[’'](?:re|ve|ll|d)|your|do|don[’']t|did|didn[’']t|is|isn[’']t|are|aren[’']t|can|can[’']t"
    r"|could|should|will|would|won[’']t|what|how|why|when|where|let|thank|thanks|please|tell|explain|welcome|good|congratulations|yes\sor)\b"
)
_TO_YOU = r"[a-z’']{2,12}\s[^.;\x02]{0,200}\byour?\b"
# Words that only turn to somebody who is there.
_ADDRESSED = tuple(
    pattern(words)
    for words in (
        rf"^[“\"‘]?{_OPENING}WHO(?:(?:,|\s?:|\s?[—–])\s?(?:{_TURNS}|{_TO_YOU}|these\sare\b)|\sthank\syou\b)",
        r"\b(?:thank\syou|thanks|welcome|good\s(?:morning|afternoon))(?:\s(?:both|all|again|so\smuch|very\smuch)){0,2},?\s(?:to\s)?WHO(?:[.,!?;:]|\sfor\s(?:being|your|joining|coming|appearing|testifying))",
        r"\b(?:you|yours|your\s(?:testimony|time|answers?|service|leadership|remarks|statement|patience|work)),\sWHO[,.?!;]",
        r"\byour?\b[^.;\x02]{0,160},\sWHO[.?!]",
    )
)
_AS_TITLE = re.compile(r",\sas\s(?:the\s|an?\s)?(?=[\w ]{3,30}\sof\s)([^,;.\n]{5,90}),\s(?:you|your)\b")


class WitnessAddressed(WitnessWelcomes):
    """Finds witnesses by the words with which somebody who speaks at the hearing turns to them."""

    def _addressed(self, paragraph: Paragraph) -> None:
        """Take everybody to whom the spoken words of a paragraph turn, members of Congress apart."""
        text = self.mentions.text
        spoken = _SPOKEN.search(self.narrative, paragraph.start, paragraph.end)
        starts = [*sentence_starts(text, paragraph.start, paragraph.end), paragraph.end]
        for low, high in pairwise(starts):
            if spoken or BLANK in self.narrative[low:high]:
                self._turned_to(low, high)

    def _turned_to(self, low: int, high: int) -> None:
        phrases = self.quoted.within(low, high)
        signs = {number for number, one in enumerate(phrases) if self._may_answer(one)}
        words = self._reduced(phrases, low, high, self.mentions.text, signs)
        found = {number for one in _ADDRESSED for number in numbers(one, words)}
        for one in (phrases[number] for number in sorted(found)):
            if self._full(one):
                self._show(one, sure=False, bare=True)
            else:
                self._take_surname(one)

    def _take_surname(self, one: Phrase) -> None:
        """Take somebody of whom the release gives an office or a rank, and no given name."""
        held = _AS_TITLE.match(self.mentions.text, one.end)
        known = any(draft.name.endswith(f" {one.mention.name}") for draft in self.drafts)
        if not known:
            self._take([Draft(one.mention.name, one.honorific, held[1] if held else one.before)])
            self.suggested[one.mention.name] = None

    def _may_answer(self, one: Phrase) -> bool:
        """Whether somebody can be addressed as a witness: with a title, and no member of Congress."""
        titles = set(one.mention.titles)
        head = HEAD_OF_STATE.fullmatch(one.before.removeprefix("Under "))
        if one.behind or one.organization or head or titles & MEMBERS:
            return False
        if self._full(one):
            return bool(titles or one.before) and self._may_testify(one)
        known = self.people.namesakes(one.mention.name) > 0
        return bool(titles) and not known and not titles <= {"mr", "ms", "mrs", "miss", "dr"} and one.mention.words == 1
