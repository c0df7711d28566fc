"""Labels at every look: none overlaps another, a button, a note or the edge, and the story is never left out.

Pure geometry: no window is built.
"""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from hormoneviz.look.look import Look
from hormoneviz.look.words import LEVELS
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.views.cell.camera import MEMBRANE, NEAREST, Camera, centred
from hormoneviz.views.cell.clock import CornerClock, note_box
from hormoneviz.views.cell.label_layout import Ground, Wish, crosses, lay_out
from hormoneviz.views.cell.labels import Labels
from hormoneviz.views.cell.live import Live
from hormoneviz.views.cell.near_labels import near_labels
from hormoneviz.views.cell.painter import CellPainter
from hormoneviz.views.cell.places import Places, unit_of
from hormoneviz.views.cell.spots import ESSENTIAL, IMPORTANCE, SPOTS, by_importance
from hormoneviz.views.cell.zoom_buttons import SIDE, TOUCH_SIDE, buttons_box

SCENES = {
    1.0: [(480, 300), (612, 420), (770, 420), (1150, 700), (2300, 1560)],
    1.5: [(530, 560), (660, 490), (1150, 700), (2300, 1560)],
    2.0: [(532, 560), (480, 470), (995, 775), (2300, 1560)],
}
"""text scale to sizes of the scene (px) in windows of 1024x768 to 3840x2160, alone and beside its twin"""
LOOKS = [(scale, size) for scale, sizes in SCENES.items() for size in sizes]
VESICLE = centred(0.70, 0.42, NEAREST)


def lies_over(look: Look, size: tuple[int, int], side: int) -> list[QRectF]:
    note = note_box(look, *size, unit_of(*size))
    return [buttons_box(look, size[0], note, side), note]


def whole_labels(look: Look, size: tuple[int, int], tissue: str, side: int = SIDE) -> Labels:
    places = Places(*size, tissue)
    clock = CornerClock(places, look, "after_endotoxin")
    return Labels(places, look, (*clock.boxes, *lies_over(look, size, side)))


def faults(labels: Labels, over: list[QRectF], size: tuple[int, int]) -> list[tuple[str, str]]:
    """Pairs of what touches what, a leader and a label too."""
    boxes = {**labels.boxes, **{f"over{k}": box for k, box in enumerate(over)}}
    pairs = (pair for pair in combinations(boxes, 2) if pair[0] in labels.boxes)
    touching = [(a, b) for a, b in pairs if boxes[a].intersects(boxes[b])]
    outside = [(name, "edge") for name, box in boxes.items() if not QRectF(0, 0, *size).contains(box)]
    fixed = {spot.name for spot in labels.spots if not spot.live}
    for name in fixed:
        for line, (other, box) in product(labels.leaders[name], boxes.items()):
            ends = np.array([line.x1(), line.y1(), line.x2(), line.y2()])
            edges = np.array([box.left(), box.top(), box.right(), box.bottom()])
            if other != name and crosses(ends, edges):
                touching.append((f"leader of {name}", other))
    return touching + outside


@pytest.mark.parametrize("tissue", SPOTS)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("scale", "size"), LOOKS, ids=str)
def test_of_the_whole_cell_no_label_touches_anything(qapp, scale, size, level, tissue: str) -> None:
    look = Look.load(text_scale=scale, level=level)
    for side in (SIDE, TOUCH_SIDE) if level == "mechanism" else (SIDE,):
        labels = whole_labels(look, size, tissue, side)
        over = [*CornerClock(labels.places, look, "after_endotoxin").boxes, *lies_over(look, size, side)]
        assert faults(labels, over, size) == []
        assert set(ESSENTIAL) <= set(labels.boxes)


@pytest.mark.parametrize("tissue", SPOTS)
@pytest.mark.parametrize("camera", [MEMBRANE, VESICLE], ids=["membrane", "vesicle"])
@pytest.mark.parametrize(("scale", "size"), LOOKS, ids=str)
def test_from_near_no_label_touches_anything(qapp, scale, size, camera: Camera, tissue: str) -> None:
    for level in LEVELS:
        look = Look.load(text_scale=scale, level=level)
        places = Places(*size, tissue)
        over = [*CornerClock(places, look, "after_endotoxin").boxes, *lies_over(look, size, SIDE)]
        labels = near_labels(places, look, over, camera)
        assert faults(labels, over, size) == []
        assert {"GLUT4", "glucose"} <= set(labels.boxes)


@pytest.mark.parametrize("tissue", SPOTS)
def test_at_normal_size_every_label_has_room(qapp, tissue: str) -> None:
    for size in ((770, 440), (1150, 700), (2300, 1560)):
        labels = whole_labels(Look.load(), size, tissue)
        assert [spot.name for spot in SPOTS[tissue] if spot.name not in labels.boxes] == []


