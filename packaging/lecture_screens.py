"""Holds a lecture on two real X11 screens with a clicker, pulls the projector's plug meanwhile, and looks.

python packaging/lecture_screens.py [FOLDER]    (with the Python of .venv; needs Xvfb, xrandr, xdotool)

It knows the program only from outside: keys in, pixels out.  FOLDER gets a picture of every step.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage

from environment import with_checkout
from real_window import blankness
from two_screens import DESK, HALL, plug, two_screens, unplug

STORY = "02-the-rusty-lock"
PATIENCE = 30.0
CALM = 0.4
"""s; a picture that is the same for so long has come to rest"""
PLACES = {"desk": QRect(0, 0, 1280, 1024), "hall": QRect(1280, 0, 1920, 1080)}
DARK = 8


def main(arguments: Sequence[str]) -> int:
    folder = Path(arguments[0]) if arguments else None
    with two_screens() as display, tempfile.TemporaryDirectory() as home:
        os.environ |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": home, "XDG_CONFIG_HOME": home}
        watcher = Watcher(display, folder)
        log = Path(home) / "errors.txt"
        command = [sys.executable, "-P", "-X", "faulthandler", "-m", "hormoneviz", "lecture", STORY]
        told, env = log.open("wb"), with_checkout()
        with told as errors, subprocess.Popen(command, env=env, stderr=errors) as program:
            hold(watcher)
            if program.poll() is not None:
                watcher.problems.append(f"the program ended with status {program.returncode}")
            program.terminate()
        said = log.read_text()
    if "Traceback" in said:
        watcher.problems.append("the program complained")
    print("A lecture on two screens:", "; ".join(watcher.problems) or "as it should be", flush=True)
    print(said, end="", flush=True)
    return 1 if watcher.problems else 0


def hold(see: "Watcher") -> None:
    """One step after the other; what is wrong is noted, and the next one tried."""
    see.until("both windows drawn", lambda: not (blankness(see.at("hall")) or blankness(see.at("desk"))))
    first = see.still("hall")
    see.press("Next")
    see.until("PageDown goes on", lambda: see.at("hall") != first)
    see.press("Prior")
    see.until("PageUp goes exactly back", lambda: see.at("hall") == first)
    see.press("b")
    see.until("b blanks", lambda: _is_dark(see.at("hall")))
    see.press("period")
    see.until("full stop shows again", lambda: see.at("hall") == first)
    see.press("Right", "6", "Return")
    see.until("6 and Enter go to another beat", lambda: see.at("hall") != first)
    sixth = see.still("hall")
    see.unplug()
    see.until("the desk stays in front", lambda: not blankness(see.at("desk")))
    desk = see.still("desk")
    see.press("F5")
    see.until("F5 calls the hall", lambda: see.at("desk") != desk)
    see.press("Escape")
    see.until("Escape calls the desk", lambda: not blankness(see.at("desk")))
    see.plug()
    see.until("the hall is back on its screen", lambda: see.at("hall") == sixth)
    see.press("x")
    see.until("x exchanges the screens", lambda: see.at("hall") != sixth)
    see.press("x")
    see.until("and back", lambda: see.at("hall") == sixth)


class Watcher:
    """Presses keys, looks at the pixels of both screens, and notes what does not come true."""

    def __init__(self, display: str, folder: Path | None) -> None:
        self.problems: list[str] = []
        self._display, self._folder = display, folder
        self._application = QGuiApplication(["lecture_screens"])

    def at(self, place: str) -> QImage:
        """What stands on a screen now."""
        box = PLACES[place]
        screen = QGuiApplication.screens()[0]
        return screen.grabWindow(0, box.x(), box.y(), box.width(), box.height()).toImage()

    def still(self, place: str) -> QImage:
        """The same once it has come to rest."""
        start, before = time.monotonic(), self.at(place)
        while time.monotonic() - start < PATIENCE:
            time.sleep(CALM)
            now = self.at(place)
            if now == before:
                break
            before = now
        return before

    def press(self, *keys: str) -> None:
        subprocess.run(["xdotool", "key", "--delay", "80", *keys], check=False)

    def unplug(self) -> None:
        unplug(self._display, HALL)

    def plug(self) -> None:
        plug(self._display, HALL)

    def until(self, step: str, holds: Callable[[], bool]) -> None:
        """Wait for something to come true."""
        start = time.monotonic()
        while not (found := holds()) and time.monotonic() - start < PATIENCE:
            self._application.processEvents()
            time.sleep(0.1)
        if not found:
            self.problems.append(f"not so: {step}")
        if self._folder:
            self._folder.mkdir(parents=True, exist_ok=True)
            whole = QGuiApplication.screens()[0].grabWindow(0, 0, 0, 3200, 1080)
            whole.save(str(self._folder / f"{step.replace(' ', '-')}.png"))


def _is_dark(image: QImage) -> bool:
    spots = [(x, y) for x in range(40, image.width(), 160) for y in range(40, image.height(), 120)]
    return all(image.pixelColor(x, y).lightness() < DARK for x, y in spots)


if __name__ == "__main__":
    assert DESK[1].endswith("+0+0"), "the desk's screen begins where the display does"
    sys.exit(main(sys.argv[1:]))
