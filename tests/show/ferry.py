# ruff: noqa: E501 (articles are not broken into lines)
"""A small invented event with everything that a report has to cope with, marked by hand.

Two outlets in English and one in Spanish tell of a ferry that is to stop for the winter; a
fourth outlet could not be read and a fifth had nothing that was found. One article is opinion,
one quote has no speaker, one is nested in another, one is printed by two outlets (cut in the
second) and by the third in translation.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.model import (
    Actor,
    Address,
    Article,
    Candidate,
    Concept,
    Coverage,
    Event,
    Failure,
    FramingTerm,
    Mention,
    Outlet,
    Quote,
    Side,
    Span,
    fingerprint,
)

POST = """The Rowan Sound ferry will not sail between November and March, its owners said on Monday.

“We have run the winter boat at a loss for six years, and we cannot ask the summer to pay for it again,” said Greta Holm, the managing director of Sound Lines. She added that 41 jobs were safe.

Sailings end on 3 November. “Nobody rang us. We read it on the timetable board at the pier,” said Idris Vane, who speaks for the islanders’ association. “My daughter’s school is on the other side.”

The county said it had not been told before the weekend. “A lifeline is not a line in a ledger,” said Councillor Petra Quill, adding that she would “look at every option, including [a] county boat”.

According to the harbour office, 212 people crossed on an average winter day."""

STRAIT = """Islanders were left stranded on paper on Monday when Sound Lines scrapped the winter ferry.

“Nobody rang us. We read it on the timetable board,” Idris Vane said. He claimed the company had “promised a year’s warning”.

“We have run the winter boat at a loss for six years,” Greta Holm admitted. The firm calls the end of sailings a “seasonal rest”.

Maud Perrin, who bakes for the pier café, said the cut would cost her half her trade. “They told me, ‘It is only five months’, as if bread could wait,” she said. Some 212 people crossed each winter day."""

CORREO = """El transbordador de Rowan Sound dejará de navegar de noviembre a marzo, anunció el lunes la naviera.

«Hemos mantenido el barco de invierno con pérdidas durante seis años», afirmó Greta Holm, directora de Sound Lines.

—Nadie nos llamó —lamentó Idris Vane, portavoz de los isleños.

La suspensión empieza el 3 de noviembre y afecta a 212 pasajeros al día."""

COLUMN = """Every winter somebody discovers that islands are surrounded by water.

The pause in sailings, as Sound Lines would have it, may even do some good. “A lifeline is not a line in a ledger,” said Petra Quill, and it scans well, but ledgers are how boats get fuel."""


def make_article(article_id: str, outlet: str, title: str, text: str, **more: object) -> Article:
    """An article of the event, with what the others have in common filled in."""
    return Article(
        article_id=article_id,
        outlet=outlet,
        url=f"http://{outlet}.example/{article_id}",
        requested=f"http://{outlet}.example/{article_id}",
        title=title,
        text=text,
        text_sha256=fingerprint(text),
        retrieved="2026-10-12T08:00:00+00:00",
        **{"language": "en", "kind": "news", "published": "2026-10-05T09:30:00+01:00", **more},
    )


ARTICLES = (
    make_article("post-1", "post", "Winter ferry to stop in November", POST),
    make_article("post-2", "post", "Let the boat rest", COLUMN, kind="opinion",
                 published="2026-10-08T06:00:00+01:00"),
    make_article("strait-1", "strait", "‘Nobody rang us’: islanders lose their winter boat", STRAIT,
                 published=None),
    make_article("correo-1", "correo", "El barco de invierno se detiene", CORREO, language="es"),
)  # fmt: skip

OUTLETS = (
    Outlet("post", "The Rowan Post", "http://post.example", "en"),
    Outlet("strait", "Sound and Strait Weekly Advertiser", "http://strait.example", "en"),
    Outlet("correo", "El Correo", "http://correo.example", "es"),
    Outlet("gull", "The Gull", "http://gull.example", "en"),
    Outlet("beacon", "Beacon Online", "http://beacon.example", "en"),
)

SIDES = (
    Side("line", "The ferry company", (
        Actor("greta-holm", "Greta Holm", titles=("managing director",)),
        Actor("sound-lines", "Sound Lines", kind="body", aliases=("the company",)),
    )),
    Side("islanders", "The islanders", (Actor("idris-vane", "Idris Vane"),)),
    Side("county", "The county", (Actor("petra-quill", "Petra Quill", titles=("councillor",)),)),
)  # fmt: skip

CONCEPTS = (
    Concept("stop", "What happens to the boat", ("stop", "scrapped", "pause", "suspensión")),
    Concept("winter-boat", "The boat", ("winter ferry", "winter boat", "barco de invierno")),
)

EVENT = Event(
    id="ferry",
    title="The winter ferry",
    since="2026-10-01",
    until="2026-10-14",
    sides=SIDES,
    concepts=CONCEPTS,
    outlets=OUTLETS,
    articles=ARTICLES,
    coverage=Coverage(urls=(Address("post", "http://post.example/ferry"),
                             Address("beacon", "http://beacon.example/ferry"))),
    failures=(Failure("gull", "http://gull.example/ferry", "fetch", "http_402",
                      "asks for a subscription"),),
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A quote marked by its words; the places are found in the text."""

    article: str
    words: str | tuple[str, ...]
    speaker: str | None
    source: str | None
    cue: str | None
    kind: str = "direct"
    p: float = 0.97
    utterance: str | None = None
    relation: str = "verbatim"
    method: str = "cue_and_name"


