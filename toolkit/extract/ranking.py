"""Who is the source of a quote: every phrase nearby is a candidate, and a learned model ranks them.

Rules look for one pattern at a time; the ranker sees all candidates side by side: the names,
pronouns, roles, bodies and documents of the quote's own paragraph and of the one before, with what
the rules chose as one feature among others. The features say where a candidate stands (distance,
sentence, cue beside it, commas, marks in between) and of what kind it is, never which words it has,
so that what was learnt from English news carries over to Spanish. What the tagger thinks of a
candidate's words is among the features, and words that it takes for a source though no list knows
them ("the dictator") are candidates too.

The model is a sum of small decision trees (`trees`), ``weights/ranker.npz``; ``python -m
toolkit.extract.train`` makes it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from toolkit.extract import attribution
from toolkit.extract.candidates import Paragraph, Phrase
from toolkit.extract.chain import Floats
from toolkit.extract.cues import Cue
from toolkit.extract.drafts import Draft
from toolkit.extract.tagging import BEGINS, CUE, INSIDE, SOURCE
from toolkit.extract.trees import Trees, load_trees
from toolkit.model import Span

KINDS = ("name", "pronoun", "role", "body", "document")
RULES = (
    "source_then_cue", "cue_then_source", "source_before_cue", "cue_alone", "no_cue", "block",
    "follow_on", "announced", "according_to",
)  # fmt: skip
#: What each column of `Ranker.features` says, in its order; `reasons` groups them for a reader.
FEATURES: tuple[str, ...] = (
    "side", "distance", "same_sentence", "near_sentence", "marks_between", "commas_between",
    "others_between",
    "rule_chose", "rule_chose_nobody", *(f"rule_{rule}" for rule in RULES),
    "direct", "indirect", "ends_open", "begins_low", "quote_words", "whole_sentence", "quote_spans",
    "source_of_last_quote", "head_of_last_quote", "last_quote_here",
    *KINDS, "plural", "definite", "titled", "times_named",
    "cue", "cue_first", "cue_weak", "cue_neutral", "cue_argues", "cue_distance", "cue_of_rule",
    "cue_after_quote", "cue_before_quote", "cues_earlier", "cues_between", "cue_that", "cue_marks",
    "oblique", "possessive", "leads", "opens_sentence", "after_verb",
    "tagged_source", "tagged_lead", "tagged_cue", "tagged_content", "tagged_quote",
)  # fmt: skip
_FAR = 60
#: So many words away a candidate may stand; an article's paragraphs are shorter.
_REACH = 90
#: From this probability on, words that no list knows are a candidate, at most so many of them.
_LEAST_SOURCE = 0.4
_LONGEST_SOURCE = 8
#: So many further candidates share what the best one leaves of the probability.
OTHERS = 3
#: The score that stands in for a second candidate where there is none.
NOBODY = -9.0


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a quote stands: what all its candidates are measured against."""

    number: int
    paragraph: Paragraph
    frame: Span
    first: int
    last: int
    draft: Draft
    before: Draft | None


def _home(source: Phrase, number: int, paragraphs: Sequence[Paragraph]) -> int:
    starts = [p.span.start for p in paragraphs[: number + 1]]
    return max(0, bisect_right(starts, source.span.start) - 1)


@dataclass(frozen=True, slots=True)
class Best:
    """The best candidate of a quote, the paragraph it stands in, and how likely it is right.

    `others` are the next ones likewise; together they have what is left of the probability.
    """

    phrase: Phrase
    paragraph: int
    p: float
    others: tuple[tuple[Phrase, int, float], ...] = ()


