"""Why the program thinks that *she* said it: the rule in words, and what spoke for her and against.

The rule is the quote's `method`; `METHODS` puts each step of it into plain English. What spoke for
a source is read off the ranker's trees: on the way from a tree's root to its leaf each split moves
the score, and the move belongs to the feature that was split on (Saabas 2014). Added up over all
trees, and over the columns that say one thing in several ways (`REASONS`), these moves are the
score, less the same constant for every candidate. Nothing is fitted here, and `find_quotes` does
not wait for it: reasons are worked out when somebody asks, and remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from toolkit.extract.candidates import Phrase
from toolkit.extract.drafts import Draft
from toolkit.extract.learned import read_tagged
from toolkit.extract.quotation import Extractor, find_quotes
from toolkit.extract.ranking import FEATURES, RULES
from toolkit.extract.rules import Reader
from toolkit.extract.trees import Matrix, Trees, load_trees
from toolkit.languages import Language, get_language
from toolkit.model import Quote, Span

#: The plain words for each step of a method: how words were tied to a source, how the source was
#: followed to a name, how the name was matched with an actor of the event.
METHODS: Mapping[str, Mapping[str, str]] = {
    "attribution": {
        "source_then_cue": "after the words come the speaker and a verb of saying",
        "cue_then_source": "after the words come a verb of saying and the speaker",
        "source_before_cue": "the speaker and a verb of saying stand before the words",
        "cue_alone": "a verb of saying stands beside the words, and nobody with it",
        "no_cue": "no verb of saying goes with the words",
        "block": "the words are a paragraph of their own, after a quotation",
        "follow_on": "the words go on from the quotation before them",
        "announced": "the paragraph before announces the words",
        "according_to": "“according to” or its like goes with the words",
        "passive_by": "a verb of saying in the passive names who spoke (“was told by”)",
        "unlisted_verb": "a verb that our list lacks stands where a verb of saying would",
        "trailing": "a verb of saying follows later in the sentence",
        "inserted": "the speaker and a verb of saying stand amid the words, between commas",
        "colon": "a name stands before a colon, and the words after it",
        "opinion": "“for” or its like opens the sentence, and says whose view the words are",
        "label": "a name before a colon says who speaks, as in a transcript",
        "question": "the line is marked as a question",
        "answer": "the line is marked as an answer",
        "turn": "the line is a turn in a conversation",
        "post": "the words are a post, and its account says whose",
        "signature": "the words are signed with a name",
        "nested": "the words are a quotation within a quotation",
        "tagged": "a reader trained on marked news takes the words for somebody’s",
        "ranked": "of all candidates this one is likeliest, though the rules point elsewhere",
    },
    "resolution": {
        "name": "the source is a name",
        "short_name": "the name is short for one that the article gives in full",
        "shared_surname": "two people here share the surname, and the one named last is taken",
        "as_printed": "the source is left as the article words it",
        "pronoun": "the pronoun is taken for the likeliest person named before",
        "plural_pronoun": "“they” is taken for the likeliest body or group named before",
        "it": "“it” is taken for the likeliest body named before",
        "relative": "“who” stands for the person named right before",
        "role": "somebody in the article bears this role",
        "role_again": "the role is that of somebody whom the article never names",
        "body_again": "the words mean the body named last that they fit",
        "apposition": "the role stands beside a name",
        "epithet": "a word for a person is taken for the person whom the paragraph is about",
        "relayed": "whoever passes the words on names somebody else as their speaker",
        "role_of_last_speaker": "the role is taken for whoever spoke last",
        "role_of_nearest": "the role is taken for the nearest person named",
        "dropped_subject": "the verb has no subject, and whoever is being spoken of is taken",
        "issuer": "the document is taken for whoever gave it out",
        "last_body": "“they” is taken for the body that spoke last",
        "body_before": "“it” is taken for the body named before",
        "no_source": "no words name a speaker",
        "unnamed": "no words name a speaker",
        "unknown_dropped_subject": "the verb has no subject, and nobody before fits",
    },
    "actor": {
        "name": "the event’s file lists the name",
        "alias": "the event’s file lists it as another name",
        "surname": "the event’s file has one person of that surname",
        "shared_surname": "the event’s file has several people of that surname",
        "title": "the event’s file gives this title to one person",
        "title_and_name": "the event’s file lists the title with the name",
        "acronym": "it is the short form of a body in the event’s file",
    },
}  # fmt: skip
_STEPS = tuple(METHODS)
_PREFIXES = {
    "indirect_": "without quote marks", "inserted_": "inserted between dashes",
    "contested_": "with somebody else nearly as likely",
}  # fmt: skip
_UNKNOWN = "unknown_", "the article does not show who is meant"

#: A reason that moves the log-odds by less says nothing.
LEAST = 0.2
MOST_FOR, MOST_AGAINST = 3, 1
#: From this probability on the tagger takes words for a source.
SPEAKS = 0.5


def explain_method(method: str) -> str:
    """The steps of a method in plain words; a step that no table knows is printed as it is.

    >>> explain_method("cue_then_source+short_name")
    'after the words come a verb of saying and the speaker; the name is short for one that the
    article gives in full'
    >>> explain_method("indirect_according_to+as_printed").partition("; ")[0]
    'without quote marks: “according to” or its like goes with the words'
    """
    return "; ".join(dict.fromkeys(_step(n, part) for n, part in enumerate(method.split("+"))))


def _step(number: int, part: str) -> str:
    table = METHODS[_STEPS[min(number, len(_STEPS) - 1)]]
    if part in table:
        return table[part]
    for prefix, words in _PREFIXES.items():
        if part.startswith(prefix):
            return f"{words}: {_step(number, part.removeprefix(prefix))}"
    unknown, words = _UNKNOWN
    return words if part.startswith(unknown) else part.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was known of a source when it was ranked: its features by name, and its cue's words."""

    known: Mapping[str, float]
    cue: str | None = None

    def __getitem__(self, name: str) -> float:
        return self.known[name]

    def any(self, *names: str) -> bool:
        """Whether one of the features is there at all."""
        return any(self.known[name] > 0 for name in names)


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that is true of a source, and how far it moved the score (log-odds, signed)."""

    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Why:
    """Why a quote has its source: the method and its words, and the reasons, weightiest first.

    `source` is the words in question; `reasons` is empty where no model was asked.
    """

    spans: tuple[Span, ...]
    source: str | None
    method: str
    rule: str
    reasons: tuple[Reason, ...] = ()

    def speaks_for(self, most: int = MOST_FOR) -> tuple[Reason, ...]:
        """The weightiest reasons for the source."""
        return tuple(r for r in self.reasons if r.weight >= LEAST)[:most]

    def speaks_against(self, most: int = MOST_AGAINST) -> tuple[Reason, ...]:
        """The weightiest reasons against it."""
        return tuple(r for r in self.reasons if r.weight <= -LEAST)[:most]


def find_reasons(
    text: str, language: str = "en", *, extractor: str | Extractor = "learned"
) -> tuple[Why, ...]:
    """Find why each quote of one text has its source: one `Why` a quote, as `find_quotes` has them.

    Parameters: as those of ``find_quotes``. With an extractor that no model stands behind, the
    rule is the only reason.

    >>> text = "“We will stay,” said Lena Ortiz, who rakes salt. “All of us.”"
    >>> [why] = find_reasons(text)
    >>> why.source, why.rule
    ('Lena Ortiz', 'after the words come a verb of saying and the speaker; the source is a name')
    >>> "it stands in the same sentence" in [reason.words for reason in why.speaks_for()]
    True

    Does not show: whether the source is right; how the article's other readers would decide. The
    reasons are the model's, and say how it came to its answer, not why people speak.
    Source: Saabas 2014, "Interpreting random forests"; contributions depend on the order of splits.
    """
    if callable(extractor):
        quotes = find_quotes(text, language, extractor=extractor)
        return tuple(_why(quote, text) for quote in quotes)
    return _remembered(text, get_language(language).code, extractor)


@lru_cache(maxsize=512)
def _remembered(text: str, code: str, extractor: str) -> tuple[Why, ...]:
    quotes = find_quotes(text, code, extractor=extractor)
    ask = ASKED_OF.get(extractor)
    asked = ask(quotes, text, get_language(code)) if ask else [None] * len(quotes)
    return tuple(_why(quote, text, known) for quote, known in zip(quotes, asked, strict=True))


def _why(quote: Quote, text: str, asked: Asked | None = None) -> Why:
    source = quote.source.of(text) if quote.source else None
    reasons = weigh(asked, load_trees("ranker")) if asked else ()
    return Why(quote.spans, source, quote.method, explain_method(quote.method), reasons)


def ask_ranker(quotes: Sequence[Quote], text: str, language: Language) -> list[Asked | None]:
    """What the ranker knew of the source of each quote; None where it was not asked."""
    reading = read_tagged(Reader(text, language))
    reader, drafts, ranker = reading.reader, reading.drafts, reading.ranker()
    settings = {
        tuple(draft.spans): ranker.setting(draft, before)
        for draft, before in zip(drafts, [None, *drafts], strict=False)
        if not draft.settled
    }
    phrases = {d.source.span: _home(d, d.source, reader) for d in drafts if d.source}
    phrases |= {p.span: (n, p) for n, found in enumerate(ranker.unlisted) for p in found}
    phrases |= {p.span: (n, p) for n, par in enumerate(reader.paragraphs) for p in par.phrases}
    found: list[Asked | None] = []
    for quote in quotes:
        setting, place = settings.get(quote.spans), phrases.get(quote.source or Span(0, 0))
        if setting is None or place is None:
            found.append(None)
            continue
        row = ranker.features(setting, *place)
        beside = ranker.beside[place[0]].get(place[1].first)
        cue = beside[0].span.of(text) if beside else None
        found.append(Asked(dict(zip(FEATURES, row, strict=True)), cue))
    return found


def _home(draft: Draft, source: Phrase, reader: Reader) -> tuple[int, Phrase]:
    """A source that a rule made up of common words, with the number of its paragraph."""
    at = [n for n, p in enumerate(reader.paragraphs) if p.span.contains(source.span)]
    return (at or [draft.paragraph])[0], source


#: What the model behind an extractor knew; an extractor that is not here has its rule alone.
ASKED_OF: Mapping[str, Callable[[Sequence[Quote], str, Language], list[Asked | None]]] = {
    "learned": ask_ranker
}


def contributions(trees: Trees, row: Matrix) -> NDArray[np.float64]:
    """How far each column of a row moved the sum of the trees; one value a column."""
    moved = np.zeros(len(row))
    at = trees.roots
    for _ in range(trees.depth):
        column = trees.feature[at]
        goes_left = row[column] <= trees.threshold[at]
        then = np.where(goes_left, trees.left[at], trees.right[at])
        np.add.at(moved, column, trees.value[then].astype(float) - trees.value[at])
        at = then
    return moved


def weigh(asked: Asked, trees: Trees) -> tuple[Reason, ...]:
    """The columns of a source put together into reasons, the weightiest first."""
    row = np.array([asked[name] for name in FEATURES], np.float32)
    moved = dict(zip(FEATURES, contributions(trees, row), strict=True))
    weights: dict[str, float] = {}
    for columns, words_of in REASONS.values():
        words = words_of(asked)  # two reasons in the same words are one
        weights[words] = weights.get(words, 0.0) + sum(float(moved[name]) for name in columns)
    ordered = sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0]))
    return tuple(Reason(words, round(weight, 3)) for words, weight in ordered)


# -- the reasons in words: what is true of the source, whichever way it counted ------------------

_NO_CUE = "no verb of saying stands beside it"


def _of_choice(asked: Asked) -> str:
    if asked["rule_chose"]:
        return "the rules point to it"
    return (
        "the rules point to nobody" if asked["rule_chose_nobody"] else "the rules point elsewhere"
    )


def _of_cue(asked: Asked) -> str:
    return f"“{asked.cue}” stands beside it" if asked.cue else _NO_CUE


def _of_cue_side(asked: Asked) -> str:
    if not asked.cue:
        return _NO_CUE
    if not asked.any("cue_after_quote", "cue_before_quote"):
        return f"“{asked.cue}” stands in the paragraph before"
    side = "after" if asked["cue_after_quote"] else "before"
    that = ", and “that” comes after it" if asked["cue_that"] else ""
    return f"“{asked.cue}” stands {side} the words{that}"


def _of_cue_order(asked: Asked) -> str:
    if not asked.cue:
        return _NO_CUE
    nearer = "another" if asked["cues_between"] else "no other"
    return f"{nearer} verb of saying stands between “{asked.cue}” and the words"


def _of_cue_class(asked: Asked) -> str:
    if not asked.cue:
        return _NO_CUE
    if asked["cue_weak"]:
        return f"“{asked.cue}” need not mean saying"
    kind = "a plain word for saying" if asked["cue_neutral"] else "no plain word for saying"
    return f"“{asked.cue}” is {kind}"


def _of_sentence(asked: Asked) -> str:
    if asked["same_sentence"]:
        return "it stands in the same sentence"
    if asked["side"]:
        return "it stands in another sentence of the paragraph"
    where = "last sentence of the paragraph" if asked["near_sentence"] else "paragraph"
    return f"it stands in the {where} before"


def _of_distance(asked: Asked) -> str:
    words, side = int(asked["distance"]), "after" if asked["side"] > 0 else "before"
    if not words:
        return f"it stands right {side} the quotation"
    often = {1: "one word", 60: "60 words or more"}.get(words, f"{words} words")
    return f"it stands {often} {side} the quotation"


def _of_between(asked: Asked) -> str:
    if asked["marks_between"]:
        return "other quoted words stand between"
    if asked["others_between"]:
        return "somebody or something else is named between"
    return "nobody else is named between"


def _of_last_quote(asked: Asked) -> str:
    if asked.any("source_of_last_quote", "head_of_last_quote"):
        return "the quotation before has the same source"
    if asked["last_quote_here"]:
        return "the quotation before, in this paragraph, has another source"
    return "no quotation before it in this paragraph"


def _of_kind(asked: Asked) -> str:
    kinds = {
        "name": "a name", "pronoun": "a pronoun", "role": "a role, not a name",
        "body": "a body, not a person", "document": "a document, not a person",
    }  # fmt: skip
    kind = next((words for kind, words in kinds.items() if asked[kind]), "none of our kinds")
    return f"it is {kind}{' with a title' if asked['titled'] and asked['name'] else ''}"


def _of_naming(asked: Asked) -> str:
    times = int(asked["times_named"])
    often = {0: "not counted", 1: "once", 2: "twice", 10: "ten times or more"}
    return f"it is named {often.get(times, f'{times} times')} in the article"


def _of_grammar(asked: Asked) -> str:
    if asked["possessive"]:
        return "it is a possessive"
    if asked["oblique"]:
        return "it stands after a preposition"
    if asked.any("leads", "opens_sentence"):
        return "it leads its sentence"
    return "it follows a verb" if asked["after_verb"] else "it does not lead its sentence"


def _of_marks(asked: Asked) -> str:
    if asked["direct"]:
        return "the words stand in quote marks"
    return f"the words stand {'without' if asked['indirect'] else 'partly in'} quote marks"


def _of_length(asked: Asked) -> str:
    words = int(asked["quote_words"])
    often = {1: "one word", 40: "40 words or more"}.get(words, f"{words} words")
    return f"the quotation {'opens with' if asked['quote_spans'] > 1 else 'has'} {often}"


def _of_tagger(asked: Asked) -> str:
    if asked["tagged_source"] >= SPEAKS:
        return "its words and place are like those of a source in marked news"
    return "its words and place are unlike those of a source in marked news"


#: For each reason the columns that belong to it, and its words for a source.
REASONS: Mapping[str, tuple[tuple[str, ...], Callable[[Asked], str]]] = {
    "choice": (
        ("rule_chose", "rule_chose_nobody", *(f"rule_{rule}" for rule in RULES)), _of_choice
    ),
    "cue": (("cue", "cue_first", "cue_distance", "cue_of_rule"), _of_cue),
    "cue side": (
        ("cue_after_quote", "cue_before_quote", "cue_that", "cue_marks"), _of_cue_side
    ),
    "cue order": (("cues_earlier", "cues_between"), _of_cue_order),
    "cue class": (("cue_weak", "cue_neutral", "cue_argues"), _of_cue_class),
    "sentence": (("same_sentence", "near_sentence"), _of_sentence),
    "distance": (("side", "distance"), _of_distance),
    "between": (("marks_between", "commas_between", "others_between"), _of_between),
    "last quote": (
        ("source_of_last_quote", "head_of_last_quote", "last_quote_here"), _of_last_quote
    ),
    "kind": (
        ("name", "pronoun", "role", "body", "document", "plural", "definite", "titled"), _of_kind
    ),
    "naming": (("times_named",), _of_naming),
    "grammar": (("oblique", "possessive", "leads", "opens_sentence", "after_verb"), _of_grammar),
    "marks": (("direct", "indirect", "ends_open", "begins_low"), _of_marks),
    "tagger": (
        ("tagged_source", "tagged_lead", "tagged_cue", "tagged_content", "tagged_quote"), _of_tagger
    ),
    "length": (("quote_words", "whole_sentence", "quote_spans"), _of_length),
}  # fmt: skip
