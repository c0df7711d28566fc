"""Two other programs that run our SBML, each behind the same few words: libRoadRunner and COPASI.

The program needs neither. pip install --group engines (pip 25.1 or newer) brings both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from hormoneviz.exchange.sbml import sbml
from hormoneviz.exchange.sbml_run import Run

try:
    import roadrunner
except ImportError:
    roadrunner = None
try:
    import COPASI
except ImportError:
    COPASI = None

Courses = Mapping[str, np.ndarray]
"""every species by name [T]"""
Tolerances = tuple[float, float]
"""relative, absolute"""
MOST_STEPS = 100_000


class EngineFailed(Exception):
    """An engine could not read the file, or could not go on."""


class RoadRunner:
    """libRoadRunner (CVODE) with one run loaded."""

    def __init__(self, run: Run, tolerances: Tolerances) -> None:
        roadrunner.Logger.setLevel(roadrunner.Logger.LOG_FATAL)
        self._names = species_of(run)
        self._runner: Any = roadrunner.RoadRunner(sbml(run))
        self._runner.timeCourseSelections = ["time", *(f"[{name}]" for name in self._names)]
        integrator = self._runner.integrator
        integrator.relative_tolerance, integrator.absolute_tolerance = tolerances
        integrator.maximum_num_steps = MOST_STEPS

    def __call__(self, times: Sequence[float]) -> Courses:
        """The species at ascending times that begin at 0, from the start.

        Raises:
            EngineFailed: the solver gave up.
        """
        self._runner.resetAll()
        try:
            found = np.array(self._runner.simulate(times=list(times)))
        except RuntimeError as error:
            raise EngineFailed(str(error)) from None
        return {name: found[:, i + 1] for i, name in enumerate(self._names)}


class Copasi:
    """COPASI (LSODA) with one run loaded."""

    def __init__(self, run: Run, tolerances: Tolerances) -> None:
        self._names = species_of(run)
        self._model: Any = COPASI.CRootContainer.addDatamodel()
        if not self._model.importSBMLFromString(sbml(run)):
            raise EngineFailed(COPASI.CCopasiMessage.getAllMessageText())
        self._task: Any = self._model.getTask("Time-Course")
        self._task.setMethodType(COPASI.CTaskEnum.Method_deterministic)
        method = self._task.getMethod()
        for name, value in zip(("Relative Tolerance", "Absolute Tolerance"), tolerances, strict=True):
            method.getParameter(name).setDblValue(value)
        method.getParameter("Max Internal Steps").setUIntValue(MOST_STEPS)

    def __call__(self, times: Sequence[float]) -> Courses:
        """The species at times that begin at 0 and are equally far apart, from the start.

        Raises:
            EngineFailed: the solver gave up.
        """
        assert np.allclose(np.diff(times), times[1] - times[0])
        problem = self._task.getProblem()
        problem.setDuration(float(times[-1]))
        problem.setStepNumber(len(times) - 1)
        problem.setTimeSeriesRequested(True)
        return copasi_courses(self._task, self._names, len(times))

    def close(self) -> None:
        """Let go of the model, which COPASI keeps in a list of its own."""
        COPASI.CRootContainer.removeDatamodel(self._model)


def copasi_courses(task: Any, names: Sequence[str], number: int) -> Courses:
    """Those species of a COPASI time course that is set up, at its `number` moments.

    Raises:
        EngineFailed: the solver gave up, or stopped early.
    """
    task.getProblem().setOutputEvent(False)  # one row at the time of an event: what holds after it
    done, found = task.process(True), task.getTimeSeries()
    if not done or found.getRecordedSteps() != number:
        raise EngineFailed(COPASI.CCopasiMessage.getAllMessageText())
    column = {found.getTitle(i): i for i in range(found.getNumVariables())}
    rows = range(number)
    return {name: np.array([found.getConcentrationData(row, column[name]) for row in rows]) for name in names}


def species_of(run: Run) -> list[str]:
    """Their names, in the network's order."""
    return [species.name for species in run.network.species]
