"""Zoom: which stretch of a film's time is seen.  Pure functions of (start, end) in min."""

from __future__ import annotations

Window = tuple[float, float]

STEP = 1.25
"""how much nearer one notch of the wheel or one key comes"""
LEAST = 2.0
"""min, the shortest stretch"""


def whole(duration: float) -> Window:
    """All of the film."""
    return 0.0, duration


def zoomed(window: Window, factor: float, about: float, duration: float) -> Window:
    """The stretch `factor` times shorter, with the time `about` where it was on screen."""
    start, end = window
    length = min(max((end - start) / factor, min(LEAST, duration)), duration)
    share = (about - start) / (end - start)
    return _inside(about - share * length, length, duration)


def following(window: Window, time: float, duration: float) -> Window:
    """The same length of time, turned over like a page where the play head has left it."""
    start, end = window
    if start <= time <= end:
        return window
    length = end - start
    return _inside(time - 0.1 * length if time > end else time - 0.9 * length, length, duration)


def _inside(start: float, length: float, duration: float) -> Window:
    start = min(max(start, 0.0), max(duration - length, 0.0))
    return start, min(start + length, duration)
