"""Words that went without a sign, and words that others stand in the place of.

Inside quote marks a reader takes each word for the speaker's. Where words are left out in the
middle, dots or an interruption say so; a cut without them, or another word, cannot be seen. Both
are told of the version at hand beside the fullest: whoever is right, the two differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.compare.findings.reports import Finding, Reports
from toolkit.compare.tallies import LIKELY
from toolkit.compare.versions.relations import Laid, lay_comparable

SILENT_CUT, CHANGED = "silent cut", "changed words"


def find_changes(reports: Reports) -> Iterator[Finding]:
    """A row for each version's silent cuts, and one for each place where words were changed.

    `words` are those of the fullest version that are left out, or those printed in the place of
    `other`; `outlets` holds the outlet of the fullest version, `value` counts the words concerned.
    """
    for utterance_id, rows in reports.utterances.items():
        fullest = reports.said[rows[0]["quote_id"]]
        for row in rows[1:]:
            said = reports.said[row["quote_id"]]
            p = float(row["p_same"]) * reports.is_quote(said.quote_id)
            if p < LIKELY or not (said.marked and fullest.marked):
                continue
            laid = lay_comparable(fullest, said)
            if laid is None:
                continue
            for kind, words, other, count in [*_silent_cuts(laid), *_changed_words(laid)]:
                yield Finding(
                    kind, said.outlet, p, (said.quote_id, fullest.quote_id),
                    utterance_id=utterance_id, speaker=said.speaker, words=words, other=other,
                    outlets=(fullest.outlet,), value=count, n=len(reports.outlets),
                )  # fmt: skip


Change = tuple[str, str, str | None, int]


def _silent_cuts(laid: Laid) -> Iterator[Change]:
    """Cuts between words that both print as they stand; beside changed ones they are a change."""
    places = zip(laid.stretches, laid.stretches[1:], laid.stretches[2:], strict=False)
    cuts = [
        cut
        for before, cut, after in places
        if cut.op == "cut" and cut.place == "inner silent" and before.op == after.op == "same"
    ]
    if cuts:
        words = " … ".join(laid.fullest.printed(*cut.a) for cut in cuts)
        yield SILENT_CUT, words, None, sum(cut.a[1] - cut.a[0] for cut in cuts)


def _changed_words(laid: Laid) -> Iterator[Change]:
    for s in laid.stretches:
        if s.op == "altered":
            count = max(s.a[1] - s.a[0], s.b[1] - s.b[0])
            yield CHANGED, laid.version.printed(*s.b), laid.fullest.printed(*s.a), count
