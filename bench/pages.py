"""How long each kind of page takes, as a ratio to the lightest: `python bench/pages.py [--quotes 60] [--rounds 30]`.

Makes a record of its own in a temporary folder; times the whole request within one process, rounds in turn so that a
noisy machine slows all pages alike. Compare ratios, not milliseconds.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
FOLDER = tempfile.mkdtemp(prefix="hearings-bench-")
os.environ |= {
    "ENV_FILE": os.devnull,
    "SECRET_KEY": "only-for-measuring-" + "x" * 50,
    "DATABASE_URL": f"sqlite:///{FOLDER}/bench.sqlite3",
    "DATA_DIR": FOLDER,
    "SITE_URL": "http://testserver",
    "ALLOWED_HOSTS": "testserver",
    "DJANGO_SETTINGS_MODULE": "config.settings",
}

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from tests import factories  # noqa: E402


def make_record(quotes: int) -> dict[str, str]:
    """A public hearing with 12 people and so many quotes; the address of each kind of page."""
    hearing = factories.make_hearing(topics=[factories.make_topic()])
    source = factories.make_source(hearing=hearing, text="Sample words, said at length so that they fill a line.")
    speakers = [factories.make_appearance(hearing=hearing) for _ in range(12)]
    for number in range(quotes):
        factories.make_quote(hearing=hearing, speaker=speakers[number % 12], source=source, text=source.text)
    exhibit = factories.make_exhibit(hearing=hearing, presented_by=speakers[0])
    factories.publish(hearing)
    return {
        "about": "/about/",
        "home": "/",
        "hearings": "/hearings/",
        "people": "/witnesses/",
        "person": speakers[0].person.get_absolute_url(),
        "quote": hearing.quotes.first().get_absolute_url(),
        "exhibit": exhibit.get_absolute_url(),
        "hearing": hearing.get_absolute_url(),
        "admin: hearing": f"/admin/hearings/hearing/{hearing.pk}/change/",
    }


def measure(addresses: dict[str, str], rounds: int) -> dict[str, tuple[float, int]]:
    """The median milliseconds and the bytes of each page."""
    client = Client()
    client.force_login(factories.make_user(superuser=True))
    times: dict[str, list[float]] = {name: [] for name in addresses}
    sizes: dict[str, int] = {}
    for _ in range(rounds):
        for name, address in addresses.items():
            begin = time.perf_counter()
            response = client.get(address)
            times[name].append((time.perf_counter() - begin) * 1000)
            sizes[name] = len(response.content)
    return {name: (statistics.median(times[name]), sizes[name]) for name in addresses}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quotes", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=30)
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    results = measure(make_record(options.quotes), options.rounds)
    lightest = min(median for median, _ in results.values())
    print(f"{'page':<16}{'ms':>8}{'ratio':>8}{'KB':>8}")
    for name, (median, size) in results.items():
        print(f"{name:<16}{median:>8.1f}{median / lightest:>8.1f}{size / 1000:>8.1f}")


if __name__ == "__main__":
    main()
