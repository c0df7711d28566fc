"""The small tools of the scene: hashes that never change, fragments as Qt wants them, switches that count."""

import ctypes

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from shiboken6 import Shiboken

from hormoneviz.look.theme import contrast, theme, themes
from hormoneviz.views.cell.emblems import EMBLEMS, make_atlas
from hormoneviz.views.cell.hashing import Wander, ease, even, scatter, sunflower
from hormoneviz.views.cell.sprites import Sprites
from hormoneviz.views.cell.switches import Row, Switches


def test_a_hash_is_the_same_for_ever() -> None:
    assert scatter(np.array([1, 2, 3]), 7).round(6).tolist() == [0.465192, 0.107776, 0.908213]


def test_hashes_fill_the_unit_interval_evenly() -> None:
    values = scatter(np.arange(20000), 11)
    counts, _ = np.histogram(values, bins=20, range=(0.0, 1.0))
    assert abs(counts - 1000).max() < 130


def test_even_points_keep_their_distance() -> None:
    x, y = even(200)
    apart = np.hypot(x[:, None] - x, y[:, None] - y) + np.eye(200)
    assert apart.min() > 0.3 / np.sqrt(200)


def test_the_sunflower_stays_in_its_disc() -> None:
    x, y = sunflower(500)
    assert np.hypot(x, y).max() <= 1.0


def test_wandering_is_smooth_and_bounded() -> None:
    wander = Wander(scatter(np.arange(50), 1), 2.8)
    path = np.array([wander(t) for t in np.linspace(0.0, 30.0, 3001)])
    assert abs(path).max() <= 1.0
    assert abs(path).max() > 0.95
    assert abs(np.diff(path, axis=0)).max() < 0.1


def test_easing_starts_and_stops_softly() -> None:
    assert ease(np.array([-1.0, 0.0, 0.5, 1.0, 2.0])).tolist() == [0.0, 0.0, 0.5, 1.0, 1.0]


def test_switches_count_what_the_level_says() -> None:
    switches = Switches([Row("on", 10, 3), Row("off", 10, 3, last_first=True)])
    read = switches.read({"on": 0.6, "off": 0.3})
    assert (read["on"] > 0.5).sum() == 6
    assert (read["off"] > 0.5).sum() == 3
    assert not ((read["on"] > 0.5) & (read["off"] > 0.5)).any()


def test_fragments_lie_in_memory_as_numpy_writes_them(qapp) -> None:
    fragment = QPainter.PixmapFragment.create(QPointF(1, 2), QRectF(3, 4, 5, 6), 7, 8, 9, 0.5)
    address = Shiboken.getCppPointer(fragment)[0]
    assert list((ctypes.c_double * 10).from_address(address)) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 0.5]


@pytest.mark.parametrize("place", [10.0, 10.25, 10.5, 10.9])
def test_a_sprite_appears_where_it_was_put(qapp, place: float) -> None:
    sprites = Sprites(make_atlas(theme("light"), 7.0, 500).painted())
    sprites.add("glucose", np.array([30.0 + place]), np.array([40.0]))
    sprites.finish()
    image = QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        sprites.draw(painter)
    alpha = (np.frombuffer(image.constBits(), np.uint32) >> 24).reshape(100, 100).astype(float)
    middle = (alpha.sum(axis=0) * (np.arange(100) + 0.5)).sum() / alpha.sum()
    assert middle == pytest.approx(30.0 + place, abs=0.3)


def test_more_sprites_than_expected_find_room(qapp) -> None:
    sprites = Sprites(make_atlas(theme("light"), 5.0, 500).painted(), room=4)
    sprites.add("insulin", np.zeros(50), np.zeros(50))
    sprites.finish()
    assert sprites.count == 50


@pytest.mark.parametrize("name", themes())
@pytest.mark.parametrize("emblem", sorted(k for k, e in EMBLEMS.items() if e.means and k != "brake_off"))
def test_every_emblem_stands_out_from_the_cytosol_and_fills_its_frame(qapp, name: str, emblem: str) -> None:
    """Its darkest or brightest part has the 3:1 of WCAG against the ground, and none of it is cut off."""
    look, drawn, scale = theme(name), EMBLEMS[emblem], 10.0
    width, height = (int(scale * side) + 3 for side in (drawn.width, drawn.height))
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(width / 2, height / 2)
        painter.scale(scale, scale)
        drawn.paint(painter, look)
    ground = look.colour("cytosol")
    solid = [
        image.pixelColor(x, y)
        for x in range(0, width, 2)
        for y in range(0, height, 2)
        if image.pixelColor(x, y).alphaF() > 0.98
    ]
    assert max(contrast(colour, ground) for colour in solid) >= 3.0
    edge = [image.pixelColor(x, y).alphaF() for x in range(width) for y in (0, height - 1)]
    edge += [image.pixelColor(x, y).alphaF() for y in range(height) for x in (0, width - 1)]
    assert max(edge) < 0.2
