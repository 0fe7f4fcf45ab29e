"""One contract for every language file: a new language is right when it passes here.

What is said of a language in particular (a few verbs and their forms, a few words of each kind) is
data in `PROBES`; a third language adds its line there.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import MISSING
from types import ModuleType

import pytest

import toolkit.languages.en
import toolkit.languages.es
from toolkit.errors import UsageError
from toolkit.languages import (
    VERB_CLASSES,
    Language,
    gendered,
    get_language,
    verb_table,
    words_of,
)

CODES = ("en", "es")
FILES: Mapping[str, ModuleType] = {"en": toolkit.languages.en, "es": toolkit.languages.es}

#: For each language: verb forms with lemma and class, and words that must be in a list.
PROBES: Mapping[str, Mapping[str, list[tuple[str, str, str]]]] = {
    "en": {
        "verbs": [
            ("said", "say", "neutral"), ("says", "say", "neutral"), ("told", "tell", "neutral"),
            ("denied", "deny", "deny"), ("denies", "deny", "deny"),
            ("admitted", "admit", "concede"),
            ("claiming", "claim", "doubt"), ("quipped", "quip", "manner"),
            ("pointed out", "point out", "affirm"), ("shot back", "shoot back", "conflict"),
            ("welcomed", "welcome", "praise"), ("vowed", "vow", "commit"),
        ],
    },
    "es": {
        "verbs": [
            ("dijo", "decir", "neutral"), ("dijeron", "decir", "neutral"),
            ("dicho", "decir", "neutral"), ("diciendo", "decir", "neutral"),
            ("sostuvo", "sostener", "doubt"), ("propuso", "proponer", "argue"),
            ("advirtió", "advertir", "caution"), ("pidieron", "pedir", "commit"),
            ("niega", "negar", "deny"), ("reconoció", "reconocer", "concede"),
            ("añadió", "añadir", "neutral"), ("preguntándose", "preguntar", "neutral"),
            ("dejó claro", "dejar claro", "affirm"), ("quejó", "quejarse", "conflict"),
        ],
    },
}  # fmt: skip
WORDS: Mapping[str, Mapping[str, list[str]]] = {
    "en": {
        "roles": ["mayor", "spokeswoman", "minister"], "bodies": ["council", "police"],
        "documents": ["letter", "statement"], "prepositions": ["of", "with"],
        "abbreviations": ["Mr.", "U.S."], "works": ["film", "novel"],
        "according": ["according to"], "that": ["that"], "definite": ["the"],
    },
    "es": {
        "roles": ["alcaldesa", "portavoz", "ministro"], "bodies": ["ayuntamiento", "policía"],
        "documents": ["carta", "comunicado"], "prepositions": ["de", "con"],
        "abbreviations": ["Sra.", "EE.UU."], "works": ["película", "novela"],
        "according": ["según", "de acuerdo con"], "that": ["que"], "definite": ["el", "las"],
    },
}  # fmt: skip

LOWER_CASE = (
    "verbs", "according", "that", "roles", "bodies", "groups", "documents", "definite",
    "indefinite", "possessives", "prepositions", "particles", "relatives", "auxiliaries",
    "adverbs", "places", "works", "so_called", "stop_words", "speaks_for", "months",
    "number_words", "role_endings",
)  # fmt: skip
GENDERS = {"m", "f", "n", None}

every_language = pytest.mark.parametrize("language", [get_language(c) for c in CODES], ids=CODES)


@every_language
def test_no_list_of_a_language_is_empty(language: Language) -> None:
    """A field with a default is a fact that not every language has, and may be left empty."""
    for field in dataclasses.fields(language):
        optional = field.default is not MISSING or field.default_factory is not MISSING
        assert optional or len(getattr(language, field.name)) > 0, field.name


@every_language
@pytest.mark.parametrize("name", LOWER_CASE)
def test_words_that_are_compared_in_lower_case_are_written_so(
    language: Language, name: str
) -> None:
    assert [word for word in getattr(language, name) if word != word.casefold()] == []


@every_language
def test_no_word_has_space_around_it_or_two_in_it(language: Language) -> None:
    for field in dataclasses.fields(language):
        value = getattr(language, field.name)
        if not isinstance(value, bool | str):
            assert [w for w in value if w != " ".join(w.split()) or not w] == [], field.name


@every_language
def test_every_verb_has_a_known_class_and_none_is_left_unused(language: Language) -> None:
    assert {verb.verb_class for verb in language.verbs.values()} == set(VERB_CLASSES)


@every_language
def test_every_verb_form_leads_to_a_lemma_that_is_itself_a_form(language: Language) -> None:
    lemmas = {verb.lemma for verb in language.verbs.values()}
    bare = {lemma for lemma in lemmas if lemma not in language.verbs}
    assert {lemma for lemma in bare if lemma.removesuffix("se") not in language.verbs} == set()


@every_language
def test_strong_verbs_say_something_and_weak_ones_exist(language: Language) -> None:
    weak = {verb.lemma for verb in language.verbs.values() if verb.weak}
    strong = {verb.lemma for verb in language.verbs.values() if not verb.weak}
    assert weak and strong and not weak & strong


@every_language
def test_verb_forms_are_short_enough_to_be_found(language: Language) -> None:
    """Cues are looked up over at most four words."""
    assert max(len(form.split()) for form in (*language.verbs, *language.according)) <= 4


@every_language
def test_pronouns_have_a_gender_and_a_number(language: Language) -> None:
    for word, pronoun in language.pronouns.items():
        assert pronoun.gender in GENDERS and pronoun.number in {"s", "p"}, word
    numbers = {(p.gender, p.number) for p in language.pronouns.values()}
    assert {("m", "s"), ("f", "s")} <= numbers and any(n == "p" for _, n in numbers)


@every_language
def test_titles_and_names_have_a_gender_that_is_known(language: Language) -> None:
    assert set(language.roles.values()) == {"m", "f", None}
    assert set(language.honorifics.values()) <= GENDERS
    assert set(language.first_names.values()) == {"m", "f"}


@every_language
def test_names_begin_with_a_capital_and_are_no_sentence_words(language: Language) -> None:
    assert all(name[0].isupper() for name in language.first_names)
    assert all(word[0].isupper() for word in language.not_names)
    assert not set(language.first_names) & language.not_names


@every_language
def test_abbreviations_end_in_a_point_or_continue_one(language: Language) -> None:
    assert all("." in word or "º" in word or word == "EE" for word in language.abbreviations)


@every_language
def test_months_are_twelve_and_numbers_count_up(language: Language) -> None:
    assert len(language.months) == len(set(language.months)) == 12
    assert set(range(1, 21)) <= set(language.number_words.values())


@every_language
def test_articles_and_prepositions_are_stop_words(language: Language) -> None:
    assert language.definite <= language.stop_words
    assert language.that <= language.stop_words


@every_language
def test_what_may_speak_for_somebody_is_a_role_or_a_document(language: Language) -> None:
    known = language.roles.keys() | language.documents | language.bodies
    assert {w for w in language.speaks_for if w not in known} == set()


@every_language
def test_forms_of_a_few_lemmas_are_right(language: Language) -> None:
    for form, lemma, verb_class in PROBES[language.code]["verbs"]:
        verb = language.verbs[form]
        assert (verb.lemma, verb.verb_class) == (lemma, verb_class), form


@every_language
def test_a_few_words_of_each_kind_are_there(language: Language) -> None:
    for name, wanted in WORDS[language.code].items():
        assert [w for w in wanted if w not in getattr(language, name)] == [], name


@every_language
def test_no_lemma_stands_in_two_classes(language: Language) -> None:
    lemmas = [lemma for block in FILES[language.code].CLASSES.values() for lemma in block.split()]
    assert sorted({lemma for lemma in lemmas if lemmas.count(lemma) > 1}) == []


@every_language
def test_weak_and_irregular_verbs_are_verbs_of_the_file(language: Language) -> None:
    file = FILES[language.code]
    lemmas = {lemma for block in file.CLASSES.values() for lemma in block.split()}
    spaced = {lemma.replace("_", " ") for lemma in lemmas}
    assert {w for w in file.WEAK if w.replace("_", " ") not in spaced} == set()
    assert set(file.IRREGULAR) - lemmas == set()


# -- the functions that build a file --------------------------------------------------------------


@pytest.mark.parametrize("code", ["es", "ES", "es-MX"])
def test_a_language_is_found_by_its_code_with_or_without_a_country(code: str) -> None:
    assert get_language(code).name == "Spanish"


@pytest.mark.parametrize("code", ["pt", "", "english"])
def test_a_language_without_a_file_is_an_error_that_says_which_have_one(code: str) -> None:
    with pytest.raises(UsageError, match=r"there are en \(English\), es \(Spanish\)"):
        get_language(code)


def test_words_of_reads_a_block_as_a_set() -> None:
    assert words_of(" el  la\n el ") == {"el", "la"}


def test_a_word_of_either_gender_has_none() -> None:
    assert gendered("mayor", "mayoress", "chair") == {"mayor": "m", "mayoress": "f", "chair": None}


def test_the_first_verb_keeps_a_form_that_two_share() -> None:
    table = verb_table(
        [("find", ["found"]), ("found", ["found", "founded"])],
        {"affirm": "find", "commit": "found"},
        frozenset({"found"}),
    )
    assert (table["found"].lemma, table["found"].weak) == ("find", False)
    assert (table["founded"].verb_class, table["founded"].weak) == ("commit", True)
