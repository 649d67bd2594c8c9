"""An invented press release, and a browser's view of the forms that import it."""

from html.parser import HTMLParser
from pathlib import Path

from django.urls import reverse

IMPORT = "/admin/hearings/sourcedocument/import/"
ROOT = Path(__file__).resolve().parent.parent
RELEASE = (
    "Sample Commission Hears of Lost Samples\n"
    "Rep. Sam Specimen (R-NJ), Chair of the Sample Commission on Measures (SCM), chaired a hearing on "
    "May 4 entitled “Lost Samples and Their Finders.”\n"
    "“Samples must never be lost without a trace in any country of the world,” said Specimen, who has "
    "chaired many hearings on samples.\n"
    "The commission heard testimony from Dr. Alba Example, Director of Research at the Institute of "
    "Samples; and Ambassador Jung-Hoon Muster, Former Envoy for Measures.\n"
    "“Nobody counts what nobody keeps, and nobody keeps what nobody counts,” said Alba Example, who "
    "described the Convention on the Safety of Samples.\n"
    "“The tools are there for everybody who wants to measure,” said Jung-Hoon Muster. “They lie "
    "unused, and that is a breach of the duty that every country has towards its samples.”\n"
)
QUOTES = [
    ("Sam Specimen", ["Samples must never be lost without a trace in any country of the world,"]),
    ("Alba Example", ["Nobody counts what nobody keeps, and nobody keeps what nobody counts,"]),
    (
        "Jung-Hoon Muster",
        [
            "The tools are there for everybody who wants to measure,",
            "They lie unused, and that is a breach of the duty that every country has towards its samples.",
        ],
    ),
]


class FormReader(HTMLParser):
    """What a browser would send of the forms of a page: names and values as they stand in it."""

    def __init__(self, html: str):
        super().__init__()
        self.values: dict[str, str] = {}
        self.select = self.textarea = ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        name = given.get("name", "")
        if tag == "input" and name:
            checkable = given.get("type") in ("checkbox", "radio")
            if given.get("type") not in ("submit", "file") and (not checkable or "checked" in given):
                self.values[name] = given.get("value", "on" if checkable else "")
        elif tag == "textarea":
            self.textarea, self.values[name] = name, ""
        elif tag == "select":
            self.select = name
        elif tag == "option" and ("selected" in given or self.select not in self.values):
            self.values[self.select] = given.get("value", "")

    def handle_data(self, data):
        if self.textarea:
            self.values[self.textarea] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.values[self.textarea] = self.values[self.textarea].removeprefix("\n")
            self.textarea = ""
        elif tag == "select":
            self.select = ""


def form_values(response) -> dict[str, str]:
    return FormReader(response.content.decode()).values


def paste(client, text=RELEASE, **fields):
    return client.post(IMPORT, {"text": text.replace("\n", "\r\n"), **fields})


def review_url(source):
    return reverse("admin:hearings_sourcedocument_review", args=[source.pk])


def open_review(client, text=RELEASE):
    """Paste a release; the address of its review and what its form would send, every quote accepted."""
    url = paste(client, text).url
    values = form_values(client.get(url))
    for number in range(int(values["quotes-INITIAL_FORMS"])):
        values[f"quotes-{number}-decision"] = "accept"
    return url, values


def browser(response):
    return response.content.decode()
