"""YAML files that people write by hand, and how to tell them what is wrong.

A person who mistypes a key wants the file, the line, the word and the likely right word, all at
once: ``outlets.yaml:14: outlet 'ledger': 'langauge' is not a key (did you mean 'language'?)``.
So the file is read twice over: ruamel.yaml keeps the line of every key, pydantic checks the shape
against a model, and this module joins the two: for each of pydantic's complaints it looks up the
line and words one sentence.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from toolkit.errors import UsageError, nearest

if TYPE_CHECKING:
    from ruamel.yaml.comments import CommentedMap

Where = tuple[str | int, ...]
Namer = Callable[[Any, Where], str]
M = TypeVar("M", bound=BaseModel)

#: A file of this kind is some kilobytes; more is a mistake, and anchors could blow it up.
MAX_BYTES = 2_000_000


class Block(BaseModel):
    """A block of YAML: an unknown key is an error, never passed over in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _listed(value: object) -> object:
    """An empty key (``aliases:``) is an empty list; people leave keys empty to fill them later."""
    return () if value is None else value


T = TypeVar("T")
Many = Annotated[tuple[T, ...], BeforeValidator(_listed)]


class Place:
    """A file with the lines of its keys: words the start of an error message."""

    def __init__(self, path: Path, tree: Any):
        self.path = path
        self.tree = tree

    def line(self, where: Where) -> int:
        """The line (from 1) of the deepest key of `where` that the file has."""
        node, line = self.tree, 1
        for step in where:
            found = _line_of(node, step)
            if found is None:
                break
            line, node = found, node[step]
        return line

    def error(self, where: Where, what: str) -> UsageError:
        """The error to raise about the place `where` of the file."""
        return UsageError(f"{self.path.name}:{self.line(where)}: {what}")


def read_yaml(path: Path, *, lists: bool = False) -> tuple[Any, Place]:
    """Read a YAML file whose top is a block of keys, as plain values and with its lines.

    path: the file. lists: whether the top may be a list of blocks, too.
    Returns: the values (dates as ISO text) and the `Place` that knows their lines.
    Errors: UsageError when the file is missing, empty, not UTF-8, not YAML or not a block.
    """
    source = _read_source(path)
    try:
        tree = _parse(source, path)
        if tree is None:
            raise UsageError(f"{path.name}:1: the file is empty; it must hold keys and values")
        if not isinstance(tree, dict) and not (lists and isinstance(tree, list)):
            raise UsageError(
                f"{path.name}:1: the file must hold 'key: value' lines, not {_a(tree)}"
            )
        return _plain(tree), Place(path, tree)
    except RecursionError:
        raise UsageError(f"{path.name}:1: the file is nested too deeply to be read") from None


def check_block(model: type[M], values: object, place: Place, where: Where, name: Namer) -> M:
    """Values as the given model, or a UsageError that names every line that is wrong.

    model: the pydantic model. values: what `read_yaml` gave, or the part of it at `where`.
    name: words where an error is ("outlet 'ledger'"), given the tree and the place in it.
    Errors: UsageError, one line for each complaint.
    """
    try:
        return model.model_validate(values)
    except ValidationError as error:
        lines = [_complaint(model, dict(e), place, where, name) for e in error.errors()]
        raise UsageError("\n".join(lines)) from None


