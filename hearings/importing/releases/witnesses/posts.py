"""The posts for which a text says that people are nominated, as printed: `nominated to be X`, `nominee to the X`."""

import re
from collections.abc import Callable, Iterator

from hearings.importing.releases.layout import sentence_at, sentence_starts
from hearings.importing.releases.people.callings import names_role, names_somebody
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.person_phrases import PersonPhrases

_S = r"\s{1,9}"
_PRESIDENT = rf"(?:the{_S})?(?:former{_S})?President(?:{_S}[A-Z][\w.-]*){{0,3}}"
_BY = rf"(?:{_S}(?:by|of){_S}(?:{_PRESIDENT}|(?:the{_S})?[A-Z]\w+{_S}[Aa]dministration))?"
# When somebody was nominated: `nominated in March | to be`.
_WHEN = rf"(?:,?{_S}(?:in|on|last|earlier|this|again|back)(?:{_S}[\w,]{{1,12}}){{0,4}}?)?"
_TO = (
    rf"to{_S}(?:be(?:come)?|serve{_S}(?:as|on|in)|lead|head|run|direct|join)(?=\s)"
    rf"|to(?={_S}(?:the{_S}|an?{_S})?[A-Z])|for|as"
)
_LEAD = r"nominated|nominees?|designees?|picks?|choices?|selected|tapped|picked|chosen"
_CHOSEN = rf"(?P<lead>{_LEAD}){_BY}{_WHEN}{_S}(?P<to>{_TO})"
_OF_PLACE = (
    rf"(?:,?{_S}(?:of|from){_S}(?:[A-Z][\w.’'-]{{1,20}}\s?){{1,3}}(?:,{_S}(?:[A-Z][a-z]{{2,13}}\.?|[A-Z]{{2}}))?(?=,))?"
)
# Whose nominee: `President NAME’s latest | nominee`, `the administration’s | choice`.
_OWNER = (
    rf"(?:(?:the|an?|his|her|their|two|three|four|[A-Z][\w.-]{{0,20}}(?:[’'‘]s?)?|[a-z]{{3,15}}[’'‘]s){_S}){{0,5}}"
    rf"(?:(?!(?:said|told|asked|and|about|on|with)\b)[a-z]{{3,10}}{_S}){{0,2}}"
)
_IS = (
    rf"(?:(?:who(?:se)?|they|both|each|all){_S}"
    rf"|(?:(?:was|were|is|are|(?:has|have|had){_S}been)(?:{_S}(?:also|both|each|just|recently|now))?){_S}){{0,3}}"
)
_WHOM = rf"(?:whom?{_S}(?:{_PRESIDENT}|s?he|they|[A-Z]\w+)(?:{_S}has)?{_S}(?=nominated))?"
_BEHIND = re.compile(rf"{_OF_PLACE}(?:\s?[,(]|\s?[-–—]{{1,2}})?\s{{0,9}}(?:{_WHOM}{_IS}{_OWNER}{_CHOSEN}){_S}")
BECOMES = re.compile(
    rf"{_OF_PLACE}(?:\s?[,(:]|\s?[-–—]{{1,2}})?{_S}"
    rf"(?P<to>to{_S}(?:be(?:come)?|serve{_S}(?:as|on)|lead|head)|for|to(?={_S}the\s)|as){_S}"
)
_HER_NOMINATION = re.compile(rf"{_S}(?:nomination|confirmation){_BY}{_S}(?P<to>{_TO}){_S}")
_AHEAD = re.compile(rf"\b{_CHOSEN}{_S}")
# What a sentence says before names that are followed by `to be X`.
_CONSIDERS = re.compile(
    rf"\b(?:nominations?{_S}(?:of|for)|nominees?|nominating"
    rf"|(?:confirmation|nominations?){_S}hearings?{_S}(?:for|of|on)|(?:consider|vet|confirm|review)(?:s|ed|ing|t?ing|t?ed)?)\s",
    re.IGNORECASE,
)
_NOMINATION = re.compile(
    rf"\bnominations?{_S}(?:of|for)\b|\b(?:confirmation|nominations?){_S}hearings?\b", re.IGNORECASE
)
_OF_BODY = re.compile(rf"\b(?:of|for|to|on|at|in){_S}the{_S}$")
_NEXT = re.compile(
    rf"(?:\s?[,:(]|\s?[-–—]{{1,2}})?{_S}(?:(?:including|namely|such{_S}as|both|and|are|is|were){_S}){{0,2}}"
)
_JOINED = re.compile(
    rf"(?:\s?\([^()\n]{{1,40}}\))?(?:,?{_S}(?:and|&|as{_S}well{_S}as|along{_S}with){_S}(?:of{_S})?|,{_S}|;{_S}(?:and{_S})?)"
)
_ARTICLE = re.compile(rf"(?:the|an?|our|its){_S}")
_WORDS = re.compile(
    r"(?:U\.S\.\s)?(?:[^,;:.“”\"\ufffc\n]"
    r"|(?<=\bU)\.(?=S)|(?<=U\.S)\.|,(?=\s(?:and\s)?[A-Z][\w’'-]+,?\s(?:and|&)\s[A-Z])){3,160}"
)
_ENDS = re.compile(
    rf",?{_S}(?:for{_S}(?:an?|the){_S}(?:[\w-]{{1,20}}{_S}){{0,2}}term|respectively"
    rf"|who|whose|which|that|told|said|testified|before|about|during|today|yesterday|whether|if|was|were|is|are|will|would|has|had"
    rf"|at{_S}(?:an?|the|today[’']s|his|her){_S}(?:[\w’'-]{{1,30}}{_S}){{0,5}}(?:hearing|forum|roundtable|meeting)"
    rf"|on{_S}(?:the|his|her|how|what|why|\w+day)"
    rf"|in{_S}(?:his|her)|and{_S}(?:asked|pressed|said|then|also|his|her|\w+ed)|after|when|with)\b.*$"
)
_PLURAL = re.compile(rf"{_S}(?:of|for|on|to|in|at|under|over)\b|,")
_LEADS = re.compile(rf"^(?:{_LEAD})?\s?(?:to{_S}(?:be(?:come)?|serve(?:{_S}(?:as|on|in))?)\b|to\s|for|as)?\s?")
_ABSENT = frozenset({"the", "a", "an", "of", "for", "at", "and", "next", "in", "to", "on"})
_POST = re.compile(rf"^(?:{_LEAD}|to{_S}be)\b")
_CHOICE = re.compile(r"(?:selected|tapped|picked|chosen)\b")
_RESPECTIVELY = re.compile(r"\brespectively\b")
_ONTO = frozenset({"to", "for", "to serve on", "to serve in", "to join"})

