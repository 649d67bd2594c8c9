"""Witnesses as an opening statement introduces them, one by one: `Next we will hear from NAME, who is the TITLE`."""

import re
from itertools import pairwise

from hearings.importing.releases.events.sentences import of_another_event
from hearings.importing.releases.layout import Paragraph, sentence_starts
from hearings.importing.releases.people.callings import names_role, names_somebody
from hearings.importing.releases.witnesses.draft import Draft
from hearings.importing.releases.witnesses.introductions import WitnessIntroductions
from hearings.importing.releases.witnesses.patterns import AND_NAME, NOT_A_TITLE, PARTY
from hearings.importing.releases.witnesses.roles import MEMBERS
from hearings.importing.releases.witnesses.rows import read_row
from hearings.importing.texts.lexicon import LEGISLATOR_WORDS

_TODAY = (
    r"(?:\s(?:today|now|this\s(?:morning|afternoon)|with\sus|here|before\sus|virtually"
    r"|on\s(?:this|our|the)\s(?:\w{5,6}\s)?panel)){0,3}"
)
_AS_WITNESSES = re.compile(
    rf"\b(?:our|the|my|today[’']s)\s(?:[\w-]{{2,12}}\s){{0,2}}witness(?:es)?{_TODAY},?\s(?:is|are|will\sbe){_TODAY}:?\s"
    rf"|\b(?:(?:will|shall|we[’']ll|going\sto|eager\sto|like\sto)\s(?:also\s|now\s|then\s|next\s)?hear|look(?:ing)?\sforward\sto\s(?:also\s)?hearing)"
    rf"(?:\stestimony)?(?:\sfirst|\snext|\snow|\salso)?\sfrom\s"
    rf"|\bpanel{_TODAY},?\s(?:we\s(?:also\s)?(?:have|welcome)|we\s(?:are|will\sbe)\sjoined\sby|is|are|consists\sof|includes){_TODAY}:?\s"
    rf"|\b(?:testifying|appearing){_TODAY},?\s(?:is|are|will\sbe)\s",
    re.IGNORECASE,
)
_AS_GUESTS = re.compile(
    rf"\b(?:(?:is|are)\sfollowed|(?:is|are|be|[’']re)\s(?:also\s)?joined|(?:is|are)\saccompanied){_TODAY}\sby\s"
    rf"|\b(?:I|we|to|also|me)\s(?:also\s|warmly\s)?(?:welcome|introduce){_TODAY}\s"
    rf"|\bto\shave{_TODAY}\s"
    rf"|\b(?:joining|before|with)\sus{_TODAY}\s(?:is|are)\s"
    rf"|\bAnd\s(?:finally|lastly|last),\s(?:[a-z][^,;]{{3,60}},\s)?(?=[A-Z])",
    re.IGNORECASE,
)
_OF_WITNESSES = re.compile(r"\b(?:witness(?:es)?|panel(?:ists)?|testi\w{2,6}|hear(?:ing)?\sfrom)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us)\b|\b[Ww]e[’']")
_SHE_IS = re.compile(
    r"(?:(?<=\.[A-Z]\.)|\.|,\sand)\s(?:[Ss]he|[Hh]e)\s(?:also\s)?(?:is|serves\sas)\s(?=the\s|an?\s|our\s|[A-Z])"
)
_ASIDE = re.compile(r",?\sand\s(?:s?he|they|I|we|thank|look|hope|want|welcome|also|will|would|who)\s.*$", re.DOTALL)
_QUOTE_END = re.compile(r"[,.!?][”\"].*$", re.DOTALL)
_LEAD = re.compile(
    r"(?:(?:and|finally|lastly),?\s)?(?:(?:my|our|an?)\s(?:own\s)?(?:(?!(?:the|mayor|director)\b)[\w-]{2,14},?\s){1,3}?"
    r"(?=(?:the\s)?(?-i:[^\W\d_a-z])))?",
    re.IGNORECASE,
)
_LONGEST = 900
_NEAR = 800
_LONGEST_TITLE = 30  # words


class WitnessWelcomes(WitnessIntroductions):
    """Finds witnesses by the words with which somebody who speaks at the hearing introduces them."""

    def _welcomed(self, paragraph: Paragraph) -> None:
        """Take everybody whom the sentences of a paragraph introduce as witnesses, members of Congress apart."""
        text = self.mentions.text
        if not _FIRST_PERSON.search(text, paragraph.start, paragraph.end):
            return
        starts = [*sentence_starts(text, paragraph.start, paragraph.end), paragraph.end]
        witnesses = bool(_OF_WITNESSES.search(text, max(paragraph.start - _NEAR, 0), paragraph.end))
        for number, (low, high) in enumerate(pairwise(starts)):
            sure = _AS_WITNESSES.search(text, low, high)
            begins = sure or (_AS_GUESTS.search(text, low, high) if witnesses else None)
            if not begins or high - low > _LONGEST or of_another_event(text, low, high):
                continue
            following = starts[number + 2] if number + 2 < len(starts) else high
            whole = text[begins.end() : min(following, high + _LONGEST)]
            words = whole if _SHE_IS.match(whole, high - begins.end() - 2) else text[begins.end() : high]
            self._welcome(words)

    def _welcome(self, words: str) -> None:
        words = _SHE_IS.sub(", who is ", " ".join(_QUOTE_END.sub("", words).split()))
        for draft in _introduced(words):
            person = self.people.find(draft.name)
            if person and person.titles & MEMBERS:
                continue
            before = len(self.drafts)
            self._take([draft])
            if len(self.drafts) > before:
                self.suggested[draft.name] = None


def _introduced(words: str) -> list[Draft]:
    """The people that words name one after another, each with a title or a form of address."""
    found = []
    for piece in (one for part in words.split(";") for one in _parted(part) if one.strip()):
        lead = _LEAD.match(piece.strip())
        draft = read_row(_ASIDE.sub("", piece.strip()[lead.end() :].rstrip(" ”\"’'.")))
        if not draft or PARTY.search(piece) or not names_somebody(draft.name):
            break
        if NOT_A_TITLE.search(draft.title) or len(draft.title.split()) > _LONGEST_TITLE:
            draft.title = ""
        address = {word.strip(".").casefold() for word in (draft.honorific or "").split()}
        held = names_role(draft.title) or draft.organization or (address and not draft.title)
        if address & LEGISLATOR_WORDS or not held:
            break
        found.append(draft)
    return found


def _parted(words: str) -> list[str]:
    for joint in AND_NAME.finditer(words):
        second = read_row(words[joint.end() :])
        if second and (second.honorific or names_role(second.title)):
            return [words[: joint.start()], *_parted(words[joint.end() :])]
    return [words]
