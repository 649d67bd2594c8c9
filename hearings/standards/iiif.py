"""IIIF: an exhibit as a Presentation 3 manifest, a capture as an Image 3 service of level 0."""

import re

from hearings.standards.annotations import annotations, canvas_size
from hearings.standards.edition import Edition, described, is_exact, period, rights_address

IMAGE_CONTEXT = "http://iiif.io/api/image/3/context.json"
PRESENTATION_CONTEXT = "http://iiif.io/api/presentation/3/context.json"
TILE = 512  # pixels along the edge of a tile


def image_info(edition: Edition, capture: dict) -> dict:
    """The info.json of a capture that has renderings (IIIF Image API 3.0, level 0)."""
    width, height = canvas_size(capture)
    sizes = image_sizes(edition, capture)
    largest = sizes[-1]
    rights = rights_address(capture)
    return {
        "@context": IMAGE_CONTEXT,
        "id": edition.service(capture["sha256"]),
        "type": "ImageService3",
        "protocol": "http://iiif.io/api/image",
        "profile": "level0",
        "width": width,
        "height": height,
        **({"maxWidth": largest[0], "maxHeight": largest[1]} if largest[0] < width else {}),
        "sizes": [{"type": "Size", "width": across, "height": down} for across, down in sizes],
        **({"tiles": [_tiles(width, height)]} if capture["rendering"]["tiles"] else {}),
        **({"rights": rights} if rights else {}),
    }


def image_sizes(edition: Edition, capture: dict) -> list[tuple[int, int]]:
    """Width and height of every rendering of the whole image, smallest first."""
    width, height = canvas_size(capture)
    return [(across, max(1, round(across * height / width))) for across in edition.widths(capture)]


