"""The environment of the tests, set before Django reads its settings: nothing of a developer's own .env gets in."""

import atexit
import os
import shutil
import tempfile

FOLDER = tempfile.mkdtemp(prefix="hearings-tests-")
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

os.environ["ENV_FILE"] = os.devnull
os.environ["SECRET_KEY"] = "only-for-the-tests-" + "x" * 50
os.environ["DEBUG"] = "false"
os.environ["SITE_URL"] = "http://testserver"
os.environ["SITE_NAME"] = "Hearings Record"
os.environ["CONTACT_EMAIL"] = "record@example.org"
os.environ["ALLOWED_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ["DATA_DIR"] = FOLDER
os.environ["TIME_ZONE"] = "America/New_York"
os.environ["REVIEW_REQUIRED"] = "false"
os.environ["PROCESS_IMAGES_AT_ONCE"] = "false"
os.environ.setdefault("DATABASE_URL", "sqlite:///var/test.sqlite3")
# The browser tests run Playwright's synchronous interface, which keeps an event loop in the thread.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
