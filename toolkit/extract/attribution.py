"""Whose words: from a run of marks or a clause to the cue and the source that claim it.

The rules, from the surest: the attribution follows the words ("…," said Ruiz / Ruiz said), it
precedes them (Ruiz said: "…"), one attribution holds several runs of a sentence. A source that
stands before its verb is found by looking for the subject: not after a preposition, not a
possessive, past whatever stands between commas.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from toolkit.extract.candidates import Paragraph, Phrase
from toolkit.extract.cues import Cue, cues_between, passive_by
from toolkit.languages import Verb
from toolkit.model import Span
from toolkit.text import Run

_REACH_BEFORE = 30
_REACH_AFTER = 14
_ENDS_OPEN = ",?!—–…-"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with its source (None where the subject is dropped) and the rule that tied them."""

    cue: Cue | None
    source: Phrase | None
    method: str


def after(paragraph: Paragraph, cues: Sequence[Cue], first: int, limit: int) -> Attribution | None:
    """The attribution that begins at token `first` (right after the content), if one does."""
    i = _skip(paragraph, first, limit)
    near = cues_between(cues, i, min(limit, i + _REACH_AFTER))
    cue = next((c for c in near if c.first <= i + 1), None)
    if cue and cue.first == i:
        source = _following_source(paragraph, cue, limit) or _plain_following(paragraph, cue, limit)
        if source:
            return Attribution(cue, source, "cue_then_source")
        if cue.verb:
            return Attribution(cue, None, "cue_alone")
    for cue in near:
        if i < cue.first and cue.verb:
            source = _subject_between(paragraph, cue, i)
            return Attribution(cue, source, "source_then_cue") if source else None
    return None


def unlisted(paragraph: Paragraph, first: int, limit: int) -> Attribution | None:
    """An attribution by a verb that no list has ("…," Oliver barked), by its place and ending."""
    endings = paragraph.language.past_endings
    known = paragraph.language.stop_words | paragraph.language.roles.keys()
    for j in range(first, min(first + 6, limit)):
        if j > first and not paragraph.joined(j):
            return None
        word = paragraph.lower[j]
        if (
            not word.endswith(endings)
            or len(word) < 4
            or word in known
            or paragraph.words[j] != word
        ):
            continue
        cue = Cue(j, j, paragraph.tokens[j], Verb(word, "unlisted"))
        if j > first:
            source = _subject_between(paragraph, cue, first)
        else:
            source = _following_source(paragraph, cue, limit)
        if source:
            return Attribution(cue, source, "unlisted_verb")
    return None


def _subject_between(paragraph: Paragraph, cue: Cue, first: int) -> Phrase | None:
    """The source of a cue when both follow the content: all that stands between belongs to it."""
    phrases = paragraph.phrases_between(first, cue.first)
    for phrase in phrases:
        starts = phrase.first <= first
        if starts and only_between(paragraph, phrase.last + 1, cue.first):
            return phrase
    if any("," in paragraph.gap(j) for j in range(first + 1, cue.first + 1)):
        return phrases[0] if phrases and phrases[0].first == first else None
    adjacent = [p for p in phrases if only_between(paragraph, p.last + 1, cue.first)]
    if adjacent:
        return adjacent[-1]
    return plain_phrase(paragraph, cue, first)


def plain_phrase(paragraph: Paragraph, cue: Cue, floor: int) -> Phrase | None:
    """A subject of common words that no list knows ("the dictator described"), beside its cue."""
    language, last = paragraph.language, cue.first - 1
    light = language.auxiliaries | language.adverbs
    while last >= floor and (paragraph.lower[last] in light or _adverb(paragraph, last)):
        last -= 1
    first = last
    closed = language.prepositions | language.relatives | language.that | language.verbs.keys()
    determiners = language.definite | language.indefinite | language.possessives
    while first >= floor and not paragraph.masked[first] and last - first < 6:
        word = paragraph.lower[first]
        if first < last and not paragraph.joined(first + 1):
            break
        if word in determiners:
            first -= 1
            break
        if word in closed or (word in language.stop_words and word not in determiners):
            break
        first -= 1
    first += 1
    if first > last or not (paragraph.lower[first] in determiners or first == floor):
        return None
    if first > floor + 1 and paragraph.lower[first - 1] in language.prepositions:
        whole = _around_preposition(paragraph, floor, first, last)
        if whole:
            return whole
    head = paragraph.lower[last]
    span = Span(paragraph.tokens[first].start, paragraph.tokens[last].end)
    return Phrase("role", span, head, first, last, plural=head.endswith("s"))


