"""Every beat of the stories as the hall sees it: one sheet for each story and size.

python packaging/sheets.py FOLDER [--level LEVEL] [--theme THEME] [--story NAME] [--size 1024x768]
(with the Python of .venv; about two minutes for all of one level)

Each picture shows a beat that has been played to its end, the camera at rest. What is cut off, too small for
the last row, on something else, or pointed at and not seen is printed, and makes the exit status 1.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from hormoneviz.exchange.stories.library import find_story, stories
from hormoneviz.exchange.stories.staging import staged
from hormoneviz.look.look import Look
from hormoneviz.look.theme import themes
from hormoneviz.look.words import LEVELS
from hormoneviz.session.board import Board
from hormoneviz.session.lesson import Lesson
from hormoneviz.session.session import Session
from hormoneviz.shell.application import dress
from hormoneviz.views.hall.faults import faults
from hormoneviz.views.hall.view import HallView
from studio import studio

SIZES = ("1024x768", "1280x720", "1920x1080", "3840x2160")
_COLUMNS, _THUMB, _GAP = 3, 640, 6


def main(arguments: Sequence[str]) -> int:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--level", choices=LEVELS, default="mechanism")
    parser.add_argument("--theme", choices=themes(), default="projector")
    parser.add_argument("--story", action="append", choices=stories())
    parser.add_argument("--size", action="append")
    asked = parser.parse_args(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    wrong = 0
    with studio() as app:
        look = Look.load(asked.theme, 1.0, asked.level)
        dress(app, look)
        for story, size in product(asked.story or stories(), asked.size or SIZES):
            path = asked.folder / f"{story}-{size}-{asked.level}-{asked.theme}.png"
            started = perf_counter()
            found = _sheet(app, story, QSize(*map(int, size.split("x"))), look, path)
            print(f"{path}: {perf_counter() - started:.1f} s")
            for fault in found:
                print(f"  {fault}")
            wrong += len(found)
    return 1 if wrong else 0


def _sheet(app: QApplication, name: str, size: QSize, look: Look, path: Path) -> list[str]:
    """All beats of a story on one sheet; what is wrong with them."""
    story = find_story(name)
    session = Session(staged(story)[0].scenario)
    lesson = Lesson(session, story)
    lesson.begin()
    view = HallView(lesson, Board(lesson, session), session, look)
    view.resize(size)
    view.show()
    found, pictures = [], []
    for number in range(len(lesson.stages)):
        play(app, lesson, session, view, number)
        found += [f"beat {number + 1}: {fault}" for fault in faults(view)]
        pictures.append(_reduced(view.grab().toImage()))
    _on_one_sheet(pictures).save(str(path))
    view.close()
    view.deleteLater()
    return found


def play(app: QApplication, lesson: Lesson, session: Session, view: HallView, number: int) -> None:
    """A beat, played to its end."""
    lesson.jump(number)
    session.pause()
    session.seek(lesson.stage.end)
    app.processEvents()
    view.come_to_rest()


def _reduced(picture: QImage) -> QImage:
    return picture.scaledToWidth(_THUMB, Qt.TransformationMode.SmoothTransformation)


def _on_one_sheet(pictures: Sequence[QImage]) -> QImage:
    """Row by row."""
    wide, high = pictures[0].width() + _GAP, pictures[0].height() + _GAP
    rows = -(-len(pictures) // _COLUMNS)
    sheet = QImage(_COLUMNS * wide - _GAP, rows * high - _GAP, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    with QPainter(sheet) as painter:
        for number, picture in enumerate(pictures):
            row, column = divmod(number, _COLUMNS)
            painter.drawImage(QRect(QPoint(column * wide, row * high), picture.size()), picture)
    return sheet


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
