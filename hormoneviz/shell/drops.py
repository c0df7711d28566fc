"""Drops: what of the things that are dragged over the window can be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from hormoneviz.shell.film.opening import is_film
from hormoneviz.shell.opening import SUFFIXES


def dropped(data: QMimeData) -> Path | None:
    """The first file or folder that can be opened; None where there is none."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in SUFFIXES or is_film(path)), None)
