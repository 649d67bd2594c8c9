"""What a journey costs: the clicks that a person makes."""


class Clicks:
    """Counts the clicks that a person makes; typing costs none."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def __call__(self, role, name):
        self.page.get_by_role(role, name=name, exact=True).click()
        self.page.wait_for_load_state()
        self.count += 1