def test_from_near_the_steps_at_the_membrane_are_named(qapp) -> None:
    named = set(near_labels(Places(1150, 700, "muscle"), Look.load(), (), MEMBRANE).boxes)
    assert {"membrane", "Vdock", "Vteth", "Rab_GTP", "GLUT4", "glucose", "microtubule"} <= named


def test_every_label_has_a_rank() -> None:
    assert {spot.name for spots in SPOTS.values() for spot in spots} <= set(IMPORTANCE)
    assert [spot.name for spot in by_importance(SPOTS["fat"])][: len(ESSENTIAL)] == list(ESSENTIAL)


def test_a_live_label_points_at_a_vesicle_of_its_kind(qapp) -> None:
    """And at the same one a moment later, if that has not left."""
    film = Film(Scenario(protocol=Protocol(kind="bath", insulin="100 nM")))
    painter = CellPainter(Look.load(), 1150, 700, "muscle")
    labels = near_labels(painter.places, painter.look, (), MEMBRANE)
    live = [spot for spot in labels.spots if spot.live]
    kind = {"Vdock": 4, "Vteth": 3, "Vper": 2}
    frames = [film.at(15.0), film.at(15.002)]
    ends = [Live(painter, frame, MEMBRANE).find(live) for frame in frames]
    for name, state in kind.items():
        found = []
        for frame, end in zip(frames, ends, strict=True):
            x, y = painter.places_of_vesicles(frame)
            x = (x / 1150 - MEMBRANE.x) * MEMBRANE.zoom + 0.5
            y = (y / 700 - MEMBRANE.y) * MEMBRANE.zoom + 0.5
            nearest = int(np.argmin(np.hypot(x - end[name][0], y - end[name][1])))
            assert frame.vesicles.state[nearest] == state
            found.append(nearest)
        if frames[0].vesicles.until[found[0]] > frames[1].time:
            assert found[0] == found[1]


def test_no_live_label_where_there_is_nothing_to_point_at(qapp) -> None:
    """At rest no door of the large ones is open: GLUT4 is named in a vesicle, and no door is."""
    frame = Film(Scenario(protocol=Protocol(kind="bath", insulin="100 nM"))).at(0.0)
    painter = CellPainter(Look.load(), 1150, 700, "muscle")
    labels = near_labels(painter.places, painter.look, (), MEMBRANE)
    found = Live(painter, frame, MEMBRANE).find(spot for spot in labels.spots if spot.live)
    doors = painter.doors_at()[1].max() / 700
    if painter.opened(frame).max() < 0.5 and "GLUT4" in found:
        assert found["GLUT4"][1] > (doors - MEMBRANE.y) * MEMBRANE.zoom + 0.5
    assert "GLUT4_surface" in found


# --- the search itself ---------------------------------------------------------------------------------


def wish(name: str, left: float, **more) -> Wish:
    return Wish(name, left, 40.0, 60.0, 20.0, reach=more.pop("reach", (100.0, 60.0)), **more)


def test_the_first_has_its_place_and_the_next_steps_aside() -> None:
    placed = lay_out([wish("a", 50.0), wish("b", 60.0)], Ground((300, 120), 1.0))
    assert placed["a"] == (50.0, 40.0, 110.0, 60.0)
    b = placed["b"]
    assert b[0] >= 112.0 or b[2] <= 48.0 or b[1] >= 62.0 or b[3] <= 38.0


def test_without_room_the_less_important_is_left_out() -> None:
    placed = lay_out([wish("a", 0.0), wish("b", 0.0)], Ground((70, 40), 1.0))
    assert set(placed) == {"a"}


def test_a_label_does_not_stand_on_its_own_thing() -> None:
    placed = lay_out([wish("a", 50.0, ends=((80.0, 50.0),))], Ground((300, 120), 1.0))
    left, top, right, bottom = placed["a"]
    assert not (left < 80.0 < right and top < 50.0 < bottom)


@pytest.mark.parametrize(
    ("line", "crossed"),
    [
        ((0, 15, 100, 15), True), ((0, 5, 100, 5), False), ((15, 0, 15, 100), True), ((0, 0, 30, 30), True),
        ((0, 40, 40, 0), False), ((12, 12, 14, 14), True), ((0, 0, 9, 9), False),
    ],
)  # fmt: skip
def test_a_line_crosses_a_box(line: tuple[float, ...], crossed: bool) -> None:
    assert bool(crosses(np.array(line, float), np.array([10.0, 10.0, 20.0, 18.0]))) == crossed
