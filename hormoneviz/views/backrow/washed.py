"""The picture as the last row sees it: the room's light over it, and detail lost to distance and eyesight.

Both are computed in linear light, where light adds up; sRGB in, sRGB out.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from scipy.ndimage import gaussian_filter1d

from hormoneviz.views.backrow.room import Room

_STEPS = 4096
"""of linear light told apart on the way back"""


def washed(image: QImage, room: Room) -> QImage:
    """The picture (any size, any format) as it is seen in that room; the same size, without alpha."""
    source = image.convertToFormat(QImage.Format.Format_RGB32)
    width, height = source.width(), source.height()
    if not width or not height:
        return source
    light = _to_linear()[pixels(source)[..., :3]]
    for axis in (0, 1):
        light = gaussian_filter1d(light, room.blur * height, axis, mode="nearest", truncate=3.0)
    lit = (light + room.ambient) * (_STEPS / (1.0 + room.ambient))
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(0)
    pixels(made)[..., :3] = _to_srgb()[np.clip(lit + 0.5, 0, _STEPS).astype(np.intp)]
    made.setDevicePixelRatio(image.devicePixelRatio())
    return made


def pixels(image: QImage) -> NDArray[np.uint8]:
    """The pixels of a 32-bit picture, (height, width, 4), in the order blue, green, red, unused; a view."""
    rows = np.frombuffer(image.bits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return rows[:, : image.width()]


def luminances(values: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Relative luminances (0 to 1) of colours in the order blue, green, red along the last axis."""
    return _to_linear()[values] @ np.array([0.0722, 0.7152, 0.2126], np.float32)


@cache
def _to_linear() -> NDArray[np.float32]:
    """Linear light (0 to 1) of each of the 256 values of sRGB (IEC 61966-2-1)."""
    share = np.arange(256) / 255.0
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return linear.astype(np.float32)


@cache
def _to_srgb() -> NDArray[np.uint8]:
    """The way back, for `_STEPS` steps of linear light."""
    linear = np.arange(_STEPS + 1) / _STEPS
    share = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.round(255.0 * share).astype(np.uint8)
