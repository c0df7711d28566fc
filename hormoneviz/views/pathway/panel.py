"""PathwayPanel: the diagram, which scrolls where the panel is lower than its text needs."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.views.pathway.diagram import Diagram
from hormoneviz.views.pathway.parts import least_height

_AROUND = 30
"""px above and below a node that is walked to, for its badges and emblem"""


class PathwayPanel(QScrollArea):
    """The cascade as a diagram, at the session's play head."""

    asked = Signal(str, str)
    """the phrase of a tab that is to come to the front, and what is to be seen there"""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.diagram = Diagram(session, look, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(240, 170)
        self.setAccessibleName(look.words.say("pathway_name"))
        self.setAccessibleDescription(look.words.say("pathway_help"))
        self.setWidget(self.diagram)
        self.diagram.pointed.connect(self._see)
        self.diagram.asked.connect(self.asked)

    def sizeHint(self) -> QSize:
        return QSize(440, 480)

    def set_look(self, look: Look) -> None:
        """Redraw in another theme or text size."""
        self._look = look
        self.diagram.set_look(look)
        self._fit()

    def node_centre(self, name: str) -> QPointF:
        """Where on the diagram a node is drawn; KeyError where this size does not show it."""
        return self.diagram.node_centre(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Never lower than its text needs."""
        least = least_height(self._look, self.width())
        if least > self.height():
            bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
            least = least_height(self._look, self.width() - bar)
        self.diagram.setMinimumHeight(math.ceil(least))

    def _see(self, box: QRectF) -> None:
        centre = box.center().toPoint()
        self.ensureVisible(centre.x(), centre.y(), 0, round(box.height() / 2) + _AROUND)
