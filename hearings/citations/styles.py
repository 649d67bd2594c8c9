"""The published styles: APA 7, Chicago 17 (notes), MLA 9 and the Bluebook (rule 13.3)."""

from collections.abc import Callable

from hearings.citations.cited import Cited, ordinal
from hearings.citations.runs import Run
from hearings.citations.wikitext import wikipedia
from hearings.text import shorten

QUOTED = 80  # characters of the words that stand for the title of what has none
INNER = str.maketrans('“”"', "‘’'")
MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
ENDS = (".", "?", "!", "…")


def apa(cited: Cited) -> list[Run]:
    """APA 7, section 11.5, federal testimony and hearings: title, Congress, year, speaker by name alone, address.

    The title stands as it was printed: which of its words are names, no rule can tell.
    """
    who = cited.speaker.natural() if cited.speaker else ""
    meeting = cited.meeting.capitalize() + (f" before {cited.before}" if cited.before else "")
    said = _part(cited, who, "testimony")
    return _legal(cited, meeting, f"{said}. {cited.url}")


def chicago(cited: Cited) -> list[Run]:
    """Chicago 17, note, 14.289: as the Bluebook has it, in Chicago's capitals and without a comma before `Jr.`."""
    meeting = cited.meeting.title() + (f" before {cited.before}" if cited.before else "")
    said = _part(cited, _styled(cited, comma=""), "statement")
    return _legal(cited, meeting, f"{said}, {cited.url}.")


def bluebook(cited: Cited) -> list[Run]:
    """The Bluebook, rule 13.3 with 18.2: the whole title, bodies, Congress, year, speaker with title, address."""
    meeting = cited.meeting.title() + (f" Before {cited.before}" if cited.before else "")
    said = _part(cited, _styled(cited), "statement")
    return _legal(cited, meeting, f"{said}, {cited.url}.")


def mla(cited: Cited) -> list[Run]:
    """MLA 9: author, title (the first words of what has none), the hearing and then the site as containers."""
    held = ", ".join(filter(None, [_day_first(cited.date), cited.place]))
    congress = f"{ordinal(cited.congress)} Congress" if cited.congress else ""
    site = [Run(cited.site, italic=True), Run(f", {cited.url}.")]
    if cited.kind == "hearing":
        authors = f"{cited.bodies[0]}, et al." if len(cited.bodies) > 2 else " and ".join(cited.bodies)
        about = ", ".join(filter(None, [congress, cited.meeting.lower()]))
        end = f" {about[:1].upper()}{about[1:]}."
        opening = [Run(_sentence(authors))] if authors else []
        between = Run(f" {_sentence(held)}" if held else " ")
        title = Run(cited.title + ("" if cited.title.endswith(ENDS) else "."), italic=True)
        return _closed(cited, [*opening, title, between, *site, Run(end)])
    words = shorten(cited.text, QUOTED).translate(INNER)
    of = f"{cited.meeting.lower()}{f' of {cited.before}' if cited.before else ''}"
    opening = _sentence(cited.speaker.inverted()) if cited.speaker else ""
    opening += f"“{words if words.endswith(ENDS) else words + '.'}” "
    facts = ", ".join(filter(None, [of, congress, held]))
    end = [Run(" Exhibit.")] if cited.kind == "exhibit" else []
    return _closed(cited, [Run(opening), Run(cited.title, italic=True), Run(f", {_sentence(facts)}"), *site, *end])


STYLES: dict[str, Callable[[Cited], list[Run]]] = {
    "APA 7": apa,
    "Chicago 17 (note)": chicago,
    "MLA 9": mla,
    "Bluebook": bluebook,
    "Wikipedia": wikipedia,
}


def _legal(cited: Cited, meeting: str, end: str) -> list[Run]:
    congress = f", {ordinal(cited.congress, legal=True)} Cong." if cited.congress else ""
    title = Run(f"{cited.title}: {meeting}", italic=True)
    return _closed(cited, [title, Run(f"{congress} ({cited.year}){end}")])


def _part(cited: Cited, who: str, word: str) -> str:
    """What of the hearing is cited, in parentheses; nothing for all of it, or where nobody is named."""
    if cited.kind == "exhibit":
        title = cited.text.translate(INNER)
        return f" (exhibit “{title},” presented by {who})" if who else f" (exhibit “{title}”)"
    return f" ({word} of {who})" if who and cited.kind != "hearing" else ""


def _styled(cited: Cited, comma: str = ",") -> str:
    """The speaker with the office and the title of that day."""
    if not cited.speaker:
        return ""
    name = " ".join(filter(None, [cited.speaker.office, cited.speaker.natural(comma)]))
    return ", ".join(filter(None, [name, cited.affiliation]))


def _day_first(date: tuple[int, ...]) -> str:
    """`13 June 2023`, `Sept. 2023`, `2023`; empty where there is no year."""
    year, month, day = (*date, None, None, None)[:3]
    return " ".join(filter(None, [str(day or ""), MONTHS[month - 1] if month else "", str(year or "")]))


def _sentence(text: str) -> str:
    return f"{text} " if text.endswith(ENDS) else f"{text}. "


def _closed(cited: Cited, runs: list[Run]) -> list[Run]:
    return [*runs, Run(" [Withdrawn]")] if cited.withdrawn else runs
