"""What the documents say of the program is true of the program."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import typer

import toolkit as tk
from toolkit.cli import app

ROOT = Path(__file__).parent.parent
GUIDES = ("docs/adding-a-language.md",)
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", *GUIDES)
SPELT = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf8")


@pytest.mark.slow
def test_the_script_of_the_readme_runs(tmp_path):
    script = re.findall(r"```python\n(.*?)```", read("README.md"), re.DOTALL)
    assert len(script) == 1
    run = subprocess.run(
        [sys.executable, "-c", script[0]],
        cwd=tmp_path, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "saltworks.html").is_file()


def test_the_readme_lists_the_commands_that_there_are():
    told = set(re.findall(r"^\| `sidelight (\w+)", read("README.md"), re.MULTILINE))
    assert told == set(typer.main.get_command(app).commands)


def test_the_sample_event_is_as_large_as_the_documents_say():
    event = tk.load_event("saltworks")
    articles = SPELT[len(event.articles)]
    outlets = SPELT[len({article.outlet for article in event.articles})]
    assert f"{outlets} invented outlets" in " ".join(read("README.md").split())
    assert f"reads {articles} articles" in read("README.md")
    assert f"{articles} articles of {outlets} invented outlets" in read("CHANGELOG.md")


def test_the_example_of_one_sentence_is_a_quote():
    sentence = re.search(r'tk\.find_quotes\("(.*?)"\)', read("README.md"))[1]
    assert [quote.speaker for quote in tk.find_quotes(sentence)] == ["Ida Falk"]


@pytest.mark.parametrize("name", GUIDES)
def test_the_examples_of_a_guide_print_what_it_shows(name):
    failed, tried = doctest.testfile(str(ROOT / name), module_relative=False)
    assert tried > 0 and failed == 0


def test_the_sentence_that_a_guide_shows_is_a_case():
    [shown] = re.findall(r"```json\n(.*?)\n```", read("docs/adding-a-language.md"), re.DOTALL)
    assert shown in read("tests/cases/quotation/pt/in_the_style_of_news.jsonl").splitlines()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_files_and_targets_to_rules(name):
    text = read(name)
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    assert [link for link in links if not (ROOT / link).exists()] == []
    targets = set(re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE))
    rules = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    assert targets - rules == set()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_paths_that_a_document_names_exist(name):
    named = re.findall(
        r"`((?:toolkit|tests|data|notebooks|show|extract|gather)/[\w./-]+)`", read(name)
    )
    made = ("toolkit/_shipped/", "data/events/harbour-strike/event.yaml")
    missing = [
        p for p in named
        if p not in made and not (ROOT / p).exists() and not (ROOT / "toolkit" / p).exists()
    ]  # fmt: skip
    assert missing == []


def test_the_house_is_drawn_with_all_its_modules():
    drawn = read("ARCHITECTURE.md")
    modules = [p for p in (ROOT / "toolkit").rglob("*.py") if p.stem != "__init__"]
    assert [str(p) for p in modules if not re.search(rf"\b{p.stem}(`|\.py)", drawn)] == []


def test_one_version_everywhere():
    version = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    assert re.search(r"^version: (.+)$", read("CITATION.cff"), re.MULTILINE)[1] == version
    assert "## [Unreleased]" in read("CHANGELOG.md")


def test_every_dependency_has_its_version_in_the_constraints():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.match(r"[\w.-]+", line)[0] for line in wanted}
    pinned = {line.split("==")[0] for line in read("constraints.txt").splitlines()}
    assert {plain(n) for n in names} - {plain(p) for p in pinned} == set()


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
