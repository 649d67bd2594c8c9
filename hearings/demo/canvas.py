"""A sheet to draw an invented aerial view on: terrain, roads, roofs, walls and trees, the same pixels every time."""

import hashlib
import io
import math
from collections.abc import Iterator

from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps

Point = tuple[float, float]
Colour = tuple[int, ...]

WIDTH, HEIGHT = 1280, 960
FINE = 2  # drawn at twice the size and made smaller, so that edges are smooth
SUN = (9, 12)  # how far a storey throws its shadow, in pixels
WORDS = "GENERATED SAMPLE - NOT IMAGERY"


def chances(seed: str) -> Iterator[float]:
    """Numbers from 0 to 1 that follow from `seed` alone."""
    block = 0
    while True:
        yield from (byte / 255 for byte in hashlib.shake_256(f"{seed} {block}".encode()).digest(512))
        block += 1


def terrain(seed: str, low: Colour, middle: Colour, high: Colour) -> Image.Image:
    """Ground in three colours, rough at every scale."""
    size = (WIDTH * FINE, HEIGHT * FINE)
    ground = None
    for cells, weight in ((5, 1), (13, 0.42), (40, 0.34), (150, 0.24), (640, 0.2)):
        shape = (cells, cells * 3 // 4)
        grain = hashlib.shake_256(f"{seed} {cells}".encode()).digest(shape[0] * shape[1])
        layer = Image.frombytes("L", shape, grain).resize(size, Image.Resampling.BICUBIC)
        ground = layer if ground is None else Image.blend(ground, layer, weight)
    ground = ImageOps.autocontrast(ground.filter(ImageFilter.GaussianBlur(FINE)), cutoff=1)
    return ImageOps.colorize(ground, black=low, white=high, mid=middle)


class Canvas:
    """Positions are pixels of the finished picture, in a plane turned by `angle` degrees about its middle."""

    def __init__(self, ground: Image.Image, angle: float):
        self.image = ground
        self.pen = ImageDraw.Draw(ground, "RGBA")
        self.turn = math.radians(angle)

    def at(self, points: list[Point]) -> list[Point]:
        """Where points of the plane lie on the sheet."""
        cos, sin = math.cos(self.turn), math.sin(self.turn)
        middle = (WIDTH / 2, HEIGHT / 2)
        placed = []
        for x, y in points:
            dx, dy = x - middle[0], y - middle[1]
            placed.append(((middle[0] + dx * cos - dy * sin) * FINE, (middle[1] + dx * sin + dy * cos) * FINE))
        return placed

    def area(self, points: list[Point], colour: Colour) -> None:
        self.pen.polygon(self.at(points), fill=colour)

    def path(self, points: list[Point], width: float, colour: Colour) -> None:
        """A line with round bends and ends."""
        placed = self.at(points)
        self.pen.line(placed, fill=colour, width=round(width * FINE), joint="curve")

    def field(self, box: tuple[float, float, float, float], colour: Colour, furrow: float = 7) -> None:
        """A ploughed field, its left, top, right and bottom edge given; `furrow` is the distance of its lines."""
        left, top, right, bottom = box
        self.area(corners(box), colour)
        lines = int((bottom - top) / furrow)
        for number in range(1, lines):
            y = top + number * furrow
            self.path([(left + 2, y), (right - 2, y)], 1.5, (40, 34, 20, 34))

    def road(self, points: list[Point], width: float) -> None:
        self.path(points, width + 8, (96, 88, 68, 150))
        self.path(points, width, (171, 163, 146))
        self.path(points, width * 0.3, (188, 181, 166))

    def shadow(self, points: list[Point], storeys: float) -> None:
        """What stands on `points` shades the ground to the lower right of the sheet."""
        foot = self.at(points)
        shift = (SUN[0] * storeys * FINE, SUN[1] * storeys * FINE)
        self.pen.polygon(hull(foot + [(x + shift[0], y + shift[1]) for x, y in foot]), fill=(22, 24, 28, 135))

    def roof(self, box: tuple[float, float, float, float], colour: Colour, storeys: float = 1) -> None:
        """A house seen from above: its shadow, two slopes of the roof, the ridge between them."""
        left, top, right, bottom = box
        self.shadow(corners(box), storeys)
        self.area(corners(box), shade(colour, 0.8))
        if right - left >= bottom - top:
            ridge = (top + bottom) / 2
            self.area(corners((left, top, right, ridge)), colour)
            self.path([(left, ridge), (right, ridge)], 1.5, shade(colour, 1.18))
        else:
            ridge = (left + right) / 2
            self.area(corners((left, top, ridge, bottom)), colour)
            self.path([(ridge, top), (ridge, bottom)], 1.5, shade(colour, 1.18))

    def wall(self, points: list[Point]) -> None:
        """A wall along `points`, with its shadow."""
        placed = self.at(points)
        self.pen.line([(x + 10, y + 13) for x, y in placed], fill=(22, 24, 28, 120), width=14, joint="curve")
        self.pen.line(placed, fill=(217, 211, 198), width=12, joint="curve")
        self.pen.line(placed, fill=(176, 168, 152), width=4, joint="curve")

    def tower(self, x: float, y: float) -> None:
        box = (x - 9, y - 9, x + 9, y + 9)
        self.shadow(corners(box), 1.8)
        self.area(corners(box), (228, 223, 212))
        self.area(corners((x - 4, y - 4, x + 4, y + 4)), (120, 112, 100))

    def tree(self, x: float, y: float, radius: float) -> None:
        (px, py), r = self.at([(x, y)])[0], radius * FINE
        self.pen.ellipse((px - r + r * 0.8, py - r + r, px + r + r * 0.8, py + r + r), fill=(24, 28, 22, 110))
        self.pen.ellipse((px - r, py - r, px + r, py + r), fill=(58, 74, 44))
        self.pen.ellipse((px - r * 0.75, py - r * 0.8, px + r * 0.35, py + r * 0.3), fill=(84, 102, 60))

    def finish(self) -> bytes:
        """The picture as a JPEG with the words that it is a sample, and nothing but pixels in it."""
        picture = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        pen = ImageDraw.Draw(picture, "RGBA")
        pen.rectangle((0, HEIGHT - 104, WIDTH, HEIGHT), fill=(16, 16, 16, 225))
        font = ImageFont.load_default(size=66)
        pen.text((WIDTH / 2, HEIGHT - 52), WORDS, font=font, fill=(255, 255, 255), anchor="mm")
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=88, optimize=True)
        return out.getvalue()


