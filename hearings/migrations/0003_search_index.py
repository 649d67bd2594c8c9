"""The words that the search reads, and their index in the database's own way."""

import django.db.models.deletion
from django.db import migrations, models

from hearings.models.searchtext import removal, statements


def make_index(apps, schema_editor):
    for statement in statements(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


def drop_index(apps, schema_editor):
    for statement in removal(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("hearings", "0002_protect_the_record")]
    operations = [
        migrations.CreateModel(
            name="SearchText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField()),
                ("version", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="search_texts", to="hearings.version")),
            ],
        ),
        migrations.RunPython(make_index, drop_index),
    ]
