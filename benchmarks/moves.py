"""The whole window while somebody does something to it: the camera moves and comes to rest, tabs and themes
change, the dose-response panel is opened. The film plays on meanwhile.

xvfb-run -s "-screen 0 3840x2160x24" python -m benchmarks.moves [--size 3840x2160] [--short]

`on the way` are the frames until the camera has arrived, `coming to rest` those of the following second, in
which the sharp picture is made; `at rest` those after it. What is done once (a tab, a theme) is the time
until all of it is painted, the first time and again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter

from PySide6.QtWidgets import QTabWidget

from benchmarks.open_window import Opened, open_window
from benchmarks.paced import Spent, bare_blit, crowd, frame, parsed, playing, rows
from benchmarks.report import Row, show, window_options
from benchmarks.window import busy
from hormoneviz.shell.wardrobe import Wardrobe
from hormoneviz.views.cell.camera import MEMBRANE, NEAREST, WHOLE, Camera, centred, panned, zoomed
from hormoneviz.views.cell.view import CellView
from hormoneviz.views.dose.panel import DosePanel

VESICLE = centred(0.70, 0.45, NEAREST)
STEPS: tuple[tuple[str, Camera], ...] = (
    ("zoom in a step", zoomed(WHOLE, 1.35)),
    ("to the membrane", MEMBRANE),
    ("to a vesicle", VESICLE),
    ("aside", panned(VESICLE, 0.6, 0.0)),
    ("zoom out a step", zoomed(panned(VESICLE, 0.6, 0.0), 1 / 1.35)),
    ("back to the whole", WHOLE),
)


def main() -> None:
    options = window_options(__doc__)
    crowd(options.glucose)
    opened = open_window(busy(options.vesicles), parsed(options.size))
    bare = bare_blit(opened.window.grab(), 60)
    rounds = 1 if options.short else options.rounds
    opened.session.seek(30.0)
    playing(opened, 60)
    found = camera(opened, bare, rounds)
    show(f"Camera: {options.size} on {opened.app.platformName()}, bare blit {bare:.1f} ms", found)
    show("Once", [*tabs(opened), *themes(opened), *dose(opened)])
    opened.window.close()


def camera(opened: Opened, bare: float, rounds: int) -> list[Row]:
    """Each step, the best of some rounds."""
    view = opened.window.findChild(CellView)
    assert view is not None
    parts: dict[str, list[list[Spent]]] = {}
    for _ in range(rounds):
        for name, goal in STEPS:
            view.drive.go(goal)
            way: list[Spent] = []
            while not view.drive.resting:
                way += playing(opened, 1)
            for part, found in (
                ("on the way", way),
                ("coming to rest", playing(opened, 60)),
                ("at rest", playing(opened, 60)),
            ):
                parts.setdefault(f"{name}, {part}", []).append(found)
    least = {name: min(tries, key=lambda t: max(s.wall for s in t)) for name, tries in parts.items()}
    return [row for name, found in least.items() for row in rows(name, found, bare)]


def tabs(opened: Opened) -> list[Row]:
    """Each tab brought to the front, the first time and again."""
    places = [t for t in opened.window.findChildren(QTabWidget) if t.count() > 1]
    found = []
    for place in places:
        order = [*range(1, place.count()), 0]
        first, again = ([frame(partial(place.setCurrentIndex, i)).wall for i in order] for _ in range(2))
        found += [
            (f"tab {place.tabText(i)}", f"{one:.0f} ms, again {other:.0f} ms", "< 100 ms")
            for i, one, other in zip(order, first, again, strict=True)
        ]
    return found


def themes(opened: Opened) -> list[Row]:
    """Another theme, to its last pixel."""
    wardrobe = opened.window.findChild(Wardrobe)
    assert wardrobe is not None
    spent = [frame(wardrobe.next_theme) for _ in range(4)]
    told = f"{median(s.wall for s in spent):.0f} ms, CPU {median(s.own for s in spent):.0f} ms"
    return [("theme", told, ""), ("reading level", _each(wardrobe.next_level, 3), "")]


def dose(opened: Opened) -> list[Row]:
    """From the click on the tab to the curves, in a film that plays."""
    panel = opened.window.findChild(DosePanel)
    place = next(t for t in opened.window.findChildren(QTabWidget) if t.indexOf(panel) >= 0)
    assert panel is not None
    opened.session.set_state("load", 0.37)
    place.setCurrentIndex(0)
    playing(opened, 30)
    start = perf_counter()
    place.setCurrentWidget(panel)
    longest = 0.0
    while panel.worker.pending:
        longest = max(longest, playing(opened, 1)[0].wall)
    took = 1e3 * (perf_counter() - start)
    return [("dose-response, to its curves", f"{took:.0f} ms, longest frame {longest:.0f} ms", "< 1500 ms")]


def _each(work: Callable[[], object], times: int) -> str:
    return f"{median(frame(work).wall for _ in range(times)):.0f} ms"


if __name__ == "__main__":
    main()
