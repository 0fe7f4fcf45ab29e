"""Raw texts to columns of counts, so that labels and quotes can stand in a scikit-learn pipeline.

A column is a name that a reader can look up: ``closure=shutdown``, ``verb=neutral``. What a
classifier learns from such columns says how well texts can be told apart by them, in these texts;
which of them differ beyond chance is for ``measures.terms`` and whole articles dealt anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from toolkit.compare.tallies import NO_SIDE, plain_label
from toolkit.errors import UsageError
from toolkit.extract.framing import find_framing
from toolkit.extract.naming import find_mentions
from toolkit.extract.tabulation import quotes_of
from toolkit.model import Article, Event, Quote, fingerprint

#: What `QuoteVectorizer` can count.
COUNTED = ("kind", "verb_class", "speaker", "side")


class _TextVectorizer(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Texts in, a sparse matrix of counts out; the columns are those met when it was fitted."""

    def fit(self, X: Iterable[str], y: Any = None) -> Any:  # noqa: ARG002, N803
        """Learn the columns from texts; `y` is ignored."""
        self._learn(self._counted(X))
        return self

    def fit_transform(self, X: Iterable[str], y: Any = None) -> sparse.csr_array:  # noqa: ARG002, N803
        """`fit` and `transform`, each text read once."""
        counted = self._counted(X)
        self._learn(counted)
        return self._matrix(counted)

    def transform(self, X: Iterable[str]) -> sparse.csr_array:  # noqa: N803
        """Count the learned columns in texts; what was not met when fitting is left out."""
        check_is_fitted(self, "columns_")
        return self._matrix(self._counted(X))

    def get_feature_names_out(self, input_features: Any = None) -> NDArray[np.object_]:  # noqa: ARG002
        """The names of the columns; `input_features` is ignored, the input being texts."""
        check_is_fitted(self, "columns_")
        return np.array(self.columns_, dtype=object)

    def _learn(self, counted: Sequence[Mapping[str, int]]) -> None:
        self.columns_ = sorted(set().union(*counted))

    def _counted(self, texts: Iterable[str]) -> list[Mapping[str, int]]:
        if isinstance(texts, str):
            raise ValueError("a list of texts is expected, not one text")
        return [self._count(_article(text, self.language)) for text in texts]

    def _count(self, article: Article) -> Mapping[str, int]:
        raise NotImplementedError

    def _matrix(self, counted: Sequence[Mapping[str, int]]) -> sparse.csr_array:
        place = {name: n for n, name in enumerate(self.columns_)}
        cells = [
            (row, place[name], count)
            for row, counts in enumerate(counted)
            for name, count in counts.items()
            if name in place
        ]
        row, column, count = np.array(cells, np.int64).reshape(-1, 3).T
        return sparse.csr_array((count, (row, column)), (len(counted), len(place)))

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.transformer_tags.preserves_dtype = []  # counts are whole numbers
        return tags


class LabelVectorizer(_TextVectorizer):
    """Counts what each thing of an event is called: a column ``concept=label`` for each label met.

    event: whose actors and concepts are looked for. language: of the texts. said: "own" counts the
    outlet's own words, "quoted" those inside quotes, "all" both.

    >>> from toolkit.model import Concept
    >>> event = Event("ferry", "The ferry", concepts=(Concept("end", "", ("closure", "pause")),))
    >>> labels = LabelVectorizer(event)
    >>> labels.fit_transform(["The closure came.", "A pause, then a pause."]).toarray().tolist()
    [[1, 0], [0, 2]]
    >>> labels.get_feature_names_out().tolist()
    ['end=closure', 'end=pause']

    Does not show: labels that no term of the event leads to. That texts can be told apart by a
    label is no finding about outlets; permutation of articles decides.
    """

    def __init__(self, event: Event | None = None, *, language: str = "en", said: str = "all"):
        self.event = event
        self.language = language
        self.said = said

    def _count(self, article: Article) -> Mapping[str, int]:
        if self.said not in ("own", "quoted", "all"):
            raise UsageError(f"said '{self.said}': labels are 'own', 'quoted' or 'all'")
        event = self.event or Event("texts", "")
        held = [] if self.said == "all" else [s for q in quotes_of(article, event) for s in q.spans]
        return Counter(
            f"{m.concept or m.actor}={plain_label(m.span.of(article.text), self.language)}"
            for m in find_mentions(article, event)
            if self.said == "all"
            or any(s.contains(m.span) for s in held) == (self.said == "quoted")
        )


class QuoteVectorizer(_TextVectorizer):
    """Counts quoted words by kind, by speaker and by side, and reporting verbs by class.

    count: which of "kind" (words of direct, mixed and indirect quotes), "verb_class" (verbs),
    "speaker" (words of speakers found and not found), "side" (words of each side of the event).
    event: whose actors and sides are looked for, if any. language: of the texts.

    >>> quotes = QuoteVectorizer(count=("kind",))
    >>> quotes.fit_transform(["“We will stay here,” said Lena Ortiz."]).toarray().tolist()
    [[4]]
    >>> quotes.get_feature_names_out().tolist()
    ['words=direct']

    Does not show: how sure the program is of a quote or a speaker; ``measures.voice`` does.
    """

    def __init__(
        self,
        event: Event | None = None,
        *,
        language: str = "en",
        count: Sequence[str] = ("kind", "verb_class", "speaker"),
    ):
        self.event = event
        self.language = language
        self.count = count

    def _count(self, article: Article) -> Mapping[str, int]:
        for name in self.count:
            if name not in COUNTED:
                raise UsageError(f"count '{name}': quotes are counted by {', '.join(COUNTED)}")
        event = self.event or Event("texts", "")
        quotes = [q for q in quotes_of(article, event) if q.inside is None]
        counts: Counter[str] = Counter()
        for quote in quotes:
            words = len(quote.content(article.text).split())
            counts.update(dict.fromkeys(self._names(quote, event), words))
        if "verb_class" in self.count:
            terms = find_framing(article, quotes, event)
            counts.update(f"verb={t.verb_class}" for t in terms if t.verb_class)
        return counts

    def _names(self, quote: Quote, event: Event) -> list[str]:
        named = {
            "kind": f"words={quote.kind}",
            "speaker": "speaker=found" if quote.speaker else "speaker=not found",
            "side": f"side={event.side_of(quote.speaker) or NO_SIDE}",
        }
        return [name for what, name in named.items() if what in self.count]


def _article(text: Any, language: str) -> Article:
    if not isinstance(text, str):
        raise ValueError(f"texts are strings, not {type(text).__name__}")
    # An article has words; an empty text has none to count.
    return Article("text", "text", "", "", "", text or ".", language, fingerprint(text))
