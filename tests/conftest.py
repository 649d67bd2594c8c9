"""Fixtures that more than one test file needs."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from hypothesis import settings as hypothesis_settings

from hearings.models.protection import removal, statements
from tests.factories import make_user

hypothesis_settings.register_profile("no wall clock", deadline=None)
hypothesis_settings.load_profile("no wall clock")


@pytest.fixture(scope="session", autouse=True)
def static_files():
    """Static files as the production server has them: collected and hashed."""
    settings.STATIC_ROOT = settings.DATA_DIR / "static"
    call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """Hashing a password properly takes a third of a second on purpose; no test is about that."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """PostgreSQL drops no database that a server's thread still holds: a browser that left may have left one."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture
def transactional_db(transactional_db):
    """Such tests are cleaned up by emptying the tables, which the triggers rightly refuse: they stand aside for it."""
    yield
    with connection.cursor() as cursor:
        for statement in removal(connection.vendor):
            cursor.execute(statement)
        call_command("flush", interactive=False, verbosity=0)
        for statement in statements(connection.vendor):
            cursor.execute(statement)


@pytest.fixture
def editor_client(client, db):
    """A browser in which a publisher is signed in."""
    client.force_login(make_user(username="publisher"))
    return client
