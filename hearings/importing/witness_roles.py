"""Which people of a sentence it shows before the committee: by what is said of them, or by what was done to them."""

import re
from collections.abc import Iterator

from hearings.importing.callings import names_somebody
from hearings.importing.event_sentences import of_another_event
from hearings.importing.labels import Mention
from hearings.importing.layout import Paragraph, sentence_starts
from hearings.importing.lexicon import LEGISLATOR_WORDS, MONTHS
from hearings.importing.person_phrases import Phrase
from hearings.importing.witness_lines import WitnessLines
from hearings.importing.witness_list import Draft

# In a sentence as these patterns see it, \x02 N \x03 is a person who may be a witness, \x04 a member of Congress.
_ONE = "\x02\\d{1,4}\x03"
_WHO = f"(?P<who>{_ONE}(?:(?:,\\swh(?:o|ose)\\s[^,;\x02\x04]{{3,120}})?[,;]?\\s(?:(?:and|as\\swell\\sas|along\\swith)\\s)?(?:(?:the|both)\\s)?{_ONE}){{0,40}})"
_HELD = r"(?:(?:(?:his|her|their|fellow)\s(?:[\w-]{2,20}\s){0,2}(?:constituents?|guests?|friends?|neighbors?|colleagues?)|the|both|today[’'‘]?s|our|former|witness(?:es)?|nominees?|panelists?),?\s){0,3}"
_MOSTLY = (
    r"(?:(?:each|both|all|will|would|also|then|today|is|are|was|were|has|have|scheduled|expected|slated|set|going|to|who|invited|agreed|recently"
    r"|accepted|an|invitation|from|\x04|on\s\w+day|joined\sthem)\s){0,8}"
)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words.replace("WHO", _WHO).replace("HELD ", _HELD).replace("MOSTLY ", _MOSTLY))


