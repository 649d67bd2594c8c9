"""Fixtures that more than one test file needs."""

import pytest
from django.conf import settings
from django.core.management import call_command

from tests.factories import make_user


@pytest.fixture(scope="session", autouse=True)
def static_files():
    """Static files as the production server has them: collected and hashed."""
    settings.STATIC_ROOT = settings.DATA_DIR / "static"
    call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture
def editor_client(client, db):
    """A browser in which a publisher is signed in."""
    client.force_login(make_user(username="publisher"))
    return client
