"""How long a check and a search take among many turns: `python bench/checking.py [--turns 100000] [--rounds 20]`.

Makes a record of invented words in bulk, in a temporary folder or the database that DATABASE_URL names, which must be
empty or made by this before: `.ci/with-postgres python bench/checking.py` measures PostgreSQL. A tenth of them open
with the same courtesy, as they do. Prints the median, the 95th percentile and the longest, in milliseconds, and the
median of this process's own time: on SQLite that is all the work, and it does not grow when the machine is busy.
"""

import argparse
import os
import random
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
    "DATA_DIR": FOLDER,
    "SITE_URL": "http://testserver",
    "ALLOWED_HOSTS": "testserver",
    "DJANGO_SETTINGS_MODULE": "config.settings",
}
os.environ.setdefault("DATABASE_URL", f"sqlite:///{FOLDER}/bench.sqlite3")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.db.models import F, OuterRef, Subquery  # noqa: E402
from django.db.models.functions import Length  # noqa: E402
from django.utils import timezone  # noqa: E402

from hearings.checking import check  # noqa: E402
from hearings.diffs import word_diff  # noqa: E402
from hearings.models import SearchText, State, Turn, Version  # noqa: E402
from hearings.search import compact, enter_words, search  # noqa: E402
from tests import factories  # noqa: E402

COURTESY = "Thank you, Mr. Chairman, and thank you for holding this very important hearing today. "
SYLLABLES = [first + vowel for first in "bdfgklmnprstvz" for vowel in "aeiou"]
chance = random.Random(6)  # noqa: S311
WORDS = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) for _ in range(40_000)]
COMMON = "the of and to a in that it is was for on with they were our we this not be".split()  # noqa: SIM905
LONG = 2500  # words
WEIGHTS = [1 / (rank + 3) for rank in range(len(WORDS))]


def invent(count: int) -> list[str]:
    """So many turns of 20 to 200 invented words: half of them common ones, the others rarer and rarer, as in speech.

    Some are statements of 2,500 words.
    """
    rare = iter(chance.choices(WORDS, WEIGHTS, k=count * 120))
    turns = []
    for number in range(count):
        size = LONG if number % 1000 == 500 else chance.randint(20, 200)
        words = [chance.choice(COMMON) if chance.random() < 0.5 else next(rare) for _ in range(size)]
        sentences = [" ".join(words[at : at + 15]).capitalize() + "." for at in range(0, len(words), 15)]
        turns.append((COURTESY if number % 10 == 0 else "") + " ".join(sentences))
    return turns


@transaction.atomic
def make_record(count: int) -> None:
    """Public transcripts with so many turns in all, a hearing for each 1,000 of them."""
    now = timezone.now()
    left = invent(count)
    while left:
        texts, left = left[:1000], left[1000:]
        transcript = factories.make_public_transcript("Sample words.")
        [first] = transcript.turns.select_related("speaker__person", "section")
        fields = {"transcript": transcript, "section": first.section, "speaker": first.speaker, "label": first.label}
        turns = Turn.objects.bulk_create(
            Turn(text=text, number=number, **fields) for number, text in enumerate(texts, start=2)
        )
        enter_words(Version.objects.bulk_create([Version.of(turn, now) for turn in turns]))
        newest = Version.objects.filter(turn=OuterRef("pk")).values("pk")[:1]
        transcript.turns.filter(state=State.DRAFT).update(
            state=State.PUBLISHED, published_at=now, current=Subquery(newest), revision=F("revision") + 1
        )


def cases(rounds: int) -> dict[str, list]:
    """What is asked, by kind; every round another turn."""
    texts = list(Turn.objects.filter(pk__in=chance.sample(list(Turn.objects.values_list("pk", flat=True)), rounds * 3)))
    texts = [turn.text for turn in texts if len(turn.text.split()) > 60][:rounds]
    words = [text.split() for text in texts]
    long = "\n\n".join(texts)[:20_000]
    statements = [turn.text[:15_000].split() for turn in Turn.objects.order_by(Length("text").desc())[:3]]
    return {
        "check: exact, a turn": [(check, text) for text in texts],
        "check: exact, 12 words": [(check, " ".join(one[20:32])) for one in words],
        "check: exact, a courtesy": [(check, COURTESY)] * rounds,
        "check: one word differs": [(check, " ".join([*one[15:30], "otherwise", *one[31:50]])) for one in words],
        "check: courtesy, one differs": [(check, COURTESY.replace("very", "most"))] * rounds,
        "check: every 5th differs": [
            (check, " ".join("other" if at % 5 == 4 else word for at, word in enumerate(one[:40]))) for one in words
        ],
        "check: missing": [(check, " ".join(chance.choices(WORDS, k=30))) for _ in words],
        "check: missing, common words": [(check, " ".join(chance.choices(COMMON, k=30))) for _ in words],
        "check: ellipsis": [(check, " ".join([*one[5:15], "...", *one[30:45]])) for one in words],
        "check: brackets": [(check, " ".join([*one[5:15], "[x]", *one[17:30]])) for one in words],
        "check: 20,000 characters, found nowhere": [(check, long)] * 3,
        "check: 15,000 characters, every 10th differs": [
            (check, " ".join("other" if at % 10 == 9 else word for at, word in enumerate(one))) for one in statements
        ],
        "difference of two such wordings": [
            (differ, " ".join("other" if at % 10 == 9 else word for at, word in enumerate(one))) for one in statements
        ],
        "search: one rare word": [(find, one[33]) for one in words],
        "search: two words": [(find, f"{one[33]} {one[34]}") for one in words],
        "search: the": [(find, "the")] * rounds,
        "search: a phrase": [(find, f'"{" ".join(one[33:36])}"') for one in words],
    }


def differ(text: str):
    return word_diff(text, text.replace("other", "another"))


def find(query: str):
    return search(query)[:25]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--turns", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    begin = time.perf_counter()
    if not Turn.objects.exists():
        make_record(options.turns)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    print(f"{connection.vendor}: {SearchText.objects.count():,} texts, made in {time.perf_counter() - begin:.0f} s")
    begin = time.perf_counter()
    compact()
    print(f"the rewrite of the index with which sealing ends: {time.perf_counter() - begin:.1f} s")
    begin = time.perf_counter()
    compact()
    print(f"and once more: {time.perf_counter() - begin:.1f} s")
    print(f"{'':<46}{'p50':>8}{'p95':>8}{'most':>8}{'CPU p50':>9}")
    for name, calls in cases(options.rounds).items():
        times, busy = [], []
        for ask, text in calls:
            begin, worked = time.perf_counter(), time.process_time()
            ask(text)
            times.append((time.perf_counter() - begin) * 1000)
            busy.append((time.process_time() - worked) * 1000)
        p95 = sorted(times)[int(len(times) * 0.95) - 1]
        print(f"{name:<46}{statistics.median(times):>8.1f}{p95:>8.1f}{max(times):>8.1f}{statistics.median(busy):>9.1f}")


if __name__ == "__main__":
    main()
