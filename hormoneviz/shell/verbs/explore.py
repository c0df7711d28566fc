"""`hormoneviz [SCENARIO]`: opens the window."""

from __future__ import annotations

from argparse import Namespace

from PySide6.QtWidgets import QApplication

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.library import library
from hormoneviz.look.look import Look
from hormoneviz.look.theme import themes
from hormoneviz.modes.explore import EXPLORE
from hormoneviz.session.session import Session
from hormoneviz.shell.application import application, dress
from hormoneviz.shell.faults import Faults
from hormoneviz.shell.settings import TEXT_SCALES, Remembered
from hormoneviz.shell.verbs.render import known_theme
from hormoneviz.shell.window import MainWindow

REFERENCE_HEIGHT = 1080
"""points; the height of screen for which text at 100 % is meant"""


def explore(options: Namespace) -> int:
    """Open the window and return the exit status once it is closed."""
    scenario = find_scenario(options.scenario or EXPLORE.scenario)
    theme = known_theme(options.theme) if options.theme else None
    scale = _scale(options.text_scale)
    app = application()
    remembered = Remembered()
    remembered_theme = remembered.theme if remembered.theme in themes() else "light"
    look = Look.load(theme or remembered_theme, scale or remembered.text_scale or _fitting(app))
    dress(app, look)
    faults = Faults()
    faults.watch()
    session = Session(scenario)
    window = MainWindow(EXPLORE, session, look, library())
    faults.happened.connect(window.say)
    window.show()
    if EXPLORE.plays_at_start:
        session.play()
    return app.exec()


def _fitting(app: QApplication) -> float:
    """The size of text for a first start: on a screen of very many points, larger."""
    height = app.primaryScreen().availableSize().height()
    return max(scale for scale in TEXT_SCALES if scale <= max(1.0, height / REFERENCE_HEIGHT))


def _scale(wanted: float | None) -> float | None:
    if wanted is not None and not 1.0 <= wanted <= 2.0:
        raise BadInput("expected a number from 1.0 to 2.0", file=f"--text-scale {wanted:g}")
    return wanted
