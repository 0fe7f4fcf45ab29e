"""Claims about the cases of suggesting themselves: a broken one would judge wrongly."""

from __future__ import annotations

import pytest
from suggesting_cases import load_case

from toolkit.extract.naming import find_mentions


@pytest.mark.parametrize(("language", "articles", "labels"), [("en", 4, 30), ("es", 3, 22)])
def test_a_case_names_who_is_listed_in_words_that_no_list_has(
    language: str, articles: int, labels: int
) -> None:
    case = load_case(language)
    event = case.event
    assert len(event.articles) == articles
    assert sum(map(len, case.unlisted.values())) == labels
    ids = {actor.id for actor, _ in event.actors()} | {c.id for c in event.concepts}
    assert set(case.unlisted) <= ids
    listed = {w.casefold() for a, _ in event.actors() for w in (a.name, *a.titles, *a.aliases)}
    listed |= {term.casefold() for concept in event.concepts for term in concept.terms}
    labels_given = [u.label.casefold() for places in case.unlisted.values() for u in places]
    assert not listed.intersection(labels_given)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_first_article_is_named_by_the_file_and_holds_no_unlisted_label(language: str) -> None:
    case = load_case(language)
    first = case.event.articles[0]
    assert all(
        u.article_id != first.article_id for places in case.unlisted.values() for u in places
    )
    found = {m.actor or m.concept for m in find_mentions(first, case.event)}
    assert set(case.unlisted) <= found
