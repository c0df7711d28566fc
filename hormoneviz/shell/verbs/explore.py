"""`hormoneviz [SCENARIO]`: opens the window."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.find import find_scenario
from hormoneviz.look.look import Look
from hormoneviz.shell.about import DISCLAIMER
from hormoneviz.shell.application import application, dress
from hormoneviz.shell.faults import Faults
from hormoneviz.shell.settings import TEXT_SCALES, Remembered
from hormoneviz.shell.splash import splash
from hormoneviz.shell.taste import Taste
from hormoneviz.shell.verbs.looks import known_level, known_theme, possible_scale
from hormoneviz.simulation.scenario import Scenario

FIRST_SCENARIO = "A meal, healthy muscle"
REFERENCE_HEIGHT = 1080
"""points; the height of screen for which text at 100 % is meant"""


def explore(options: Namespace) -> int:
    """Open the window and return the exit status once it is closed."""
    asked = _asked(options)
    scenario = find_scenario(options.scenario or options.named or FIRST_SCENARIO)
    app = application()
    taste = replace(Remembered().taste(fitting(app)), **asked)
    look = taste.look()
    dress(app, look)
    first = splash(look, DISCLAIMER)
    first.show()
    app.processEvents()
    return _open(app, look, taste, scenario, first)


def _asked(options: Namespace) -> dict[str, Any]:
    """What the command line says about the look, checked; it goes before what is remembered, for once."""
    asked: dict[str, Any] = {}
    if options.scenario and options.named:
        raise BadInput("two scenarios were given: one by its place and one by --scenario")
    if options.theme is not None:
        asked["theme"] = known_theme(options.theme)
    if options.text_scale is not None:
        asked["text_scale"] = possible_scale(options.text_scale)
    if options.level is not None:
        asked["level"] = known_level(options.level)
    asked |= {way: True for way in ("touch", "low_graphics") if getattr(options, way)}
    return asked


def _open(app: QApplication, look: Look, taste: Taste, scenario: Scenario, first: QWidget) -> int:
    # Here and not above: these bring in scipy and pyqtgraph, half of the time that a start takes.
    from hormoneviz.exchange.library import library
    from hormoneviz.modes.explore import EXPLORE
    from hormoneviz.session.session import Session
    from hormoneviz.shell.lecture.holder import Holder
    from hormoneviz.shell.window import MainWindow

    session = Session(scenario)
    holder = Holder(session, library())
    mode = replace(EXPLORE, commands=holder.commands(look.words))
    faults = Faults()
    faults.watch()
    window = MainWindow(mode, session, look, library(), taste)
    holder.hold_from(window)
    faults.happened.connect(window.say)
    window.show()
    first.close()
    if not Remembered().toured:
        QTimer.singleShot(0, window, window.show_tour)  # once everything has its place
    if EXPLORE.plays_at_start:
        session.play()
    return app.exec()


def fitting(app: QApplication) -> float:
    """The size of text for a first start: on a screen of very many points, larger."""
    height = app.primaryScreen().availableSize().height()
    return max(scale for scale in TEXT_SCALES if scale <= max(1.0, height / REFERENCE_HEIGHT))
