"""The form that takes a press release in, as text or as a file."""

import re

from django import forms

from hearings.importing.releases.press_release import check, read_release
from hearings.importing.texts.receive import ImportRefused, decode
from hearings.models.hearing import WEB_ADDRESS
from hearings.text import INVISIBLE

ADDRESS = "Enter the whole address. It begins with https:// or http://."


HIDDEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{INVISIBLE}]")
DIRECTED = re.compile("[\u200e\u200f]")  # marks that only text with right-to-left letters needs
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def nothing_hidden(value: str) -> None:
    """Refuse characters that nobody sees and that may turn or hide what stands beside them."""
    found = HIDDEN.search(value.replace("\r\n", "\n")) or (not RIGHT_TO_LEFT.search(value) and DIRECTED.search(value))
    if found:
        before = value[max(found.start() - 20, 0) : found.start()]
        where = f"behind “{before}”" if before.strip() else "at the beginning"
        raise forms.ValidationError(
            f"An invisible character, U+{ord(found[0]):04X}, stands {where}. Delete it, or type the words anew."
        )


def long_text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "dir": "auto"})


def words(length: int, **options) -> forms.CharField:
    """A line of text; what is too long is said with both numbers."""
    too_long = {"max_length": f"At most {length} characters fit here; this has %(show_value)s."}
    return forms.CharField(
        max_length=length, required=False, error_messages=too_long, validators=[nothing_hidden], **options
    )


class ImportForm(forms.Form):
    """Page 1: a release as text or as a file. A valid form has `received`: the bytes, and the text in them."""

    text = forms.CharField(
        label="Text of the press release",
        required=False,
        strip=False,
        widget=long_text(16),
        help_text="Paste all of it, from the headline to the last line, with its quotation marks.",
    )
    file = forms.FileField(
        label="Or a text file",
        required=False,
        help_text="A .txt file in UTF-8, at most 2 MB.",
        widget=forms.FileInput(attrs={"accept": ".txt,text/plain"}),
        error_messages={"empty": "The file is empty. Choose the file that has the text of the release."},
    )
    url = forms.URLField(
        label="Its address",
        required=False,
        max_length=1000,
        assume_scheme="https",
        validators=[WEB_ADDRESS],
        error_messages={"invalid": ADDRESS, "max_length": "An address has at most 1000 characters."},
        help_text="Where the release was published. Nothing is fetched from there.",
    )
    title = words(400, label="Its title", help_text="May stay empty.")
    publisher = words(250, label="Published by", help_text="May stay empty: then it is taken from the text.")

    def clean(self):
        cleaned = super().clean()
        text, upload = cleaned.get("text", "").replace("\r\n", "\n"), cleaned.get("file")
        if "file" in self.errors or "text" in self.errors:
            return cleaned
        if text.strip() and upload:
            self.add_error("file", "There is a text and a file. Empty the text, or leave the file out.")
        elif text.strip() or upload:
            self._read("file" if upload else "text", upload.read() if upload else text.encode())
        else:
            self.add_error("text", "Paste the text of the release here, or choose a file below.")
        return cleaned

    def _read(self, field: str, data: bytes):
        try:
            text = decode(data)
            check(read_release(text))
        except ImportRefused as refusal:
            self.add_error(field, str(refusal))
        else:
            self.received = data, text
