"""A dialog as large as the form in it, where the screen has room; beyond, the form scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

_GAP = 8


class FittedForm(QScrollArea):
    """A form in a dialog, with the buttons below it."""

    def __init__(self, dialog: QDialog, form: QWidget, buttons: QDialogButtonBox) -> None:
        super().__init__(dialog)
        self._dialog, self._form, self._buttons = dialog, form, buttons
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(form)
        _centre_labels(form.layout())
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(0, 0, 0, _GAP)
        layout.setSpacing(_GAP)
        layout.addWidget(self)
        row = QHBoxLayout()
        row.setContentsMargins(_GAP, 0, _GAP, 0)
        row.addWidget(buttons)
        layout.addLayout(row)

    def fit(self) -> None:
        """As large as what stands in it; Qt's own way stops at two thirds of the screen."""
        dialog, form = self._dialog, self._form
        for part in (dialog, *dialog.findChildren(QWidget)):
            part.ensurePolished()  # only then a text knows its size
        room = dialog.screen().availableSize()
        bar = self.verticalScrollBar().sizeHint().width()
        form.setMinimumWidth(0)
        self._wrap(room.width() - bar)
        least = max(form.sizeHint().width(), form.minimumSizeHint().width())
        form.setMinimumWidth(least)
        wide = min(least + bar, room.width())
        high = form.heightForWidth(wide) + self._buttons.sizeHint().height() + 2 * _GAP
        dialog.resize(wide, min(high, room.height()))

    def _wrap(self, room: int) -> None:
        """Put each label above its control where both do not fit into that width (px)."""
        form = self._form.layout()
        if isinstance(form, QFormLayout):
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
            if max(form.sizeHint().width(), form.minimumSize().width()) > room:
                form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)


def _centre_labels(form: QLayout | None) -> None:
    """A label as high as its row stands in the middle of it; a form sets it at the top."""
    if isinstance(form, QFormLayout):
        policy = QSizePolicy.Policy
        for row in range(form.rowCount()):
            item = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
            label = item.widget() if item is not None else None
            if label is not None:
                label.setSizePolicy(policy.Preferred, policy.MinimumExpanding)
