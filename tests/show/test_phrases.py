"""What is said of absence and of doubt is said in one place, and nobody else spells it."""

from __future__ import annotations

import ast
import json
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolkit.errors import UsageError
from toolkit.show import phrases
from toolkit.show.phrases import en, say

ROOT = Path(__file__).parents[2]
SHOW = ROOT / "toolkit" / "show"

#: Words of absence and of doubt, and words that blame or score: only the catalogue spells the
#: former, and nobody the latter.
CAREFUL = re.compile(
    r"not found|none found|nothing found|nowhere|no quotes? (?:from|of|found)|not named"
    r"|no one\b|unknown to us|not absent|silent about|kept quiet|left unsaid|ignor(?:ed|es|ing)\b"
    r"|too close|too few|ten articles|nine times in ten|too small|not measured|could not be read"
    r"|only a part|own words|in a quote\b|in quotes\b|inside a quote|speaker near|only here"
    r"|one outlet only|counted once|speaks once|as one telling|that we (?:have|read)\b|bias|slant"
    r"|omit(?:s|ted)\b|conceal|whitewash|spin\b",
    re.IGNORECASE,
)
#: Values of tables, which the modules must name and nobody reads.
TABLES = frozenset({"voice not found", "statement not found", "too few to say", "too close to say"})


def literals(path: Path) -> Iterator[str]:
    """The strings of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf8"))
    documented = (ast.Module, ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def printed() -> Iterator[tuple[str, str]]:
    """Whatever else than the catalogue readers may meet, with where it stands."""
    modules = [p for p in SHOW.rglob("*.py") if "phrases" not in p.parts]
    for path in [*modules, ROOT / "toolkit" / "cli.py"]:
        yield from ((path.name, words) for words in literals(path))
    for path in (SHOW / "templates").rglob("*.html"):
        yield path.name, CODE.sub(strings_in, path.read_text(encoding="utf8"))


#: Code and comments of a template.
CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)


def strings_in(code: re.Match[str]) -> str:
    """The strings that a template's code may print."""
    return "" if code[0].startswith("{#") else " ".join(re.findall(r'"([^"]*)"', code[0]))


def test_no_module_or_template_spells_a_phrase_of_absence_or_doubt_itself():
    found = [
        (name, match.group())
        for name, words in printed()
        if words not in TABLES
        for match in CAREFUL.finditer(words)
    ]
    assert found == []


def sentences_of(phrase: str) -> str:
    return re.sub(r"\s+", " ", phrase.replace("’", "'")).rstrip(".").casefold()


def test_a_notebook_says_such_things_only_in_the_words_of_the_catalogue():
    known = [
        sentences_of(text)
        for phrase in en.PHRASES.values()
        for text in ([phrase] if isinstance(phrase, str) else phrase.values())
    ]
    strange = []
    for path in sorted((ROOT / "notebooks").rglob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf8"))["cells"]:
            for sentence in re.split(r"(?<=[.!?])\s+", "".join(cell["source"])):
                said = sentences_of(sentence)
                if CAREFUL.search(said) and not any(k in said for k in known if CAREFUL.search(k)):
                    strange.append((path.name, sentence))
    assert strange == []


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def languages() -> list[str]:
    return sorted(p.stem for p in (SHOW / "phrases").glob("*.py") if p.stem != "__init__")


@pytest.mark.parametrize("language", languages())
def test_a_translation_has_the_fields_of_the_english(language):
    for key, phrase in phrases.catalogue(language).phrases.items():
        english = en.PHRASES[key]
        forms = [phrase] if isinstance(phrase, str) else list(phrase.values())
        wanted = [english] if isinstance(english, str) else list(english.values())
        known = {field for form in wanted for field in fields(form)}
        assert all(fields(form) <= known | {"n"} for form in forms), key
        assert isinstance(phrase, str) or "other" in phrase, key


@pytest.mark.parametrize("language", languages())
def test_what_a_translation_lacks_is_listed_and_said_in_english(language):
    lacking = phrases.missing(language)
    assert set(lacking) == set(en.PHRASES) - set(phrases.catalogue(language).phrases)
    with phrases.written_in(language):
        assert all(phrases._template(key, {"n": 2}) for key in en.PHRASES)


def test_a_language_without_a_file_lacks_everything_and_falls_back():
    assert phrases.missing("xx") == list(en.PHRASES)
    with phrases.written_in("xx-YY"):
        assert say("not_named") == "not named"


def test_a_language_of_its_own_is_used_where_it_has_the_phrase(monkeypatch):
    own = phrases.Catalogue({"not_found": "no encontrado"}, lambda n: "other")
    english = phrases.catalogue("en")
    monkeypatch.setattr(phrases, "catalogue", lambda code: own if code == "yy" else english)
    with phrases.written_in("yy"):
        assert (say("not_found"), say("none_found")) == ("no encontrado", "none found")
    assert say("not_found") == "not found"


def test_an_unknown_key_is_an_error_with_a_hint():
    with pytest.raises(UsageError, match=r"no phrase 'not_fuond' \(did you mean 'not_found'"):
        say("not_fuond")


def test_a_phrase_in_html_escapes_its_fields():
    assert phrases.mark("quoted.by", marker="", name="A <b>") == "in a quote: A &lt;b&gt;"


@pytest.mark.parametrize(
    ("articles", "told"),
    [
        ([1], "One article an outlet is too few to say; we start at ten."),
        ([1, 2, 1], "One or two articles an outlet are too few to say; we start at ten."),
        ([2, 2], "Held by only two articles an outlet; we start at ten."),
        ([3, 1], "Held by three articles of an outlet at most; we start at ten."),
        ([7, 7], "Seven articles an outlet are too few to say what is usual there; we start at "
                 "ten."),
        ([9, 2], "The most that we have of an outlet, nine articles, is too few to say what is "
                 "usual there; we start at ten."),
        ([10, 30], "With ten articles an outlet or more it can be asked, for articles like these."),
        ([10, 9], "It can be asked of outlets with ten articles or more; of the others we have "
                  "too few to say."),
    ],
)  # fmt: skip
def test_sampling_doubt_follows_from_how_many_articles_there_are(articles, told):
    assert phrases.sampling(articles) == told


def test_every_phrase_is_asked_for_somewhere():
    """A phrase that nobody says would be translated in vain."""
    modules = [p for p in SHOW.rglob("*.py") if p.name != "en.py"]
    files = [*modules, ROOT / "toolkit" / "cli.py", *(SHOW / "templates").rglob("*.html")]
    asking = "\n".join(path.read_text(encoding="utf8") for path in files)
    #: Keys that are put together where they are asked for: what they begin with.
    composed = ("sampling.", "finding.", "cut.", "place.", "unread", "absent.")
    unsaid = [
        key
        for key in en.PHRASES
        if not any(f"{mark}{key}{mark}" in asking for mark in "\"'")
        and not key.startswith(composed)
    ]
    assert unsaid == []
