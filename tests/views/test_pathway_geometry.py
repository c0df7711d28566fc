"""The pathway panel fits: boxes apart, text inside them and never below 12 px, arrows clear of the rest."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from hormoneviz.look.look import Look
from hormoneviz.look.words import LEVELS, Level
from hormoneviz.simulation.evidence import arrow
from hormoneviz.views.pathway.badges import badge_rects
from hormoneviz.views.pathway.entries import Entry
from hormoneviz.views.pathway.gauge import bar, level, level_lines
from hormoneviz.views.pathway.geometry import TEXT, Geometry, clear_of, geometry
from hormoneviz.views.pathway.key import key_height
from hormoneviz.views.pathway.layout import kinds, layout
from hormoneviz.views.pathway.parts import arranged, least_height

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
    found = arranged(look, QSizeF(*size))
    for art in found.nodes:
        assert max(row.width() for row in art.label.rows) <= art.box.width()
        assert all(art.box.adjusted(0, -1, 0, 1).contains(row) for row in art.label.rows)
        assert "…" not in "".join(art.label.lines)


PANELS = [(360, 300), (360, 400), (510, 180), (640, 360), (768, 500), (520, 620), (1000, 1000), (1900, 2000)]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", PANELS, ids=str)
def test_nothing_crosses_text(qapp, size: tuple[int, int], scale: float, level: Level) -> None:
    look = Look.load("light", scale, level)
    least = least_height(look, size[0] - 14)
    room = QSizeF(size[0] - 14, max(size[1], math.ceil(least)))  # lower panels scroll
    found = arranged(look, room)
    placed, panel = found.geometry, QRectF(QPointF(), room)
    every = [
        Entry(switch, node, 0.5, arrow("load", "TNF"))
        for switch in layout().switch
        for node in ("IRS1_Y", "TNF")
    ]
    drawn = [rect for *_, rect in badge_rects(placed.boxes, every[:1] + every[-1:], placed.text)]
    drawn += [rect for art in found.nodes for rect in (art.emblem, art.tag) if not rect.isEmpty()]
    assert placed.text >= TEXT * scale
    assert all(panel.contains(rect) for rect in drawn), "cut off at the border"
    for art in found.nodes:
        lines = [bar(placed, art.box)]
        if placed.filled:
            lines = [line for share in (0.05, 0.3, 0.5, 0.7, 0.95) for line in level_lines(art, share)]
        for row in art.label.rows:
            ink = row.adjusted(0, 0.1 * row.height(), 0, -0.1 * row.height())
            assert art.box.contains(ink)
            assert not any(ink.intersects(rect) for rect in (*drawn, *lines))
            assert "…" not in "".join(art.label.lines)
            for edge in layout().edge:
                if edge.pair in kinds()[placed.form]:
                    assert clear_of(placed.way(edge), ink)


@pytest.mark.parametrize("scale", SCALES)
def test_the_key_has_a_place_where_there_is_room(qapp, scale: float) -> None:
    look = Look.load("light", scale)
    for size in (QSizeF(380, 1000), QSizeF(1000, 1000), QSizeF(1000, 420 * scale)):
        key = arranged(look, size).geometry.key
        assert key.height() >= key_height(look, key.width())


def test_a_bar_is_drawn_as_long_as_its_share_and_a_box_filled_as_high(qapp) -> None:
    low, high = (arranged(Look.load("light"), QSizeF(*size)) for size in ((360, 300), (1000, 1000)))
    assert not low.geometry.filled
    assert high.geometry.filled
    for art in low.nodes:
        assert bar(low.geometry, art.box).width() >= 30
        assert art.box.contains(bar(low.geometry, art.box))
    box = high.nodes[0].box
    assert level(box, 0.5) == pytest.approx(box.center().y(), abs=0.5)


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
