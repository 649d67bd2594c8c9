"""What a journey costs: the clicks that a person makes, and the characters that a person types."""


class Clicks:
    """Counts the clicks and the typed characters; pasting costs no characters, but for the click into the field."""

    def __init__(self, page):
        self.page, self.count, self.typed = page, 0, 0

    def __call__(self, role, name, *, within="body"):
        self.page.locator(within).get_by_role(role, name=name, exact=True).click()
        self.page.wait_for_load_state()
        self.count += 1

    def paste(self, name, text):
        """Click into the field of this name and paste."""
        self("textbox", name)
        self.page.get_by_role("textbox", name=name, exact=True).fill(text)

    def type(self, role, name, text):
        """Click into the field of this name and type."""
        self(role, name)
        self.page.keyboard.type(text)
        self.typed += len(text)
