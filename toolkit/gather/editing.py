"""Adding wordings to an ``event.yaml`` that a person wrote, without touching anything else.

A person's file has comments, an order, quotes, lists in brackets or with dashes. Written back from
a tree, even by a library that keeps comments, some of it moves. So ruamel.yaml is asked only where
things stand (it marks every node with its place), and words are put into the text there: every byte
outside the changed list stays. The outcome is read again before anything is written: it must say
what the file said, and the new wordings, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from toolkit.errors import UsageError, nearest
from toolkit.gather.archive import replace_file
from toolkit.gather.handwritten import read_yaml
from toolkit.model import slug

#: The list of a block that takes new wordings, and the keys after which it is put if it is new.
LISTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "actor": ("aliases", ("id", "name", "kind", "titles")),
    "concept": ("terms", ("id", "label")),
}
BOM = "\ufeff"
_PLAIN = re.compile(r"[^\W\d_](?:[\w .’'()/&-]*[\w.)’'])?")


@dataclass(frozen=True, slots=True)
class Addition:
    """Wordings for one actor or concept; `owner` is "actor" or "concept", `id` as in the file."""

    owner: str
    id: str
    wordings: tuple[str, ...]


def add_wordings(file: Path, additions: Sequence[Addition]) -> str:
    """The text of an ``event.yaml`` with wordings added to ``aliases`` or ``terms``.

    file: is read, not written (see `save_text`). additions: those that the list has are left out.
    Errors: UsageError with file and line where the id does not exist, where the list stands in
    another place of the file (``*name``), or where words cannot be put in safely.
    """
    text = _text(file)
    for addition in additions:
        before, _ = _values(text, file)
        text = _with(text, addition, file)
        _check(before, text, addition, file)
    return text


def save_text(file: Path, text: str) -> None:
    """Put a text in the file's place, whole; what was there is gone only when the new is there."""
    mark = BOM if file.read_bytes().startswith(BOM.encode("utf8")) else ""
    replace_file(file.resolve(), (mark + text).encode("utf8"))


def _text(file: Path) -> str:
    read_yaml(file)  # says what is wrong with it, and where
    return file.read_bytes().decode("utf-8-sig")


def _values(text: str, file: Path) -> tuple[Any, Node]:
    try:
        yaml = YAML(typ="rt")
        return YAML(typ="safe", pure=True).load(text), yaml.compose(text)
    except (YAMLError, ValueError) as error:
        raise UsageError(f"{file.name}: not YAML ({str(error).splitlines()[0]})") from None


def _with(text: str, addition: Addition, file: Path) -> str:
    _, root = _values(text, file)
    block = _find(root, addition, file)
    key, after = LISTS[addition.owner]
    entry = _entry(block, key)
    held = {_folded(w.value) for w in _items(entry[1])} if entry else set()
    new = [w for w in dict.fromkeys(addition.wordings) if _folded(w) not in held]
    if not new:
        return text
    if entry is None:
        _refuse_merged(block, key, file)
        return _with_new_list(text, block, key, after, new)
    name, value = entry
    _refuse_shared(root, name, value, key, file)
    if isinstance(value, SequenceNode):
        return _with_items(text, value, new)
    return _with_value(text, name, value, new)


# --- finding the block ------------------------------------------------------------------------


def _find(root: Node, addition: Addition, file: Path) -> MappingNode:
    blocks = list(_actors(root) if addition.owner == "actor" else _concepts(root))
    for block in blocks:
        if addition.id in (_scalar(block, "id"), _own_id(block)):
            return block
    ids = [i for i in (_scalar(b, "id") or _own_id(b) for b in blocks) if i]
    section = "sides" if addition.owner == "actor" else "concepts"
    entry = _entry(root, section)
    line = entry[0].start_mark.line + 1 if entry else 1
    known = f"; there are {', '.join(ids)}" if ids else "; there is none"
    what = f"there is no {addition.owner} '{addition.id}'{nearest(addition.id, ids) or known}"
    raise UsageError(f"{file.name}:{line}: {what}; add it to the file first")


def _actors(root: Node) -> Iterator[MappingNode]:
    for side in _blocks(root, "sides"):
        yield from _blocks(side, "actors")


