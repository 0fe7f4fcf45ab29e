"""What most outlets have and one has not: voices and utterances that were not found.

Absence is the finding most easily wrong. It is stated only where at least three outlets and more
than half of all have a thing, and never of an outlet whose articles were read in part or not at
all, or came out before anybody had it. Nor is it where the words stand in the article after all,
or a quote of an unclear speaker may be the one. What is left is said of the articles at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from toolkit.compare.findings.reports import Finding, Reports, Row
from toolkit.compare.matching.speakers import same_speaker
from toolkit.compare.said import RUN, Said
from toolkit.compare.tallies import LIKELY, is_partial
from toolkit.compare.wording import keys, known_language, stop_words
from toolkit.languages import plain_code
from toolkit.model import Article
from toolkit.tables import read_candidates

NO_UTTERANCE, NO_VOICE = "statement not found", "voice not found"
#: So many outlets, and more than half, make a thing widely reported.
FEWEST = 3
#: How often a thing that was not found was indeed not there, where the outlet quotes the speaker
#: otherwise or names the speaker: it may retell the statement, or a quote was missed. Without a
#: trace of the speaker it was 68 times of 69. Counted on five real events by five outlets and five
#: invented ones, with quotes marked by hand and with the program's own.
TRACED = 59 / 79
#: From this share of a statement's telling words in one paragraph, it is told there.
TOLD, TELLING = 0.6, 3


def find_missing_utterances(reports: Reports) -> Iterator[Finding]:
    """For each widely reported utterance the outlets in which it was not found.

    `value` counts the `outlets` that report it. `p` is how likely that many do and this one does
    not; `other` is "quoted" where it quotes the speaker otherwise, and may retell the statement,
    "named" where it only names the speaker.
    """
    for utterance_id, rows in reports.utterances.items():
        found = reports.reporting(utterance_id)
        p = _is_wide({o: float(r["p_same"]) for o, r in found.items()}, len(reports.outlets))
        if not p:
            continue
        fullest = _fullest_alone(reports, rows)
        evidence = sorted((r["quote_id"] for r in found.values()), key=reports.place)
        for outlet, articles in _silent(reports, found, _touched(reports, rows)):
            trace = trace_of(reports, outlet, fullest)
            sure = p * (TRACED if trace else 1.0)
            if sure >= LIKELY and not any(tells(a, fullest) for a in articles):
                yield Finding(
                    NO_UTTERANCE, outlet, sure, tuple(evidence), utterance_id=utterance_id,
                    speaker=fullest.speaker, words=fullest.content,
                    other=trace, outlets=_ordered(reports, found),
                    value=len(found), n=len(reports.outlets),
                )  # fmt: skip


def _fullest_alone(reports: Reports, rows: Sequence[Row]) -> Said:
    """The fullest version that is of this utterance alone, if any shows words in marks."""
    said = [reports.said[r["quote_id"]] for r in rows]
    alone = (s for s in said if s.marked and len(reports.homes[s.quote_id]) == 1)
    same_language = (s for s in alone if s.language == said[0].language)
    return next(same_language, said[0])


def _touched(reports: Reports, rows: Sequence[Row]) -> set[str]:
    """The outlets that may report an utterance, or one that a quote of it runs together with it.

    Where one outlet prints two utterances as one quote, another that has the one may have both.
    """
    together = {u for r in rows for u in reports.homes[r["quote_id"]]}
    return {str(r["outlet"]) for u in together for r in reports.utterances[u]}


def find_missing_voices(reports: Reports) -> Iterator[Finding]:
    """For each widely quoted speaker the outlets in which no quote of theirs was found.

    Only persons, and actors of the event. `other` is "named" where the articles name the speaker
    without a quote that was found. `p` is how likely that many outlets quote the speaker and this
    one does not.
    """
    for speaker, quotes in _voices(reports).items():
        chances: dict[str, float] = {}
        for q in quotes:
            outlet = reports.said[q].outlet
            missed = (1 - chances.get(outlet, 0.0)) * (1 - reports.is_speakers(q))
            chances[outlet] = 1 - missed
        have = {o: p for o, p in chances.items() if p >= LIKELY}
        wide = _is_wide(have, len(reports.outlets))
        for outlet, _ in _silent(reports, have, chances) if wide else ():
            trace = trace_of(reports, outlet, reports.said[quotes[0]])
            p = wide * is_nobody(reports, outlet, speaker) * (TRACED if trace else 1.0)
            if p >= LIKELY:
                yield Finding(
                    NO_VOICE, outlet, p, _one_an_outlet(reports, quotes), speaker=speaker,
                    other=trace, outlets=_ordered(reports, have),
                    value=len(have), n=len(reports.outlets),
                )  # fmt: skip


def trace_of(reports: Reports, outlet: str, quote: Said) -> str | None:
    """Whether an outlet has a quote's speaker: "quoted", or only "named"."""
    own = (said for said in reports.said.values() if said.outlet == outlet)
    if any(same_speaker(said.speaker, quote.speaker) for said in own):
        return "quoted"
    name = keys(quote.speaker or "")
    printed = name[-1:] if quote.is_person else name
    named = any(prints(article, printed) for article in _articles(reports, outlet))
    return "named" if named else None


