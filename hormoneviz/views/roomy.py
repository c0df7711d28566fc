"""Text that grows with a large panel, which is seen from afar."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize

from hormoneviz.look.look import Look

_COMFORT = QSize(640, 480)
"""px, the size up to which text keeps its size"""
_LARGEST = 2.0


def roomy(look: Look, size: QSize) -> Look:
    """The look with its text grown to suit a panel of that size."""
    room = min(size.width() / _COMFORT.width(), size.height() / _COMFORT.height())
    return replace(look, text_scale=look.text_scale * min(max(room, 1.0), _LARGEST))
