"""Who is named as the speaker of a quotation, and by which words."""

import re
from dataclasses import dataclass

from hearings.importing.releases.people.labels import Label

WINDOW = 400
JOINED = re.compile(r",?\s(?:and|&|y)\s{1,9}(?:[^,.;:“”\"\n]{1,60}\s)?")


@dataclass(frozen=True)
class Attribution:
    """Who is named for a passage; `place` is where the naming words stand, `certain` how firmly they point (0..1).

    `loose` words behind a passage give way to a verb of speech before it; `clause` says that the passage stands in a
    sentence like `NAME said that`.
    """

    label: Label | None
    place: str
    certain: float
    reported: bool = False
    end: int = 0
    why_not: str = ""
    loose: bool = False
    clause: bool = False
