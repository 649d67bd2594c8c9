"""What the tests of citations cite, in one place."""

from hearings.citations import Cited, Person

QUOTE = "https://record.example/q/0123456789abcdef/v2/"
FACTS = {
    "kind": "quote",
    "public_id": "0123456789abcdef",
    "hearing": "Samples of Asia",
    "permalink": "https://record.example/q/0123456789abcdef/",
    "version_link": QUOTE,
    "version": 2,
    "site": "Hearings Record",
    "text": "Sample words were said.",
    "speaker": Person("Sample", "Alba"),
    "affiliation": "Director, Sample Institute",
    "bodies": ("Sample Commission",),
    "congress": 118,
    "date": (2023, 6, 13),
    "place": "Washington",
}


def make_cited(**facts):
    return Cited(**FACTS | facts)
