"""Claims about all framing terms of one article together."""

from __future__ import annotations

from ferry_terms import EVENT, terms

from toolkit.extract.framing import find_framing
from toolkit.extract.naming import find_mentions
from toolkit.extract.tabulation import quotes_of
from toolkit.model import Article

TEXT = "The “temporary” pause came. “The closure stays,” said the embattled Nora Pike."


def test_terms_come_in_text_order_and_lie_in_the_text() -> None:
    text = "The “temporary” pause came. “The closure stays,” said Nora Pike."
    found = terms(text)
    assert [t.kind for t in found] == ["scare_quote", "label", "label", "verb"]
    assert [t.span for t in found] == sorted(t.span for t in found)


def test_narration_without_any_of_these_has_no_terms() -> None:
    assert terms("The boat left at nine.") == []


def test_mentions_that_are_handed_in_are_not_looked_for_again() -> None:
    article = Article("tide-1", "tide", "", "", "", TEXT, "en", "0")
    quotes = quotes_of(article, EVENT)
    alone = find_framing(article, quotes, EVENT)
    assert find_framing(article, quotes, EVENT, mentions=find_mentions(article, EVENT)) == alone
    kinds = {term.kind for term in find_framing(article, quotes, EVENT, mentions=[])}
    assert kinds == {"scare_quote", "verb"}


def test_a_language_without_these_lists_has_verbs_and_marks_alone() -> None:
    found = terms("O “resgate” custou quatro empregos, disse Nora Pike.", "pt")
    assert {term.kind for term in found} <= {"scare_quote", "verb"}
