"""JSON Feed 1.1, as a generator that Django's feeds can use in place of Atom."""

import json
from typing import TextIO

from hearings.atom_feed import Dated

VERSION = "https://jsonfeed.org/version/1.1"


class JsonFeed(Dated):
    content_type = "application/feed+json"

    def write(self, outfile: TextIO, encoding: str) -> None:
        """Write the feed; the text of an item is plain."""
        feed = {
            "version": VERSION,
            "title": self.feed["title"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "description": self.feed["subtitle"] or "",
            "language": self.feed["language"] or "en",
            "authors": [{"name": self.feed["author_name"]}],
            "items": [self._item(item) for item in self.items],
        }
        outfile.write(json.dumps(feed, ensure_ascii=False).encode(encoding))

    def _item(self, item: dict) -> dict:
        fields = {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            "content_text": item["plain_text"],
            "date_published": item["pubdate"].isoformat(),
            "date_modified": item["updateddate"].isoformat(),
            "authors": [{"name": item["author_name"]}] if item["author_name"] else [],
            "language": item["language"],
        }
        return {name: value for name, value in fields.items() if value}
