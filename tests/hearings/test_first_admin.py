"""The first administrator: a name and a password, shown once."""

import re

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from hearings.management.commands.first_admin import new_password
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def run(capsys):
    call_command("first_admin")
    return capsys.readouterr().out


def read(out):
    return re.search(r"Name +(\S+)", out)[1], re.search(r"Password +(\S+)", out)[1]


def test_whoever_reads_the_password_can_sign_in_to_the_admin(client, capsys):
    out = run(capsys)
    name, password = read(out)
    assert name == "admin"
    assert "http://testserver/admin/" in out
    assert client.post("/admin/login/?next=/admin/", {"username": name, "password": password}).status_code == 302
    assert client.get("/admin/").status_code == 200


def test_the_password_is_long_and_has_no_characters_that_look_alike(capsys):
    _, password = read(run(capsys))
    assert len(password.replace("-", "")) >= 20
    many = "".join(new_password() for _ in range(200))
    assert not set(many) & set("0Oo1Iil")


def test_the_second_run_says_nothing_and_changes_nothing(capsys):
    run(capsys)
    before = list(User.objects.values())
    assert run(capsys) == ""
    assert list(User.objects.values()) == before


def test_nothing_happens_where_an_administrator_exists_under_another_name(capsys):
    make_user(username="alba", superuser=True)
    assert run(capsys) == ""
    assert User.objects.count() == 1


def test_a_person_called_admin_is_left_alone_and_another_name_is_taken(capsys):
    make_user(username="admin")
    name, _ = read(run(capsys))
    assert name == "admin2"
    assert not User.objects.get(username="admin").is_superuser


def test_each_site_gets_a_password_of_its_own(capsys):
    _, first = read(run(capsys))
    User.objects.all().delete()
    _, second = read(run(capsys))
    assert first != second
