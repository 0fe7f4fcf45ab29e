"""Wordings go into a person's event.yaml, and not a byte of the rest moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.errors import UsageError
from toolkit.gather.editing import Addition, add_wordings, save_text
from toolkit.gather.event import read_event
from toolkit.model import Concept

HEAD = "id: quay\ntitle: The quay  # as the council calls it\n"


def added(tmp_path: Path, text: str, *words: str, owner: str = "concept", target: str = "q") -> str:
    file = tmp_path / "event.yaml"
    file.write_bytes(text.encode("utf8"))
    return add_wordings(file, [Addition(owner, target, words)])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("    terms: [quay]\n", "    terms: [quay, new wharf]\n", id="in brackets"),
        pytest.param(
            "    terms: [quay]  # all?\n", "    terms: [quay, new wharf]  # all?\n", id="a comment"
        ),
        pytest.param(
            "    terms: ['quay', 'it''s']\n",
            "    terms: ['quay', 'it''s', 'new wharf']\n",
            id="in single quotes",
        ),
        pytest.param(
            '    terms: [ "quay",\n            "muelle", ]\n',
            '    terms: [ "quay",\n            "muelle",\n            "new wharf", ]\n',
            id="brackets over two lines, with a comma behind",
        ),
        pytest.param(
            "    terms: [quay,  # English\n            muelle  # Spanish\n           ]\n",
            "    terms: [quay,  # English\n            muelle, new wharf  # Spanish\n"
            "           ]\n",
            id="comments inside brackets",
        ),
        pytest.param("    terms: []\n", "    terms: [new wharf]\n", id="empty brackets"),
        pytest.param("    terms:\n", "    terms: [new wharf]\n", id="no value"),
        pytest.param("    terms:  # none\n", "    terms: [new wharf]  # none\n", id="no value, #"),
        pytest.param("    terms: ~\n", "    terms: [new wharf]\n", id="a tilde"),
        pytest.param("", "    terms: [new wharf]\n", id="no key"),
        pytest.param(
            "    terms:\n      # ours\n      - quay\n      -   muelle # Spanish\n      # more?\n",
            "    terms:\n      # ours\n      - quay\n      -   muelle # Spanish\n"
            "      - new wharf\n      # more?\n",
            id="dashes and comments",
        ),
        pytest.param(
            "    terms:\n    - quay\n    - >-\n      the long\n      quay\n",
            "    terms:\n    - quay\n    - >-\n      the long\n      quay\n    - new wharf\n",
            id="dashes that are not indented, and a text over lines",
        ),
        pytest.param(
            "    terms: [quay] \n\n    not: [quayside]\n\n",
            "    terms: [quay, new wharf] \n\n    not: [quayside]\n\n",
            id="empty lines and other keys",
        ),
    ],
)
def test_a_term_is_put_at_the_end_of_its_list(tmp_path: Path, before: str, after: str) -> None:
    frame = HEAD + "concepts:\n  - id: q\n    label: It\n{}  - {{id: r, label: Rest, terms: [x]}}\n"
    assert added(tmp_path, frame.format(before), "new wharf") == frame.format(after)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_and_a_missing_last_one_stay(tmp_path: Path, newline: str) -> None:
    lines = ["id: quay", "title: Él", "concepts:", "- id: q", "  label: It", "  terms:", "  - ñu"]
    text = added(tmp_path, newline.join(lines), "muelle año")
    assert text == newline.join([*lines, "  - muelle año"])


def test_the_mark_at_the_start_of_a_file_stays(tmp_path: Path) -> None:
    text = "\ufeff" + HEAD + "concepts:\n- {id: q, label: It}\n"
    new = added(tmp_path, text, "wharf")
    save_text(tmp_path / "event.yaml", new)
    assert (tmp_path / "event.yaml").read_text("utf8") == text.replace(
        "label: It}", "label: It, terms: [wharf]}"
    )


def test_words_that_yaml_would_misread_are_put_in_quotes(tmp_path: Path) -> None:
    words = ("no", "a: b", "#1", "“it”", '6" nail', "null", "2025-03-27", "tail ", "it's", "@pike")
    text = added(tmp_path, HEAD + "concepts:\n- id: q\n  label: It\n  terms: [quay]\n", *words)
    save_text(tmp_path / "event.yaml", text)
    (concept,) = read_event(tmp_path / "event.yaml", outlets=()).concepts
    assert concept == Concept("q", "It", ("quay", *words))


def test_what_the_list_has_is_not_added_again(tmp_path: Path) -> None:
    text = HEAD + "concepts:\n- id: q\n  label: It\n  terms: [Quay]\n"
    assert added(tmp_path, text, "quay") == text


def test_an_actor_without_an_id_is_known_by_the_name(tmp_path: Path) -> None:
    text = HEAD + (
        "sides:\n- id: a\n  label: A\n  actors:\n"
        "  - name: Nora Peña\n    kind: person\n    titles: [mayor]  # or alcaldesa\n"
        "    not: [Nora Peña Street]\n"
    )
    new = added(tmp_path, text, "the boss", owner="actor", target="nora-pena")
    where = "titles: [mayor]  # or alcaldesa\n"
    assert new == text.replace(where, where + "    aliases: [the boss]\n")


def test_the_sample_event_is_the_same_but_for_the_changed_lists(root: Path) -> None:
    file = root / "data" / "events" / "saltworks" / "event.yaml"
    text = add_wordings(
        file,
        [
            Addition("concept", "workforce", ("sixty-four rakers",)),
            Addition("actor", "helena-quayle", ("the company's voice",)),
        ],
    )
    before, after = file.read_text("utf8").splitlines(), text.splitlines()
    assert [line for line in after if line not in before] == [
        "        aliases: [the company's voice]",
        "       plantilla, trabajadores, empleados, salineros, salineras, sixty-four rakers]",
    ]
    assert len(after) == len(before) + 1


def test_an_unknown_id_is_named_with_the_line_and_those_that_there_are(tmp_path: Path) -> None:
    text = HEAD + "concepts:\n- id: q\n  label: It\n"
    with pytest.raises(UsageError, match=r"event\.yaml:3: there is no concept 'z'; there are q; "):
        added(tmp_path, text, "wharf", target="z")


@pytest.mark.parametrize(
    ("block", "what"),
    [
        ("- {id: p, label: P, terms: &all [x]}\n- id: q\n  label: It\n  terms: *all\n", "one list"),
        ("- id: q\n  label: It\n  terms: &all [x]\n- {id: p, label: P, terms: *all}\n", "one list"),
        ("- &p {id: p, label: P, terms: [x]}\n- <<: *p\n  id: q\n  label: It\n", "another block"),
    ],
)
def test_a_list_that_two_blocks_share_is_left_alone(tmp_path: Path, block: str, what: str) -> None:
    with pytest.raises(UsageError, match=rf"event\.yaml:\d+: 'terms' .*{what}.*write it out here"):
        added(tmp_path, HEAD + "concepts:\n" + block, "wharf")
