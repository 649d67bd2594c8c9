"""How well transcripts are read, against annotations made by reading: turns, speakers, words, sections, facts.

An annotation is `NAME.marks` beside the text of that name; tabs part its fields. `=` begins a
fact (date, time, place, `presiding` with the turn from which on, `witness` as name, role and title), `#` a section in
the order of print (kind, and its author or `asker>answerers`). All other lines are turns: line of the label, label,
speaker (`-` where the text leaves it open), first words, last words.
Run with `python -m bench.importing_transcripts [DIRECTORY]`. It ends with 1 where a file is read worse than
`recorded.json` says; `--record` writes that file anew.
"""

import argparse
import json
import sys
from pathlib import Path

from hearings.importing.transcripts.files import read_file
from hearings.importing.transcripts.reading import TranscriptReading

ANNOTATED = Path(__file__).parent / "annotated" / "transcripts"
BETTER_HIGH = ("found", "right", "words", "sections", "facts")
COLUMNS = ("found", "missed", "false", "right", "open", "wrong", "words", "sections", "facts")


def score(reading: TranscriptReading, marks: str) -> dict[str, int]:
    """The counts of one reading against the text of its annotation; `sections` and `facts` count what agrees."""
    lines = [line for line in marks.splitlines() if line.strip()]
    wanted = {int(parts[0]): parts for parts in (line.split("\t") for line in lines if line[0] not in "=#")}
    got = {turn.line: turn for turn in reading.turns}
    both = sorted(wanted.keys() & got.keys())
    pairs = [(got[line], *wanted[line][1:]) for line in both]
    right = sum(turn.label == label and (turn.speaker or "-") == name for turn, label, name, _, _ in pairs)
    unresolved = sum(turn.speaker is None and name != "-" for turn, _, name, _, _ in pairs)
    flat = [(" ".join(turn.text.split()), first, last) for turn, _, _, first, last in pairs]
    sections = [line[1:] for line in lines if line[0] == "#"]
    facts = [line[1:] for line in lines if line[0] == "="]
    return {
        "found": len(both),
        "missed": len(wanted) - len(both),
        "false": len(got) - len(both),
        "right": right,
        "open": unresolved,
        "wrong": len(both) - right - unresolved,
        "words": sum(text.startswith(first) and text.endswith(last) for text, first, last in flat),
        "sections": sum(one == other for one, other in zip(sections, _sections(reading), strict=False))
        - abs(len(sections) - len(reading.sections)),
        "facts": len(set(facts) & _facts(reading)) - len(set(facts) ^ _facts(reading)),
    }


def _sections(reading: TranscriptReading) -> list[str]:
    people = (f"{one.asker}>{', '.join(one.answerers)}" if one.kind == "question" else "" for one in reading.sections)
    return [f"{one.kind}\t{asked or one.author or ''}" for one, asked in zip(reading.sections, people, strict=True)]


def _facts(reading: TranscriptReading) -> set[str]:
    people = {f"witness\t{one.name} | {one.role} | {', '.join(one.titles)}" for one in reading.witnesses}
    chairs = {f"presiding\t{one.name} {one.from_turn}" for one in reading.presiding}
    return people | chairs | {f"{name}\t{getattr(reading, name)}" for name in ("date", "time", "place")}


def worse(now: dict[str, int], before: dict[str, int]) -> list[str]:
    """The columns in which a file is read worse than before."""
    return [
        name
        for name in COLUMNS
        if name in before and (now[name] < before[name] if name in BETTER_HIGH else now[name] > before[name])
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("directory", type=Path, nargs="?", default=ANNOTATED)
    parser.add_argument("--record", action="store_true", help="write recorded.json anew")
    options = parser.parse_args()
    recorded = options.directory / "recorded.json"
    before = json.loads(recorded.read_text(encoding="utf-8")) if recorded.exists() else {}
    now, failed = {}, False
    print(f"{'file':<40}" + "".join(f"{name:>9}" for name in COLUMNS))
    for marks in sorted(options.directory.glob("*.marks")):
        [text] = [file for file in options.directory.glob(f"{marks.stem}.*") if file.suffix in (".htm", ".txt")]
        counts = now[marks.stem] = score(read_file(text.read_bytes()), marks.read_text(encoding="utf-8"))
        fallen = worse(counts, before.get(marks.stem, {}))
        failed = failed or bool(fallen)
        figures = "".join(f"{counts[name]:>9}" for name in COLUMNS)
        print(f"{marks.stem[:38]:<40}{figures}", "worse:" * bool(fallen), *fallen)
    if options.record:
        recorded.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
    return 1 if failed and not options.record else 0


if __name__ == "__main__":
    sys.exit(main())
