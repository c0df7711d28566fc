"""What stands on the screen while the solver is being loaded, which takes most of a second."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from hormoneviz.look import fonts
from hormoneviz.look.look import Look

WIDTH, HEIGHT = 520, 220
"""points, at 100 % text"""


def splash(look: Look, notice: str) -> QLabel:
    """Name and notice on the theme's ground, for the caller to show and to close.

    Not a QSplashScreen: showing one waits up to a second for the window manager.
    """
    width, height = look.pixels(WIDTH), look.pixels(HEIGHT)
    ground = QPixmap(width, height)
    ground.fill(look.theme.colour("window"))
    with QPainter(ground) as painter:
        painter.setPen(look.theme.colour("accent"))
        painter.setFont(fonts.font(look.pixels(44), fonts.BOLD))
        painter.drawText(QRect(0, 0, width, height - height // 4), Qt.AlignmentFlag.AlignCenter, "HormoneViz")
        painter.setPen(look.theme.colour("text_muted"))
        painter.setFont(fonts.font(look.pixels(15)))
        below = QRect(0, height // 2, width, height // 2)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, notice)
        painter.setPen(look.theme.colour("outline"))
        painter.drawRect(0, 0, width - 1, height - 1)
    sign = QLabel()
    sign.setWindowFlags(Qt.WindowType.SplashScreen | Qt.WindowType.FramelessWindowHint)
    sign.setPixmap(ground)
    return sign
