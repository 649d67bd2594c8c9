"""Who a label means: the people that a volume names, and labels resolved to one of them or to nobody."""

import re
from collections.abc import Iterable

from hearings.importing.transcripts.labels import Label, find_label
from hearings.importing.transcripts.names import lower_name, split_person
from hearings.importing.transcripts.person import Person, alike, chamber_of, ends_alike, listing, name_words
from hearings.importing.transcripts.roster import Listed
from witnesses.names import compare, name_key

_TITLED = re.compile(
    r"\b(Senator|Congressman|Congresswoman|Representative|Rep\.|Sen\.|Hon\.|Honorable|Mr\.|Ms\.|Mrs\.|"
    r"Dr\.|Governor|Secretary|Mayor|"
    r"Ambassador|General|Admiral|Commissioner|Judge|Chairman|Chairwoman|Professor|Colonel|Sheriff)\s+"
    r"((?:[A-Z][a-z\ufffd]+|[A-Z]\.)(?:\s+(?:[A-Z][\w\ufffd'-]+|[A-Z]\.)){1,3})(?=[\s,.;:?!)'])"
)
_MOST_OF_ONE_NAME = 20
_RANKS = {"admiral", "general", "colonel", "captain", "commander", "major", "lieutenant", "sergeant"}
_RANKED = re.compile(r"\b(?:Adm|Gen|Col|Capt|Cdr|Cmdr|Maj|Lt|Sgt|Admiral|General|Colonel|Captain|Major|Commander)\b")
_LEGISLATIVE = re.compile(r"Senator|Representative|Congress|Delegate|Chair|Ranking|Rep|Sen", re.I)
_WEIGHT = {
    "presider": 5,
    "member": 4,
    "witness": 4,
    "heading": 4,
    "named": 3,
    "accompanying": 3,
    "mentioned": 2,
    "staff": 1,
    "text": 1,
}


