"""The sharp picture from near by is made in small steps, is the very same, and is never seen half done; what
is kept for the next scene is kept only where it is the same."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.frame import Frame
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.views.cell import coarse
from hormoneviz.views.cell.camera import MEMBRANE, NEAREST, WHOLE, Camera, centred
from hormoneviz.views.cell.emblems import make_atlas
from hormoneviz.views.cell.lens import Lens
from hormoneviz.views.cell.view import CellView

SIZE = QSizeF(700, 420)
BATH = Scenario(protocol=Protocol(kind="bath", insulin="100 nM"))
VESICLE = centred(0.7, 0.45, NEAREST)


@pytest.fixture(scope="module")
def frame() -> Frame:
    return Film(BATH).at(10.0)


@pytest.fixture
def view(qtbot) -> CellView:
    made = CellView(Session(BATH), Look.load())
    qtbot.addWidget(made)
    made.resize(700, 420)
    made.show()
    made.set_reduced_motion(True)  # so that the camera is there at once
    qtbot.waitExposed(made)
    return made


def new_lens(theme: str = "light", ratio: float = 1.0, size: QSizeF = SIZE, plain: bool = False) -> Lens:
    return Lens(Look.load(theme, low_graphics=plain), size, BATH, ratio)


def picture(lens: Lens, frame: Frame, camera: Camera) -> QImage:
    image = QImage(lens.size.toSize(), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        lens.paint(painter, frame, camera)
    return image


def test_in_steps_it_is_the_very_same_picture_and_never_half_done(qapp, frame: Frame) -> None:
    at_once, gradual = new_lens(), new_lens()
    at_once.focus(MEMBRANE)
    gradual.label(MEMBRANE)
    soft, steps = picture(gradual, frame, MEMBRANE), 0
    for _ in gradual.sharpening(MEMBRANE):
        steps += 1
        if steps % 4 == 0:
            assert picture(gradual, frame, MEMBRANE) == soft
        assert not gradual.is_sharp(MEMBRANE)
    assert steps > 15
    assert gradual.is_sharp(MEMBRANE)
    assert picture(gradual, frame, MEMBRANE) == picture(at_once, frame, MEMBRANE) != soft


def test_work_left_off_leaves_no_trace(qapp, frame: Frame) -> None:
    straight, astray = new_lens(), new_lens()
    work = astray.sharpening(VESICLE)
    for _ in range(20):
        next(work)
    for lens in (straight, astray):
        lens.focus(MEMBRANE)
    assert picture(straight, frame, MEMBRANE) == picture(astray, frame, MEMBRANE)


def test_a_small_move_needs_no_work_and_a_large_one_only_ground(qapp) -> None:
    lens = new_lens()
    lens.focus(VESICLE)
    assert lens._near is not None
    scene, ground = lens._near.scene, lens._near.ground
    lens.focus(replace(VESICLE, x=VESICLE.x - 0.02))
    assert (lens._near.scene, lens._near.ground) == (scene, ground)
    lens.focus(replace(VESICLE, x=0.2))
    assert lens._near.scene is scene
    assert lens._near.ground is not ground


def test_a_camera_that_rests_becomes_sharp_by_itself(qtbot, view: CellView) -> None:
    view.drive.go(MEMBRANE)
    view.grab()
    assert view.sharpener.busy
    assert not view.lens().is_sharp(MEMBRANE)
    assert view.lens().label_boxes(MEMBRANE)  # at once, for who walks through them by keyboard
    qtbot.waitUntil(lambda: not view.sharpener.busy)
    assert view.lens().is_sharp(MEMBRANE)
    view.grab()
    assert not view.sharpener.busy


def test_another_goal_is_worked_for_instead(qtbot, view: CellView) -> None:
    view.drive.go(MEMBRANE)
    view.grab()
    view.drive.go(VESICLE)
    view.grab()
    qtbot.waitUntil(lambda: not view.sharpener.busy)
    assert view.lens().is_sharp(VESICLE)
    assert not view.lens().is_sharp(MEMBRANE)


def test_nothing_is_worked_for_while_a_hand_leads_or_for_the_whole(view: CellView) -> None:
    view.drive.nudge(MEMBRANE)
    view.grab()
    assert not view.sharpener.busy
    view.drive.put(MEMBRANE)
    view.grab()
    assert view.sharpener.busy
    view.drive.put(WHOLE)
    view.grab()
    assert not view.sharpener.busy
    assert view.lens()._near is None


def test_another_scene_from_near_by_is_made_sharp_too(qtbot, view: CellView) -> None:
    view.drive.go(MEMBRANE)
    view.grab()
    qtbot.waitUntil(lambda: not view.sharpener.busy)
    view.set_look(Look.load("dark"))
    view.grab()
    qtbot.waitUntil(lambda: not view.sharpener.busy)
    assert view.lens().is_sharp(MEMBRANE)
    assert view.lens()._near.scene.look.theme.name == "dark"


def test_emblems_are_shared_where_all_is_the_same_and_nowhere_else(qapp) -> None:
    first = new_lens().whole.sprites.atlas
    assert new_lens().whole.sprites.atlas is first
    theme = Look.load("light").theme
    unit = new_lens().whole.places.unit
    assert make_atlas(theme, unit, 500) is first
    redder = replace(theme, colours=theme.colours | {"insulin": "#FF0000"})
    others = (make_atlas(redder, unit, 500), make_atlas(theme, unit, 501), make_atlas(theme, 2 * unit, 500))
    assert first not in others


def test_the_ground_that_is_kept_is_unlit_and_of_one_size_theme_and_manner(qapp, frame: Frame) -> None:
    first = picture(new_lens(), frame, WHOLE)
    rest = Film(BATH).at(0.0)
    dark_channel = picture(new_lens(), rest, WHOLE)
    assert picture(new_lens(), frame, WHOLE) == first
    assert picture(new_lens(), rest, WHOLE) == dark_channel != first
    others = (new_lens("dark"), new_lens(ratio=1.25), new_lens(size=QSizeF(600, 420)), new_lens(plain=True))
    for other in others:
        assert other.whole.background.toImage() != new_lens().whole.background.toImage()
        assert other.whole.background.width() == round(other.size.width() * other.whole.ratio)


def test_a_large_picture_on_its_way_is_coarse_and_the_same_things(qapp, frame: Frame, monkeypatch) -> None:
    def seen(lens: Lens, limit: float, camera: Camera = MEMBRANE) -> np.ndarray:
        monkeypatch.setattr(coarse, "LARGE", limit)
        image = picture(lens, frame, camera)
        return np.frombuffer(image.constBits(), np.uint8).reshape(420, 700, 4)[..., :3].astype(float)

    def blurred(pixels: np.ndarray) -> np.ndarray:
        return pixels.reshape(42, 10, 70, 10, 3).mean(axis=(1, 3))[8:40, 30:]  # without the notes

    lens = new_lens()
    fine, rough = seen(lens, 1e9), seen(lens, 1e3)
    in_pairs = rough[100:400:2, 300:680:2] == rough[101:400:2, 301:680:2]
    assert in_pairs.all()
    assert not (fine[100:400:2, 300:680:2] == fine[101:400:2, 301:680:2]).all()
    elsewhere = seen(lens, 1e9, centred(0.3, 0.6, MEMBRANE.zoom))
    same, far = (np.abs(blurred(fine) - blurred(other)).mean() for other in (rough, elsewhere))
    assert same < 0.15 * far
    lens.focus(MEMBRANE)
    assert (seen(lens, 1e3) == seen(lens, 1e9)).all()  # at rest it is sharp at any size
