"""The turns of a volume, and of one so short that hardly a label stands twice in it."""

import re
from collections.abc import Callable

from hearings.importing.transcripts.lines import Block
from hearings.importing.transcripts.proceedings import Proceedings
from hearings.importing.transcripts.turns import TurnFinder

_LIKE_A_LABEL = re.compile(
    r"\s{0,12}[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,5}(?: ?[\[(][^\])]{2,40}[\])])?:(?:\s|$)"
)


def find_turns(lines: list[str], blocks: list[Block], knows: Callable[[str], bool], *, titled: bool) -> Proceedings:
    """The turns of a volume; behind the title page of a hearing (`titled`) two labels are enough to show them.

    That is only so where no other line begins like a label: its words would be taken for those of who spoke before.
    """
    found = TurnFinder(blocks, knows).find()
    if found.turns or not titled:
        return found
    once = TurnFinder(blocks, knows, once=True).find()
    begun = {one.line for one in once.turns}
    if len({one.label.printed for one in once.turns if one.label.usual}) < 2:
        return found
    others = (
        number
        for number, line in enumerate(lines, start=1)
        if number > min(begun) and number not in begun and _LIKE_A_LABEL.match(line.replace("\v", ""))
    )
    return once if next(others, None) is None else found