class Cast:
    """The people of a volume by the last word of their names."""

    def __init__(self, chamber: str) -> None:
        self.chamber = chamber
        self.people: dict[str, list[Person]] = {}
        self.present: set[tuple[str, str]] = set()
        self.called: dict[str, set[str]] = {}
        self.opened: set[tuple[str, str]] = set()
        self._answers: dict[tuple[str, str], tuple[str | None, str]] = {}

    def add(self, one: Listed) -> Person | None:
        """Take a person in, joined with who is named alike and cannot be told apart."""
        words = name_words(one.name)
        if not words:
            return None
        self._answers.clear()
        known = self.people.setdefault(words[-1], [])
        if len(known) == _MOST_OF_ONE_NAME:
            return None
        same = [person for person in known if alike(person, one)]
        person = same[0] if same else Person(one.name)
        if not same:
            known.append(person)
        elif len(one.name) > len(person.full) and _WEIGHT.get(one.kind, 0) >= person.weight:
            person.full = one.name
        person.kinds.add(one.kind)
        person.weight = max(person.weight, _WEIGHT.get(one.kind, 1))
        person.titles = f"{person.titles} {one.honorific or ''} {one.title}".strip()[:600]
        person.forms = f"{person.forms} {one.honorific or ''}".strip()[:200]
        person.state = person.state or one.state
        person.chairs = person.chairs or one.chairs
        person.chamber = person.chamber or one.chamber
        person.doctor = person.doctor or one.doctor
        return person

    def read_text(self, text: str) -> None:
        """Take in people whom the text names in full after a title, or the title, where they are known otherwise."""
        self._answers.clear()
        found = {(match.group(1), " ".join(match.group(2).split())) for match in _TITLED.finditer(text)}
        for title, name in sorted(found):
            words = name_words(name)
            known = [person for person in self.people.get(words[-1], []) if person.weight > 1] if words else []
            same = [person for person in known if compare(person.full, name)]
            if words and not known:
                self.add(Listed(split_person(name)[1], "text", title))
            elif len(same) == 1:
                same[0].forms = f"{same[0].forms} {title}".strip()[:200]

    def read_present(self, words: str) -> None:
        """Take in the surnames of a `Present:` paragraph, with the state where it is printed."""
        self._answers.clear()
        for piece in re.split(r"[,;:]|\band\b", words):
            match = re.match(
                r"\s*(?:Also present|Present|Senators?|Representatives?|Messrs\.|"
                r"Members)*\s*([A-Z].+?)(?: of ([A-Z].+?))?[\s.\]]*$",
                piece,
            )
            if match:
                self.present.add((name_key(match.group(1)), (match.group(2) or "").casefold()))

    def hear(self, labels: Iterable[Label], first: Iterable[Label]) -> None:
        """Take in the labels of a volume, and those of the `first` turns of sittings, by title and surname.

        People of one surname are then told apart by titles. A surname is spelt as labels spell it (`DeWine`).
        """
        self._answers.clear()
        for label in labels:
            title, surname = _heard(label)
            self.called.setdefault(surname, set()).add(title)
            if re.search(r"[a-z][A-Z]", label.name) and " " not in label.name:
                for person in self.people.get(surname, []):
                    if person.full.casefold().endswith(f" {label.name.casefold()}"):
                        person.full = person.full[: -len(label.name)] + label.name
        for label in first:
            if any("presider" in one.kinds for one in self.people.get(_heard(label)[1], [])) and not label.of:
                self.opened.add(_heard(label))

    def address(self, name: str, title: str) -> None:
        """Take in how somebody is addressed of whose surname are several people, none of them members."""
        known = self.people.get((name_words(name) or ("",))[-1], [])
        same = [person for person in known if compare(person.full, name)]
        if len(same) == 1 < len(known) and not any(one.kinds & {"member", "presider"} for one in known):
            self._answers.clear()
            same[0].forms = f"{same[0].forms} {title}".strip()[:200]

    def knows(self, name: str) -> bool:
        """Whether anybody bears this surname."""
        return bool(self._bearers(name))

    def lists(self, name: str) -> bool:
        """Whether anybody of this surname is listed, headed or presides, and is not only named in the words spoken."""
        return any(one.weight > 1 for one in self._bearers(name))

    def resolve(self, label: Label) -> str | None:
        """The full name that a label with a name means; null where it is nobody's or more than one person's."""
        return self.identify(label)[0]

    def identify(self, label: Label) -> tuple[str | None, str]:
        """The full name that a label means, or null and the reason in words."""
        key = (label.printed, label.of)
        if key not in self._answers:
            self._answers[key] = self._identify(label)
        return self._answers[key]

    def _identify(self, label: Label) -> tuple[str | None, str]:
        if not label.name:
            return None, f"The label “{label.printed}” names nobody."
        bearers = self._bearers(label.name)
        if not bearers:
            return None, f"The volume gives no full name for “{label.name}”."
        if len(bearers) == _MOST_OF_ONE_NAME:
            return None, f"The volume names {_MOST_OF_ONE_NAME} people or more called “{label.name}”."
        found = [person for person in bearers if self._fits(person, label)]
        if not found:
            names = listing(person.full for person in bearers)
            return None, f"“{label.printed}” does not agree with how the volume names {names}."
        if len(found) > 1:
            found = [person for person in found if person.weight > 1] or found
        for narrow in (self._of_state, self._in_office, self._is_present, self._opens):
            if len(found) > 1:
                found = narrow(found, label) or found
        if len(found) == 1 and found[0].kinds == {"text"} and found[0].words == name_words(label.name):
            return None, f"The volume gives no full name for “{label.name}”."
        if len(found) == 1:
            return found[0].full, ""
        names = listing(person.full for person in found)
        return None, f"“{label.printed}” may be {names}; the label does not say which."

    def identify_words(self, words: str) -> tuple[str | None, str]:
        """The person meant by words as `Senator John Ensign`, `Mr. Leecy` or `Treasury Secretary Paulson`."""
        words = " ".join(words.split()).strip(" ,.;:[]")
        words = lower_name(words) if words.isupper() else words
        name = split_person(words.split(",")[0])[1]
        if len(name.split()) > 1 and re.fullmatch(r"(?:[A-Z][\w.'’\ufffd-]*,? ?|(?:de|la|van|von|del) ){2,6}", name):
            known = [person.full for person in self._bearers(name.split()[-1]) if compare(person.full, name)]
            if len(known) == 1:
                return known[0], ""
        pieces = words.split()
        for start in range(min(len(pieces), 6)):
            label = find_label(" ".join(pieces[start:]).split(",")[0].rstrip(".") + ".")
            if label and label.name:
                return self.identify(label)
        return None, f"The volume does not say for certain who “{words[:80]}” is."

    def full(self, name: str | None) -> str | None:
        """The fullest form in which the volume prints this name."""
        words = name_words(name) if name else []
        known = self.people.get(words[-1], []) if words else []
        known = known if len(known) < _MOST_OF_ONE_NAME else []
        same = [person.full for person in known if compare(person.full, name or "")]
        return same[0] if len(same) == 1 else name

    def sits(self, name: str) -> bool:
        """Whether this is a member: on the roster, listed as one, or presiding."""
        return any(one.full == name and one.kinds & {"member", "presider"} for one in self._bearers(name))

    def visits(self, name: str) -> bool:
        """Whether this is somebody who sits on no body of the volume: not on its roster, not presiding, not present."""
        known = [one for one in self._bearers(name.split()[-1]) if compare(one.full, name)]
        there = {surname.split(" ")[-1] for surname, _ in self.present if surname}
        return len(known) == 1 and not known[0].kinds & {"seated", "presider"} and known[0].words[-1] not in there

    def chairs(self) -> list[Person]:
        """Members whom the first pages call chairman."""
        return [person for known in self.people.values() for person in known if person.chairs]

    def _bearers(self, name: str) -> list[Person]:
        words = name_words(name)
        if not words:
            return []
        if "\ufffd" in name:
            pattern = re.compile(
                re.sub("\ufffd", r"\\w?", re.escape(name.split()[-1].casefold()).replace("\\\ufffd", "\ufffd")) + "$"
            )
            return [one for key, known in self.people.items() if pattern.match(key) for one in known]
        return [one for one in self.people.get(words[-1], []) if ends_alike(one.words, words)]

    def _fits(self, person: Person, label: Label) -> bool:
        title = label.title
        woman, man = (
            bool(re.match(r"Ms|Mrs|Miss|.*woman$", title)),
            bool(re.match(r"Mr$|.*[a-z](?<!wo)man$", title)) and title != "Chairman",
        )
        if (woman and person.sex == "m") or (man and person.sex == "f"):
            return False
        if (
            self.chamber == "senate"
            and "member" in person.kinds
            and person.kinds.isdisjoint({"witness"})
            and title in {"Mr", "Ms", "Mrs"}
        ):
            return not person.state or "Representative" in person.titles
        chamber = chamber_of(title)
        elsewhere = person.chamber or self.chamber in {"house", "senate"} - {chamber}
        if chamber and "seated" in person.kinds and person.state and elsewhere and not person.sits_in(chamber):
            return False
        if re.match(r"Senator|Sen$", title):
            return bool(person.kinds & {"member", "presider", "text"}) or bool(
                re.search(r"Senator|Hon", person.titles, re.I)
            )
        if label.of and person.state:
            return person.state.casefold() == label.of.casefold()
        return not label.of or bool(person.kinds & {"member", "presider", "text"})

    def _of_state(self, found: list[Person], label: Label) -> list[Person]:
        if label.of:
            return [one for one in found if one.state.casefold() == label.of.casefold()]
        named = {state for name, state in self.present if state and name == name_key(label.name)}
        if any(name == name_key(label.name) and not state for name, state in self.present):
            return [one for one in found if one.state.casefold() not in named]
        return []

    def _in_office(self, found: list[Person], label: Label) -> list[Person]:
        title = label.title.casefold()
        if "chair" in title:
            leading = [] if re.search(r"vice|co-?ch", title) else [one for one in found if "presider" in one.kinds]
            listed = [one for one in found if one.chairs]
            return leading or listed or [one for one in found if "member" in one.kinds]
        if _LEGISLATIVE.match(label.title):
            members = [one for one in found if "member" in one.kinds]
            chamber = chamber_of(label.title)
            return [one for one in members if chamber and one.sits_in(chamber)] or members
        if title in {"mr", "ms", "mrs", "dr", "miss"}:
            return self._addressed(found, label)
        ranked = [one for one in found if _RANKED.search(one.forms)] if title in _RANKS else []
        return ranked or [one for one in found if title in one.titles.casefold()]

    def _addressed(self, found: list[Person], label: Label) -> list[Person]:
        """Who is called `Dr.`; for `Mr.` and the like nobody who is called by another title in this volume."""
        doctors = [one for one in found if one.doctor or re.search(r"\bDr\b", one.forms)]
        if label.title == "Dr" and doctors:
            return doctors
        kept = [one for one in found if not _RANKED.search(one.forms)]
        senators = [one for one in found if one.sits_in("senate")]
        for title, others in (("dr", doctors), ("senator", senators)):
            if others and title in self.called.get(_heard(label)[1], ()):
                kept = [one for one in kept if one not in others]
        return kept if len(kept) < len(found) else self._of_two_sexes(found, label)

    def _of_two_sexes(self, found: list[Person], label: Label) -> list[Person]:
        """Of two people who are called `Mr.` and `Mrs.` in one volume, whom a title elsewhere shows to be meant."""
        called = self.called.get(_heard(label)[1], set())
        both = "mr" in called and called & {"ms", "mrs", "miss"}
        sex = "m" if label.title == "Mr" else "f"
        return [one for one in found if one.sex == sex] if both and len(self._bearers(label.name)) == 2 else []

    def _opens(self, found: list[Person], label: Label) -> list[Person]:
        """The presider, where a sitting opens with this very label."""
        return [one for one in found if "presider" in one.kinds] if _heard(label) in self.opened else []

    def _is_present(self, found: list[Person], label: Label) -> list[Person]:
        names = {name.split(" ")[-1] for name, _ in self.present if name}
        if not names or name_words(label.name)[-1] not in names:
            return []
        givens = [one for one in found if any(name.split(" ")[0] == one.words[0] for name, _ in self.present)]
        return givens if len(givens) == 1 else []


def _heard(label: Label) -> tuple[str, str]:
    """The title and the surname of a label, as compared."""
    return label.title.casefold(), (name_words(label.name) or ("",))[-1]
