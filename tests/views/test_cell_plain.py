"""Low graphics: a cheaper picture of the same facts, with the same labels."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from hormoneviz.look.look import Look
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.frame import Frame
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.views.cell.painter import FEWER, CellPainter

SIZE = (760, 470)


@pytest.fixture(scope="module")
def frame() -> Frame:
    return Film(Scenario(protocol=Protocol(kind="bath", insulin="100 nM"))).at(12.0)


def scene(plain: bool, tissue: str = "muscle") -> CellPainter:
    return CellPainter(Look.load(low_graphics=plain), *SIZE, tissue)


def painted(painter: CellPainter, frame: Frame) -> bytes:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    with QPainter(image) as pen:
        painter.paint(pen, frame)
    return bytes(image.constBits())


@pytest.mark.parametrize("tissue", ["muscle", "fat"])
def test_the_same_labels_stand_in_the_same_places(qapp, tissue: str) -> None:
    assert scene(True, tissue).labels.boxes == scene(False, tissue).labels.boxes


def test_fewer_sprites_say_the_same_about_the_signal_and_the_doors(qapp, frame: Frame) -> None:
    rich, plain = scene(False), scene(True)
    painted(rich, frame), painted(plain, frame)
    assert plain.sprites.count < rich.sprites.count
    assert (plain.opened(frame) == rich.opened(frame)).all()
    for row, shown in rich.cascade.read(frame.values).items():
        assert (plain.cascade.read(frame.values)[row] == shown).all()


def test_the_vesicles_drawn_are_a_fair_sample(qapp, frame: Frame) -> None:
    """In each place about the same share of them."""
    thinned = scene(True).vesicles.thinned(frame)
    assert thinned.present == pytest.approx(FEWER * frame.present, abs=1)
    state = frame.vesicles.state
    few, all_ = (np.bincount(state[:n], minlength=10) / n for n in (thinned.present, frame.present))
    # Three standard errors of a share of a sample of that size.
    assert (np.abs(few - all_) < 3.0 * np.sqrt(0.25 / thinned.present)).all()


def test_a_fast_film_is_thinned_too(qapp, frame: Frame) -> None:
    rich, plain = scene(False), scene(True)
    for painter in (rich, plain):
        painter.calm = True
        painted(painter, frame)
    assert plain.sprites.count < rich.sprites.count


def test_the_same_frame_is_the_same_plain_picture(qapp, frame: Frame) -> None:
    assert painted(scene(True), frame) == painted(scene(True), frame)
    assert painted(scene(True), frame) != painted(scene(False), frame)
