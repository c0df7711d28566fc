"""The pathway panel fits: boxes apart, text inside them and never below 12 px, arrows clear of the rest."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.views.pathway.geometry import TEXT, Geometry, clear_of, geometry
from hormoneviz.views.pathway.layout import kinds, layout
from hormoneviz.views.pathway.parts import nodes

SIZES = [(360, 500), (360, 300), (410, 300), (510, 290), (520, 600), (768, 500), (1000, 1000), (1920, 1000)]
SCALES = [1.0, 1.5, 2.0]


@pytest.fixture(params=[(*size, scale) for size in SIZES for scale in SCALES], ids=str)
def placed(request: pytest.FixtureRequest) -> Geometry:
    width, height, scale = request.param
    return geometry(layout(), QSizeF(width, height), scale)


def test_boxes_never_overlap(placed: Geometry) -> None:
    for one, other in combinations(placed.boxes.values(), 2):
        assert not one.intersects(other)


def test_boxes_lie_within_the_panel(placed: Geometry) -> None:
    panel = QRectF(placed.centre((-0.5, -0.5)), placed.centre(_last(placed)))
    assert all(panel.contains(box) for box in placed.boxes.values())


def _last(placed: Geometry) -> tuple[float, float]:
    form = layout().form[placed.form]
    return form.columns - 0.5, form.rows - 0.5


def test_text_is_never_too_small(placed: Geometry) -> None:
    assert placed.text >= TEXT


@pytest.mark.parametrize(
    "size", [*SIZES, *((w, h) for w in range(360, 800, 20) for h in (300, 500))], ids=str
)
def test_names_stand_inside_their_boxes(qapp, size: tuple[int, int]) -> None:
    look = Look.load("light")
    placed = geometry(layout(), QSizeF(*size), 1.0)
    metrics = QFontMetricsF(fonts.font(placed.text))
    for art in nodes(look, placed, metrics):
        assert art.label.width <= art.box.width()
        assert len(art.label.lines) * metrics.height() <= art.box.height() + 2
        assert "…" not in "".join(art.label.lines)


def test_arrows_touch_their_ends_and_pass_all_other_boxes(placed: Geometry) -> None:
    for edge in layout().edge:
        if edge.pair not in kinds()[placed.form]:
            continue
        way = placed.way(edge)
        assert _on_border(placed.boxes[edge.source], way[0])
        assert _on_border(placed.boxes[edge.target], way[-1])
        for name, box in placed.boxes.items():
            if name not in edge.pair:
                assert clear_of(way, box), f"{edge.source} -> {edge.target} runs over {name}"


def _on_border(box: QRectF, point: QPointF) -> bool:
    return box.adjusted(-1, -1, 1, 1).contains(point) and not box.adjusted(1, 1, -1, -1).contains(point)
