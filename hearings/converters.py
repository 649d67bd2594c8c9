"""The forms of the parameters of addresses."""

from django.urls import register_converter

from hearings.ids import PATTERN


class PublicId:
    regex = PATTERN

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class VersionNumber:
    regex = "[1-9][0-9]{0,8}"
    to_python = int
    to_url = str


class Sha256:
    regex = "[0-9a-f]{64}"
    to_python = to_url = str


class ImageEnding:
    regex = "avif|webp|jpg"
    to_python = to_url = str


class Noun:
    """The records of the API that have versions."""

    regex = "hearings|quotes|turns|exhibits"
    to_python = to_url = str


register_converter(ImageEnding, "image")
register_converter(Noun, "noun")
register_converter(PublicId, "public_id")
register_converter(Sha256, "sha256")
register_converter(VersionNumber, "version")
