"""Notebooks ask and show; they define nothing, keep no outputs, and run on anybody's machine."""

from __future__ import annotations

import ast
import re
import time
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("**/[!.]*.ipynb"))
EACH = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
LONGEST_CELL = 10
LONGEST_RUN = 30.0
ABSOLUTE = re.compile(r"""["'](/\w|~/|[A-Za-z]:\\)""")
INSTALLS = re.compile(r"^\s*[!%]", re.MULTILINE)
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


def code_of(path: Path) -> list[nbformat.NotebookNode]:
    notebook = nbformat.read(path, as_version=4)
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_is_a_notebook_to_start_with():
    assert NOTEBOOKS[0].name == "01_the_whole_path.ipynb"


@EACH
def test_a_notebook_is_committed_as_it_was_written(path):
    ran = [c.source for c in code_of(path) if c.outputs or c.execution_count is not None]
    assert ran == []


@EACH
def test_a_notebook_defines_nothing(path):
    trees = [ast.parse(c.source) for c in code_of(path)]
    made = [node for tree in trees for node in ast.walk(tree) if isinstance(node, DEFINITIONS)]
    assert [ast.unparse(node) for node in made] == []


@EACH
def test_a_notebook_installs_nothing_and_names_no_place_of_ours(path):
    sources = [c.source for c in code_of(path)]
    assert [s for s in sources if INSTALLS.search(s) or ABSOLUTE.search(s)] == []


@EACH
def test_a_cell_is_short_enough_to_read_aloud(path):
    assert [c.source for c in code_of(path) if len(c.source.splitlines()) > LONGEST_CELL] == []


@EACH
def test_a_notebook_ends_with_what_it_does_not_show(path):
    last = nbformat.read(path, as_version=4).cells[-1]
    assert last.cell_type == "markdown"
    assert re.match(r"#+ What this does not show", last.source)


@EACH
@pytest.mark.slow
def test_a_notebook_runs_offline_and_every_picture_has_words(path, tmp_path):
    from nbclient import NotebookClient
    from nbconvert import HTMLExporter

    notebook = nbformat.read(path, as_version=4)
    began = time.monotonic()
    NotebookClient(
        notebook, timeout=60, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    assert time.monotonic() - began < LONGEST_RUN
    page, _ = HTMLExporter().from_notebook_node(notebook)
    pictures = re.findall(r"<img\b[^>]*>", page)
    silent = r'alt="(No description has been provided for this image)?"'
    assert [p[:60] for p in pictures if re.search(silent, p) or "alt=" not in p] == []
