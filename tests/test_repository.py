"""Facts about the repository that its papers promise: commands exist, settings are explained, pins are whole."""

import ast
import gzip
import hashlib
import json
import re
import stat
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import call_command, get_commands

from config.first_run import write_env

ROOT = settings.BASE_DIR
LEFT_OUT = {".git", ".venv", "var", "__pycache__", "node_modules", ".pytest_cache", ".ruff_cache", ".hypothesis"}
TEXT = {"", ".py", ".html", ".txt", ".md", ".css", ".js", ".json", ".toml", ".yaml", ".yml", ".xml", ".svg", ".conf"}
TEXT |= {".service", ".socket", ".timer", ".example", ".nginx", ".sql"}
FORBIDDEN = re.compile(
    r"\|\s*safe\b|autoescape\s+off|<style\b|\sstyle\s*=|<[^>]*\son[a-z]+\s*=|javascript:"
    r"|<script\b(?![^>]*(?:\ssrc=|application/(?:ld\+)?json))"
    r"|<(?:script|img|link|iframe|source|video|audio)\b[^>]*\s(?:src|href)=[\"']?(?:https?:)?//"
)
PAPERS = ("README.md", "CONTRIBUTING.md", "deploy/README.md")


def files(*suffixes, under=""):
    """The project's files, without what is installed or made."""
    for path in sorted((ROOT / under).rglob("*")):
        parts = path.relative_to(ROOT).parts
        if not LEFT_OUT & set(parts) and path.is_file() and parts[0] != ".env" and (path.suffix in (suffixes or TEXT)):
            yield path


def code():
    return [path for app in ("config", "hearings", "witnesses") for path in files(".py", under=app)]


def relative(path):
    return path.relative_to(ROOT).as_posix()


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def offenders(pattern, paths):
    """`file:line` of everything that the pattern matches."""
    found = (
        (path, text, match) for path in paths for text in [path.read_text("utf-8")] for match in pattern.finditer(text)
    )
    return [f"{path}:{1 + text.count(chr(10), 0, match.start())}" for path, text, match in found]


def requirements(name):
    """Each pinned requirement with its hashes."""
    blocks = re.split(r"\n(?=\S)", read(name).replace("\\\n", " ").strip())
    return {re.split(r"[ ;]", block)[0]: re.findall(r"--hash=sha256:([0-9a-f]{64})\b", block) for block in blocks}


@pytest.mark.parametrize("paper", [*PAPERS, "Makefile"])
def test_commands_in_the_papers_exist(paper):
    text = read(paper)
    targets = set(re.findall(r"^([a-z][a-z-]*):", read("Makefile"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z][a-z-]*)", code_in(text))) <= targets
    assert set(re.findall(r"(?:manage\.py|as_site|\$\(MANAGE\)) ([a-z_]+)", text)) <= set(get_commands())


def code_in(text):
    """The commands of a paper: what stands in backquotes, inline or fenced."""
    return "\n".join(re.findall(r"```.*?```|`[^`]+`", text, re.DOTALL))


@pytest.mark.parametrize("paper", [relative(path) for path in files(".md")])
def test_links_in_the_papers_lead_somewhere(paper):
    for target in re.findall(r"\]\(([^)#\s]+)", read(paper)):
        assert re.match(r"https?://|mailto:", target) or ((ROOT / paper).parent / target).exists(), target


def test_settings_are_explained_and_nothing_else_is():
    calls = [node for node in ast.walk(ast.parse(read("config/settings.py"))) if isinstance(node, ast.Call)]
    asked = [node.args for node in calls if ast.unparse(node.func) in {"read", "read_bool", "read_database"}]
    names = {argument.value for arguments in asked for argument in arguments if isinstance(argument, ast.Constant)}
    explained = re.findall(r"(?:^#[^\n]*\n)+([A-Z_]+)=", read(".env.example"), re.MULTILINE)
    assert {name for name in names if name.isupper()} == set(explained)
    assert set(explained) == set(re.findall(r"^([A-Z_]+)=", read(".env.example"), re.MULTILINE))


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_pinned_with_hashes_and_come_from_nowhere_in_particular(name):
    pinned = requirements(name)
    assert len(pinned) > 10
    for requirement, hashes in pinned.items():
        assert re.fullmatch(r"[a-z0-9.-]+(?:\[[a-z,]+\])?==[0-9][\w.+]*", requirement), requirement
        assert hashes, f"{requirement} has no hash"
    assert not re.search(r"^\s*(-i|-f|-e|--(?!hash))|://| @ |file:", read(name), re.MULTILINE)


def test_the_tests_run_with_what_the_site_runs_with():
    site, tests = requirements("requirements.txt"), requirements("requirements-dev.txt")
    assert {name: tests.get(name) for name in site} == site


def test_vendored_scripts_are_those_of_the_release_that_their_record_names():
    for record in (ROOT / "static/vendor").glob("*/vendored.json"):
        said = json.loads(record.read_text(encoding="utf-8"))
        script = record.parent / said["file"].split("/")[-1]
        whole = script.read_bytes() + said["left_out"].encode()
        assert hashlib.sha256(whole).hexdigest() == said["sha256"], script.name
        assert f"{said['name']} {said['version']}".encode() in whole[:100]
        assert list(record.parent.glob("LICENSE*")), f"{said['name']} has no licence"
    recorded = {record.parent for record in (ROOT / "static/vendor").glob("*/vendored.json")}
    assert recorded == set((ROOT / "static/vendor").glob("*/"))


def test_scripts_of_readers_stay_small():
    """Gzipped: the slider at most 2 KB, all but the closer look's viewer at most 4 KB, the style sheet at most 6 KB."""
    size = {path.name: len(gzip.compress(path.read_bytes())) for path in (ROOT / "static/js").glob("*.js")}
    assert size["before-after.js"] <= 2048
    staff = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "templates/admin").rglob("*.html"))
    assert sum(length for name, length in size.items() if f'"js/{name}"' not in staff) <= 4096
    assert len(gzip.compress((ROOT / "static/css/site.css").read_bytes())) <= 6144


