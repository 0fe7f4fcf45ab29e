"""A tagger over paragraphs: how likely each word is content, cue, source, or none of them.

A linear-chain model (`chain`): every word has the attributes of `attributes`, every template below
joins some of them, of this word or of its neighbours, to one feature, and every feature that was
learnt has a weight for each label. Two sets of weights ship: ``tagger-en.npz`` knows words and
endings too and serves English; ``tagger.npz`` knows classes alone and serves every other language,
so that what was learnt from English news carries over. ``python -m toolkit.extract.train`` makes
both; no feature stands in fewer than five articles.

Source: linear-chain conditional random fields, Lafferty, McCallum, Pereira 2001; for quotation,
Pareti 2016 and Newell et al. 2018.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from toolkit.extract.attributes import SIZES, Attributes, Column
from toolkit.extract.chain import Floats, Whole, forward_backward
from toolkit.extract.trees import read_weights

LABELS = ("other", "source", "cue", "begins", "inside")
OTHER, SOURCE, CUE, BEGINS, INSIDE = range(len(LABELS))
#: The language that has weights for its words; others go by the classes alone.
LEXICAL = "en"
#: More words or endings than this are not told apart in one feature.
_MOST_WORDS = 1 << 20
_ENDING = 3

Part = tuple[str, int]
Template = tuple[Part, ...]


def _templates(text: str) -> tuple[Template, ...]:
    """One template a word of the text: attributes with their place, joined by plus signs."""
    return tuple(tuple(map(_part, word.split("+"))) for word in text.split())


def _part(word: str) -> Part:
    name, _, place = word.partition("@")
    return name, int(place or 0)


#: Features that carry over between languages ("class@-1+class" is this class after the last).
PLAIN = _templates("""
    class@-3 class@-2 class@-1 class class@1 class@2 class@3
    shape@-1 shape shape@1 phrase@-1 phrase phrase@1 masked@-1 masked masked@1
    gap@-1 gap gap@1 gap_after gap_after@1
    rule@-2 rule@-1 rule rule@1 rule@2 cue@-2 cue@-1 cue cue@1 cue@2
    class@-1+class class+class@1 class@-2+class@-1 class@1+class@2 class@-1+class@1
    class@-1+class+class@1 class@-2+class@-1+class class+class@1+class@2
    gap+class gap+class@-1+class gap_after+class+class@1 gap+gap_after+class
    rule+gap rule+gap_after rule@-1+rule+rule@1 rule+class rule@-1+rule+class
    rule+cue_left+cue_right
    phrase+cue@1 phrase+class@1 phrase+class@1+class@2 phrase+class@-1 phrase+gap+gap_after
    masked+gap masked+rule masked+gap_after
    cue_left+left_distance cue_left+that_left cue_left+that_left+commas_left
    cue_left+left_distance+class cue_right+right_distance cue_right+commas_right
    cue_right+right_distance+from_start cue_left+cue_right cue_left+cue_right+gap
    cue_left+commas_left+gap cue_left+left_distance+gap+class
    from_start to_end from_start+cue_right+commas_right from_start+class
    sentence_quotes+masked+cue_left+cue_right paragraph paragraph+rule to_end+gap_after+rule
    cue_left+left_distance+class@-1+class cue_right+right_distance+class+class@1
""")
#: Features of the words themselves; `left_word` and `right_word` are those of the next cues.
WORDS = _templates("""
    word@-2 word@-1 word word@1 word@2 word@-1+word word+word@1 word@-2+word@-1
    word@1+word@2 word@-1+word+word@1 word@-2+word@-1+word
    word+gap word+class@1 class@-1+word word@-1+class word+rule word+cue_left+that_left
    ending@-1 ending ending@1 ending+class@1 ending+class@-1 ending@-1+ending ending+ending@1
    ending+gap ending+gap_after phrase+phrase@1+cue@1
    left_word+left_distance left_word+that_left+commas_left left_word+gap
    left_word+left_distance+class left_word+word left_word+gap_after+to_end left_word+rule
    left_word+cue_left+cue_right+gap
    right_word+right_distance right_word+from_start right_word+commas_right+from_start
