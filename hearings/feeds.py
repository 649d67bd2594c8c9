"""Feeds: hearings in all, of a body or a topic; the words said at a hearing or by a person; corrections.

Each can be had as Atom and as JSON Feed. Addresses are those of SITE_URL, whatever host was asked.
"""

import hashlib
import re
from collections.abc import Iterator
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import SyndicationFeed
from django.utils.html import escape
from django.utils.http import http_date, parse_http_date

from hearings.atom_feed import AtomFeed
from hearings.diffs import describe
from hearings.json_feed import JsonFeed
from hearings.latest import LATEST, corrections_of, is_withdrawn, last_sealing, latest
from hearings.models import Appearance, Body, Correction, Hearing, PublishedAddress, Quote, Topic
from hearings.search import narrow
from hearings.shared import SHARED
from hearings.text import direction, shorten
from witnesses.models import Witness

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
MOST_TURNS = 20  # of a new edition, that were changed, and as many that are new
LONGEST_SEARCH = 1000  # characters
ENDINGS = {AtomFeed: "atom", JsonFeed: "json"}
NOT_HELD = {"Postponed", "Cancelled"}  # what a version says of a hearing that is not held as it was announced


class Moved(Exception):
    """The address is a former one of `owner`."""

    def __init__(self, owner: Hearing | Witness):
        self.owner = owner
        super().__init__(str(owner))


class RecordFeed(Feed):
    """What the feeds share: full addresses, plain text, and that any site may read them."""

    route: str
    page: str
    author_name = settings.SITE_NAME

    def __init__(self, feed_type: type[SyndicationFeed] = AtomFeed):
        self.feed_type = feed_type

    def __call__(self, request, *args, **kwargs):
        try:
            response = super().__call__(request, *args, **kwargs)
        except Moved as moved:
            return redirect(self.feed_url(moved.owner), permanent=True)
        changed = max(parse_http_date(response["Last-Modified"]), last_sealing())
        response["Last-Modified"] = http_date(changed)
        response["ETag"] = etag = f'"{hashlib.sha256(response.content).hexdigest()}"'
        response = get_conditional_response(request, etag=etag, last_modified=changed, response=response)
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
        """Atom takes it as HTML, so that every mark of it is escaped; what is in another language says so."""
        language, paragraphs = self.language_of(item), self.paragraphs_of(item)
        if len(paragraphs) == 1 and not language:
            return escape(NOT_IN_XML.sub("", paragraphs[0][0]))
        return "".join(_in_html(text, own or language) for text, own in paragraphs)

    def item_extra_kwargs(self, item):
        text = "\n\n".join(text for text, _ in self.paragraphs_of(item))
        return {"plain_text": text, "language": self.language_of(item)}

    def item_link(self, item):
        return settings.SITE_URL + item.get_absolute_url()

    def item_guid(self, item):
        return self.item_link(item)

    def item_pubdate(self, item):
        return item.published_at

    def item_updateddate(self, item):
        return item.changed_at

    def paragraphs_of(self, item):
        """The text, paragraph by paragraph, each with its language where that is not the entry's."""
        return [(text, "") for text in self.text_of(item).split("\n\n")]

    def language_of(self, item):
        return ""


class HearingFeed(RecordFeed):
    """The hearings published last."""

    route, page = "hearing_feed", "hearings:hearing_list"
    title = f"Hearings – {settings.SITE_NAME}"
    subtitle = "Hearings as they are published."

    def items(self, obj):
        """The withdrawn ones in their place, so that who has the entry sees it change."""
        hearings = obj.hearings.readable() if obj else Hearing.objects.readable()
        return latest(hearings.select_related("current"))

    def title_of(self, item):
        content = item.shown.content
        standing = "Withdrawn" if item.is_withdrawn else content["status"]
        return f"{standing}: {content['title']}" if standing in {"Withdrawn", *NOT_HELD} else content["title"]

    def text_of(self, item):
        content = item.shown.content
        if item.is_withdrawn:
            return "This hearing was withdrawn. Its page says why."
        not_held = f"{content['status']}. This hearing did not take place on the date given."
        standing = not_held if content["status"] in NOT_HELD else ""
        facts = [standing, content["date"], ", ".join(body["name"] for body in content["bodies"]), content["summary"]]
        return "\n\n".join(filter(None, [*facts, *corrections_of(item)]))

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
            if shelf.is_closed:
                raise Http404("Sealed.")
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

    def paragraphs_of(self, item):
        if is_withdrawn(item):
            return [("This quotation was withdrawn. Its page says why. Do not quote it as valid.", "")]
        told = [(sentence, "en") for sentence in corrections_of(item)]
        return [*((f"“{passage}”", "") for passage in item.shown.passages), *told]

    def language_of(self, item):
        language = "" if is_withdrawn(item) else item.shown.language
        return "" if language == "en" else language

    def item_author_name(self, item):
        return "" if is_withdrawn(item) else item.shown.speaker_name


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
        return latest(Quote.objects.readable().filter(hearing=obj).shown().select_related("hearing"))


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
        return latest(Quote.objects.readable().filter(speaker__in=speaker).shown().select_related("hearing"))


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
        return latest(narrow(Quote.objects.readable(), obj).shown().select_related("hearing"))


class CorrectionFeed(RecordFeed):
    """The latest public corrections."""

    route, page = "correction_feed", "hearings:correction_list"
    title = f"Corrections – {settings.SITE_NAME}"
    subtitle = "What was corrected, withdrawn or restored, and why."

    def items(self, obj):
        return Correction.objects.public().shown()[:LATEST]

    def title_of(self, item):
        return f"{item.kind_in_words}: {item.record}"

    def text_of(self, item):
        """The public sentence; of a transcript's new edition also what changed, turn by turn."""
        return "\n\n".join([item.sentence, *turn_by_turn(item)])

    def item_pubdate(self, item):
        return item.made_at

    item_updateddate = item_pubdate


def _in_html(text: str, language: str) -> str:
    attributes = f' lang="{escape(language)}" dir="{direction(language)}"' if language else ""
    return f"<p{attributes}>{escape(NOT_IN_XML.sub('', text))}</p>"


def turn_by_turn(correction: Correction) -> Iterator[str]:
    """A line for each turn that an edition changed, withdrew or added, as far as MOST_TURNS."""
    for one in correction.along.filter(quote=None)[:MOST_TURNS]:
        changed = describe(one.from_version.text, one.to_version.text) or f"{one.get_reason_display()}."
        yield f"{one.turn.called}: {changed}"
    for turn in correction.new_turns[:MOST_TURNS]:
        yield f"{turn.called} is new: “{shorten(turn.shown.text, 200)}”"
