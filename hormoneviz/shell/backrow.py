"""The command that shows a window as the last row of a hall sees it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hormoneviz.session.commands import Command
from hormoneviz.views.backrow.dialog import KEY, BackRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hormoneviz.shell.desk import Window


def back_row_command(window: Window, widget: QWidget) -> Command:
    """The row for a window's menus; `widget` is the window as Qt knows it."""
    text = window.look.words.say("back_row")
    return Command("back_row", text, (KEY,), "View", partial(check, window, widget))


def check(window: Window, widget: QWidget) -> None:
    """Look at the window from the last row."""
    BackRow(widget, window.look).exec()