def _voices(reports: Reports) -> dict[str, list[str]]:
    """The quotes of each speaker that is a person or an actor, under the fullest name."""
    actors = {actor.name for actor, _ in reports.event.actors()}
    quotes: dict[str, list[str]] = {}
    for quote_id, said in reports.said.items():
        if said.speaker and (said.is_person or said.speaker in actors):
            quotes.setdefault(said.speaker, []).append(quote_id)
    voices: dict[str, list[str]] = {}
    for name in sorted(quotes, key=lambda n: (n not in actors, -len(n.split()), n)):
        same = (v for v in voices if same_speaker(v, name) and name not in actors)
        voices.setdefault(next(same, name), []).extend(quotes[name])
    return voices


def _is_wide(have: Mapping[str, float], total: int) -> float:
    """How likely at least FEWEST outlets and more than half of all have it; 0 if it is not so."""
    needed = max(FEWEST, total // 2 + 1)
    chances = [1.0]  # of exactly so many
    for p in have.values():
        grown = [0.0, *(c * p for c in chances)]
        chances = [c * (1 - p) + g for c, g in zip([*chances, 0.0], grown, strict=True)]
    p = sum(chances[needed:])
    return p if len(have) >= needed and p >= LIKELY else 0.0


def _silent(
    reports: Reports, have: Iterable[str], touched: Iterable[str]
) -> Iterator[tuple[str, list[Article]]]:
    """The outlets without any trace of a thing, of which absence may be said."""
    first = min((d for o in have for a in _articles(reports, o) if (d := _day(a))), default="")
    for outlet in reports.outlets:
        articles = _articles(reports, outlet)
        if outlet in touched or not any(known_language(a.language) for a in articles):
            continue
        early = all((day := _day(a)) and day < first for a in articles)
        if not early and not any(is_partial(a) for a in articles):
            yield outlet, articles


def _articles(reports: Reports, outlet: str) -> list[Article]:
    return [a for a in reports.event.articles if a.outlet == outlet]


def _day(article: Article) -> str:
    return (article.published or "")[:10]


def tells(article: Article, said: Said) -> bool:
    """Whether an article has a statement in any form that its words give away."""
    if plain_code(article.language) != said.language:
        return False
    words = said.marked or said.words
    if any(prints(article, part) for part in (words[:RUN], words[-RUN:])):
        return True
    telling = set(said.words) - stop_words(said.language)
    most = max((len(telling & paragraph) for paragraph in _paragraphs(article)), default=0)
    return most >= max(TELLING, TOLD * len(telling))


def prints(article: Article, words: Sequence[str]) -> bool:
    """Whether words stand in an article in this order."""
    return bool(words) and f" {' '.join(words)} " in _printed(article)


@lru_cache(maxsize=512)
def _printed(article: Article) -> str:
    return f" {' '.join(keys(f'{article.title} {article.text}', article.language))} "


@lru_cache(maxsize=512)
def _paragraphs(article: Article) -> list[frozenset[str]]:
    return [frozenset(keys(p, article.language)) for p in article.text.split("\n\n")]


def is_nobody(reports: Reports, outlet: str, speaker: str) -> float:
    """How likely no quote of an outlet is the speaker's, by the other candidates of each."""
    p = 1.0
    for quote_id, said in reports.said.items():
        if said.outlet == outlet:
            for name, chance in read_candidates(reports.quotes[quote_id]["candidates"]):
                p *= 1 - chance if same_speaker(name, speaker) else 1.0
    return p


def _one_an_outlet(reports: Reports, quotes: list[str]) -> tuple[str, ...]:
    """The likeliest quote of each outlet."""
    best: dict[str, str] = {}
    for q in sorted(quotes, key=lambda q: (-reports.is_speakers(q), reports.place(q))):
        best.setdefault(reports.said[q].outlet, q)
    return tuple(sorted(best.values(), key=reports.place))


def _ordered(reports: Reports, have: Iterable[str]) -> tuple[str, ...]:
    return tuple(o for o in reports.outlets if o in set(have))
