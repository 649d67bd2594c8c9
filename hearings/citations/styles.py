"""The published styles: APA 7, Chicago 17 (notes), MLA 9 and the Bluebook (rule 13.3)."""

from collections.abc import Callable

from hearings.citations.cited import Cited, ordinal
from hearings.citations.marks import asks, ends, in_quotation_marks, on_one_line, sentence
from hearings.citations.runs import Run
from hearings.citations.wikitext import wikipedia
from hearings.text import shorten

QUOTED = 80  # characters of the words that stand for the title of what has none
MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def apa(cited: Cited) -> list[Run]:
    """APA 7, section 11.5, federal testimony and hearings: title, Congress, year, speaker by name alone, address.

    The title stands as it was printed: which of its words are names, no rule can tell.
    """
    who = cited.speaker.natural(comma="") if cited.speaker else ""
    meeting = cited.meeting.capitalize() + (f" before {cited.before}" if cited.before else "")
    said = _part(cited, who, "testimony")
    return _legal(cited, _subtitled(cited, meeting), f"{said}. {cited.url}")


def chicago(cited: Cited) -> list[Run]:
    """Chicago 17, note, 14.289: as the Bluebook has it, in Chicago's capitals and without a comma before `Jr.`."""
    meeting = cited.meeting.title() + (f" before {cited.before}" if cited.before else "")
    said = _part(cited, _styled(cited, comma=""), "statement")
    return _legal(cited, _subtitled(cited, meeting), f"{said}, {cited.url}.", cited.page_range())


def bluebook(cited: Cited) -> list[Run]:
    """The Bluebook, rule 13.3 with 18.2: the whole title, bodies, Congress, page, year, speaker with title, address.

    Since its 20th edition no `available at` stands before the address.
    """
    meeting = cited.meeting.title() + (f" Before {cited.before}" if cited.before else "")
    said = _part(cited, _styled(cited), "statement")
    pages = cited.page_range(short=True)
    return _legal(cited, f"{cited.title}: {meeting}", f"{said}, {cited.url}.", pages)


def mla(cited: Cited) -> list[Run]:
    """MLA 9: author, title (the first words of what has none), the hearing and then the site as containers."""
    held = ", ".join(filter(None, [_day_first(cited.date), cited.place]))
    congress = f"{ordinal(cited.congress)} Congress" if cited.congress else ""
    site = [Run(cited.site, italic=True), Run(f", {cited.url}.")]
    if cited.kind == "hearing":
        names = cited.names_of_bodies
        authors = f"{names[0]}, et al." if len(names) > 2 else " and ".join(names)
        about = ", ".join(filter(None, [congress, cited.meeting.lower()]))
        end = f" {about[:1].upper()}{about[1:]}."
        opening = [Run(sentence(authors))] if authors else []
        between = Run(f" {sentence(held)}" if held else " ")
        title = Run(cited.title + ("" if ends(cited.title) else "."), italic=True)
        return _closed(cited, [*opening, title, between, *site, Run(end)])
    of = f"{cited.meeting.lower()}{f' of {cited.before}' if cited.before else ''}"
    opening = sentence(cited.speaker.inverted()) if cited.speaker else ""
    opening += f"{in_quotation_marks(shorten(cited.in_short, QUOTED), '.')} "
    pages = f"{'p.' if len(set(cited.pages)) == 1 else 'pp.'} {cited.page_range(short=True)}" if cited.pages else ""
    facts = ", ".join(filter(None, [of, congress, held, pages]))
    end = [Run(" Exhibit.")] if cited.kind == "exhibit" else []
    return _closed(cited, [Run(opening), Run(cited.title, italic=True), Run(f", {sentence(facts)}"), *site, *end])


STYLES: dict[str, Callable[[Cited], list[Run]]] = {
    "APA 7": apa,
    "Chicago 17 (note)": chicago,
    "MLA 9": mla,
    "Bluebook": bluebook,
    "Wikipedia": wikipedia,
}


def _legal(cited: Cited, title: str, end: str, pages: str = "") -> list[Run]:
    congress = f", {cited.legislative_body}" if cited.congress else ""
    page = f" {pages}" if pages else ""
    return _closed(cited, [Run(title, italic=True), Run(f"{congress}{page} ({cited.year}){end}")])


def _subtitled(cited: Cited, meeting: str) -> str:
    """The title and what it was, with a colon between; a question mark makes that superfluous."""
    return f"{cited.title}{'' if asks(cited.title) else ':'} {meeting}"


def _part(cited: Cited, who: str, word: str) -> str:
    """What of the hearing is cited, in parentheses; nothing for all of it, or where nobody is named."""
    if cited.kind == "exhibit":
        title = in_quotation_marks(cited.text, "," if who else "")
        return f" (exhibit {title} presented by {who})" if who else f" (exhibit {title})"
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


def _closed(cited: Cited, runs: list[Run]) -> list[Run]:
    ends_in = [Run(" [Withdrawn]")] if cited.withdrawn else []
    return [Run(on_one_line(run.text), run.italic) for run in [*runs, *ends_in]]
