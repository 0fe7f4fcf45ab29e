"""One contract for every language file: a new language is right when it passes here.

Every file of ``toolkit/languages`` is found and held to it. What is said of a language in
particular (a few verb forms with lemma and class, some words, some narration) is data in
``tests/cases/languages``, and its sentences are in ``tests/cases/quotation``; so a new language
adds files and changes none.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import MISSING
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from toolkit.compare.wording import fold
from toolkit.errors import UsageError
from toolkit.gather.language import vote_language
from toolkit.languages import (
    LAGS,
    VERB_CLASSES,
    Language,
    gendered,
    get_language,
    language_codes,
    verb_table,
    words_of,
)

CODES = language_codes()
FILES: Mapping[str, ModuleType] = {c: import_module(f"toolkit.languages.{c}") for c in CODES}
CASES = Path(__file__).parent.parent / "cases"
TRUTHS = ("in_the_style_of_news", "synthetic", "negative", "known_failures")
LEAST_CASES = 40

LOWER_CASE = (
    "verbs", "according", "that", "roles", "bodies", "groups", "documents", "definite",
    "indefinite", "possessives", "prepositions", "particles", "relatives", "auxiliaries",
    "adverbs", "places", "works", "so_called", "stop_words", "speaks_for", "months",
    "number_words", "role_endings", "little_words", "told_first", "no_content", "addressing",
    "infinitive_endings", "short_infinitives", "infinitive_marks", "before_infinitives",
    "verb_follows", "gerund_endings", "past_endings", "participle_endings", "have", "be", "agents",
    "clitics", "noun_endings", "impersonal_pronouns", "impersonal", "also_nouns", "opening_nouns",
    "sure_forms", "verbal_prepositions", "negations", "negative_endings", "negated_auxiliaries",
    "refusals", "unwilling", "interlocutors", "objects", "behalf", "article_genders",
    "fused_articles", "and_words", "linking", "genitives", "adjective_endings", "bare_subjects",
    "singular_in_s", "plurals", "who", "adverb_endings", "rest_of_name", "contractions",
    "contracted", "also_short_for", "is_before_s", "one_hundred", "number_joiners",
    "between_number_and_noun",
    "never_subjects", "or_words", "likening", "wordings", "opinion", "being", "asking", "whether",
    "answers", "nobody", "short_titles", "demonstratives", "copulas", "clause_openers", "locative",
    "introducing", "issuing", "own_words", "relays", "relayed_as", "joining",
    "asides", "hearer", "any_body", "same_roles", "credit_openers", "credit_closers",
    "republished", "unnamed_agencies", "own_staff", "pictures", "releases",
    "site_lines", "weekdays", "near_days", "lags", "occasions", "short_months", "ahead",
    "clock_words", "forenoon", "afternoon", "before_hours", "body_links",
    "near_years", "places_after", "seldom_verbs", "carrying", "unsaid", "unsaid_infinitive",
    "said_infinitive",
    "done", "felt", "shown", "nothing",
    "judging", "judging_endings", "judging_openings", "moods", "moods_only", "verbs_too",
    "epithets", "trades", "plain_modifiers", "intensifiers", "once", "once_openings", "seeming",
    "calling", "called_as", "conditions", "told_of", "at_arms_length", "after_article",
    "named_so", "hedges", "hedged_verbs", "hedging_asides", "hedging_adjectives",
    "rumours", "no_rumour",
    "near_years", "places_after", "outside_phrases", "finite_endings", "noun_verbs", "grows_by",
    "deed_links",
)  # fmt: skip
#: What is compared with words that have lost their accents.
FOLDED = (
    "plural_rules", "place_nouns", "units", "scales", "roughly", "more_than", "less_than",
    "multipliers", "hundreds", "collectives", "fractions", "age_after", "age_before",
    "known_places", "demonyms", "nicknames", "body_names", "place_openings", "noun_forms",
    "verb_forms", "irregular_forms", "acts", "modifiers", "modifier_endings", "after_names",
    "before_names", "the_other", "before_subjects", "people_of", "all_of",
)  # fmt: skip
FORMS = {
    "post", "statement", "conference", "interview", "speech", "hearing", "letter", "meeting",
}  # fmt: skip
GENDERS = {"m", "f", "n", None}

every_language = pytest.mark.parametrize("language", [get_language(c) for c in CODES], ids=CODES)


@every_language
def test_no_list_of_a_language_is_empty(language: Language) -> None:
    """A field with a default is a fact that not every language has, and may be left empty."""
    for field in dataclasses.fields(language):
        optional = field.default is not MISSING or field.default_factory is not MISSING
        assert optional or len(getattr(language, field.name)) > 0, field.name


@every_language
def test_when_and_how_something_was_said_is_told_in_the_same_terms(language: Language) -> None:
    assert len(language.weekdays) in (0, 7)
    assert set(language.lags.values()) <= set(LAGS)
    assert set(language.occasions.values()) <= FORMS


@every_language
@pytest.mark.parametrize("name", LOWER_CASE)
def test_words_that_are_compared_in_lower_case_are_written_so(
    language: Language, name: str
) -> None:
    assert [word for word in getattr(language, name) if word != word.casefold()] == []


@every_language
@pytest.mark.parametrize("name", FOLDED)
def test_words_that_are_compared_without_accents_have_none(language: Language, name: str) -> None:
    assert [word for word in getattr(language, name) if word != fold(word)] == []


@every_language
def test_a_file_is_named_after_its_code(language: Language) -> None:
    assert FILES[language.code].LANGUAGE is language
    assert language.name and language.name[0].isupper()


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
def test_no_verb_form_is_a_little_word_but_those_of_to_say(language: Language) -> None:
    """A form that is also a preposition or pronoun would make cues everywhere."""
    shared = {verb.lemma for form, verb in language.verbs.items() if form in language.stop_words}
    assert len(shared) <= 1
    small = language.prepositions | language.definite | language.pronouns.keys()
    assert sorted(small & language.verbs.keys()) == []


@every_language
def test_every_verb_form_leads_to_a_lemma_that_is_itself_a_form(language: Language) -> None:
    lemmas = {verb.lemma for verb in language.verbs.values()}
    bare = {lemma for lemma in lemmas if lemma not in language.verbs}
    assert {
        lemma for lemma in bare if lemma.removesuffix("se").rstrip("-") not in language.verbs
    } == set()


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
def test_no_first_name_is_a_title_or_a_trade(language: Language) -> None:
    names = {name.casefold() for name in language.first_names}
    assert sorted(names & language.roles.keys()) == []


@every_language
def test_articles_show_a_gender_that_is_known(language: Language) -> None:
    assert set(language.article_genders.values()) <= {"m", "f"}
    articles = language.definite | language.indefinite | language.fused_articles
    assert sorted(language.article_genders.keys() - articles) == []
    assert language.fused_articles <= language.prepositions


@every_language
def test_parts_of_a_list_are_in_the_list(language: Language) -> None:
    assert language.closing_abbreviations <= language.abbreviations
    assert language.who <= language.relatives
    assert language.sure_forms | language.also_nouns <= language.verbs.keys()
    lemmas = {verb.lemma for verb in language.verbs.values()}
    assert language.impersonal | language.told_first | language.addressing <= lemmas
    assert language.asking <= lemmas
    assert language.interlocutors <= language.pronouns.keys()


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


def probes(code: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (CASES / "languages" / f"{code}.json").read_text(encoding="utf8")
    )
    return found


@every_language
def test_forms_of_a_few_lemmas_are_right(language: Language) -> None:
    wanted = probes(language.code)["verbs"]
    assert len(wanted) >= 12
    for form, lemma, verb_class in wanted:
        verb = language.verbs[form]
        assert (verb.lemma, verb.verb_class) == (lemma, verb_class), form


@every_language
def test_a_few_words_of_each_kind_are_there(language: Language) -> None:
    for name, wanted in probes(language.code)["words"].items():
        assert [w for w in wanted if w not in getattr(language, name)] == [], name


@every_language
def test_its_sentences_are_there_of_every_kind_of_truth(language: Language) -> None:
    folder = CASES / "quotation" / language.code
    assert all((folder / f"{truth}.jsonl").stat().st_size for truth in TRUTHS)
    assert len(texts(language.code)) >= LEAST_CASES


def texts(code: str) -> list[str]:
    lines = "".join(
        (CASES / "quotation" / code / f"{truth}.jsonl").read_text(encoding="utf8")
        for truth in TRUTHS
    ).splitlines()
    return [json.loads(line)["text"] for line in lines]


@every_language
def test_it_is_told_from_the_others_by_its_little_words(language: Language) -> None:
    assert language.little_words <= language.stop_words
    assert vote_language(" ".join(texts(language.code))) == language.code


@every_language
def test_no_lemma_stands_in_two_classes(language: Language) -> None:
    lemmas = [lemma for block in FILES[language.code].CLASSES.values() for lemma in block.split()]
    assert sorted({lemma for lemma in lemmas if lemmas.count(lemma) > 1}) == []


@every_language
def test_weak_and_irregular_verbs_are_verbs_of_the_file(language: Language) -> None:
    file = FILES[language.code]
    blocks = [*file.CLASSES.values(), *getattr(file, "SELDOM", {}).values()]
    lemmas = {lemma for block in blocks for lemma in block.split()}
    spaced = {lemma.replace("_", " ") for lemma in lemmas}
    assert {w for w in file.WEAK if w.replace("_", " ") not in spaced} == set()
    assert set(file.IRREGULAR) - lemmas == set()


@every_language
def test_words_that_judge_are_no_plain_modifiers_and_moods_are_among_them(
    language: Language,
) -> None:
    assert sorted(language.judging.keys() & language.plain_modifiers) == []
    assert sorted(language.moods - language.judging.keys()) == []
    assert sorted(language.after_article - language.at_arms_length.keys()) == []
    assert sorted(language.judging.keys() & language.at_arms_length.keys()) == []


@every_language
def test_seldom_verbs_are_of_known_classes_and_in_no_other_list(language: Language) -> None:
    assert {verb.verb_class for verb in language.seldom_verbs.values()} <= set(VERB_CLASSES)
    assert sorted(language.seldom_verbs.keys() & language.verbs.keys()) == []


# -- the functions that build a file --------------------------------------------------------------


@pytest.mark.parametrize("code", ["es", "ES", "es-MX"])
def test_a_language_is_found_by_its_code_with_or_without_a_country(code: str) -> None:
    assert get_language(code).name == "Spanish"


@pytest.mark.parametrize("code", ["fr", "", "english", "__init__"])
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
