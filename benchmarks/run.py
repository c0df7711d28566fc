"""All benchmarks of speed in turn, or those named, on a display of their own:

python benchmarks/run.py [--short] [window moves ...]

Nothing is asserted: times depend on the machine, so that a person reads them, and the ratios travel.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ON_A_DISPLAY = ("window", "hall", "moves", "weeks", "start")
WITHOUT_ONE = ("film", "ledger", "dose", "memory", "engines", "people", "render_film")


LARGE = ("--size", "3840x2160")
"""once more at this size: those whose time goes by the pixel"""
AT_BOTH_SIZES = ("window", "hall", "moves")


def main() -> int:
    status = 0
    options = [word for word in sys.argv[1:] if word.startswith("-")]
    named = [word for word in sys.argv[1:] if not word.startswith("-")]
    with display() as environment:
        for name in named or (*WITHOUT_ONE, *ON_A_DISPLAY):
            offscreen = {"QT_QPA_PLATFORM": "offscreen"} if name in WITHOUT_ONE else {}
            for size in ((), LARGE) if name in AT_BOTH_SIZES else ((),):
                command = [sys.executable, "-m", f"benchmarks.{name}", *size, *options]
                ended = subprocess.run(command, cwd=ROOT, env=environment | offscreen, check=False)
                status |= ended.returncode
    return status


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """The environment for a virtual screen of 3840 x 2160; Qt's offscreen platform where there is no Xvfb."""
    if not shutil.which("Xvfb"):
        print("No Xvfb here: windows are measured without a server.")
        yield os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "3840x2160x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        try:
            yield os.environ | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        finally:
            server.terminate()


if __name__ == "__main__":
    sys.exit(main())
