"""Claims about labels: what concepts are called, and actors where they are not named."""

from __future__ import annotations

from ferry_terms import terms


def test_a_label_is_the_wording_of_a_concept_in_lower_case() -> None:
    found = [t for t in terms("The Closure came. A pause, they say.") if t.kind == "label"]
    assert [(t.term, t.concept) for t in found] == [("closure", "closure"), ("pause", "closure")]


def labels(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(t.term, t.actor, t.side) for t in terms(text) if t.kind == "label"]


def test_an_actor_called_otherwise_than_by_its_name_has_a_label() -> None:
    found = labels("The director of the company left.")
    assert found == [
        ("director", "nora-pike", "owners"), ("company", "tern-ferries", "owners")
    ]  # fmt: skip


def test_names_and_titles_with_names_are_no_labels() -> None:
    assert labels("Nora Pike left. Pike’s car stood there. Director Pike runs Tern Ferries.") == []