def test_the_licence_is_there():
    assert read("LICENSE").startswith("BSD 3-Clause License")


def test_no_file_names_a_place_on_somebodys_machine():
    places = "|".join(["work", "root", "farm", "home/[a-z]", "Users/[A-Z]", "tmp/bash"])
    assert offenders(re.compile(rf"(?<![\w.)])/(?:{places})[\w/]"), files()) == []


def test_nothing_is_left_to_do_later():
    words = "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"])
    assert offenders(re.compile(rf"\b(?:{words})\b"), files()) == []


def test_secrets_and_what_is_made_are_kept_out_of_git():
    assert {"/.env", "/.venv/", "/var/"} <= set(read(".gitignore").splitlines())


def test_templates_escape_everything_and_hold_no_script_style_or_handler():
    assert offenders(FORBIDDEN, files(".html", ".xml", ".txt", under="templates")) == []
    assert offenders(re.compile(r"\b(?:mark_safe|SafeString|SafeText)\b"), code()) == []


@pytest.mark.parametrize(
    "markup",
    [
        "{{ words|safe }}",
        "{% autoescape off %}",
        "<p\n style='x'>",
        "<a onclick='x()'>",
        "<script>x()</script>",
        "<script\n type='module'>x()</script>",
        "<a href='javascript:x()'>",
        "<img src=https://elsewhere.example/x.png>",
    ],
)
def test_planted_markup_is_caught(markup, tmp_path):
    planted = tmp_path / "planted.html"
    planted.write_text(f"<p>\n{markup}\n<script src='/x.js'></script><a href='https://elsewhere.example/'>")
    assert offenders(FORBIDDEN, [planted]) in ([f"{planted}:2"], [f"{planted}:3"])


def test_no_test_closes_an_answer_by_hand():
    """That ends the test's connection on PostgreSQL, its rows with it; reading the answer with .getvalue() does not."""
    assert offenders(re.compile(r"\bresponse\.close\(\)$", re.MULTILINE), files(".py", under="tests")) == []


def test_every_module_says_what_it_knows_and_is_no_longer_than_one_subject():
    for path in files(".py"):
        source = path.read_text(encoding="utf-8")
        assert source.count("\n") <= 400 or "migrations" in path.parts, f"{relative(path)} is too long"
        if source.strip() and "migrations" not in path.parts:
            assert ast.get_docstring(ast.parse(source)), f"{relative(path)} has no docstring"


def test_migrations_are_complete(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_first_run_writes_a_private_env_with_a_key_of_its_own(tmp_path):
    (tmp_path / ".env.example").write_text(read(".env.example"))
    assert write_env(tmp_path)
    first = (tmp_path / ".env").read_text()
    assert len(re.search(r"^SECRET_KEY=(\S+)$", first, re.MULTILINE)[1]) >= 50
    assert stat.S_IMODE((tmp_path / ".env").stat().st_mode) == 0o600
    assert not write_env(tmp_path)
    assert (tmp_path / ".env").read_text() == first


def test_an_env_copied_by_hand_gets_the_key_it_lacks_and_keeps_the_rest(tmp_path):
    (tmp_path / ".env").write_text("SITE_NAME=Ours\nSECRET_KEY=\n")
    assert write_env(tmp_path)
    assert re.fullmatch(r"SITE_NAME=Ours\nSECRET_KEY=\S{50,}\n", (tmp_path / ".env").read_text())


def test_the_first_run_says_when_the_port_is_taken(live_server):
    port = str(live_server.thread.port)
    answer = subprocess.run(
        [sys.executable, ROOT / "config/first_run.py", "--port", port], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 1
    assert f"Port {port} is taken" in answer.stderr
