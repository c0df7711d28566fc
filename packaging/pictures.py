"""Makes the pictures of the README anew: the whole window, without a screen, the same on every machine.

python packaging/pictures.py [FOLDER]     (with the Python of .venv; docs/pictures if no folder is named)
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize

from hormoneviz.exchange.find import find_scenario
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
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
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
