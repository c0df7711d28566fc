"""Backdrop: the still scene, or from near by only a part of it, with the light of the signal on it, which is
repainted only when that changes by a step."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from hormoneviz.views.cell.background import still_parts
from hormoneviz.views.cell.channel import Channel
from hormoneviz.views.cell.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hormoneviz.look.theme import Theme


class Backdrop:
    """It is right only once `painting` has been gone through, unless it is of the `whole` scene."""

    def __init__(
        self,
        places: Places,
        theme: Theme,
        channel: Channel,
        part: QRect | None = None,
        plain: bool = False,
    ) -> None:
        self.part = QRect(0, 0, places.width, places.height) if part is None else part
        """what of the scene `pixmap` shows (device px)"""
        self.pixmap = QPixmap(self.part.size())
        self._places, self._theme, self._channel, self._plain = places, theme, channel, plain
        self._area = channel.area().intersected(self.part)
        self._dark = QPixmap()
        self._steps: tuple[int, ...] = ()

    def painting(self) -> Iterator[None]:
        """Paint it, with a pause after each part."""
        self.pixmap.fill(self._theme.colour("interstitium"))
        yield
        for paint in still_parts(self._places, self._theme, self._channel, self.part, self._plain):
            with QPainter(self.pixmap) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.translate(-self.part.topLeft())
                paint(painter)
            yield
        self._dark = self.pixmap.copy(self._area.translated(-self.part.topLeft()))

    @classmethod
    def whole(cls, places: Places, theme: Theme, channel: Channel, plain: bool) -> Backdrop:
        """Of the whole scene, complete."""
        made = cls(places, theme, channel)
        made.pixmap = QPixmap(_still(theme, places.width, places.height, places.tissue, plain))
        made._dark = made.pixmap.copy(made._area)
        return made

    def light(self, steps: tuple[int, ...]) -> None:
        """Show the light for these `Channel.steps`."""
        if steps == self._steps or self._area.isEmpty():
            return
        self._steps = steps
        with QPainter(self.pixmap) as painter:
            painter.translate(-self.part.topLeft())
            painter.drawPixmap(self._area.topLeft(), self._dark)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._channel.paint(painter, self._theme, steps)


@lru_cache(maxsize=1)
def _still(theme: Theme, width: int, height: int, tissue: str, plain: bool) -> QPixmap:
    """The unlit whole (px), which twins share, and a scene made anew for other words."""
    places = Places(width, height, tissue)
    made = Backdrop(places, theme, Channel(places), plain=plain)
    for _ in made.painting():
        pass
    return made.pixmap