Full = Callable[[Mention], str | None]


class Posts:
    """The posts of one text; `full` gives the full name of whom a mention means."""

    def __init__(self, phrases: PersonPhrases, full: Full) -> None:
        self.phrases, self.text, self.full = phrases, phrases.text, full
        self._found: dict[str, list[str]] | None = None
        self._told: set[int] = set()
        self._own: dict[str, str] = {}

    def of(self, full: str | None) -> str:
        """The post of a person in the longest words that the text has for it; those printed first where none are."""
        best = ""
        for post in self._all().get(full or "", ()):
            best = post if not best or _says_more(post, best) else best
        return best

    def named_for(self, one: Mention) -> bool:
        """Whether a post stands at a mention itself."""
        return bool(self._all()) and one.start in self._told

    def _all(self) -> dict[str, list[str]]:
        if self._found is None:
            self._found = {}
            for name, post in self._read():
                self._found.setdefault(name, []).append(post)
        return self._found

    def fuller(self, title: str, full: str | None) -> str:
        """A title, a line for each office, with the post of a nominee in it as long as the text has it."""
        post = self.of(full)
        if full in self._own:
            return self._own[full]
        lines = title.split("\n")
        if not post or any(_says_more(one, post) for one in lines if is_post(one)):
            return title
        fuller = (post if _gives_way(one, post) else one for one in lines)
        return "\n".join(dict.fromkeys(fuller)) if title else post

    def _read(self) -> Iterator[tuple[str, str]]:
        named = [one for one in self.phrases.mentions.all if one.words > 1 or one.titles or self.full(one)]
        for at, one in enumerate(named):
            lead, post, several = self._behind(one) or ("", "", False)
            run = self._run_before(named, at) if several else [one]
            apart = several and _RESPECTIVELY.search(self.text, one.end, self._sentence(one.start)[1])
            for other, own in zip(run, _each(post, len(run)) if apart else [post] * len(run), strict=True):
                if not post:
                    continue
                if not other.possessive:
                    self._told.add(other.start)
                if full := self.full(other):
                    self._own.update({full: f"{lead} {own}" if own else ""} if apart else {})
                    yield full, f"{lead} {own}"
        for match in _AHEAD.finditer(self.text):
            yield from self._ahead(match)

    def _behind(self, one: Mention) -> tuple[str, str, bool] | None:
        """What stands behind a name, and whether it may be of several people: `NAME and NAME, nominees to be X`."""
        end = self.phrases.name_end(one, len(self.text))
        pattern = _HER_NOMINATION if one.possessive else _BEHIND
        match = pattern.match(self.text, end) or (None if one.possessive else BECOMES.match(self.text, end))
        if not match:
            return None
        low, high = self._sentence(one.start)
        post = self._words(match.end(), high) if match.end() < high else ""
        if not post or one.possessive:
            return (f"nominee {_to(match)}", post, False) if post else None
        if match.re is _BEHIND:
            return self._printed(match, post, match.group())
        before = self.text[low : one.start]
        nominated = _NOMINATION.search(before)
        plain = (post[0].isupper() or post.startswith("next ")) and (match["to"].endswith("be") or nominated)
        if not plain or not _CONSIDERS.search(before):
            return None
        plural = _is_plural(post)
        lead = "nominee " if nominated and not plural else ""
        return f"{lead}{_to(match)}", post, plural or ("nominations" in before and match["to"] in _ONTO)

    def _printed(self, match: re.Match[str], post: str, words: str) -> tuple[str, str, bool]:
        """The words that lead to a post, those of one person where several share it."""
        lead, to, plural = match["lead"], _to(match), _is_plural(post)
        several = plural or lead.endswith("s") or bool(re.search(r"\b(?:both|each|all|were|are|have)\s", words))
        lead = lead if plural or not lead.endswith("s") else lead[:-1]
        if _CHOICE.fullmatch(lead):
            lead, to = "nominee", "to be" if to.split()[-1] in ("as", "be", "become") else to
        return f"{lead} {to}", post, several

    def _ahead(self, match: re.Match[str]) -> Iterator[tuple[str, str]]:
        """The people whom a post stands before: `nominees to be X: NAME and NAME`, `the nominee for X, NAME`."""
        _, high = self._sentence(match.start())
        post = self._words(match.end(), high)
        if not post:
            return
        stop = self.text.index(post, match.end()) + len(post)
        joint = _NEXT.match(self.text, stop, high)
        at = joint.end() if joint else stop
        lead, _, several = self._printed(match, post, "")
        for one in self.phrases.mentions.within(at, high):
            if one.start in self._told or (not names_somebody(one.name) and not self.full(one)):
                return
            start = self.phrases.before(one, at)[0]
            if (start > at and not _JOINED.fullmatch(self.text, at, start)) or one.possessive:
                return
            self._told.add(one.start)
            if full := self.full(one):
                yield full, f"{lead} {post}"
            at = one.party_end or one.end
            if not several:
                return

    def _run_before(self, named: list[Mention], at: int) -> list[Mention]:
        """The people joined with one, who comes last: `NAME, NAME and NAME`."""
        run = [named[at]]
        for other in reversed(named[:at]):
            if not _JOINED.fullmatch(self.text, other.party_end or other.end, run[-1].start) or other.possessive:
                break
            if _OF_BODY.search(self.text, max(other.start - 12, 0), other.start):
                break
            run.append(other)
        return run

    def _words(self, at: int, high: int) -> str:
        """The words of a post that begin at a place, to where they end."""
        article = _ARTICLE.match(self.text, at, high)
        begin = article.end() if article else at
        for one in self.phrases.mentions.within(begin, high):
            joined = re.search(
                rf"(?:[,;]|\s(?:and|with))(?:{_S}(?:of|with|and|by))?{_S}$", self.text[begin : one.start]
            )
            if joined and names_somebody(one.name):
                high = begin + joined.start()
                break
        title, _ = self.phrases.title_at(begin, high)
        if title:
            return " ".join(_ENDS.sub("", title).split())
        words = _WORDS.match(self.text, begin, high)
        post = _ENDS.sub("", words.group()).strip(" ,—–-") if words else ""
        return " ".join(post.split()) if post[:1].isupper() else ""

    def _sentence(self, position: int) -> tuple[int, int]:
        low = self.text.rfind("\n", 0, position) + 1
        end = self.text.find("\n", position)
        low, end = max(low, position - 600), min(end if end >= 0 else len(self.text), position + 900)
        return sentence_at([*sentence_starts(self.text, low, end), end], position, end)


