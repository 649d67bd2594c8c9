"""Image files: what may come in, what is known of a file, and the clean copies that the public sees."""

from hearings.imaging.facts import ImageFacts, ImageRefused
from hearings.imaging.portrait import MAX_BYTES, RECIPE, inspect, web_copy

__all__ = ["MAX_BYTES", "RECIPE", "ImageFacts", "ImageRefused", "inspect", "web_copy"]
