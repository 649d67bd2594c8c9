"""The public addresses of hearings and what hangs on them."""

import re

from django.urls import path, register_converter

import hearings.converters  # noqa: F401  registers the forms of parameters
from hearings import sitemaps
from hearings.feeds import BodyFeed, CorrectionFeed, HearingFeed, SearchFeed, TopicFeed, WitnessFeed, WordsFeed
from hearings.json_feed import JsonFeed
from hearings.representations.formats import FORMATS
from hearings.views import (
    body,
    card,
    check,
    correction,
    data,
    embed,
    exhibit,
    exhibit_data,
    hearing,
    machines,
    oembed,
    preview,
    quote,
    search,
    site,
    topic,
    transcript,
    turn,
)


class FormatEnding:
    regex = "|".join(re.escape(ending) for ending in FORMATS)
    to_python = to_url = str


register_converter(FormatEnding, "format")

VERSION = "<public_id:public_id>/v<version:number>"
CAPTURE = "x/<public_id:public_id>/v<version:number>/<sha256:sha256>"

FEEDS = {
    "hearings/": HearingFeed,
    "hearings/<slug:slug>/": WordsFeed,
    "bodies/<slug:slug>/": BodyFeed,
    "topics/<slug:slug>/": TopicFeed,
    "witnesses/<slug:slug>/": WitnessFeed,
    "corrections/": CorrectionFeed,
    "search/": SearchFeed,
}

