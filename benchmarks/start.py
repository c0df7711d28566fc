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
SPLASH = f"""
import os
from hormoneviz.__main__ import main
{PAINTED}
from hormoneviz.shell.verbs import explore
made = explore.splash
def watched(*arguments):
    splash = made(*arguments)
    splash.installEventFilter(watch)
    return splash
explore.splash = watched
main([])
"""
CELL = f"""
import os
from hormoneviz.__main__ import main
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
    programs = {
        "an empty window of PySide6 + numpy + pyqtgraph": EMPTY,
        "the splash": SPLASH,
        "the cell": CELL,
    }
    spent: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(times):  # in turn, so that a busy machine is busy for all
        for name, code in programs.items():
            spent[name].append(first_paint(code))
    empty = spent["an empty window of PySide6 + numpy + pyqtgraph"]
    rows = []
    for name, seconds in spent.items():
        ratio = median(ours / theirs for ours, theirs in zip(seconds, empty, strict=True))
        rows.append((name, f"{median(seconds):.2f} s, ratio {ratio:.2f}", "<= 2"))
    show(f"Start to the first paint (median of {times})", rows)


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