SAID = (
    Said("post-1", "will not sail between November and March", "Sound Lines", "its owners", "said",
         "indirect", 0.8),
    Said("post-1", "We have run the winter boat at a loss for six years, and we cannot ask the "
         "summer to pay for it again", "Greta Holm", "Greta Holm, the managing director of Sound "
         "Lines", "said", utterance="u1"),
    Said("post-1", "that 41 jobs were safe", "Greta Holm", "She", "added", "indirect", 0.78,
         method="pronoun"),
    Said("post-1", "Nobody rang us. We read it on the timetable board at the pier", "Idris Vane",
         "Idris Vane, who speaks for the islanders’ association", "said", utterance="u2"),
    Said("post-1", "My daughter’s school is on the other side.", "Idris Vane", None, None,
         p=0.71, method="follow_on"),
    Said("post-1", "it had not been told before the weekend", None, "The county", "said",
         "indirect", 0.55),
    Said("post-1", "A lifeline is not a line in a ledger", "Petra Quill",
         "Councillor Petra Quill", "said", utterance="u3"),
    Said("post-1", "look at every option, including [a] county boat", "Petra Quill", "she",
         "adding", "mixed", 0.9),
    Said("post-1", "212 people crossed on an average winter day", "the harbour office",
         "the harbour office", "According to", "indirect", 0.66, method="role"),
    Said("post-2", "A lifeline is not a line in a ledger", "Petra Quill", "Petra Quill", "said",
         utterance="u3"),
    Said("strait-1", "Nobody rang us. We read it on the timetable board", "Idris Vane",
         "Idris Vane", "said", utterance="u2", relation="cut"),
    Said("strait-1", "promised a year’s warning", "Idris Vane", "He", "claimed", "mixed", 0.88,
         method="pronoun"),
    Said("strait-1", "We have run the winter boat at a loss for six years", "Greta Holm",
         "Greta Holm", "admitted", utterance="u1", relation="cut"),
    Said("strait-1", "the cut would cost her half her trade", "Maud Perrin", "Maud Perrin, who "
         "bakes for the pier café", "said", "indirect", 0.93),
    Said("strait-1", "They told me, ‘It is only five months’, as if bread could wait",
         "Maud Perrin", "she", "said", p=0.91, method="pronoun"),
    Said("strait-1", "It is only five months", "Sound Lines", "They", "told", p=0.41,
         method="nested"),
    Said("correo-1", "Hemos mantenido el barco de invierno con pérdidas durante seis años",
         "Greta Holm", "Greta Holm, directora de Sound Lines", "afirmó", utterance="u1",
         relation="translation"),
    Said("correo-1", "Nadie nos llamó", "Idris Vane", "Idris Vane, portavoz de los isleños",
         "lamentó", p=0.86, utterance="u2", relation="translation"),
)  # fmt: skip