def _around_preposition(paragraph: Paragraph, floor: int, first: int, last: int) -> Phrase | None:
    """ "A banner on the railings": the banner, not the railings."""
    noun = paragraph.phrase_before(first)
    if noun is None or noun.last != first - 2 or noun.first < floor:
        return None
    if noun.kind in {"name", "pronoun"} or not paragraph.joined(first - 1):
        return None
    return replace(noun, span=Span(noun.span.start, paragraph.tokens[last].end), last=last)


def _plain_following(paragraph: Paragraph, cue: Cue, limit: int) -> Phrase | None:
    """A subject of common words that no list knows, right after its cue («…», dijo la farera)."""
    language, first = paragraph.language, cue.last + 1
    head = first + 1
    if head >= limit or not paragraph.joined(first) or not paragraph.joined(head):
        return None
    determiners = language.definite | language.indefinite | language.possessives
    closed = language.verbs.keys() | language.stop_words | language.prepositions
    if paragraph.lower[first] not in determiners or paragraph.lower[head] in closed:
        return None
    if paragraph.lower[head].capitalize() in language.not_names:
        return None  # a day ("según anunció el martes") announces nothing
    word, span = (
        paragraph.lower[head],
        Span(paragraph.tokens[first].start, paragraph.tokens[head].end),
    )
    return Phrase("role", span, word, first, head, plural=word.endswith("s"))


def _skip(paragraph: Paragraph, i: int, limit: int) -> int:
    """Past "also", "ha", "le" and the like before a cue, but not past a comma."""
    start, language = i, paragraph.language
    light = language.adverbs | language.auxiliaries
    while i < limit and i - start < 3 and paragraph.lower[i] in light:
        if i > start and not paragraph.joined(i):
            break
        if paragraph.phrase_at(i):
            break
        i += 1
    return i


def _following_source(paragraph: Paragraph, cue: Cue, limit: int) -> Phrase | None:
    inserted = _after_insert(paragraph, cue, limit)
    objects = paragraph.language.objects
    reach = max(6 if paragraph.language.verb_before_subject else 3, inserted - cue.last)
    for phrase in paragraph.phrases_from(cue.last + 1):
        if phrase.first >= limit or phrase.first > cue.last + reach:
            return None
        if phrase.last < inserted:
            continue
        between = range(cue.last + 1, phrase.first + 1)
        broken = any(paragraph.gap(j).strip(" \u00a0@") for j in between)
        if broken and phrase.first != inserted:
            return None
        before = paragraph.lower[phrase.first - 1]
        if phrase.first - 1 > cue.last and before in paragraph.language.prepositions:
            continue
        linked = paragraph.language.that & set(paragraph.lower[cue.last + 1 : phrase.first])
        if linked and paragraph.language.drops_subjects:
            return None  # "Explicó que la cofradía pagará": who explained is not in the clause
        return phrase if phrase.kind != "pronoun" or phrase.head not in objects else None
    return None


def _after_insert(paragraph: Paragraph, cue: Cue, limit: int) -> int:
    """Where the sentence goes on after an insertion («…», admitió, a preguntas de X, la edil); 0
    where there is none.
    """
    language, first = paragraph.language, cue.last + 1
    if not language.verb_before_subject or first >= limit:
        return 0
    if "," not in paragraph.gap(first) or paragraph.lower[first] not in language.prepositions:
        return 0
    return next((i for i in range(first + 1, limit) if "," in paragraph.gap(i)), 0)


def only_between(paragraph: Paragraph, first: int, last: int) -> bool:
    """Whether only auxiliaries, adverbs, or an apposition between commas stands in between."""
    language = paragraph.language
    light = language.auxiliaries | language.adverbs
    if all(paragraph.lower[i] in light or _adverb(paragraph, i) for i in range(first, last)):
        return not any("," in paragraph.gap(i) for i in range(first, last + 1))
    opens = "," in paragraph.gap(first) or "(" in paragraph.gap(first)
    if opens:
        closes = [i for i in range(first + 1, last + 1) if set(",)") & set(paragraph.gap(i))]
        return bool(closes) and all(paragraph.lower[i] in light for i in range(closes[-1], last))
    if paragraph.lower[first] in language.relatives:
        return False
    if (
        paragraph.lower[last - 1] in language.infinitive_marks and last - first <= 3
    ):  # "planned to ask"
        return True
    grown = all(paragraph.joined(i) for i in range(first, last + 1))
    return grown and paragraph.lower[first] in language.prepositions and last - first <= 9


