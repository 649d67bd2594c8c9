"""How well transcripts are read: turns found, missed and false, against annotations beside each text.

An annotation is `NAME.turns` beside `NAME.htm` or `NAME.txt`: a line per turn, the line of its label, a tab, the full
name of the speaker or `-` for unresolved. Run with `python -m bench.importing DIRECTORY`.
"""

import argparse
from pathlib import Path

from hearings.importing.transcript_files import read_file


def score(text: Path, marks: Path) -> tuple[int, int, int, int]:
    """Turns found, missed and false, and found turns with another speaker than annotated."""
    pairs = (line.split("\t") for line in marks.read_text(encoding="utf-8").splitlines() if line.strip())
    wanted = {int(number): None if name == "-" else name for number, name in pairs}
    got = {turn.line: turn.speaker for turn in read_file(text.read_bytes()).turns}
    both = wanted.keys() & got.keys()
    wrong = sum(1 for line in both if wanted[line] != got[line])
    return len(both), len(wanted.keys() - both), len(got.keys() - both), wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("directory", type=Path, nargs="?", default=Path("tests/golden/transcripts"))
    options = parser.parse_args()
    print(f"{'file':<40}{'found':>7}{'missed':>8}{'false':>7}{'speaker':>9}")
    for marks in sorted(options.directory.glob("*.turns")):
        text = next(one for one in (marks.with_suffix(".htm"), marks.with_suffix(".txt")) if one.exists())
        found, missed, false, wrong = score(text, marks)
        print(f"{marks.stem[:38]:<40}{found:>7}{missed:>8}{false:>7}{wrong:>9}")


if __name__ == "__main__":
    main()
