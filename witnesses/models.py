"""People who testify or preside: their names, and what may be shown of them."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse


class WitnessQuerySet(models.QuerySet):
    def public(self):
        """People who appeared, under whichever of their entries, at something public; merged entries only as one."""
        shown = self.model.appearances.rel.related_model.objects.public()
        return self.filter(
            Q(pk__in=shown.values("person")) | Q(pk__in=shown.values("person__shown_as")), merged_into=None
        )

    def merged(self):
        """Entries that are known as another one, of people who appeared at something public."""
        shown = self.model.appearances.rel.related_model.objects.public()
        return self.exclude(merged_into=None).filter(pk__in=shown.values("person"))


class Witness(models.Model):
    given_name = models.CharField(
        max_length=120,
        blank=True,
        help_text="As the person writes it, with middle names or initials: “Robert R.”",
    )
    family_name = models.CharField(
        max_length=120, help_text="For a protected person: the chosen name. Never the real one."
    )
    suffix = models.CharField(max_length=40, blank=True, help_text="Jr., III, Ph.D.")
    family_first = models.BooleanField(
        "family name first", default=False, help_text="Tick for names such as Kim Cheol-su."
    )
    native_name = models.CharField("name in native script", max_length=200, blank=True, help_text="For example 김철수.")
    native_language = models.CharField(
        "language of the native name", max_length=35, blank=True, help_text="A language tag: ko, zh, ug, bo."
    )
    honorific = models.CharField(max_length=60, blank=True, help_text="Ambassador, Dr., Rep.")
    sort_name = models.CharField(
        max_length=250,
        help_text="How the name is filed: “Lee, Jung Hoon”. Filled in if left empty.",
        blank=True,
    )
    slug = models.SlugField("address", max_length=120, unique=True)
    other_spellings = models.TextField(
        blank=True,
        help_text="One per line. Imports recognise the person by them; the public never sees them.",
    )
    biography = models.TextField(blank=True, help_text="Plain text; a blank line begins a paragraph.")
    portrait = models.FileField(blank=True, editable=False, max_length=200)
    portrait_alt = models.CharField(
        "portrait in words", max_length=300, blank=True, help_text="What a reader who cannot see it needs."
    )
    portrait_credit = models.CharField(max_length=200, blank=True)
    protected = models.BooleanField(
        default=False,
        help_text="The person is at risk. Only the chosen name is shown: no portrait, no native name, no other "
        "spellings, and no title or organisation unless an appearance releases them.",
    )

    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="mergers", editable=False
    )
    shown_as = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="entries", editable=False)
    once_showed = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        help_text="Whose appearances were all that this page showed, until that merger was taken back.",
    )
    revision = models.PositiveIntegerField(default=0, editable=False)

    objects = WitnessQuerySet.as_manager()

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"
        ordering = ["sort_name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="protected_person_shows_only_the_chosen_name",
                condition=Q(protected=False)
                | Q(portrait="", native_name="", other_spellings="", portrait_alt="", portrait_credit=""),
                violation_error_message="A protected person can have no portrait, no native name and no other "
                "spellings. Empty these fields.",
            ),
            models.CheckConstraint(
                name="portrait_is_described_in_words",
                condition=Q(portrait="") | ~Q(portrait_alt=""),
                violation_error_message="Say in words what the portrait shows.",
            ),
            models.CheckConstraint(
                name="merged_person_is_shown_as_another",
                condition=Q(merged_into=None, shown_as=None)
                | Q(merged_into__isnull=False, shown_as__isnull=False) & ~Q(merged_into=F("pk")) & ~Q(shown_as=F("pk")),
            ),
            models.CheckConstraint(
                name="person_has_a_family_name",
                condition=~Q(family_name=""),
                violation_error_message="Enter a name.",
            ),
        ]

    def __str__(self):
        return self.full_name

    @property
    def full_name(self):
        """The name in the person's own order, with the suffix."""
        names = [self.given_name, self.family_name]
        name = " ".join(part for part in (reversed(names) if self.family_first else names) if part)
        return f"{name}, {self.suffix}" if self.suffix else name

    @property
    def styled_name(self):
        """The name with its honorific: “Ambassador Robert King”."""
        return f"{self.honorific} {self.full_name}".strip()

    @property
    def every_appearance(self):
        """The appearances of this person under all merged entries."""
        appearances = type(self).appearances.rel.related_model.objects
        return appearances.filter(Q(person=self) | Q(person__shown_as=self))

    @classmethod
    def public_corrections(cls):
        """The public corrections, of quotes and of all else."""
        corrections = cls.appearances.rel.related_model.quotes.rel.related_model.corrections.rel.related_model
        return corrections.objects.public().shown()

    @property
    def leads_to(self):
        """The public person whom the addresses of this entry show: itself, who it is merged into, or whom it showed."""
        waiting, seen = [self], set()
        while waiting:
            one = waiting.pop(0)
            if one and one.pk not in seen:
                if type(self).objects.public().filter(pk=one.pk).exists():
                    return one
                seen.add(one.pk)
                waiting += [one.shown_as, one.once_showed]
        return None

    @classmethod
    def was_public_at(cls, slug: str) -> bool:
        """Whether the page of a person was ever public at this address."""
        ledger = cls.appearances.rel.related_model.ledger()
        return ledger.filter(path=reverse("witnesses:witness", args=[slug])).exists()

    @classmethod
    def at(cls, slug: str):
        """The entry that has or had this address; None if there is none."""
        return cls.objects.filter(slug=slug).first() or cls.objects.filter(former_slugs__slug=slug).first()

    @classmethod
    def moved_from(cls, slug: str):
        """The public person to whom an address leads that was public once; None if there is none."""
        entry = cls.at(slug) if cls.was_public_at(slug) else None
        return entry and entry.leads_to

    def default_sort_name(self):
        return ", ".join(part for part in (self.family_name, self.given_name, self.suffix) if part)

    def clean(self):
        known = type(self).objects.filter(pk=self.pk, protected=False).exists()
        if self.protected and known and self.every_appearance.public().exists():
            raise ValidationError(
                {
                    "protected": "This person's name is public already, on pages and in published versions. Seal those "
                    "quotes first, remove the person from the hearing, and enter a new person under a chosen name."
                }
            )

    def get_absolute_url(self):
        return reverse("witnesses:witness", args=[self.slug])


class WitnessLink(models.Model):
    witness = models.ForeignKey(Witness, models.CASCADE, related_name="links")
    label = models.CharField(max_length=120)
    url = models.URLField("address", max_length=500, validators=[URLValidator(schemes=["https", "http"])])

    class Meta:
        verbose_name = "link"

    def __str__(self):
        return self.label


class FormerSlug(models.Model):
    """An address that a person's page once had, so that links to it go on working."""

    witness = models.ForeignKey(Witness, models.CASCADE, related_name="former_slugs")
    slug = models.SlugField(max_length=120, unique=True)

    class Meta:
        verbose_name = "former address"
        verbose_name_plural = "former addresses"

    def __str__(self):
        return self.slug
