"""The public addresses of hearings and what hangs on them."""

from django.urls import path, re_path, register_converter

from hearings.ids import PATTERN
from hearings.views import body, exhibit, hearing, preview, quote, site, topic


class PublicId:
    regex = PATTERN

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(PublicId, "public_id")

app_name = "hearings"
urlpatterns = [
    path("", site.home, name="home"),
    path("about/", site.about, name="about"),
    path("hearings/", hearing.hearing_list, name="hearing_list"),
    path("hearings/<slug:slug>/", hearing.hearing_page, name="hearing"),
    path("h/<public_id:public_id>/", hearing.hearing_by_id, name="hearing_by_id"),
    path("statements/<int:pk>.pdf", hearing.statement, name="statement"),
    path("bodies/<slug:slug>/", body.body_page, name="body"),
    path("topics/<slug:slug>/", topic.topic_page, name="topic"),
    path("q/<public_id:public_id>/", quote.quote_page, name="quote"),
    path("q/<public_id:public_id>/v<int:number>/", quote.quote_version, name="quote_version"),
    path("x/<public_id:public_id>/", exhibit.exhibit_page, name="exhibit"),
    re_path(
        rf"^x/(?P<public_id>{PATTERN})/(?P<sha256>[0-9a-f]{{64}})\.jpg$",
        exhibit.exhibit_image,
        name="exhibit_image",
    ),
    path("preview/hearing/<public_id:public_id>/", preview.hearing, name="preview_hearing"),
    path("preview/quote/<public_id:public_id>/", preview.quote, name="preview_quote"),
    path("preview/exhibit/<public_id:public_id>/", preview.exhibit, name="preview_exhibit"),
    path("preview/exhibit/<public_id:public_id>/<slug:sha256>.jpg", preview.exhibit_image, name="preview_image"),
]
