"""event.yaml: what loads, what an error says, and where an event is looked for."""

import json
from pathlib import Path

import pytest

from toolkit.errors import UsageError
from toolkit.gather.event import event_ids, find_folder, load_event
from toolkit.model import Address

FERRY = """\
id: ferry
title: The winter ferry
since: 2025-03-01
until: 2025-03-20
sides:
  - id: board
    label: The harbour board
    actors:
      - name: Marta Oller
        titles: [chair]
        not: [Marta Oller School]
      - name: Harbour Board
        kind: body
  - id: crew
    label: The crew
    actors:
      - id: crews
        name: the crew
        kind: group
concepts:
  - id: boat
    label: The boat
    terms: [ferry, boat, barca]
coverage:
  urls:
    - {outlet: ledger, url: "http://marketledger.example/a"}
    - http://weeklytide.example/b
    - http://elsewhere.example/c
  search: {all: [ferry], any: [winter, board]}
"""


def load(folder: Path, text: str) -> object:
    (folder / "event.yaml").write_text(text, encoding="utf8")
    return load_event(folder)


def error_of(folder: Path, text: str) -> str:
    with pytest.raises(UsageError) as caught:
        load(folder, text)
    return str(caught.value)


def test_an_event_keeps_what_its_file_says(folder: Path) -> None:
    (folder / "event.yaml").write_text(FERRY, encoding="utf8")
    event = load_event(folder)
    assert [(a.id, a.kind, s.id) for a, s in event.actors()] == [
        ("marta-oller", "person", "board"),
        ("harbour-board", "body", "board"),
        ("crews", "group", "crew"),
    ]
    assert event.sides[0].actors[0].excluded == ("Marta Oller School",)
    assert event.concepts[0].terms == ("ferry", "boat", "barca")
    assert (event.since, event.until) == ("2025-03-01", "2025-03-20")
    assert event.coverage.all_of == ("ferry",)
    assert event.coverage.any_of == ("winter", "board")
    assert event.folder == folder


def test_an_address_without_an_outlet_gets_that_of_its_home(folder: Path) -> None:
    (folder / "event.yaml").write_text(FERRY, encoding="utf8")
    assert load_event(folder).coverage.urls == (
        Address("ledger", "http://marketledger.example/a"),
        Address("tide", "http://weeklytide.example/b"),
        Address(None, "http://elsewhere.example/c"),
    )


def test_empty_sides_and_keys_left_open_are_no_error(folder: Path) -> None:
    (folder / "event.yaml").write_text("id: '0'\ntitle: t\nsides: []\nconcepts:\n", encoding="utf8")
    event = load_event(folder)
    assert (event.id, event.sides, event.concepts, event.articles) == ("0", (), (), ())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("sides:", "sidse:", "event.yaml:5: 'sidse' is not a key (did you mean 'sides'?)"),
        (
            "titles:",
            "title:",
            "event.yaml:10: side 'board': actor 'Marta Oller': 'title' is not a key "
            "(did you mean 'titles'?)",
        ),
        (
            "kind: body",
            "kind: bodey",
            "event.yaml:13: side 'board': actor 'Harbour Board': kind 'bodey' is not one of "
            "person, body, group (did you mean 'body'?)",
        ),
        ("id: crew\n", "id: board\n", "event.yaml:14: side id 'board' is already used in line 6"),
        (
            "name: Harbour Board",
            "name: Marta Oller",
            "event.yaml:12: actor name 'Marta Oller' is already used in line 9",
        ),
        (
            "id: crews",
            "id: marta-oller",
            "event.yaml:17: actor id 'marta-oller' is already used in line 9",
        ),
        (
            "since: 2025-03-01",
            "since: 2025-02-30",
            "event.yaml:3: '2025-02-30' is not a date (day is out of range for month)",
        ),
        (
            "since: 2025-03-01",
            "since: 1 March",
            "event.yaml:3: '1 March' is not a date; write it as 2025-03-27",
        ),
        (
            "until: 2025-03-20",
            "until: 2025-02-20",
            "event.yaml:4: 'until' 2025-02-20 lies before 'since' 2025-03-01",
        ),
        (
            "outlet: ledger",
            "outlet: leger",
            "event.yaml:26: coverage: outlet 'leger' is not in outlets.yaml "
            "(did you mean 'ledger'?); add a block for it",
        ),
        (
            "- http://weeklytide.example/b",
            "- ftp://weeklytide.example/b",
            "event.yaml:27: coverage url 2: 'ftp://weeklytide.example/b' is not a web address; "
            "it begins with http:// or https://",
        ),
        (
            "label: The boat",
            "label:",
            "event.yaml:22: concept 'boat': 'label' has no value",
        ),
        (
            "terms: [ferry, boat, barca]",
            "terms: ferry",
            "event.yaml:23: concept 'boat': 'terms' must be a list, as in [ferry], "
            "not the text 'ferry'",
        ),
        (
            "title: The winter ferry",
            "actors: [{name: Marta Oller, side: bord}]",
            "event.yaml:1: 'title' is missing\nevent.yaml:2: 'actors' is not a key; known: "
            "id, title, since, until, sides, concepts, coverage",
        ),
        ("id: ferry", "id: the ferry", "event.yaml:1: 'the ferry' is no id; use a-z, 0-9 and -"),
        (
            "search: {all: [ferry], any: [winter, board]}",
            "search: {every: [ferry]}",
            "event.yaml:29: 'every' is not a key; known: all, any",
        ),
        (
            "name: Marta Oller",
            "name: 李",
            "event.yaml:9: actor id: the name has no letter a-z; give an 'id'",
        ),
    ],
)
def test_an_error_names_file_line_and_nearest_key(
    folder: Path, old: str, new: str, message: str
) -> None:
    assert old in FERRY
    assert error_of(folder, FERRY.replace(old, new, 1)).startswith(message)


