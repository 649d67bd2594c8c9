"""The API under schemathesis: whatever the description allows or forbids is answered as it says."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, seed, settings
from schemathesis.checks import load_all_checks

from hearings.api.documentation import description
from tests.factories import make_public_quote

pytestmark = pytest.mark.django_db
load_all_checks()
site = []  # the WSGI application, made once the static files are there


def application(environ, start_response):
    return site[0](environ, start_response)


schema = schemathesis.openapi.from_dict(description())
schema.app = application


@pytest.fixture
def record():
    """A public record, and a server that keeps the connection in which the test made it."""
    site[:] = site or [get_wsgi_application()]
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield make_public_quote()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@seed(20231)
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
def test_no_request_is_answered_otherwise_than_described(record, case):
    case.call_and_validate()
