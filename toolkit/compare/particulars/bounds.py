"""Bounds: which of the words with capitals that stand together are the name.

"French President Hugo Lamarre" holds one name, "Quill's Harbour Office" two, and that of the
"Department of Fisheries" goes on behind a small word.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from toolkit.compare.particulars.spelling import WORD, place_nouns, without_possessive
from toolkit.compare.wording import fold
from toolkit.languages import Language
from toolkit.model import Span


@dataclass(frozen=True)
class Bounds:
    """Where names begin and end in one text; `actors` are the folded names that are known."""

    text: str
    language: Language
    actors: Container[str]

    def names(self, run: Span) -> Iterator[Span]:
        """The names in a run of words with capitals."""
        for part in (p for sentence in self._sentences(run) for p in self._parts(sentence)):
            span = self._extended(self._trimmed(part))
            if len(span):
                yield span

    def _sentences(self, run: Span) -> Iterator[Span]:
        """A run cut at verbs that a headline gives a capital: "Mara Quill Is Right"."""
        start = run.start
        for m in re.finditer(r"[A-ZÀ-Þ]\S+", run.of(self.text)):
            verb = m.group().lower() in self.language.auxiliaries
            if verb and m.group() not in self.language.first_names:
                yield Span(start, max(start, run.start + m.start() - 1))
                start = min(run.end, run.start + m.end() + 1)
        yield Span(start, run.end)

    def _parts(self, span: Span) -> Iterator[Span]:
        """A run cut where a second name begins: "Quill's Harbour Office", "Paris y Madrid"."""
        text, start = self.text, span.start
        for m in re.finditer(
            r"['’]s (?=[^ ])|(?<=s)['’] (?=[A-ZÀ-Þ]\w+ [A-ZÀ-Þ])| (?:y|e) (?=[A-ZÀ-Þ])",
            span.of(text),
        ):
            at = span.start + m.start()
            joins = m.group().strip() in self.language.and_words
            body = any(w in self.language.bodies for w in fold(span.of(text)).split())
            if joins and body:
                continue  # "Ministerio de Trabajo y Economía"
            if joins or m.group().strip() not in ("y", "e"):
                yield Span(start, at)
                start = span.start + m.end()
        yield Span(start, span.end)

    def _trimmed(self, span: Span) -> Span:
        """The name alone, without "Mayor" before it, "Tuesday" or a possessive after."""
        text = self.text
        words = [Span(span.start + m.start(), span.start + m.end())
                 for m in re.finditer(r"\S+", span.of(text))]  # fmt: skip
        goes_on = text[span.end : span.end + 1] == " "  # else "In" in "Seo Jae In." is no "in"
        while len(words) > 1 and goes_on and self.is_opening(words[-1].of(text)):
            words.pop()
        while (
            len(words) > 1
            and self.is_title(words[-1].of(text))
            and text[span.end : span.end + 1] == "."
        ):
            words.pop()  # "Carrow Gov. Mara Quill"
        while len(words) > 2 and words[-1].of(text).lower() in self.language.verbs:
            words.pop()  # a headline: "Mara Quill Says"
        first = self._first([w.of(text) for w in words])
        words = words[first:]
        while len(words) > 1 and (
            self.is_opening(words[0].of(text)) or self._is_trade([w.of(text) for w in words])
        ):
            words = words[1:]
        if not words:
            return Span(span.start, span.start)
        start = words[0].start
        return Span(start, start + len(without_possessive(text[start : words[-1].end])))

    def _first(self, words: Sequence[str]) -> int:
        """The word with which the name begins: after a title, or at a first name."""
        for n in range(len(words) - 1):
            if fold(" ".join(words[n:])) in self.actors:
                return n
        if words and self.is_body_noun(fold(words[-1])):
            return 0
        titles = [n for n, w in enumerate(words[:-1]) if self.is_title(w)]
        if titles and titles[-1] < len(words) - 1:
            return titles[-1] + 1
        firsts = [n for n, w in enumerate(words[:-1]) if w in self.language.first_names]
        before = [fold(w) for w in words[: firsts[0]]] if firsts else []
        known = self.language.places | self.language.groups | self.language.demonyms.keys()
        office = any(map(self.is_body_noun, before))  # "Supreme Court Justice Greta Holm"
        return firsts[0] if firsts and (office or all(w in known for w in before)) else 0

    def _is_trade(self, words: Sequence[str]) -> bool:
        """Whether the first of some words is a trade by its ending: "Foreman Mara Quill"."""
        known, last = self.language, fold(words[-1])
        ends = words[0].lower().endswith(known.role_endings) and words[0] not in known.first_names
        return len(words) > 2 and ends and not (self.is_body_noun(last) or last in place_nouns())

    def _extended(self, span: Span) -> Span:
        """A body with the rest of its name: "Center for Salt", "Department of Fisheries"."""
        text, known = self.text, self.language
        last = fold(span.of(text)).split()[-1:]
        if not last or not self.is_body_noun(last[0]) or not known.body_links:
            return span
        ands = "|".join(sorted(known.and_words))
        rest = "|".join(sorted(known.body_links))
        the = "|".join(sorted(known.definite))
        more = re.compile(rf" (?:{rest}) (?:(?:{the}) )?{WORD}(?: (?:(?:{ands}|&) )?{WORD}){{0,3}}")
        m = more.match(text, span.end)
        if not m or self.is_title(last[0]) or self.is_opening(m.group().split()[1]):
            return span  # "the Senate on Tuesday"
        return Span(span.start, span.end + len(without_possessive(m.group())))

    def is_title(self, word: str) -> bool:
        """Whether a word is a title or a role: "Mayor", "Ms", "Gov"."""
        plain = word.rstrip(".").lower()
        known = self.language
        return word in known.honorifics or plain in known.roles or plain in known.short_titles

    def is_opening(self, word: str) -> bool:
        """Whether a word beside a name is none of it: "Mayor", "Ms", "The", a weekday."""
        plain, known = word.rstrip(".").lower(), self.language
        return (
            word in known.not_names or self.is_title(word)
            or plain.removesuffix("ever") in known.relatives | known.clause_openers
            or plain in known.stop_words or plain in known.months or plain in known.weekdays
            or word.endswith(("-born", "-based"))
        )  # fmt: skip

    def is_body_noun(self, word: str) -> bool:
        """Whether a folded word in a name makes it a body's: "council", "news"."""
        known = self.language
        return word in known.bodies or word.rstrip("s") in known.bodies or word in known.body_names
