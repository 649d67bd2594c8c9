"""What was called different is judged again: it may differ only in what the quote itself marks as changed."""

from django.db import migrations

from hearings.quoting import FEWEST, readings, stand
from hearings.text import paragraphs
from hearings.verbatim import words_of


def judge_again(apps, schema_editor):
    turns = apps.get_model("hearings", "Turn").objects.select_related("section", "speaker")
    differing = apps.get_model("hearings", "Finding").objects.filter(outcome="differs")
    for finding in differing.select_related("quote__speaker", "quote__current"):
        quote = finding.quote
        person = quote.speaker and quote.speaker.person_id
        there = {turn.public_id: turn for turn in turns.filter(public_id__in=[place[0] for place in finding.places if place])}
        pairs = list(zip(paragraphs(text_of(quote)), finding.places, strict=False))
        places = [place and place_in(paragraph, there.get(place[0])) for paragraph, place in pairs]
        if places and all(places):
            said = {said_in(there[place[0]], person) for place in places}
            finding.outcome = next((one for one in ("another", "unnamed", "written") if one in said), "edited")
            finding.places = places
            finding.save(update_fields=["outcome", "places"])


def text_of(quote):
    return quote.current.content["text"] if quote.current else quote.text


def place_in(paragraph, turn):
    words = words_of(turn.text if turn else "")
    for way in readings(paragraph):
        spans = stand(way, words) if not way.is_edited or way.count >= FEWEST else None
        if spans:
            return [turn.public_id, spans[0][0], spans[-1][1]]
    return None


def said_in(turn, person):
    if turn.kind != "speech" or turn.section.kind != "oral":
        return "written"
    if turn.speaker is None:
        return "unnamed"
    return "edited" if turn.speaker.person_id == person else "another"


def forget(apps, schema_editor):
    apps.get_model("hearings", "Finding").objects.filter(outcome="edited").delete()


class Migration(migrations.Migration):
    dependencies = [("hearings", "0007_marked_changes")]
    operations = [migrations.RunPython(judge_again, forget)]
