"""How well press releases are read, against annotations made by reading them: `python -m bench.importing_releases`.

An annotation is `NAME.marks` beside `NAME.txt`, a line per fact: `half:` (rules were mended on the `first` half only),
`type:`, `title:`, `date:` and `chair:` (absent or `-` where the text does not say), `witness: NAME | TITLE | ...`,
`reference:`, `term:` (words in marks that are not speech), `quote: SPEAKER` or `partial: SPEAKER` (`-` where the text
gives no full name), and below a quote its parts, indented: the exact words, or their beginning and end with ` … `
between, with `#2` for the second place where they stand, or `[6-32]` for the whole paragraphs of those lines.
`loose:` is a quote that may be read or not; so is a person under `optional:`.

The figures are compared with `recorded.json` beside the annotations; a worse one ends the program with status 1,
`--record` writes the new ones. `--show` prints what differs.
"""

import argparse
import codecs
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.reading import SURE, QuoteReading, Reading, to_json
from hearings.importing.texts.mending import from_bytes
from hearings.importing.texts.receive import decode, take

ANNOTATED = Path(__file__).parent / "annotated" / "releases"
COLUMNS = (
    "parts",
    "found",
    "extra",
    "speaker",
    "terms",
    "unasked",
    "title",
    "date",
    "chair",
    "witness",
    "titled",
    "others",
    "refs",
)
BETTER_LOW = {"extra", "terms", "unasked", "others"}
RATIOS = {"precision": ("found", "read"), "recall": ("found", "parts"), "speaker": ("speaker", "parts")}
_LEADING = re.compile(r"(?:[*•-]\s{1,4}|\d{1,2}\.\s{1,4})?[\"“]?")

Span = tuple[int, int]


@dataclass
class Annotation:
    """What a reader found in a release; `parts` gives the speaker (null: not named) and the kind of each span."""

    half: str
    facts: dict[str, str | None]
    witnesses: dict[str, str] = field(default_factory=dict)
    optional: set[str] = field(default_factory=set)
    parts: dict[Span, tuple[str | None, str]] = field(default_factory=dict)
    loose: set[Span] = field(default_factory=set)
    terms: list[Span] = field(default_factory=list)
    references: list[str] = field(default_factory=list)


def read_annotation(text: str, marks: str, put_in: frozenset[int] = frozenset()) -> Annotation:
    """An annotation as data; raises ValueError for words that the text does not hold.

    `put_in` is where mending put ends of paragraphs in, which whoever annotated the file did not see: a part goes as
    far as one, and the next begins behind it.
    """
    note = Annotation("", {})
    kind, speaker = "", None
    for line in filter(str.strip, marks.splitlines()):
        if line.startswith("  "):
            spans = [each for one in _spans(text, line.strip()) for each in _apart(one, put_in)]
            note.loose.update(spans if kind == "loose" else ())
            note.parts.update(dict.fromkeys(spans, (speaker, kind)) if kind != "loose" else {})
            continue
        key, _, value = (piece.strip() for piece in line.partition(":"))
        if key in ("quote", "partial", "loose"):
            kind, speaker = key, None if value == "-" else value
        elif key == "witness":
            name, _, titles = value.partition(" | ")
            note.witnesses[name] = titles
        elif key == "term":
            note.terms += _spans(text, value)
        elif key == "reference":
            note.references.append(value)
        elif key == "optional":
            note.optional.add(value)
        elif key == "half":
            note.half = value
        else:
            note.facts[key] = None if value == "-" else value
    return note


def _spans(text: str, words: str) -> list[Span]:
    lines = re.fullmatch(r"\[(\d+)-(\d+)\]", words)
    if lines:
        return _paragraphs(text, int(lines[1]), int(lines[2]))
    words, _, place = words.partition(" #")
    first, _, last = words.partition(" … ")
    start = -1
    for _ in range(int(place or 1)):
        start = text.find(first, start + 1)
    stop = text.find(last, start)
    if start < 0 or stop < 0:
        raise ValueError(f"The text does not hold “{words}”.")
    return [(start, stop + len(last) if last else start + len(first))]


def _apart(span: Span, put_in: frozenset[int]) -> list[Span]:
    """The span as one per paragraph of the mended text."""
    start, end = span
    ends = [*sorted(at for at in put_in if start <= at < end), end]
    return list(zip([start, *(at + 1 for at in ends[:-1])], ends, strict=True))


def _put_in(data: bytes) -> frozenset[int]:
    """Where the mended text of a file has ends of lines that the file has not."""
    mended = take(data)
    came = from_bytes(data.removeprefix(codecs.BOM_UTF8))[0].replace("\r\n", "\n").replace("\r", "\n")
    breaks = (match.start() for match in re.finditer("\n", mended.text))
    return frozenset(at for at in breaks if "\n" not in came[mended.origin(at) : mended.origin(at + 1)])


def _paragraphs(text: str, first: int, last: int) -> list[Span]:
    spans, at = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.strip()
        if first <= number <= last and words:
            start = at + line.index(words)
            begin = start + _LEADING.match(words).end()
            spans.append((begin, start + len(_without_end(words, begin - start))))
        at += len(line) + 1
    return spans


def _without_end(words: str, begin: int) -> str:
    """A paragraph without a closing mark at its end that closes nothing opened within it."""
    inside = words[begin:]
    closes = inside.count('"') % 2 or inside.count("”") > inside.count("“")
    return words.rstrip('"”') if closes else words