def _read_source(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such file") from None
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from None
    if len(raw) > MAX_BYTES:
        raise UsageError(f"{path.name}: the file has {len(raw):,} bytes; is it the right one?")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise UsageError(f"{path.name}:{line}: the file is not UTF-8; save it as UTF-8") from None


def _parse(source: str, path: Path) -> CommentedMap | Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import DuplicateKeyError
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML(typ="rt").load(source)
    except DuplicateKeyError as error:
        line = error.problem_mark.line + 1
        key = source.splitlines()[line - 1].split(":")[0].strip(" -{\"'")
        raise UsageError(f"{path.name}:{line}: '{key}' stands twice in the same block") from None
    except MarkedYAMLError as error:
        raise UsageError(_not_yaml(error, source, path)) from None
    except (YAMLError, ValueError) as error:  # ValueError: a date such as 2025-02-30
        line, found = _bad_date(source)
        what = f"'{found}' is not a date" if found else "not YAML"
        raise UsageError(f"{path.name}:{line}: {what} ({str(error).splitlines()[0]})") from None


def _not_yaml(error: Any, source: str, path: Path) -> str:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    lines = source.splitlines()
    for number in (line, line - 1):
        if 0 < number <= len(lines) and "\t" in lines[number - 1][: _indent(lines[number - 1])]:
            return f"{path.name}:{number}: a tab stands in the indent; YAML wants spaces"
    return f"{path.name}:{line}: not YAML ({error.problem or error.context})"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _bad_date(source: str) -> tuple[int, str]:
    """The first thing that looks like a date and is none, with its line."""
    for number, line in enumerate(source.splitlines(), 1):
        for found in re.findall(r"\b\d{4}-\d{1,2}-\d{1,2}\b", line):
            try:
                datetime.date.fromisoformat(found)
            except ValueError:
                return number, found
    return 1, ""


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    if isinstance(node, datetime.datetime | datetime.date):
        return node.isoformat()
    return str(node) if isinstance(node, str) else node


def _line_of(tree: Any, step: str | int) -> int | None:
    node, lines = tree, getattr(tree, "lc", None)
    if lines is None:
        return None
    try:
        if isinstance(node, dict) and step in node:
            return int(lines.key(step)[0]) + 1
        if isinstance(node, list) and isinstance(step, int) and step < len(node):
            return int(lines.item(step)[0]) + 1
    except (KeyError, TypeError):  # a merged or aliased node has no line of its own
        return None
    return None


def _complaint(
    model: type[BaseModel], error: dict[str, Any], place: Place, where: Where, name: Namer
) -> str:
    full = (*where, *error["loc"])
    subject = name(place.tree, full)
    what = _words(model, error, full)
    return str(place.error(full, f"{subject}: {what}" if subject else what))


def _words(model: type[BaseModel], error: dict[str, Any], where: Where) -> str:
    key, kind, value = where[-1] if where else "", error["type"], error.get("input")
    if kind == "extra_forbidden":
        keys = known_keys(model, [s for s in where[:-1] if isinstance(s, str)])
        return f"'{key}' is not a key{nearest(str(key), keys) or '; known: ' + ', '.join(keys)}"
    if kind == "missing":
        return f"'{key}' is missing"
    if kind == "literal_error":
        choices = [c.strip("' ") for c in error["ctx"]["expected"].replace(" or ", ",").split(",")]
        hint = nearest(str(value), choices)
        return f"{key} '{value}' is not one of {', '.join(c for c in choices if c)}{hint}"
    if kind == "value_error":
        return str(error["ctx"]["error"])
    if kind in ("string_type", "tuple_type", "model_type", "dict_type", "string_too_short"):
        return _wrong_type(key, kind, value)
    return f"'{key}': {error['msg']}"


def _wrong_type(key: str | int, kind: str, value: object) -> str:
    said = f"'{key}'" if isinstance(key, str) else f"entry {key + 1}"
    if kind == "tuple_type":
        return f"{said} must be a list, as in [{value}], not {_a(value)}"
    if kind in ("model_type", "dict_type"):
        return f"{said} must be a block of 'key: value' lines, not {_a(value)}"
    if value is None or value == "":
        return f"{said} has no value"
    return f"{said} must be text, not {_a(value)}; put it in quotes"


def _a(value: object) -> str:
    if isinstance(value, str):
        return f"the text '{value[:40]}'"
    if isinstance(value, bool | int | float):
        return f"the number or flag {value}"
    return {"list": "a list", "tuple": "a list", "dict": "a block"}.get(_kind(value), "that")


def _kind(value: object) -> str:
    return "list" if isinstance(value, list) else "dict" if isinstance(value, dict) else ""


def known_keys(model: type[BaseModel], steps: Sequence[str]) -> list[str]:
    """The keys that a model has at a place in it, as they are written in the file."""
    for step in steps:
        inner = _inner_model(model, step)
        model = inner if inner is not None else model
    return [f.alias or name for name, f in model.model_fields.items()]


def _inner_model(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    for name, info in model.model_fields.items():
        if key in (name, info.alias):
            return _find_model(info.annotation)
    return None


def _find_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    parts = getattr(annotation, "__args__", ())
    return next((found for part in parts if (found := _find_model(part))), None)
