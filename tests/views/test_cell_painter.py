"""The cell scene: the same Frame is the same picture, labels have room, and everything can be pointed at."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from hormoneviz.kinetics.traffic import COMPARTMENTS
from hormoneviz.look.look import Look
from hormoneviz.look.theme import themes
from hormoneviz.look.words import words
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.frame import Frame
from hormoneviz.simulation.scenario import Inflammation, Protocol, Scenario
from hormoneviz.views.cell.clock import CornerClock, in_words
from hormoneviz.views.cell.labels import Labels
from hormoneviz.views.cell.painter import CellPainter
from hormoneviz.views.cell.places import Places
from hormoneviz.views.cell.pointing import QUANTITIES
from hormoneviz.views.cell.spots import SPOTS

SIZES = [(760, 430), (1024, 600), (1150, 700), (1280, 720), (1920, 1080), (2300, 1800)]


def film(tissue: str = "muscle", load: float = 0.05, vesicles: int = 500) -> Film:
    bath = Protocol(kind="bath", insulin="100 nM")
    inflamed = Inflammation(load=load)
    return Film(Scenario(tissue=tissue, vesicles=vesicles, protocol=bath, inflammation=inflamed))


@pytest.fixture(scope="module")
def muscle() -> Film:
    return film()


def scene(width: int = 760, height: int = 430, tissue: str = "muscle", **more) -> CellPainter:
    return CellPainter(Look.load(more.pop("theme", "light")), width, height, tissue, **more)


def labels(size: tuple[int, int], tissue: str = "muscle", text_scale: float = 1.0) -> Labels:
    places, look = Places(*size, tissue), Look.load(text_scale=text_scale)
    return Labels(places, look, CornerClock(places, look, "after_bath").boxes)


def picture(painter: CellPainter, frame: Frame) -> QImage:
    image = QImage(painter.places.width, painter.places.height, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(painter.ratio)
    with QPainter(image) as pen:
        painter.paint(pen, frame)
    return image


def difference(one: QImage, other: QImage) -> float:
    """Share of pixels that differ."""
    a, b = (np.frombuffer(i.constBits(), np.uint32) for i in (one, other))
    return float((a != b).mean())


def test_the_same_frame_is_the_same_picture_in_two_painters(qapp, muscle: Film) -> None:
    frame = muscle.at(10.0)
    assert picture(scene(), frame) == picture(scene(), frame)


def test_scrubbing_there_and_back_shows_the_very_same_picture(qapp, muscle: Film) -> None:
    painter = scene()
    before = picture(painter, muscle.at(7.3))
    for time in (0.0, 31.0, 7.35, 58.0):
        picture(painter, muscle.at(time))
    assert picture(painter, muscle.at(7.3)) == before


def test_nothing_jumps_from_one_moment_to_the_next(qapp, muscle: Film) -> None:
    painter = scene()
    frames = [muscle.at(9.0 + 0.005 * k) for k in range(60)]
    drift = painter.drift(0.0)
    for earlier, later in pairwise(frames):
        x0, y0, _ = painter.vesicles.traffic.at(earlier, drift)
        x1, y1, _ = painter.vesicles.traffic.at(later, drift)
        # Who stays somewhere for only a few seconds has to dash.
        calm = later.vesicles.until - later.vesicles.since > 0.2
        assert np.hypot(x1 - x0, y1 - y0)[calm].max() < 0.03 * painter.places.width


def test_an_inflamed_cell_looks_different_at_a_glance(qapp, muscle: Film) -> None:
    painter = scene()
    assert difference(picture(painter, muscle.at(10.0)), picture(painter, film(load=0.8).at(10.0))) > 0.05


def test_insulin_changes_the_picture(qapp, muscle: Film) -> None:
    painter = scene()
    assert difference(picture(painter, muscle.at(0.0)), picture(painter, muscle.at(10.0))) > 0.1


@pytest.mark.parametrize("tissue", ["muscle", "fat"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_label_finds_room_and_none_overlap(qapp, tissue: str, size: tuple[int, int]) -> None:
    boxes = labels(size, tissue).boxes
    assert [spot.name for spot in SPOTS[tissue] if spot.name not in boxes] == []
    names = list(boxes)
    overlapping = [
        (a, b) for k, a in enumerate(names) for b in names[k + 1 :] if boxes[a].intersects(boxes[b])
    ]
    assert overlapping == []
    assert all(QRectF(0, 0, *size).contains(box) for box in boxes.values())


@pytest.mark.parametrize("text_scale", [1.0, 1.5])
@pytest.mark.parametrize("tissue", ["muscle", "fat"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_leader_runs_over_another_label(
    qapp, size: tuple[int, int], tissue: str, text_scale: float
) -> None:
    placed = labels(size, tissue, text_scale)
    boxes = placed.boxes
    struck = [
        (name, other)
        for name, lines in placed.leaders.items()
        for other, box in boxes.items()
        if other != name and any(box.contains(line.pointAt(k / 200)) for line in lines for k in range(201))
    ]
    assert struck == []


@pytest.mark.parametrize("text_scale", [1.5, 2.0])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_with_large_text_the_story_keeps_its_labels(qapp, size: tuple[int, int], text_scale: float) -> None:
    boxes = labels(size, text_scale=text_scale).boxes
    assert {"insulin", "glucose", "IR", "IRS1", "Akt_act", "GLUT4", "store"} <= set(boxes)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_label_text_is_large_enough_for_the_last_row(qapp, size: tuple[int, int]) -> None:
    assert labels(size).font.pixelSize() >= 0.022 * min(size[1], size[0] / 1.6)


@pytest.mark.parametrize(
    ("time", "text"),
    [
        (0.0, "At rest"), (0.3, "15 s after insulin"), (12.9, "12 min after insulin"),
        (61.0, "1 h 01 min after insulin"),
    ],
)  # fmt: skip
def test_the_clock_speaks_like_a_person(time: float, text: str) -> None:
    assert in_words(words(), time, "after_bath") == text


@pytest.mark.parametrize("theme", themes())
@pytest.mark.parametrize("tissue", ["muscle", "fat"])
def test_every_theme_and_tissue_paints(qapp, theme: str, tissue: str) -> None:
    image = picture(scene(theme=theme, tissue=tissue), film(tissue).at(4.0))
    pixels = np.frombuffer(image.constBits(), np.uint32)
    assert len(np.unique(pixels)) > 1000


def test_twice_the_pixels_is_the_same_scene(qapp, muscle: Film) -> None:
    fine = picture(scene(ratio=2.0), muscle.at(10.0))
    assert (fine.width(), fine.height()) == (1520, 860)


def test_thousands_of_vesicles_are_drawn_smaller(qapp) -> None:
    few, many = scene(vesicles=500), scene(vesicles=5000)
    number = few.sprites.atlas.number["vesicle"]
    assert many.sprites.atlas.halves[number, 0] < few.sprites.atlas.halves[number, 0]
    picture(many, film(vesicles=5000).at(2.0))


def test_a_vesicle_is_named_by_its_compartment(qapp, muscle: Film) -> None:
    painter, frame = scene(1150, 700), muscle.at(0.0)
    x, y, _ = painter.vesicles.traffic.at(frame, painter.drift(frame.time))
    stored = np.flatnonzero(frame.vesicles.state == 0)[:40]
    named = [painter.what_is_at(frame, QPointF(x[k], y[k])) for k in stored]
    assert named.count("GSVret") > 25


@pytest.mark.parametrize(
    ("share", "name"),
    [
        ((0.90, 0.06), "blood"), ((0.50, 0.12), "capillary"), ((0.55, 0.37), "membrane"),
        ((0.06, 0.74), "nucleus"), ((0.02, 0.85), "cytosol"), ((0.50, 0.98), "sarcomere"),
        ((0.975, 0.70), "t_tubule"), ((0.10, 0.60), "signal"),
    ],
)  # fmt: skip
def test_each_region_is_named(qapp, muscle: Film, share: tuple[float, float], name: str) -> None:
    painter = scene(1150, 700)
    assert painter.what_is_at(muscle.at(0.0), QPointF(share[0] * 1150, share[1] * 700)) == name


def test_outside_the_picture_is_nothing(qapp, muscle: Film) -> None:
    assert scene().what_is_at(muscle.at(0.0), QPointF(-3.0, 10.0)) is None


def test_every_thing_that_can_be_pointed_at_has_words_and_a_value_where_promised(qapp, muscle: Film) -> None:
    painter, frame = scene(), muscle.at(10.0)
    names = {painter.what_is_at(frame, QPointF(x, y)) for x in range(2, 760, 17) for y in range(2, 430, 11)}
    assert "glucose" in names
    assert names & set(COMPARTMENTS)
    assert [name for name in names if name not in painter.look.words] == []
    assert [q for q in QUANTITIES.values() if q not in frame.values] == []