def score(text: str, note: Annotation, reading: Reading) -> tuple[Counter, list[str]]:
    """The figures of one release and, in words, what differs; `unasked`: wrong parts that a review takes by itself."""
    figures: Counter = Counter()
    told: list[str] = []
    got = {(part.start, part.end): quote for quote in reading.quotes for part in quote.parts}
    figures["parts"], figures["read"] = len(note.parts), len(got.keys() - (note.loose - note.parts.keys()))
    for span, (speaker, _) in note.parts.items():
        quote = got.get(span)
        figures["found"] += quote is not None
        figures["speaker"] += quote is not None and quote.speaker == speaker
        if quote is None:
            told.append(f"missed: {_short(text, span)}")
        elif quote.speaker != speaker:
            figures["unasked"] += _sure(quote)
            told.append(f"speaker {quote.speaker}, not {speaker}: {_short(text, span)} ({quote.reason})")
    for span in got.keys() - note.parts.keys() - note.loose:
        figures["extra"] += 1
        figures["unasked"] += _sure(got[span])
        told.append(f"extra: {_short(text, span)}")
    for start, end in note.terms:
        spans = got.keys() - note.parts.keys() - note.loose
        held = [span for span in spans if span[0] <= start and end <= span[1]]
        figures["terms"] += bool(held)
        told += [f"term as speech: {text[start:end]}"] if held else []
    _score_event(note, reading, figures, told)
    return figures, told


def _sure(quote: QuoteReading) -> bool:
    return quote.confidence >= SURE and quote.speaker is not None


def _score_event(note: Annotation, reading: Reading, figures: Counter, told: list[str]) -> None:
    event = to_json(reading)["event"] or {}
    read = {"type": event.get("type"), "title": event.get("title"), "chair": event.get("chair")}
    read["date"] = event.get("date") or event.get("date_partial")
    for fact in ("title", "date", "chair"):
        same = read[fact] == note.facts.get(fact)
        figures[fact] += same
        told += [] if same else [f"{fact} {read[fact]}, not {note.facts.get(fact)}"]
    witnesses = {one["name"]: _titles_of(one) for one in event.get("witnesses", ())}
    for name, titles in note.witnesses.items():
        figures["witnesses"] += 1
        figures["witness"] += name in witnesses
        held = witnesses.get(name, [Counter({"-": 1})])
        figures["titled"] += _words(titles) in held
        told += [] if _words(titles) in held else [f"witness {name}: {sorted(held[0])}, not {sorted(_words(titles))}"]
    others = witnesses.keys() - note.witnesses.keys() - note.optional
    figures["others"] += len(others)
    told += [f"no witness: {name}" for name in others]
    for one in note.references:
        figures["references"] += 1
        figures["refs"] += one in reading.instruments
        told += [] if one in reading.instruments else [f"reference missed: {one}"]


def _titles_of(witness: dict) -> list[Counter]:
    """The words of a witness's title and organization, without and with the form of address (`Admiral`, `Rep.`)."""
    titles = _words(*witness["titles"], witness["organization"] or "")
    return [titles, titles + _words(witness["honorific"] or "")]


def _words(*titles: str) -> Counter:
    words = re.findall(r"[^\W_]+", " ".join(titles).casefold())
    return Counter(word for word in words if word not in ("a", "an", "the", "of", "at", "for", "and"))


def _short(text: str, span: Span) -> str:
    words = text[slice(*span)]
    return repr(words if len(words) < 70 else f"{words[:40]} … {words[-25:]}")


def _rates(figures: Counter) -> dict[str, float]:
    return {name: round(figures[a] / max(figures[b], 1), 4) for name, (a, b) in RATIOS.items()}


def _worse(name: str, now: dict, before: dict) -> list[str]:
    return [
        f"{name}: {key} was {before[key]}, is {now[key]}"
        for key in before
        if (now[key] > before[key] if key in BETTER_LOW else now[key] < before[key])
    ]


def _table(directory: Path, show: bool) -> dict[str, dict]:
    sums: dict[str, Counter] = {"first": Counter(), "second": Counter()}
    table: dict[str, dict] = {}
    print(f"{'file':<30}" + "".join(f"{name:>9}" for name in COLUMNS))
    for marks in sorted(directory.glob("*.marks")):
        data = marks.with_suffix(".txt").read_bytes()
        text = decode(data)
        note = read_annotation(text, marks.read_text(encoding="utf-8"), _put_in(data))
        figures, told = score(text, note, read_release(text))
        sums[note.half].update(figures | Counter(files=1))
        table[marks.stem] = {name: figures[name] for name in COLUMNS if name != "parts"}
        print(f"{marks.stem:<30}" + "".join(f"{figures[name]:>9}" for name in COLUMNS))
        print("".join(f"    {line}\n" for line in told) if show else "", end="")
    for half, figures in (*sums.items(), ("in all", sums["first"] + sums["second"])):
        table[half] = _rates(figures)
        print(f"{half}: {figures['files']} files, {figures['parts']} parts: " + _summary(figures))
    return table


def _summary(figures: Counter) -> str:
    rates = ", ".join(f"{name} {rate:.3f}" for name, rate in _rates(figures).items())
    return (
        f"{rates}; terms as speech {figures['terms']}; wrong and unasked {figures['unasked']}; "
        f"right title {figures['title']}, date {figures['date']}, "
        f"chair {figures['chair']}; witnesses {figures['witness']} of {figures['witnesses']}, with title "
        f"{figures['titled']}, others {figures['others']}; references {figures['refs']} of {figures['references']}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("directory", type=Path, nargs="?", default=ANNOTATED)
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    table = _table(options.directory, options.show)
    recorded = options.directory / "recorded.json"
    if options.record:
        recorded.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
        return 0
    before = json.loads(recorded.read_text(encoding="utf-8")) if recorded.exists() else {}
    worse = [line for name in before for line in _worse(name, table.get(name, Counter()), before[name])]
    print("\n".join(worse) or "Nothing is worse than recorded.")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
