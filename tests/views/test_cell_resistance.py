"""Resistance is seen: an inflamed and a healthy cell, an hour into the same meal, differ where it counts."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from hormoneviz.exchange.find import find_scenario
from hormoneviz.look.look import Look
from hormoneviz.shell.picture import picture
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.frame import Frame
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.views.cell.channel import Channel
from hormoneviz.views.cell.lipids import LipidLayer
from hormoneviz.views.cell.painter import CellPainter
from hormoneviz.views.cell.places import Places
from hormoneviz.views.cell.ranges import DISPLAY, UPTAKE, level, uptake_level

HEALTHY, INFLAMED, DIABETIC = "01-meal-healthy-muscle", "02-meal-inflamed", "07-type-2-diabetes-muscle"
HOUR = 60.0


@pytest.fixture(scope="module")
def cells() -> dict[str, Frame]:
    """Each cell 60 min into its meal."""
    return {name: Film(find_scenario(name)).at(HOUR) for name in (HEALTHY, INFLAMED, DIABETIC)}


def greys(frame: Frame, name: str, size: tuple[int, int], theme: str) -> np.ndarray:
    """The picture in grey, 0 to 1 [row, column]."""
    image = picture(frame, QSize(*size), Look.load(theme), find_scenario(name))
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()] / 255.0


def between_the_walls(grey: np.ndarray) -> np.ndarray:
    """What the picture shows inside the channel, at nine points across it all along."""
    height, width = grey.shape
    channel = Channel(Places(width, height, "muscle"))
    x, y = channel.points(np.linspace(-1.0, 1.0, 9))
    return grey[y.astype(int), x.astype(int)]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1568, 980), (400, 250)], ids=str)
def test_in_grey_the_healthy_channel_is_lit_and_the_resistant_one_is_not(
    qapp, cells: dict[str, Frame], size: tuple[int, int], theme: str
) -> None:
    """An eighth of all grey between the walls, and half as much lit area again."""
    healthy, inflamed, diabetic = (
        between_the_walls(greys(cells[name], name, size, theme)) for name in (HEALTHY, INFLAMED, DIABETIC)
    )
    assert healthy.mean() - inflamed.mean() > 0.125
    assert inflamed.mean() - diabetic.mean() > 0.1
    assert (healthy > 0.6).mean() > 1.5 * (inflamed > 0.6).mean()


def test_the_steps_of_the_signal_tell_the_same_story(qapp, cells: dict[str, Frame]) -> None:
    """Counted as drawn: the receptors are no fewer, what follows them is."""
    scene = CellPainter(Look.load(), 760, 430, "muscle")
    on = {name: scene.cascade.read(frame.values) for name, frame in cells.items()}
    count = {name: {row: (shown > 0.5).sum() for row, shown in rows.items()} for name, rows in on.items()}
    assert count[INFLAMED]["active"] >= count[HEALTHY]["active"]
    assert count[INFLAMED]["jammed"] >= count[HEALTHY]["jammed"] + 2
    for row in ("go", "lipid", "akt", "loose"):
        assert count[INFLAMED][row] < count[HEALTHY][row]
        assert count[DIABETIC][row] <= count[INFLAMED][row]


def test_fewer_doors_stand_open_more_sugar_waits_and_less_is_inside(qapp, cells: dict[str, Frame]) -> None:
    healthy, inflamed = cells[HEALTHY], cells[INFLAMED]
    assert level(healthy.values, "GLUT4_surface") - level(inflamed.values, "GLUT4_surface") > 0.2
    assert uptake_level(healthy) - uptake_level(inflamed) > 0.2


@pytest.mark.parametrize("name", [*DISPLAY, *(f"uptake in {tissue}" for tissue in UPTAKE)])
def test_more_of_a_quantity_never_shows_as_less(name: str) -> None:
    row = DISPLAY[name] if name in DISPLAY else UPTAKE[name.removeprefix("uptake in ")]
    shown = [row.of(value) for value in np.linspace(0.0, 4.0, 400)]
    assert all(0.0 <= low <= high <= 1.0 for low, high in pairwise(shown))
    assert shown[0] == 0.0


def test_a_healthy_cell_at_full_insulin_is_lit_to_nine_tenths() -> None:
    values = Film(Scenario(protocol=Protocol(kind="bath", insulin="100 nM"))).at(10.0).values
    for name in ("IRp_pm", "IRS1_Y", "PIP3", "Akt_act", "GLUT4_surface"):
        assert level(values, name) > 0.9
    assert level(values, "AS160_p") > 0.87


def test_the_light_widens_with_akt_activity_and_stays_between_the_walls(cells: dict[str, Frame]) -> None:
    channel = Channel(Places(1150, 700, "muscle"))
    values = dict(cells[HEALTHY].values)
    widths = np.array([channel.width({**values, "Akt_act": akt}) for akt in np.linspace(0.0, 0.6, 61)])
    assert (np.diff(widths, axis=0) >= 0.0).all()
    assert (np.diff(widths, axis=0)[:, -1] > 0.0).all()
    assert (widths <= channel.width(dict.fromkeys(values, 1e9))).all()


def test_the_light_is_a_function_of_the_moment_not_of_what_was_shown_before(
    qapp, cells: dict[str, Frame]
) -> None:
    def lit(*names: str) -> QImage:
        scene = CellPainter(Look.load(), 760, 430, "muscle")
        for name in names:
            on = scene.cascade.read(cells[name].values)
            scene.light(cells[name].values, on)
        return scene.background.toImage()

    assert lit(INFLAMED, DIABETIC, HEALTHY) == lit(HEALTHY)
    assert lit(HEALTHY, INFLAMED) != lit(HEALTHY)


def test_the_membrane_sways_gently(qapp) -> None:
    scene = CellPainter(Look.load(), 1150, 700, "muscle")
    lipids = LipidLayer(scene.places)
    moves = np.array([lipids.sway(time) for time in np.linspace(0.0, 12.0, 241)])
    assert 0.1 * scene.places.unit < abs(moves).max() < 0.1 * scene.places.thickness
    assert abs(np.diff(moves, axis=0)).max() < 0.15 * scene.places.unit


def test_fat_and_muscle_differ_at_a_glance(qapp) -> None:
    """The lower fifth, where droplet and sarcomeres lie, in grey and averaged to postage-stamp size."""
    stamps = []
    for tissue in ("muscle", "fat"):
        image = CellPainter(Look.load(), 760, 430, tissue).background.toImage()
        small = image.convertToFormat(QImage.Format.Format_Grayscale8).scaled(QSize(80, 46))
        grey = np.frombuffer(small.constBits(), np.uint8).reshape(46, small.bytesPerLine())[:, :80]
        stamps.append(grey[-9:].astype(float) / 255.0)
    assert abs(stamps[0] - stamps[1]).mean() > 0.08
