"""Whom the words above a quotation announce: an opening line, the sentence before, the paragraph before."""

import re

from hearings.importing.releases.layout import Paragraph, sentence_starts
from hearings.importing.releases.marks.quotations import Passage
from hearings.importing.releases.people.callings import names_somebody
from hearings.importing.releases.people.given_names import of_name
from hearings.importing.releases.people.labels import Label, Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.speech.attribution import JOINED, WINDOW, Attribution
from hearings.importing.releases.speech.subjects import DATELINE, last_sentence
from hearings.importing.releases.speech.voices import is_served
from hearings.importing.texts.lexicon import LEGISLATOR_WORDS, NOT_SPEAKERS
from witnesses.names import GIVEN_NAMES

_WROTE_ABOVE = re.compile(
    r"\b(?:declaraci(?:ón|ones)|comentarios?|palabras|testimonio|discurso|carta|dijo|expresó|statement|remarks?|testimony|comments?|highlights|excerpts?|opening|speech|letter|said|says|added|transcript|exchange|questioning)\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"\b(?:the following|following (?:is|are)|as prepared|(?:is|are|follows?|appears?|reads?|found|seen|listed) below"
    r"|(?:below|following) (?:is|are)|see below|follows?(?=\s?[.:]?$)|(?:el|la|los|las) siguientes?|a continuación)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:on|about|regarding|re|concerning|hearing|markup|subject|title|topic|sobre)\b", re.IGNORECASE)
_STAFF = re.compile(
    r"\b(?:[Aa]n?|[Tt]he)\s(?:[\w’'-]{1,20}\s){0,4}?(?:spokes(?:man|woman|person)|aide|staffer)\b[^.]{0,80}$"
)
_OWNED = re.compile(
    r"[’'‘]?s?\s{1,9}(?:[\w-]{1,30}\s{1,9}){0,3}"
    r"(?:statement|remarks|testimony|opening|comments|speech|line|questioning|reaction|response|answers?|reply|(?P<asks>questions?|exchanges?)\b)"
)
# Whose words an announcement names only as what others speak to, or as what is shown beside the words.
_BESIDE = re.compile(
    r"\b(?:to|on|about|regarding|concerning|after|before|following|against|(?:responding|response|reaction|reply)\sto"
    r"|(?:videos?|clips?|footage|audio|photos?|links?)\b[^.:;,]{0,40}?)\s{1,9}"
    r"(?:(?:the|an?|former|then|acting|his|her|their|and|of)\s|[A-Z][\w.&’'-]{0,20}\s){0,6}$"
)
_OWN_WORDS_OF = re.compile(
    r"\b(?:statement|remarks|testimony|comments|speech|letter|declaraci(?:ón|ones)|comentarios|palabras|discurso|testimonio|carta)"
    r"\s{1,9}(?:of|by|from|del?)\s{1,9}(?:(?:el|la)\s{1,9})?$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?:In|At|During|After|Following|While|As|On|Throughout|Later|Earlier)\b(?:[^,.]|(?<=\bSen)\.|(?<=\b[RD]ep)\.|(?<=\b[DM]r)\.){1,120},\s{1,9}"
)
_ACTS = re.compile(
    r"(?:,(?:[^.;]|(?<=\b[A-Z])\.){1,150},)?\s{1,9}(?:\w{2,12}\s{1,9}){0,2}(?:told|said|spoke|took|led|gave|met|held|made|went|sat|sought|laid|began|paid|drew|put|set|kept|sent|brought|rose|wrote|read|stood|came|fought|tore|\w{2,20}(?:ed|s))\b"
)
_WITH = re.compile(
    r"\b(?:of|with|from|by|to|on|about|for|against|featuring|regarding|questioning|grilling|between)\s{1,9}"
    r"(?:(?:the|an?|former|then|late|acting|outgoing|embattled|current|nominee)\s|[A-Z][\w.&’'-]{0,20}\s){0,6}$"
)
_BODY_OF_CHAIR = re.compile(r"[^.;:,]{0,80}\b(?:Committee|Subcommittee|Commission|Caucus|Task Force)\s")
_PRONOUN = re.compile(r"(?:He|She|They)\b")
_ECHOED_BY = re.compile(r"\b(?:echoed|seconded|shared|repeated|confirmed|voiced|expressed)\sby\s(?:the\s)?(?=[A-Z])")
_INTRODUCES = re.compile(
    r",?\s{1,9}(?:today\s{1,9}|yesterday\s{1,9})?(?:introduced|welcomed|presented|recommended|endorsed)\s{1,9}(?=[A-Z])"
)
_ISSUED = re.compile(
    r"\b(?:issued|released|made|delivered|gave|offered|submitted|inserted|entered|provided|shared|posted|published|read"
    r"|emitió|hizo|publicó|divulgó|ofreció|presentó|pronunció|compartió|entregó|leyó|dio)\b",
    re.IGNORECASE,
)

# What a release itself says of the event, between an announcement and its words or behind them.
TELLS_OF_EVENT = re.compile(
    r"(?:The|Today[’']s|Yesterday[’']s|This)\s(?:[\w-]{1,20}\s){0,4}?(?:hearing|roundtable|forum|markup|briefing)\s"
    r"(?:was|is|were)\s(?:also\s)?(?:chaired|held|attended|led|convened|hosted|presided|webcast|streamed|adjourned)\b"
)


def above(paragraph: Paragraph, mentions: Mentions, people: Registry) -> Attribution | None:
    """The speaker whom a paragraph announces for the quotation below it (`NAME's opening statement:`)."""
    words = paragraph.text
    alone = mentions.label_at(paragraph.start, paragraph.end)
    named_alone = alone and alone.mention and _is_known(alone.mention, mentions, people)
    about = alone and _ABOUT.search(words[: alone.start - paragraph.start])
    if named_alone and not about and (alone.mention.party_end or alone.mention.end) + 1 >= paragraph.end:
        return Attribution(alone, "above: a line that is only the name", 0.85, end=alone.end)
    announces = (words.endswith(":") and _WROTE_ABOVE.search(words)) or (
        _FOLLOWING.search(words) and _WROTE_ABOVE.search(words)
    )
    if not announces:
        return None
    if _STAFF.search(words):
        return Attribution(None, "above", 0.3, why_not="somebody who speaks for others and is not named")
    named = [one for one in mentions.within(paragraph.start, paragraph.end) if one.name.casefold() not in NOT_SPEAKERS]
    owner = [one for one in named if one.possessive and _OWNED.match(mentions.text, one.end)]
    owner += [one for one in named if not one.possessive and _OWN_WORDS_OF.search(words[: one.start - paragraph.start])]
    owner = _main_owners(owner, paragraph)
    if len({people.resolve(one.name, one.titles).full or one.name for one in owner}) > 1:
        return Attribution(None, "above", 0.3, why_not="the paragraph above announces words of several people")
    free = [one for one in named if not _governed(one, paragraph, mentions.text)]
    acting = _only_member(free, mentions.text, people)[:1]
    met = [one for one in acting if _is_person(one, people)]
    last = sentence_starts(mentions.text, paragraph.start, paragraph.end)[-1]
    if owner and met and met[0].start < owner[-1].start < last:
        owner = []
    opener = opening(paragraph, mentions, last)
    if owner and not owner[-1].possessive and opener and _is_person(opener, people) and opener.name != owner[-1].name:
        owner, acting = [], [opener]
    issued = _ISSUED.search(words)
    if issued and _issuer(named, paragraph.start + issued.start(), people):
        owner = []
    if not owner and issued:
        owner = [one for one in named if one.start < paragraph.start + issued.start()]
        titled = next((one.start for one in owner if one.titles), paragraph.start)
        owner = [one for one in owner if not _in_body(one, titled, mentions.text)]
        owner = [one for one in owner if not _governed(one, paragraph, mentions.text)] or owner[-1:]
        owner = [one for one in owner if one.legislator or _is_person(one, people)] or owner
        several = re.search(r"\b(?:joint|jointly|statements)\b", words) and len({one.name for one in owner}) > 1
        if several or (
            len(owner) > 1 and JOINED.fullmatch(mentions.text, owner[0].party_end or owner[0].end, owner[1].start)
        ):
            return Attribution(None, "above", 0.3, why_not="several people are named together")
        owner = owner[:1]
    persons = [one for one in named if _is_person(one, people)]
    if not owner and (acting == met) and len({people.resolve(one.name, one.titles).full for one in persons}) == 1:
        owner = persons[:1]
    asks = owner and (match := _OWNED.match(mentions.text, owner[-1].end)) and match["asks"]
    certain = 0.9 if owner and not asks else 0.75
    owner = owner or acting
    if not owner:
        why_not = "the paragraph above announces a statement but names several people" if persons else ""
        return Attribution(None, "above", 0.3, why_not=why_not)
    one = owner[-1]
    return Attribution(
        Label("name", one.text, one.start, one.end, one),
        "above: the paragraph before announces it",
        certain,
        end=one.end,
    )


def _is_known(one: Mention, mentions: Mentions, people: Registry) -> bool:
    """Whether a line that is only a name can be that of a person, not a heading in capitals (`Boosting Rope Trade`)."""
    full = people.resolve(one.name, one.titles).full
    if " " not in one.name:
        return bool(full or one.titles)
    shown = one.titles or one.party_end or _is_person(one, people) or of_name(one.name)
    again = any(other.name == one.name and not _is_line(other, mentions.text) for other in mentions.all)
    return bool(names_somebody(one.name) and (shown or again or one.name.split()[0].casefold() in GIVEN_NAMES))


def _is_line(one: Mention, text: str) -> bool:
    return text[max(one.start - 1, 0)] == "\n" and text[one.end : one.end + 1] in ("\n", ":", "")


def _main_owners(owners: list[Mention], paragraph: Paragraph) -> list[Mention]:
    """Whose words stand below, not those that others only speak about or that are shown beside them."""
    owners = sorted(owners, key=lambda one: one.start)
    main = [one for one in owners if not _BESIDE.search(paragraph.text[: one.start - paragraph.start][-120:])]
    return main or owners


def _only_member(named: list[Mention], text: str, people: Registry) -> list[Mention]:
    """Where the only member of Congress of a paragraph is named and does something in it; nothing where two are."""
    members = [one for one in named if _is_member(one, people)]
    if len({one.name for one in members}) != 1:
        return []
    ends = [(one, one.party_end or one.end) for one in members]
    return [one for one, end in ends if not JOINED.match(text, end) and _ACTS.match(text, end)]


def _issuer(named: list[Mention], verb: int, people: Registry) -> bool:
    """Whether somebody stands before `released`, who then speaks, not the owner of testimony named behind it."""
    return any(one.start < verb and not one.possessive and _is_person(one, people) for one in named)


def sentence_before(text: str, passage: Passage, floor: int, mentions: Mentions) -> Label | None:
    """The person who opens the sentence before a passage, where that is the only person in it."""
    stop = passage.outer_start
    head = text[max(floor, stop - WINDOW) : stop].rstrip()
    if not head or head[-1] not in ".:":
        return None
    clause, low = last_sentence(
        text, max(floor, stop - WINDOW), stop - (len(text[max(floor, stop - WINDOW) : stop]) - len(head)) - 1
    )
    start = low + len(clause) - len(clause.lstrip())
    if owner := _own_statement(text, start, stop, mentions):
        return owner
    echoed = _ECHOED_BY.search(text, start, stop)
    if echoed and (label := mentions.label_at(echoed.end(), stop)) and label.kind == "name":
        return label
    named = [one for one in mentions.within(low, stop) if not one.possessive and (one.words > 1 or one.titles)]
    label = mentions.label_at(start, stop)
    if not label or label.kind != "name" or (label.mention and label.mention.possessive):
        return None
    return label if len(named) <= 1 else None


def _own_statement(text: str, start: int, stop: int, mentions: Mentions) -> Label | None:
    """Whose statement a sentence begins with that goes on with what its owner does: `In NAME’s statement, he`."""
    lead = _LEAD_IN.match(text, start, stop)
    does = mentions.label_at(lead.end(), stop) if lead else None
    owners = [one for one in mentions.within(start, lead.end()) if _OWNED.match(text, one.end)] if lead else []
    one = owners[0] if len(owners) == 1 else None
    same = does and (does.kind == "pronoun" or (does.mention and one and does.mention.name == one.name))
    begins = does and lead and does.start == lead.end()
    return Label("name", one.text, one.start, one.end, one) if one and same and begins else None


def subject_above(paragraph: Paragraph, mentions: Mentions, people: Registry, *, announced: bool) -> Attribution | None:
    """The only person in a paragraph of the release, or who acts in it; where words were announced, who issues them."""
    named = [
        one
        for one in mentions.within(paragraph.start, paragraph.end)
        if _is_person(one, people) and not is_served(mentions.text, paragraph.start, one)
    ]
    full = {people.resolve(one.name, one.titles).full for one in named}
    full |= {None for one in mentions.within(paragraph.start, paragraph.end) if _is_unmet(one, mentions, people)}
    full |= {None for one in _opening(paragraph, mentions) if not _is_person(one, people)}
    issued = _ISSUED.search(paragraph.text) if announced else None
    issuing = [one for one in named if issued and one.start < paragraph.start + issued.start() and not one.possessive]
    chosen = named[:1] if len(full) == 1 else issuing[:1]
    acting = [] if chosen else _introducing(named, paragraph, mentions) or one_subject(paragraph, mentions, people)
    acting = acting or ([] if chosen else _opening_member(named, paragraph, mentions, people))
    place = "above: who acts in the paragraph before" if acting else "above: the only person of the paragraph before"
    for one in (chosen or acting)[:1]:
        return Attribution(Label("name", one.text, one.start, one.end, one), place, 1.0, end=one.end)
    return None


def opening(paragraph: Paragraph, mentions: Mentions, start: int | None = None) -> Mention | None:
    """Whom a paragraph, or its sentence at `start`, begins with and has do something."""
    start = paragraph.start if start is None else start
    one = next(iter(mentions.within(start, paragraph.end)), None)
    acts = one and one.start == start and not one.possessive and _ACTS.match(mentions.text, one.party_end or one.end)
    return one if acts else None


def _opening(paragraph: Paragraph, mentions: Mentions) -> list[Mention]:
    """The full name with which a paragraph begins that has its owner do something."""
    one = opening(paragraph, mentions)
    return [one] if one and names_somebody(one.name) else []


def _introducing(named: list[Mention], paragraph: Paragraph, mentions: Mentions) -> list[Mention]:
    """The member of Congress with whom a paragraph begins that has her introduce somebody to a committee."""
    one = named[0] if named else None
    begins = one and one.legislator and one.start == paragraph.start
    return [one] if begins and _INTRODUCES.match(mentions.text, one.party_end or one.end) else []


def _opening_member(named: list[Mention], paragraph: Paragraph, mentions: Mentions, people: Registry) -> list[Mention]:
    """The only member of Congress of a paragraph of one sentence, with whom it begins and who does something in it."""
    text = mentions.text
    dated = DATELINE.match(text, paragraph.start, paragraph.end)
    label = mentions.label_at(dated.end() if dated else paragraph.start, paragraph.end)
    if not label or len(sentence_starts(text, paragraph.start, paragraph.end)) > 1:
        return []
    return [one for one in _only_member(named, text, people) if one == label.mention]


def one_subject(paragraph: Paragraph, mentions: Mentions, people: Registry) -> list[Mention]:
    """The person who is the subject of every sentence of a paragraph that begins with a person, two at the least."""
    text, subjects, goes_on = mentions.text, [], 0
    for start in sentence_starts(text, paragraph.start, paragraph.end):
        stop = min(start + 300, paragraph.end)
        lead = _LEAD_IN.match(text, start, stop)
        opening = mentions.within(lead.end() if lead else start, stop)[:1]
        one = opening[0] if opening and opening[0].start == (lead.end() if lead else start) else None
        if one and not one.possessive and _ACTS.match(text, one.party_end or one.end, stop):
            subjects.append(one)
        elif one or (not subjects and _PRONOUN.match(text, start)):
            return []
        else:
            goes_on += bool(_PRONOUN.match(text, start))
    alone = len({people.resolve(one.name, one.titles).full for one in subjects}) == 1
    return subjects[:1] if alone and len(subjects) + goes_on > 1 else []


def _governed(one: Mention, paragraph: Paragraph, text: str) -> bool:
    """Whether a person is only named with or of whom something was held (`the hearing with Director NAME`)."""
    return bool(_WITH.search(text, max(paragraph.start, one.start - 80), one.start)) and one.party_end is None


def _in_body(one: Mention, titled: int, text: str) -> bool:
    """Whether a word is of the body whose chair is named next (`Tubes and Plumbing Subcommittee Chair NAME`)."""
    weak = not one.titles and one.words == 1 and one.end < titled
    return weak and bool(_BODY_OF_CHAIR.fullmatch(text, one.end, titled))


def _is_unmet(one: Mention, mentions: Mentions, people: Registry) -> bool:
    """Whether a name is a member's of whom the text gives no full name."""
    return one.name in mentions.legislators and people.resolve(one.name, one.titles).full is None


def _is_member(one: Mention, people: Registry) -> bool:
    """Whether a name is that of a member of Congress, as the words with it or elsewhere in the text say."""
    full = people.resolve(one.name, one.titles).full
    person = people.find(full) if full else None
    return one.legislator or bool(person and person.titles & LEGISLATOR_WORDS)


def _is_person(one: Mention, people: Registry) -> bool:
    full = people.resolve(one.name, one.titles).full
    person = people.find(full) if full else None
    return person is not None and person.strong