def _each(post: str, number: int) -> list[str]:
    """The posts of several people from the last to the first, each the own one: `X and Y, respectively`."""
    posts = [one for one in re.split(r",\s(?:and\s)?|\sand\s", post) if one][::-1]
    return posts if len(posts) == number else [""] * number


def _gives_way(title: str, post: str) -> bool:
    """Whether a title is a post of which the other one says more, or the same as a nominee’s."""
    return is_post(title) and (_says_more(post, title) or (_CHOICE.match(title) and held(title) == held(post)))


def is_post(title: str) -> bool:
    """Whether a title is a post for which somebody is nominated."""
    return bool(_POST.match(title))


def _to(match: re.Match[str]) -> str:
    """`to be`, `to serve on the` and the like: who is to be something needs no article."""
    words = " ".join(match["to"].split())
    article = _ARTICLE.match(match.string, match.end())
    return f"{words} {article.group().strip()}" if article and not words.endswith((" be", "become", "as")) else words


def _is_plural(post: str) -> bool:
    """Whether the words of a post are of several people: `Assistant Secretaries of Rope`, `Members of the Board`."""
    last = _PLURAL.split(post, maxsplit=1)[0].split()[-1].strip(".")
    one = f"{last[:-3]}y" if last.endswith("ies") else last[:-1]
    return last.endswith("s") and (names_role(one) or one == "Member")


def _says_more(post: str, other: str) -> bool:
    """Whether a post holds all that another says, and more."""
    return held(other) < held(post)


def held(post: str) -> set[str]:
    """The words of a post alone."""
    words = re.findall(r"[\w’']+", _LEADS.sub("", post).casefold())
    return set(words) - _ABSENT
