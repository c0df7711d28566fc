"""Readings: the courses of the film on stage, of the one before it and of the healthy twin's, read once."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from hormoneviz.session.session import Session
from hormoneviz.session.twin import Twin
from hormoneviz.simulation.film import Film
from hormoneviz.views.plots.catalogue import GlucoseUnit, plots
from hormoneviz.views.plots.courses import Course, course, difference, grid
from hormoneviz.views.plots.healthy import Healthy
from hormoneviz.views.plots.zoom import Window

_LEAST, _MOST = 200, 800
"""points of a curve: one for two pixels, more is not seen"""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What can be shown of one moment of the session."""

    now: Course
    ghost: Course | None
    healthy: Course | None
    twin: Course | None = None
    """the second cell's, where there is one"""
    kind: str = ""
    """which twin that is, as session.twin.KINDS has it"""
    difference: Course | None = None
    """this cell less its twin, where a person wants to see that"""

    @property
    def drawn(self) -> Course:
        """What the curves show."""
        return self.difference or self.now

    @property
    def beside(self) -> tuple[Course | None, Course | None, Course | None]:
        """(run before a change, healthy twin, second cell) that are drawn beside it.

        A twin takes the place of the first, the healthy one of both; beside a difference there is nothing.
        """
        if self.difference is not None:
            return None, None, None
        if self.twin is None:
            return self.ghost, self.healthy, None
        return None, None if self.kind == "healthy" else self.healthy, self.twin


class Readings(QObject):
    """Read again only where a film, the width or the window of time is another."""

    changed = Signal()
    """the healthy twin's course is there, or no more"""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.twin = Healthy(session, self)
        self._unit: GlucoseUnit = "mmol/L"
        self._window: Window | None = None
        self._found: Found | None = None
        self._points = 0
        self._second: Twin | None = None
        self._differs = False
        self.twin.changed.connect(self._forget)
        session.film_changed.connect(self._film_changed)
        session.twin_changed.connect(self._show_second)
        self._show_second()

    def set_unit(self, unit: GlucoseUnit) -> None:
        """In which unit blood glucose is told."""
        if unit != self._unit:
            self._unit = unit
            self._forget()

    def set_difference(self, on: bool) -> None:
        """Whether to show how this cell differs from its twin, where there is one."""
        if on != self._differs:
            self._differs = on
            self._forget()

    def set_window(self, window: Window) -> None:
        """The stretch of time that needs finer points, min."""
        self._window = window
        self._found = None

    def read(self, width: int) -> Found:
        """The courses, with points enough for a picture so many pixels wide.

        Raises:
            SolverFailed: the film cannot be solved to its end.
        """
        points = min(max(width // 2, _LEAST), _MOST)
        if self._found is None or points != self._points:
            self._points = points
            now, second = self._course(self._session.film), self._second
            twin = self._beside(second.film, now) if second else None
            self._found = Found(
                now,
                self._beside(self._session.ghost, now),
                self._beside(self.twin.film, now),
                twin,
                second.kind if second and twin else "",
                difference(now, twin) if twin and self._differs else None,
            )
        return self._found

    def _beside(self, film: Film | None, now: Course) -> Course | None:
        """The course of a film that can be compared with this one."""
        if film is None or film.duration != self._session.film.duration:
            return None
        return self._course(film, now.rest)

    def _course(self, film: Film, rest: float | None = None) -> Course:
        duration = film.duration
        window = self._window if self._window and self._window[1] <= duration else None
        window = None if window == (0.0, duration) else window
        return course(film, grid(duration, self._points, window), plots(self._unit), rest)

    def _show_second(self) -> None:
        """Another twin, or none; one is told of its films as long as it is there."""
        if self._second is self._session.twin:
            return
        if self._second is not None:
            self._second.film_changed.disconnect(self._forget)
        self._second = self._session.twin
        if self._second is not None:
            self._second.film_changed.connect(self._forget)
        self._forget()

    def _film_changed(self) -> None:
        self._found = None

    def _forget(self) -> None:
        self._found = None
        self.changed.emit()
