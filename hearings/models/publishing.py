"""What is public: the states of a record and the one rule that every public query asks."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from hearings.ids import new_public_id


class State(models.TextChoices):
    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"
    SEALED = "sealed", "Sealed"


UNPUBLISHED = [State.DRAFT, State.IN_REVIEW]
READABLE = [State.PUBLISHED, State.WITHDRAWN]


def live(path: str = "") -> Q:
    """The rule: published, and the time of publication has come. `path` leads to the record (`hearing__`)."""
    return Q(**{f"{path}state": State.PUBLISHED, f"{path}published_at__lte": timezone.now()})


def readable(path: str = "") -> Q:
    """What its own address still answers: live, or withdrawn with its reason."""
    return Q(**{f"{path}state__in": READABLE, f"{path}published_at__lte": timezone.now()})


class PublishableQuerySet(models.QuerySet):
    parents: tuple[str, ...] = ()  # the paths to the records that must be public as well

    def public(self):
        """Everything that lists, feeds and searches may show at this moment."""
        return self.filter(live(), *map(live, self.parents))

    def readable(self):
        """Everything that answers at its own address: what is public, and what was withdrawn."""
        return self.filter(readable(), *map(readable, self.parents))

    def withdrawn(self):
        """What answers at its own address and is not public: it, or something that it stands under, was withdrawn."""
        own = Q(state=State.WITHDRAWN)
        for parent in self.parents:
            own |= Q(**{f"{parent}state": State.WITHDRAWN})
        return self.readable().filter(own)


class Publishable(models.Model):
    moves_alone = True  # False: it is published with the record that it is part of

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    current = models.ForeignKey(
        "hearings.Version", models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    revision = models.PositiveIntegerField(default=0, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    submitted_content = models.CharField(max_length=64, blank=True, editable=False)
    approved_content = models.CharField(max_length=64, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_has_a_known_state",
                condition=Q(state__in=State.values),
            ),
            models.CheckConstraint(
                name="%(class)s_is_published_at_a_time",
                condition=Q(state__in=UNPUBLISHED, published_at=None)
                | ~Q(state__in=UNPUBLISHED) & Q(published_at__isnull=False, current__isnull=False),
            ),
        ]

    def payload(self) -> dict:
        """What publishing it now would freeze, as plain JSON values."""
        raise NotImplementedError

    @property
    def draft(self):
        """The version, not saved, that publishing it now would freeze."""
        return self.versions.model.of(self, timezone.now())

    @property
    def shown(self):
        """The version to show: the current one, or for a draft what would be published now."""
        return self.current.under(self) if self.current else self.draft

    @property
    def is_editable(self):
        """Whether its words may still be changed without a public correction."""
        return self.state in UNPUBLISHED

    @property
    def is_scheduled(self):
        return self.state == State.PUBLISHED and self.published_at > timezone.now()

    @property
    def is_withdrawn(self):
        return self.state == State.WITHDRAWN

    @property
    def standing(self):
        """The state in a word for staff: a publication that is still to come is “Scheduled”."""
        return "Scheduled" if self.is_scheduled else self.get_state_display()