app_name = "hearings"
urlpatterns = [
    *(path(f"{under}feed.atom", feed(), name=f"{feed.route}_atom") for under, feed in FEEDS.items()),
    *(path(f"{under}feed.json", feed(JsonFeed), name=f"{feed.route}_json") for under, feed in FEEDS.items()),
    path("feeds/", machines.feeds, name="feeds"),
    path("hearings/upcoming.ics", machines.upcoming, name="upcoming"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>-<version:page>.xml", sitemaps.sitemap, name="sitemap_file"),
    path("opensearch.xml", machines.opensearch, name="opensearch"),
    path("robots.txt", machines.robots, name="robots"),
    path("humans.txt", machines.humans, name="humans"),
    path(".well-known/security.txt", machines.security, name="security"),
    path("", site.home, name="home"),
    path("about/", site.about, name="about"),
    path("hearings/", hearing.hearing_list, name="hearing_list"),
    path("hearings/<slug:slug>/", hearing.hearing_page, name="hearing"),
    path("hearings/<slug:slug>/transcript/", transcript.transcript_page, name="transcript"),
    path("transcripts/<public_id:public_id>/", transcript.transcript_by_id, name="transcript_by_id"),
    path(
        "transcripts/<public_id:public_id>/v<version:number>/", transcript.transcript_version, name="transcript_version"
    ),
    path("transcripts/<public_id:public_id>/history/", transcript.transcript_history, name="transcript_history"),
    path("t/<public_id:public_id>/", turn.turn_page, name="turn"),
    path("t/<public_id:public_id>/v<version:number>/", turn.turn_version, name="turn_version"),
    path("t/<public_id:public_id>/history/", turn.turn_history, name="turn_history"),
    path("h/<public_id:public_id>/", hearing.hearing_by_id, name="hearing_by_id"),
    path("h/<public_id:public_id>/v<version:number>/", hearing.hearing_version, name="hearing_version"),
    path("h/<public_id:public_id>/history/", hearing.hearing_history, name="hearing_history"),
    path("corrections/", correction.correction_list, name="correction_list"),
    path("corrections/<public_id:public_id>/", correction.correction_page, name="correction"),
    path("check/", check.check_page, name="check"),
    path("search/", search.search_page, name="search"),
    path("statements/<int:pk>.pdf", hearing.statement, name="statement"),
    path("bodies/<slug:slug>/", body.body_page, name="body"),
    path("topics/<slug:slug>/", topic.topic_page, name="topic"),
    path("data/", data.data_page, name="data"),
    path("data/<str:edition>/<str:name>", data.data_file, name="data_file"),
    path("q/<public_id:public_id>/", quote.quote_page, name="quote"),
    path("q/<public_id:public_id>/v<version:number>/", quote.quote_version, name="quote_version"),
    path("q/<public_id:public_id>/history/", quote.quote_history, name="quote_history"),
    path("x/<public_id:public_id>/", exhibit.exhibit_page, name="exhibit"),
    path("x/<public_id:public_id>/v<version:number>/", exhibit.exhibit_version, name="exhibit_version"),
    path("x/<public_id:public_id>/history/", exhibit.exhibit_history, name="exhibit_history"),
    path(f"{CAPTURE}/<version:width>.<image:ending>", exhibit.exhibit_rendition, name="exhibit_rendition"),
    path("x/<public_id:public_id>.stac.json", exhibit_data.stac_collection, name="exhibit_stac"),
    path("x/<public_id:public_id>.manifest.json", exhibit_data.iiif_manifest, name="exhibit_manifest"),
    path("x/<public_id:public_id>.annotations.json", exhibit_data.web_annotations, name="exhibit_annotations"),
    path(f"{CAPTURE}.stac.json", exhibit_data.stac_item, name="capture_stac"),
    path(f"{CAPTURE}/iiif", exhibit_data.image_service, name="exhibit_image_service"),
    path(f"{CAPTURE}/iiif/info.json", exhibit_data.image_info, name="exhibit_image_info"),
    path(f"{CAPTURE}/iiif/<str:region>/<str:size>/0/default.jpg", exhibit_data.image_file, name="exhibit_tile"),
    path("q/<public_id:public_id>.<format:format>", quote.quote_format, name="quote_format"),
    path(f"q/{VERSION}.<format:format>", quote.quote_format, name="quote_version_format"),
    path("t/<public_id:public_id>.<format:format>", turn.turn_format, name="turn_format"),
    path(f"t/{VERSION}.<format:format>", turn.turn_format, name="turn_version_format"),
    path("h/<public_id:public_id>.<format:format>", hearing.hearing_format, name="hearing_format"),
    path(f"h/{VERSION}.<format:format>", hearing.hearing_format, name="hearing_version_format"),
    path("x/<public_id:public_id>.<format:format>", exhibit.exhibit_format, name="exhibit_format"),
    path(f"x/{VERSION}.<format:format>", exhibit.exhibit_format, name="exhibit_version_format"),
    path("transcripts/<public_id:public_id>.<format:format>", transcript.transcript_format, name="transcript_format"),
    path(f"transcripts/{VERSION}.<format:format>", transcript.transcript_format, name="transcript_version_format"),
    path(f"q/{VERSION}/card.png", card.quote_card, name="quote_card"),
    path(f"q/{VERSION}/card-dark.png", card.quote_card, {"dark": True}, name="quote_card_dark"),
    path(f"h/{VERSION}/card.png", card.hearing_card, name="hearing_card"),
    path(f"h/{VERSION}/card-dark.png", card.hearing_card, {"dark": True}, name="hearing_card_dark"),
    path(f"t/{VERSION}/card.png", card.turn_card, name="turn_card"),
    path(f"t/{VERSION}/card-dark.png", card.turn_card, {"dark": True}, name="turn_card_dark"),
    path("card.png", card.site_card, name="site_card"),
    path(f"x/{VERSION}/card.png", card.exhibit_card, name="exhibit_card"),
    path(f"x/{VERSION}/card-dark.png", card.exhibit_card, {"dark": True}, name="exhibit_card_dark"),
    path("q/<public_id:public_id>/embed/", embed.quote_embed, name="quote_embed"),
    path(f"q/{VERSION}/embed/", embed.quote_embed, name="quote_version_embed"),
    path("x/<public_id:public_id>/embed/", embed.exhibit_embed, name="exhibit_embed"),
    path(f"x/{VERSION}/embed/", embed.exhibit_embed, name="exhibit_version_embed"),
    path("oembed", oembed.provider, name="oembed"),
    path("preview/<str:token>/", preview.preview_page, name="preview"),
    path(
        "preview/<str:token>/<sha256:sha256>/<version:width>.<image:ending>",
        preview.preview_rendition,
        name="preview_rendition",
    ),
]
