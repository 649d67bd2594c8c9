"""The locator map: where on Earth a place lies, as paths of a small drawing from Natural Earth's coasts and borders."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import cos, radians
from pathlib import Path

DATA = Path(__file__).parent / "data" / "countries-50m.json"
WIDTH, HEIGHT = 640, 480
REGION = 20.0  # degrees of latitude that a map around a point shows
CELL = 0.1  # degrees: a rounded place lies within half of this of its point, each way
MAIN_PART = 0.2  # parts of a country smaller than this share of its largest do not widen its map
WIDE = 30.0  # degrees of latitude from which a map is drawn from thinned coasts
THINNED = 0.5  # degrees between the positions of these
MARGIN = 4  # how far paths run beyond the edge, so that no outline is seen there

Ring = list[tuple[float, float]]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class View:
    """A window on the Earth: its west and north edge, degrees across and down, and its size in units of the drawing."""

    west: float
    north: float
    across: float
    down: float
    width: int
    height: int

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        return (
            (longitude - self.west) / self.across * self.width,
            (self.north - latitude) / self.down * self.height,
        )

    def turns(self, west: float, east: float) -> list[int]:
        """By how many degrees what lies between two longitudes is moved to stand in the window: none, or one turn."""
        edge = self.west + self.across
        return [turn for turn in (-360, 0, 360) if west + turn <= edge and east + turn >= self.west]


@dataclass(frozen=True)
class Shape:
    """One polygon: its rings and the box around it (west, south, east, north), in degrees."""

    rings: list[Ring]
    box: Box


@dataclass(frozen=True)
class World:
    names: dict[str, str]
    countries: dict[str, list[Shape]]
    borders: list[Ring]
    whole: str  # the land of the Earth as one path, 360 by 180


@dataclass(frozen=True)
class Locator:
    """A map to be drawn: paths (SVG path data) and marks, in units of a drawing of 640 by 480."""

    country_name: str
    land: str
    country: str
    borders: str
    mark: tuple[float, float] | None
    cell: Box | None  # x, y, width, height
    world: str  # the land of the Earth, 360 by 180
    windows: list[Box]  # where the map lies in the world of 360 by 180; two boxes across the 180th meridian


def locate(point: list[float], precision: str, country: str) -> Locator | None:
    """The map for a place as the policy shows it.

    `point` is [longitude, latitude] in degrees (WGS 84), or [] where it is withheld or not known: then the map shows
    the country alone. `precision` is "exact", "rounded" or "withheld"; `country` an ISO 3166-1 alpha-2 code or "".
    None where neither is known, or the country too small to be drawn.
    """
    known = point and precision != "withheld"
    if not known and not read_world().names.get(country):
        return None
    drawn = draw(tuple(point) if known else None, precision, country)
    return drawn if drawn.mark or drawn.country else None


@cache
def read_world(apart: float = 0) -> World:
    """Coasts and borders of the whole Earth, from the file; positions at least so many degrees apart."""
    data = json.loads(DATA.read_text(encoding="utf-8"))
    arcs = [thinned(read_arc(steps), apart) for steps in data["arcs"]]
    found, uses = {}, Counter()
    for code, country in data["countries"].items():
        found[code] = []
        for polygon in country["polygons"]:
            uses.update(arc if arc >= 0 else ~arc for ring in polygon for arc in ring)
            rings = [join(arcs, ring) for ring in polygon]
            found[code].append(Shape(rings, box_of(rings[0])))
    names = {code: country["name"] for code, country in data["countries"].items()}
    return World(names, found, [arcs[arc] for arc, times in sorted(uses.items()) if times > 1], data["world"])


def read_arc(steps: list[int]) -> Ring:
    """The positions of an arc, in degrees, from its steps in hundredths."""
    x = y = 0
    positions = []
    for across, up in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + across, y + up
        positions.append((x / 100, y / 100))
    return positions


def thinned(arc: Ring, apart: float) -> Ring:
    """The arc without positions too near to the one before; its ends stay, so that neighbours still meet."""
    kept = arc[:1]
    for position in arc[1:-1]:
        if abs(position[0] - kept[-1][0]) + abs(position[1] - kept[-1][1]) >= apart:
            kept.append(position)
    return kept + arc[-1:]


def join(arcs: list[Ring], numbers: list[int]) -> Ring:
    """A ring from its arcs; ~n is arc n backwards."""
    parts = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers]
    return unrolled([position for part in parts for position in part[:-1]])


def unrolled(ring: Ring) -> Ring:
    """The ring without a leap at the 180th meridian: beyond it, longitudes go on counting."""
    going_on = ring[:1]
    for longitude, latitude in ring[1:]:
        turns = round((longitude - going_on[-1][0]) / 360)
        going_on.append((longitude - 360 * turns, latitude))
    return going_on


def box_of(ring: Ring) -> Box:
    longitudes, latitudes = zip(*ring, strict=True)
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def around(point: tuple[float, float]) -> View:
    """The region around a point; towards the poles it shows more degrees across, and never much beyond a pole."""
    north = max(min(point[1] + REGION / 2, 91.0), REGION - 91.0)
    across = REGION * WIDTH / HEIGHT / cos(radians(north - REGION / 2))
    return View(point[0] - across / 2, north, across, REGION, WIDTH, HEIGHT)


def around_country(shapes: list[Shape]) -> View:
    """The window that a country fills with its main parts, across the 180th meridian too."""
    sizes = [(shape.box[2] - shape.box[0]) * (shape.box[3] - shape.box[1]) for shape in shapes]
    boxes = [shape.box for shape, size in zip(shapes, sizes, strict=True) if size >= MAIN_PART * max(sizes)]
    west, across = narrowest(sorted((box[0], box[2]) for box in boxes))
    south, north = min(box[1] for box in boxes), max(box[3] for box in boxes)
    middle = (south + north) / 2
    stretch = max(cos(radians(middle)), 0.2) * HEIGHT / WIDTH  # degrees down for one across
    down = min(max(north - south, across * stretch, 4.0) * 1.3, 150.0)
    wide = min(down / stretch, 360.0)
    return View(west + across / 2 - wide / 2, middle + down / 2, wide, down, WIDTH, HEIGHT)


def narrowest(spans: list[tuple[float, float]]) -> tuple[float, float]:
    """Where the narrowest band of longitudes over all spans begins, and how wide it is: all but their widest gap."""
    merged = [list(spans[0])]
    for west, east in spans[1:]:
        if west <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], east)
        else:
            merged.append([west, east])
    following = [*merged[1:], [merged[0][0] + 360, 0]]
    gap, west = max((after[0] - before[1], after[0]) for before, after in zip(merged, following, strict=True))
    return west, 360 - gap


@cache
def draw(point: tuple[float, float] | None, precision: str, country: str) -> Locator:
    world = read_world()
    shapes = world.countries.get(country, []) if country else []
    view = around(point) if point else around_country(shapes)
    if view.down > WIDE:
        world = read_world(THINNED)
        shapes = world.countries.get(country, [])
    return Locator(
        country_name=world.names.get(country, ""),
        land=outline((shape for code, found in world.countries.items() if code != country for shape in found), view),
        country=outline(shapes, view),
        borders="".join(lines(world.borders, view)),
        mark=tuple(round(number, 1) for number in view.place(*point)) if point else None,
        cell=cell(point, view) if point and precision == "rounded" else None,
        world=world.whole,
        windows=windows(view),
    )


def cell(point: tuple[float, float], view: View) -> Box:
    x, y = view.place(point[0] - CELL / 2, point[1] + CELL / 2)
    return round(x, 1), round(y, 1), round(CELL / view.across * WIDTH, 1), round(CELL / view.down * HEIGHT, 1)


def windows(view: View) -> list[Box]:
    """Where the window lies on a map of the world, 360 by 180."""
    top, bottom = max(90 - view.north, 0), min(90 - view.north + view.down, 180)
    boxes = []
    for turn in (-360, 0, 360):
        left, right = max(view.west + turn + 180, 0), min(view.west + turn + 180 + view.across, 360)
        if right > left:
            boxes.append((round(left, 1), round(top, 1), round(right - left, 1), round(bottom - top, 1)))
    return boxes


def outline(shapes: Iterable[Shape], view: View) -> str:
    """Closed paths of the polygons, cut off a little beyond the window; what is too small to be seen is left out."""
    paths = []
    for shape in shapes:
        west, south, east, north = shape.box
        if south > view.north or north < view.north - view.down:
            continue
        for turn in view.turns(west, east):
            for ring in shape.rings:
                placed = [view.place(longitude + turn, latitude) for longitude, latitude in ring]
                paths.append(closed(steps(crop(placed, view))))
    return "".join(paths)


def crop(ring: Ring, view: View) -> Ring:
    """The part of a ring within the window and its margin (Sutherland and Hodgman, one edge after the other)."""
    for axis, edge, sign in (
        (0, -MARGIN, 1),
        (0, view.width + MARGIN, -1),
        (1, -MARGIN, 1),
        (1, view.height + MARGIN, -1),
    ):
        kept = []
        for before, after in pairwise([*ring[-1:], *ring]):
            inside = (after[axis] - edge) * sign >= 0
            if inside != ((before[axis] - edge) * sign >= 0):
                share = (edge - before[axis]) / (after[axis] - before[axis])
                kept.append(tuple(a + share * (b - a) for a, b in zip(before, after, strict=True)))
            if inside:
                kept.append(after)
        ring = kept
    return ring


def lines(arcs: Iterable[Ring], view: View) -> Iterator[str]:
    """Open paths of those stretches of the arcs that lie in the window, with one position more at either end."""
    for arc in arcs:
        west, south, east, north = box_of(arc)
        if south > view.north or north < view.north - view.down:
            continue
        for turn in view.turns(west, east):
            placed = [view.place(longitude + turn, latitude) for longitude, latitude in arc]
            for stretch in stretches(placed, view):
                path = steps(stretch)
                if len(path) > 1:
                    yield drawn(path)


def stretches(placed: Ring, view: View) -> Iterator[Ring]:
    """Runs of positions whose lines touch the window."""
    run: Ring = []
    for before, after in pairwise(placed):
        left, right = sorted((before[0], after[0]))
        top, bottom = sorted((before[1], after[1]))
        if left <= view.width and right >= 0 and top <= view.height and bottom >= 0:
            run = [*(run or [before]), after]
        elif run:
            yield run
            run = []
    if run:
        yield run


def steps(placed: Ring) -> list[tuple[int, int]]:
    """Whole units, without positions that fall on the one before."""
    whole = [(round(x), round(y)) for x, y in placed]
    return [position for before, position in pairwise([None, *whole]) if position != before]


def closed(path: list[tuple[int, int]]) -> str:
    return drawn(path) + "z" if len(set(path)) > 2 else ""


def drawn(path: list[tuple[int, int]]) -> str:
    """SVG path data: the first position, then steps."""
    first = "M{} {}l".format(*path[0])
    return first + " ".join(f"{x - before[0]} {y - before[1]}" for before, (x, y) in pairwise(path))
