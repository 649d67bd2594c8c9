"""Image cards: a record as one picture for wherever its address is shared, in the look of the printed record."""

import hashlib
import io
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from PIL import Image, ImageDraw

from hearings.imaging.lines import Style, clean, drawable
from hearings.imaging.typefaces import fingerprint
from hearings.imaging.typesetting import fit
from hearings.text import shorten

WIDTH, HEIGHT = 1200, 630
DESIGN = "2"  # another number: every card is drawn anew
MARGIN = 64
MOST = 1000  # characters of a text that are looked at: more never fit
WORDS = list(range(68, 29, -2))
TITLE = list(range(62, 29, -2))
TITLE_BESIDE = list(range(50, 29, -2))  # an image
HEAD = 96  # pixels from the top to the first hairline
GAP = 28  # between the hairlines and the words
RULE = 8  # the 4 CSS pixels of the site's rule, at the double size in which a card is drawn
BESIDE = 36  # from the rule to the words
PICTURE = 500  # pixels: the longer side of an image at most


@dataclass(frozen=True)
class Colours:
    paper: str
    ink: str
    muted: str
    hairline: str
    correction: str
    withdrawn: str


LIGHT = Colours("#fbfaf7", "#1c1b19", "#57534c", "#d9d4c9", "#8a2b12", "#6a4b00")
DARK = Colours("#161513", "#ece8df", "#b0a99c", "#3a372f", "#f0a78f", "#f0cf7a")


@dataclass(frozen=True)
class Card:
    """What stands on a card, in plain text.

    `paragraphs` are the large words: a quotation in its marks if `quoted`, else a title. `name` is who said it, and
    `facts` stand below. `status` says in words that it was corrected or, with `withdrawn`, withdrawn. `image` is the
    file of a JPEG of our own making (or None), and `credit` its credit line.
    """

    site: str
    kind: str
    paragraphs: tuple[str, ...]
    address: str
    language: str = "en"
    rtl: bool = False
    quoted: bool = False
    name: str = ""
    facts: tuple[str, ...] = ()
    status: str = ""
    withdrawn: bool = False
    image: Path | None = None
    credit: str = ""


def name_of(card: Card, *, dark: bool = False) -> str:
    """A name for the picture that `draw` makes: another one for other values, another design, or other fonts."""
    said = json.dumps([DESIGN, fingerprint(), dark, asdict(card)], default=str)
    return hashlib.sha256(said.encode()).hexdigest()


def draw(card: Card, *, dark: bool = False) -> bytes:
    """The card as a PNG of 1200 by 630 pixels.

    What no font of this machine can draw is left out. If that is the words, who said them stands in their place.
    """
    colours = DARK if dark else LIGHT
    page = Image.new("RGB", (WIDTH, HEIGHT), colours.paper)
    on = ImageDraw.Draw(page)
    right = WIDTH - MARGIN
    if card.image:
        right = WIDTH - PICTURE - 2 * MARGIN
        _picture(page, on, card, colours)
    card = _without_what_cannot_be_drawn(card)
    _head(on, card, colours, right)
    bottom = _foot(on, card, colours, right)
    _words(on, card, colours, (MARGIN, HEAD + GAP, right, bottom - GAP))
    out = io.BytesIO()
    page.save(out, "PNG")
    return out.getvalue()


def _without_what_cannot_be_drawn(card: Card) -> Card:
    kept = {name: tuple(_printable(getattr(card, name))) for name in ("paragraphs", "facts")}
    kept |= {name: "".join(_printable([getattr(card, name)])) for name in ("site", "name", "status", "address")}
    if len(kept["paragraphs"]) < len(card.paragraphs):
        large, *facts = [text for text in (kept["name"], *kept["facts"]) if text] or [""]
        kept |= {"paragraphs": (large,), "name": "", "facts": tuple(facts), "quoted": False, "rtl": False}
    return replace(card, **kept)


def _head(on: ImageDraw.ImageDraw, card: Card, colours: Colours, right: int) -> None:
    kind = fit([card.kind], Style(), right - MARGIN, 40, [22])
    kind.draw(on, right - kind.width, 44, right, colours.muted)
    if card.site:
        site = fit([card.site], Style(bold=True), right - MARGIN - kind.width - 32, 40, [22])
        site.draw(on, MARGIN, 44, right, colours.ink)
    on.rectangle((MARGIN, HEAD, right, HEAD + 1), fill=colours.hairline)


def _words(on: ImageDraw.ImageDraw, card: Card, colours: Colours, box: tuple[int, float, int, float]) -> None:
    """The large words in the middle of their room; a quotation beside its rule, which stands where its lines begin."""
    left, top, right, bottom = box
    style = Style(card.language, card.rtl, bold=not card.quoted)
    indent = RULE + BESIDE if card.quoted else 0
    sizes = WORDS if card.quoted else TITLE_BESIDE if card.image else TITLE
    inner = (left, right - indent) if card.rtl else (left + indent, right)
    block = fit([*card.paragraphs], style, right - left - indent, bottom - top, sizes)
    start = top + max(0, (bottom - top - block.height) / 2)
    block.draw(on, inner[0], start, inner[1], colours.ink)
    if card.quoted:
        x = right - RULE if card.rtl else left
        on.rectangle((x, start + 4, x + RULE - 1, start + block.height - 4), fill=colours.ink)


def _foot(on: ImageDraw.ImageDraw, card: Card, colours: Colours, right: int) -> float:
    """Who, where and when, how it stands, its address; returns where its hairline is."""
    status = colours.withdrawn if card.withdrawn else colours.correction
    wide, rows = right - MARGIN, []
    for text, sizes, bold, colour, gap in (
        (card.name, [32, 30, 28, 26], True, colours.ink, 2),
        *((fact, [25], False, colours.muted, 2) for fact in card.facts),
        (card.status, [25], True, status, 6),
        (card.address, [22, 20, 18], False, colours.muted, 6),
    ):
        if text:
            rows.append((fit([text], Style(bold=bold), wide, sizes[0] * 2, sizes), colour, gap))
    y = HEIGHT - 32 - sum(block.height + gap for block, _, gap in rows)
    line = y - 16
    on.rectangle((MARGIN, line, right, line + 1), fill=colours.hairline)
    for block, colour, gap in rows:
        block.draw(on, MARGIN, y + gap, right, colour)
        y += block.height + gap
    return line


def _picture(page: Image.Image, on: ImageDraw.ImageDraw, card: Card, colours: Colours) -> None:
    """The whole image at the right, never a part of it, and its credit line below."""
    left = WIDTH - MARGIN - PICTURE
    with Image.open(card.image, formats=["JPEG"]) as image:
        scale = PICTURE / max(image.size)
        shown = image.convert("RGB").resize([max(1, round(length * scale)) for length in image.size])
    notes = [fit([text], Style(), PICTURE, 60, [19]) for text in _printable([card.credit])]
    y = round((HEIGHT - shown.height - sum(note.height + 8 for note in notes)) / 2)
    page.paste(shown, (left + (PICTURE - shown.width) // 2, y))
    for note in notes:
        note.draw(on, left, y + shown.height + 8, WIDTH - MARGIN, colours.muted)


def _printable(texts: Iterable[str]) -> list[str]:
    """Those of the texts that are not empty and that the fonts of this machine can draw."""
    cleaned = [_at_most(clean(text)) for text in texts]
    return [text for text in cleaned if text and drawable(text)]


def _at_most(text: str) -> str:
    """A text of MOST characters or less, inside of its closing marks."""
    short = shorten(text, MOST)
    return f"{short}”" if short.endswith("…") and not text.endswith("…") and text.endswith("”") else short
