"""The other forms of a term that an event lists: numbers, genders, and tenses where that is safe.

Only the head of a term changes, and the adjectives that agree with it ("inmigrante ilegal",
"inmigrantes ilegales"). A term of several words may begin with a verb ("end production"), and
then all forms of that verb are looked for, since a wrong form ("paying offer") stands nowhere. A
single word is taken for a verb only where the language says that all its forms mean the same
(`Language.acts`), or its ending says that it is one. No form is made that is a small word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolkit.extract.naming.folding import fold
from toolkit.languages import Language

_VERB_ENDINGS = ("ize", "ise", "ify")


def forms_of(term: tuple[str, ...], language: Language) -> list[tuple[str, ...]]:
    """Every form of a folded term, itself first.

    >>> from toolkit.languages import get_language
    >>> forms_of(("pay", "offer"), get_language("en"))[:2]
    [('pay', 'offer'), ('pay', 'offers')]
    >>> ("salineras",) in forms_of(("salinero",), get_language("es"))
    True
    """
    found = dict.fromkeys((term, *_of_head(term, language), *_of_verb(term, language)))
    small = language.stop_words | language.prepositions | language.definite
    return [f for f in found if f == term or len(f) > 1 or f[0] not in small]


def _of_head(term: tuple[str, ...], language: Language) -> Iterator[tuple[str, ...]]:
    head = _place_of_head(term, language)
    alone = head == len(term) - 1 or term[head + 1] in language.prepositions
    for form in noun_forms(term[head], language):
        if not language.adjectives_follow or alone:
            yield (*term[:head], form, *term[head + 1 :])
            continue
        for adjective in (term[head + 1], *noun_forms(term[head + 1], language)):
            if _agree(form, adjective):
                yield (*term[:head], form, adjective, *term[head + 2 :])


def _place_of_head(term: tuple[str, ...], language: Language) -> int:
    """The noun that changes: the last before "of" or, in Spanish, the first."""
    links = language.prepositions | language.linking
    cut = next((i for i, w in enumerate(term) if i and w in links), len(term))
    if language.adjectives_follow:
        first = next((i for i, w in enumerate(term) if w not in language.definite), 0)
        return min(first, cut - 1)
    return cut - 1


def _agree(noun: str, adjective: str) -> bool:
    """Whether an adjective has the number, and where it shows one the gender, of its noun."""
    if noun.endswith("s") != adjective.endswith("s"):
        return False
    shown = {"o": "m", "a": "f"}
    a, b = shown.get(noun.rstrip("s")[-1:]), shown.get(adjective.rstrip("s")[-1:])
    return a is None or b is None or a == b


def noun_forms(noun: str, language: Language) -> Iterator[str]:
    """The other numbers and genders of a folded noun.

    >>> from toolkit.languages import get_language
    >>> list(noun_forms("trabajador", get_language("es")))
    ['trabajadora', 'trabajadores', 'trabajadoras']
    """
    if len(noun) < 3 or not noun.isalpha():
        return
    changed = _changed(noun, language.noun_forms)
    if changed is not None:
        yield from changed
    elif not noun.endswith("s"):
        plural = _changed(noun, {e: (p,) for e, p in language.plural_rules.items()})
        vowel_first = noun.endswith(("ay", "ey", "oy", "uy"))
        yield from [noun + "s"] if plural is None or vowel_first else plural


def _of_verb(term: tuple[str, ...], language: Language) -> Iterator[tuple[str, ...]]:
    first, *rest = term
    sure = first in language.acts or (first.endswith(_VERB_ENDINGS) and bool(language.verb_forms))
    if not rest and not sure and not _is_infinitive(first, language):
        return
    for form in verb_forms(first, language):
        yield (form, *rest)


def _is_infinitive(word: str, language: Language) -> bool:
    return len(word) > 5 and word.endswith(tuple(map(fold, language.infinitive_endings)))


def verb_forms(verb: str, language: Language) -> Iterator[str]:
    """The other forms of a folded verb, bare or a gerund, by rule where none is listed.

    >>> from toolkit.languages import get_language
    >>> sorted(verb_forms("suspending", get_language("en")))
    ['suspend', 'suspended', 'suspends']
    """
    listed = language.irregular_forms.get(verb) or next(
        (forms for forms in language.irregular_forms.values() if verb in forms), frozenset()
    )
    yield from sorted(listed - {verb})
    if not listed or language.infinitive_endings:
        yield from _changed(verb, language.verb_forms) or ()


def _changed(word: str, rules: Mapping[str, tuple[str, ...]]) -> list[str] | None:
    """The word with its ending changed as the longest rule that fits says; None where none does."""
    for length in range(min(len(word) - 1, 5), 0, -1):
        ending = word[-length:]
        if ending in rules:
            return [word[:-length] + other for other in rules[ending]]
    return None
