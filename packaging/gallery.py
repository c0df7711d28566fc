"""Every look of the window in one folder: four sizes, three sizes of text, three reading levels, four themes.

python packaging/gallery.py FOLDER     (with the Python of .venv; about three minutes)

Each picture is a whole window; a sheet for each theme and level shows its twelve side by side. What is cut
off (a label or button narrower than its text) is printed, and makes the exit status 1.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from hormoneviz.exchange.find import find_scenario
from hormoneviz.look.look import Look
from hormoneviz.look.theme import themes
from hormoneviz.look.words import LEVELS, Level
from hormoneviz.session.session import Session
from hormoneviz.shell.toast import Toast
from studio import settled, studio

SIZES = (QSize(1024, 768), QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160))
SCALES = (1.0, 1.5, 2.0)
SCENARIO, TIME = "02-meal-inflamed", 60.0
_THUMB = QSize(640, 400)
_ROOM = 2
"""px by which a text may stand over its widget, for rounding"""


def cut_off(window: QWidget) -> Iterator[str]:
    """Each visible label or button that is narrower or lower than its text, in words."""
    parts: list[QLabel | QAbstractButton] = [
        *window.findChildren(QLabel),
        *window.findChildren(QAbstractButton),
    ]
    for part in parts:
        if part.isVisible() and part.text() and not isinstance(part, Toast):
            hint = part.minimumSizeHint()
            if part.width() + _ROOM < hint.width() or part.height() + _ROOM < hint.height():
                yield f"{part.text()!r}: {part.width()}x{part.height()} of {hint.width()}x{hint.height()}"


def close(app: QApplication, window: QWidget) -> None:
    """Put a window away for good."""
    window.close()
    window.deleteLater()
    app.sendPostedEvents(
        None, QEvent.Type.DeferredDelete
    )  # else all windows so far are styled anew each time


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    with studio() as app:
        session = Session(find_scenario(SCENARIO))
        session.seek(TIME)
        faults = [
            fault
            for theme, level in product(themes(), LEVELS)
            for fault in _sheet(app, session, folder, theme, level)
        ]
    for fault in faults:
        print(f"cut off: {fault}")
    return 1 if faults else 0


def _sheet(app: QApplication, session: Session, folder: Path, theme: str, level: Level) -> list[str]:
    """The twelve windows of a theme and level, each a file, and all of them on one sheet; what is cut off."""
    sheet = QImage(_THUMB.width() * len(SIZES), _THUMB.height() * len(SCALES), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    faults: list[str] = []
    with QPainter(sheet) as painter:
        for (column, size), (row, scale) in product(enumerate(SIZES), enumerate(SCALES)):
            window = settled(app, session, Look.load(theme, scale, level), size)
            name = f"{theme}-{level}-{round(100 * scale)}-{size.width()}x{size.height()}"
            faults += [f"{name}: {fault}" for fault in cut_off(window)]
            picture = window.grab().toImage()
            picture.save(str(folder / f"{name}.png"))
            small = picture.scaled(
                _THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            place = QPoint(column * _THUMB.width(), row * _THUMB.height())
            painter.drawImage(QRect(place, small.size()), small)
            close(app, window)
    sheet.save(str(folder / f"sheet-{theme}-{level}.png"))
    print(folder / f"sheet-{theme}-{level}.png")
    return faults


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
