"""The scene from near by: the same things, larger, where the camera says; whole, the very same picture."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton

from hormoneviz.kinetics.traffic import COMPARTMENTS
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.frame import Frame
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.views.cell.camera import MEMBRANE, NEAREST, WHOLE, Camera, centred, seen, to_screen
from hormoneviz.views.cell.lens import Lens
from hormoneviz.views.cell.painter import CellPainter
from hormoneviz.views.cell.view import CellView

SIZE = QSizeF(760, 430)
BATH = Protocol(kind="bath", insulin="100 nM")


@pytest.fixture(scope="module")
def frame() -> Frame:
    return Film(Scenario(protocol=BATH)).at(10.0)


@pytest.fixture
def lens(qapp) -> Lens:
    return Lens(Look.load(), SIZE, Scenario(protocol=BATH), 1.0)


@pytest.fixture
def view(qtbot) -> CellView:
    made = CellView(Session(Scenario(protocol=BATH)), Look.load())
    qtbot.addWidget(made)
    made.resize(760, 430)
    made.show()
    made.set_reduced_motion(True)  # so that nothing has to be waited for
    made.setFocus()
    qtbot.waitExposed(made)
    return made


def picture(lens: Lens, frame: Frame, camera: Camera, ratio: float = 1.0) -> QImage:
    size = (lens.size * ratio).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    with QPainter(image) as painter:
        lens.paint(painter, frame, camera)
    return image


def turn_wheel(view: CellView, at: QPointF, notches: int) -> None:
    event = QWheelEvent(
        *(at, view.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton),
        *(Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(view, event)


def test_whole_is_the_painters_own_picture(lens: Lens, frame: Frame) -> None:
    own = QImage(760, 430, QImage.Format.Format_RGB32)
    with QPainter(own) as painter:
        CellPainter(Look.load(), 760, 430, "muscle").paint(painter, frame)
    assert picture(lens, frame, WHOLE) == own
    lens.focus(MEMBRANE)
    picture(lens, frame, MEMBRANE)
    lens.focus(WHOLE)
    assert picture(lens, frame, WHOLE) == own


def test_the_light_of_the_signal_is_seen_from_near_by(lens: Lens, frame: Frame) -> None:
    """Both in the sharp ground and, before that is made, in the soft one: which one was lit before is no
    matter."""
    unlit = Film(Scenario(protocol=BATH)).at(0.0)
    camera = centred(0.41, 0.53, NEAREST)
    middle = lens.whole.channel.at(np.array([0.5]))
    at = to_screen(camera, QPointF(middle[0][0], middle[1][0]), SIZE)

    def colours(frame: Frame) -> list[str]:
        image = picture(lens, frame, camera)
        aside = (-20.0, 0.0, 20.0)  # within the walls, of what is lit and of its sparks
        return [image.pixelColor(round(at.x()), round(at.y() + y)).name() for y in aside]

    soft = colours(unlit), colours(frame), colours(unlit)
    lens.focus(camera)
    sharp = colours(unlit), colours(frame), colours(unlit)
    dark = lens.whole.look.theme.colour("channel").name()
    for before, lit, after in (soft, sharp):
        assert before == after == [dark] * 3
        assert dark not in lit


def test_there_and_back_is_the_very_same_picture_from_near_by(lens: Lens, frame: Frame) -> None:
    lens.focus(MEMBRANE)
    before = picture(lens, frame, MEMBRANE)
    lens.focus(centred(0.3, 0.6, NEAREST))
    lens.focus(MEMBRANE)
    assert picture(lens, frame, MEMBRANE) == before


@pytest.mark.parametrize("camera", [MEMBRANE, centred(0.2, 0.5, 3.3), centred(0.7, 0.4, NEAREST)], ids=str)
def test_what_is_sharp_is_what_was_soft(lens: Lens, frame: Frame, camera: Camera) -> None:
    """Before it rests, a camera sees the whole picture enlarged: the same things in the same places."""

    def blurred(image: QImage) -> np.ndarray:
        small = image.scaled(
            76, 43, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        return np.frombuffer(small.constBits(), np.uint8).reshape(43, 76, 4)[8:, 30:, :3].astype(float)

    soft = blurred(picture(lens, frame, camera))
    elsewhere = blurred(picture(lens, frame, centred(1.0 - camera.x, 1.0 - camera.y, camera.zoom)))
    lens.focus(camera)
    sharp = blurred(picture(lens, frame, camera))
    assert np.abs(sharp - soft).mean() < 0.4 * np.abs(sharp - elsewhere).mean()


def test_only_what_is_seen_is_drawn(lens: Lens, frame: Frame) -> None:
    picture(lens, frame, WHOLE)
    everything = lens.whole.sprites.count
    camera = centred(0.7, 0.4, NEAREST)
    lens.focus(camera)
    picture(lens, frame, camera)
    assert lens._near is not None
    assert 0 < lens._near.scene.sprites.count < 0.5 * everything


def test_a_fine_screen_is_painted_to_its_pixels(qapp, frame: Frame) -> None:
    fine = Lens(Look.load(), SIZE, Scenario(protocol=BATH), 2.0)
    fine.focus(MEMBRANE)
    image = picture(fine, frame, MEMBRANE, ratio=2.0)
    assert (image.width(), image.height()) == (1520, 860)
    assert len(np.unique(np.frombuffer(image.constBits(), np.uint32))) > 1000


@pytest.mark.parametrize("camera", [WHOLE, MEMBRANE, centred(0.60, 0.785, NEAREST)], ids=str)
def test_what_is_at_a_point_respects_the_camera(lens: Lens, frame: Frame, camera: Camera) -> None:
    lens.focus(camera)
    x, y = lens.vesicles_seen(frame, camera)
    part = seen(camera, SIZE).adjusted(8, 8, -8, -8)
    at_x, at_y = lens.vesicles_at(frame, camera)
    apart = [np.sort(np.hypot(x - x[k], y - y[k]))[1] > 12.0 for k in range(len(x))]
    boxes = lens.label_boxes(camera, frame).values()
    alone = [
        k
        for k in np.flatnonzero(apart)
        if part.contains(QPointF(at_x[k], at_y[k])) and not any(box.contains(x[k], y[k]) for box in boxes)
    ]
    named = [lens.what_is_at(frame, QPointF(x[k], y[k]), camera) for k in alone]
    right = sum(name == COMPARTMENTS[frame.vesicles.state[k]] for k, name in zip(alone, named, strict=True))
    assert len(alone) > 10
    assert right > 0.6 * len(alone)  # the others lie under a molecule


def test_a_place_is_named_the_same_from_near_by(lens: Lens, frame: Frame) -> None:
    nucleus = QPointF(0.06 * 760, 0.74 * 430)
    camera = centred(0.06, 0.74, NEAREST)
    lens.focus(camera)
    assert lens.what_is_at(frame, nucleus, WHOLE) == "nucleus"
    assert lens.what_is_at(frame, to_screen(camera, nucleus, SIZE), camera) == "nucleus"
    assert lens.what_is_at(frame, QPointF(-1, 5), camera) is None


def test_labels_from_near_by_are_as_large_as_ever_and_do_not_overlap(lens: Lens) -> None:
    lens.focus(MEMBRANE)
    whole, near = lens.label_boxes(WHOLE), lens.label_boxes(MEMBRANE)
    assert "GLUT4" in near
    assert near["GLUT4"].size() == whole["GLUT4"].size()
    boxes = list(near.values())
    assert [(a, b) for k, a in enumerate(boxes) for b in boxes[k + 1 :] if a.intersects(b)] == []


def test_keys_zoom_pan_and_show_the_whole(qtbot, view: CellView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.camera == WHOLE
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    qtbot.keyClick(view, Qt.Key.Key_Equal)
    near = view.camera
    assert near.zoom > 1.5
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.camera.x < near.x
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.camera.y > near.y
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.camera.zoom < near.zoom
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.camera == WHOLE


def test_the_wheel_zooms_to_the_pointer_and_leaves_off_at_the_ends(view: CellView) -> None:
    at = QPointF(600, 100)
    before = seen(view.camera, SIZE)
    turn_wheel(view, at, 2)
    after = seen(view.camera, SIZE)
    assert after.width() < before.width()
    assert after.left() + after.width() * at.x() / 760 == pytest.approx(600, abs=1e-6)
    for _ in range(30):
        turn_wheel(view, at, 1)
    assert view.camera.zoom == NEAREST
    for _ in range(30):
        turn_wheel(view, at, -1)
    assert view.camera == WHOLE


def test_a_drag_moves_the_scene_with_the_hand_and_taps_nothing(qtbot, view: CellView) -> None:
    view.drive.put(Camera(0.5, 0.5, 4.0))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(400, 200))
    qtbot.mouseMove(view, QPoint(300, 260))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 260))
    moved = (view.camera.x - 0.5) * 4.0 * 760, (view.camera.y - 0.5) * 4.0 * 430
    assert moved == pytest.approx((100, -60), abs=1e-6)
    assert view.follower.vesicle is None
    qtbot.waitUntil(lambda: view.drive.resting)


def test_double_taps_go_through_the_stops_and_back(qtbot, view: CellView) -> None:
    zooms = []
    for _ in range(3):
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(500, 200))
        zooms.append(view.camera.zoom)
    assert zooms == [MEMBRANE.zoom, NEAREST, 1.0]


def test_motion_is_eased_unless_it_is_reduced(qtbot, view: CellView) -> None:
    view.drive.go(MEMBRANE)
    assert (view.camera, view.drive.resting) == (MEMBRANE, True)
    view.set_reduced_motion(False)
    view.drive.go(WHOLE)
    assert (view.camera, view.drive.resting) == (MEMBRANE, False)
    qtbot.waitUntil(lambda: view.drive.resting)
    assert view.camera == WHOLE


def test_the_buttons_are_large_enough_and_say_what_they_do(qtbot, view: CellView) -> None:
    buttons = [b for b in view.findChildren(QToolButton) if b.isVisible()]
    names = [button.accessibleName() for button in buttons]
    assert names == ["Zoom in", "Zoom out", "Whole cell"]
    assert all(min(b.width(), b.height()) >= 32 for b in buttons)
    view.set_touch(True)
    assert all(min(b.width(), b.height()) >= 44 for b in buttons)
    assert all(view.rect().contains(b.mapTo(view, b.rect().bottomRight())) for b in buttons)
    buttons[0].click()
    assert view.camera.zoom > 1.0
    buttons[2].click()
    assert view.camera == WHOLE
    assert [button.isEnabled() for button in buttons] == [True, False, False]


def test_tab_leaves_the_labels_for_the_buttons_and_then_the_scene(qtbot, view: CellView) -> None:
    view.drive.put(MEMBRANE)
    walked = len(view.lens().label_boxes(MEMBRANE))
    for _ in range(60):
        if not view.hasFocus():
            break
        view.focusNextPrevChild(True)
        walked -= 1
    assert walked <= 0
    button = QApplication.focusWidget()
    assert isinstance(button, QToolButton)
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not button


def test_another_size_keeps_what_is_looked_at(view: CellView) -> None:
    view.drive.put(MEMBRANE)
    view.resize(900, 600)
    assert view.camera == MEMBRANE
    assert view.grab().width() == 900
