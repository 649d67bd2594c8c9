"""The floors of the house: imports run downward, never in a circle or a function, and what is public is asked for."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APPS = ("config", "hearings", "witnesses")

# The longest name that a module's name begins with decides its floor; surfaces also have a kind.
PURE = (
    *(
        "ids",
        "text",
        "blocks",
        "diffs",
        "canonical",
        "citations",
        "imaging",
        "locator",
        "annotations",
        "places",
        "standards",
    ),
    *(
        "storage",
        "media",
        "pagination",
        "previews",
        "shared",
        "verbatim",
        "json_feed",
        "atom_feed",
        "notes",
        "words",
        "quoting",
        "nearest",
        "converters",
        "exports",
    ),
)
BASE, MODELS, ACTIONS, IMPORTING, SURFACES, TOP = range(6)
PLACES = {
    **{f"hearings.{name}": (BASE, "pure") for name in PURE},
    "witnesses.names": (BASE, "pure"),
    "witnesses.models": (BASE, "models"),
    "hearings.models": (MODELS, "models"),
    "hearings.actions": (ACTIONS, "actions"),
    "hearings.search": (ACTIONS, "search"),
    "hearings.checking": (ACTIONS, "search"),
    "hearings.latest": (ACTIONS, "search"),
    "hearings.representations": (ACTIONS, "representations"),
    "hearings.importing": (IMPORTING, "importing"),
    "hearings.demo": (IMPORTING, "demo"),
    **{
        f"{app}.{kind}": (SURFACES, kind) for app in APPS[1:] for kind in ("views", "api", "admin", "feeds", "sitemaps")
    },
    **{f"{app}.{kind}": (SURFACES, kind) for app in APPS[1:] for kind in ("templatetags", "management", "checks")},
    # These two put an app together: urls names its views, apps its checks.
    **{f"{app}.{kind}": (SURFACES, "wiring") for app in APPS[1:] for kind in ("urls", "apps")},
    **dict.fromkeys(APPS[1:], (BASE, "package")),
    "config": (TOP, "config"),
}
# Pure modules know no database. These serve Django's files and pages, and may know what those are.
DJANGO_IN_PURE = {
    "hearings.storage": ("django.conf", "django.core.files", "django.utils"),
    "hearings.media": ("django.core.files", "django.http", "django.utils"),
    "hearings.pagination": ("django.core.paginator", "django.http"),
    "hearings.previews": ("django.core.signing",),
    "hearings.shared": ("django.http", "django.utils"),
    "hearings.json_feed": ("django.utils",),
    "hearings.atom_feed": ("django.utils",),
    "hearings.converters": ("django.urls",),
    "hearings.exports": ("django.conf",),
}
# Parsers turn text into dataclasses; these lay what was parsed beside the record, or into it.
LOADERS = {
    f"hearings.importing.{name}"
    for name in (
        *("matching", "proposal", "load", "joining", "load_transcript", "listing", "as_read"),
        *("settling", "speakers"),
    )
}

# The packages of the reader of releases, each of which may stand on those before it.
SHELVES = ("people", "marks", "speech", "unmarked", "events", "chairs", "witnesses")

# Queries in public code that do not say `.public()` or `.readable()` in the same breath, each with its reason.
PUBLIC_SURFACES = re.compile(r"(hearings|witnesses)\.(views|api|feeds|sitemaps)\b")
RELATED = {"quotes", "exhibits", "hearings", "appearances", "transcripts", "turns"}
REASONS = {
    ("hearings.views.body", "body_page", "Body.objects"): "shelf_page shows what is public, or was by the ledger",
    ("hearings.views.topic", "topic_page", "Topic.objects"): "shelf_page shows what is public, or was by the ledger",
    ("hearings.views.quote", "render_quote", "quote.exhibits"): "all of them in a preview only",
    ("hearings.views.exhibit", "render_exhibit", "Quote.objects"): "all of them in a preview only",
    ("hearings.views.transcript", "render_transcript", "Turn.objects"): "all of them in a preview only",
    ("hearings.views.hearing", "render_hearing", "hearing.quotes"): "all of them in a preview only",
    ("hearings.views.hearing", "render_hearing", "hearing.exhibits"): "all of them in a preview only",
    ("hearings.views.hearing", "render_hearing", "hearing.appearances"): "who appeared at a public hearing is public",
    ("hearings.api.records", "versions_of", "Version.objects"): "of records that were found readable",
    ("hearings.api.references", "naming", "Mention.objects"): "narrows hearings that are public",
}
STAFF_VIEWS = {"hearings.views.preview"}


parse = cache(ast.parse)


@cache
def read_sources():
    """Every module of the apps by its dotted name, migrations aside."""
    paths = [path for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts]
    return {dotted(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in paths}


def dotted(path):
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def imports_of(name, tree, known):
    """The dotted names that a module imports: the submodule, where `from package import submodule` names one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                base = ".".join([*name.split(".")[: -node.level], *filter(None, [node.module])])
            for alias in node.names:
                yield f"{base}.{alias.name}" if f"{base}.{alias.name}" in known else base


