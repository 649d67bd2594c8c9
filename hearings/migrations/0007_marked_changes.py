"""Words that a quote marks as left out or put in brackets are no difference from the transcript: an outcome of its own."""

from django.db import migrations, models

OUTCOMES = ["verbatim", "edited", "differs", "missing", "another", "unnamed", "written"]


class Migration(migrations.Migration):
    dependencies = [("hearings", "0006_additions")]
    operations = [
        migrations.RemoveConstraint("finding", "finding_is_of_a_known_kind"),
        migrations.AlterField(
            "finding",
            "outcome",
            models.CharField(choices=[('verbatim', 'Verbatim in the transcript'), ('edited', 'In the transcript, with marked changes'), ('differs', 'Differs from the transcript'), ('missing', 'Not found in the transcript'), ('another', 'Said by another in the transcript'), ('unnamed', 'Said in the transcript by somebody not identified'), ('written', 'In the written record, not spoken at the hearing')], max_length=8),
        ),
        migrations.AddConstraint(
            "finding",
            models.CheckConstraint(condition=models.Q(("outcome__in", OUTCOMES)), name="finding_is_of_a_known_kind"),
        ),
    ]
