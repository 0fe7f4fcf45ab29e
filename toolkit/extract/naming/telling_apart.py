"""Which of several actors with one surname or title is meant, and whether it is a stranger.

Asked in this order: the honorific's gender, "the other", and who of them was last in the story;
somebody named only in passing ("no relation to the director") gives way to who acts. People who
are no actors but bear the surname count too, since after "Marta Ruiz" a bare "Ruiz" is she.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.extract.naming.wordings import Wording

#: Who was named so seldom before a namesake is no main figure.
_FEW = 2


def _name(wording: Wording) -> str:
    return wording.actor.name if wording.actor else ""


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody named in the text so far: an actor's id, or None for a stranger of some surname."""

    at: int
    actor: str | None
    surname: str = ""
    in_passing: bool = False
    gender: str | None = None


class Story:
    """Who was named so far in one text, in text order."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []

    def add(self, seen: Seen) -> None:
        """Note that somebody is named."""
        self.seen.append(seen)

    def has(self, actor_id: str | None) -> bool:
        """Whether an actor was named before."""
        return actor_id is not None and any(s.actor == actor_id for s in self.seen)

    def is_stranger(self, options: Sequence[Wording], gender: str | None, since: int) -> bool:
        """Whether the surname of some actors was last borne by somebody who is none of them.

        `gender` is what an honorific shows, `since` the word at which the paragraph began. Of a
        story's main figure the bare surname goes on speaking when a relative is named beside it:
        whoever was named three times before loses it only for the rest of a paragraph, and to
        somebody named in passing not even that.
        """
        surname, ids = " ".join(options[0].words), {o.actor.id for o in options if o.actor}
        for n in range(len(self.seen) - 1, -1, -1):
            seen = self.seen[n]
            if seen.actor in ids:
                return False
            if seen.actor is None and seen.surname == surname:
                if None not in (gender, seen.gender) and gender != seen.gender:
                    continue
                before = sum(s.actor in ids for s in self.seen[:n])
                here, few = seen.at >= since, before <= _FEW
                if not before or (here and few) or (not seen.in_passing and (here or few)):
                    return True
        return False

    def is_strangers_title(self, wording: Wording) -> bool:
        """Whether the text gave the title to somebody else and has not come back to the actor."""
        title = " ".join(wording.words)
        for seen in reversed(self.seen):
            if seen.actor is not None and wording.actor and seen.actor == wording.actor.id:
                return False
            if seen.actor is None and seen.surname == title:
                return True
        return False

    def choose(self, options: Sequence[Wording], *, other: bool) -> tuple[Wording, float] | None:
        """The option that is meant, and how sure that is; None for a stranger."""
        if len(options) < 2:
            return (options[0], 1.0) if options else None
        by_id = {o.actor.id: o for o in options if o.actor}
        ranked = [s for s in reversed(self.seen) if s.actor in by_id]
        ranked.sort(key=lambda s: s.in_passing and not self._alone(s))
        order = list(dict.fromkeys(s.actor for s in ranked))
        if other and order:
            left = [o for key, o in by_id.items() if key != order[0]]
            return (left[0], 0.9) if len(left) == 1 else None
        if order and order[0]:
            return by_id[order[0]], 1.0
        return None if other else (min(options, key=_name), 0.6)

    def _alone(self, seen: Seen) -> bool:
        return all(s.actor == seen.actor for s in self.seen)
