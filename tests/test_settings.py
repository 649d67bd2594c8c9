"""A setting that is wrong is named, and those that are right do what .env.example says of them."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

RIGHT = {
    "ENV_FILE": os.devnull,
    "SECRET_KEY": "k" * 30 + "0123456789abcdefghijklmnop",
    "ALLOWED_HOSTS": "record.example.org",
    "SITE_URL": "https://record.example.org",
    "CONTACT_EMAIL": "record@example.org",
}
SHOW = """
from django.conf import settings
from django.test import Client
print(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.SESSION_COOKIE_SECURE)
answer = Client().get("/admin/", secure=settings.HTTPS, headers={"host": "record.example.org"})
print(answer.status_code, answer.get("Strict-Transport-Security"))
print(Client().get("/admin/", headers={"host": "record.example.org"}).status_code)
print("upgrade-insecure-requests" in answer["Content-Security-Policy"])
"""
ASK_SQLITE = """
import sqlite3
from django.conf import settings
from django.db import connection, transaction
with connection.cursor() as cursor:
    for name in ("journal_mode", "recursive_triggers", "busy_timeout"):
        print(name, cursor.execute(f"PRAGMA {name}").fetchone()[0])
other = sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=0)
with transaction.atomic():
    try:
        other.execute("BEGIN IMMEDIATE")
        print("a second writer got in")
    except sqlite3.OperationalError as error:
        print(error)
"""
SEAL = """
from pathlib import Path
from django.core.management import call_command
from django.db import connection
from hearings.actions.corrections import seal
from tests.factories import make_public_quote, reload
call_command("migrate", verbosity=0)
quote = make_public_quote(text="zqsealed words")
database = Path(connection.settings_dict["NAME"])
for step in (lambda: None, lambda: seal(record=reload(quote), by=None)):
    step()
    files = [file for file in database.parent.glob(database.name + "*")]
    print(any(b"zqsealed" in file.read_bytes() for file in files))
"""


def manage(*arguments, tmp_path, **environment):
    """manage.py in a process of its own, with only the environment named; None takes a variable away."""
    made = RIGHT | {"DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3", "DATA_DIR": str(tmp_path)} | environment
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, settings.BASE_DIR / "manage.py", *arguments],
        env=kept | {name: value for name, value in made.items() if value is not None},
        capture_output=True,
        text=True,
        check=False,
    )


def lines_of(script, **options):
    answer = manage("shell", "--verbosity", "0", "--command", script, **options)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.splitlines()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("SECRET_KEY", None, "SECRET_KEY is not set. Put it into .env"),
        ("SECRET_KEY", "", "SECRET_KEY is empty. `make run` writes one into .env."),
        ("DATABASE_URL", None, "DATABASE_URL is not set."),
        ("DATABASE_URL", "db.sqlite3", "DATABASE_URL must begin with sqlite:/// or postgres://"),
        ("DATABASE_URL", "mysql://localhost/x", "DATABASE_URL must begin with sqlite:/// or postgres://, not mysql:"),
        ("DATABASE_URL", "sqlite://", "DATABASE_URL names no file."),
        ("DATABASE_URL", "sqlite:////dev/null/x/db.sqlite3", "DATABASE_URL names a folder that cannot be made"),
        ("DATABASE_URL", "postgres://user:word@localhost:none/x", "DATABASE_URL cannot be read: Port"),
        ("DATABASE_URL", "postgres://user:word@localhost", "DATABASE_URL names no database."),
        ("DEBUG", "ture", "DEBUG must be true or false, not 'ture'."),
        ("SITE_URL", "record.example.org", "SITE_URL must begin with http:// or https://"),
        ("TIME_ZONE", "Washington", "TIME_ZONE must be a name such as America/New_York, not 'Washington'."),
    ],
)
def test_a_wrong_setting_is_named(name, value, said, tmp_path):
    answer = manage("check", tmp_path=tmp_path, **{name: value})
    assert answer.returncode != 0
    assert said in answer.stderr


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"DATA_DIR": "static/files"}, "DATA_DIR lies in static/, which everybody can read."),
        ({"SITE_URL": "https://other.example.org"}, "ALLOWED_HOSTS lacks 'other.example.org'"),
        ({"CONTACT_EMAIL": ""}, "CONTACT_EMAIL is empty"),
    ],
)
def test_settings_that_do_not_fit_together_are_named_before_deployment(environment, said, tmp_path):
    answer = manage("check", "--deploy", "--fail-level", "WARNING", tmp_path=tmp_path, **environment)
    assert answer.returncode != 0
    assert said in answer.stderr


def test_right_settings_pass_the_deployment_check(tmp_path):
    answer = manage("check", "--deploy", "--fail-level", "WARNING", tmp_path=tmp_path)
    assert answer.returncode == 0, answer.stderr


def test_https_hardens_cookies_and_sends_readers_to_https(tmp_path):
    assert lines_of(SHOW, tmp_path=tmp_path) == [
        "__Host-session __Host-csrf True",
        "302 max-age=63072000; includeSubDomains; preload",
        "301",
        "True",
    ]


def test_http_works_without_https(tmp_path):
    shown = lines_of(SHOW, tmp_path=tmp_path, SITE_URL="http://record.example.org")
    assert shown == ["session csrf False", "302 None", "302", "False"]


def test_sqlite_keeps_a_write_ahead_log_and_writers_wait_in_line(tmp_path):
    assert lines_of(ASK_SQLITE, tmp_path=tmp_path) == [
        "journal_mode wal",
        "recursive_triggers 1",
        "busy_timeout 20000",
        "database is locked",
    ]


def test_sealed_words_are_in_no_file_of_the_database(tmp_path):
    assert lines_of(SEAL, tmp_path=tmp_path) == ["True", "False"]
