"""Makes the pictures of the README anew: the whole window, without a screen, the same on every machine.

python packaging/pictures.py [FOLDER]     (with the Python of .venv; docs/pictures if no folder is named)
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.stories.library import story_path
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.shell.application import dress
from hormoneviz.shell.lecture.lecture import Lecture
from hormoneviz.shell.taste import Taste
from studio import settled, studio

HERE = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SIZE = QSize(1440, 810)
# picture: (scenario, minutes, theme)
PICTURES = {
    "rest": ("01-meal-healthy-muscle", 0.0, "light"),
    "meal-60min": ("01-meal-healthy-muscle", 60.0, "light"),
    "inflamed-60min": ("02-meal-inflamed", 60.0, "light"),
    "dark": ("03-fat-cell-dish-washout", 10.0, "dark"),
}


def main(arguments: Sequence[str]) -> int:
    folder = Path(arguments[0]) if arguments else HERE
    folder.mkdir(parents=True, exist_ok=True)
    with studio() as app:
        for name, (scenario, time, theme) in PICTURES.items():
            session = Session(find_scenario(scenario))
            session.seek(time)
            window = settled(app, session, Look.load(theme), SIZE)
            window.grab().save(str(folder / f"{name}.png"))
            window.close()
            window.deleteLater()
            app.processEvents()
            print(folder / f"{name}.png")
        lecture(app, folder)
    return 0


def lecture(app: QApplication, folder: Path) -> None:
    """A lecture's two windows, with a plot covered and a guess drawn on it."""
    taste = Taste("light")
    dress(app, taste.look())
    held = Lecture(story_path("02-the-rusty-lock"), taste, "projector", ())
    held.hall.resize(SIZE)
    held.desk.resize(SIZE)
    held.hall.show()
    held.desk.show()
    held.lesson.jump(1)
    held.board.begin_guess((0.02, 0.56))
    for place in ((0.2, 0.55), (0.4, 0.5), (0.6, 0.41), (0.8, 0.32), (0.97, 0.27)):
        held.board.draw_guess(place)
    QTest.qWait(1500)
    for name, window in (("hall", held.hall), ("desk", held.desk)):
        window.grab().save(str(folder / f"{name}.png"))
        print(folder / f"{name}.png")
    held.desk.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
