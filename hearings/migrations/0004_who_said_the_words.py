"""Words that stand in a transcript are verbatim only where the speaker said them; others get an outcome of their own."""

from django.db import migrations, models

OUTCOMES = ["verbatim", "differs", "missing", "another", "unnamed", "written"]


def judge_again(apps, schema_editor):
    """What was called verbatim whoever said it: the turns that were found tell who did."""
    turns = apps.get_model("hearings", "Turn").objects.select_related("section", "speaker")
    for finding in apps.get_model("hearings", "Finding").objects.filter(outcome="verbatim").select_related("quote__speaker"):
        person = finding.quote.speaker and finding.quote.speaker.person_id
        ids = [place[0] for place in finding.places if place]
        found = {said_in(turn, person) for turn in turns.filter(public_id__in=ids)}
        finding.outcome = next((one for one in ("another", "unnamed", "written") if one in found), "verbatim")
        finding.save(update_fields=["outcome"])


def said_in(turn, person):
    if turn.kind != "speech" or turn.section.kind != "oral":
        return "written"
    if turn.speaker is None:
        return "unnamed"
    return "verbatim" if turn.speaker.person_id == person else "another"


def forget(apps, schema_editor):
    apps.get_model("hearings", "Finding").objects.filter(outcome__in=OUTCOMES[3:]).delete()


class Migration(migrations.Migration):
    dependencies = [("hearings", "0003_search_index")]
    operations = [
        migrations.RunPython(migrations.RunPython.noop, forget),
        migrations.RemoveConstraint("finding", "finding_is_of_a_known_kind"),
        migrations.AlterField(
            "finding",
            "outcome",
            models.CharField(choices=[('verbatim', 'Verbatim in the transcript'), ('differs', 'Differs from the transcript'), ('missing', 'Not found in the transcript'), ('another', 'Said by another in the transcript'), ('unnamed', 'Said in the transcript by somebody not identified'), ('written', 'In the written record, not spoken at the hearing')], max_length=8),
        ),
        migrations.AddConstraint(
            "finding",
            models.CheckConstraint(condition=models.Q(("outcome__in", OUTCOMES)), name="finding_is_of_a_known_kind"),
        ),
        migrations.RunPython(judge_again, migrations.RunPython.noop),
    ]
