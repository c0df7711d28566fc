"""`hormoneviz lecture [STORY]`: opens the hall's window and the presenter's; without a story, a choice of
them."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from hormoneviz.exchange.stories.library import read_story, story_path
from hormoneviz.shell.about import DISCLAIMER
from hormoneviz.shell.application import application, dress
from hormoneviz.shell.faults import Faults
from hormoneviz.shell.settings import Remembered
from hormoneviz.shell.splash import splash
from hormoneviz.shell.verbs.explore import fitting
from hormoneviz.shell.verbs.looks import known_level, known_theme


def hold(options: Namespace) -> int:
    """Hold a lecture and return the exit status once its windows are closed.

    Raises:
        BadInput: the story is not there or is written wrong.
    """
    path = story_path(options.story) if options.story else None
    if path is not None:
        read_story(path)  # what is wrong is told before any window opens
    theme = options.theme and known_theme(options.theme)
    app = application()
    taste = Remembered().taste(fitting(app))
    if options.level is not None:
        taste = replace(taste, level=known_level(options.level))
    look = taste.look()
    dress(app, look)
    first = splash(look, DISCLAIMER)
    first.show()
    app.processEvents()
    # Here and not above: these bring in scipy and pyqtgraph, half of the time that a start takes.
    from hormoneviz.exchange.library import library
    from hormoneviz.shell.lecture.chooser import choose
    from hormoneviz.shell.lecture.lecture import HALL_THEME, Lecture

    faults = Faults()
    faults.watch()
    if path is None:
        first.close()
        path = choose(look)
        if path is None:
            return 0
    held = Lecture(path, taste, theme or HALL_THEME, library())
    faults.happened.connect(held.desk.say)
    held.open()
    first.close()
    status: int = app.exec()
    return status
