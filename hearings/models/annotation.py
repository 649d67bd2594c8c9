"""Annotations: lettered marks on an image, each with its words and who made it."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from hearings.models.capture import Capture


class Annotation(models.Model):
    class Shape(models.TextChoices):
        RECTANGLE = "rectangle", "Rectangle"
        POLYGON = "polygon", "Polygon"

    capture = models.ForeignKey(Capture, models.CASCADE, related_name="annotations")
    letter = models.CharField(max_length=2, validators=[RegexValidator("^[A-Z]{1,2}$", "Enter a capital letter: A.")])
    text = models.CharField(max_length=300, help_text="What is marked: “New guard tower”.")
    shape = models.CharField(max_length=9, choices=Shape.choices, default=Shape.RECTANGLE)
    points = models.JSONField(help_text="Corners in pixels of the original, from its upper left.")
    author = models.CharField(max_length=200, help_text="Who marked it: the witness, or the editors.")

    class Meta:
        ordering = ["letter", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["capture", "letter"],
                name="letter_is_used_once_on_an_image",
                violation_error_message="This letter stands on the image already. Take the next one.",
            ),
            models.CheckConstraint(
                name="annotation_has_a_known_shape", condition=Q(shape__in=["rectangle", "polygon"])
            ),
            models.CheckConstraint(name="annotation_says_what_it_marks", condition=~Q(text="")),
        ]

    def __str__(self):
        return f"{self.letter}: {self.text}"

    def payload(self):
        return {
            "letter": self.letter,
            "text": self.text,
            "shape": self.shape,
            "points": self.points,
            "author": self.author,
        }