def place(text: str, words: str, *, near: int = 0) -> Span:
    """Where the words stand, at the place nearest to `near`; the words must be there."""
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    assert starts, words
    start = min(starts, key=lambda i: abs(i - near))
    return Span(start, start + len(words))


def make_quote(said: Said, text: str) -> Quote:
    """The quote as a record."""
    words = (said.words,) if isinstance(said.words, str) else said.words
    spans = tuple(place(text, w) for w in words)
    near = spans[-1].end
    return Quote(
        kind=said.kind,  # type: ignore[arg-type]
        spans=spans,
        source=place(text, said.source, near=near) if said.source else None,
        cue=place(text, said.cue, near=near) if said.cue else None,
        speaker=said.speaker,
        p_speaker=said.p,
        candidates=(Candidate(said.speaker, said.p),) if said.speaker else (),
        method=said.method,
    )


def quotes_of(article: Article) -> list[Quote]:
    """The quotes of one article, in the order of its text."""
    found = [make_quote(s, article.text) for s in SAID if s.article == article.article_id]
    return sorted(found, key=lambda q: (q.start, -q.end))


MENTIONED = (
    ("post-1", "will not sail", "stop"), ("post-1", "end on", "stop"),
    ("post-1", "winter boat", "winter-boat"), ("post-2", "pause in sailings", "stop"),
    ("strait-1", "scrapped", "stop"), ("strait-1", "end of sailings", "stop"),
    ("strait-1", "winter ferry", "winter-boat"), ("strait-1", "winter boat", "winter-boat"),
    ("correo-1", "suspensión", "stop"), ("correo-1", "barco de invierno", "winter-boat"),
)  # fmt: skip


def mentions_of(article: Article) -> list[Mention]:
    """The mentions of concepts in one article, and its first mention of each actor."""
    text = article.text
    concepts = [
        Mention(place(text, words), concept=concept)
        for at, words, concept in MENTIONED
        if at == article.article_id
    ]
    actors = [
        Mention(place(text, actor.name), actor=actor.id, side=side.id)
        for actor, side in EVENT.actors()
        if actor.name in text
    ]
    return sorted([*concepts, *actors], key=lambda m: m.span)


def framing_of(article: Article) -> list[FramingTerm]:
    """The framing terms of one article: its scare quotes, telling verbs and attributes."""
    text = article.text
    listed: Iterable[tuple[str, str, str, str | None, str | None]] = (
        ("strait-1", "scare_quote", "seasonal rest", None, None),
        ("strait-1", "verb", "admitted", "line", "concede"),
        ("strait-1", "verb", "claimed", "islanders", "doubt"),
        ("correo-1", "verb", "lamentó", "islanders", "manner"),
        ("strait-1", "attribute", "stranded", "islanders", None),
        ("post-1", "attribute", "who speaks for the islanders’ association", "islanders", None),
    )
    return [
        FramingTerm(kind, place(text, words), words, side=side, verb_class=verb_class)  # type: ignore[arg-type]
        for at, kind, words, side, verb_class in listed
        if at == article.article_id
    ]


PARTICULARS = (
    ("212", "number", "post-1", "212"), ("212", "number", "strait-1", "212"),
    ("212", "number", "correo-1", "212"), ("3 November", "date", "post-1", "3 November"),
    ("3 November", "date", "correo-1", "3 de noviembre"), ("41", "number", "post-1", "41"),
    ("Greta Holm", "person", "post-1", "Greta Holm"),
    ("Greta Holm", "person", "strait-1", "Greta Holm"),
    ("Greta Holm", "person", "correo-1", "Greta Holm"),
    ("Maud Perrin", "person", "strait-1", "Maud Perrin"),
)  # fmt: skip
