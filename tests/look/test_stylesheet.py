"""The style sheet: Qt accepts it, and targets are large enough to press."""

import pytest
from PySide6.QtWidgets import QPushButton

from hormoneviz.look.look import Look
from hormoneviz.look.stylesheet import palette, stylesheet
from hormoneviz.look.theme import theme, themes


@pytest.mark.parametrize("name", themes())
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_a_button_is_at_least_32_pixels_high(qtbot, name: str, text_scale: float) -> None:
    button = QPushButton("Low")
    qtbot.addWidget(button)
    button.setStyleSheet(stylesheet(theme(name), text_scale))
    button.ensurePolished()
    assert button.sizeHint().height() >= 32 * text_scale


def test_no_gap_of_the_sheet_stays_open(qapp) -> None:
    assert "$" not in stylesheet(theme("light"), 1.3)


def test_the_palette_speaks_the_theme(qapp) -> None:
    dark = theme("dark")
    assert palette(dark).windowText().color() == dark.colour("text")


def test_a_look_brings_theme_words_and_the_shipped_font(qapp) -> None:
    look = Look.load("dark", 1.5)
    assert look.theme.dark
    assert look.family == "Inter"
    assert look.pixels(10) == 15
