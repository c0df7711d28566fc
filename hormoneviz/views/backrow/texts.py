"""What texts a window shows: its labels, buttons and lists, and what painted views say of themselves.

The height is that of the capital letters of the widget's font; sizes inside a rich text are not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from hormoneviz.look.seen import LineSeen, ShowsLines, ShowsTexts, TextSeen

_FRAME = 4
"""px at a widget's edge that are frame, not text"""
_WORDLESS = QAbstractButton, QAbstractSlider
"""painted anew only for their looks"""
_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly


def texts_of(window: QWidget) -> tuple[TextSeen, ...]:
    """Every text that can be seen in a window, boxes in the window's px; what is hidden, or shows less than
    one letter from under the edge of what scrolls, is left out."""
    found: list[TextSeen] = []
    for widget in _visible(window):
        at = widget.mapTo(window, QPoint(0, 0))
        clip = QRectF(widget.visibleRegion().boundingRect())
        for seen in _texts_in(widget):
            box = seen.box.intersected(clip)
            if seen.text.strip() and min(box.width(), box.height()) >= seen.height_px:
                moved = box.translated(at.x(), at.y())
                found.append(TextSeen(seen.text, seen.height_px, moved, seen.colour, seen.ground))
    return tuple(found)


def lines_of(window: QWidget) -> tuple[LineSeen, ...]:
    """Every line that a view says it shows, boxes in the window's px."""
    found: list[LineSeen] = []
    for widget in _visible(window):
        at = widget.mapTo(window, QPoint(0, 0))
        if isinstance(widget, ShowsLines):
            found += [
                LineSeen(line.name, line.width_px, line.colour, line.ground, line.box.translated(at))
                for line in widget.lines_seen()
            ]
    return tuple(found)


def silent(window: QWidget) -> tuple[str, ...]:
    """The pictures that paint themselves and do not say what is written in them, by the names that a screen
    reader reads; nobody can check them but the eye.  What has no name, ink over all, say, is no picture."""
    told = (ShowsTexts, *_WORDLESS)
    pictures = (each for each in _visible(window) if _paints(type(each)) and not isinstance(each, told))
    names = filter(None, (picture.accessibleName().strip(" ,") for picture in pictures))
    return tuple(dict.fromkeys(names))


def _paints(kind: type) -> bool:
    """Whether a widget's picture is this program's own."""
    return any(
        "paintEvent" in vars(base) for base in kind.__mro__ if not base.__module__.startswith("PySide6")
    )


def _visible(window: QWidget) -> Iterator[QWidget]:
    for widget in (window, *window.findChildren(QWidget)):
        if widget.window() is window and widget.isVisibleTo(window) and not widget.visibleRegion().isEmpty():
            yield widget


def _texts_in(widget: QWidget) -> Iterable[TextSeen]:
    """What this widget itself writes, children left out; boxes in its own px."""
    if isinstance(widget, ShowsTexts):
        return widget.texts_seen()
    if isinstance(widget, QTabBar):
        return [_seen(widget.tabText(i), widget.font(), widget.tabRect(i)) for i in range(widget.count())]
    if isinstance(widget, QMenuBar):
        shown = [action for action in widget.actions() if action.isVisible()]
        return [_seen(_plain(a.text()), widget.font(), widget.actionGeometry(a)) for a in shown]
    if isinstance(widget, QListWidget):
        rows = [widget.item(i) for i in range(widget.count())]
        return [_seen(row.text(), widget.font(), widget.visualItemRect(row)) for row in rows]
    text = _text_of(widget)
    return [_seen(text, widget.font(), widget.rect())] if text else []


def _text_of(widget: QWidget) -> str:
    """The one text of a simple widget; "" where it has none."""
    if isinstance(widget, QLabel):
        return _without_marks(widget.text(), widget.textFormat())
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() == _ICON_ONLY:
        return _plain(widget.text()) if widget.icon().isNull() else ""
    if isinstance(widget, QAbstractButton):
        return _plain(widget.text())
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QGroupBox):
        return _plain(widget.title())
    if isinstance(widget, QLineEdit):
        inside = isinstance(widget.parent(), (QAbstractSpinBox, QComboBox))
        return (widget.displayText() or widget.placeholderText()) if not inside else ""
    if isinstance(widget, QAbstractSpinBox):
        return widget.text()
    if isinstance(widget, (QTextEdit, QPlainTextEdit)):
        return widget.toPlainText()
    return ""


def _seen(text: str, font: QFont, box: QRect) -> TextSeen:
    inner = QRectF(box).adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
    return TextSeen(" ".join(text.split()), QFontMetricsF(font).capHeight(), inner)


def _plain(text: str) -> str:
    """Without the mark of a mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _without_marks(text: str, kind: Qt.TextFormat) -> str:
    """Rich text as it reads."""
    if kind != Qt.TextFormat.RichText and (kind == Qt.TextFormat.PlainText or "</" not in text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()
