"""Which head words are likeliest to name an actor or a concept.

A head word is as near as its nearest phrase (and a little as its next two) to any listed wording,
and as its bare noun is; a noun for people counts more for persons, bodies and groups, a phrase with
a verb less. For groups and bodies the aligned slot is added. The weights were set by hand on three
events of NewsWCL50 and looked at on two others; moving any of them by half changes recall by a
point or two.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from toolkit.compare.matching.meaning import Vectors, encode
from toolkit.compare.suggesting.candidates import Head, Target, phrase_key
from toolkit.compare.suggesting.slots import SameSlot, Slot, same_slot
from toolkit.languages import Language

#: How much each thing counts beside the likeness of the nearest phrase (1).
_NEXT, _NOUN, _PEOPLE, _BODY, _DEED, _SLOT, _OFTEN = 0.3, 0.5, 0.2, 0.2, 0.2, 0.8, 0.03


@dataclass(frozen=True, slots=True)
class Ranked:
    """A head word for one target: its score, its phrases likest first, and why."""

    head: Head
    noun: str  # the head word as it is printed most
    score: float
    keys: tuple[str, ...]
    nearest: str  # the listed wording that the likest phrase is near to
    likeness: float
    slot: SameSlot | None = None


class Ranking:
    """The head words of an event, ready to be laid beside any target."""

    def __init__(
        self, heads: Mapping[str, Head], languages: Sequence[Language], texts: dict[str, str]
    ):
        self.heads, self.languages, self.texts = heads, languages, texts
        self.keys = {word: sorted(head.phrases) for word, head in heads.items()}
        self.nouns = {word: _noun(head) for word, head in heads.items()}
        encode([k for keys in self.keys.values() for k in keys])  # all at once, which is faster

    def of(self, target: Target, slots: Sequence[Slot], left_out: set[str]) -> list[Ranked]:
        """Head words for a target, likeliest first; `left_out` are phrases that were rejected."""
        wordings = [phrase_key(w) for w in target.listed] or [phrase_key(target.name)]
        listed = encode(wordings)
        nouns = encode(sorted({w.split()[-1] for w in wordings if w} | set(wordings)))
        ranked = (
            self._ranked(word, target, (listed, nouns), slots, left_out) for word in self.heads
        )
        return sorted((r for r in ranked if r), key=lambda r: (-r.score, r.head.word))

    def _ranked(
        self,
        word: str,
        target: Target,
        vectors: tuple[Vectors, Vectors],
        slots: Sequence[Slot],
        left_out: set[str],
    ) -> Ranked | None:
        head = self.heads[word]
        keys = [k for k in self.keys[word] if k not in left_out]
        if not keys:
            return None
        likeness = encode(keys) @ vectors[0].T
        near = likeness.max(axis=1) - (_DEED * _deeds(head, keys) if target.acts else 0)
        order = np.argsort(-near, kind="stable")
        top = near[order[:3]]
        score = (1 - _NEXT) * float(top[0]) + _NEXT * float(top.mean())
        score += _NOUN * float((encode([self.nouns[word]]) @ vectors[1].T).max())
        slot = None
        if target.acts:
            score += _PEOPLE * self._people(word) + _BODY * self._body(word, target)
        if target.kind in ("body", "group"):
            slot = same_slot(head, slots, self.texts)
            score += _SLOT * (slot.likeness if slot else 0)
            score += _OFTEN * math.log(sum(len(head.phrases[k]) for k in keys))
        best = int(order[0])
        return Ranked(
            head,
            self.nouns[word],
            round(score, 3),
            tuple(keys[i] for i in order),
            target.listed[int(likeness[best].argmax())] if target.listed else target.name,
            float(likeness[best].max()),
            slot,
        )

    def _people(self, word: str) -> bool:
        """Whether it is a noun for people: a role, a trade, a group."""
        return any(
            word in (*language.roles, *language.groups)
            or word + "s" in language.groups
            or word.endswith(language.role_endings)
            for language in self.languages
        )

    def _body(self, word: str, target: Target) -> bool:
        return target.kind == "body" and any(word in lang.bodies for lang in self.languages)


def _deeds(head: Head, keys: Sequence[str]) -> NDArray[np.bool_]:
    """Which phrases are only found with a verb before them."""
    return np.array([all(o.kind == "deed" for o in head.phrases[k]) for k in keys])


def _noun(head: Head) -> str:
    """The head word as it is printed most."""
    return Counter(o.head for o in head.occurrences()).most_common(1)[0][0]
