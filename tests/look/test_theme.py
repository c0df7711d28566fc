"""The themes: complete, legible, and loud about a wrong name."""

import pytest
from PySide6.QtGui import QColor

from hormoneviz.look.theme import contrast, theme, themes

MOLECULES = (
    "insulin", "receptor", "receptor_active", "irs1", "irs1_tyr", "irs1_ser", "pip3", "akt", "as160", "rab",
    "vesicle", "glut4", "glucose", "tnf", "fatty_acid", "mtor", "jnk", "androgen", "estrogen",
)  # fmt: skip
EDGES = ("accent", "focus", "warning", "outline", "nucleus_edge", "organelle_edge")
OUTSIDE = ("insulin", "receptor", "glucose", "tnf", "fatty_acid", "glut4")
GROUNDS = ("window", "surface", "surface_raised", "plot_ground", "cytosol", "interstitium")


@pytest.fixture(params=themes())
def each(request: pytest.FixtureRequest):
    return theme(request.param)


def test_black_on_white_has_the_contrast_wcag_says() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21.0)


def test_every_theme_fills_the_same_roles() -> None:
    assert len({frozenset(theme(name).colours) for name in themes()}) == 1


def test_every_colour_is_one(each) -> None:
    assert [role for role, text in each.colours.items() if not QColor.isValidColorName(text)] == []


@pytest.mark.parametrize("role", ["text", "text_muted"])
def test_text_stands_out_from_every_ground(each, role: str) -> None:
    assert [g for g in GROUNDS if contrast(each.colour(role), each.colour(g)) < 4.5] == []


def test_text_on_an_accent_is_readable(each) -> None:
    assert contrast(each.colour("accent_text"), each.colour("accent")) >= 4.5


@pytest.mark.parametrize("role", [*MOLECULES, *EDGES])
def test_graphics_stand_out_from_every_ground(each, role: str) -> None:
    assert [g for g in GROUNDS if contrast(each.colour(role), each.colour(g)) < 3.0] == []


@pytest.mark.parametrize("role", OUTSIDE)
def test_what_floats_in_blood_stands_out_from_it(each, role: str) -> None:
    assert contrast(each.colour(role), each.colour("blood")) >= 3.0


def test_an_unknown_role_names_the_nearest() -> None:
    with pytest.raises(KeyError, match="insulin"):
        theme("light").colour("insuline")


def test_an_unknown_theme_names_the_nearest() -> None:
    with pytest.raises(KeyError, match="dark"):
        theme("drak")
