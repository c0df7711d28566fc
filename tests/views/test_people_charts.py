"""The charts of the people panel: what is told apart, where axes end, whom a histogram counts."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from hormoneviz.look.look import Look
from hormoneviz.look.theme import contrast
from hormoneviz.views.people import measures
from hormoneviz.views.people.bands import fills, fitted
from hormoneviz.views.people.histogram import Histogram, binned


@pytest.mark.parametrize(
    ("lowest", "highest", "ends"),
    [
        (0.0, 10.0, (0.0, 10.8)),
        (0.0, 1.0, (0.0, 5.0)),  # a little is not much
        (10.0, 20.0, (9.2, 20.8)),
        (9.9, 10.1, (8.2426, 11.7574)),  # nearly flat stays nearly flat
    ],
)
def test_the_axis_goes_with_the_numbers(lowest: float, highest: float, ends: tuple[float, float]) -> None:
    assert fitted(lowest, highest, 5.0) == pytest.approx(ends, rel=1e-6)


@pytest.mark.parametrize("theme", ["light", "dark", "projector", "contrast"])
def test_half_and_nine_in_ten_are_told_apart(qapp: QApplication, theme: str) -> None:
    """By lightness, and by a line between them."""
    look = Look.load(theme, 1.0)
    for shown in measures.MEASURES:
        ground = look.theme.colour("plot_ground")
        outer, inner, edge = fills(look, shown.colour)
        assert contrast(ground, outer) > 1.2, shown.name
        assert contrast(outer, inner) > 1.3, shown.name
        assert contrast(outer, edge) > 1.6, shown.name


def test_a_histogram_counts_everybody_and_holds_the_person_on_screen() -> None:
    values = np.random.default_rng(1).normal(5.0, 1.0, 250)
    counts, edges = binned(values, 12.0)
    assert counts.sum() == 250
    assert edges[0] <= values.min()
    assert edges[-1] >= 12.0
    counts, edges = binned(np.full(20, 3.0), 3.0)
    assert counts.sum() == 20
    assert edges[0] < 3.0 < edges[-1]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_marker_does_not_split_the_bar_it_stands_on(qtbot, theme: str) -> None:
    """To both sides of the line, at half the height of its bar, is the bar."""
    look = Look.load(theme, 1.0)
    chart = Histogram(look, None)
    qtbot.addWidget(chart)
    chart.resize(700, 300)
    chart.set_look(look)
    values = np.repeat([1.0, 2.0, 3.0, 4.0, 5.0], 20)
    chart.show_reading("", "glut4", measures.Shown(values, np.float64(3.1), ""))
    picture = chart.grab().toImage()
    counts, edges = binned(values, 3.1)
    mine = int(np.searchsorted(edges, 3.1) - 1)
    x, y = chart.place(3.1, 0.5 * float(counts[mine])).toPoint().toTuple()
    assert picture.pixelColor(x, y) == look.theme.colour("text")
    sides = {picture.pixelColor(x + way * 4, y).name() for way in (-1, 1)}
    assert len(sides) == 1
    assert sides != {look.theme.colour("plot_ground").name()}
