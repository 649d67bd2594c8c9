"""One version of an exhibit as the standards need it: its content, its addresses, its place and times as published."""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, datetime

ENDINGS = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
HALF_A_TENTH = 0.05  # degrees: how far rounding to a tenth moves a coordinate at most


@dataclass(frozen=True)
class Edition:
    """The content of a version (canonical JSON, read), and what only the site knows of it.

    `site` and `exhibit` are full addresses, `exhibit` ending in a slash; `latest` is the number of the current
    version; `numbers` names, for each original's SHA-256, the versions that hold it; `images` is False once the
    exhibit is withdrawn.
    """

    content: dict
    site: str
    site_name: str
    exhibit: str
    latest: int
    numbers: dict[str, list[int]]
    images: bool = True

    @property
    def number(self) -> int:
        return self.content["version"]

    @property
    def captures(self) -> list[dict]:
        return self.content["captures"]

    @property
    def hearing(self) -> str:
        return f"{self.site}/h/{self.content['hearing']['id']}/"

    @property
    def page(self) -> str:
        """The page of this very version."""
        return f"{self.exhibit}v{self.number}/"

    def of_exhibit(self, kind: str) -> str:
        """The address of a document of the exhibit as it is now: `stac`, `manifest` or `annotations`."""
        return f"{self.exhibit.removesuffix('/')}.{kind}.json"

    def item(self, sha256: str, number: int = 0) -> str:
        """The address of the STAC Item of a capture, in this version or another."""
        return f"{self.exhibit}v{number or self.number}/{sha256}.stac.json"

    def service(self, sha256: str) -> str:
        """The base address of a capture's IIIF image service."""
        return f"{self.page}{sha256}/iiif"

    def canvas(self, sha256: str) -> str:
        """The name of a capture's canvas."""
        return f"{self.page}{sha256}/canvas"

    def file(self, sha256: str, width: int, ending: str = "jpg") -> str:
        return f"{self.page}{sha256}/{width}.{ending}"

    def widths(self, capture: dict) -> list[int]:
        """The widths in which the capture can be had, in pixels; none while it is not ready or withdrawn."""
        return sorted(capture["rendering"].get("widths", [])) if self.images else []


def period(capture: dict) -> tuple[str, str] | None:
    """First and last second of the acquisition as far as it is known (RFC 3339, UTC); None where it is not known.

    Both are the same for a moment. A day, month or year is all of it: nothing finer is made up.
    """
    precision = capture["acquired_precision"]
    if precision == "unknown" or not capture["acquired_start"]:
        return None
    start = datetime.fromisoformat(capture["acquired_start"]).astimezone(UTC)
    end = datetime.fromisoformat(capture["acquired_end"] or capture["acquired_start"]).astimezone(UTC)
    if precision != "second":
        start = start.replace(hour=0, minute=0, second=0, microsecond=0)
        end = end.replace(hour=23, minute=59, second=59, microsecond=0)
    if precision == "year":
        start, end = start.replace(month=1, day=1), end.replace(month=12, day=1)
    if precision in ("month", "year"):
        start, end = start.replace(day=1), end.replace(day=calendar.monthrange(end.year, end.month)[1])
    return _rfc3339(start), _rfc3339(end)


def _rfc3339(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def is_exact(content: dict) -> bool:
    """Whether facts that would betray the place (grid, sun, scene) may stand beside it."""
    return content["site"]["precision"] == "exact"


def box(content: dict, capture: dict) -> list[float] | None:
    """[west, south, east, north] in degrees (WGS 84) as the policy lets it be seen; None where it is withheld.

    What was rounded to a tenth of a degree is widened by half a tenth, so that the box holds the true place.
    """
    site = content["site"]
    corners = capture["bbox"] or [*site["point"], *site["point"]]
    if site["precision"] == "withheld" or not corners:
        return None
    if site["precision"] == "rounded":
        west, south, east, north = corners
        wide = west - HALF_A_TENTH, south - HALF_A_TENTH, east + HALF_A_TENTH, north + HALF_A_TENTH
        west, south, east, north = (round(degrees, 2) for degrees in wide)
        return [max(west, -180.0), max(south, -90.0), min(east, 180.0), min(north, 90.0)]
    return list(corners)


def rights_address(capture: dict) -> str:
    """The licence's address at Creative Commons or RightsStatements.org, in the http form that IIIF asks for; or ""."""
    at_home = re.match(
        r"https?://(?:www\.)?(creativecommons\.org/(?:licenses|publicdomain)/[a-z+-]+/\d\.\d"
        r"|rightsstatements\.org/vocab/[A-Za-z-]+/\d\.\d)(?:/|$)",
        capture["licence_url"].replace("/page/", "/vocab/"),
    )
    if at_home:
        return f"http://{at_home[1]}/"
    if capture["licence_code"] == "CC0-1.0":
        return "http://creativecommons.org/publicdomain/zero/1.0/"
    code = re.fullmatch(r"CC-(BY(?:-NC)?(?:-ND|-SA)?)-(\d\.\d)", capture["licence_code"])
    return f"http://creativecommons.org/licenses/{code[1].lower()}/{code[2]}/" if code else ""


def described(capture: dict) -> str:
    """What the image is and shows, beginning with that it is no imagery, where it is none."""
    return ". ".join(filter(None, [capture["sample"], capture["alt_text"]]))
