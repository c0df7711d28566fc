"""How the benchmarks say what they found: medians, percentiles, and a table with the target beside each."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter

Row = tuple[str, str, str]
"""what, measured, target"""


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of them stays below."""
    return sorted(values)[min(int(share * len(values)), len(values) - 1)]


def milliseconds(work: Callable[[], object], times: int, before: Callable[[], object] | None = None) -> float:
    """Median wall time of some work, ms; what is done `before` each is not counted."""
    spent = []
    for _ in range(times):
        if before:
            before()
        start = perf_counter()
        work()
        spent.append(1000 * (perf_counter() - start))
    return median(spent)


def show(title: str, rows: Sequence[Row]) -> None:
    """Print a small table."""
    widths = [max(len(row[i]) for row in rows) for i in range(3)]
    print(f"\n{title}")
    for what, measured, target in rows:
        print(f"  {what:{widths[0]}}  {measured:>{widths[1]}}  {target}".rstrip(), flush=True)


def scene_options(about: str | None, frames: int) -> argparse.Namespace:
    """What a benchmark of the scene is told: how many frames, how large, how many vesicles."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=about, formatter_class=raw)
    parser.add_argument("--frames", type=int, default=frames)
    parser.add_argument("--size", default="1920x1080", help="of the scene, device pixels")
    parser.add_argument("--vesicles", type=int, default=500)
    return parser.parse_args()


def window_options(about: str | None) -> argparse.Namespace:
    """What a benchmark of the whole window is told: how large, how much to draw, how long."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=about, formatter_class=raw)
    parser.add_argument("--size", default="1920x1080", help="of the window")
    parser.add_argument("--vesicles", type=int, default=2000)
    parser.add_argument("--glucose", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3, help="of which the quietest counts")
    parser.add_argument("--short", action="store_true")
    return parser.parse_args()
