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
from environment import with_checkout
from PySide6.QtGui import QGuiApplication, QImage

PATIENCE = 60.0
SCREEN = "1600x900x24"
# An empty window with a menu bar has some dozens of colours (antialiased letters), nearly all of it one of them.
FEWEST_COLOURS = 200
LARGEST_SHARE = 0.9


def main(arguments: Sequence[str]) -> int:
    with virtual_display() as display, tempfile.TemporaryDirectory() as home:
        os.environ |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": home}
        os.environ.pop("WAYLAND_DISPLAY", None)
        with running_program() as program:
            picture, problem = watch(program)
        if arguments and picture is not None:
            picture.save(arguments[0])
    print(f"The window: {problem or 'drawn'}", flush=True)
    return 1 if problem else 0


@contextmanager
def virtual_display() -> Iterator[str]:
    """Xvfb on a number that it finds free itself."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


@contextmanager
def running_program() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-P", "-X", "faulthandler", "-m", "hormoneviz"]
    with subprocess.Popen(command, env=with_checkout(), stderr=subprocess.PIPE, text=True) as program:
        try:
            yield program
        finally:
            program.terminate()


def watch(program: subprocess.Popen[str]) -> tuple[QImage | None, str]:
    """Look at the screen until something is drawn; the last picture, and what is wrong ("" if nothing)."""
    application = QGuiApplication(["real_window"])
    picture, problem, start = None, "nothing was seen", time.monotonic()
    while problem and program.poll() is None and time.monotonic() - start < PATIENCE:
        time.sleep(1)
        picture = application.primaryScreen().grabWindow(0).toImage()
        problem = blankness(picture)
    if program.poll() is not None:
        return picture, f"the program ended with status {program.returncode}\n{_said(program)}"
    program.terminate()
    said = _said(program)
    return picture, said if "Traceback" in said else problem


def blankness(picture: QImage) -> str:
    """What makes this picture a blank one; "" if it shows something."""
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32)
    _, counts = np.unique(pixels, return_counts=True)
    if len(counts) < FEWEST_COLOURS or counts.max() > LARGEST_SHARE * pixels.size:
        return f"blank: {len(counts)} colours, {counts.max() / pixels.size:.0%} of the screen in one of them"
    return ""


def _said(program: subprocess.Popen[str]) -> str:
    assert program.stderr is not None
    return program.stderr.read()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
