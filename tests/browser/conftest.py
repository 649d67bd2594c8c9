"""A real headless Chromium, and a page that notices every breach of the content security policy."""

import os
import shutil
from urllib.parse import urlsplit

import pytest
from django.db import connections
from django.test.testcases import LiveServerThread
from playwright.sync_api import sync_playwright

from tests.factories import make_user

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser():
    """Chromium as Debian installs it, else the one that Playwright brought."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def server(django_db_setup, django_db_blocker, static_files):
    """The whole WSGI application in a thread, static files by WhiteNoise as in production."""
    shared = {}
    with django_db_blocker.unblock():
        for connection in connections.all():
            if connection.vendor == "sqlite" and connection.is_in_memory_db():
                connection.inc_thread_sharing()
                shared[connection.alias] = connection
        thread = LiveServerThread("127.0.0.1", static_handler=lambda app: app, connections_override=shared)
        thread.daemon = True
        thread.start()
        thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()


@pytest.fixture
def site(server, transactional_db, settings):
    """The address of the running site over the test's database."""
    settings.SITE_URL = server
    return server


@pytest.fixture
def open_page(browser, site):
    """Makes pages with the options of a browser context; in the end no breach and no foreign request may have been."""
    contexts, complaints = [], []

    def check(request):
        if urlsplit(request.url).netloc != urlsplit(site).netloc:
            complaints.append(f"request to {request.url}")

    def notice(message):
        if message.type == "error" and "Failed to load resource" not in message.text:
            complaints.append(message.text)

    def open_page(**options):
        context = browser.new_context(base_url=site, **options)
        context.on("console", notice)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("request", check)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def staff_page(open_page):
    """Makes pages in which a publisher has signed in through the form."""
    make_user(username="publisher")

    def open_signed_in(**options):
        page = open_page(**options)
        page.goto("/admin/login/")
        page.fill("#id_username", "publisher")
        page.fill("#id_password", "a long enough password")
        page.click("[type=submit]")
        return page

    return open_signed_in