SURE = (
    _pattern(
        r"\b(?:[Qq]uestion(?:ed|s|ing)|(?:to|will)\squestion|[Pp]ress(?:ed|es|ing)|[Gg]rill(?:ed|s|ing)|[Qq]uizz(?:ed|es|ing)|[Cc]ross-examin(?:ed|es|ing))"
        r"\sHELD WHO"
    ),
    _pattern(
        r"\b(?:[Hh]eard|hears?|hearing|received|featur(?:ed|es|ing))\s(?:(?:[\w-]{1,20}\s){0,4}(?:testimony|statements?|remarks)\s)?(?:directly\s)?(?:from|by)\s"
        r"(?:[\w\s-]{0,60}?(?:witness(?:es)?|panelists|experts|nominees|officials)[:,]?\s(?:including\s)?)?HELD WHO"
    ),
    _pattern(r"\b[Aa]sk(?:ed|s|ing)(?:\sof)?\sHELD WHO,?\s(?:about|whether|if|how|why|what|when|on)\b"),
    _pattern(r"\b[Tt]estimony\s(?:[\w-]{1,20}\s){0,4}?(?:of|from|by)\sHELD WHO"),
    _pattern(
        r"WHO(?:\sof\s[A-Z][\w, ]{2,40})?(?:,\swh(?:o|ose)\s[^.;\x02\x04]{4,140},|,)?\sMOSTLY (?:testif(?:y|ied|ies|ying)\b|appear(?:s|ed|ing)?\sbefore\s(?:the|his|her|a)\s"
        r"|told\s(?:the\s)?(?:(?:sub)?committee|panel|commission|lawmakers|senators|members|Committee|Subcommittee)\b)"
    ),
    _pattern(
        r"WHO,?\s(?:(?:who\s)?(?:was|is|were|are)\s)?(?:(?:the|an?|one\sof|among|today[’'‘]?s|our|only|sole|star|lone|lead|first|final|last|invited|expert"
        r"|(?:Democrat|Republican|minority|majority)\w{0,4})\s){1,5}witness(?:es)?\b"
    ),
    _pattern(
        r"\b(?:[Aa]ppearing|[Tt]estifying|[Ii]n\stestimony)\s(?:before|at|to|in)\s(?:the|an?|today[’'‘]?s)\s[^.;\x02\x04]{0,90}?,\s(?:the\s)?WHO"
    ),
    _pattern(r"WHO,?\s(?:[\w-]{1,20}\s){0,3}(?:in|during)\s(?:his|her|their)\s(?:[\w-]{1,20}\s){0,2}testimony\b"),
    _pattern(r"\b[Uu]nder\squestioning\s(?:from|by)\s[^.;\x02]{1,60},\s(?:the\s)?WHO"),
    _pattern(r"\b[Ww]itness(?:es)?,?\s(?:(?:was|were|included?)\s)?WHO"),
    _pattern(r"\b(?:hearing|roundtable)\b[^.;\x02]{0,80}\swith\sHELD WHO"),
    _pattern(r"\b[Ii]n\s(?:his|her|their)\s(?:[\w-]{1,20}\s){0,2}testimony[^.;\x02\x04]{0,40},\s(?:the\s)?WHO"),
    _pattern(
        r"WHO,?\sMOSTLY (?:participat(?:e|ed|es)|takes?\spart|took\spart|speaks?|spoke)\s(?:in|at)\sthe\s"
        r"(?:hearing|roundtable|forum|panel|discussion)\b"
    ),
    _pattern(r"WHO[’'‘]s?\s(?:[\w-]{1,20}\s){0,3}(?:testimony|(?:nomination|confirmation)\shearing)\b"),
    _pattern(r"WHO\s?[-–—,(]{1,3}\s?(?:in\sresponse|responding|answering|in\sanswer)\b"),
)
NEAR_HEARING = (
    _pattern(r"(?:\b[Aa]sk(?:ed|s|ing)(?:\sof)?)\sHELD WHO"),
    _pattern(
        r"\b(?:[Ee]xchanges?|[Ll]ine\sof\squestioning|[Qq]uestioning|[Qq]uestions|[Dd]ialogue|[Ss]peaking|[Ss]poke|[Dd]iscuss(?:ed|ing|es)?\b[^.;\x02\x04]{0,120}?"
        r"|[Ee]ngag(?:ed|ing)|[Ff]ollow(?:ed|ing)\sup|[Ss]parr(?:ed|ing)|[Cc]lash(?:ed|ing)|[Aa]nswers?|[Rr]esponses?|[Cc]ommitments?)\s(?:with|to|for|of|from)\sHELD WHO"
    ),
    _pattern(r"\b[Ii]n\s(?:response|reply|answer)\b[^.;\x02\x04]{0,60}?,\s(?:the\s)?WHO\s(?!was\b|is\b|has\b)"),
    _pattern(
        r"WHO(?:,\srepresenting\s[^,;\x02\x04]{3,90},|,)?\s(?:(?:also|then|later|\w{2,14}ly)\s){0,2}(?:respond(?:ed|s)|repl(?:ied|ies)|answer(?:ed|s)|agreed|conceded|acknowledged|admitted|refused\sto\s(?:say|answer)"
        r"|declined\sto\s(?:say|answer)|committed\sto|assured)\b"
    ),
    _pattern(r"WHO,?\s(?:also\s|then\s)?told\s\x04"),
    _pattern(r"\bassured\sby\s(?:the\s)?WHO"),
)
IN_THE_HEARING = (
    _pattern(
        r"\b(?:[Cc]halleng(?:ed|es|ing)|[Cc]onfront(?:ed|s|ing)|[Pp]ush(?:ed|es|ing)|[Uu]rg(?:ed|es|ing)|[Ii]ntroduc(?:ed?|es|ing)|[Ww]elcom(?:ed?|es|ing)|[Tt]hank(?:ed|s|ing)"
        r"|[Jj]oined\sby|[Ii]nvit(?:ed|es|ing)|[Tt]old)\sHELD WHO"
    ),
)
OPENS = _pattern(r"^WHO(?:,\s|\s(?!is\b|was\b|has\b))")
_WITNESSES = re.compile(r"\b(?:[Ww]itnesses|[Pp]anelists|panel)\b")
NOMINEE = re.compile(r"\b(?:[Nn]ominees?|[Nn]ominated|[Cc]hoice\sto|[Pp]ick\sto)\b")
_NOMINATION_HEARING = re.compile(
    r"\b(?:nominations?|nominee|confirmation)[’'‘]?s?\s{1,9}(?:\w{2,20}\s{1,9}){0,3}hearings?\b|\bhearing[^.;]{0,80}\bnominations?\b"
    r"|\bnominations?\b[^.;]{0,80}\bhearing|\bintroduc\w{1,4}\b[^.;]{0,200}\bto\s{1,9}the\s[^.;]{0,90}Committee\b",
    re.IGNORECASE,
)
_TO_BE = re.compile(
    r",?\s{1,9}(?:(?:who\s{1,9}(?:has\s{1,9}been|was|is)\s{1,9})?nominated\s{1,9})?(?:to\s{1,9}(?:be|become|serve\s{1,9}as|head|lead)|for|as)\s{1,9}(?:an?\s{1,9}|the\s{1,9})?"
    r"(?=[A-Z]|next\s)([^,;:.“”\"\ufffc\n]{4,120}(?:(?<=U)\.S\.[^,;:.“”\"\ufffc\n]{2,80})?)"
)
_ENVOY = re.compile(r"\b(?:Trade|Special|Permanent)\s{1,9}Representative\s{1,9}$")
MEMBERS = LEGISLATOR_WORDS | {"chair", "chairman", "chairwoman", "ranking", "cochair", "cochairman"}
_NOMINATION_OF = re.compile(r"\bnominations?\s{1,9}of\s{1,9}(?:the\s{1,9})?$", re.IGNORECASE)
_HEARING = re.compile(
    r"\b(?:hearings?|testi(?:mony|f\w{1,4})|(?:sub)?committee|panel|witness(?:es)?|roundtable|nomination)\b",
    re.IGNORECASE,
)
_SITTING = re.compile(r"\b(?:hearings?|testi(?:mony|fy|fied)|roundtable|forum|committee)\b", re.IGNORECASE)
_MONTH = "|".join(sorted((name.title() for name in MONTHS), key=len, reverse=True))
_THEN = re.compile(
    rf"(?:Earlier|Previously|Last\s(?:year|month|week|fall|spring|summer|winter|Congress)|In\s(?:(?:early|late|mid)[\s-])?(?:{_MONTH})\b|In\s(?:19|20)\d\d\b|Since\b"
    r"|At\s(?:a|another)\s(?:previous|prior|earlier|separate)|Before\s(?:joining|becoming)|Prior\sto)",
)
ELSEWHERE = re.compile(
    r"\b(?:at|during|in)\s{1,9}an?(?:other)?\s{1,9}(?:[\w-]{2,20}\s{1,9}){0,4}"
    r"(?:forum|roundtable|briefing|press\s{1,9}conference|town\s{1,9}hall)\b"
    r"|\b(?:previously|last\s{1,9}(?:year|month|week|fall|spring|summer|winter)|earlier\s{1,9}this\s{1,9}(?:year|month))\b",
    re.IGNORECASE,
)
_NOT_AS_WITNESS = re.compile(
    r"\b(?:letters?|wrote|interview|interpret(?:er|ing)|translat(?:or|ed|ing)|spokes(?:man|woman|person))\b"
)
_IS_TITLE = re.compile(
    r"(?:\s(?:is|(?:currently\s)?serves\sas)\s(?:currently\s|now\s)?(?:the\s|an?\s))([^.;\n“”\"\ufffc]{3,160})"
)


