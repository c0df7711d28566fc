"""No part of the picture flashes more than three times a second (WCAG 2.3.1), at any speed of the film.

A flash is a pair of opposing changes of relative luminance of a tenth or more. Small ones are allowed as long
as those that flash at the same time cover less than a quarter of ten degrees of sight, about 2.8 % of a
screen (341 x 256 of 1024 x 768 px, a quarter of it).
"""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from hormoneviz.exchange.find import find_scenario
from hormoneviz.look.look import Look
from hormoneviz.simulation.film import Film
from hormoneviz.views.cell.flow import FAST
from hormoneviz.views.cell.painter import CellPainter

WIDTH, HEIGHT, BLOCK = 640, 400, 16
RATE, SECONDS = 25, 2
LARGEST = 0.028


def luminance(image: QImage) -> NDArray[np.float64]:
    """Relative luminance of each block of the picture, 0 to 1."""
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, image.bytesPerLine() // 4, 4)
    channels = raw[:, :WIDTH, 2::-1] / 255.0
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    grey = linear @ np.array([0.2126, 0.7152, 0.0722])
    return grey.reshape(HEIGHT // BLOCK, BLOCK, WIDTH // BLOCK, BLOCK).mean(axis=(1, 3))


def flashes(course: NDArray[np.float64]) -> NDArray[np.intp]:
    """How many pairs of opposing changes of a tenth or more each block makes [T, ...] -> [...]."""
    flat = course.reshape(len(course), -1)
    count = np.zeros(flat.shape[1], dtype=np.intp)
    turn, rising = flat[0].copy(), np.zeros(flat.shape[1])
    for now in flat[1:]:
        change = now - turn
        turned = (np.abs(change) >= 0.1) & (np.sign(change) != rising)
        count += turned
        rising = np.where(turned, np.sign(change), rising)
        further = turned | (np.sign(change) == rising)
        turn = np.where(further, now, turn)
    return count // 2


def test_a_flashing_square_is_counted() -> None:
    course = np.tile([0.2, 0.8], 5)[:, None]
    assert flashes(course).tolist() == [4]
    assert flashes(np.linspace(0.0, 1.0, 10)[:, None]).tolist() == [0]


@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize("speed", [1.0, 5.0, 10.0, 30.0])
@pytest.mark.parametrize("scenario", ["01-meal-healthy-muscle", "11-meal-then-inflammation"])
def test_nothing_flashes(qapp, scenario: str, speed: float, theme: str) -> None:
    what = find_scenario(scenario)
    film, painter_of = Film(what), CellPainter.for_scenario(Look.load(theme), WIDTH, HEIGHT, what)
    painter_of.calm = speed >= FAST  # as the window does
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    course = []
    for frame in range(RATE * SECONDS):
        with QPainter(image) as painter:
            painter_of.paint(painter, film.at(29.0 + speed * frame / RATE))
        course.append(luminance(image))
    often = flashes(np.array(course)) > 3 * SECONDS
    assert often.mean() < LARGEST