def corners(box: tuple[float, float, float, float]) -> list[Point]:
    """The corners of a rectangle, from its left, top, right and bottom edge."""
    left, top, right, bottom = box
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def shade(colour: Colour, factor: float) -> Colour:
    """The colour made darker (below 1) or lighter (above 1)."""
    return tuple(min(255, round(part * factor)) for part in colour[:3])


def bend(start: Point, pull: Point, end: Point, steps: int = 24) -> list[Point]:
    """A curve from `start` to `end`, drawn towards `pull` (a quadratic Bézier)."""
    curve = []
    for step in range(steps + 1):
        t = step / steps
        weights = ((1 - t) ** 2, 2 * t * (1 - t), t * t)
        x, y = (sum(w * p[axis] for w, p in zip(weights, (start, pull, end), strict=True)) for axis in (0, 1))
        curve.append((x, y))
    return curve


def hull(points: list[Point]) -> list[Point]:
    """The convex outline of the points (Andrew's monotone chain)."""

    def half(ordered: list[Point]) -> list[Point]:
        chain: list[Point] = []
        for x, y in ordered:
            while len(chain) > 1:
                (ax, ay), (bx, by) = chain[-2:]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                chain.pop()
            chain.append((x, y))
        return chain[:-1]

    ordered = sorted(set(points))
    return half(ordered) + half(ordered[::-1])
