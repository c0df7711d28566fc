"""Art: the emblem of each molecule, one SVG each in resources/art, coloured by the theme.

In the files a colour is written as "role:insulin" or, with a tone, "role:insulin:edge".  The scene, the
pathway, cards and glossary all draw the same file, so a molecule has one silhouette everywhere.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hormoneviz import resources
from hormoneviz.look.nearest import unknown
from hormoneviz.look.theme import mix

if TYPE_CHECKING:
    from hormoneviz.look.theme import Theme

_ROLE = re.compile(r"role:([a-z0-9_]+)(?::([a-z]+))?")
_WHITE, _BLACK = QColor("#FFFFFF"), QColor("#000000")
TONES = {
    "white": (_WHITE, 0.90), "pale": (_WHITE, 0.55), "light": (_WHITE, 0.28), "soft": (_WHITE, 0.10),
    "deep": (_BLACK, 0.10),
}  # fmt: skip
"""what is stirred into a role's colour, and how much; "edge" is the theme's own outline of the role"""
SET_BACK = {"dim": 0.40, "faint": 0.68}
"""how much of the cytosol is stirred in, for what stands further back"""

EMBLEM_OF = {
    "insulin": "insulin", "glucose": "glucose", "glucose_uptake": "glucose", "TNF": "tnf",
    "FFA": "fatty_acid",
    "IR": "receptor", "IRp": "receptor_active", "IRp_pm": "receptor_active", "IR_in": "receptor_inside",
    "IRp_in": "receptor_inside_active", "IRS1": "irs1", "IRS1_Y": "irs1_go", "IRS1_S": "irs1_jammed",
    "PIP3": "pip3", "Akt_act": "akt_active", "Akt_T308": "akt_active", "Akt_S473": "akt_active",
    "AS160": "brake", "AS160_p": "brake_off", "Rab_GTP": "rab", "mTORC1": "mtor", "S6K": "s6k", "JNK": "jnk",
    "GSVret": "vesicle", "GSVmob": "vesicle_rab", "Vper": "vesicle", "Vteth": "vesicle", "Vdock": "vesicle",
    "PMclu": "cluster", "PMdis": "pore", "CCV": "vesicle_coated", "EE": "vesicle_sorted",
    "ERC": "vesicle_sorted", "GLUT4": "glut4", "GLUT4_surface": "glut4", "store": "vesicle",
}  # fmt: skip
"""the emblem of a quantity or thing, by its name in the words; what has none has no entry"""


def names() -> tuple[str, ...]:
    """Every emblem there is."""
    return tuple(name.removeprefix("art/").removesuffix(".svg") for name in resources.names("art", ".svg"))


def roles(name: str) -> set[tuple[str, str]]:
    """The (role, tone) pairs that an emblem's file asks for; tone "" is the colour itself."""
    return {(role, tone) for role, tone in _ROLE.findall(_source(name))}


def size(name: str) -> QSizeF:
    """The emblem's size in hundredths of the scene, as drawn in its file."""
    return _box(name).size()


def paint(painter: QPainter, name: str, theme: Theme) -> None:
    """Draw the emblem round the painter's origin, a unit of its file being a unit of the painter.

    Raises:
        UnknownName: there is no such emblem, or its file names a role or tone that does not exist.
    """
    _renderer(name, theme.name, coloured(name, theme)).render(painter, _box(name))


def emblem(name: str, theme: Theme, size: float, ratio: float = 1.0) -> QPixmap:
    """The emblem in the middle of a square pixmap of `size` device-independent pixels, see-through
    elsewhere."""
    pixels = max(1, round(size * ratio))
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_in(painter, name, theme, QRectF(0.0, 0.0, pixels, pixels))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def paint_in(painter: QPainter, name: str, theme: Theme, box: QRectF) -> None:
    """Draw the emblem as large as a box allows, in its middle."""
    natural = _box(name)
    scale = min(box.width() / natural.width(), box.height() / natural.height())
    painter.save()
    painter.translate(box.center())
    painter.scale(scale, scale)
    painter.translate(-natural.center().x(), -natural.center().y())
    paint(painter, name, theme)
    painter.restore()


@cache
def _source(name: str) -> str:
    if name not in names():
        raise unknown("emblem", name, names())
    return resources.text(f"art/{name}.svg")


@cache
def _box(name: str) -> QRectF:
    return QSvgRenderer(QByteArray(_source(name).encode())).viewBoxF()


def coloured(name: str, theme: Theme) -> str:
    """The SVG of an emblem with every role replaced by its colour.

    Raises:
        UnknownName: as `paint`.
    """

    def colour(found: re.Match[str]) -> str:
        role, tone = found[1], found[2] or ""
        if tone == "edge":
            return theme.edge(role).name()
        if not tone:
            return theme.colour(role).name()
        if tone in SET_BACK:
            return mix(theme.colour(role), theme.colour("cytosol"), SET_BACK[tone]).name()
        if tone not in TONES:
            raise unknown("tone", tone, (*TONES, *SET_BACK, "edge"))
        return mix(theme.colour(role), *TONES[tone]).name()

    return _ROLE.sub(colour, _source(name))


@lru_cache(maxsize=256)
def _renderer(name: str, theme: str, text: str) -> QSvgRenderer:
    """Kept, because a file is parsed once but drawn at many sub-pixel places."""
    return QSvgRenderer(QByteArray(text.encode()))