def _adverb(paragraph: Paragraph, i: int) -> bool:
    return paragraph.lower[i].endswith(paragraph.language.adverb_endings)


def trailing(
    paragraph: Paragraph, cues: Sequence[Cue], first: int, limit: int
) -> Attribution | None:
    """An attribution some words after the marks, at the sentence's end ("…" there, he said)."""
    for cue in cues_between(cues, first + 1, limit):
        inverted = _inverted(paragraph, cue, limit)
        if inverted and "," in paragraph.gap(cue.first):
            return Attribution(cue, inverted, "trailing")
    for cue in cues_between(cues, max(first + 1, limit - 3), limit):
        if cue.last == limit - 1 and cue.verb:
            found = paragraph.phrases_between(first, cue.first)
            last = found[-1] if found else None
            apart = last is not None and "," in paragraph.gap(last.first)
            if last and apart and only_between(paragraph, last.last + 1, cue.first):
                return Attribution(cue, last, "trailing")
    return None


def before(
    paragraph: Paragraph, cues: Sequence[Cue], floor: int, ceiling: int
) -> Attribution | None:
    """The nearest cue between token `floor` and the content at `ceiling`, with its subject."""
    reach = max(floor, ceiling - _REACH_BEFORE)
    near = cues_between(cues, reach, ceiling)
    if len(near) > 1 and _thought(near[-1]) and near[-2].verb and not near[-2].weak:
        near.pop()  # "He says he believes": what was said is that he believes
    for cue in reversed(near):
        attribution = with_subject(paragraph, cue, floor, ceiling)
        if attribution:
            return attribution
    return None


def before_colon(paragraph: Paragraph, run: Run) -> Attribution | None:
    """ "Keepers agree – Ada Renwick: “…”": a name alone between a dash and a colon."""
    start = paragraph.at(run.outer.start)
    named = paragraph.phrase_before(start)
    if named is None or named.last != start - 1 or named.kind != "name" or not named.first:
        return None
    apart = set("–—-") & set(paragraph.gap(named.first))
    colon = ":" in paragraph.gap(start)
    return Attribution(None, named, "colon") if apart and colon else None


def past_verb(paragraph: Paragraph, cue: Cue) -> Cue:
    """ "Según explicó Ruiz": the source is looked for after the verb."""
    i = _skip(paragraph, cue.last + 1, len(paragraph.tokens))
    if i < len(paragraph.tokens) and paragraph.joined(i):
        verb = paragraph.language.verbs.get(paragraph.lower[i])
        if verb and paragraph.language.verb_before_subject:
            return Cue(cue.first, i, Span(cue.span.start, paragraph.tokens[i].end), verb)
    return cue


def _thought(cue: Cue) -> bool:
    return cue.weak and cue.verb is not None and cue.verb.verb_class == "argue"


def with_subject(paragraph: Paragraph, cue: Cue, floor: int, ceiling: int) -> Attribution | None:
    """A cue with the source that governs it, looked for from `floor` on."""
    if cue.verb is None:
        further = past_verb(paragraph, cue)
        source = _following_source(paragraph, further, ceiling)
        if source is None and further is not cue:
            source = _plain_following(paragraph, further, ceiling)
        return Attribution(cue, source, "according_to") if source else None
    if passive_by(paragraph, cue.last):
        source = paragraph.phrase_at(cue.last + 2)
        return Attribution(cue, source, "passive_by") if source else None
    inverted = _inverted(paragraph, cue, ceiling)
    if inverted:
        return Attribution(cue, inverted, "cue_then_source")
    source = subject(paragraph, cue, floor)
    if source:
        return Attribution(cue, source, "source_before_cue")
    if paragraph.language.verb_before_subject or cue.first == floor:  # Said Doyle: “…”
        source = _following_source(paragraph, cue, ceiling)
        if source:
            return Attribution(cue, source, "cue_then_source")
    return Attribution(cue, None, "cue_alone")