def place(name):
    """Floor and kind of a module, or None if the table above does not know it."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        prefix = ".".join(parts[:length])
        if prefix in PLACES and (length == len(parts) or PLACES[prefix][1] != "package"):
            return PLACES[prefix]
    return None


def floor_breaches(sources):
    trees = {name: parse(source) for name, source in sources.items()}
    for name, tree in sorted(trees.items()):
        if place(name) is None:
            yield f"{name} stands on no floor: enter it in PLACES"
            continue
        for target in sorted(set(imports_of(name, tree, trees))):
            problem = import_problem(name, target)
            if problem:
                yield f"{name} imports {target}: {problem}"


def import_problem(name, target):
    floor, kind = place(name)
    if target.split(".")[0] not in APPS:
        return django_problem(name, kind, target)
    there, other = place(target) or (TOP, "unknown")
    if kind == "pure" and other != "pure":
        return "a pure module imports only pure modules"
    if name.startswith("witnesses") and target.startswith("hearings") and there > BASE:
        return "witnesses knows nothing of hearings but its pure modules"
    if there > floor:
        return "imports run downward"
    if floor == there == SURFACES and kind not in (other, "wiring"):
        return "surfaces do not import one another"
    reader, read = (re.match(r"hearings\.importing\.(texts|releases|transcripts)\b", one) for one in (name, target))
    if reader and other == "importing" and (not read or read.group(1) not in ("texts", reader.group(1))):
        return "readers stand on texts alone"
    shelf, below = (re.match(rf"hearings\.importing\.releases\.({'|'.join(SHELVES)})\b", one) for one in (name, target))
    if shelf and below and SHELVES.index(below[1]) > SHELVES.index(shelf[1]):
        return "the reader's packages stand on those before them"
    if kind == "importing" and name not in LOADERS and (other not in ("pure", "importing") or target in LOADERS):
        return "parsers know no models"
    return ""


def django_problem(name, kind, target):
    """The web framework in a place that is to do without."""
    if target.split(".")[0] != "django":
        return ""
    if kind == "pure" and not target.startswith(DJANGO_IN_PURE.get(name, "-")):
        return "pure modules do without it"
    if kind == "importing" and name not in LOADERS:
        return "parsers do without it"
    return ""


def circles(sources):
    """Every import that closes a circle, as `a -> b -> a`."""
    trees = {name: parse(source) for name, source in sources.items()}
    edges = {name: sorted(set(imports_of(name, tree, trees)) & set(trees)) for name, tree in trees.items()}
    done = set()

    def walk(name, trail):
        if name in trail:
            yield " -> ".join([*trail[trail.index(name) :], name])
        elif name not in done:
            for target in edges[name]:
                yield from walk(target, [*trail, name])
            done.add(name)

    for name in sorted(edges):
        yield from walk(name, [])


def hidden_imports(sources):
    """Imports inside functions, and the calls that are imports by another name."""
    calls = {"import_module", "__import__", "import_string", "get_model"}
    for name, source in sorted(sources.items()):
        for function in ast.walk(parse(source)):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                for node in ast.walk(function):
                    if isinstance(node, ast.Import | ast.ImportFrom):
                        yield f"{name} imports inside a function, line {node.lineno}"
                    if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in calls:
                        yield f"{name} imports inside a function by {ast.unparse(node.func)}, line {node.lineno}"


def open_queries(sources):
    """Queries of public surfaces that do not say in the same expression that they want what is public."""
    for name, source in sorted(sources.items()):
        if not PUBLIC_SURFACES.match(name) or name in STAFF_VIEWS:
            continue
        for holder in parse(source).body:
            parents = {child: node for node in ast.walk(holder) for child in ast.iter_child_nodes(node)}
            for node in ast.walk(holder):
                query = query_in(node)
                if not query or (name, getattr(holder, "name", ""), query) in REASONS:
                    continue
                while isinstance(parents.get(node), ast.Attribute | ast.Call) and not is_argument(node, parents):
                    node = parents[node]
                if not re.search(r"\.(public|readable)\(\)", ast.unparse(node)):
                    yield f"{name}.{getattr(holder, 'name', '')}: {query} without .public(), line {node.lineno}"


def query_in(node):
    """`Model.objects`, `thing.quotes` or `get_object_or_404(Model`: where a query begins; empty elsewhere."""
    if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager", "_base_manager", *RELATED}:
        return ast.unparse(node)
    shortcut = isinstance(node, ast.Call) and ast.unparse(node.func) in {"get_object_or_404", "get_list_or_404"}
    if shortcut and isinstance(node.args[0], ast.Name) and node.args[0].id[0].isupper():
        return f"{ast.unparse(node.func)}({node.args[0].id}"
    return ""


def is_argument(node, parents):
    parent = parents[node]
    return isinstance(parent, ast.Call) and node is not parent.func


def test_imports_run_downward():
    assert list(floor_breaches(read_sources())) == []


def test_no_imports_in_a_circle():
    assert list(circles(read_sources())) == []


def test_no_imports_inside_functions():
    assert list(hidden_imports(read_sources())) == []


def test_public_pages_ask_for_what_is_public():
    assert list(open_queries(read_sources())) == []


def test_every_exception_to_the_rule_is_still_needed():
    sources = read_sources()
    for name, function, query in REASONS:
        holders = [node for node in parse(sources[name]).body if getattr(node, "name", "") == function]
        assert any(query in ast.unparse(holder) for holder in holders), f"{name}.{function} has no {query} any more"


def test_templates_of_the_public_follow_no_relation_past_public():
    reach = re.compile(r"\.(?:quotes|exhibits|hearings|appearances|objects)\.(?!public\b)\w+")
    for path in (ROOT / "templates").rglob("*.html"):
        if "admin" not in path.relative_to(ROOT).parts:
            assert not reach.search(path.read_text(encoding="utf-8")), f"{path.name} reaches past .public()"


@pytest.mark.parametrize(
    ("module", "source", "said"),
    [
        ("hearings.models.planted", "from hearings.actions import publishing", "imports run downward"),
        ("hearings.actions.planted", "from hearings.importing.load import load", "imports run downward"),
        ("hearings.importing.load", "import hearings.views.hearing", "imports run downward"),
        ("hearings.views.planted", "from config import settings", "imports run downward"),
        ("hearings.views.planted", "from hearings.admin import site", "surfaces do not import one another"),
        ("hearings.admin.planted", "from ..views.quote import find_quote", "surfaces do not import one another"),
        ("witnesses.admin", "from hearings.models import Hearing", "witnesses knows nothing of hearings"),
        ("hearings.text", "from hearings.models import Hearing", "pure modules"),
        ("hearings.text", "import django.db.models", "do without it"),
        ("hearings.storage", "from django.db import connection", "do without it"),
        ("hearings.importing.planted", "from django.conf import settings", "do without it"),
        ("hearings.importing.planted", "from witnesses.models import Witness", "parsers know no models"),
        ("hearings.importing.planted", "from hearings.importing import load", "parsers know no models"),
        (
            "hearings.importing.releases.a",
            "import hearings.importing.transcripts.names",
            "readers stand on texts alone",
        ),
        (
            "hearings.importing.texts.a",
            "import hearings.importing.releases.people.resolving",
            "readers stand on texts alone",
        ),
        ("hearings.importing.transcripts.a", "import hearings.importing.pairing", "readers stand on texts alone"),
        ("hearings.importing.releases.marks.a", "import hearings.importing.releases.speech.terms", "those before them"),
        ("hearings.planted", "", "stands on no floor"),
    ],
)
def test_a_planted_import_is_caught(module, source, said):
    breaches = list(floor_breaches(read_sources() | {module: source}))
    assert any(module in breach and said in breach for breach in breaches)


def test_a_planted_circle_is_caught():
    planted = {"hearings.models.one": "from . import two", "hearings.models.two": "import hearings.models.one"}
    found = list(circles(read_sources() | planted))
    assert found == ["hearings.models.one -> hearings.models.two -> hearings.models.one"]


@pytest.mark.parametrize("line", ["import json", "from hearings.models import Quote", "import_module('json')"])
def test_a_planted_import_in_a_function_is_caught(line):
    planted = {"hearings.actions.planted": f"class Verb:\n    def act(self):\n        {line}\n"}
    assert len(list(hidden_imports(read_sources() | planted))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Quote.objects.filter(pk=1)",
        "list(Quote.objects.all().shown())",
        "get_object_or_404(Quote, public_id=public_id)",
        "hearing.quotes.all().public_id",
        "show(Quote.objects.all(), Hearing.objects.public())",
    ],
)
def test_a_planted_query_for_everything_is_caught(line):
    planted = {"hearings.views.planted": f"def planted(request):\n    return {line}\n"}
    assert len(list(open_queries(planted))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Quote.objects.shown().public().filter(pk=1)",
        "get_object_or_404(Quote.objects.public(), pk=1)",
        "get_object_or_404(Capture, exhibit__in=Exhibit.objects.public())",
        "body.hearings.public().listed()",
        "Hearing.objects.readable().exists()",
    ],
)
def test_a_query_for_what_is_public_passes(line):
    planted = {"hearings.views.planted": f"def planted(request):\n    return {line}\n"}
    assert list(open_queries(planted)) == []