def _concepts(root: Node) -> Iterator[MappingNode]:
    yield from _blocks(root, "concepts")


def _blocks(node: Node, key: str) -> Iterator[MappingNode]:
    entry = _entry(node, key)
    if entry and isinstance(entry[1], SequenceNode):
        yield from (item for item in entry[1].value if isinstance(item, MappingNode))


def _entry(node: Node, key: str) -> tuple[Node, Node] | None:
    pairs = node.value if isinstance(node, MappingNode) else ()
    return next(((name, value) for name, value in pairs if name.value == key), None)


def _scalar(block: MappingNode, key: str) -> str | None:
    entry = _entry(block, key)
    return str(entry[1].value) if entry and isinstance(entry[1], ScalarNode) else None


def _own_id(block: MappingNode) -> str | None:
    """The id of an actor without one: a slug of the name."""
    name = None if _entry(block, "id") else _scalar(block, "name")
    return slug(name) if name else None


def _items(node: Node) -> list[Node]:
    return list(node.value) if isinstance(node, SequenceNode) else []


def _refuse_shared(root: Node, name: Node, value: Node, key: str, file: Path) -> None:
    """A list that stands in another place of the file, or that another place uses."""
    used = sum(value is other for other in _all_values(root))
    if used > 1 or value.start_mark.index < name.end_mark.index:
        line = name.start_mark.line + 1
        what = f"'{key}' is one list for several blocks (&name, *name)"
        raise UsageError(f"{file.name}:{line}: {what}; write it out here, then accept again")


def _refuse_merged(block: MappingNode, key: str, file: Path) -> None:
    merged = _entry(block, "<<")
    if merged and any(_entry(node, key) for node in (merged[1], *_items(merged[1]))):
        line = merged[0].start_mark.line + 1
        what = f"'{key}' comes from another block (<<)"
        raise UsageError(f"{file.name}:{line}: {what}; write it out here, then accept again")


def _all_values(node: Node, seen: set[int] | None = None) -> Iterator[Node]:
    """Every value of every key, each block gone through once."""
    seen = set() if seen is None else seen
    if id(node) in seen or isinstance(node, ScalarNode):
        return
    seen.add(id(node))
    pairs = node.value if isinstance(node, MappingNode) else [(None, v) for v in node.value]
    for _, value in pairs:
        yield value
        yield from _all_values(value, seen)


# --- putting words in -------------------------------------------------------------------------


def _with_items(text: str, node: SequenceNode, new: Sequence[str]) -> str:
    style = _style(node)
    written = [_written(word, style) for word in new]
    if not node.value:
        start = node.start_mark.index + 1
        return text[:start] + ", ".join(written) + text[start:]
    last = node.value[-1]
    if node.flow_style:
        between = _between(text, node)
        return _put(text, _end(last), "".join(between + word for word in written))
    at, newline = _end_of_line(text, _end(last))
    dash = node.start_mark
    first = node.value[0].start_mark.index
    lead = text[dash.index : first] if "\n" not in text[dash.index : first] else "- "
    lead = lead if re.fullmatch(r"-[ \t]+", lead) else "- "
    lines = "".join(f"{newline}{' ' * dash.column}{lead}{word}" for word in written)
    return _put(text, at, lines)


def _between(text: str, node: SequenceNode) -> str:
    """What parts two items in brackets: a comma, and a line's end where each has its own line."""
    last = node.value[-1]
    line_start = text.rfind("\n", 0, last.start_mark.index) + 1
    indent = text[line_start : last.start_mark.index]
    at, newline = _end_of_line(text, _end(last))
    own_line = len(node.value) > 1 and not indent.strip() and "#" not in text[_end(last) : at]
    return f",{newline}{indent}" if own_line else ", "


def _with_value(text: str, name: Node, value: Node, new: Sequence[str]) -> str:
    """A key without a value, or with ``null`` or ``~``, gets a list in brackets."""
    listed = f"[{', '.join(_written(word, None) for word in new)}]"
    if value.value:
        return text[: value.start_mark.index] + listed + text[value.end_mark.index :]
    colon = text.index(":", name.end_mark.index) + 1
    return _put(text, colon, f" {listed}")


