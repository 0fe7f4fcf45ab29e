"""One utterance in all its versions: what each outlet prints of the fullest, word by word.

The fullest version is the longest that we have; outlets may not have heard more than they print.
A version is drawn twice: small, as a bar of the fullest version's length (solid where its words
are, a thin line where they are missing, hollow where others stand in their place), and large, as
the words themselves (`comparing`). A translation is never measured word by word: it stands beside
the fullest version passage by passage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup, escape

from toolkit.compare.said import SENTENCE_END, Said, read_said
from toolkit.compare.versions.printed import read_printed
from toolkit.compare.versions.relations import lay
from toolkit.compare.versions.steps import Step, steps_of
from toolkit.compare.wording import keys, marked_runs, told_words
from toolkit.errors import UsageError
from toolkit.languages import get_language, is_known
from toolkit.model import Article, Event, read_spans
from toolkit.show import palette, wording
from toolkit.show.asking import Answer, answers_to
from toolkit.show.comparing import Foreign, draw_bar, draw_steps, lay_translation, tell
from toolkit.show.phrases import say
from toolkit.show.reading import optional

#: Opening and closing marks in which languages without a file print what is said.
MARKS = {"fr": ("«", "»"), "it": ("«", "»"), "de": ("„", "“")}


@dataclass(frozen=True, slots=True)
class Version:
    """One outlet's version of an utterance, ready for the template."""

    outlet: str
    outlet_name: str
    day: str
    relation: str
    told: str
    language: str
    words: Markup
    beside: Foreign | None
    source: str
    cue: str
    bar: Markup
    p_same: float | None
    quote_id: str
    ops: frozenset[str]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing said once, its fullest version first."""

    id: str
    speaker: str
    marker: Markup
    words: str
    language: str
    fullest_name: str
    versions: tuple[Version, ...]
    answers: tuple[Answer, ...]

    @property
    def outlets(self) -> list[str]:
        """The ids of the outlets that report it, each once."""
        return list(dict.fromkeys(v.outlet for v in self.versions))

    @property
    def ops(self) -> frozenset[str]:
        """What became of words in any version: what the legend must explain."""
        return frozenset(op for version in self.versions for op in version.ops)

    @property
    def doubt(self) -> str:
        """How sure the program is that the versions are of one utterance."""
        parts: list[str] = []
        named = Counter(version.outlet for version in self.versions[1:])
        for version in self.versions[1:]:
            if version.p_same is not None:
                across = version.relation == "translation"
                which = f" ({version.relation})" if named[version.outlet] > 1 else ""
                note = " (matched by meaning, not translated by us)" if across else which
                sure = " sure" if not parts else ""
                percent = wording.percent(min(version.p_same, wording.SUREST))
                parts.append(f"{percent}{sure} of {version.outlet_name}{note}")
        if not parts:
            return ""
        return f"Are these one utterance? The program is {wording.listing(parts)}."


def prepare_versions(
    utterance_id: str, utterances: pd.DataFrame, quotes: pd.DataFrame, event: Event
) -> Utterance:
    """Lay the versions of one utterance beside its fullest.

    `utterances` and `quotes` are the tables of those names; the fullest version is the first of
    the utterance's rows. Raises UsageError for an unknown utterance.
    """
    rows = utterances[utterances["utterance_id"] == utterance_id]
    if rows.empty:
        known = ", ".join(map(str, utterances["utterance_id"].unique()[:5]))
        raise UsageError(f"utterance '{utterance_id}' is not in the table; it begins {known}")
    by_id = quotes.drop_duplicates("quote_id").set_index("quote_id")
    said = [(row, by_id.loc[row["quote_id"]]) for _, row in rows.iterrows()]
    first_row, first = said[0]
    article = event.article(str(first["article_id"]))
    fullest = read_said(first.to_dict() | {"quote_id": first_row["quote_id"]}, article)
    look = palette.look_of(first_row["side"], [s.id for s in event.sides])
    return Utterance(
        id=utterance_id,
        speaker=optional(first_row["speaker"]) or say("no_speaker"),
        marker=Markup(palette.draw_marker(look)),
        words=_at_issue(utterances, [quote for _, quote in said], article),
        language=article.language,
        fullest_name=event.outlet_name(article.outlet),
        versions=tuple(_version(row, quote, fullest, event) for row, quote in said),
        answers=answers_to([row for row, _ in said], event),
    )


def _at_issue(utterances: pd.DataFrame, quotes: Sequence[pd.Series], article: Article) -> str:
    """The words that name an utterance: those of its fullest version.

    A quote that runs two utterances together is perhaps the fullest version of both; each is then
    named by the sentence of it that others print.
    """
    first, *others = quotes
    words = shown_words(first, article.text, article.language)
    opening, closing = marks_of(article.language)
    pieces = shown_pieces(first, article.text)
    sentences = [part for piece in pieces for part in SENTENCE_END.split(piece)]
    if (utterances["quote_id"] == first.name).sum() < 2 or len(sentences) < 2:
        return words
    printed = [set(keys(str(quote["content"]), article.language)) for quote in others]

    def repeated(sentence: str) -> float:
        own = set(keys(sentence, article.language))
        return sum(len(own & other) for other in printed) / max(1, len(own))

    best = max(sentences, key=repeated)
    return words if best == sentences[0] else f"{opening}… {best.rstrip(',')}{closing}"


def shown_pieces(quote: pd.Series, text: str) -> list[str]:
    """The stretches that an outlet prints in quote marks; none of an indirect quote.

    An interrupted quote ("..." she said, "...") has one for each part.
    """
    spans = optional(quote.get("spans"))
    parts = [span.of(text) for span in read_spans(spans)] if spans else [str(quote["content"])]
    runs = (run for part in parts for run in marked_runs(str(quote["kind"]), part))
    # After a dash the full stop of the narration may have come with the words.
    return [piece for run in runs if (piece := run.strip().lstrip(".,;: "))]


def shown_words(quote: pd.Series, text: str, language: str) -> str:
    """What an outlet prints in quote marks, in those of its language; else all, without marks."""
    opening, closing = marks_of(language)
    pieces = shown_pieces(quote, text)
    if not pieces:
        return told_words(str(quote["content"]), optional(quote.get("cue")), language)
    *others, last = pieces
    return " ".join(f"{opening}{p}{closing}" for p in [*others, last.rstrip(",")])


def marks_of(language: str) -> tuple[str, str]:
    """The opening and the closing mark in which a language prints what is said."""
    if is_known(language):
        return get_language(language).marks
    return MARKS.get(language.partition("-")[0], ("“", "”"))


def _version(row: pd.Series, quote: pd.Series, fullest: Said, event: Event) -> Version:
    article = event.article(str(quote["article_id"]))
    said = read_said(quote.to_dict() | {"quote_id": row["quote_id"]}, article)
    relation, is_fullest = str(row["relation"]), said.quote_id == fullest.quote_id
    compared = not is_fullest and relation not in ("paraphrase", "translation")
    steps: list[Step] = []
    if compared:
        laid = lay(read_printed(fullest), read_printed(said), article.language)
        steps = steps_of(laid)
    translated = relation == "translation" and not is_fullest
    return Version(
        outlet=article.outlet,
        outlet_name=event.outlet_name(article.outlet),
        day=wording.short_day(article.published),
        relation=relation,
        told="fullest version" if is_fullest else tell(relation, steps),
        language=article.language,
        words=_drawn(quote, steps, article)
        if steps
        else escape(shown_words(quote, article.text, article.language)),
        beside=lay_translation(fullest, said, marks_of(article.language)) if translated else None,
        source=optional(quote.get("source")) or say("not_named.here"),
        cue=optional(quote.get("cue")) or say("no_verb"),
        bar=draw_bar(relation, steps, article.language),
        p_same=None if pd.isna(row["p_same"]) else float(row["p_same"]),
        quote_id=str(row["quote_id"]),
        ops=frozenset({s.place if s.place == "beyond" else s.op for s in steps}),
    )


def _drawn(quote: pd.Series, steps: Sequence[Step], article: Article) -> Markup:
    """The steps as the outlet prints them: in marks only where it prints marks."""
    words = draw_steps(steps)
    if shown_pieces(quote, article.text):
        return _in_marks(words, article.language)
    content = str(quote["content"])
    if told_words(content, optional(quote.get("cue")), article.language) != content:
        return Markup("{} {}").format(str(quote["cue"]), words)
    return words


def _in_marks(words: Markup, language: str) -> Markup:
    opening, closing = marks_of(language)
    return Markup("{}{}{}").format(opening, words, closing)
