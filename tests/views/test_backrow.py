"""The back-row check: in numbers, and on a window made for it."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hormoneviz.exchange.find import find_scenario
from hormoneviz.look.look import Look
from hormoneviz.look.seen import LineSeen
from hormoneviz.look.theme import contrast, luminance
from hormoneviz.session.session import Session
from hormoneviz.views.backrow.dialog import BackRow
from hormoneviz.views.backrow.failings import Evidence, Failing, failings, judged
from hormoneviz.views.backrow.room import LEAST_CONTRAST, Room
from hormoneviz.views.backrow.texts import lines_of, silent, texts_of
from hormoneviz.views.backrow.washed import washed
from hormoneviz.views.cell.view import CellView
from hormoneviz.views.plots.panel import PlotsPanel

HEIGHT = 1000
BLACK, WHITE = QColor("black"), QColor("white")
GREY = QColor("#939393")
"""on white: 3.07:1 on a screen in the dark, 2.95:1 with the light on"""


class Hall(QWidget):
    """A white window of known height with one label."""

    def __init__(self, text: str = "Insulin", share: float = 0.05, ink: QColor = BLACK) -> None:
        super().__init__()
        self.resize(900, HEIGHT)
        self.setStyleSheet("Hall, QLabel { background: white; border: none }")
        self.label = QLabel(text, self)
        self.label.setStyleSheet(style(share, ink))
        self.label.setGeometry(20, 20, 860, 200)


def style(share: float, ink: QColor = BLACK) -> str:
    """A font whose capitals are that share of the window's height, as nearly as whole pixels allow."""
    font = QFont("Inter")
    sizes = {}
    for pixels in range(8, 90):
        font.setPixelSize(pixels)
        sizes[pixels] = abs(QFontMetricsF(font).capHeight() / HEIGHT - share)
    size = min(sizes, key=sizes.__getitem__)
    return f"color: {ink.name()}; font-family: Inter; font-size: {size}px"


@pytest.fixture
def shown(qtbot: QtBot):
    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show


def why(found: tuple[Failing, ...]) -> list[str]:
    return [failing.why for failing in found]


