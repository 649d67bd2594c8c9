"""`manage.py roles`: who may do what."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command

from hearings.models import Hearing
from tests.factories import make_hearing

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["Editor", "Publisher", "Administrator"])
def role(request, capsys):
    call_command("roles")
    return request.param


@pytest.fixture
def person(role):
    user = User.objects.create_user("somebody", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


def test_a_role_may_what_it_is_for(role, person):
    assert person.has_perms(["hearings.add_hearing", "hearings.change_quote", "witnesses.view_witness"])
    assert person.has_perms(["hearings.delete_hearing", "hearings.view_version"])
    assert person.has_perm("hearings.publish_hearing") == (role != "Editor")
    assert person.has_perm("auth.add_user") == (role == "Administrator")
    assert not person.has_perm("hearings.change_version")
    assert not person.has_perm("witnesses.delete_formerslug")


def test_an_editor_deletes_a_draft(role, person, client):
    client.force_login(person)
    hearing = make_hearing()
    client.post(f"/admin/hearings/hearing/{hearing.pk}/delete/", {"post": "yes"})
    assert not Hearing.objects.exists()


def test_roles_are_made_once_and_set_right_again(capsys):
    call_command("roles")
    Group.objects.get(name="Editor").permissions.clear()
    call_command("roles")
    assert Group.objects.count() == 3
    assert Group.objects.get(name="Editor").permissions.filter(codename="add_hearing").exists()
    assert capsys.readouterr().out.endswith("Editor: up to date.\nPublisher: up to date.\nAdministrator: up to date.\n")
