"""Claims about typography: the same articles with other quote marks are read as well."""

from __future__ import annotations

from pathlib import Path

import pytest
from remark import RESET, as_british, as_guillemets, as_straight, measure

#: What re-setting the marks may cost, in points of Qpair.
LARGEST_LOSS = 1.0
LINE = '“It\'s ‘fine’ by the boys’ coach,” said Pike. "Go," he said.'


def test_marks_change_and_nothing_moves() -> None:
    assert as_guillemets(LINE) == "«It's ‘fine’ by the boys’ coach,» said Pike. «Go,» he said."
    assert as_straight(LINE) == '"It\'s ‘fine’ by the boys’ coach," said Pike. "Go," he said.'
    assert as_british(LINE) == "‘It's “fine” by the boys’ coach,’ said Pike. ‘Go,’ he said."


@pytest.mark.quality
@pytest.mark.slow
def test_no_house_is_read_worse_for_its_marks(corpora: Path, root: Path) -> None:
    """Qpair of English news with its marks re-set, against the same news as printed."""
    shared = root.parent / "shared"
    if not (shared / "eval").is_dir():
        pytest.skip(f"the scorers are not at {shared / 'eval'}")
    figures = measure(shared)
    print(f"\nmarks re-set: {figures}")
    losses = {name: round(figures["printed"] - figures[name], 1) for name in RESET}
    assert max(losses.values()) <= LARGEST_LOSS, losses
