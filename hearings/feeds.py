"""Atom feeds."""

import re

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from hearings.models import Correction

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class CorrectionFeed(Feed):
    """The latest public corrections. Its addresses are those of SITE_URL, whatever host was asked."""

    feed_type = Atom1Feed
    title = f"Corrections – {settings.SITE_NAME}"
    subtitle = "What was corrected, withdrawn or restored, and why."

    def link(self):
        return settings.SITE_URL + reverse("hearings:correction_list")

    def feed_url(self):
        return settings.SITE_URL + reverse("hearings:correction_feed")

    def items(self):
        return Correction.objects.public().shown()[:50]

    def item_title(self, correction):
        return _for_xml(f"{correction.get_reason_display()}: {correction.record}")

    def item_description(self, correction):
        return _for_xml(correction.sentence)

    def item_link(self, correction):
        return settings.SITE_URL + correction.get_absolute_url()

    item_guid = item_link

    def item_pubdate(self, correction):
        return correction.made_at

    item_updateddate = item_pubdate


def _for_xml(text: str) -> str:
    """`text` without the control characters that XML has no form for."""
    return NOT_IN_XML.sub("", text)
