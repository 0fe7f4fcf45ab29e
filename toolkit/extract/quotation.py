"""From a text to its quotes: content, cue, source, speaker, and how sure the program is.

Two extractors stand in `EXTRACTORS`. "rules" goes by marks, cues and names alone (`rules`).
"learned", the default, lets a tagger revise what the rules found (`learned`, `revision`) and asks a
ranker which of all candidates is the source (`ranking`); both learned from marked news. Either way
the source is followed to a name (`resolution`). Each quote names its steps in `method` ("tagged"
where no rule found it, "ranked" where the ranker overruled the rules); its probabilities are those
that rule, tagger, ranker and resolver had on marked news (`confidence`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from toolkit.errors import UsageError, nearest
from toolkit.extract import confidence
from toolkit.extract.drafts import Draft
from toolkit.extract.learned import read_tagged
from toolkit.extract.ranking import Best
from toolkit.extract.resolution import Resolved, Resolver
from toolkit.extract.rules import Reader
from toolkit.languages import Language, get_language
from toolkit.model import Candidate, Quote


def find_quotes(
    text: str, language: str = "en", *, extractor: str | Extractor = "learned"
) -> list[Quote]:
    """Find the quotes of one text, in text order.

    Parameters: `text` (paragraphs on lines of their own), `language` (a code with a file in
    `toolkit.languages`), `extractor` (a name in `EXTRACTORS`, or a function like them).

    Returns a list of `Quote`; the speaker is the name that the source resolves to within the
    text, or None where the program cannot tell. Raises UsageError for an unknown language or
    extractor.

    >>> text = "“We will stay,” said Lena Ortiz, who rakes salt. “All of us.”"
    >>> [quote] = find_quotes(text)
    >>> quote.speaker, quote.cue.of(text), quote.content(text)
    ('Lena Ortiz', 'said', 'We will stay, All of us.')

    Does not show: whether the words were really said; who was asked and not printed.
    Source: the three spans follow PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018).
    """
    if callable(extractor):
        return list(extractor(text, get_language(language)))
    if extractor not in EXTRACTORS:
        hint = nearest(extractor, EXTRACTORS) or f"; there are {', '.join(EXTRACTORS)}"
        raise UsageError(f"extractor '{extractor}' does not exist{hint}")
    return list(_remembered(text, get_language(language).code, extractor))


@lru_cache(maxsize=512)
def _remembered(text: str, code: str, extractor: str) -> tuple[Quote, ...]:
    return tuple(EXTRACTORS[extractor](text, get_language(code)))


def read_by_rules(text: str, language: Language) -> list[Quote]:
    """The extractor "rules": marks, cues and names, no learning."""
    reader = Reader(text, language)
    drafts = reader.read()
    resolver = Resolver(text, language, reader.paragraphs)
    return _with_nested([_finished(draft, resolver) for draft in drafts], reader, resolver)


def read_learned(text: str, language: Language) -> list[Quote]:
    """The extractor "learned": the rules' quotes as the tagger revises them, the best source."""
    reading = read_tagged(Reader(text, language))
    drafts, reader = reading.drafts, reading.reader
    sources = reading.ranker().best(drafts)
    resolver = Resolver(text, language, reader.paragraphs)
    quotes = [
        _finished(_with_source(draft, best), resolver, best)
        for draft, best in zip(drafts, sources, strict=True)
    ]
    return _with_nested(quotes, reader, resolver)


def _with_source(draft: Draft, best: Best | None) -> Draft:
    if best is None or (draft.source and draft.source.span == best.phrase.span):
        return draft
    return replace(draft, source=best.phrase, method="ranked")


Extractor = Callable[[str, Language], Sequence[Quote]]
#: The extractors by name; a further one is one more line here.
EXTRACTORS: Mapping[str, Extractor] = {"learned": read_learned, "rules": read_by_rules}


def _finished(draft: Draft, resolver: Resolver, best: Best | None = None) -> Quote:
    home = best.paragraph if best else draft.paragraph
    if draft.source is None and draft.settled:
        resolved = Resolved(None, "unnamed")  # a question, an answer: by order alone
    else:
        resolved = resolver.resolve(draft.source, home, draft.start)
    # English drops a subject by our mistake alone: its shares say nothing of Spanish.
    dropped = draft.method.endswith("cue_alone") and resolver.language.drops_subjects
    rule = "dropped_subject" if dropped else draft.method
    sure = confidence.of(rule, draft.kind, resolved.rule, source=best.p if best else None)
    p_quote = sure.quote if draft.p is None else draft.p
    shares = _by_name(resolved, sure.speaker, best.p if best else 1.0)
    for phrase, number, p in best.others if best else ():
        other = resolver.resolve(phrase, number, draft.start).name
        if other:
            shares[other] = shares.get(other, 0.0) + p
    candidates = _most_likely(shares, resolved.name)
    resolver.spoke(resolved.name, resolved.gender)
    return Quote(
        kind=draft.kind,
        spans=tuple(draft.spans),
        source=draft.source.span if draft.source else None,
        cue=draft.cue.span if draft.cue else None,
        speaker=resolved.name,
        p_quote=round(p_quote, 3),
        p_speaker=candidates[0].p if resolved.name and candidates else None,
        candidates=candidates,
        method=f"{draft.method}+{resolved.rule}" if resolved.rule else draft.method,
    )


def _with_nested(quotes: list[Quote], reader: Reader, resolver: Resolver) -> list[Quote]:
    """The quotes with those that stand inside them, in text order."""
    inner = [
        _nested(draft, outer, resolver)
        for draft in reader.nested
        for outer in quotes
        if draft.inside is not None and any(s.contains(draft.inside) for s in outer.spans)
    ]
    return sorted([*quotes, *inner], key=lambda q: (q.start, -q.end))


def _nested(draft: Draft, outer: Quote, resolver: Resolver) -> Quote:
    """A quote within a quote: its "she" is somebody else than who speaks outside."""
    source = draft.source
    resolved = Resolved(None, "unnamed")
    if source is not None:
        resolved = resolver.resolve(source, draft.paragraph, draft.start)
        if resolved.name == outer.speaker and source.kind != "name":
            resolved = Resolved(None, f"unknown_{source.kind}")
    sure = confidence.of(draft.method, draft.kind, resolved.rule)
    named = (Candidate(resolved.name, sure.speaker),) if resolved.name else ()
    return Quote(
        kind=draft.kind,
        spans=tuple(draft.spans),
        source=source.span if source else None,
        cue=draft.cue.span if draft.cue else None,
        speaker=resolved.name,
        p_quote=sure.quote,
        p_speaker=sure.speaker if resolved.name else None,
        candidates=named,
        method=f"{draft.method}+{resolved.rule}",
        inside=draft.inside,
    )


def _by_name(resolved: Resolved, first: float, source: float) -> dict[str, float]:
    """The first name has the measured probability; if the source is right but the name is not,
    it is one of the resolver's other names.
    """
    if resolved.name is None:
        return {name: source * share for name, share in resolved.ranked}
    rest = sum(share for _, share in resolved.ranked[1:])
    return {
        name: first if i == 0 else max(0.0, source - first) * share / rest
        for i, (name, share) in enumerate(resolved.ranked)
    }


def _most_likely(shares: Mapping[str, float], speaker: str | None) -> tuple[Candidate, ...]:
    """The speaker, then the two next names by probability."""
    ordered = sorted(shares.items(), key=lambda item: (item[0] != speaker, -item[1], item[0]))
    return tuple(Candidate(name, round(min(1.0, p), 3)) for name, p in ordered[:3])