def scale_factors(width: int, height: int) -> list[int]:
    """1, 2, 4 and so on, to the first at which one tile holds the whole image."""
    tiles = -(-max(width, height) // TILE)
    return [1 << step for step in range((tiles - 1).bit_length() + 1)]


def _tiles(width: int, height: int) -> dict:
    return {"type": "Tile", "width": TILE, "height": TILE, "scaleFactors": scale_factors(width, height)}


def stored_name(edition: Edition, capture: dict, region: str, size: str) -> str:
    """Where the file for a request of the image service lies in the private storage; "" where there is none.

    Only what info.json offers is found: the whole image in one of its sizes, and the tiles of its grid. The name
    is built from numbers that were checked, never from the text of the request.
    """
    rendering, sizes = capture["rendering"], image_sizes(edition, capture)
    if not sizes:
        return ""
    folder = f"d/{rendering['recipe']}/{capture['sha256']}"
    wanted = sizes[-1] if size == "max" else _numbers(size, 2)
    if region == "full" and wanted in sizes:
        return f"{folder}/{wanted[0]}.jpg"
    whole = (0, 0, *canvas_size(capture))
    place = whole if region == "full" else _numbers(region, 4)
    if size == "max" or not rendering["tiles"] or not _on_grid(place, wanted, *whole[2:]):
        return ""
    name = "full" if place == whole else ",".join(map(str, place))
    return f"{folder}/iiif/{name}/{','.join(map(str, wanted))}/0/default.jpg"


def _numbers(text: str, length: int) -> tuple[int, ...]:
    """`length` whole numbers written the one way there is, between commas; none for anything else."""
    plain = re.fullmatch(r"(?:0|[1-9][0-9]{0,5})(?:,(?:0|[1-9][0-9]{0,5}))*", text)
    numbers = tuple(map(int, text.split(","))) if plain else ()
    return numbers if len(numbers) == length else ()


def _on_grid(place: tuple[int, ...], scaled: tuple[int, ...], width: int, height: int) -> bool:
    """Whether a region and its size are a tile of the grid that info.json describes."""
    if not place or not scaled:
        return False
    left, top, across, down = place
    for factor in scale_factors(width, height):
        edge = TILE * factor
        region = min(edge, width - left), min(edge, height - top)
        size = tuple(-(-length // factor) for length in region)
        if left % edge == top % edge == 0 and min(region) > 0 and ((across, down), scaled) == (region, size):
            return True
    return False


def manifest(edition: Edition) -> dict:
    """The exhibit as a manifest, one canvas for each capture (IIIF Presentation API 3.0)."""
    content = edition.content
    rights = {rights_address(capture) for capture in edition.captures}
    statements = dict.fromkeys(_credit(capture) for capture in edition.captures)
    return {
        "@context": PRESENTATION_CONTEXT,
        "id": edition.of_exhibit("manifest"),
        "type": "Manifest",
        "label": _text(content["title"]),
        "summary": _text(_summary(edition)),
        "metadata": _pairs(_facts(content)) + _local_name(content["site"]),
        "requiredStatement": {"label": _text("Credit and licence"), "value": _text(*statements)},
        **({"rights": rights.pop()} if len(rights) == 1 and "" not in rights else {}),
        **_thumbnail(edition, edition.captures[0]),
        "provider": [_agent(edition)],
        "homepage": [_page(edition.exhibit, content["title"])],
        "seeAlso": [
            {"id": edition.of_exhibit("stac"), "type": "Dataset", "format": "application/json"},
            {"id": edition.of_exhibit("annotations"), "type": "Dataset", "format": "application/ld+json"},
        ],
        "items": [_canvas(edition, capture) for capture in edition.captures],
    }


def _canvas(edition: Edition, capture: dict) -> dict:
    width, height = canvas_size(capture)
    times, rights, marked = period(capture), rights_address(capture), annotations(edition, capture)
    identity = edition.canvas(capture["sha256"])
    page = {"id": f"{identity}/annotations", "type": "AnnotationPage", "items": marked}
    return {
        "id": identity,
        "type": "Canvas",
        "label": _text(capture["label"]),
        "summary": _text(described(capture)),
        "width": width,
        "height": height,
        **({"navDate": times[0]} if times else {}),
        **({"rights": rights} if rights else {}),
        **_thumbnail(edition, capture),
        "requiredStatement": {"label": _text("Credit and licence"), "value": _text(_credit(capture))},
        "metadata": _pairs(_capture_facts(capture, exact=is_exact(edition.content))),
        **({"seeAlso": [_item(edition, capture)]} if times else {}),
        "items": [_painting(edition, capture)] if edition.widths(capture) else [],
        **({"annotations": [page]} if marked else {}),
    }


def _painting(edition: Edition, capture: dict) -> dict:
    """The page that paints the capture onto its canvas."""
    sha256, identity = capture["sha256"], edition.canvas(capture["sha256"])
    width, height = image_sizes(edition, capture)[-1]
    service = {"id": edition.service(sha256), "type": "ImageService3", "profile": "level0"}
    image = {
        "id": edition.file(sha256, width),
        "type": "Image",
        "format": "image/jpeg",
        "width": width,
        "height": height,
        "service": [service],
    }
    painting = {"id": f"{identity}/image", "type": "Annotation", "motivation": "painting"}
    return {
        "id": f"{identity}/page",
        "type": "AnnotationPage",
        "items": [painting | {"body": image, "target": identity}],
    }


def _thumbnail(edition: Edition, capture: dict) -> dict:
    sizes = image_sizes(edition, capture)
    if not sizes:
        return {}
    width, height = sizes[0]
    address = edition.file(capture["sha256"], width)
    return {"thumbnail": [{"id": address, "type": "Image", "format": "image/jpeg", "width": width, "height": height}]}


def _facts(content: dict) -> dict[str, str]:
    hearing, presenter, site = content["hearing"], content["presented_by"], content["site"]
    return {
        "Hearing": f"{hearing['title']}, {hearing['date']}",
        "Shown by": ", ".join(filter(None, [presenter.get("name"), presenter.get("title")])),
        "Place": ", ".join(filter(None, [site["name"], site["country"]])),
        "Coordinates": site["coordinates"],
        "Precision of the coordinates": site["precision_reason"],
        "What the presenter says it means": content["interpretation"],
        "Interpretation by": content["interpretation_by"],
        "Confidence": content["confidence"],
        "What the images cannot show": content["limitations"],
        "Alignment": content["alignment"],
        "Version": str(content["version"]),
    }


def _capture_facts(capture: dict, *, exact: bool) -> dict[str, str]:
    return {
        "Sample": capture["sample"],
        "Acquired": capture["acquired"],
        "Source of the date": capture["acquired_basis"],
        "Provider": capture["provider"],
        "Platform": capture["platform"],
        "Sensor": capture["sensor"],
        "Scene": capture["scene"] if exact else "",
        "Resolution": capture["resolution"],
        "Processing": " ".join(capture["processing"]),
        "Long description": capture["long_description"],
        "SHA-256 of the original": capture["sha256"],
    }


def _local_name(site: dict) -> list[dict]:
    """The place's name in its own script, under its own language."""
    if not site["local_name"]:
        return []
    language = site["local_language"] if re.fullmatch(r"[A-Za-z-]+", site["local_language"]) else "none"
    return [{"label": _text("Local name"), "value": {language: [_plain(site["local_name"])]}}]


def _summary(edition: Edition) -> str:
    withdrawn = "" if edition.images else "Withdrawn: the images are no longer shown."
    return "\n\n".join(filter(None, [withdrawn, edition.content["observation"] or edition.content["title"]]))


def _credit(capture: dict) -> str:
    return ". ".join(filter(None, [capture["credit"], capture["licence"]])) or "Not stated"


def _agent(edition: Edition) -> dict:
    home = _page(edition.site + "/", edition.site_name)
    return {"id": edition.site + "/", "type": "Agent", "label": _text(edition.site_name), "homepage": [home]}


def _page(address: str, label: str) -> dict:
    return {"id": address, "type": "Text", "label": _text(label), "format": "text/html"}


def _item(edition: Edition, capture: dict) -> dict:
    return {"id": edition.item(capture["sha256"]), "type": "Dataset", "format": "application/geo+json"}


def _pairs(facts: dict[str, str]) -> list[dict]:
    return [{"label": _text(label), "value": _text(value)} for label, value in facts.items() if value]


def _text(*values: str) -> dict:
    return {"en": [_plain(value) for value in values]}


def _plain(text: str) -> str:
    """`text` so that no viewer takes it for HTML, which IIIF knows by a “<” in the first place."""
    return f" {text}" if text.startswith("<") else text
