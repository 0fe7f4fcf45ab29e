"""Measure how often each rule is right, on marked news, and write it to ``weights/rules.json``.

    python -m toolkit.extract.calibrate --corpora ../shared/corpora

Two questions, on two corpora. Is it a quote, and is its source span the one that people marked?
That is counted on the training half of PolNeAR, rule by rule. Does a right source lead to the
right name? That is counted on NewsWCL50, for each way of following a source to a name, once by the
article alone and once for those that match an actor of the event's file. A quote counts as marked
when nine tenths of its words lie in one marked content (indirect ones must also overlap it by
half). Shares are drawn towards that of all rules, as if two quotes more had been seen; a rule seen
fewer than 20 times takes the figure of its kind of quote, else of all.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.extract.confidence import CONTESTED, style_of
from toolkit.extract.drafts import Draft
from toolkit.extract.naming import find_actor
from toolkit.extract.quotation import find_quotes
from toolkit.extract.tabulation import quotes_of
from toolkit.gather.event import read_event
from toolkit.model import Article, Event, Quote, Span, fingerprint

WEIGHTS = Path(__file__).parent / "weights" / "rules.json"
_LEAST = 20
_DRAWN = 2
_WITHIN = 0.9
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Marked:
    """A quote that people marked: content, source and cue, and the speaker's name if known."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    speaker: str | None = None
    cue: tuple[Span, ...] = ()


def read_polnear(folder: Path) -> Iterator[tuple[str, list[Marked]]]:
    """The texts of a PolNeAR split with their marked quotes (the first annotator by name)."""
    return ((text, marked) for _, text, marked in read_polnear_articles(folder))


def read_polnear_articles(folder: Path) -> Iterator[tuple[str, str, list[Marked]]]:
    """The same with the name of each article, which begins with its outlet and an underscore."""
    for path in sorted((folder / "text").glob("*.txt")):
        marks = sorted((folder / "attributions").glob(f"{path.stem}_*.ann")) or sorted(
            (folder / "attributions").glob(f"{path.stem}*.ann")
        )
        if marks:
            yield path.stem, path.read_bytes().decode("utf8"), _read_brat(marks[0])


def _read_brat(path: Path) -> list[Marked]:
    spans: dict[str, list[Span]] = {}
    found = []
    for line in path.read_text(encoding="utf8").splitlines():
        if re.match(r"T\d+\t", line):
            key, place, *_ = line.split("\t")
            pairs = place.split(" ", 1)[1].split(";")
            spans[key] = [Span(*map(int, pair.split())) for pair in pairs]
        elif re.match(r"E\d+\t", line):
            parts = [part.split(":") for part in line.split("\t")[1].split()[1:]]
            content, source, cue = (_role(parts, r, spans) for r in ("Content", "Source", "Cue"))
            found.append(Marked(content, source, cue=cue))
    return [m for m in found if m.content]


def _role(parts: list[list[str]], role: str, spans: dict[str, list[Span]]) -> tuple[Span, ...]:
    keys = [key for name, key in parts if re.sub(r"\d+$", "", name) == role]
    return tuple(sorted(s for key in keys for s in spans.get(key, [])))


def read_newswcl50(folder: Path) -> Iterator[tuple[Event, Article, list[Marked]]]:
    """The articles of NewsWCL50 with their events and their marked quotes and speakers."""
    for place in sorted(p for p in folder.iterdir() if (p / "quotes.jsonl").exists()):
        event = read_event(place / "event.yaml", outlets=())
        marked: dict[str, list[Marked]] = {}
        for line in (place / "quotes.jsonl").read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            content, source, cue = (
                tuple(Span(*s) for s in row[k]) for k in ("content", "source", "cue")
            )
            quote = Marked(content, source, row["speaker"], cue)
            marked.setdefault(row["article_id"], []).append(quote)
        for line in (place / "articles.jsonl").read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            text, key = row["text"], row["article_id"]
            article = Article(key, row["outlet"], "", "", "", text, "en", fingerprint(text))
            yield event, article, marked.get(key, [])


def partner_of(quote: Quote | Draft, marked: Sequence[Marked]) -> Marked | None:
    """The marked quote that a found one stands for, if any does."""
    found = {i for s in quote.spans for i in range(s.start, s.end)}
    for mark in marked:
        content = {i for s in mark.content for i in range(s.start, s.end)}
        shared = len(found & content)
        alike = quote.kind != "indirect" or shared >= _SAME * len(found | content)
        if shared >= _WITHIN * len(found) and alike:
            return mark
    return None


