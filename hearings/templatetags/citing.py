"""Template tags that cite: the styles and files of a record's page, and the references of a list."""

from django import template

from hearings.citations import STYLES, coins
from hearings.models import Version
from hearings.models.publishing import Publishable
from hearings.representations import cited
from hearings.representations.formats import format_path

register = template.Library()

MANAGERS = {"ris": "RIS (Zotero, EndNote, Mendeley)", "bib": "BibTeX", "csl.json": "CSL JSON"}
CITED = {kind: getattr(cited, kind) for kind in ("quote", "turn", "exhibit", "hearing")}


@register.inclusion_tag("hearings/_cite.html")
def cite(record: Publishable, version: Version) -> dict:
    """The section of a page that cites the version it shows, in every style and as files for reference managers."""
    kind = record._meta.model_name
    told = CITED[kind](record, version)
    return {
        "latest": told.latest if told.is_superseded else 0,
        "record": record,
        "styles": [(name, style(told)) for name, style in STYLES.items()],
        "downloads": [(name, format_path(record, version, ending)) for ending, name in MANAGERS.items()],
    }


@register.simple_tag
def coins_title(record: Publishable) -> str:
    """The title of a COinS span for a record in a list, of its current version."""
    return coins(CITED[record._meta.model_name](record, record.shown))