def flat(left: QColor, right: QColor, width: int = 400, height: int = 200) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(left)
    for x in range(width // 2, width):
        for y in range(height):
            image.setPixelColor(x, y, right)
    return image


# --- numbers ------------------------------------------------------------------------------------------------


def test_white_and_black_keep_the_contrast_of_the_room() -> None:
    for ratio in (3.0, 7.0, 15.0, 50.0):
        assert Room(ratio).contrast_of(BLACK, WHITE) == pytest.approx(ratio)


def test_in_a_room_of_21_to_1_the_contrast_is_that_of_wcag() -> None:
    for colour in ("#000000", "#777777", "#1a73e8", "#ffff00"):
        assert Room(21.0).contrast_of(QColor(colour), WHITE) == pytest.approx(contrast(QColor(colour), WHITE))


def test_three_per_cent_belong_to_six_picture_heights() -> None:
    assert Room().least_text == pytest.approx(0.03)
    assert Room(distance=7.0).least_text == pytest.approx(0.035)  # the example of the AETM guidelines


def test_a_line_fades_as_it_gets_thinner_and_a_broad_one_does_not() -> None:
    room = Room()
    left = [room.contrast_of_line(BLACK, WHITE, share) for share in (0.0, 0.0005, 0.002, 0.02)]
    assert left == sorted(left)
    assert left[0] == pytest.approx(1.0)
    assert left[-1] == pytest.approx(room.contrast_of(BLACK, WHITE), rel=0.01)


def test_a_hair_on_a_4k_picture_cannot_be_seen_from_the_last_row() -> None:
    assert Room().contrast_of_line(BLACK, WHITE, 1 / 2160) < LEAST_CONTRAST
    assert Room().contrast_of_line(BLACK, WHITE, 4 / 1080) > LEAST_CONTRAST


# --- the picture --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ratio", [7.0, 15.0])
def test_the_washed_picture_has_the_contrast_of_the_room(qapp, ratio: float) -> None:
    seen = washed(flat(BLACK, WHITE), Room(ratio))
    dark, bright = (luminance(seen.pixelColor(x, 100)) for x in (40, 360))
    assert bright == pytest.approx(1.0)
    assert bright / dark == pytest.approx(ratio, rel=0.03)  # 256 steps of grey


def test_distance_blurs_an_edge_as_wide_as_told(qapp) -> None:
    """Across a sharp edge a Gaussian leaves, one sigma from it, 15.9 % of the step."""
    room = Room(contrast=1e6, distance=200.0)
    seen = washed(flat(BLACK, WHITE, 800, 200), room)
    sigma = room.blur * 200
    x = 400 - round(sigma)
    expected = 0.1587
    assert sigma > 5
    assert luminance(seen.pixelColor(x, 100)) == pytest.approx(expected, abs=0.02)


def test_light_is_neither_made_nor_lost_by_blurring(qapp) -> None:
    image = flat(BLACK, WHITE)
    seen = washed(image, Room(contrast=1e6, distance=12.0))
    whole = np.mean([luminance(seen.pixelColor(x, 100)) for x in range(seen.width())])
    assert whole == pytest.approx(0.5, abs=0.01)


def test_a_picture_of_nothing_stays_one(qapp) -> None:
    assert washed(QImage(), Room()).isNull()


# --- what fails ---------------------------------------------------------------------------------------------


def test_capitals_of_2_9_per_cent_are_too_small_and_of_3_1_are_not(shown) -> None:
    window = shown(Hall())
    for share, expected in ((0.029, ["size"]), (0.031, [])):
        window.label.setStyleSheet(style(share))
        height = QFontMetricsF(window.label.font()).capHeight() / HEIGHT
        assert height == pytest.approx(share, abs=0.0004)  # sizes of fonts are whole pixels
        assert why(failings(window, Room())) == expected


def test_black_on_white_can_be_read(shown) -> None:
    assert failings(shown(Hall()), Room()) == ()


def test_grey_that_wcag_lets_pass_fails_when_the_light_is_on(shown) -> None:
    window = shown(Hall(ink=GREY))
    assert contrast(GREY, WHITE) > LEAST_CONTRAST
    (failing,) = failings(window, Room())
    assert failing.why == "contrast"
    assert failing.has == pytest.approx(Room().contrast_of(GREY, WHITE), rel=0.02)
    assert failings(window, Room(contrast=50.0)) == ()


def test_a_failing_says_what_it_is_and_what_it_needs(shown) -> None:
    words = Look.load().words
    (small,) = failings(shown(Hall("Doors", 0.02)), Room())
    assert "Doors" in small.told(words)
    assert "3.0 %" in small.told(words)
    assert small.has == pytest.approx(0.02, abs=0.001)


def test_the_worst_comes_first_and_nothing_comes_twice(shown) -> None:
    window = Hall(share=0.02)
    for y in (300, 400):
        button = QPushButton("&Again", window)
        button.setStyleSheet("font-size: 12px; color: black")
        button.setGeometry(20, y, 200, 60)
    found = failings(shown(window), Room())
    assert [failing.what for failing in found] == ["Again", "Insulin"]


def test_what_is_hidden_is_not_told(shown) -> None:
    window = Hall(share=0.02)
    window.label.hide()
    assert texts_of(shown(window)) == ()


def test_rich_text_is_told_as_it_reads(shown) -> None:
    window = Hall("<b>Doors</b> open")
    assert [text.text for text in texts_of(shown(window))] == ["Doors open"]


# --- the cell -----------------------------------------------------------------------------------------------


def test_the_cell_says_its_labels_and_its_clock(shown) -> None:
    session = Session(find_scenario("01-meal-healthy-muscle"))
    session.seek(60.0)
    view = CellView(session, Look.load("projector"))
    view.resize(1200, 800)
    shown(view)
    texts = {text.text: text for text in texts_of(view)}
    assert {"Insulin", "GLUT4", "1 h 00 min into the meal", "Muscle cell"} <= set(texts)
    assert silent(view) == ()
    found = failings(view, Room())
    assert not [failing.what for failing in found if failing.why == "contrast"]
    small = {failing.what for failing in found if failing.why == "size"}
    assert small == {text.text for text in texts.values() if text.height_px < 0.03 * 800}


# --- the dialog ---------------------------------------------------------------------------------------------


@pytest.fixture
def check(shown):
    windows = []

    def make(window: QWidget) -> BackRow:
        windows.append(shown(window))
        dialog = BackRow(window, Look.load())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.show()
        return dialog

    return make


def test_the_list_follows_light_and_distance(check) -> None:
    dialog = check(Hall(ink=GREY, share=0.035))
    assert (dialog.list.count(), why(dialog.failings)) == (1, ["contrast"])
    dialog.light.setValue(dialog.light.maximum())
    assert dialog.list.count() == 0
    dialog.distance.setValue(dialog.distance.maximum())
    assert why(dialog.failings) == ["size"]
    assert dialog.room.distance == 12.0


def test_farther_away_the_picture_is_smaller(check) -> None:
    dialog = check(Hall())
    heights = []
    for distance in (10, 12):
        dialog.distance.setValue(2 * distance)
        heights.append(dialog.picture.area().height())
    assert heights[0] / heights[1] == pytest.approx(1.2)
    dialog.picture.set_larger(True)
    assert dialog.picture.area().height() > heights[0]


def test_a_row_shows_where_it_is(check) -> None:
    dialog = check(Hall(share=0.02))
    plain = dialog.picture.grab().toImage()
    dialog.list.setCurrentRow(0)
    assert dialog.picture.grab().toImage() != plain


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_escape_and_its_own_key_close_it(check, key, modifier) -> None:
    dialog = check(Hall())
    QTest.keyClick(dialog.list, key, modifier)
    assert not dialog.isVisible()


def test_boxes_are_places_in_the_window(shown) -> None:
    window = shown(Hall())
    (text,) = texts_of(window)
    at = window.label.mapTo(window, QPoint(0, 0))
    assert window.label.rect().translated(at).contains(text.box.toAlignedRect())


# --- the plots ----------------------------------------------------------------------------------------------


def test_the_plots_say_titles_numbers_names_and_curves(shown) -> None:
    session = Session(find_scenario("02-meal-inflamed"))
    look = Look.load("projector")
    panel = PlotsPanel(session, look)
    panel.resize(900, 700)
    shown(panel)
    words = look.words
    texts = {text.text for text in texts_of(panel)}
    assert {words.say("plot_surface"), words.say("plot_own_cell")} <= texts
    lines = {line.name: line for line in lines_of(panel)}
    surface = lines[words.short("GLUT4_surface")]
    assert surface.colour == look.theme.colour("glut4")
    assert panel.rect().contains(surface.box.toAlignedRect())
    assert silent(panel) == ()


def test_a_thin_pale_line_fails_and_a_broad_dark_one_does_not() -> None:
    box = QRectF(0, 0, 10, 10)
    lines = (LineSeen("hair", 0.5, GREY, WHITE, box), LineSeen("rope", 8.0, BLACK, WHITE, box))
    (failing,) = judged(Evidence((), lines, 1080.0), Room())
    assert (failing.what, failing.why) == ("hair", "line")
    assert failing.has == pytest.approx(Room().contrast_of_line(GREY, WHITE, 0.5 / 1080))
