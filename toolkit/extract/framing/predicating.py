"""What a verb says of an actor: "the union was defiant", "called Ruiz “reckless”"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.extract.framing.apposing import noun_phrase
from toolkit.extract.framing.judging import P_SAID, Found, judges, may_be_said
from toolkit.extract.framing.words import SPACES, Named, Words

_MARKS = "“«\"'‘`"
Said = Sequence[tuple[int, int]]  # first and last word of what somebody says


def predicated(words: Words, named: Named, said: Said) -> Iterator[Found]:
    """What a verb of being or seeming says of its subject, unless negated or conditional.

    A mark may open before it where somebody's words do: Rubio says Pike is “obsessed”.
    """
    i, language = named.last + 1, words.language
    if _asked(words, named) or not words.joined(i):
        return
    while words.joined(i) and _leads_to_verb(words, i):
        i += 1
    seeming = i
    while words.joined(i) and (
        words.lower[i] in language.seeming
        or (i > seeming and words.lower[i] in language.infinitive_marks)  # "appears to be"
    ):
        i += 1
    if i == seeming or not (words.joined(i) or _is_marked(words, i, said)):
        return
    while i < len(words) and _is_adverb(words, i):
        i += 1
    if words.lower[i] in language.indefinite and words.joined(i):
        if words.joined(i + 1):
            yield from noun_phrase(words, i + 1, False)
    else:
        yield from _adjectives_said(words, i)


def _leads_to_verb(words: Words, i: int) -> bool:
    """Whether word i may stand between a subject and "was": "has", "clearly"; never "not"."""
    word, language = words.lower[i], words.language
    if word in language.seeming or word in language.negations or word in language.unsaid:
        return False
    if word in language.negated_auxiliaries and words.lower[i + 1] in language.being:
        return False  # "what Pike did was reckless", "will be reckless"
    return word in language.auxiliaries or word.endswith(language.adverb_endings)


def _is_adverb(words: Words, i: int) -> bool:
    word, language = words.lower[i], words.language
    if judges(word, language) or word in language.negations:
        return False
    return (
        word in language.intensifiers
        or word in language.adverbs
        or word.endswith(language.adverb_endings)
    )


def _adjectives_said(words: Words, i: int) -> Iterator[Found]:
    found, j, language = list[int](), i, words.language
    while j < len(words) and (j == i or words.joined(j)):
        if may_be_said(words, j):
            found.append(j)
        elif not (found and words.lower[j] in language.and_words):
            break
        j += 1
    if found and said_out(words, found[-1] + 1):
        yield from (Found(k, k, P_SAID) for k in found)


def said_out(words: Words, j: int) -> bool:
    """Whether nothing follows that an adjective could modify."""
    if words.ends_at(j):
        return True
    language = words.language
    return words.lower[j] in (
        language.prepositions | language.clause_openers | language.and_words | language.copulas
    )


def _asked(words: Words, named: Named) -> bool:
    """ "If Pike is corrupt", "nobody thinks Pike is corrupt": nobody says so."""
    first, language = words.phrase_start(named), words.language
    near = set(words.lower[max(0, first - 3) : first])
    return bool(near & (language.conditions | language.nobody | language.negations))


def _is_marked(words: Words, i: int, said: Said) -> bool:
    """Whether a mark and no more stands before word i, which is somebody's."""
    inside = any(start <= i <= end for start, end in said)
    return inside and not words.gap(i).strip(SPACES + _MARKS)


def called(words: Words, named: Named, said: Said) -> Iterator[Found]:
    """What follows a name behind a verb of calling, where it stands inside a quote."""
    language, first, i = words.language, words.phrase_start(named), named.last + 1
    before = {words.lower[first - 1], words.lower[first - 2]} if first > 1 else set()
    if named.by_head or not before & language.calling:
        return
    while i < len(words) and words.joined(i) and words.lower[i] in language.called_as:
        i += 1
    if i >= len(words) or not _is_marked(words, i, said):
        return
    if words.lower[i] in language.indefinite:
        yield from noun_phrase(words, i + 1, False)
    elif judges(words.lower[i], language) and said_out(words, i + 1):
        yield Found(i, i, P_SAID)
