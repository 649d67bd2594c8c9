"""People as sentences introduce them: the name with its forms of address, and the title before or behind it."""

import re
from dataclasses import dataclass, replace

from hearings.importing.releases.people.callings import BODY_WORDS, ROLES, can_be_name, names_role, names_somebody
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.titles import DEGREES
from hearings.importing.releases.people.titles_before import OWNER, PLACES, TitlesBefore
from hearings.importing.texts.lexicon import COURTESY_WORDS, LEGISLATOR_WORDS, ORG_WORDS

_PICK = re.compile(r"\b(?:nominees?|pick|choice|nomination)\b")
_BEHIND_NAME = re.compile(
    r"\s?,?\s?\((?:[Rr]et\.?|[Rr]etired|[A-Z]{2,5},?\s?Ret\.?)\)|,?\sUSM?[ACNF]{1,2}\b(?:\s\(Ret\.?\))?"
)
_PLAIN_TITLE = re.compile(r"(?:an?|the)\s[a-z]|(?:[A-Z][\w’'-]+\s){1,5}(?:of|at|for|with|to)\s(?:the\s)?[A-Z]")
_BRACKET = re.compile(r"\s?\(([^()\n]{3,160})\)")
_PARTY = re.compile(r"\s?\((?:[A-Z]{1,3}\s?[-–—][^)]{1,20}|[A-Z]{2}-\d{1,2})\)")
_DASH = re.compile(r"\s{1,9}[-–—]{1,2}\s{1,9}|\s?—\s?")
_BELONGS = re.compile(
    r"\s{1,9}(?:from|with|of|at|representing|on\sbehalf\sof)\s{1,9}(?:the\s{1,9})?(?=[A-Z])((?:U\.S\.\s)?(?:[^,;.()“”\"\ufffc\n]|\([A-Z][A-Za-z&]{1,7}\)){3,90}?)"
    r"(?=[,;.\n]|\s?\((?![A-Z]{2,8}\)\s[A-Z])|\)|$|\s[a-z]{3,12}ed\b|\s(?:who|about|to|will|at|during|said|says|told|by|before|whether|if|how|why|what|when|over|for\s(?:his|her|their))\s"
    r"|\s(?:and|in|for|on)\s(?!(?:the\s)?[A-Z])|\s(?:on\s(?=[A-Z]\w+day\b)|in\s|and\s(?=[A-Z][a-z]+\s[A-Z][a-z]+\s(?:of|from|at|with|who|,)|(?:Dr|Mr|Ms|Mrs|Prof)\b)))"
)
_OF_TOWN = re.compile(r"\s(?:of|from)\s(?:[A-Z][\w.’'-]{1,20}\s?){1,3}(?:,\s(?:[A-Z][a-z]{2,13}\.?|[A-Z]{2}))?(?=,\s)")
_SEGMENT = re.compile(r"[^,;“”\"\ufffc\n()—–]{1,240}(?:\([^()\n]{1,60}\)[^,;“”\"\ufffc\n()—–]{0,200}){0,3}")
# Others who are not named, behind a title: `Director of the Rope Institute, and other rope officials`.
_OTHERS = re.compile(
    r"(?:an?other|others?|several|many|more|two|three|four|five|fellow|various)\s(?:[\w-]{1,20}\s){0,3}[\w-]*s\b"
)
_NOT_TITLE = re.compile(
    r"(?:who|whose|whom|which|that|said|says|told|about|on|in|at|for|from|before|during|after|when|where|while|as|but|or|by|into|since"
    r"|with|if|how|why|whether|what|testif\w+|appear\w*|also|both|will|would|was|were|is|are|has|had|have|today|to(?!\sbe\b)|along|because|noting"
    r"|saying|asking|held|led|met|gave|made|took|sat|spoke|brought|sent|kept|heard|he|she|they|it|this|under|over|regarding|including|according|through"
    r"|until|against|then|accompanied|[Tt]hank|[Tt]hanks|[Yy]ou|[Yy]our|I|[Ww]e|[Pp]lease|[Ll]et|(?!(?:acting|certified|registered|licensed|retired|disabled|ordained|attending|practicing|visiting|consulting|commanding|presiding)\b)[a-z]+(?:ed|ing)(?!\s(?:director|officer|editor|partner|president|chair\w*|member)))\b"
)
_ENDS = re.compile(
    r"\s{1,9}(?:-\s|-$|(?:will|would|also|was|were|is|are|has|have|had|did|does|said|says|told|testif\w+|appear(?:s|ed)|who|whose"
    r"|whether|how|why|what|when|if|until|since"
    r"|about|during|regarding|concerning)\b|(?:from|in|between)\s(?:(?:early|late|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\s)?(?:19|20)\d\d\b|for\s(?:(?:more|over|nearly|almost|about|the|past|last|than|roughly)\s){0,4}[\w-]{1,14}\s(?:years|decades|months|terms)\b"
    r"|for\s(?:an?|the)\s(?:[\w-]{1,20}\s){0,2}term\b|under\s(?:two|three|four|both|(?:former\s)?Presidents?)\b|on\s(?:the|an?|his|her|their|how|what|why|whether|today|behalf|Monday|Tuesday|Wednesday|Thursday|Friday|h[a-z]+)\b"
    r"|(?:at|during)\s(?:[A-Z][\w’'-]{0,20}\s){0,6}Hearing\b"
    r"|at\s(?:the|an?|today[’'‘]?s|this|yesterday[’'‘]?s|his|her)\s(?:[\w’'-]{1,30}\s){0,5}(?:hearing|forum|roundtable)"
    r"|before\s(?:the|his|her|a)|in\s(?:his|her|response|support|an?|order|front)\b"
    r"|to\s(?!be\b|head\b|lead\b|serve\b|the\b)[a-z]+|today|this\s(?:week|morning|afternoon)"
    r"|(?:asked|answered|responded|replied|agreed|explained|warned|noted|urged|added|discussed|described|shared|spoke"
    r"|joined|confirmed|admitted|conceded|acknowledged|expressed|emphasized|highlighted"
    r"|secured|obtained|received|sent|led|held|heard|pressed|pushed|demanded|introduced|sponsored|voted|slammed|criticized|thanked"
    r"|provided|presented|offered|called|argued|outlined|stated|addressed|pointed|detailed|echoed|stressed|focused|questioned|testified)\b)"
)
_WHO_HOLDS = re.compile(
    r"\s?,\s{1,9}who\s(?:(?:also|now|currently|previously|formerly|long|recently|\w{3,12}ly)\s){0,2}(?:is|was|(?:has|had)\s(?:\w+ly\s)?(?:been|served\sas)|serv(?:es|ed)\sas"
    r"|work(?:s|ed)\sas|retired\sas|acts\sas|doubles\sas)\s(?:(?:also|now|currently|still|both)\s){0,2}(?:(?:an?|the|its|their)\s)?"
    r"(?!one\b|here\b|among\b|in\b|at\b|on\b|from\b|known\b|not\b|there\b|with\b|invited\b|testif|scheduled\b|asked\b|seen\b|witness\b|able\b)"
)
_REST_OF_CLAUSE = re.compile(r"[^,;.\n“”\"\ufffc]{1,90}(?=[,;])")
_WHO_RUNS = re.compile(
    r"\s?,\s{1,9}(?:who\s(?:(?:also|now|currently)\s)?(?:directs|runs|heads|leads|represents|manages|chairs|oversees|founded|owns)|representing)\s(?:the\s)?"
    r"(?=[A-Z])((?:U\.S\.\s)?[^,;.()“”\"\ufffc\n]{3,90}?)(?=[,;.\n]|\s(?:and|who|in|at|on|said|told|testified|for)\s(?!(?:the\s)?[A-Z])|$)"
)
_LABEL_END = re.compile(r":\s")
_SENTENCE_END = re.compile(
    r"(?<!\bInc)(?<!\bCo)(?<!\bLtd)(?<!\bCorp)(?<!\bJr)(?<!\bSr)(?<!\bSt)(?<!\b[A-Z])(?<!\bDr)(?<!\bMr)\.(?=\s|$)"
)
# What is no body that somebody belongs to: `NAME at the Sample Committee Hearing`.
_EVENT = re.compile(
    r"\b(?:[Hh]earings?|[Rr]oundtable|[Bb]riefing|[Mm]arkup|[Ff]orum)\b|^(?:U\.S\.\s)?(?:House|Senate)\s.*\b(?:[Ss]ubc|[Cc])ommittee$"
)
# What follows a surname with which a clause begins: `NAME, nominee to lead the Rope Bureau, Sample asked`.
_ACTS = re.compile(r"\s(?!of\b|and\b|at\b|for\b|in\b|or\b|on\b|to\b)[a-z]{3,14}(?:\s|$)")
_ACRONYM = re.compile(r"\([A-Z]{2,8}\)")
_OF_SCHOOL = re.compile(r"\s(?:from|at|of)\s([A-Z][\w’'-]{2,20}(?:\s[A-Z][\w’'-]{2,20}){0,3})")
# The post behind the body that a nominee is of: `NAME of the Sample Office, nominated to be Judge of the Rope Court`.
_NOMINATED = re.compile(
    r",\s{1,9}(?:who\s(?:is|was|has\sbeen)\s)?((?:nominated|nominee|selected|tapped|chosen)\s(?:to\sbe|to\sserve\sas|to\slead|for|as)\s[^,;.“”\"\ufffc\n]{3,120})"
)
_TO_BE = re.compile(
    r"(?:\s\([A-Z]{2,4}\))?,?\s((?:to\s(?:be|head|lead|run|direct|serve\sas|become)|for)\s(?:[^,;.“”\"\ufffc\n]|(?<=\bU)\.(?=S)|(?<=U\.S)\.){3,120}?)"
    r"(?=[,;.\n“”\"]|$|\s(?:who|told|said|testified|before|about|on|at|during|and\s(?:asked|pressed|said))\b)"
)
_JOINED = re.compile(r",?\s(?:and|&)\s|,\s")
# What stands before the body somebody is of, which may look like a name: `NAME with | Rope Priority testified`.
_WITH = re.compile(r"\s(?:with|representing)\s")
_LONGEST_BEHIND = 420
# Forms of address that are the office held where the body is named: `Bishop NAME of the Diocese of PLACE`.
_ALSO_OFFICES = frozenset(
    {
        "Professor",
        "Bishop",
        "Archbishop",
        "Chief",
        "Sheriff",
        "Mayor",
        "Judge",
        "Governor",
        "Rabbi",
        "Imam",
        "Pastor",
        "Delegate",
        "Chairman",
        "Chairwoman",
        "Chair",
        "President",
    }
)


