"""Shows hall and desk on two real X11 screens, pulls the projector's plug meanwhile, and looks at the pixels.

python packaging/two_screens.py [PICTURE.png]   (with the Python of .venv; needs Xvfb, xrandr, xdotool)

How one Xvfb becomes two screens, as found with Xvfb 21.1, xrandr 1.5 and Qt 6.11:
- `-noreset`, or the server forgets the monitors when its last client leaves, which is xrandr itself.
- `xrandr --setmonitor NAME WIDTH/MMxHEIGHT/MM+X+Y OUTPUT` makes a RandR 1.5 monitor, and Qt's xcb reads these
  as its screens.  Xvfb has one output, "screen": the monitor that takes it replaces the monitor of the whole
  server; any other takes the output "none".
- `xrandr --delmonitor NAME` is the plug pulled: Qt tells screenRemoved, and screenAdded when it is set again.
  When the monitor goes that has the output "screen", the one of the whole server comes back in its place; so
  the laptop has that output, and stays.
- A monitor has a name, but neither maker nor model nor number.
Tried without a window manager and with openbox, which keeps full-screen windows on their monitors too.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from environment import ROOT
from real_window import virtual_display

SERVER = "3200x1080x24"
DESK = ("DESK", "1280/320x1024/256+0+0", "screen")
HALL = ("HALL", "1920/480x1080/270+1280+0", "none")
PATIENCE = 15.0


def main(arguments: Sequence[str]) -> int:
    sys.path.insert(0, str(ROOT))
    with two_screens() as display, tempfile.TemporaryDirectory() as home:
        os.environ |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": home, "XDG_CONFIG_HOME": home}
        lecture = Lecture(Path(arguments[0]) if arguments else None)
        lecture.hold()
    print("Two screens:", "; ".join(lecture.problems) or "hall and desk stood right", flush=True)
    return 1 if lecture.problems else 0


@contextmanager
def two_screens() -> Iterator[str]:
    """A display with a laptop's screen, and a projector at its right."""
    with virtual_display(SERVER, "-noreset") as display:
        for monitor in (DESK, HALL):
            plug(display, monitor)
        yield display


def plug(display: str, monitor: tuple[str, str, str]) -> None:
    subprocess.run(["xrandr", "-d", display, "--setmonitor", *monitor], check=True, capture_output=True)


def unplug(display: str, monitor: tuple[str, str, str]) -> None:
    subprocess.run(["xrandr", "-d", display, "--delmonitor", monitor[0]], check=True, capture_output=True)


class Plain(QWidget):
    """A window of one colour that notes the keys it hears."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self.colour = QColor(colour)
        self.heard: list[str] = []
        self.setStyleSheet(f"background: {colour}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard.append(event.text() or Qt.Key(event.key()).name)


class Lecture:
    """A lecture in plain windows, and what went wrong in it."""

    def __init__(self, picture: Path | None) -> None:
        from hormoneviz.shell.screens import Screens
        from hormoneviz.shell.settings import Remembered

        self.problems: list[str] = []
        self._picture = picture
        self._application = QApplication(["two_screens"])
        self._hall, self._desk = Plain("#ffffff"), Plain("#204060")
        self._screens = Screens(self._hall, self._desk, Remembered())

    def hold(self) -> None:
        screens, display = self._screens, os.environ["DISPLAY"]
        screens.place()
        self._see("first", self._hall, self._desk)
        subprocess.run(["xdotool", "key", "Next", "b"], check=False)  # as a clicker sends them
        if not self._wait(self._keys_heard):
            self.problems.append(f"of a clicker's PageDown and b the desk heard {self._desk.heard}")
        screens.swap()
        self._see("swapped", self._desk, self._hall)
        screens.swap()
        self._see("swapped back", self._hall, self._desk)
        unplug(display, HALL)
        self._see("unplugged", None, self._desk)
        screens.toggle()
        self._see("hall called", None, self._hall)
        screens.toggle()
        self._see("desk called", None, self._desk)
        plug(display, HALL)
        self._see("plugged in again", self._hall, self._desk)
        screens.stop()

    def _keys_heard(self) -> bool:
        return self._desk.heard == ["Key_PageDown", "b"]

    def _see(self, step: str, on_hall: Plain | None, on_desk: Plain) -> None:
        """Wait until the screens show those windows; None for a screen that is gone."""

        def right() -> bool:
            if on_hall is None:
                there = {screen.name() for screen in QGuiApplication.screens()}
                alone = "hall" if on_desk is self._hall else "desk"
                return "HALL" not in there and self._screens.front == alone and shown("DESK", on_desk)
            return self._screens.front == "both" and shown("HALL", on_hall) and shown("DESK", on_desk)

        def shown(name: str, window: Plain) -> bool:
            screen = next((s for s in QGuiApplication.screens() if s.name() == name), None)
            if screen is None:
                return False
            box = window.geometry().translated(-screen.geometry().topLeft()).adjusted(4, 4, -4, -4)
            spots = box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight(), box.center()
            image = screen.grabWindow(0).toImage()
            filled = window is not self._hall or window.size() == screen.size()
            return filled and all(image.pixelColor(spot) == window.colour for spot in spots)

        if not self._wait(right):
            stood = {w.colour.name(): (w.screen().name(), w.geometry().getRect()) for w in self._both()}
            self.problems.append(f"{step}: {stood}")
        if self._picture:
            whole = QGuiApplication.screens()[0].grabWindow(0, 0, 0, 3200, 1080)
            whole.save(str(self._picture.with_stem(f"{self._picture.stem} {step}")))

    def _both(self) -> tuple[Plain, Plain]:
        return self._hall, self._desk

    def _wait(self, holds: Callable[[], bool]) -> bool:
        start = time.monotonic()
        while time.monotonic() - start < PATIENCE:
            self._application.processEvents()
            if holds():
                return True
            time.sleep(0.05)
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
