"""The triggers by which the database itself keeps what was published."""

from django.db import migrations

from hearings.models.protection import removal, statements


def protect(apps, schema_editor):
    for statement in statements(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


def unprotect(apps, schema_editor):
    for statement in removal(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("hearings", "0001_initial")]
    operations = [migrations.RunPython(protect, unprotect)]