_OF_PLACES = frozenset({"Governor", "Gov.", "Mayor", "Sheriff", "Chief", "Judge", "Commissioner", "Delegate"})
_OF_PLACE = re.compile(r"\s(of\s(?:the\s)?[A-Z][\w.’'-]{1,20}(?:\s[A-Z][\w.’'-]{1,20}){0,3})(?=[,;.]|\s[a-z]|$)")


@dataclass(frozen=True)
class Phrase:
    """A person in a sentence: `start` is where the words before the name begin, `stop` where those behind it end."""

    mention: Mention
    start: int
    end: int
    stop: int
    honorific: str | None = None
    before: str = ""
    behind: str = ""
    organization: str | None = None

    @property
    def title(self) -> str:
        """What the sentence says the person is, a line for each office; empty where it does not say."""
        return "\n".join(filter(None, (self.before, self.behind)))


class PersonPhrases(TitlesBefore):
    """Reads the people of one text with what stands before and behind their names."""

    def within(self, low: int, high: int) -> list[Phrase]:
        """The people of a sentence, in order; members of Congress among them."""
        found: list[Phrase] = []
        named = [one for one in self.named(low, high) if one.end <= high and self._can_be(one)]
        inside = [(apposed.start(), one.start) for one in named if (apposed := self.apposed(one, low))]
        held = [(self.before(one, low)[0], one.name_start) for one in named if one.words > 1]
        for one in named:
            word = one.words == 1 and not one.titles and any(start <= one.start < end for start, end in held)
            part = any(start <= one.start < end for start, end in inside) or (found and one.start < found[-1].stop)
            part = part or word
            if not (part or (found and not one.titles and _WITH.fullmatch(self.text, found[-1].end, one.start))):
                found.append(self.phrase(one, low, high))
                low = found[-1].stop if one.words > 1 or one.titles else low
        return self._shared(found)

    def _shared(self, found: list[Phrase]) -> list[Phrase]:
        """The people with the calling that the word for several gives to each: `whistleblowers NAME and NAME`."""
        one, shared = None, ""
        for at, other in enumerate(found):
            joined = one and _JOINED.fullmatch(self.text, one.stop, other.start)
            head, _, last = other.before.rpartition(" ")
            each = f"{last[:-3]}y" if last.endswith("ies") else last[:-1]
            many = last.endswith("s") and each.casefold() in ROLES | {"member"} and "\n" not in other.before
            shared = f"{head} {each}".strip() if many else shared if joined and not other.title else ""
            following = found[at + 1 : at + 2]
            alone = many and not (following and _JOINED.fullmatch(self.text, other.stop, following[0].start))
            found[at] = one = replace(other, before=shared) if shared and not alone else other
        return found

    def phrase(self, one: Mention, low: int, high: int) -> Phrase:
        """One person between the bounds of a sentence or of an item of a list."""
        start, honorific, before = self.before(one, low)
        end = self.name_end(one, high)
        to_be = _TO_BE.match(self.text, end, high) if before.endswith("nominee") else None
        if to_be:
            return Phrase(one, start, end, to_be.end(), honorific, f"{before} {to_be[1]}")
        if one.possessive or "," in self.text[start : one.name_start]:
            return Phrase(one, start, end, end, honorific, before)
        behind, organization, stop = self._behind(end, high)
        if one.words == 1 and behind and self._of_next(end, stop):
            behind, organization, stop = "", None, end
        place = _OF_PLACE.match(self.text, end, high) if honorific in _OF_PLACES else None
        if organization and not (before or behind) and honorific in _ALSO_OFFICES:
            before = honorific
        elif place and not (behind or organization):
            before, stop = f"{honorific} {place[1]}", place.end()
        elif honorific in ("Professor", "Prof.") and not (before or behind or organization):
            school = _OF_SCHOOL.match(self.text, end, high)
            before, organization, stop = ("Professor", school[1], school.end()) if school else ("", None, stop)
        return Phrase(one, start, end, stop, honorific, before, behind, organization)

    def _of_next(self, end: int, stop: int) -> bool:
        """Whether words behind a surname are the office of the next one: `Secretary NAME, Director NAME`."""
        other = next(iter(self.mentions.within(end, stop)), None)
        lead = self.text[end : self.before(other, end)[0]] if other and other.words == 1 and other.titles else ""
        return lead.strip() in (",", "and", ", and") and can_be_name(other.name)

    def _can_be(self, one: Mention) -> bool:
        """Whether a mention can be a person: none without a title is called `the`, as a body is: `the Rope Archive`."""
        article = not one.titles and self.text.endswith(("the ", "The "), max(one.start - 4, 0), one.start)
        return names_somebody(one.name) and not article if one.words > 1 else one.name != "Agent"

    def name_end(self, one: Mention, high: int) -> int:
        """Where a name ends with the party, the degrees and the branch behind it."""
        end = one.party_end or one.end
        degrees = DEGREES.match(self.text[end : min(end + 80, high)])
        if degrees:
            end += len(degrees.group().rstrip(" ,"))
        while match := _BEHIND_NAME.match(self.text, end, high):
            end = match.end()
        return end

    def _behind(self, end: int, high: int) -> tuple[str, str | None, int]:
        """The title behind a name, the organization, and where they end."""
        high = min(high, end + _LONGEST_BEHIND)
        bracket = _BRACKET.match(self.text, end, high)
        if (
            bracket
            and not _PARTY.match(self.text, end, high)
            and (names_role(bracket.group(1)) or "," in bracket.group(1))
        ):
            return OWNER.sub("", bracket.group(1)), None, bracket.end()
        town = _OF_TOWN.match(self.text, end, high)
        if town and not any(word.strip(",.").casefold() in ORG_WORDS | PLACES for word in town.group().split()):
            title, stop = self.title_at(town.end() + 2, high)
            if names_role(title):
                return title, None, stop
        held = _WHO_HOLDS.match(self.text, end, high)
        if held:
            title, stop = self.title_at(held.end(), high)
            rest = _REST_OF_CLAUSE.match(self.text, stop, high)
            stop = rest.end() if rest and not any(map(self._can_be, self.mentions.within(stop, rest.end()))) else stop
            return (title, None, stop) if names_role(title) else ("", None, end)
        runs = _WHO_RUNS.match(self.text, end, high)
        named = runs and runs.group().endswith(f"the {runs[1]}") and " " in runs[1] and not _EVENT.search(runs[1])
        if runs and (named or self._is_body(runs.group(1))):
            return "", runs.group(1), runs.end()
        comma = re.compile(r"\s?[,:]\s{1,9}").match(self.text, end, high)
        dash = _DASH.match(self.text, end, high)
        if comma or dash:
            at = (comma or dash).end()
            title, stop = self.title_at(at, high)
            shut = at + len(self.text[at:stop].rstrip())
            closing = _DASH.match(self.text, shut, high) if dash and title and not comma else None
            stop = closing.end() - 1 if closing and self.text[closing.end() - 1].isspace() else stop
            belongs = _BELONGS.match(self.text, at - 1, high) if comma and not title else None
            if belongs and self._is_body(belongs.group(1)):
                return "", belongs.group(1).strip(), belongs.end()
            return title, None, stop if stop > at else end
        belongs = _BELONGS.match(self.text, end, high)
        if belongs and self._is_body(belongs.group(1)):
            post = _NOMINATED.match(self.text, belongs.end(), high)
            return post[1] if post else "", belongs.group(1).strip(), post.end() if post else belongs.end()
        return "", None, end

    def _is_body(self, words: str) -> bool:
        """Whether capitals name a body, not only a place."""
        if _EVENT.search(words):
            return False
        keys = {word.strip(".’'s").casefold() for word in words.split()} | {
            word.strip(".’'").casefold() for word in words.split()
        }
        return bool(keys & BODY_WORDS) or any(word.strip(".").isupper() and len(word) > 1 for word in words.split())

    def title_at(self, at: int, high: int) -> tuple[str, int]:
        """A title that begins at `at`, segment by segment to where it ends, and that end."""
        begin, stop = at, at
        while at < high and (segment := _SEGMENT.match(self.text, at, high)):
            words = segment.group()
            lead = len(words) - len(words.lstrip())
            if (
                (not words.strip())
                or self._begins_person(at + lead, segment.end())
                or (stop == begin and words.lstrip().startswith("of "))
                or not self._goes_on(words.strip(), first=stop == begin)
                or (words.lstrip().startswith("the ") and self._has_body(self.text[begin:stop]))
                or self._apposed_next(words, segment.end())
            ):
                break
            label = _LABEL_END.search(words) if stop == begin else None
            cuts = filter(None, (_ENDS.search(words), _SENTENCE_END.search(words), label))
            cut = min(cuts, key=lambda one: one.start(), default=None)
            other = self._person_after_and(at, segment.end())
            until = min(filter(None, (at + cut.start() if cut else None, other, segment.end())))
            stop = until
            if until < segment.end() or self.text[segment.end() : segment.end() + 1] != ",":
                break
            at = segment.end() + 1
        title = self.text[begin:stop].strip(" ,")
        if title and self._is_title(title):
            return OWNER.sub("", title), stop
        return "", stop if _PLAIN_TITLE.match(title) and "witness" not in title else begin

    def _has_body(self, words: str) -> bool:
        return any(
            word.strip(".,").casefold().removesuffix("s") in ORG_WORDS or _ACRONYM.fullmatch(word)
            for word in words.split()
        )

    def _apposed_next(self, words: str, end: int) -> bool:
        """Whether words are the title of the next person: `, and TITLE, NAME`."""
        named = self.mentions.within(end, end + 4) if words.lstrip().startswith("and ") else []
        return bool(named) and self.apposed(named[0], end - len(words) - 3) is not None

    def _goes_on(self, words: str, *, first: bool) -> bool:
        bare = re.sub(r"^(?:and\s)?(?:an?\s|the\s|now\s|currently\s)?", "", words)
        if _NOT_TITLE.match(words) or _NOT_TITLE.match(bare) or (words != bare and _OTHERS.match(bare)):
            return False
        return first or bare[:1].isupper() or bare[:1].isdigit() or names_role(" ".join(bare.split()[:5]))

    def _is_title(self, title: str) -> bool:
        held = title.split(",")[0]
        return not title.startswith(("and ", "as well as ")) and (
            names_role(title)
            or bool(_PICK.search(title))
            or any(word.strip(".").casefold() in ORG_WORDS for word in held.split())
        )

    def _begins_person(self, start: int, end: int) -> bool:
        match = re.compile(r"(?:and\s)?(?:the\s)?(?:from\s)?").match(self.text, start, end)
        start = match.end() if match else start
        for one in self.named(start, end):
            if one.start == start and one.words == 1 and self._is_somebody(one) and _ACTS.match(self.text, one.end):
                return True
            addressed = one.words == 1 and one.start == start and set(one.titles) & (COURTESY_WORDS | LEGISLATOR_WORDS)
            if not one.possessive and (names_somebody(one.name) or addressed):
                return self.before(one, start)[0] <= start
        return False

    def _is_shown(self, start: int, end: int) -> bool:
        """Whether more than capitals shows a person here: a title, a form of address, what stands behind."""
        for one in self.mentions.within(start, end):
            if names_somebody(one.name):
                behind = self.text[one.party_end or one.end : end + 2].lstrip()[:1]
                return bool(
                    one.start > start or one.titles or behind in (",", "(", "") or self.text[end : end + 1] == ","
                )
        return False

    def _person_after_and(self, start: int, end: int) -> int | None:
        """Where ` and PERSON` begins in a segment of a title."""
        for match in re.finditer(r"\s{1,9}(?:and|as well as|along with)\s{1,9}", self.text[start:end]):
            at = start + match.end()
            if self._begins_person(at, end) and self._is_shown(at, end):
                return start + match.start()
        return None
