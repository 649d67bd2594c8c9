"""A witness as the readers of lists and sentences first hold one."""

from dataclasses import dataclass


@dataclass
class Draft:
    """A witness as first read: the title is still one string."""

    name: str
    honorific: str | None
    title: str = ""
    organization: str | None = None
