"""Under: what is said of the people, and below it, or beside it where the panel is low, the foot."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from hormoneviz.views.people.head import Foot

_ANY = 16_777_215
"""px, Qt's own greatest width"""


class Under(QWidget):
    """The sentence and the foot."""

    def __init__(self, foot: Foot, parent: QWidget) -> None:
        super().__init__(parent)
        self.foot, self.told = foot, QLabel(self)
        self.told.setWordWrap(True)
        self._beside = False
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 4)
        self._box.setSpacing(2)
        self._box.addWidget(self.told)
        self._box.addWidget(foot)
        self.set_beside(beside=False)

    def set_beside(self, beside: bool) -> None:
        """Foot and sentence in one line, or the sentence above the foot."""
        self._beside = beside
        wide = self.foot.whole_width()
        self.foot.setMinimumWidth(wide if beside else 0)
        self.foot.setMaximumWidth(wide if beside else _ANY)
        self.told.setContentsMargins(0 if beside else 8, 0, 8, 0)
        across, down = QBoxLayout.Direction.RightToLeft, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(across if beside else down)

    def height_at(self, width: int) -> int:
        """How high it stands at a width."""
        wide = self.foot.whole_width()
        margin, gap = self._box.contentsMargins().bottom(), self._box.spacing()
        if self._beside:
            told = self.told.heightForWidth(max(width - wide - gap, 1))
            return max(told, self.foot.height_at(wide)) + margin
        return self.told.heightForWidth(width) + gap + self.foot.height_at(width) + margin
