"""Atom (RFC 4287), where Django's own leaves something out: languages, entries without an author."""

from datetime import UTC, datetime

from django.utils.feedgenerator import Atom1Feed, SyndicationFeed

NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # when a feed without entries was changed


class Dated(SyndicationFeed):
    """A feed that is as old as what it tells, and not as the moment in which it was asked for."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else NEVER


class AtomFeed(Dated, Atom1Feed):
    def add_item_elements(self, handler, item: dict) -> None:
        super().add_item_elements(handler, item | {"description": None, "author_name": item["author_name"] or None})
        language = {"xml:lang": item["language"]} if item["language"] else {}
        handler.addQuickElement("summary", item["description"], {"type": "html"} | language)
