"""Feeds: hearings in all, of a body or a topic; the words said at a hearing or by a person; corrections.

Each can be had as Atom and as JSON Feed. Addresses are those of SITE_URL, whatever host was asked.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, SyndicationFeed
from django.utils.html import escape

from hearings.diffs import describe
from hearings.json_feed import JsonFeed
from hearings.models import Appearance, Body, Correction, Hearing, PublishedAddress, Quote, Topic
from hearings.search import narrow
from hearings.shared import SHARED
from hearings.text import shorten
from witnesses.models import Witness

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LATEST = 50
MOST_TURNS = 20  # of a new edition, that were changed, and as many that are new
LONGEST_SEARCH = 1000  # characters
ENDINGS = {Atom1Feed: "atom", JsonFeed: "json"}


class Moved(Exception):
    """The address is a former one of `owner`."""

    def __init__(self, owner: Hearing | Witness):
        self.owner = owner
        super().__init__(str(owner))


class RecordFeed(Feed):
    """What the feeds share: full addresses, plain text, and that any site may read them."""

    route: str
    page: str

    def __init__(self, feed_type: type[SyndicationFeed] = Atom1Feed):
        self.feed_type = feed_type

    def __call__(self, request, *args, **kwargs):
        try:
            response = super().__call__(request, *args, **kwargs)
        except Moved as moved:
            return redirect(self.feed_url(moved.owner), permanent=True)
        for name, value in SHARED.items():
            response[name] = value
        return response

    def link(self, obj):
        return settings.SITE_URL + (obj.get_absolute_url() if obj else reverse(self.page))

    def feed_url(self, obj):
        key = {"slug": obj.slug} if obj else {}
        return settings.SITE_URL + reverse(f"hearings:{self.route}_{ENDINGS[self.feed_type]}", kwargs=key)

    def item_title(self, item):
        return NOT_IN_XML.sub("", self.title_of(item))

    def item_description(self, item):
        """Atom takes it as HTML, so that every mark of it is escaped."""
        return escape(NOT_IN_XML.sub("", self.text_of(item)))

    def item_extra_kwargs(self, item):
        return {"plain_text": self.text_of(item), "language": self.language_of(item)}

    def item_link(self, item):
        return settings.SITE_URL + item.get_absolute_url()

    def item_guid(self, item):
        return self.item_link(item)

    def item_pubdate(self, item):
        return item.published_at

    def item_updateddate(self, item):
        return item.current.published_at

    def language_of(self, item):
        return ""


class HearingFeed(RecordFeed):
    """The hearings published last."""

    route, page = "hearing_feed", "hearings:hearing_list"
    title = f"Hearings – {settings.SITE_NAME}"
    subtitle = "Hearings as they are published."

    def items(self, obj):
        hearings = obj.hearings.public() if obj else Hearing.objects.public()
        return hearings.select_related("current").order_by("-published_at", "-pk")[:LATEST]

    def title_of(self, item):
        return item.shown.content["title"]

    def text_of(self, item):
        content = item.shown.content
        facts = [content["date"], ", ".join(body["name"] for body in content["bodies"]), content["summary"]]
        return "\n\n".join(filter(None, facts))

    def item_guid(self, item):
        """The address that never changes."""
        return settings.SITE_URL + reverse("hearings:hearing_by_id", args=[item.public_id])


class ShelfFeed(HearingFeed):
    """The hearings of one body or topic."""

    shelves: type[Body] | type[Topic]
    subtitle = "Hearings as they are published."

    def get_object(self, request, slug):
        """It stays while nothing is listed under it: its address was public."""
        shelf = self.shelves.objects.public().filter(slug=slug).first()
        if shelf is None:
            shelf = get_object_or_404(self.shelves, slug=slug)
            get_object_or_404(PublishedAddress.objects.public(), path=shelf.get_absolute_url())
        return shelf

    def title(self, obj):
        return f"{obj.name} – {settings.SITE_NAME}"


class BodyFeed(ShelfFeed):
    route, shelves = "body_feed", Body


class TopicFeed(ShelfFeed):
    route, shelves = "topic_feed", Topic


class QuoteFeed(RecordFeed):
    """The words published last; the entry of withdrawn ones says that they were withdrawn, in their place."""

    def title_of(self, item):
        who = "Withdrawn quotation" if is_withdrawn(item) else item.shown.speaker_name
        return f"{who}, {item.shown.held['title']}"

    def text_of(self, item):
        if is_withdrawn(item):
            return "This quotation was withdrawn. Its page says why. Do not quote it as valid."
        return "\n\n".join(f"“{passage}”" for passage in item.shown.passages)

    def item_updateddate(self, item):
        return item.updated_at if is_withdrawn(item) else item.current.published_at

    def language_of(self, item):
        return item.shown.language

    def item_author_name(self, item):
        return "" if is_withdrawn(item) else item.shown.speaker_name


def is_withdrawn(quote: Quote) -> bool:
    return quote.is_withdrawn or quote.hearing.is_withdrawn


class WordsFeed(QuoteFeed):
    """The words said at one hearing."""

    route = "words_feed"
    subtitle = "The words said at this hearing, as they are published and corrected."

    def get_object(self, request, slug):
        readable = Hearing.objects.readable()
        if found := readable.filter(slug=slug).first():
            return found
        raise Moved(get_object_or_404(readable, former_slugs__slug=slug))

    def title(self, obj):
        return f"{obj.title} – {settings.SITE_NAME}"

    def items(self, obj):
        quotes = Quote.objects.readable().filter(hearing=obj).shown().select_related("hearing")
        return quotes.order_by("-current__published_at", "-pk")[:LATEST]


class WitnessFeed(QuoteFeed):
    """The words of one person, whichever of their entries they stand under."""

    route = "witness_feed"
    subtitle = "The words of this person, as they are published and corrected."

    def get_object(self, request, slug):
        if person := Witness.objects.public().filter(slug=slug).first():
            return person
        if person := Witness.moved_from(slug):
            raise Moved(person)
        raise Http404("No such person.")

    def title(self, obj):
        return f"{obj.full_name} – {settings.SITE_NAME}"

    def items(self, obj):
        speaker = Appearance.objects.public().filter(pk__in=obj.every_appearance.public())
        quotes = Quote.objects.readable().filter(speaker__in=speaker).shown().select_related("hearing")
        return quotes.order_by("-current__published_at", "-pk")[:LATEST]


class SearchFeed(QuoteFeed):
    """The quotations that a search finds, the latest first."""

    route = "search_feed"
    subtitle = "Quotations that a search finds, as they are published and corrected."

    def get_object(self, request):
        return request.GET.get("q", "").replace("\x00", "")[:LONGEST_SEARCH]

    def link(self, obj):
        return f"{settings.SITE_URL}{reverse('hearings:search')}?{urlencode({'q': obj})}"

    def feed_url(self, obj):
        address = reverse(f"hearings:{self.route}_{ENDINGS[self.feed_type]}")
        return f"{settings.SITE_URL}{address}?{urlencode({'q': obj})}"

    def title(self, obj):
        return NOT_IN_XML.sub("", f"Search: {obj} – {settings.SITE_NAME}")

    def items(self, obj):
        found = narrow(Quote.objects.public(), obj).shown().select_related("hearing")
        return found.order_by("-current__published_at", "-pk")[:LATEST]


class CorrectionFeed(RecordFeed):
    """The latest public corrections."""

    route, page = "correction_feed", "hearings:correction_list"
    title = f"Corrections – {settings.SITE_NAME}"
    subtitle = "What was corrected, withdrawn or restored, and why."

    def items(self, obj):
        return Correction.objects.public().shown()[:LATEST]

    def title_of(self, item):
        return f"{item.get_reason_display()}: {item.record}"

    def text_of(self, item):
        """The public sentence; of a transcript's new edition also what changed, turn by turn."""
        return "\n\n".join([item.sentence, *turn_by_turn(item)])

    def item_pubdate(self, item):
        return item.made_at

    item_updateddate = item_pubdate


def turn_by_turn(correction: Correction) -> Iterator[str]:
    """A line for each turn that an edition changed, withdrew or added, as far as MOST_TURNS."""
    for one in correction.along.filter(quote=None)[:MOST_TURNS]:
        changed = describe(one.from_version.text, one.to_version.text) or f"{one.get_reason_display()}."
        yield f"Turn {one.turn.number}: {changed}"
    for turn in correction.new_turns[:MOST_TURNS]:
        yield f"Turn {turn.number} is new: “{shorten(turn.shown.text, 200)}”"