""")
_WORD_SIZES = dict.fromkeys(("word", "ending", "left_word", "right_word"), _MOST_WORDS)


@dataclass(frozen=True)
class Lexicon:
    """The words and endings that have a number of their own, from 1 on; 0 is any other."""

    words: Mapping[str, int]
    endings: Mapping[str, int]

    @classmethod
    def of(cls, words: Iterable[str], endings: Iterable[str]) -> Lexicon:
        """Words and endings numbered in their order."""
        return cls(*({str(w): n for n, w in enumerate(known, 1)} for known in (words, endings)))

    def columns(self, seen: Attributes) -> dict[str, Column]:
        """The columns of words and endings, and of the words of the next cues."""
        words, endings = self.words, self.endings
        word = np.array([words.get(w, 0) for w in seen.words], np.int64)
        ending = np.array([endings.get(ending_of(w), 0) for w in seen.words], np.int64)
        return {
            "word": word, "ending": ending,
            "left_word": np.where(seen.left >= 0, word[seen.left], 0),
            "right_word": np.where(seen.right >= 0, word[seen.right], 0),
        }  # fmt: skip


def ending_of(word: str) -> str:
    """The last letters of a word that is longer than they are, else nothing."""
    return word[-_ENDING:] if len(word) > _ENDING else ""


def templates_for(lexicon: Lexicon | None) -> tuple[Template, ...]:
    """The templates of a tagger: those of words need a lexicon."""
    return (*PLAIN, *WORDS) if lexicon else PLAIN


def feature_codes(seen: Attributes, templates: Sequence[Template], lexicon: Lexicon | None
                  ) -> list[Column]:  # fmt: skip
    """For each template a number for each word: the values that it joins, as one code."""
    columns = {**seen.columns, **(lexicon.columns(seen) if lexicon else {})}
    place = np.arange(len(seen.words)) - np.repeat(seen.starts, seen.lengths)
    rest = np.repeat(seen.lengths, seen.lengths) - 1 - place
    sizes = {**SIZES, **_WORD_SIZES}
    moved: dict[Part, Column] = {}
    for part in {part for template in templates for part in template}:
        name, by = part
        column = columns[name]
        there = rest >= by if by > 0 else place >= -by
        moved[part] = np.where(there, np.roll(column, -by), sizes[name]) if by else column
    codes = []
    for template in templates:
        code = moved[template[0]]
        for part in template[1:]:
            code = code * (sizes[part[0]] + 1) + moved[part]
        codes.append(code)
    return codes


@dataclass(frozen=True)
class Tagger:
    """Weights for features, pairs of labels and first labels.

    `keys` are the codes of each template that have weights, in order; `weights` has their rows one
    after the other, and a last row of zeros for all others.
    """

    lexicon: Lexicon | None
    keys: Sequence[Whole]
    weights: Floats
    follow: Floats
    begin: Floats

    def rows(self, seen: Attributes) -> list[Column]:
        """For each template the row of weights that each word has."""
        return rows_of(feature_codes(seen, templates_for(self.lexicon), self.lexicon), self.keys)

    def label(self, seen: Attributes) -> Floats:
        """The probability of each label (columns) at each word (rows)."""
        if not len(seen.words):
            return np.zeros((0, len(LABELS)), np.float32)
        scores = np.zeros((len(seen.words), len(LABELS)), np.float32)
        for row in self.rows(seen):
            scores += self.weights[row]
        return forward_backward(scores, seen.starts, seen.lengths, self.follow, self.begin).labels


def rows_of(codes: Sequence[Column], keys: Sequence[Whole]) -> list[Column]:
    """Where each code stands among all keys, template by template; the last row where nowhere."""
    nowhere = sum(map(len, keys))
    rows, offset = [], 0
    for code, known in zip(codes, keys, strict=True):
        if len(known):
            at = np.searchsorted(known, code)
            at[at == len(known)] = 0
            rows.append(np.where(known[at] == code, at + offset, nowhere))
            offset += len(known)
        else:
            rows.append(np.full(len(code), nowhere))
    return rows


def load_tagger(language: str) -> Tagger:
    """The tagger that ships for a language's code."""
    return _load("tagger-en" if language == LEXICAL else "tagger")


@lru_cache(maxsize=2)
def _load(name: str) -> Tagger:
    return tagger_of(read_weights(name))


def tagger_of(arrays: Mapping[str, Any]) -> Tagger:
    """The tagger of the arrays of a weight file."""
    lexical = bool(len(arrays["words"]))
    lexicon = Lexicon.of(arrays["words"], arrays["endings"]) if lexical else None
    weights = arrays["weights"].astype(np.float32)
    keys = np.split(np.cumsum(arrays["steps"]), np.cumsum(arrays["sizes"])[:-1])
    return Tagger(
        lexicon,
        [np.asarray(k) for k in keys],
        np.vstack([weights, np.zeros((1, len(LABELS)), np.float32)]),
        arrays["follow"],
        arrays["begin"],
    )


def arrays_of(tagger: Tagger) -> dict[str, Any]:
    """A tagger as plain arrays; codes are kept as steps from one to the next, which pack well."""
    keys = np.concatenate([np.asarray(k, np.int64) for k in tagger.keys])
    lexicon = tagger.lexicon or Lexicon({}, {})
    return {
        "words": np.array(list(lexicon.words), dtype=str),
        "endings": np.array(list(lexicon.endings), dtype=str),
        "sizes": np.array([len(k) for k in tagger.keys], np.int32),
        "steps": np.diff(keys, prepend=0),
        "weights": tagger.weights[:-1].astype(np.float16),
        "follow": tagger.follow,
        "begin": tagger.begin,
    }
