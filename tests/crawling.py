"""What a stranger finds by following links, and every address that the routes of the site can make."""

import html
import re
from dataclasses import dataclass

from django.conf import settings
from django.urls import URLResolver, get_resolver, reverse

LINK = re.compile(r'(?:href|src|action|cite|content)="([^"]*)"')
FEED_LINK = re.compile(r"<id>([^<]*)</id>")
NOT_PUBLIC = ("/static/", "/admin/", "/api/")  # the API is asked route by route, in test_secrecy and test_api


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the headers and every byte of the body."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def everything(self) -> bytes:
        return self.body + repr(self.headers).encode()

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def location(self) -> str:
        return dict(self.headers).get("Location", "")


def ask(client, address: str, *, method: str = "get") -> Answer:
    response = getattr(client, method)(address)
    body = response.getvalue() if response.streaming else response.content
    return Answer(response.status_code, tuple(sorted(response.headers.items())), body)


def links(answer: Answer) -> list[str]:
    """The addresses of this site that an answer leads to, without fragments."""
    kind = dict(answer.headers).get("Content-Type", "")
    if answer.location:
        return [answer.location]
    if not kind.startswith(("text/html", "application/atom+xml")):
        return []
    found = [html.unescape(link) for link in LINK.findall(answer.text) + FEED_LINK.findall(answer.text)]
    local = [link.removeprefix(settings.SITE_URL).split("#")[0] for link in found]
    return [link for link in local if re.match(r"/(?!/)", link) and not link.startswith(NOT_PUBLIC)]


def crawl(client, *starts: str) -> dict[str, Answer]:
    """Every answer that can be reached by links from `starts` (the home page if none is named)."""
    waiting, answers = list(starts) or ["/"], {}
    while waiting:
        address = waiting.pop()
        if address not in answers:
            answers[address] = ask(client, address)
            waiting += links(answers[address])
    return answers


def public_routes():
    """The name and the parameters of every public route."""
    for resolver in get_resolver().url_patterns:
        if isinstance(resolver, URLResolver) and resolver.app_name != "admin":
            for pattern in resolver.url_patterns:
                names = set(pattern.pattern.converters) | set(pattern.pattern.regex.groupindex)
                yield f"{resolver.namespace}:{pattern.name}", names


def addresses_of(name: str, parameters: set[str], values: dict[str, str]) -> str:
    """The address of a route, its parameters taken from `values`; a parameter that is not there fails the test."""
    assert parameters <= set(values), f"{name}: say in the test what to put for {parameters - set(values)}"
    return reverse(name, kwargs={parameter: values[parameter] for parameter in parameters})