def _inverted(paragraph: Paragraph, cue: Cue, limit: int) -> Phrase | None:
    """ "…, said Tom Hale.": after a comma, the cue and then its subject, which ends there.

    Not "Hale, the keeper, said Falk is wrong", where something is said of the name.
    """
    if paragraph.language.verb_before_subject or "," not in paragraph.gap(cue.first) or cue.weak:
        return None
    if cue.verb is None or cue.verb.lemma in paragraph.language.addressing:
        return None
    source = paragraph.phrase_at(cue.last + 1) if paragraph.joined(cue.last + 1) else None
    gerund = paragraph.lower[cue.last].endswith(paragraph.language.gerund_endings)
    if source is None or source.kind == "pronoun" or gerund:
        return None
    last = source.last + 1
    ends = last >= limit or paragraph.gap(last).strip()[:1] in {",", ".", "("}
    return source if ends else None


def subject(paragraph: Paragraph, cue: Cue, floor: int) -> Phrase | None:
    """The phrase that most likely is the subject of a cue, among those before it."""
    before_it = paragraph.phrases_between(floor, cue.first)
    shared = _earlier_verb(paragraph, cue, floor)
    if shared:
        return subject(paragraph, shared, floor)
    if _participle(paragraph, cue) or _infinitive(paragraph, cue):
        main = first_subject(paragraph, floor, cue.first)
        if main:
            return main
    plain = None if "," in paragraph.gap(cue.first) else plain_phrase(paragraph, cue, floor)
    if plain and not any(p.first <= plain.last <= p.last for p in before_it):
        return plain
    scored = [(_subject_score(paragraph, p, cue, floor), p.first, p) for p in before_it]
    if not scored:
        return None
    score, _, phrase = max(scored, key=lambda item: (item[0], item[1]))
    return phrase if score > -1.5 else None


def _earlier_verb(paragraph: Paragraph, cue: Cue, floor: int) -> Cue | None:
    """ "Los firmantes piden calma y lamentan que…": the verb whose subject a joined one shares."""
    language, first = paragraph.language, cue.first
    light = language.auxiliaries | language.clitics
    while first > floor and paragraph.joined(first) and paragraph.lower[first - 1] in light:
        first -= 1
    if not language.drops_subjects or first <= floor + 1:
        return None
    if paragraph.lower[first - 1] not in language.joining or not paragraph.joined(first):
        return None
    nominal = language.definite | language.indefinite | language.possessives
    for i in range(first - 2, floor, -1):
        verb = language.verbs.get(paragraph.lower[i])
        if verb and not paragraph.masked[i] and paragraph.lower[i - 1] not in nominal:
            return Cue(i, i, paragraph.tokens[i], verb)
    return None


def _infinitive(paragraph: Paragraph, cue: Cue) -> bool:
    """ "Going so far as to call": the subject is that of the sentence, not a word nearby."""
    i, language = cue.first, paragraph.language
    after_to = i > 1 and paragraph.joined(i) and paragraph.lower[i - 1] in language.infinitive_marks
    return after_to and paragraph.lower[i - 2] in language.before_infinitives


def _participle(paragraph: Paragraph, cue: Cue) -> bool:
    """ ", adding": the subject is that of the sentence."""
    ending = paragraph.lower[cue.first].endswith(paragraph.language.gerund_endings)
    return ending and (
        cue.first == 0 or "," in paragraph.gap(cue.first) or "—" in paragraph.gap(cue.first)
    )


def _subject_score(paragraph: Paragraph, phrase: Phrase, cue: Cue, floor: int) -> float:
    language = paragraph.language
    score = -0.06 * (cue.first - phrase.last)
    if only_between(paragraph, phrase.last + 1, cue.first):
        score += 2.0
    elif language.drops_subjects and _named_between_commas(paragraph, phrase, cue):
        score += 2.5
    previous = paragraph.lower[phrase.first - 1] if phrase.first > floor else ""
    if oblique(paragraph, phrase, floor):
        score -= 2.0
    if previous in language.verbs and paragraph.joined(phrase.first):
        score -= 0.7
    if paragraph.words[phrase.last].endswith(("'s", "’s", "s’")):
        score -= 2.0
    if phrase.first <= floor + 1:
        score += 0.6
    if phrase.kind == "document":
        score -= 0.3
    if phrase.head in language.relatives and any(
        "," in paragraph.gap(i) for i in range(phrase.last + 1, cue.first + 1)
    ):
        score -= 2.0  # "Hale, who runs the pump, claims": not "who"
    if "(" in paragraph.gap(phrase.first):
        score -= 1.5
    return score + (0.3 if phrase.kind in {"name", "pronoun"} else 0.0)


