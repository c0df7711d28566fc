"""Emblems of the organs, our own drawings: flat colour, darker outline, as in the cell scene.

Each is drawn in a box of 48 x 36 units with its foot at y = 36, where the blood vessel runs. No role is the
organs' own: each borrows the hue it has in life from a role of the theme, paled with the surface.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from hormoneviz.look.theme import Theme, mix

WIDTH, HEIGHT = 48.0, 36.0
_LINE = 1.3
_HUES = {
    "blood_now": ("tnf", 0.15),
    "pancreas": ("membrane", 0.30),
    "liver": ("as160", 0.18),
    "muscle_tissue": ("sarcomere_edge", 0.22),
    "fat_tissue": ("halo", 0.30),
    "testis": ("androgen", 0.42),
    "ovary": ("estrogen", 0.42),
    "pituitary": ("nucleus_edge", 0.25),
}
"""role, and how much of the surface is stirred in"""


class Ink:
    """The pens and brushes of one organ in one theme."""

    def __init__(self, painter: QPainter, theme: Theme, role: str, pale: float) -> None:
        self.painter, self.theme = painter, theme
        self.fill = mix(theme.colour(role), theme.colour("surface"), 0.4 * pale if theme.dark else pale)
        dark = QColor("#05080C")
        self.edge = mix(self.fill, dark, 0.62) if theme.dark else theme.edge(role)

    def pale(self, colour: QColor, share: float) -> QColor:
        """A paler part; in a dark theme too, where the surface would darken it."""
        return mix(colour, QColor("#FFFFFF"), 0.75 * share if self.theme.dark else share)

    def shape(self, path: QPainterPath, fill: QColor | None = None, light: float = 0.25) -> None:
        """A filled shape with its outline, lit from the upper left."""
        colour, box = fill or self.fill, path.boundingRect()
        gradient = QLinearGradient(box.topLeft(), box.bottomRight())
        gradient.setColorAt(0.0, mix(colour, QColor("#FFFFFF"), light))
        gradient.setColorAt(0.6, colour)
        gradient.setColorAt(1.0, mix(colour, QColor("#000000"), 0.08))
        self.painter.setPen(self.pen(_LINE))
        self.painter.setBrush(QBrush(gradient))
        self.painter.drawPath(path)

    def line(self, path: QPainterPath, width: float = 0.9, alpha: float = 0.75) -> None:
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(self.pen(width, alpha))
        self.painter.drawPath(path)

    def cord(self, path: QPainterPath, width: float, colour: QColor) -> None:
        """A thick line with its outline."""
        self.line(path, width, 1.0)
        cap = Qt.PenCapStyle.RoundCap
        self.painter.setPen(QPen(colour, 0.5 * width, Qt.PenStyle.SolidLine, cap))
        self.painter.drawPath(path)

    def spot(self, x: float, y: float, r: float, colour: QColor) -> None:
        self.painter.setPen(self.pen(0.8))
        self.painter.setBrush(colour)
        self.painter.drawEllipse(QPointF(x, y), r, r)

    def pen(self, width: float, alpha: float = 1.0) -> QPen:
        colour = QColor(self.edge)
        colour.setAlphaF(alpha)
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        return QPen(colour, width, Qt.PenStyle.SolidLine, cap, join)


def paint_emblem(painter: QPainter, theme: Theme, name: str, box: QRectF) -> None:
    """An organ in a box, as large as fits, its foot on the lower edge."""
    scale = min(box.width() / WIDTH, box.height() / HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center().x() - WIDTH / 2 * scale, box.bottom() - HEIGHT * scale)
    painter.scale(scale, scale)
    _DRAWN[name](Ink(painter, theme, *_HUES[name]))
    painter.restore()


def _curve(x: float, y: float, *cubics: tuple[float, ...]) -> QPainterPath:
    """A path of cubic curves, each given as six numbers."""
    path = QPainterPath(QPointF(x, y))
    for cubic in cubics:
        path.cubicTo(*cubic)
    return path


def _oval(x: float, y: float, across: float, down: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), across, down)
    return path


def _blood(ink: Ink) -> None:
    """A drop."""
    ink.shape(
        _curve(
            24, 1,
            (21, 9, 12.5, 15, 12.5, 23), (12.5, 38.5, 35.5, 38.5, 35.5, 23), (35.5, 15, 27, 9, 24, 1),
        )
    )  # fmt: skip
    ink.line(_curve(17, 23, (17, 28, 20, 31, 24, 31.3)), 1.6, 0.5)


def _pancreas(ink: Ink) -> None:
    """A lobed leaf lying across: broad head, thin tail, the duct along it, islets."""
    ink.shape(
        _curve(
            3, 24,
            (1, 17, 7, 13, 11, 15), (13, 10, 19, 9, 21, 12), (24, 8, 29, 7, 31, 10), (34, 5, 39, 4, 41, 7),
            (45, 5, 48, 9, 45.5, 12), (46, 16, 41, 18, 38, 17), (37, 21, 31, 23, 28, 20.5),
            (27, 25, 21, 27, 18, 24.5), (19, 31, 13, 36, 9, 33), (4, 34, 1, 29, 3, 24),
        )
    )  # fmt: skip
    ink.line(_curve(8, 28, (12, 18, 24, 17, 42, 10.5)), 1.1, 0.55)
    for x, y in ((9, 22), (17, 15.5), (22.5, 21), (30, 14.5), (38, 10)):
        ink.spot(x, y, 1.9, ink.theme.colour("insulin"))


def _liver(ink: Ink) -> None:
    """The wedge: a large right lobe, a thin left one, the ligament between them, the gall bladder below."""
    ink.shape(_oval(22.5, 30.5, 3.6, 5.2), ink.pale(ink.theme.colour("rab"), 0.2))
    ink.shape(
        _curve(
            2.5, 24,
            (1, 11, 8, 2, 19, 2.5), (25, 3, 27, 5, 31, 5), (37, 4.5, 46, 6, 46.5, 10),
            (46, 15, 38, 17, 32, 20), (27, 25, 19, 32, 10, 34), (5, 34.5, 3, 30, 2.5, 24),
        )
    )  # fmt: skip
    ink.line(_curve(29, 5.3, (27, 11, 28, 17, 29.5, 21.5)), 1.3, 0.8)
    ink.line(_curve(7, 20, (8, 12, 12, 8, 17, 7)), 1.5, 0.35)


def _muscle(ink: Ink) -> None:
    """A belly between two tendons, with its fibres."""
    tendon = ink.pale(ink.theme.colour("membrane"), 0.7)
    for left in (1.0, 38.0):
        band = QPainterPath()
        band.addRoundedRect(QRectF(left, 16.5, 9.0, 5.0), 2.2, 2.2)
        ink.shape(band, tendon)
    ink.shape(_curve(6, 19, (11, 2.5, 37, 2.5, 42, 19), (37, 35.5, 11, 35.5, 6, 19)))
    for sag in (-10, -5, 0, 5, 10):
        end = 19 + 0.06 * sag
        ink.line(_curve(9, end, (16, 19 + sag, 32, 19 + sag, 39, end)), 1.0, 0.6)


def _fat(ink: Ink) -> None:
    """Round cells packed together, each with its nucleus at the rim."""
    for x, y, r in ((13, 13, 9.3), (33.5, 11.5, 9.8), (8.5, 27.5, 7.2), (24, 25.5, 9.8), (39.5, 27, 8.0)):
        ink.shape(_oval(x, y, r, r), light=0.45)
        ink.spot(x + 0.62 * r, y - 0.62 * r, 1.7, ink.theme.colour("nucleus_edge"))


def _testis(ink: Ink) -> None:
    """An egg, with the epididymis over its back and the duct that leaves it."""
    pale = ink.pale(ink.fill, 0.45)
    ink.cord(_curve(35, 29, (42, 26, 35, 12, 40, 1.5)), 3.6, pale)
    ink.shape(_curve(16, 6, (26, -2, 41, 8, 38, 23), (36, 34, 29, 36, 27, 33), (33, 22, 27, 10, 16, 6)), pale)
    ink.shape(_curve(11, 15, (14, 3, 31, 5, 32, 20), (32.5, 37, 6, 39, 11, 15)))
    for x in (15.5, 20.5, 25.5):
        ink.line(_curve(x, 13.5, (x - 2, 18, x - 2, 24, x, 29)), 0.9, 0.45)


def _ovary(ink: Ink) -> None:
    """An almond with follicles of every size, on its ligament."""
    pale = ink.pale(ink.fill, 0.65)
    ink.cord(_curve(41, 21, (45, 22, 46, 26, 47, 31)), 4.0, ink.fill)
    ink.shape(_curve(3, 21, (4, 4, 36, 0, 43, 17), (46, 31, 30, 36, 20, 35), (9, 34, 3, 30, 3, 21)))
    follicles = ((29.5, 20.5, 7.4), (13.5, 17.5, 4.6), (16.5, 28, 3.6), (21, 11.5, 2.6), (38.2, 17.5, 2.0))
    for x, y, r in follicles:
        ink.spot(x, y, r, pale)
    ink.spot(31.5, 22.5, 2.2, ink.theme.colour("halo"))


def _pituitary(ink: Ink) -> None:
    """A bean on a stalk, in two lobes, in its saddle of bone."""
    ink.shape(
        _curve(
            3, 20,
            (7, 19, 8, 23, 9, 27), (12, 33, 36, 33, 39, 27), (40, 23, 41, 19, 45, 20),
            (46, 28, 44, 36, 24, 36), (4, 36, 2, 28, 3, 20),
        ),
        ink.pale(ink.theme.colour("microtubule"), 0.55),
    )  # fmt: skip
    ink.shape(
        _curve(
            20, 1,
            (22, 4, 22, 9, 20.5, 14), (23, 16, 26, 16, 28, 14), (26.5, 9, 26.5, 4, 28.5, 1),
            (26, 0, 22, 0, 20, 1),
        )
    )  # fmt: skip
    behind = mix(ink.fill, QColor("#000000"), 0.14)
    ink.shape(_curve(29, 13.5, (37, 9.5, 41, 15, 39, 22), (37, 29, 29, 30, 26, 25)), behind)
    ink.shape(_curve(24, 13, (16, 9, 7.5, 13, 9, 21), (11, 30, 25, 31.5, 29, 25), (32, 19, 30, 14, 24, 13)))


_DRAWN: dict[str, Callable[[Ink], None]] = {
    "blood_now": _blood,
    "pancreas": _pancreas,
    "liver": _liver,
    "muscle_tissue": _muscle,
    "fat_tissue": _fat,
    "testis": _testis,
    "ovary": _ovary,
    "pituitary": _pituitary,
}
