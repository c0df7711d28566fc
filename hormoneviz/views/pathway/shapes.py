"""Outlines of the pathway panel: a silhouette for each kind of node, ways and heads of the arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from hormoneviz.views.pathway.layout import Shape


def outline(shape: Shape, box: QRectF) -> QPainterPath:
    """The silhouette of a node in its box."""
    path = QPainterPath()
    height = box.height()
    match shape:
        case "messenger":
            path.addRoundedRect(box, height / 2, height / 2)
        case "protein":
            path.addRoundedRect(box, 0.2 * height, 0.2 * height)
        case "kinase":
            _hexagon(path, box, 0.22 * height)
        case "lipid":
            _leaf(path, box, 0.5 * height)
        case "store":
            _tank(path, box, 0.16 * height)
    return path


def tag(kind: str, spot: QRectF) -> QPainterPath:
    """The phosphate of a node: round on tyrosine, square on serine."""
    path = QPainterPath()
    path.addEllipse(spot) if kind == "round" else path.addRect(spot)
    return path


def line(points: Sequence[QPointF], radius: float) -> QPainterPath:
    """A way with rounded corners."""
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before, radius))
        path.quadTo(corner, _towards(corner, after, radius))
    path.lineTo(points[-1])
    return path


def arrow(end: QPointF, before: QPointF, size: float) -> QPolygonF:
    """A head that points to `end`."""
    along, across = _axes(end, before)
    base = end - along * (1.6 * size)
    return QPolygonF([end, base + across * size, base + along * (0.35 * size), base - across * size])


def bar(end: QPointF, before: QPointF, size: float, thickness: float) -> QPolygonF:
    """The bar of an inhibition, across the way at `end`."""
    along, across = _axes(end, before)
    base = end - along * thickness
    return QPolygonF([end + across * size, end - across * size, base - across * size, base + across * size])


def _axes(end: QPointF, before: QPointF) -> tuple[QPointF, QPointF]:
    step = end - before
    length = max((step.x() ** 2 + step.y() ** 2) ** 0.5, 1e-6)
    along = step / length
    return along, QPointF(-along.y(), along.x())


def _towards(start: QPointF, goal: QPointF, distance: float) -> QPointF:
    step = goal - start
    length = max((step.x() ** 2 + step.y() ** 2) ** 0.5, 1e-6)
    share = min(distance / length, 0.5)
    return QPointF(start.x() + share * step.x(), start.y() + share * step.y())


def _hexagon(path: QPainterPath, box: QRectF, cut: float) -> None:
    middle = box.center().y()
    corners = [
        QPointF(box.left(), middle), QPointF(box.left() + cut, box.top()),
        QPointF(box.right() - cut, box.top()),
        QPointF(box.right(), middle), QPointF(box.right() - cut, box.bottom()),
        QPointF(box.left() + cut, box.bottom()),
    ]  # fmt: skip
    path.addPolygon(QPolygonF(corners))
    path.closeSubpath()


def _leaf(path: QPainterPath, box: QRectF, round_: float) -> None:
    """Two opposite corners round, two sharp: a drop in the membrane."""
    path.moveTo(box.topLeft())
    path.lineTo(box.right() - round_, box.top())
    path.quadTo(box.topRight(), QPointF(box.right(), box.top() + round_))
    path.lineTo(box.bottomRight())
    path.lineTo(box.left() + round_, box.bottom())
    path.quadTo(box.bottomLeft(), QPointF(box.left(), box.bottom() - round_))
    path.closeSubpath()


def _tank(path: QPainterPath, box: QRectF, dome: float) -> None:
    """A vessel with a bowed lid and bottom."""
    path.moveTo(box.left(), box.top() + dome)
    path.quadTo(QPointF(box.center().x(), box.top() - dome), QPointF(box.right(), box.top() + dome))
    path.lineTo(box.right(), box.bottom() - dome)
    path.quadTo(QPointF(box.center().x(), box.bottom() + dome), QPointF(box.left(), box.bottom() - dome))
    path.closeSubpath()
    path.setFillRule(Qt.FillRule.WindingFill)
