"""A citation as pieces of text, some of them in italics."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """A piece of a citation that is set in one type."""

    text: str
    italic: bool = False


def plain(runs: list[Run]) -> str:
    """The citation as text alone, as it is copied."""
    return "".join(run.text for run in runs)
