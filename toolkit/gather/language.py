"""Which language a text is in: what the page says, unless the text itself says otherwise.

Themes of web sites are often installed in English and declare ``lang="en-US"`` over Spanish text.
So the commonest little words of the text vote; where they leave no doubt, they overrule the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from toolkit.languages import get_language, language_codes, words_of

#: The commonest little words of languages that have no file yet, that they be told from those.
_OTHERS = {
    "fr": (
        "le la les des du et en un une que qui dans pour par sur avec est pas au aux ce "
        "cette son ses il elle sont été plus mais selon"
    ),
    "it": (
        "il lo gli di del della che e in un una per con non si è sono al alla come più ma "
        "anche dal nel nella ha stato secondo"
    ),
    "de": (
        "der die das und in den von zu mit ist im nicht ein eine auf für dem des sich auch "
        "es an als nach wie bei aus sind wird"
    ),
    "ca": (
        "el la els les de del que i en un una per amb però es al és ha més com seva seu són "
        "també aquest aquesta dels segons"
    ),
}
#: Votes that the winner needs, and how many times those of the declared language, to overrule it.
ENOUGH, LEAD = 20, 3


@lru_cache(maxsize=1)
def little_words() -> Mapping[str, frozenset[str]]:
    """The commonest words of each language that the others hardly use, by its code."""
    known = {code: get_language(code).little_words for code in language_codes()}
    others = {code: words_of(words) for code, words in _OTHERS.items() if code not in known}
    return known | others


def count_votes(text: str) -> dict[str, int]:
    """How many of each language's little words a text holds, most first.

    text: some sentences; of a long text the beginning is enough. Returns: votes by code.

    >>> count_votes("The mayor said that the works would close in the spring.")["en"]
    7
    """
    words = Counter(re.findall(r"[^\W\d_]+", text[:50_000].lower()))
    votes = {code: sum(words[word] for word in little) for code, little in little_words().items()}
    return dict(sorted(votes.items(), key=lambda vote: -vote[1]))


def vote_language(text: str) -> str | None:
    """The language with the most votes; None when there is none or a draw.

    >>> vote_language("La alcaldesa dijo que las salinas cierran.")
    'es'
    """
    (first, most), (_, next_most) = list(count_votes(text).items())[:2]
    return first if most > next_most else None


def language_of(text: str, declared: str | None) -> tuple[str, tuple[str, ...]]:
    """The language of an article and a flag where it is not the one that the page declares.

    text: the article's text. declared: a tag such as "es-CO" from the page, or None.
    Returns: a code of two or three letters, and flags such as "declared_language:en".

    >>> language_of("La alcaldesa dijo que las salinas cierran. " * 9, "en-US")
    ('es', ('declared_language:en',))
    """
    said = re.match(r"[a-zA-Z]{2,3}(?![a-zA-Z])", (declared or "").strip())
    code = said[0].lower() if said else None
    voted, votes = vote_language(text), count_votes(text)
    if code is None:
        return voted or "en", () if voted else ("language_guessed",)
    if voted is not None and code in votes and votes[voted] >= max(ENOUGH, LEAD * votes[code]):
        return voted, () if voted == code else (f"declared_language:{code}",)
    return code, ()
