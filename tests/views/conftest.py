"""A session and a look for the views' tests: the real ones, since a film takes only a moment."""

from __future__ import annotations

import pytest

from hormoneviz.look.look import Look
from hormoneviz.look.stylesheet import stylesheet
from hormoneviz.session.session import Session
from hormoneviz.simulation.scenario import Protocol, Scenario


@pytest.fixture
def look(qapp) -> Look:
    return Look.load("light")


@pytest.fixture
def session() -> Session:
    """A fat cell in a bath of 10 nM insulin, at rest."""
    return Session(Scenario(tissue="fat", protocol=Protocol(kind="bath", insulin="10 nM")))


@pytest.fixture
def dressed(qapp, look: Look) -> Look:
    """The look with its style sheet on the application, for tests that measure widgets."""
    qapp.setStyleSheet(stylesheet(look.theme))
    yield look
    qapp.setStyleSheet("")
