"""Where the files lie that people edit: ``outlets.yaml`` and ``data/``.

They lie outside the package so that people find them. In a checkout they are beside the folder
``toolkit/``; an installed wheel carries copies in ``toolkit/_shipped/``. The checkout wins, so
that an edit has an effect.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def shipped_roots() -> tuple[Path, ...]:
    """The folders that may hold ``outlets.yaml`` and ``data/``, best first."""
    checkout, wheel = PACKAGE.parent, PACKAGE / "_shipped"
    # An installed package's parent is site-packages: only a pyproject.toml makes it a checkout.
    is_checkout = (checkout / "pyproject.toml").is_file()
    return (checkout, wheel) if is_checkout else (wheel,)


def find_shipped(name: str) -> Path | None:
    """The path of a shipped file or folder such as ``data/sites``, or None.

    >>> find_shipped("outlets.yaml").name
    'outlets.yaml'
    """
    return next((root / name for root in shipped_roots() if (root / name).exists()), None)
