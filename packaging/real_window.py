"""Opens the program in a real X11 window on a display of its own, and fails if that stays blank.

python packaging/real_window.py [PICTURE.png]     (with the Python of .venv; needs Xvfb)
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PySide6.QtGui import QGuiApplication, QImage

from environment import with_checkout

PATIENCE = 60.0
SCREEN = "1600x900x24"
# An empty window with a menu bar has some dozens of colours (smoothed letters), and is nearly all of one.
FEWEST_COLOURS = 200
LARGEST_SHARE = 0.9


def main(arguments: Sequence[str]) -> int:
    with virtual_display() as display, tempfile.TemporaryDirectory() as home:
        os.environ |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": home}
        log = Path(home) / "errors.txt"
        with running_program(log) as program:
            picture, problem = watch(program)
        said = log.read_text()
    if arguments:
        picture.save(arguments[0])
    if "Traceback" in said:
        problem = problem or "the program complained"
    print(f"The window: {problem or 'drawn'}\n{said}".strip(), flush=True)
    return 1 if problem else 0


@contextmanager
def virtual_display(screen: str = SCREEN, *options: str) -> Iterator[str]:
    """Xvfb on a number that it finds free itself."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", screen, "-nolisten", "tcp", *options]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


@contextmanager
def running_program(log: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-P", "-X", "faulthandler", "-m", "hormoneviz"]
    with log.open("wb") as errors, subprocess.Popen(command, env=with_checkout(), stderr=errors) as program:
        try:
            yield program
        finally:
            program.terminate()


def watch(program: subprocess.Popen[bytes]) -> tuple[QImage, str]:
    """Look at the screen until something is drawn; the last picture, and what is wrong with it."""
    application = QGuiApplication(["real_window"])
    picture, problem, start = QImage(), "nothing was seen", time.monotonic()
    while problem and program.poll() is None and time.monotonic() - start < PATIENCE:
        time.sleep(1)
        picture = application.primaryScreen().grabWindow(0).toImage()
        problem = blankness(picture)
    if program.poll() is not None:
        problem = f"the program ended with status {program.returncode}"
    return picture, problem


def blankness(picture: QImage) -> str:
    """What makes this picture a blank one; "" if it shows something."""
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32)
    _, counts = np.unique(pixels, return_counts=True)
    if len(counts) < FEWEST_COLOURS or counts.max() > LARGEST_SHARE * pixels.size:
        return f"blank: {len(counts)} colours, {counts.max() / pixels.size:.0%} of the screen in one of them"
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