class WitnessRoles(WitnessLines):
    """Finds witnesses by what the sentences of a release say of its people."""

    def _roles(self, paragraph: Paragraph, *, dialogue: bool) -> None:
        """Take everybody whom the sentences of a paragraph show before the committee."""
        starts = sentence_starts(self.narrative, paragraph.start, paragraph.end)
        before, witnesses = dialogue, False
        for low, high in zip(starts, [*starts[1:], paragraph.end], strict=True):
            words = self.narrative[low:high]
            here = bool(_HEARING.search(words))
            if not (
                _THEN.match(words)
                or ELSEWHERE.search(words)
                or _NOT_AS_WITNESS.search(words)
                or of_another_event(self.narrative, low, high)
            ):
                self._roles_in(low, high, near=here or before or "\ufffc" in words, witnesses=witnesses)
            before, witnesses = here or dialogue, bool(_WITNESSES.search(words))

    def _roles_in(self, low: int, high: int, *, near: bool, witnesses: bool) -> None:
        phrases = self.phrases.within(low, high)
        if not phrases:
            return
        words, sentence = self._reduced(phrases, low, high), self.narrative[low:high]
        patterns = [*SURE, *(NEAR_HEARING if near else ())]
        patterns += [OPENS] if witnesses else []
        patterns += IN_THE_HEARING if _SITTING.search(sentence) else ()
        sure = {number for pattern in SURE for number in _numbers(pattern, words)}
        found = {number for pattern in patterns for number in _numbers(pattern, words)}
        for number in sorted(found):
            self._show(phrases[number], sure=number in sure)
        if self.nominations or _NOMINATION_HEARING.search(sentence):
            for one in phrases:
                self._nominated(one, low, high)

    def _reduced(self, phrases: list[Phrase], low: int, high: int) -> str:
        """The sentence with signs for its people."""
        pieces, at = [], low
        for number, one in enumerate(phrases):
            sign = f"\x02{number}\x03" if self._may_testify(one) else "\x04" if self._is_member(one.mention) else None
            if sign:
                pieces += [self.narrative[at : one.start], sign]
                at = one.stop
        return " ".join("".join([*pieces, self.narrative[at:high]]).split())

    def _is_member(self, one: Mention) -> bool:
        """Whether somebody is a member of Congress, here or elsewhere in the release."""
        if self._is_envoy(one):
            return False
        full = self.people.resolve(one.name, one.titles).full
        person = self.people.find(full) if full else None
        named = [other for other in self._named(full) if not self._is_envoy(other)]
        held = person.titles & MEMBERS if person else set()
        return one.legislator or any(other.legislator for other in named) or bool(held - {"representative"})

    def _is_envoy(self, one: Mention) -> bool:
        """Whether `Representative` is not a member's: `U.S. Trade Representative NAME`."""
        return bool(_ENVOY.search(self.narrative, max(one.name_start - 40, 0), one.name_start))

    def _may_testify(self, one: Phrase) -> bool:
        full = self._full(one)
        return bool(full) and names_somebody(full) and not self._is_member(one.mention)

    def _full(self, one: Phrase) -> str | None:
        mention = one.mention
        return mention.name if mention.words > 1 else self.people.resolve(mention.name, mention.titles).full

    def _show(self, one: Phrase, *, sure: bool) -> None:
        """Take a person; where the words only suggest it, with a title or a form of address alone."""
        full = self._full(one)
        title = one.title or ("" if one.organization else self._title_elsewhere(full))
        if full and (sure or title or one.honorific or one.organization):
            self._take([Draft(full, one.honorific, title, one.organization)])

    def _nominated(self, one: Phrase, low: int, high: int) -> None:
        """Take a nominee, at a hearing on nominations."""
        if not self._may_testify(one):
            return
        full = self._full(one)
        title = one.title if NOMINEE.search(one.title) else ""
        to_be = _TO_BE.match(self.narrative, one.end, high)
        asked = to_be and (
            NOMINEE.search(to_be.group()) or _NOMINATION_OF.search(self.narrative, max(low, one.start - 40), one.start)
        )
        elsewhere = self._title_elsewhere(full)
        if title or asked or (to_be and NOMINEE.search(elsewhere)):
            known = title or (
                elsewhere if NOMINEE.search(elsewhere) else f"nominee to be {to_be.group(1)}" if to_be else ""
            )
            self._take([Draft(full, one.honorific, known)])

    def _title_elsewhere(self, full: str | None) -> str:
        """The title that another sentence gives to a person, or `NAME is the TITLE`; empty where none does."""
        for one in self._named(full):
            low, high = self._line_of(one.start)
            said = self.phrases.phrase(one, low, high)
            if said.title:
                return said.title
        for one in self._named(full):
            match = _IS_TITLE.match(self.narrative, one.party_end or one.end, self._line_of(one.start)[1])
            title, _ = self.phrases.title_at(match.start(1), match.end(1)) if match else ("", 0)
            if title:
                return title
        return ""

    def _named(self, full: str | None) -> Iterator[Mention]:
        if self._mentions_of is None:
            self._mentions_of = {}
            for one in self.mentions.all:
                self._mentions_of.setdefault(self.people.resolve(one.name, one.titles).full, []).append(one)
        wanted = self.people.resolve(full).full if full else None
        yield from self._mentions_of.get(wanted, ()) if wanted else ()

    def _line_of(self, position: int) -> tuple[int, int]:
        low = self.narrative.rfind("\n", 0, position) + 1
        end = self.narrative.find("\n", position)
        end = len(self.narrative) if end < 0 else end
        low, end = max(low, position - 400), min(end, position + 500)
        starts = [*(one for one in sentence_starts(self.narrative, low, end)), end]
        return max(one for one in starts if one <= position), min(one for one in starts if one > position)


def _numbers(pattern: re.Pattern[str], words: str) -> Iterator[int]:
    for match in pattern.finditer(words):
        yield from map(int, re.findall("\x02(\\d+)\x03", match.group("who")))
