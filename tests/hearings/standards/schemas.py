"""The schemas that the documents are held against, without asking the network."""

import json
import warnings
from pathlib import Path

import pystac
from jsonschema import Draft202012Validator
from pystac.validation.stac_validator import JsonSchemaSTACValidator

FOLDER = Path(__file__).parents[2] / "schemas"


def schema(name):
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def stac_validator():
    """pystac’s own, with the extensions’ schemas beside those that it brings."""
    validator = JsonSchemaSTACValidator()
    for path in FOLDER.glob("stac-*.json"):
        text = schema(path.name)
        validator.schema_cache[text["$id"].removesuffix("#")] = text
    return validator


STAC = stac_validator()
MANIFEST = Draft202012Validator(schema("iiif-presentation-3.json"))
IMAGE_INFO = Draft202012Validator(schema("image-info-3.json"))
WEB_ANNOTATION = Draft202012Validator(schema("web-annotation.json"))


def assert_stac(document):
    """Judged by the schemas, and read by pystac as what it says that it is."""
    STAC.validate(
        document,
        pystac.STACObjectType.ITEM if document["type"] == "Feature" else pystac.STACObjectType.COLLECTION,
        document["stac_version"],
        document["stac_extensions"],
    )
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*deprecated")  # what pystac says of a document that says so itself
        return pystac.read_dict(document)
