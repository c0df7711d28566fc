"""LifeStrip: the life of the followed vesicle in one line over the scene, the latest at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from hormoneviz.views import icons
from hormoneviz.views.cell.zoom_buttons import SIDE, side_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QShowEvent

    from hormoneviz.look.look import Look

_MARGIN = 8
_BESIDE = 0.55
"""least share of the width for which a life is told beside the note in the corner"""
_BETWEEN = " · "
_NARROW = 60
"""characters; where there is room for fewer, a life takes two lines"""


class LifeStrip(QFrame):
    """Number of the vesicle, what it has done, and a button that lets it go."""

    dismissed = Signal()

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._host = parent
        self.setProperty("role", "card")
        self._life: list[str] = []
        self._side, self._width, self._below = SIDE, 120, _MARGIN
        self._title, self._line = QLabel(), QLabel()
        for label in (self._title, self._line):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._leave = QToolButton()
        self._leave.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._leave.clicked.connect(self.dismissed)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 4, 4)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._line, 1)
        row.addWidget(self._leave)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Words and colours of another look."""
        self._look = look
        text = look.theme.colour("text")
        side = side_of(look, self._side)
        self._leave.setStyleSheet(f"padding: 0; min-width: {side - 2}px; min-height: {side - 2}px;")
        self._leave.setFixedSize(side, side)
        self._leave.setIconSize(QSize(side // 2, side // 2))
        self._leave.setIcon(icons.icon("close", text, text, side // 2))
        self._leave.setAccessibleName(look.words.say("follow_stop"))
        self._leave.setToolTip(look.words.say("follow_stop"))
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)

    def set_side(self, side: int) -> None:
        """How large its button is, px at 100 % text."""
        self._side = side
        self.set_look(self._look)

    def tell(self, number: int, life: Sequence[str]) -> None:
        """Show the life of a vesicle; the phrases are in order, the present one last."""
        life = list(life)
        title = self._look.words.say("follow_title", number=number + 1)
        if life != self._life or title != self._title.text():
            self._life = life
            self._title.setText(title)
            self.setAccessibleName(title)
            self.setAccessibleDescription(self.text())
            self._fit()

    def text(self) -> str:
        """The whole life in one line, however much of it has room."""
        return _BETWEEN.join(self._life)

    def place(self, corner: QRectF) -> None:
        """Lie along the parent's lower edge, as far as what is in its corner; above that where it would leave
        too little."""
        beside, whole = round(corner.left()) - 2 * _MARGIN, self._host.width() - 2 * _MARGIN
        room = beside > _BESIDE * whole
        self._width = max(120, beside if room else whole)
        self._below = _MARGIN if room else self._host.height() - round(corner.top()) + _MARGIN
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the line has its font and width."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As much of the latest as has room; a second line where the scene is narrow."""
        self.resize(self._width, self.height())
        self._row.activate()
        metrics, room = QFontMetrics(self._line.font()), max(self._line.width(), 1)
        lines = 1 if room > _NARROW * metrics.averageCharWidth() else 2

        def fits(text: str) -> bool:
            return metrics.horizontalAdvance(text) <= room

        shown = latest(self._life, fits, lines)
        cut = (metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in shown)
        self._line.setText("\n".join(cut))
        height = self.sizeHint().height()
        self.setGeometry(_MARGIN, self._host.height() - height - self._below, self._width, height)


def latest(life: Sequence[str], fits: Callable[[str], bool], lines: int) -> list[str]:
    """As many of the latest stays as have room in so many lines, at least one; an ellipsis for the others."""
    rows: list[list[str]] = [[]]
    left = len(life)
    while left:
        longer = [life[left - 1], *rows[0]]
        more = [] if len(rows) == 1 else [""]  # an upper line ends in a dot
        if rows[0] and not fits(_BETWEEN.join(["…", *longer, *more]).rstrip()):
            if len(rows) == lines:
                rows[0].insert(0, "…")
                break
            longer = [life[left - 1]]
            rows.insert(0, [])
        rows[0] = longer
        left -= 1
    return [_BETWEEN.join(row) + (_BETWEEN.rstrip() if row is not rows[-1] else "") for row in rows]
