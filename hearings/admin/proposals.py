"""What a new image is proposed to carry, where the editor left it empty: from its metadata, its name, its provider."""

from decimal import Decimal

from django import forms
from django.utils.dateparse import parse_datetime

from hearings.imaging import dates
from hearings.models import Capture

METADATA_LIMIT = 2 * 1024 * 1024
NOT_READ = (
    "The metadata could not be read. It must be a STAC item or a Landsat MTL file, in JSON. Choose that, or none."
)
OF_THE_PROVIDER = ["licence", "licence_code", "licence_url", "credit", "may_embed", "may_download"]


def propose(form: forms.ModelForm) -> list[str]:
    """Fill empty fields of a capture's form, and say what was filled in and from where, a sentence each."""
    if not (hasattr(form, "facts") or hasattr(form, "metadata")):
        return []
    found = None
    if hasattr(form, "metadata"):
        found = dates.from_metadata(form.metadata)
        if found is None:
            form.add_error("metadata", NOT_READ)
    elif hasattr(form, "file_name"):
        found = dates.from_name(form.file_name)
    sentences = _fill(form, facts_of(found), f"the {found.basis}") if found else []
    return sentences + _fill_from_provider(form)


def facts_of(found: dates.Proposal) -> dict:
    """What was found, by field of a capture."""
    facts = {"acquired": parse_datetime(found.start), "acquired_precision": found.precision}
    facts["acquired_basis"] = f"The {found.basis}."
    if found.end != found.start:
        facts["acquired_end"] = parse_datetime(found.end)
    facts |= dict(zip(("west", "south", "east", "north"), found.bbox, strict=True)) if found.bbox else {}
    names = ("platform", "sensor", "scene", "off_nadir", "sun_azimuth", "sun_elevation", "cloud_cover", "crs")
    facts |= {name: getattr(found, name) for name in names}
    if found.sun_azimuth is not None:
        facts["sun_azimuth"] = found.sun_azimuth % 360
    return facts | {"ground_sample_distance": Decimal(str(found.gsd)) if found.gsd else None}


def _fill(form: forms.ModelForm, facts: dict, origin: str) -> list[str]:
    data = form.cleaned_data
    if data.get("acquired"):
        facts = {name: value for name, value in facts.items() if not name.startswith("acquired")}
    filled = [name for name, value in facts.items() if value not in (None, "") and is_empty(data, name)]
    data.update({name: facts[name] for name in filled})
    if not filled:
        return []
    labels = [str(form.fields[name].label).lower() for name in filled if name in form.fields]
    return [f"“{data.get('label')}”: taken from {origin}: {', '.join(labels)}. Check them."]


def _fill_from_provider(form: forms.ModelForm) -> list[str]:
    """The licence and credit of the last image of the same provider, where none of it was typed."""
    data = form.cleaned_data
    provider = data.get("provider")
    if not provider or any(data.get(name) for name in OF_THE_PROVIDER):
        return []
    last = Capture.objects.filter(provider__iexact=provider).exclude(pk=form.instance.pk).exclude(licence="").last()
    if last is None:
        return []
    data.update({name: getattr(last, name) for name in OF_THE_PROVIDER})
    return [f"“{data.get('label')}”: licence and credit as with the last image of {last.provider}. Check them."]


def is_empty(data: dict, name: str) -> bool:
    return data.get(name) in (None, "") or (name == "acquired_precision" and data[name] == Capture.Precision.UNKNOWN)