def _with_new_list(
    text: str, block: MappingNode, key: str, after: Sequence[str], new: Sequence[str]
) -> str:
    listed = f"{key}: [{', '.join(_written(word, None) for word in new)}]"
    if block.flow_style:
        return _put(text, _end(block.value[-1][1]), f", {listed}")
    before = [(name, value) for name, value in block.value if name.value in after]
    name, value = max(before or block.value[:1], key=lambda pair: pair[0].start_mark.index)
    end = _end(value) if value.start_mark.index > name.start_mark.index else name.end_mark.index
    at, newline = _end_of_line(text, max(end, name.end_mark.index))
    indent = " " * block.value[0][0].start_mark.column
    return _put(text, at, f"{newline}{indent}{listed}")


def _put(text: str, at: int, words: str) -> str:
    return text[:at] + words + text[at:]


def _end(node: Node) -> int:
    """Where a node's own text ends: a block's mark stands behind the comments that follow it."""
    if not isinstance(node, MappingNode | SequenceNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    if isinstance(node, MappingNode):
        return max(_end(last[1]), int(last[0].end_mark.index))
    return _end(last)


def _end_of_line(text: str, at: int) -> tuple[int, str]:
    """Where the line ends that holds a place, and the file's own line end."""
    newline = "\r\n" if "\r\n" in text else "\n"
    if at and text[at - 1 : at] == "\n":  # a text over several lines ends with its line
        at -= 1
    found = text.find("\n", at)
    end = len(text) if found < 0 else found
    return (end - 1 if text[end - 1 : end] == "\r" else end), newline


def _style(node: SequenceNode) -> str | None:
    """The quotes of a list whose items all have the same; none if any has none."""
    styles = {item.style for item in node.value if isinstance(item, ScalarNode)}
    return styles.pop() if len(styles) == 1 and styles <= {"'", '"'} else None


def _written(word: str, style: str | None) -> str:
    """A wording as YAML: in the quotes of its neighbours, plain where that is safe."""
    if style == "'":
        return "'" + word.replace("'", "''") + "'"
    if style is None and _PLAIN.fullmatch(word) and _loads_as_itself(word):
        return word
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _loads_as_itself(word: str) -> bool:
    if word.casefold() in ("yes", "no", "on", "off", "y", "n", "true", "false", "null"):
        return False
    try:
        return bool(YAML(typ="safe", pure=True).load(f"[{word}]") == [word])
    except (YAMLError, ValueError):
        return False


def _folded(word: str) -> str:
    return " ".join(str(word).casefold().split())


# --- looking again ----------------------------------------------------------------------------


def _check(before: Any, text: str, addition: Addition, file: Path) -> None:
    """The new text must say what the old one said, and the new wordings, and nothing else."""
    after, _ = _values(text, file)
    key, _ = LISTS[addition.owner]
    added = _taken_out(after, addition, key)
    if after != _with_empty_lists(before, addition, key, added) or added is None:
        words = ", ".join(addition.wordings)
        what = f"words cannot be put into '{key}' of '{addition.id}' safely"
        raise UsageError(f"{file.name}: {what}; nothing was changed. Add them by hand: {words}")


def _taken_out(values: Any, addition: Addition, key: str) -> list[str] | None:
    """Takes a block's list out of the values, and gives it."""
    block = _plain_block(values, addition)
    found = block.pop(key, None) if block is not None else None
    return found if isinstance(found, list) else None


def _with_empty_lists(before: Any, addition: Addition, key: str, added: list[str] | None) -> Any:
    """The old values without the block's list, where that list begins the new one."""
    block = _plain_block(before, addition)
    old = (block.pop(key, None) if block is not None else None) or []
    return before if (added or [])[: len(old)] == old else None


def _plain_block(values: Any, addition: Addition) -> dict[str, Any] | None:
    sides = values.get("sides") or []
    actors = [a for side in sides for a in side.get("actors") or []]
    blocks = actors if addition.owner == "actor" else values.get("concepts") or []
    own = (b for b in blocks if addition.id in (str(b.get("id")), slug(str(b.get("name", "")))))
    return next(own, None)
