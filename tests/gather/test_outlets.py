"""outlets.yaml: what loads, what an error says, and whose an address is."""

from pathlib import Path

import pytest

from toolkit.errors import UsageError
from toolkit.gather.outlets import load_outlets, outlet_of

LEDGER = "ledger:\n  name: Market Ledger\n  home: http://marketledger.example/\n  language: en\n"


def error_of(tmp_path: Path, text: str | bytes) -> str:
    path = tmp_path / "outlets.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(UsageError) as caught:
        load_outlets(path)
    return str(caught.value)


def test_the_shipped_outlets_load_in_the_order_of_the_file() -> None:
    ids = [outlet.id for outlet in load_outlets()]
    assert ids[:7] == ["courier", "lantern", "crosswire", "tide", "ledger", "marisma", "faro"]


def test_an_outlet_keeps_what_its_block_says(tmp_path: Path) -> None:
    path = tmp_path / "outlets.yaml"
    path.write_text(
        LEDGER + "  feeds: [http://marketledger.example/feed]\n  owner: The Falk family\n"
    )
    (ledger,) = load_outlets(path)
    assert (ledger.id, ledger.name, ledger.owner) == ("ledger", "Market Ledger", "The Falk family")
    assert ledger.feeds == ("http://marketledger.example/feed",)
    assert ledger.country is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            LEDGER.replace("language", "langauge"),
            "outlets.yaml:1: outlet 'ledger': 'language' is missing\n"
            "outlets.yaml:4: outlet 'ledger': 'langauge' is not a key (did you mean 'language'?)",
        ),
        (
            LEDGER.replace("http://", ""),
            "outlets.yaml:3: outlet 'ledger': 'marketledger.example/' is not a web address; "
            "it begins with http:// or https://",
        ),
        (
            LEDGER.replace("en\n", "English\n"),
            "outlets.yaml:4: outlet 'ledger': language 'English' is not a code of two or three "
            "letters, as 'en', 'es'",
        ),
        (
            LEDGER + "  feeds: http://marketledger.example/feed\n",
            "outlets.yaml:5: outlet 'ledger': 'feeds' must be a list, as in "
            "[http://marketledger.example/feed], not the text 'http://marketledger.example/feed'",
        ),
        (LEDGER + LEDGER, "outlets.yaml:5: 'ledger' stands twice in the same block"),
        (
            LEDGER + LEDGER.replace("ledger:\n", "bourse:\n"),
            "outlets.yaml:7: outlet 'bourse' has the same home as outlet 'ledger': "
            "http://marketledger.example/",
        ),
        (
            LEDGER.replace("Market Ledger", "24"),
            "outlets.yaml:2: outlet 'ledger': 'name' must be text, not the number or flag 24; "
            "put it in quotes",
        ),
        (
            "market ledger:\n  name: x\n",
            "outlets.yaml:1: 'market ledger' is no id for an outlet; use a-z, 0-9 and -",
        ),
        (
            "ledger: Market Ledger\n",
            "outlets.yaml:1: outlet 'ledger': 'ledger' must be a block of 'key: value' lines, "
            "not the text 'Market Ledger'",
        ),
        ("", "outlets.yaml:1: the file is empty; it must hold keys and values"),
        ("# nothing\n", "outlets.yaml:1: the file is empty; it must hold keys and values"),
        ("- ledger\n", "outlets.yaml:1: an outlet in a list must have an 'id'"),
        (
            "ledger:\n\tname: Market Ledger\n",
            "outlets.yaml:2: a tab stands in the indent; YAML wants spaces",
        ),
        (
            LEDGER.encode() + "  owner: Núñez\n".encode("latin-1"),
            "outlets.yaml:5: the file is not UTF-8; save it as UTF-8",
        ),
        (
            "ledger: {name: [\n",
            "outlets.yaml:2: not YAML (expected the node content, but found '<stream end>')",
        ),
    ],
)
def test_an_error_names_file_line_and_what_to_do(
    tmp_path: Path, text: str | bytes, message: str
) -> None:
    assert error_of(tmp_path, text) == message


@pytest.mark.slow
def test_a_file_that_is_nested_without_end_is_refused(tmp_path: Path) -> None:
    assert "nested too deeply" in error_of(tmp_path, "a: " + "[" * 4_000)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such file"):
        load_outlets(tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("url", "owner"),
    [
        ("http://aldercourier.example/2025/a/", "courier"),
        ("https://www.aldercourier.example/a", "courier"),
        ("http://252fm.elcolombiano.com/a", "elcolombiano"),
        ("http://notaldercourier.example/a", None),
        ("http://aldercourier.example.org/a", None),
        ("not an address", None),
        ("http://[broken", None),
    ],
)
def test_an_address_belongs_to_the_outlet_whose_home_holds_it(url: str, owner: str | None) -> None:
    found = outlet_of(url, load_outlets())
    assert (found.id if found else None) == owner


def test_the_longer_home_wins(tmp_path: Path) -> None:
    path = tmp_path / "outlets.yaml"
    path.write_text(
        LEDGER + LEDGER.replace("ledger:", "plus:").replace(".example/", ".example/plus")
    )
    outlets = load_outlets(path)
    homes = ("http://marketledger.example/plus/a", "http://marketledger.example/plush")
    assert [outlet_of(url, outlets).id for url in homes] == ["plus", "ledger"]  # type: ignore[union-attr]


@pytest.mark.parametrize("top", ["", "outlets:\n"])
def test_a_list_of_blocks_with_ids_is_read_too(tmp_path: Path, top: str) -> None:
    path = tmp_path / "outlets.yaml"
    path.write_text(
        f"{top}- {{id: quay, name: The Quay, home: 'http://quay.example/', language: en}}\n"
        "- {id: muelle, name: El Muelle, home: 'http://muelle.example/', language: es}\n"
    )
    assert [(o.id, o.name) for o in load_outlets(path)] == [
        ("quay", "The Quay"),
        ("muelle", "El Muelle"),
    ]


def test_a_wrong_key_in_a_list_of_blocks_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "outlets.yaml"
    path.write_text("- id: quay\n  name: The Quay\n  home: http://quay.example/\n  langauge: en\n")
    with pytest.raises(UsageError) as error:
        load_outlets(path)
    message = "outlets.yaml:4: outlet 'quay': 'langauge' is not a key (did you mean 'language'?)"
    assert message in str(error.value).splitlines()


def test_an_outlet_in_a_list_without_an_id_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "outlets.yaml"
    path.write_text("- name: The Quay\n")
    with pytest.raises(UsageError, match=r"outlets.yaml:1: an outlet in a list must have an 'id'"):
        load_outlets(path)


def test_outlets_of_one_machine_differ_by_their_port(tmp_path: Path) -> None:
    path = tmp_path / "outlets.yaml"
    path.write_text(
        "quay: {name: The Quay, home: 'http://127.0.0.1:8131/', language: en}\n"
        "muelle: {name: El Muelle, home: 'http://127.0.0.1:8132/', language: es}\n"
    )
    outlets = load_outlets(path)
    found = [outlet_of(f"http://127.0.0.1:{port}/a", outlets) for port in (8131, 8132, 8133)]
    assert [o.id if o else None for o in found] == ["quay", "muelle", None]