def same_name(one: str | None, other: str | None) -> bool:
    """Whether the last word of one name stands in the other."""
    a, b = (re.findall(r"\w+", (name or "").casefold()) for name in (one, other))
    return bool(a and b) and (a[-1] in b or b[-1] in a)


def count_sources(texts: Iterable[tuple[str, list[Marked]]]) -> dict[str, Counter[str]]:
    """For each rule of attribution: how many of its quotes and of its sources were right."""
    counts: dict[str, Counter[str]] = {"quote": Counter(), "source": Counter()}
    for text, marked in texts:
        for quote in find_quotes(text, extractor="rules"):
            if quote.inside is not None:
                continue  # people marked the outer quote alone
            rule = quote.method.partition("+")[0]
            partner = partner_of(quote, marked)
            _count(counts["quote"], f"{quote.kind}/{rule}", partner is not None, quote.kind)
            if partner and partner.source and quote.source:
                _count(counts["source"], rule, _right_source(quote, partner))
    return counts


def count_names(
    articles: Iterable[tuple[Event, Article, list[Marked]]],
) -> dict[str, Counter[str]]:
    """For each rule of resolution: how many of its names were right, given the right source.

    `name` counts the names as the article alone gives them; `actor` those that the event's file
    then matched with an actor.
    """
    counts: dict[str, Counter[str]] = {"name": Counter(), "actor": Counter()}
    for event, article, marked in articles:
        actors = {actor.name for actor, _ in event.actors()}
        for quote in find_quotes(article.text):
            _count_name(counts["name"], quote, marked, event)
        for quote in quotes_of(article, event):
            if quote.speaker in actors:
                _count_name(counts["actor"], quote, marked, event)
    return counts


def _count_name(
    counter: Counter[str], quote: Quote, marked: Sequence[Marked], event: Event
) -> None:
    partner = partner_of(quote, marked)
    if partner is None or quote.speaker is None or partner.speaker is None:
        return
    if quote.source is None or not partner.source or _right_source(quote, partner):
        name_rule = quote.method.split("+")[1]
        named = find_actor(quote.speaker, event, "en")  # "the North" is North Korea's government
        right = same_name(partner.speaker, quote.speaker) or (
            named is not None and named.actor.name == partner.speaker
        )
        style = style_of(quote.kind)
        near = [name_rule, *([CONTESTED] if name_rule.startswith(CONTESTED) else [])]
        _count(counter, name_rule, right, *near[1:], style, *(f"{style}/{name}" for name in near))


def _right_source(quote: Quote, partner: Marked) -> bool:
    return quote.source is not None and any(quote.source.overlaps(s) for s in partner.source)


def _count(counter: Counter[str], key: str, right: bool, *groups: str) -> None:
    for name in (key, "all", *groups):
        counter[f"{name} seen"] += 1
        counter[f"{name} right"] += right


def shares(counter: Counter[str]) -> dict[str, float]:
    """The share that was right for every rule seen often enough, drawn towards that of all."""
    rules = sorted(key.removesuffix(" seen") for key in counter if key.endswith(" seen"))
    overall = (counter["all right"] + 1) / (counter["all seen"] + 2)
    return {
        rule: round(
            (counter[f"{rule} right"] + _DRAWN * overall) / (counter[f"{rule} seen"] + _DRAWN), 3
        )
        for rule in rules
        if counter[f"{rule} seen"] >= _LEAST
    }


def main() -> None:
    """Measure and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    corpora = parser.parse_args().corpora
    train = count_sources(read_polnear(corpora / "polnear" / "train"))
    names = count_names(read_newswcl50(corpora / "newswcl50"))
    figures = {
        "made_by": "python -m toolkit.extract.calibrate",
        "data": {
            "quote, source": "PolNeAR 1.0, train",
            "name, actor": "NewsWCL50, events 0 2 4 6 8",
        },
        "quote": shares(train["quote"]),
        "source": shares(train["source"]),
        "name": shares(names["name"]),
        "actor": shares(names["actor"]),
    }
    text = json.dumps(figures, indent=2, sort_keys=True) + "\n"
    WEIGHTS.write_text(text, encoding="utf8")
    print(text, hashlib.sha256(text.encode()).hexdigest()[:12])


if __name__ == "__main__":
    main()
