"""The camera: scene and screen are each other's inverse, nothing beyond the scene is seen, stops and ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from hormoneviz.views.cell.camera import (
    FARTHEST,
    MEMBRANE,
    NEAREST,
    STOPS,
    WHOLE,
    Camera,
    between,
    centred,
    held,
    next_stop,
    panned,
    seen,
    to_scene,
    to_screen,
    zoomed,
)

SIZE = QSizeF(1150, 700)
shares = st.floats(0.0, 1.0)
cameras = st.builds(Camera, shares, shares, st.floats(FARTHEST, NEAREST)).map(held)


@given(cameras, st.floats(0, 1150), st.floats(0, 700))
def test_scene_and_screen_are_each_others_inverse(camera: Camera, x: float, y: float) -> None:
    there = to_screen(camera, QPointF(x, y), SIZE)
    back = to_scene(camera, there, SIZE)
    assert (back.x(), back.y()) == pytest.approx((x, y), abs=1e-9)


@given(st.floats(0, 1150), st.floats(0, 700))
def test_whole_is_the_scene_itself(x: float, y: float) -> None:
    there = to_screen(WHOLE, QPointF(x, y), SIZE)
    assert (there.x(), there.y()) == pytest.approx((x, y), abs=1e-9)
    assert seen(WHOLE, SIZE) == QRectF(0, 0, 1150, 700)


@given(cameras)
def test_nothing_beyond_the_scene_is_seen(camera: Camera) -> None:
    part = seen(camera, SIZE)
    assert QRectF(-1e-6, -1e-6, 1150 + 2e-6, 700 + 2e-6).contains(part)


@given(cameras, st.floats(0.1, 10.0), shares, shares)
def test_zoom_keeps_what_is_under_the_pointer_unless_the_scene_ends(
    camera: Camera, factor: float, across: float, down: float
) -> None:
    pointer = QPointF(across * 1150, down * 700)
    after = zoomed(camera, factor, (across, down))
    assert held(after) == after
    if after.zoom >= camera.zoom:  # farther out, the scene's edge may push
        before, now = to_scene(camera, pointer, SIZE), to_scene(after, pointer, SIZE)
        assert (now.x(), now.y()) == pytest.approx((before.x(), before.y()), abs=1e-6)


@given(cameras, st.floats(-2, 2), st.floats(-2, 2))
def test_a_pan_keeps_the_zoom_and_stays_in_the_scene(camera: Camera, right: float, down: float) -> None:
    after = panned(camera, right, down)
    assert after.zoom == camera.zoom
    assert held(after) == after


def test_a_pan_moves_by_shares_of_what_is_seen() -> None:
    assert panned(Camera(0.5, 0.5, 4.0), 0.2, -0.4) == Camera(0.55, 0.4, 4.0)


def test_stops_go_from_whole_over_the_membrane_to_a_vesicle_and_back() -> None:
    assert [next_stop(zoom, 1) for zoom in (1.0, 1.5, MEMBRANE.zoom, 4.9, NEAREST)] == [
        *(MEMBRANE.zoom, MEMBRANE.zoom, NEAREST, NEAREST, NEAREST)
    ]
    assert [next_stop(zoom, -1) for zoom in (NEAREST, 3.0, MEMBRANE.zoom, 1.0)] == [
        *(MEMBRANE.zoom, MEMBRANE.zoom, 1.0, 1.0)
    ]
    assert list(STOPS) == sorted(STOPS)
    assert held(MEMBRANE) == MEMBRANE


@given(cameras, cameras, shares)
def test_on_its_way_the_camera_sees_nothing_but_the_scene(start: Camera, end: Camera, share: float) -> None:
    on_the_way = between(start, end, share)
    rounded = held(on_the_way)
    assert (rounded.x, rounded.y, rounded.zoom) == pytest.approx(
        (on_the_way.x, on_the_way.y, on_the_way.zoom), abs=1e-6
    )
    assert between(start, end, 0.0) == start
    assert between(start, end, 1.0) == end


def test_on_its_way_what_is_zoomed_to_stays_in_place() -> None:
    end = zoomed(WHOLE, 5.0, (0.3, 0.8))
    pointer = QPointF(0.3 * 1150, 0.8 * 700)
    for share in (0.2, 0.5, 0.9):
        there = to_screen(between(WHOLE, end, share), pointer, SIZE)
        assert (there.x(), there.y()) == pytest.approx((pointer.x(), pointer.y()), abs=1e-6)


def test_the_edges_of_the_scene_hold_a_camera_that_looks_at_them() -> None:
    assert centred(0.0, 1.0, 4.0) == Camera(0.125, 0.875, 4.0)
