"""Makes the pictures of the README anew: the whole window, without a screen, the same on every machine.

python packaging/pictures.py [FOLDER]     (with the Python of .venv; docs/pictures if no folder is named)
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QStandardPaths
from PySide6.QtTest import QTest

from hormoneviz.exchange.find import find_scenario
from hormoneviz.look.look import Look
from hormoneviz.modes.explore import EXPLORE
from hormoneviz.session.session import Session
from hormoneviz.shell.application import application, dress
from hormoneviz.shell.toast import Toast
from hormoneviz.shell.window import MainWindow

HERE = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SIZE = (1440, 810)
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
    QStandardPaths.setTestModeEnabled(True)  # what a person has remembered must not show
    app = application()
    for name, (scenario, time, theme) in PICTURES.items():
        look = Look.load(theme)
        dress(app, look)
        session = Session(find_scenario(scenario))
        window = MainWindow(EXPLORE, session, look, ())
        window.resize(*SIZE)
        window.show()
        session.seek(time)
        for message in window.findChildren(Toast):
            message.hide()
        QTest.qWait(500)  # until bars have wrapped and the healthy twin's curves are there
        window.grab().save(str(folder / f"{name}.png"))
        window.close()
        window.deleteLater()
        app.processEvents()
        print(folder / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
