"""What every way of writing a film has in common: it takes pictures in turn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage

Add = Callable[[QImage], None]
"""take the next frame, which is the taker's from then on"""