def _named_between_commas(paragraph: Paragraph, phrase: Phrase, cue: Cue) -> bool:
    """ "El portavoz de la Cofradía de la Ribera, Tomás Coll, ha lamentado": Coll, not Ribera."""
    language = paragraph.language
    person = phrase.kind == "name" and paragraph.words[phrase.first] in language.first_names
    apart = "," in paragraph.gap(phrase.first) and "," in paragraph.gap(phrase.last + 1)
    light = language.auxiliaries | language.adverbs
    return person and apart and set(paragraph.lower[phrase.last + 1 : cue.first]) <= light


def opinion(paragraph: Paragraph, frame: Span, run: Run) -> Attribution | None:
    """ "Para el gremio, el plan es «humo»": who holds it opens the sentence, with no verb.

    Only where a person or body follows, a comma, and a form of being before the marks: "para
    Navidad" and "para el viaje" hold nothing.
    """
    first, limit = paragraph.at(frame.start), paragraph.at(run.outer.start)
    language = paragraph.language
    for i in range(first + 1, limit):
        if "," not in paragraph.gap(i) or paragraph.lower[i] not in language.opinion:
            continue
        whom = paragraph.phrase_at(i + 1)
        if whom and whom.head in language.who:  # "…, dijo Ruiz, para quien el plan es «humo»"
            return Attribution(Cue(i, i, paragraph.tokens[i], None), whom, "opinion")
        if i < first + 4:  # "En cambio, para el gremio, …"
            first = i
            break
    if first >= limit or paragraph.lower[first] not in paragraph.language.opinion:
        return None
    holder = paragraph.phrase_at(first + 1)
    if holder is None or holder.kind not in {"name", "role", "body"} or holder.last + 1 >= limit:
        return None
    held = paragraph.lower[holder.last + 1 : limit + 1]  # the marks may open with it
    person = holder.kind in {"name", "role"} and holder.head.casefold() not in language.places
    if "," not in paragraph.gap(holder.last + 1):
        return None
    if not language.being & set(held) and not person:
        return None
    return Attribution(Cue(first, first, paragraph.tokens[first], None), holder, "opinion")


def ends_open(text: str, inner: Span) -> bool:
    """Whether a run ends so that its attribution is still to come ("…,")."""
    return text[inner.end - 1] in _ENDS_OPEN


def first_subject(paragraph: Paragraph, floor: int, ceiling: int) -> Phrase | None:
    """The first phrase of a stretch that is not after a preposition."""
    return next(
        (
            phrase
            for phrase in paragraph.phrases_between(floor, ceiling)
            if not oblique(paragraph, phrase, floor)
        ),
        None,
    )


def oblique(paragraph: Paragraph, phrase: Phrase, floor: int) -> bool:
    """After a preposition ("in Salem"), or an apposition to what is ("in Salem, New Hampshire")."""
    language = paragraph.language
    if phrase.first <= floor:
        return False
    if paragraph.joined(phrase.first):
        return paragraph.lower[phrase.first - 1] in language.prepositions
    if "," not in paragraph.gap(phrase.first):
        return False
    earlier = paragraph.phrase_before(phrase.first)
    earlier = earlier if earlier and earlier.last == phrase.first - 1 else None
    after_it = phrase.last + 1
    closed = after_it < len(paragraph.tokens) and "," in paragraph.gap(after_it)
    return bool(earlier and closed and oblique(paragraph, earlier, floor))


def leads(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether the phrase is likely the subject of its sentence: the first one not after a
    preposition since the last full stop.
    """
    i = phrase.first
    if i and paragraph.joined(i) and paragraph.lower[i - 1] in paragraph.language.prepositions:
        return False
    following = i
    while other := paragraph.phrase_before(following):
        following = other.first
        between = range(other.last + 1, i + 1)
        if any(mark in paragraph.gap(j) for j in between for mark in ".?!”»"):
            return True
        oblique = (
            other.first and paragraph.lower[other.first - 1] in paragraph.language.prepositions
        )
        if not oblique:
            return False
    return True
