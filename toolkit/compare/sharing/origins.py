"""Origins: what names the source of a text that two articles share, if anything does.

Two texts that are alike do not say which was first. The outlets sometimes do: one credits the
other, or both credit an agency, or a page names as its original address one at the other's site, or
the list of outlets says that one of the two is an agency. Only then is a source named; the rest is
"copied", by whom from whom is not known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from toolkit.compare.sharing.credits import Credit, find_credits
from toolkit.compare.sharing.signatures import UNNAMED
from toolkit.compare.wording import fold
from toolkit.model import ORIGINAL, Article, Event, Outlet

#: How each form of credit is spoken of.
FORMS: Mapping[str, str] = {
    "dateline": " in its dateline", "line": "", "ending": " at its end",
    "copyright": " in its copyright notice", "author": " as its author",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Origin:
    """The source that the evidence names (an outlet's id, an agency, or None), and the evidence."""

    source: str | None
    why: str


@dataclass(frozen=True)
class Origins:
    """What is known of the sources of an event's articles."""

    event: Event

    @cached_property
    def outlets(self) -> Mapping[str, Outlet]:
        """The outlets by id."""
        return {o.id: o for o in self.event.outlets}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The folded names under which an outlet may be credited, to its id."""
        found: dict[str, str] = {}
        for outlet in self.event.outlets:
            name = fold(outlet.name)
            found |= {name: outlet.id, name.removeprefix("the "): outlet.id}
        return found

    @cached_property
    def _credits(self) -> dict[str, tuple[Credit, ...]]:
        return {}

    def credits(self, article: Article) -> tuple[Credit, ...]:
        """Whom an article credits besides its own outlet."""
        known = self._credits
        if article.article_id not in known:
            found = find_credits(article, self.names)
            known[article.article_id] = tuple(c for c in found if c.name != article.outlet)
        return known[article.article_id]

    def of(self, a: Article, b: Article) -> Origin | None:
        """What names the source of the text that two articles share; None where nothing does.

        A source that both lead to, or the other of the two, comes before a third.
        """
        # A credit for this text says more than what an outlet is.
        signs = [*self._credited(a), *self._credited(b), *self._made_to_share(a, b)]
        if not signs:
            return None
        between = {s.source for s in signs if s.source in (a.outlet, b.outlet)}
        if len(between) == 1:
            named = next(iter(between))
        elif between:
            named = None  # each names the other
        else:
            named = _most_named([s.source for s in signs if s.source and s.source != UNNAMED])
        kept = [s.why for s in signs if named is None or s.source == named]
        return Origin(named, "; ".join(dict.fromkeys(kept)))

    def _credited(self, article: Article) -> Iterator[Origin]:
        """What of an article says that its text came from elsewhere."""
        name = self.event.outlet_name(article.outlet)
        host = self._original_host(article)
        found = self._outlet_at(host) if host else None
        if host and found != article.outlet:
            yield Origin(found or host, f"{name} gives an address at {host} as the original")
        for credit in self.credits(article):
            told = self.event.outlet_name(credit.name)
            where = FORMS[credit.form]
            yield Origin(credit.name, f"{name} credits {told}{where} (“{credit.printed}”)")

    def _made_to_share(self, *articles: Article) -> Iterator[Origin]:
        """Which of some articles are made for others to print, or marked as made so."""
        for article in articles:
            name = self.event.outlet_name(article.outlet)
            outlet = self.outlets.get(article.outlet)
            if outlet and outlet.kind == "agency":
                yield Origin(outlet.id, f"{name} is a news agency, whose copy others print")
            elif article.kind == "wire" and not self.credits(article):
                yield Origin(None, f"{name} marks its article as agency copy")

    def _original_host(self, article: Article) -> str | None:
        """The host that a page names as that of the original, where it is not the outlet's own."""
        flagged = next((f for f in article.flags if f.startswith(ORIGINAL)), None)
        if flagged:
            return flagged.removeprefix(ORIGINAL)
        if not article.url or article.outlet not in self.outlets:
            return None
        from toolkit.gather.outlets import host_of

        return host_of(article.url) if self._outlet_at(article.url) else None

    def _outlet_at(self, address: str) -> str | None:
        # Here and not above: reading outlets.yaml needs more than comparing texts does.
        from toolkit.gather.outlets import outlet_of

        full = address if "://" in address else f"http://{address}/"
        found = outlet_of(full, self.event.outlets)
        return found.id if found else None


def _most_named(sources: list[str]) -> str | None:
    """The one that is named most often; None where two are named alike, or nobody is."""
    ordered = Counter(sources).most_common(2)
    if not ordered or (len(ordered) > 1 and ordered[0][1] == ordered[1][1]):
        return None
    return ordered[0][0]
