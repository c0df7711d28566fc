"""The one QApplication, set up the same for the window, the pictures and the tests."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from hormoneviz import __version__
from hormoneviz.look.look import Look
from hormoneviz.look.stylesheet import palette, stylesheet


def application() -> QApplication:
    """The application, made if there is none yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        app.setApplicationName("HormoneViz")
        app.setApplicationVersion(__version__)
        # Fusion looks the same on every system; our style sheet is written for it.
        app.setStyle("Fusion")
    return app


def dress(app: QApplication, look: Look) -> None:
    """Give the whole application a look."""
    font = app.font()
    font.setFamily(look.family)
    font.setPixelSize(look.pixels(14))
    app.setFont(font)
    app.setPalette(palette(look.theme))
    app.setStyleSheet(stylesheet(look.theme, look.text_scale, look.touch))
