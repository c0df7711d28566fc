"""The pathway panel shows the frame, and is handled by mouse and by keyboard alike."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.frame import Frame
from hormoneviz.views.pathway.painter import Marks, PathwayPainter
from hormoneviz.views.pathway.panel import PathwayPanel


def picture(art: PathwayPainter, frame: Frame | None, marks: Marks | None = None) -> QImage:
    image = QImage(art.size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    art.paint(painter, frame, marks)
    painter.end()
    return image


@pytest.fixture
def art(look: Look) -> PathwayPainter:
    return PathwayPainter(look, QSize(400, 520))


@pytest.fixture
def panel(qtbot, session: Session, look: Look) -> PathwayPanel:
    panel = PathwayPanel(session, look)
    qtbot.addWidget(panel)
    panel.resize(400, 520)
    panel.show()
    panel.grab()
    return panel


def test_insulin_changes_the_picture(art: PathwayPainter, session: Session) -> None:
    rest = picture(art, session.frame)
    session.seek(10)
    assert picture(art, session.frame) != rest


def test_the_same_moment_is_the_same_picture_after_scrubbing(art: PathwayPainter, session: Session) -> None:
    session.seek(10)
    first = picture(art, session.frame)
    for time in (60, 0, 10):
        session.seek(time)
        last = picture(art, session.frame)
    assert last == first


def test_before_any_frame_the_diagram_stands_empty(art: PathwayPainter, session: Session) -> None:
    assert picture(art, None) != picture(art, session.frame)


def test_a_selected_node_is_ringed(art: PathwayPainter, session: Session) -> None:
    assert picture(art, session.frame, Marks(selected="PIP3")) != picture(art, session.frame)


def test_frames_that_look_the_same_have_the_same_signature(art: PathwayPainter, session: Session) -> None:
    session.seek(100)
    steady = art.signature(session.frame)
    session.seek(0)
    assert art.signature(session.frame) != steady


@pytest.mark.parametrize("size", [QSize(400, 520), QSize(400, 250)])
def test_a_finger_that_misses_an_outline_means_the_nearest_node(look: Look, size: QSize) -> None:
    art = PathwayPainter(look, size)
    assert min(art.box(name).height() for name in art.names) < 44.0
    for name in art.names:
        box, middle = art.box(name), art.box(name).center()
        assert {art.node_at(middle), art.node_at(box.topLeft() + QPointF(0.5, 0.5))} == {name}
        for down in (-21.0, 21.0):
            meant = art.node_at(middle + QPointF(0.0, down))
            assert meant == name or abs(art.box(meant).center().y() - middle.y() - down) <= 21.0
    assert art.node_at(QPointF(1.0, 1.0)) == ""


def test_a_click_selects_a_node_and_a_click_beside_it_none(
    qtbot, panel: PathwayPanel, session: Session
) -> None:
    qtbot.mouseClick(panel.diagram, Qt.MouseButton.LeftButton, pos=panel.node_centre("PIP3").toPoint())
    assert session.selection == "PIP3"
    qtbot.mouseClick(panel.diagram, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert session.selection == ""


def test_the_keyboard_walks_down_the_cascade_and_selects(
    qtbot, panel: PathwayPanel, session: Session
) -> None:
    qtbot.keyClick(panel.diagram, Qt.Key.Key_Down)
    assert "Insulin" in panel.diagram.accessibleDescription()
    qtbot.keyClick(panel.diagram, Qt.Key.Key_Down)
    qtbot.keyClick(panel.diagram, Qt.Key.Key_Return)
    assert session.selection == "IRp"
    qtbot.keyClick(panel.diagram, Qt.Key.Key_Escape)
    assert session.selection == ""


def test_pointing_tells_what_it_is_what_it_does_and_how_much(
    qtbot, panel: PathwayPanel, look: Look, session: Session
) -> None:
    qtbot.mouseMove(panel.diagram, panel.node_centre("IRS1_S").toPoint())
    qtbot.keyClick(panel.diagram, Qt.Key.Key_Down)  # says the same as the mouse
    spoken = panel.diagram.accessibleDescription()
    assert "%" in spoken or "nM" in spoken
    assert panel.accessibleName() == look.words.say("pathway_name")


def test_another_look_redraws(panel: PathwayPanel) -> None:
    before = panel.grab().toImage()
    panel.set_look(Look.load("dark", 1.5))
    assert panel.grab().toImage() != before


def test_a_low_panel_scrolls_to_where_the_keyboard_walks(qtbot, session: Session, dressed: Look) -> None:
    panel = PathwayPanel(session, Look.load("light", 2.0))
    qtbot.addWidget(panel)
    panel.resize(360, 200)
    panel.show()
    assert panel.diagram.height() > panel.height()
    for _ in range(5):
        qtbot.keyClick(panel.diagram, Qt.Key.Key_Down)
    assert panel.verticalScrollBar().value() > 0
    seen = panel.diagram.visibleRegion().boundingRect()
    assert seen.contains(panel.node_centre("AS160_p").toPoint())
