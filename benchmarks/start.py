"""From the start of the process to the first painted frame, beside an empty window of the same libraries.

xvfb-run -s "-screen 0 1920x1080x24" python -m benchmarks.start [--short]
"""

from __future__ import annotations

import subprocess
import sys
from statistics import median
from time import perf_counter

from benchmarks.report import show

PAINTED = """
from PySide6.QtCore import QEvent, QObject
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print("painted", flush=True)
            os._exit(0)
        return False
watch = Watch()
"""
EMPTY = f"""
import os
import numpy, pyqtgraph
from PySide6.QtWidgets import QApplication, QMainWindow
{PAINTED}
app = QApplication([])
window = QMainWindow()
window.resize(1440, 860)
window.installEventFilter(watch)
window.show()
app.exec()
"""
OURS = f"""
import os
from hormoneviz.__main__ import main
from hormoneviz.shell import commandline
{PAINTED}
from hormoneviz.views.cell import view
show = view.CellView.showEvent
def watched(self, event):
    self.installEventFilter(watch)
    show(self, event)
view.CellView.showEvent = watched
main([])
"""


def main() -> None:
    times = 3 if "--short" in sys.argv else 9
    empty, ours = [], []
    for _ in range(times):  # in turn, so that a busy machine is busy for both
        empty.append(first_paint(EMPTY))
        ours.append(first_paint(OURS))
    ratio = median(b / a for a, b in zip(empty, ours, strict=True))
    rows = [
        ("empty window, PySide6 + numpy + pyqtgraph", f"{median(empty):.2f} s", ""),
        ("HormoneViz", f"{median(ours):.2f} s", ""),
        ("ratio", f"{ratio:.2f}", "<= 2"),
    ]
    show(f"Start to the first painted frame (median of {times})", rows)


def first_paint(code: str) -> float:
    """Seconds until the process says that it has painted."""
    start = perf_counter()
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        spent = perf_counter() - start
    if said.strip() != "painted":
        raise RuntimeError("the window was not painted")
    return spent


if __name__ == "__main__":
    main()