class Ranker:
    """Ranks the candidates of the quotes of one text."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], cues: Sequence[Sequence[Cue]],
        frames: Sequence[Sequence[Span]], labels: Sequence[Floats],
    ):  # fmt: skip
        self.paragraphs, self.cues, self.frames = paragraphs, cues, frames
        self.tagged = [_columns(rows) for rows in labels]
        self.named = Counter(p.head for par in paragraphs for p in par.phrases)
        self.starts = [[f.start for f in fs] for fs in frames]
        self.firsts = [[c.first for c in cs] for cs in cues]
        self.beside = [_beside(par, c) for par, c in zip(paragraphs, cues, strict=True)]
        self.unlisted = [_unlisted(p, rows) for p, rows in zip(paragraphs, labels, strict=True)]

    def best(self, drafts: Sequence[Draft]) -> list[Best | None]:
        """The best candidate of each quote; None where the subject is dropped."""
        asked = [
            [] if _dropped(draft, self.paragraphs) else self.candidates(draft) for draft in drafts
        ]
        rows = [
            self.features(self.setting(draft, before), number, phrase)
            for draft, before, found in zip(drafts, [None, *drafts], asked, strict=False)
            for number, phrase in found
        ]
        trees = load_trees("ranker")
        scores = list(trees.predict(np.array(rows, np.float32))) if rows else []
        chosen: list[Best | None] = []
        for found in asked:
            own, scores = scores[: len(found)], scores[len(found) :]
            chosen.append(_first(found, own, trees))
        return chosen

    def candidates(self, draft: Draft) -> list[tuple[int, Phrase]]:
        """The phrases that can be the source of a quote, with the numbers of their paragraphs."""
        if draft.settled:
            return []  # its line says who speaks
        number, own = draft.paragraph, self.paragraphs[draft.paragraph]
        first, last = own.at(draft.spans[0].start), own.at(draft.spans[0].end)
        found = self._between(number, first - _REACH, last + _REACH)
        if draft.source and all(p.span != draft.source.span for _, p in found):
            found.append((_home(draft.source, number, self.paragraphs), draft.source))
        if number:
            end = len(self.paragraphs[number - 1].tokens)
            found += self._between(number - 1, end - _REACH, end)
        inside = draft.spans if draft.kind != "mixed" else ()
        kept = {p.span: (n, p) for n, p in found if not any(s.contains(p.span) for s in inside)}
        return list(kept.values())

    def _between(self, number: int, floor: int, ceiling: int) -> list[tuple[int, Phrase]]:
        unlisted = (p for p in self.unlisted[number] if floor <= p.first and p.last < ceiling)
        listed = self.paragraphs[number].phrases_between(floor, ceiling)
        return [(number, phrase) for phrase in (*listed, *unlisted)]

    def setting(self, draft: Draft, before: Draft | None) -> Setting:
        """Where a draft stands."""
        paragraph = self.paragraphs[draft.paragraph]
        start, end = draft.spans[0].start, draft.spans[0].end
        at = bisect_right(self.starts[draft.paragraph], start) - 1
        frame = self.frames[draft.paragraph][at] if at >= 0 else None
        return Setting(
            draft.paragraph, paragraph, frame or paragraph.span,
            paragraph.at(start), max(paragraph.at(end), paragraph.at(start) + 1), draft, before,
        )  # fmt: skip

    def features(self, setting: Setting, number: int, phrase: Phrase) -> list[float]:
        """One row: what is known of a candidate for a quote, as numbers (`FEATURES` names them)."""
        paragraph, here = self.paragraphs[number], number == setting.number
        floor = paragraph.at(setting.frame.start) if here else 0
        return [
            *self._position(setting, number, phrase),
            *self._choice(setting, phrase),
            *(float(phrase.kind == kind) for kind in KINDS),
            float(phrase.plural), float(phrase.definite), float(phrase.title is not None),
            min(10.0, float(self.named[phrase.head])),
            *self._cue(setting, number, phrase, self.beside[number].get(phrase.first)),
            float(attribution.oblique(paragraph, phrase, floor)),
            float(paragraph.words[phrase.last].endswith(("'s", "’s", "s’"))),
            float(attribution.leads(paragraph, phrase)),
            float(phrase.first <= floor + 1),
            float(_after_verb(paragraph, phrase)),
            *self._tagged(setting, number, phrase),
        ]  # fmt: skip

    def _tagged(self, setting: Setting, number: int, phrase: Phrase) -> list[float]:
        """What the tagger thinks of a candidate's words, of the best of its paragraph, of the words
        beside it as a cue, and of the quote's words as content.
        """
        source, cue, best, content = self.tagged[number]
        own = source[phrase.first : phrase.last + 1]
        if not own:
            return [0.0] * 5
        likely = max(own)
        return [
            likely, likely - best, max(cue[max(0, phrase.first - 2) : phrase.last + 4]),
            _mean(content, phrase.first, phrase.last + 1),
            _mean(self.tagged[setting.number][3], setting.first, setting.last),
        ]  # fmt: skip

    def _position(self, setting: Setting, number: int, phrase: Phrase) -> list[float]:
        paragraph, here = self.paragraphs[number], number == setting.number
        if not here:
            distance = float(len(paragraph.tokens) - phrase.last + setting.first)
            last_sentence = self.frames[number][-1].start <= phrase.span.start
            return [0.0, min(distance, _FAR), 0.0, float(last_sentence), 0.0, 0.0, 0.0]
        after = phrase.first >= setting.last
        low, high = (setting.last, phrase.first) if after else (phrase.last + 1, setting.first)
        between = range(max(low, 0), max(high, 0))
        masked = any(paragraph.masked[i] for i in between)
        commas = sum("," in paragraph.gap(i) for i in between)
        others = len(paragraph.phrases_between(low, high))
        same = setting.frame.start <= phrase.span.start < setting.frame.end
        return [
            1.0 if after else -1.0, min(float(len(between)), _FAR), float(same), 1.0,
            float(masked), float(min(commas, 5)), float(min(others, 8)),
        ]  # fmt: skip

    def _choice(self, setting: Setting, phrase: Phrase) -> list[float]:
        draft, before = setting.draft, setting.before
        chosen = draft.source is not None and draft.source.span == phrase.span
        earlier = before.source if before else None
        rule = draft.method.removeprefix("indirect_").removeprefix("inserted_")
        inner = draft.spans[0].of(setting.paragraph.text).strip()
        whole = setting.frame.start + 1 >= draft.spans[0].start
        return [
            float(chosen), float(draft.source is None),
            *(float(rule == r) for r in RULES),
            float(draft.kind == "direct"), float(draft.kind == "indirect"),
            float(inner[-1:] in ",?!—–"), float(inner[:1].islower()),
            min(40.0, float(len(inner.split()))), float(whole), float(len(draft.spans)),
            float(earlier is not None and earlier.span == phrase.span),
            float(earlier is not None and earlier.head == phrase.head),
            float(before is not None and before.paragraph == draft.paragraph),
        ]  # fmt: skip

    def _cue(
        self, setting: Setting, number: int, phrase: Phrase, cue: tuple[Cue, bool] | None
    ) -> list[float]:
        """The cue that a candidate could be the subject of, and where it stands to the quote."""
        if cue is None:
            return [0.0] * 13
        found, inverted = cue
        here, paragraph = number == setting.number, self.paragraphs[number]
        follows, precedes = phrase.first >= setting.last, phrase.last < setting.first
        edge = setting.last if follows else setting.first
        floor = paragraph.at(setting.frame.start) if here else 0
        firsts = self.firsts[number]
        place = bisect_left(firsts, found.first)
        earlier = max(0, place - bisect_left(firsts, floor))
        upto = max(0, bisect_left(firsts, edge) - place - 1)
        verb_class = found.verb.verb_class if found.verb else "neutral"
        after = paragraph.lower[found.last + 1] if found.last + 1 < len(paragraph.tokens) else ""
        return [
            1.0, float(inverted), float(found.weak), float(verb_class == "neutral"),
            float(verb_class == "argue"),
            min(float(abs(found.first - edge)), _FAR) if here else float(_FAR),
            float(setting.draft.cue is not None and setting.draft.cue.span == found.span),
            float(here and follows), float(here and precedes),
            float(min(earlier, 20)), float(min(upto, 20)), float(after in paragraph.language.that),
            float(found.last + 1 < len(paragraph.tokens) and paragraph.masked[found.last + 1]),
        ]  # fmt: skip


def _columns(rows: Floats) -> tuple[list[float], list[float], float, list[float]]:
    """For each word of a paragraph how likely it is source and cue, the likeliest source of them
    all, and the running sum of how likely they are content; as lists, which are read faster.
    """
    content = np.concatenate([[0.0], np.cumsum(rows[:, BEGINS] + rows[:, INSIDE])])
    source = rows[:, SOURCE].tolist()
    return source, rows[:, CUE].tolist(), max(source, default=0.0), content.tolist()


def _mean(running: Sequence[float], first: int, last: int) -> float:
    """The mean of words first..last-1 from their running sum."""
    last = min(last, len(running) - 1)
    return (running[last] - running[first]) / (last - first) if last > first else 0.0


def _unlisted(paragraph: Paragraph, rows: Floats) -> list[Phrase]:
    """Words that the tagger takes for a source and that no phrase of the lists covers."""
    if not len(rows) or float(rows[:, SOURCE].max()) < _LEAST_SOURCE:
        return []
    found: list[Phrase] = []
    likely = [int(i) for i in np.flatnonzero(rows[:, SOURCE] >= _LEAST_SOURCE)]
    while likely:
        first = last = likely.pop(0)
        while likely and likely[0] == last + 1 and paragraph.joined(last + 1):
            last = likely.pop(0)
        if last - first >= _LONGEST_SOURCE or any(paragraph.masked[first : last + 1]):
            continue
        near = paragraph.phrases_between(first - _LONGEST_SOURCE, last + _LONGEST_SOURCE)
        if not any(p.first <= last and first <= p.last for p in near):
            span = Span(paragraph.tokens[first].start, paragraph.tokens[last].end)
            head = paragraph.lower[last]
            plural = head.endswith("s") or head in paragraph.language.plurals
            found.append(Phrase("role", span, head, first, last, plural=plural))
    return found


def _after_verb(paragraph: Paragraph, phrase: Phrase) -> bool:
    return phrase.first > 0 and paragraph.lower[phrase.first - 1] in paragraph.language.verbs


def _dropped(draft: Draft, paragraphs: Sequence[Paragraph]) -> bool:
    language = paragraphs[draft.paragraph].language
    return draft.source is None and draft.cue is not None and language.drops_subjects


def _first(
    found: Sequence[tuple[int, Phrase]], scores: Sequence[np.float32], trees: Trees
) -> Best | None:
    if not found:
        return None
    order = sorted(range(len(found)), key=lambda i: (-scores[i], i))
    second = float(scores[order[1]]) if len(order) > 1 else NOBODY
    number, phrase = found[order[0]]
    p = trees.share_at(lead(float(scores[order[0]]), second))
    weights = [float(np.exp(scores[i])) for i in order[1 : 1 + OTHERS]]
    others = tuple(
        (found[i][1], found[i][0], (1 - p) * weight / sum(weights))
        for i, weight in zip(order[1:], weights, strict=False)
    )
    return Best(phrase, number, p, others)


def _beside(paragraph: Paragraph, cues: Sequence[Cue]) -> dict[int, tuple[Cue, bool]]:
    """For each phrase the cue that it can be the subject of, by its first token."""
    found: dict[int, tuple[Cue, bool]] = {}
    firsts, ends = [c.first for c in cues], {c.last + 1: c for c in cues}
    for phrase in paragraph.phrases:
        inverted = ends.get(phrase.first)
        if inverted and paragraph.joined(phrase.first):
            found[phrase.first] = (inverted, True)
        near = bisect_right(firsts, phrase.last), bisect_right(firsts, phrase.last + 12)
        for cue in cues[slice(*near)]:
            if attribution.only_between(paragraph, phrase.last + 1, cue.first):
                found[phrase.first] = (cue, False)
                break
    return found


def lead(best: float, second: float) -> float:
    """How far the best candidate lies ahead of nothing and of the second: the smaller of both."""
    return min(best, best - second)
