"""What a citation tells: who said or showed what, at which hearing, and where it can be read."""

import re
from calendar import month_name
from dataclasses import dataclass
from typing import Literal

from hearings.citations.marks import on_one_line, without_full_stop
from hearings.citations.names import Person
from hearings.text import paragraphs

MONTHS = {name: number for number, name in enumerate(month_name) if name}
DATE = re.compile(r"(?:(?P<month>[A-Z][a-z]+) (?:(?P<day>\d{1,2}), )?)?(?P<year>\d{4})")


@dataclass(frozen=True)
class Cited:
    """A version of a quote, turn, exhibit or hearing as citations need it.

    `date` is the hearing's, as far as it is known: year, month, day, the first so many of them. `text` is the exact
    words, or the title of an exhibit. `permalink` leads to the record as it stands, `version_link` to this version.
    """

    kind: Literal["quote", "turn", "hearing", "exhibit"]
    public_id: str
    hearing: str
    permalink: str
    version_link: str
    version: int
    site: str
    text: str = ""
    speaker: Person | None = None
    affiliation: str = ""
    bodies: tuple[str, ...] = ()
    meeting: str = "Hearing"
    congress: int | None = None
    date: tuple[int, ...] = ()
    place: str = ""
    pages: tuple[str, ...] = ()  # in print, as far as the source numbers them
    language: str = "en"
    withdrawn: bool = False
    latest: int = 0  # the number of the current version

    @property
    def url(self) -> str:
        """What is cited: of words and exhibits the very version that was read, of a hearing its page as it grows."""
        return self.permalink if self.kind == "hearing" else self.version_link

    @property
    def title(self) -> str:
        """The hearing's title without a full stop at its end."""
        return without_full_stop(on_one_line(self.hearing).strip().rstrip(" ,;:"))

    @property
    def year(self) -> str:
        return str(self.date[0]) if self.date else "n.d."

    @property
    def in_short(self) -> str:
        """The text on one line; an ellipsis stands between passages of a quote, since other words stand there."""
        return " … ".join(paragraphs(self.text)) if self.kind == "quote" else self.text

    @property
    def quoted(self) -> str:
        """The words of a quote or turn; empty for what is not speech."""
        return self.text if self.kind in ("quote", "turn") else ""

    @property
    def before(self) -> str:
        """The bodies that held it, each with its article: `the A, the B, and the C`."""
        return listed([f"the {name}" for name in self.names_of_bodies])

    @property
    def names_of_bodies(self) -> list[str]:
        """The bodies that held it, each without its article."""
        return [body.removeprefix("The ").removeprefix("the ") for body in self.bodies]

    @property
    def committee(self) -> str:
        """The bodies as reference managers put them after `before the`."""
        return self.before.removeprefix("the ")

    @property
    def legislative_body(self) -> str:
        """`118th Cong.`, as the legal styles have it: reference managers print this field as it is."""
        return f"{ordinal(self.congress, legal=True)} Cong." if self.congress else ""

    def page_range(self, dash: str = "–", *, short: bool = False) -> str:
        """`12`, `112–114`; where `short`, the repeated hundreds are left out: `112–14`."""
        if not self.pages:
            return ""
        first, last = self.pages[0], self.pages[-1]
        if short and first[:-2] == last[:-2] and (first + last).isdecimal():
            return f"{first}{dash}{last[-2:]}" if first != last else first
        return f"{first}{dash}{last}" if first != last else first

    @property
    def date_words(self) -> str:
        """`June 13, 2023`, `June 2023`, `2023`; empty where there is no year."""
        year, month, day = (*self.date, None, None, None)[:3]
        if not month:
            return str(year or "")
        return f"{month_name[month]} {day}, {year}" if day else f"{month_name[month]} {year}"

    @property
    def is_superseded(self) -> bool:
        return self.latest > self.version and not self.withdrawn

    @property
    def notes(self) -> list[str]:
        """What a reference manager should keep beside the reference, a sentence each."""
        kinds = {"quote": "Quotation", "turn": "Turn of the transcript", "exhibit": f"Exhibit: {self.text}"}
        told = [f"{kinds[self.kind]}, version {self.version}."] if self.kind in kinds else []
        who = "Presented by" if self.kind == "exhibit" else "Speaker"
        told += [f"{who}: {self.affiliation}."] if self.affiliation else []
        told += [f"Corrected since: version {self.latest} is current."] if self.is_superseded else []
        return told + (["Withdrawn: see the address for the reason."] if self.withdrawn else [])


def known_date(words: str) -> tuple[int, ...]:
    """The date of a version's own words (`June 13, 2023`, `June 2023`, `2023`) as numbers; empty without a year."""
    match = DATE.fullmatch(words)
    if not match or (match["month"] and match["month"] not in MONTHS):
        return ()
    parts = [int(match["year"])]
    parts += [MONTHS[match["month"]]] if match["month"] else []
    return (*parts, int(match["day"])) if match["day"] else tuple(parts)


def listed(names: list[str]) -> str:
    """Names in a row: `A`, `A and B`, `A, B, and C`."""
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def ordinal(number: int, *, legal: bool = False) -> str:
    """`118th`, `103rd`; in legal style `103d`."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    endings = {1: "st", 2: "d", 3: "d"} if legal else {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{endings.get(number % 10, 'th')}"
