"""What sidelight knows about a language, as data: one file a language.

Everything that reads text asks a `Language` instead of holding words of its own, so that adding
a language is adding one file here (and its line in `get_language`), and so that a pupil who
disagrees with a word's class can change it in one place. Each file says in the same order: the
reporting verbs by class, the cues without a verb, pronouns, titles, bodies, documents, names.

Classes of reporting verbs: neutral (said), affirm (explained), argue, doubt (claimed), concede
(admitted), caution (warned), commit (promised), conflict (accused), deny, praise, manner (joked).
They describe a choice of word, never a fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from toolkit.errors import UsageError

VERB_CLASSES = (
    "neutral", "affirm", "argue", "doubt", "concede", "caution", "commit", "conflict", "deny",
    "praise", "manner",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb; a `weak` one counts only beside quote marks or a that-clause."""

    lemma: str
    verb_class: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Pronoun:
    """Gender (m, f or None) and number (s, p) of a pronoun that may be a source."""

    gender: str | None
    number: str


@dataclass(frozen=True)
class Language:
    """The words of one language that the reading of quotes and names needs.

    `verbs` maps every inflected form (lower case, spaces inside) to its verb.
    """

    code: str
    name: str
    verbs: Mapping[str, Verb]
    according: frozenset[str]
    that: frozenset[str]
    pronouns: Mapping[str, Pronoun]
    honorifics: Mapping[str, str | None]
    roles: Mapping[str, str | None]
    bodies: frozenset[str]
    groups: frozenset[str]
    documents: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    possessives: frozenset[str]
    prepositions: frozenset[str]
    particles: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    first_names: Mapping[str, str]
    not_names: frozenset[str]
    places: frozenset[str]
    works: frozenset[str]
    so_called: frozenset[str]
    known_as: frozenset[str]
    stop_words: frozenset[str]
    abbreviations: frozenset[str]
    role_endings: tuple[str, ...]
    speaks_for: frozenset[str]
    months: tuple[str, ...]
    number_words: Mapping[str, int]
    drops_subjects: bool = False
    verb_before_subject: bool = False
    plural_endings: tuple[str, ...] = field(default=("s",))
    short_titles: Mapping[str, str] = field(default_factory=dict)
    subjects: frozenset[str] = frozenset()
    neuter: frozenset[str] = frozenset()
    speaker_pronouns: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    clause_openers: frozenset[str] = frozenset()
    locative: frozenset[str] = frozenset()
    relays: frozenset[str] = frozenset()
    issuing: frozenset[str] = frozenset()
    introducing: frozenset[str] = frozenset()
    own_words: frozenset[str] = frozenset()
    demonstratives: frozenset[str] = frozenset()


def words_of(text: str) -> frozenset[str]:
    """A frozen set of the words in a block of text, so that word lists stay readable."""
    return frozenset(text.split())


def gendered(masculine: str = "", feminine: str = "", either: str = "") -> dict[str, str | None]:
    """A mapping of words to their gender."""
    table: dict[str, str | None] = dict.fromkeys(either.split())
    table |= dict.fromkeys(masculine.split(), "m")
    return table | dict.fromkeys(feminine.split(), "f")


def verb_table(
    forms_of: Iterable[tuple[str, Iterable[str]]], classes: Mapping[str, str], weak: frozenset[str]
) -> dict[str, Verb]:
    """Every inflected form to its verb; `classes` maps a class to its lemmas in one string."""
    class_of = {
        lemma.replace("_", " "): name
        for name, lemmas in classes.items()
        for lemma in lemmas.split()
    }
    table: dict[str, Verb] = {}
    for lemma, forms in forms_of:
        verb = Verb(lemma, class_of[lemma], lemma in weak)
        for form in forms:
            table.setdefault(form, verb)
    return table


def is_known(code: str) -> bool:
    """Whether there is a file for the language of a code.

    >>> is_known("es-MX"), is_known("xx")
    (True, False)
    """
    try:
        get_language(code)
    except UsageError:
        return False
    return True


def get_language(code: str) -> Language:
    """The language of a code such as "en" or "es-MX".

    >>> get_language("es-MX").name
    'Spanish'

    Raises UsageError for a language that has no file yet.
    """
    from toolkit.languages.en import ENGLISH
    from toolkit.languages.es import SPANISH

    known = {language.code: language for language in (ENGLISH, SPANISH)}
    try:
        return known[code.split("-")[0].lower()]
    except KeyError:
        names = ", ".join(f"{c} ({known[c].name})" for c in sorted(known))
        raise UsageError(
            f"language '{code}': no file in toolkit/languages; there are {names}"
        ) from None