def test_a_coding_with_an_unknown_side_is_named_with_its_line(folder: Path) -> None:
    (folder / "label-codings.csv").write_text(
        "article_id,outlet,actor,side,concept,label,start,end,coder\n"
        "a,tide,marta-oller,board,,Oller,0,5,me\n"
        "a,tide,marta-oller,bord,,Oller,9,14,me\n"
    )
    assert error_of(folder, FERRY) == (
        "label-codings.csv:3: side 'bord' is not known to event 'ferry' (did you mean 'board'?)"
    )


def test_outlets_beside_the_event_win(folder: Path) -> None:
    (folder / "outlets.yaml").write_text(
        "gull:\n  name: The Gull\n  home: http://gull.example/\n  language: en\n"
    )
    assert [o.id for o in load_event(folder).outlets] == ["gull"]


def test_an_event_is_found_by_id_by_folder_and_by_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "data" / "events" / "ferry"
    place.mkdir(parents=True)
    (place / "event.yaml").write_text(FERRY, encoding="utf8")
    monkeypatch.chdir(tmp_path)
    assert find_folder("ferry") == find_folder(place) == find_folder(place / "event.yaml") == place
    assert {"ferry", "saltworks", "noem-petro"} <= set(event_ids())


def test_an_unknown_id_says_where_it_was_looked_for_and_what_there_is() -> None:
    with pytest.raises(UsageError) as caught:
        load_event("noem-pedro")
    message = str(caught.value)
    assert message.startswith("no event 'noem-pedro': looked for noem-pedro/event.yaml in ")
    assert message.endswith("(did you mean 'noem-petro'?)")
    assert "saltworks" in message


def test_a_folder_without_event_yaml_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_event(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path}: the folder has no event.yaml; known events: ")


def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such folder; known events: "):
        load_event(tmp_path / "none")


@pytest.mark.parametrize("event_id", ["saltworks", "noem-petro"])
def test_the_shipped_events_load(event_id: str) -> None:
    event = load_event(event_id)
    assert event.id == event_id
    assert len(event.coverage.urls) >= 6
    assert all(address.outlet for address in event.coverage.urls)


def test_the_event_noem_petro_leaves_the_bare_president_open() -> None:
    actors = {a.id: a for a, _ in load_event("noem-petro").actors()}
    for both in ("donald-trump", "gustavo-petro"):
        assert {"president", "presidente"} <= set(actors[both].titles)
        assert not {"president", "presidente", "the president"} & set(actors[both].aliases)


def test_a_corpus_folder_with_few_keys_loads(folder: Path) -> None:
    row = {"article_id": "0_L", "outlet": "L", "language": "en", "text": "The ferry sails."}
    (folder / "articles.jsonl").write_text(json.dumps(row) + "\n")
    (article,) = load_event(folder).articles
    assert (article.title, article.url, article.words) == ("0_L", "", 3)


@pytest.mark.quality
def test_the_event_files_of_the_reference_corpus_load(corpora: Path) -> None:
    files = sorted(corpora.glob("newswcl50/*/*.yaml"))
    assert files
    assert all(len(load_event(file).articles) == 5 for file in files)
