"""What a browser sends back of a page's form: for tests that change one field and save."""

from html.parser import HTMLParser

from django.urls import reverse


class FormReader(HTMLParser):
    """The successful controls of the form with this id, by name."""

    def __init__(self, form_id):
        super().__init__()
        self.form_id, self.inside, self.data = form_id, False, {}
        self.select = self.textarea = None

    def handle_starttag(self, tag, attributes):
        field = dict(attributes)
        if tag == "form":
            self.inside = field.get("id") == self.form_id
        if not self.inside or "disabled" in field:
            return
        if tag == "input" and "name" in field and field.get("type") not in ("submit", "file"):
            ticks = field.get("type") in ("checkbox", "radio")
            if not ticks or "checked" in field:
                self.data.setdefault(field["name"], []).append(field.get("value", "on" if ticks else ""))
        elif tag == "select":
            self.select = field["name"]
        elif tag == "option" and self.select and "selected" in field:
            self.data.setdefault(self.select, []).append(field.get("value", ""))
        elif tag == "textarea":
            self.textarea = field["name"]
            self.data[self.textarea] = [""]

    def handle_data(self, data):
        if self.textarea:
            self.data[self.textarea][0] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = None
        elif tag == "textarea" and self.textarea:
            self.data[self.textarea][0] = self.data[self.textarea][0].removeprefix("\r\n").removeprefix("\n")
            self.textarea = None


def form_data(response, form_id):
    reader = FormReader(form_id)
    reader.feed(response.content.decode())
    assert reader.data, f"no form {form_id}"
    return reader.data


def save(client, url, form_id, **changes):
    """Open a form of the admin, change the fields named, save, and return the answer after any redirect."""
    data = form_data(client.get(url), form_id) | {name.replace("__", "-"): value for name, value in changes.items()}
    return client.post(url, {**data, "_continue": "Save"}, follow=True)


def errors(response):
    """Every sentence that the page marks as an error."""
    forms = [response.context["adminform"].form]
    found = []
    for inline in response.context["inline_admin_formsets"]:
        found += inline.formset.non_form_errors()
        forms += inline.formset.forms
    for form in forms:
        for sentences in form.errors.values():
            found += sentences
    return found


def notices(response):
    """Every message at the top of the page."""
    return [str(message) for message in response.context["messages"]]


def at(record, name="change"):
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{name}", args=[record.pk])


class Editor:
    """Somebody who has opened the form of a record, and saves it later."""

    def __init__(self, client, record, page="change"):
        self.client, self.url, self.form = client, at(record, page), f"{record._meta.model_name}_form"
        self.data = form_data(client.get(self.url), self.form)

    def save(self, **changes):
        changes = {name.replace("__", "-"): value for name, value in changes.items()}
        self.answer = self.client.post(self.url, {**self.data, **changes, "_continue": "Save"}, follow=True)
        self.page = self.answer.content.decode()
        if self.answer.context and "adminform" in self.answer.context:
            self.data = form_data(self.answer, self.form)
        return self.answer

    @property
    def differences(self):
        conflict = self.answer.context["adminform"].form.conflict
        return {one.label: (one.theirs, one.mine) for one in conflict}
