"""Session: the scenario on stage, the play head and the selection; views call its verbs and hear its signals.

Every verb that changes what the run depends on goes through `_replace`, the only place where a film is made.
"""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from hormoneviz.session.clock import Clock
from hormoneviz.session.history import History
from hormoneviz.session.player import STEP, Player
from hormoneviz.session.twin import Twin
from hormoneviz.simulation.conditions import as_it_stands, setting, with_protocol, with_settings
from hormoneviz.simulation.errors import SolverFailed, UnitError
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.grid import next_grid_time
from hormoneviz.simulation.scenario import Evidence, Person, Protocol, Scenario, Stance, Therapy, Tissue


class Session(Player):
    """What is on stage.  Signals fire only when something differs, the film before the frame."""

    selection_changed = Signal(str)
    card_wanted = Signal()
    """somebody wants to read all about what is selected"""
    twin_changed = Signal()
    """another twin, none, or the other of the two in front"""

    def __init__(self, scenario: Scenario, parent: QObject | None = None) -> None:
        """Raises SolverFailed if this first scenario cannot be shown."""
        super().__init__(Film(scenario), parent)
        self._ghost: Film | None = None
        self._history = History()
        self._gesture: tuple[str, float] | None = None
        self._selection = ""
        self._twin: Twin | None = None
        self._twin_in_front = False

    @property
    def ghost(self) -> Film | None:
        """The film before the last change, for comparison; None after a new start."""
        return self._ghost

    @property
    def scenario(self) -> Scenario:
        """The present scenario, events and all."""
        return self._film.scenario

    @property
    def standing(self) -> Scenario:
        """The scenario as it stands at the play head: every event so far worked in."""
        return as_it_stands(self.scenario, self.time)

    @property
    def selection(self) -> str:
        """The quantity that is looked at; empty for none."""
        return self._selection

    @property
    def history(self) -> History:
        """What can be undone and redone."""
        return self._history

    @property
    def twin(self) -> Twin | None:
        """The second cell, if there is one."""
        return self._twin

    @property
    def twin_in_front(self) -> bool:
        """Whether the twin is the one to show where there is room for one only."""
        return self._twin_in_front

    def set_twin(self, kind: str) -> None:
        """Show a twin of that kind (twin.KINDS) beside the cell, or none for ""."""
        if kind == (self._twin.kind if self._twin else ""):
            return
        try:
            twin = Twin(self, kind) if kind else None
        except (SolverFailed, UnitError) as failure:
            self.problem.emit(f"The twin cannot be shown: {failure}")
            return
        if self._twin:
            self._twin.leave()
        self._twin, self._twin_in_front = twin, False
        self.twin_changed.emit()

    def swap_twins(self) -> None:
        """Bring the other of the two to the front."""
        if self._twin:
            self._twin_in_front = not self._twin_in_front
            self.twin_changed.emit()

    def state(self, name: str) -> float | str | None:
        """The present value of a switch: a hormone's level, load, insulin or fatty_acids, or a parameter
        override."""
        return setting(self.standing, name)

    def seek(self, time: float) -> None:
        """Put the play head at `time` (min), within the film."""
        self._gesture = None
        super().seek(time)

    def select(self, name: str) -> None:
        """Look at a quantity by its name; empty to look at none."""
        if name != self._selection:
            self._selection = name
            self.selection_changed.emit(name)

    def read_about(self, name: str) -> None:
        """Look at a quantity or parameter by its name, and bring what is known of it to the front."""
        self.select(name)
        self.card_wanted.emit()

    def set_state(self, name: str, value: float | str) -> None:
        """Set a switch from now on; at time 0 it holds from the start, and the cell begins settled in it.

        A drag of the same switch (calls less than a second of play apart) is one step of undo.
        """
        if self.state(name) == value:
            return
        before, at = self._start_of(name)
        if at == 0.0:
            changed = with_settings(before, {name: value})
        else:
            changed = before.with_event(f"{at:g} min", {name: value})
        merging = before is not self.scenario
        ghost, step = (self._ghost, "") if merging else (self._film, f"{name} {value}")
        if self._replace(changed, step, ghost):
            self._gesture = (name, at)

    def set_tissue(self, tissue: Tissue) -> None:
        """Show the other kind of cell in the same scenario."""
        self._recast(replace(self.scenario, tissue=tissue), f"tissue {tissue}")

    def set_stance(self, stance: Stance) -> None:
        """Believe the trials that found least, middling or most, wherever trials disagree."""
        self._recast(replace(self.scenario, evidence=Evidence(stance)), f"evidence {stance}")

    def set_person(self, person: Person) -> None:
        """Show the same experiment in somebody else."""
        self._recast(replace(self.scenario, person=person), "person")

    def set_therapies(self, therapies: tuple[Therapy, ...]) -> None:
        """Treat the person with these and no others; what cannot be read is told as a problem."""
        self._recast(replace(self.scenario, therapy=therapies), "therapies")

    def set_week(self, week: float) -> None:
        """Look at another week of the calendar; a drag is one step of undo."""
        self._recast(replace(self.scenario, week=week), f"week {week:g}", drag="week")

    def set_vesicles(self, number: int) -> None:
        """Draw so many vesicles for the GLUT4 of a normal cell; a drag is one step of undo."""
        self._recast(replace(self.scenario, vesicles=number), f"vesicles {number}", drag="vesicles")

    def set_protocol(self, protocol: Protocol) -> None:
        """Start another experiment, or the same one otherwise, from time 0."""
        if protocol != self.scenario.protocol:
            self._replace(with_protocol(self.scenario, protocol), protocol.kind, self._film, time=0.0)

    def load(self, scenario: Scenario) -> None:
        """Put another scenario on stage, at time 0; it can be undone."""
        if scenario != self.scenario:
            self._replace(scenario, f"scenario {scenario.name}", ghost=None, time=0.0)

    def undo(self) -> None:
        """Take back the last step, if any."""
        if self._history.undo_name:
            self._replace(self._history.undo(self.scenario), "", ghost=None)

    def redo(self) -> None:
        """Bring back the step undone last, if any."""
        if self._history.redo_name:
            self._replace(self._history.redo(self.scenario), "", ghost=None)

    def _recast(self, scenario: Scenario, step: str, drag: str = "") -> None:
        """The same run with something changed for all of it; the play head stays."""
        if scenario == self.scenario:
            return
        dragging = bool(drag) and self._gesture == (drag, 0.0)
        ghost, step = (self._ghost, "") if dragging else (self._film, step)
        if self._replace(scenario, step, ghost) and drag:
            self._gesture = (drag, 0.0)

    def _start_of(self, name: str) -> tuple[Scenario, float]:
        """The scenario to change and when (min): that before the gesture while a drag goes on, else the
        present one."""
        now = next_grid_time(self.time)
        if self._gesture and self._gesture[0] == name and self._history.before_last is not None:
            began = self._gesture[1]
            if 0.0 <= now - began <= max(self.speed, STEP):
                return self._history.before_last, began
        return self.scenario, now

    def _replace(self, scenario: Scenario, step: str, ghost: Film | None, time: float | None = None) -> bool:
        """Put a scenario on stage and say whether that went well; without a `step`, history is left alone."""
        try:
            film = Film(scenario, before=self._film)
            frame = film.at(min(self.time if time is None else time, film.duration))
        except (SolverFailed, UnitError) as failure:
            self.problem.emit(f"This cannot be shown: {failure}")
            return False
        if step:
            self._history.record(self.scenario, step)
        self._gesture = None
        self._ghost, self._film, self._frame = ghost, film, frame
        self._clock = Clock(self._clock.speed, film.duration)
        self.film_changed.emit()
        self.frame_changed.emit(frame)
        return True
