"""The public addresses of hearings and what hangs on them."""

from django.urls import path

import hearings.converters  # noqa: F401  registers the forms of parameters
from hearings.feeds import CorrectionFeed
from hearings.views import (
    body,
    correction,
    data,
    exhibit,
    exhibit_data,
    hearing,
    preview,
    quote,
    site,
    topic,
    transcript,
    turn,
)

CAPTURE = "x/<public_id:public_id>/v<version:number>/<sha256:sha256>"

app_name = "hearings"
urlpatterns = [
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
    path("corrections/feed.atom", CorrectionFeed(), name="correction_feed"),
    path("corrections/<public_id:public_id>/", correction.correction_page, name="correction"),
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
    path("preview/<str:token>/", preview.preview_page, name="preview"),
    path(
        "preview/<str:token>/<sha256:sha256>/<version:width>.<image:ending>",
        preview.preview_rendition,
        name="preview_rendition",
    ),
]
