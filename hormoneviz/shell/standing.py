"""How a window gets onto a screen, and stays whole there, on each platform.

As tried (packaging/two_screens.py, and by hand on sway 1.7 with two headless outputs) or read:
- xcb: a position is obeyed, with or without a window manager; a window manager fills the monitor on which
  the window stands when it asks for full screen.  A full-screen window has to leave that state to change its
  screen.
- Wayland: no client knows or sets positions.  `setScreen` names the output that full screen fills, and only
  for a window that is not shown yet; so a window is hidden to change its screen, and only what is full screen
  is sure of its own.  `QWidget.screen()` may tell the wrong one afterwards.  No window can raise itself.
- Windows and macOS: as xcb; macOS gives a full-screen window a space of its own.  Not tried.
- offscreen: positions and states are only noted.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def is_wayland() -> bool:
    """Whether windows can neither be placed nor raised."""
    return QGuiApplication.platformName().startswith("wayland")


def fill(window: QWidget, screen: QScreen, moved: bool) -> None:
    """Full screen on that screen; `moved` if it was on another one before."""
    shown = window.isVisible() and window.isFullScreen()
    there = not moved and (is_wayland() or window.screen() is screen)
    if shown and there and window.size() == screen.size():
        return
    if shown and is_wayland():
        window.hide()
    elif shown:
        window.showNormal()
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()


def stand(window: QWidget, screen: QScreen) -> None:
    """On that screen, wholly on it, otherwise as it was: maximised, or of the size a person gave it."""
    room = screen.availableGeometry()
    there = window.screen() is screen and room.intersects(window.frameGeometry())
    if there and (window.isVisible() or window.testAttribute(Qt.WidgetAttribute.WA_Moved)):
        window.show()  # where a person had it
        return
    filled = window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen)
    if window.isVisible() and filled:
        window.showNormal()
    window.setScreen(screen)
    size = window.size().boundedTo(room.size() * 0.94)  # a little less: a bar for the title is not counted
    window.setGeometry(QRect(room.center() - QRect(0, 0, size.width(), size.height()).center(), size))
    window.setWindowState(window.windowState() | filled)
    window.show()
