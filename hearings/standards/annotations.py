"""W3C Web Annotation: the marked regions of an exhibit's captures, as annotations of their IIIF canvases."""

from hearings.standards.edition import Edition

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", "http://iiif.io/api/presentation/3/context.json"]
MEDIA_FRAGMENTS = "http://www.w3.org/TR/media-frags/"


def annotation_page(edition: Edition) -> dict:
    """Every marked region of the exhibit as one AnnotationPage (Web Annotation Data Model)."""
    items = [row for capture in edition.captures for row in annotations(edition, capture)]
    page = {"@context": CONTEXT, "id": edition.of_exhibit("annotations"), "type": "AnnotationPage"}
    withdrawn = {} if edition.images else {"summary": {"en": ["Withdrawn: the images are no longer shown."]}}
    return page | withdrawn | {"items": items}


def annotations(edition: Edition, capture: dict) -> list[dict]:
    """The marked regions of a capture; their coordinates are pixels of its canvas."""
    source = {
        "id": edition.canvas(capture["sha256"]),
        "type": "Canvas",
        "partOf": [{"id": edition.of_exhibit("manifest"), "type": "Manifest"}],
    }
    return [
        {
            "id": f"{edition.of_exhibit('annotations')}#{capture['sha256']}-{number}",
            "type": "Annotation",
            "motivation": "describing",
            "created": edition.content["published"],
            **({"creator": {"type": "Person", "name": region["author"]}} if region["author"] else {}),
            "body": {
                "type": "TextualBody",
                "value": f"{region['letter']}: {region['text']}",
                "format": "text/plain",
                "language": "en",
            },
            "target": {"type": "SpecificResource", "source": source, "selector": selector(region, capture)},
        }
        for number, region in enumerate(capture["annotations"], 1)
    ]


def canvas_size(capture: dict) -> tuple[int, int]:
    """Width and height of a capture's canvas: those of the rendering, or of the original while there is none."""
    shown = capture["rendering"] or capture
    return shown["width"], shown["height"]


def selector(region: dict, capture: dict) -> dict:
    """Where a region lies: a FragmentSelector (Media Fragments, pixels) or, for a polygon, an SvgSelector."""
    width, height = canvas_size(capture)
    across, down = width / capture["width"], height / capture["height"]
    points = [(round(x * across), round(y * down)) for x, y in region["points"]]
    if region["shape"] == "polygon":
        corners = " ".join(f"{x},{y}" for x, y in points)
        svg = f'<svg xmlns="http://www.w3.org/2000/svg"><polygon points="{corners}"/></svg>'
        return {"type": "SvgSelector", "value": svg}
    (left, right), (top, bottom) = (sorted(values) for values in zip(*points, strict=True))
    value = f"xywh=pixel:{left},{top},{max(right - left, 1)},{max(bottom - top, 1)}"
    return {"type": "FragmentSelector", "conformsTo": MEDIA_FRAGMENTS, "value": value}
