"""Whose a statement without quotation marks is: of whom its heading, a line with a name, or the office names."""

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.resolving import Registry, Resolution
from hearings.importing.releases.speech import announcing
from hearings.importing.releases.speech import statement_forms as forms
from hearings.importing.releases.speech.leading import issuing
from hearings.importing.texts.lexicon import ORG_WORDS, SHORT_TITLES, TITLE_WORDS, word_set

_NO_NAMES = word_set("opening closing prepared full written floor joint official final complete")
_ARTICLES = frozenset({"u.s", "us", "the", "la", "el"})
_OF_A_BODY = word_set("chairman chairwoman chair chairperson member")
_BODIES = word_set("committee subcommittee commission panel caucus force")
_IN_FRONT = 6


@dataclass(frozen=True)
class Begun:
    """Where a statement begins: paragraph, offset, label and speaker; `express` where a line says it is all there."""

    number: int
    start: int
    label: str
    who: Resolution
    express: bool = False


def introduced(layout: list[Paragraph], begun: Begun, mentions: Mentions, people: Registry) -> Begun:
    """The same, of whoever a line says has submitted it, or who says `my name is NAME` in its first paragraphs."""
    number, start = begun.number, begun.start
    end = layout[min(number + 1, len(layout) - 1)].end
    if begun.label or begun.who.full:
        return begun
    lines = (one for one in layout[max(number - _IN_FRONT, 0) : number] if forms.SUBMITTED.match(one.text))
    line = next(lines, None)
    said = forms.SUBMITTED.match(mentions.text, line.start) if line else forms.MY_NAME.search(mentions.text, start, end)
    named = mentions.label_at(said.end(), line.end if line else end) if said else None
    if not said or not named or not named.mention or named.mention.words == 1 or named.start != said.end():
        return begun
    return replace(begun, label=named.text, who=people.resolve(named.mention.name, named.mention.titles))


def of_headline(
    above: list[Paragraph], mentions: Mentions, people: Registry, office: str | None
) -> tuple[str, Resolution]:
    """Whose a statement is that nothing announces: of whom a headline gives it to, else of the office."""
    for one in reversed(above):
        alone = name_alone(one)
        words, titles, name = alone or _named_in(one)
        if not name:
            continue
        titles = [SHORT_TITLES.get(title, title) for title in titles if title not in _ARTICLES]
        who = people.resolve(name, titles)
        person = people.find(who.full) if who.full else None
        if alone and not who.full and " " in name:
            return words, Resolution(name, 0.6, "a line that is only the name stands above it")
        if titles or " " not in name or (person and person.strong):
            return words, who
        if not forms.HEADLINE.match(one.text)["who"]:
            unknown = Resolution(None, 0.4, f"nothing shows that “{name}” is a person")
            return words, who if person else unknown
    return speaker_of(None, mentions, people, office)


def _named_in(one: Paragraph) -> tuple[str, list[str], str]:
    """Whom a headline gives a statement to: the words, the titles in them and the name; empty where nobody."""
    headline = forms.HEADLINE.match(one.text)
    held = next(filter(None, headline.groupdict().values()), "") if headline else ""
    return _parted(re.sub(r"[’']S?$|\s?\([^()]{1,30}\)$", "", held.split(",")[0], flags=re.IGNORECASE))


def name_alone(one: Paragraph) -> tuple[str, list[str], str] | None:
    """The same of a line that is only somebody's name with a title or a party; none where it is another line."""
    line = forms.NAME_LINE.fullmatch(one.text)
    words, titles, name = _parted(line["who"]) if line else ("", [], "")
    return (words, titles, name) if name and (titles or (line["party"] and line["party"].strip()[0] == "(")) else None


def _parted(held: str) -> tuple[str, list[str], str]:
    """Words as titles and a name, behind the body that a title is of: `Rope Committee Chairman NAME`."""
    words = held.split()
    title = next((at for at in range(len(words) - 2, 0, -1) if words[at].casefold() in _OF_A_BODY), 0)
    title -= title > 1 and words[title].casefold() == "member"
    if title and words[title - 1].casefold() in _BODIES and all(word[0].isupper() for word in words[:title]):
        words = words[title:]
    keys = [word.casefold().strip(".") for word in words]
    titles = list(takewhile(lambda key: key in TITLE_WORDS | _ARTICLES, keys))
    name = [_in_small(word) if word.isupper() else word for word in words[len(titles) :]]
    nobody = {*keys[len(titles) :]} & (ORG_WORDS | TITLE_WORDS | _NO_NAMES) or any(
        not word[0].isupper() for word in name
    )
    return ("", [], "") if nobody else (" ".join(words), titles, " ".join(name))


def _in_small(word: str) -> str:
    """A word in capitals as names are written: `MCSAMPLE`, `JR.`, `III`."""
    if word in ("II", "III", "IV"):
        return word
    return (
        f"Mc{word[2:].title()}"
        if word.startswith("MC") and len(word) > 4
        else re.sub(r"(?<=[’'])S\b", "s", word.title())
    )


def speaker_of(
    announced: Paragraph | None, mentions: Mentions, people: Registry, office: str | None
) -> tuple[str, Resolution]:
    """Whose a statement is: of whom the words above it name, else of whose office issues the release."""
    held = issuing(announced, mentions) or announcing.above(announced, mentions, people) if announced else None
    label = held.label if held else None
    if label and label.mention:
        return label.text, people.resolve(label.mention.name, label.mention.titles)
    named = mentions.within(announced.start, announced.end) if announced else []
    titled = [one for one in named if one.titles or one.possessive]
    full = {people.resolve(one.name, one.titles).full for one in titled}
    if len(titled) == 1 and not full - {None}:
        return titled[0].text, people.resolve(titled[0].name, titled[0].titles)
    if full - {office, None}:
        return "", Resolution(None, 0.3, "the words above it name somebody else")
    return "", Resolution(office, 0.6, "nobody is named for it; the release is of this office")
