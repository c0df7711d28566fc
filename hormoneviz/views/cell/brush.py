"""How we draw: flat colour, darker outline, a soft light from the upper left.  All emblems share these few
strokes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPaintEngine, QPainter, QPainterPath, QPen

from hormoneviz.look.theme import mix

if TYPE_CHECKING:
    from hormoneviz.look.theme import Theme

LINE = 0.22
"""width of an outline, in scene units"""
WHITE = QColor("#FFFFFF")
_VECTOR = (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf)


def keeps_text(painter: QPainter) -> bool:
    """Whether what is painted on keeps letters as letters and lines as lines (SVG, PDF), not as pixels."""
    return painter.paintEngine().type() in _VECTOR


def outline(theme: Theme, role: str, width: float = LINE) -> QPen:
    pen = QPen(theme.edge(role), width * theme.line)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def thread(colour: QColor, width: float) -> QPen:
    """A round-ended line."""
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def wash(colour: QColor, box: QRectF, light: float = 0.28) -> QLinearGradient:
    """The colour, lighter to the upper left."""
    gradient = QLinearGradient(box.topLeft(), box.bottomRight())
    gradient.setColorAt(0.0, mix(colour, WHITE, light))
    gradient.setColorAt(0.55, colour)
    gradient.setColorAt(1.0, mix(colour, QColor("#000000"), 0.10))
    return gradient


def body(painter: QPainter, theme: Theme, role: str, path: QPainterPath, light: float = 0.28) -> None:
    """A shape in a role's colour."""
    painter.setPen(outline(theme, role))
    painter.setBrush(wash(theme.colour(role), path.boundingRect(), light))
    painter.drawPath(path)


def disc(
    painter: QPainter, theme: Theme, role: str, x: float, y: float, r: float, light: float = 0.28
) -> None:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), r, r)
    body(painter, theme, role, path, light)


def pill(x: float, y: float, width: float, height: float, r: float) -> QPainterPath:
    """A rounded box round (x, y)."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(x - width / 2, y - height / 2, width, height), r, r)
    return path
