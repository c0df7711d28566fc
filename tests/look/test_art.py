"""Emblems: one file a molecule, coloured by the theme and by nothing else."""

import re

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from hormoneviz import resources
from hormoneviz.look import art
from hormoneviz.look.theme import theme, themes
from hormoneviz.look.words import words


@pytest.mark.parametrize("name", art.names())
def test_a_file_names_only_known_roles_and_no_colour_of_its_own(name: str) -> None:
    text = resources.text(f"art/{name}.svg")
    tones = {"", "edge", *art.TONES, *art.SET_BACK}
    for theme_name in themes():
        assert {role for role, _ in art.roles(name)} <= set(theme(theme_name).colours)
    assert {tone for _, tone in art.roles(name)} <= tones
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb\(|hsl\(", text.replace('="url(#', "")) == []
    painted = re.findall(r'(?:fill|stroke|stop-color)="([^"]*)"', text)
    assert [value for value in painted if not re.fullmatch(r"role:[\w:]+|url\(#\w+\)|none", value)] == []


@pytest.mark.parametrize("name", art.names())
def test_a_file_is_an_svg_with_a_title_round_its_origin(qapp, name: str) -> None:
    text = resources.text(f"art/{name}.svg")
    renderer = QSvgRenderer(QByteArray(text.replace("role:", "").encode()))
    assert renderer.isValid()
    assert "<title>" in text
    assert renderer.viewBoxF().center().manhattanLength() < 1e-6


def test_every_quantity_with_an_emblem_has_its_file_and_its_words() -> None:
    assert set(art.EMBLEM_OF.values()) <= set(art.names())
    assert [name for name in art.EMBLEM_OF if name not in words()] == []


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_an_emblem_fills_a_pixmap_of_the_size_asked_for(qapp, ratio: float) -> None:
    pixmap = art.emblem("receptor", theme("light"), 24.0, ratio)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (24 * ratio, 24.0)
    rows = {y for _, y, alpha in _alphas(pixmap.toImage()) if alpha > 0.5}
    assert len(rows) > 0.85 * 24 * ratio
    assert _alphas(pixmap.toImage())[0][2] == 0.0


def test_the_theme_colours_an_emblem(qapp) -> None:
    light, dark = (art.emblem("insulin", theme(name), 32.0).toImage() for name in ("light", "dark"))
    assert light.pixelColor(16, 20) != dark.pixelColor(16, 20)


def test_a_wrong_name_is_told_with_the_nearest(qapp) -> None:
    with pytest.raises(KeyError, match="'insulin'"):
        art.emblem("insuline", theme("light"), 20.0)


def _alphas(image: QImage) -> list[tuple[int, int, float]]:
    size = range(image.width())
    return [(x, y, image.pixelColor(x, y).alphaF()) for x in size for y in size]
