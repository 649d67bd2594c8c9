"""Which of `he` and `she` can mean somebody: by the title, the given name, or what is said of the person elsewhere."""

import re
from collections.abc import Iterable

from hearings.importing.releases.labels import Mentions
from hearings.importing.releases.people import Registry
from hearings.importing.texts.lexicon import word_set
from witnesses.names import name_key

_FEMALE_TITLES = word_set(
    "ms mrs miss congresswoman chairwoman sister dame lady senadora sra srta madam doctora dra presidenta alcaldesa"
)
_MALE_TITLES = word_set("mr congressman chairman father sir lord senador monsignor msgr brother")
# Given names that are hardly ever those of the other sex.
_FEMALE_NAMES = word_set("""
    abigail adele agnes aimee alejandra alexandra alice alicia alison allison altagracia amanda amelia amy ana andrea
    angela angelica anita ann anna anne annette annie april barbara beatriz bernice beth betty beverly brenda bridget
    carla carmen carol caroline carolyn catherine cathy cecilia charlotte christina christine cindy claire claudia
    colleen connie consuelo cynthia deborah debra denise diana diane dolores donna dora doris dorothy edith eileen
    elaine eleanor elena elisa elizabeth ellen elsa emily emma erica erin esther eva evelyn fatima fiona frances
    gabriela gail georgia gina gladys gloria grace gwen hannah heather heidi helen helena henrietta ida ilona irene
    isabel jacqueline jane janet janice jean jeanne jennifer jenny jessica jill joan joanna josephine joyce juanita
    judith judy julia julie karen kate katherine kathleen kathryn kathy katie kelly kimberly kristen kristin laura
    lauren laurie leah lena leticia linda lisa lois lorraine louise lourdes lucia lucille lucy lydia lynn maggie
    marcela margaret maria marian maribel marie marilyn marjorie marlene marsha martha mary maureen megan melanie
    melinda melissa mercedes michelle mildred miriam molly monica nancy naomi natalie nicole nina nora norma olga olivia
    pamela patricia paula pauline peggy phyllis priscilla rachel ramona rebecca regina renee rita roberta rosa rosalind
    rose rosemary ruth sally samantha sandra sara sarah sharon sheila shirley silvia sofia sonia sophia stephanie sue
    susan suzanne sylvia tamara tammy teresa theresa tina valerie vanessa vera veronica victoria virginia vivian wanda
    wendy yolanda yvonne
    """)
_MALE_NAMES = word_set("""
    aaron abraham adam alan albert alberto alejandro alexander alfred alfredo allen andrew andy anthony antonio
    armando arnold arthur barry benjamin bernard bill billy bob bobby brad bradley brandon brendan brian bruce bryan
    byron calvin carl carlos cesar charles charlie chester christopher clarence clark clifford clyde craig curtis dale
    dan daniel darrell david dean dennis derek dick diego dominic don donald douglas duane dwight earl eddie edgar
    eduardo edward edwin elias elmer emmanuel enrique eric ernest ernesto eugene felix fernando floyd francisco frank
    franklin fred frederick gary gene george gerald gerard gilbert glenn gordon greg gregory guillermo gustavo guy
    harold harry harvey hector henry herbert herman howard hugh ian isaac ivan jack jacob jaime james jason javier
    jeff jeffrey jeremy jerome jerry jesus jim jimmy joaquin joe joel john johnny jonathan jorge jose joseph joshua
    juan julio justin karl keith ken kenneth kevin kyle larry lawrence leo leon leonard leroy lester lewis lloyd louis
    luis luke manuel marc marcos marcus mario mark martin marvin matthew maurice max melvin michael miguel mike milton
    mitchell nathan nathaniel neil nelson nicholas norman oleksandr oscar oswald patrick paul pedro perry peter philip
    phillip rafael ralph ramon randall randy raul raymond ricardo richard rick rob robert roberto rodney roger roland
    ron ronald ross roy ruben rudy russell salvador samuel scott sean sergio seth shane stanley stephen steve steven
    stuart ted terrence theodore thomas tim timothy todd tom tommy tony travis troy tyler vernon victor vincent wade
    wallace walter warren wayne wendell wesley william willie zachary
    """)
_SAID_SO = re.compile(
    r"(?:,\s(?:\d{1,2}|[^,.;\n]{1,60}),)?\s(?:said|says|testified|noted|explained|recalled|added|told\s[a-z][a-z\s]{2,30}?)"
    r"(?:(?:\sthat)?\s[^.;:“”\"\n]{1,160}?\sand\sthat|\sthat)?\s(s?he)\b"
)
_FEMALE, _MALE = frozenset({"she", "ella"}), frozenset({"he", "él"})


class Sexes:
    """What is known of the people of one release."""

    def __init__(self, mentions: Mentions, people: Registry) -> None:
        self._said: dict[str, set[str]] = {}
        self._people = people
        for one in mentions.all:
            told = None if one.possessive else _SAID_SO.match(mentions.text, one.party_end or one.end)
            full = people.resolve(one.name, one.titles).full if told else None
            if told and full:
                self._said.setdefault(full, set()).add(told.group(1).casefold())

    def conflicts(self, pronoun: str, full: str | None) -> bool:
        """Whether a pronoun cannot mean a person."""
        sex = self._of(full) if full else None
        key = pronoun.casefold()
        return (sex == "f" and key in _MALE) or (sex == "m" and key in _FEMALE)

    def fits(self, pronoun: str, full: str | None) -> bool:
        """Whether a pronoun is known to be that of a person."""
        sex = self._of(full) if full else None
        key = pronoun.casefold()
        return (sex == "f" and key in _FEMALE) or (sex == "m" and key in _MALE)

    def _of(self, full: str) -> str | None:
        person = self._people.find(full)
        said = self._said.get(full, set())
        return (
            _sex(person.titles if person else (), _FEMALE_TITLES, _MALE_TITLES)
            or _sex(said, _FEMALE, _MALE)
            or _sex([word for word in name_key(full).split()[:2] if len(word) > 1][:1], _FEMALE_NAMES, _MALE_NAMES)
        )


def _sex(words: Iterable[str], female: frozenset[str], male: frozenset[str]) -> str | None:
    held = set(words)
    if bool(held & female) == bool(held & male):
        return None
    return "f" if held & female else "m"
