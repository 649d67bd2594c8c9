"""What is public: the states of a record and the one rule that every public query asks."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from hearings.ids import new_public_id


class State(models.TextChoices):
    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    PUBLISHED = "published", "Published"
    SEALED = "sealed", "Sealed"


def live(path: str = "") -> Q:
    """The rule: published, and the time of publication has come. `path` leads to the record (`hearing__`)."""
    return Q(**{f"{path}state": State.PUBLISHED, f"{path}published_at__lte": timezone.now()})


class PublishableQuerySet(models.QuerySet):
    parent = ""  # the path to the record that must be public as well

    def public(self):
        """Everything a reader may see at this moment."""
        return self.filter(live(), live(self.parent)) if self.parent else self.filter(live())

    def sealed(self):
        """What was public once and is closed for good: answered with 410."""
        return self.filter(state=State.SEALED)


class Publishable(models.Model):
    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
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
                condition=Q(state__in=[State.DRAFT, State.IN_REVIEW], published_at=None)
                | Q(state__in=[State.PUBLISHED, State.SEALED], published_at__isnull=False),
            ),
        ]

    @property
    def is_editable(self):
        """Whether its words may still be changed without a public correction."""
        return self.state in {State.DRAFT, State.IN_REVIEW}

    @property
    def is_scheduled(self):
        return self.state == State.PUBLISHED and self.published_at > timezone.now()

    @property
    def status(self):
        """The state in a word for staff: a publication that is still to come is “Scheduled”."""
        return "Scheduled" if self.is_scheduled else self.get_state_display()
