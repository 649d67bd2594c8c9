"""ContextObjects in Spans (COinS): the references of a page that lists several, for reference managers."""

from urllib.parse import urlencode

from hearings.citations.cited import Cited


def coins(cited: Cited) -> str:
    """The title attribute of `<span class="Z3988">`: an OpenURL 1.0 context object of Dublin Core, not yet escaped."""
    speaker = cited.speaker
    fields = {
        "ctx_ver": "Z39.88-2004",
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc",
        "rft.type": "hearing",
        "rft.title": cited.title,
        "rft.aulast": speaker.family if speaker and speaker.given else "",
        "rft.aufirst": speaker.given if speaker else "",
        "rft.au": speaker.family if speaker and not speaker.given else "",
        "rft.publisher": "; ".join(cited.bodies),
        "rft.date": iso(cited.date),
        "rft.description": cited.quoted,
        "rft.language": cited.language,
        "rft.identifier": cited.url,
    }
    return urlencode({name: value for name, value in fields.items() if value})


def iso(date: tuple[int, ...]) -> str:
    """The date as precise as it is known: `2023-06-13`, `2023-06`, `2023`."""
    return "-".join(f"{part:02}" for part in date)
