"""The environment of the tests, set before Django reads its settings: nothing of a developer's own .env gets in."""

import os
import tempfile

os.environ["ENV_FILE"] = os.devnull
os.environ["SECRET_KEY"] = "only-for-the-tests-" + "x" * 50
os.environ["DEBUG"] = "false"
os.environ["SITE_URL"] = "http://testserver"
os.environ["SITE_NAME"] = "Hearings Record"
os.environ["CONTACT_EMAIL"] = "record@example.org"
os.environ["ALLOWED_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="hearings-tests-")
os.environ["TIME_ZONE"] = "America/New_York"
os.environ.setdefault("DATABASE_URL", "sqlite:///var/test.sqlite3")
# The browser tests run Playwright's synchronous interface, which keeps an event loop in the thread.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
