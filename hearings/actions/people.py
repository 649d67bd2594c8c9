"""People entered twice: merge them, and take a merger back."""

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from hearings.actions.moves import MOVES, may
from hearings.actions.record import NotReady, enter, retract, take_address, was_public, write_history
from hearings.models import PublishedAddress
from witnesses.models import FormerSlug, Witness


@transaction.atomic
def merge_people(*, keep: Witness, other: Witness, by: AbstractUser | None) -> None:
    """Let `other` be known as `keep`: one page shows both, the other address leads there. Nothing is moved.

    PermissionDenied for who may not; NotReady where it would make a circle or show who a protected person is.
    """
    _permit("merge people", by)
    keep, other = _locked(keep), _locked(other)
    if keep == other:
        raise NotReady(["Choose two different people."])
    if other.merged_into_id:
        raise NotReady([f"{other} is merged already. Take that merger back first."])
    if (keep.shown_as or keep) == other:
        raise NotReady([f"{keep} is merged into {other} already. Take that merger back first."])
    if keep.protected != other.protected:
        raise NotReady(["One of them is protected: merging would show who it is."])
    other.merged_into = keep
    shown_as = keep.shown_as or keep
    _show(other, shown_as)
    entry = PublishedAddress.objects.filter(path=other.get_absolute_url()).first()
    if Witness.objects.public().filter(pk=shown_as.pk).exists():
        enter([shown_as.get_absolute_url()])
    elif entry and entry.public_from > timezone.now():
        enter([shown_as.get_absolute_url()], entry.public_from)
    write_history("merged", other, by, f"Into {keep.slug}.")


@transaction.atomic
def undo_merge(*, person: Witness, by: AbstractUser | None) -> None:
    """Let a merged person stand alone again, with everybody who had been merged into them before.

    An address at which only they were shown leads to them from now on.
    """
    _permit("take a merger back", by)
    person = _locked(person)
    if not person.merged_into_id:
        raise NotReady([f"{person} is not merged into anybody."])
    note, kept = f"From {person.merged_into.slug}.", _chain(person.merged_into)
    person.merged_into = None
    _show(person, None)
    for one in kept:
        retract([one.get_absolute_url()])
        if was_public(one.get_absolute_url()) and one.leads_to is None:
            one.once_showed = person
            one.save(update_fields=["once_showed"])
    write_history("merger taken back", person, by, note)


@transaction.atomic
def change_person_slug(*, person: Witness, slug: str, by: AbstractUser | None) -> None:
    """Give a person's page another address; the old one leads there for ever, or is forgotten if it was never public.

    NotReady if the address is taken.
    """
    _permit("change the address of a person", by)
    old = _locked(person).slug
    had = "Another person has or had this address. Choose a different one."
    taken = Witness.objects.filter(slug=slug).exclude(pk=person.pk).exists()
    if taken or FormerSlug.objects.filter(slug=slug).exclude(witness=person).exists():
        raise NotReady([had])
    if slug == old:
        return
    old_path = reverse("witnesses:witness", args=[old])
    entry = PublishedAddress.objects.filter(path=old_path).first()
    if was_public(old_path):
        FormerSlug.objects.create(witness=person, slug=old)
    person.slug = slug
    take_address(person, had)
    FormerSlug.objects.filter(slug=slug).delete()
    retract([old_path])
    if entry:
        enter([person.get_absolute_url()], entry.public_from)
    # An address that was never public may be the real name of a protected person: it is not written down.
    write_history("address changed", person, by, f"From {old} to {slug}." if was_public(old_path) else f"To {slug}.")


def may_merge(by: AbstractUser | None) -> bool:
    """Whether this person may merge people and give them other addresses; None is the command line, which may."""
    return may(MOVES["publish"], by) and (by is None or by.has_perm("witnesses.change_witness"))


def _permit(what: str, by: AbstractUser | None) -> None:
    if not may_merge(by):
        raise PermissionDenied(f"You have no permission for: {what}.")


def _locked(person: Witness) -> Witness:
    return Witness.objects.select_for_update().get(pk=person.pk)


def _chain(person: Witness | None) -> list[Witness]:
    """A person, whom they are merged into, and so on to the end."""
    return [person, *_chain(person.merged_into)] if person else []


def _show(person: Witness, shown_as: Witness | None) -> None:
    """Let `person`, and everybody merged into them, be shown as `shown_as`; None is the person themselves."""
    person.shown_as = shown_as
    person.save()
    for merged in person.mergers.all():
        _show(merged, shown_as or person)
