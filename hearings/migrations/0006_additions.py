"""A correction that adds what was missing has a kind of its own: nothing was wrong before."""

from importlib import import_module

from django.db import migrations, models

guard = import_module("hearings.migrations.0002_protect_the_record")

KINDS = ["typo", "misattribution", "factual", "addition", "translation", "redaction", "withdrawal", "restoration"]


class Migration(migrations.Migration):
    dependencies = [("hearings", "0005_judge_findings_again")]
    operations = [
        migrations.RunPython(guard.unprotect, guard.protect),  # SQLite makes the table anew, without its triggers
        migrations.RemoveConstraint("correction", "correction_is_of_a_known_kind"),
        migrations.AlterField(
            "correction",
            "reason",
            models.CharField(choices=[('typo', 'Typing error'), ('misattribution', 'Wrong speaker'), ('factual', 'Factual error'), ('addition', 'Addition'), ('translation', 'Translation'), ('redaction', 'Redaction'), ('withdrawal', 'Withdrawal'), ('restoration', 'Restoration')], max_length=14, verbose_name="what kind"),
        ),
        migrations.AddConstraint(
            "correction",
            models.CheckConstraint(condition=models.Q(("reason__in", KINDS)), name="correction_is_of_a_known_kind"),
        ),
        migrations.RunPython(guard.protect, guard.unprotect),
    ]
