"""What was called verbatim whoever said it is judged again; the turns that were found tell who did."""

from django.db import migrations

NEW = ["another", "unnamed", "written"]


def judge_again(apps, schema_editor):
    turns = apps.get_model("hearings", "Turn").objects.select_related("section", "speaker")
    for finding in apps.get_model("hearings", "Finding").objects.filter(outcome="verbatim").select_related("quote__speaker"):
        person = finding.quote.speaker and finding.quote.speaker.person_id
        ids = [place[0] for place in finding.places if place]
        found = {said_in(turn, person) for turn in turns.filter(public_id__in=ids)}
        finding.outcome = next((one for one in NEW if one in found), "verbatim")
        finding.save(update_fields=["outcome"])


def said_in(turn, person):
    if turn.kind != "speech" or turn.section.kind != "oral":
        return "written"
    if turn.speaker is None:
        return "unnamed"
    return "verbatim" if turn.speaker.person_id == person else "another"


def forget(apps, schema_editor):
    apps.get_model("hearings", "Finding").objects.filter(outcome__in=NEW).delete()


class Migration(migrations.Migration):
    dependencies = [("hearings", "0004_who_said_the_words")]
    operations = [migrations.RunPython(judge_again, forget)]
