"""A review that two editors leave: the second is shown what the first one left, and overwrites nothing unseen."""

import hashlib
from collections.abc import Iterator

from django import forms
from django.http import HttpRequest, QueryDict

from hearings.admin.conflicts import Difference, in_words
from hearings.admin.review import Review
from hearings.diffs import word_diff
from hearings.models import SourceDocument

UNSHOWN = {"near", "seen", "asked", "confirmed"}
NOT_OF_THE_REVIEW = ("csrfmiddlewaretoken", "later", "join", "left")


def stamp(left: str) -> str:
    """Which state of a review a page was filled from; empty for one that nobody left yet."""
    return hashlib.sha256(left.encode()).hexdigest() if left else ""


def is_current(request: HttpRequest, source: SourceDocument) -> bool:
    """Whether what was sent was filled from what is left now, or by whoever left it, or says the same."""
    left = QueryDict(source.review_left)
    if request.POST.get("left", "") == stamp(source.review_left) or left.get("left_by") == str(request.user.pk):
        return True
    sent = QueryDict(entered(request))
    return {name: sent[name] for name in sent if name != "left_by"} == {
        name: left[name] for name in left if name != "left_by"
    }


def entered(request: HttpRequest) -> str:
    """What was entered, and by whom, as it is kept."""
    sent = request.POST.copy()
    for name in NOT_OF_THE_REVIEW:
        sent.pop(name, None)
    sent["left_by"] = str(request.user.pk)
    return sent.urlencode()


def keep(request: HttpRequest, source: SourceDocument) -> bool:
    """Keep what was entered, finished or not; False where somebody else left the review at this moment.

    SourceDocument.DoesNotExist if it was discarded.
    """
    words = entered(request)
    rows = SourceDocument.objects.filter(pk=source.pk)
    if rows.filter(review_left=source.review_left).update(review_left=words):
        source.review_left = words
        return True
    source.review_left = rows.values_list("review_left", flat=True).get()
    return False


def differences(mine: Review, theirs: Review) -> list[Difference]:
    """Every field that stands otherwise in the one review than in the other."""
    found = list(_of_form("", mine.hearing, theirs.hearing))
    for noun in ("people", "quotes", "references"):
        rows = zip(getattr(mine, noun).forms, getattr(theirs, noun).forms, strict=False)
        for number, (one, other) in enumerate(rows, start=1):
            found += _of_form(f"{noun.capitalize()} {number}: ", one, other)
    return found


def _of_form(label: str, mine: forms.Form, theirs: forms.Form) -> Iterator[Difference]:
    for name in [name for name in mine.fields if name not in UNSHOWN]:
        old, new = _words(theirs, name), _words(mine, name)
        if old != new:
            yield Difference(f"{label}{mine[name].label}", old, new, word_diff(old, new))


def _words(form: forms.Form, name: str) -> str:
    value = form[name].value() or ""
    if name == "match":
        return next((one.name for one in form.candidates if str(one.pk) == value), "A new person" if value else "")
    if name == "body":
        choices = form.fields[name].choices
        flat = [one for key, text in choices for one in (text if isinstance(text, list) else [(key, text)])]
        return dict(flat).get(value, value)
    return in_words(form[name])
