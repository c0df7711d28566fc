"""The themes: complete, legible, and loud about a wrong name."""

import pytest
from PySide6.QtGui import QColor

from hormoneviz.look.theme import Theme, contrast, mix, theme, themes

MOLECULES = (
    "insulin", "receptor", "receptor_active", "irs1", "irs1_tyr", "irs1_ser", "pip3", "akt", "as160", "rab",
    "vesicle", "glut4", "glucose", "tnf", "fatty_acid", "mtor", "jnk", "androgen", "estrogen",
)  # fmt: skip
EDGES = ("accent", "focus", "warning", "outline", "nucleus_edge", "organelle_edge")
TEXTS = ("text", "text_muted", "plot_axis", "accent", "warning")
"""accent and warning are also written: better and worse in the ledger, high and low in the strip"""
CURVES = ("glut4", "glucose", "irs1_tyr", "irs1_ser", "akt", "as160", "insulin")
"""roles in which a curve's name stands at its end"""
OUTSIDE = ("insulin", "receptor", "glucose", "tnf", "fatty_acid", "glut4")
GROUNDS = ("window", "surface", "surface_raised", "plot_ground", "cytosol", "cytosol_deep", "interstitium")
PLACES = {
    "capillary": ("insulin", "glucose", "tnf", "fatty_acid"),
    "membrane": ("receptor", "receptor_active", "glut4", "pip3"),
    "store": ("vesicle", "rab", "glut4"),
    "endosome": ("vesicle", "glut4", "receptor", "receptor_active"),
    "nucleus": ("androgen", "estrogen"),
    "lipid_droplet": ("vesicle", "as160", "rab"),
    "sarcomere": ("vesicle",),
}
"""ground to the emblems that come to lie on it; there the fill or the outline must stand out, for it borders
on both"""
TEXT, LARGE_TEXT_AND_GRAPHICS, TEXT_AAA = 4.5, 3.0, 7.0
"""the contrasts WCAG 2.2 asks for: AA, AA, and AAA, which the theme for high contrast keeps"""
DAYLIGHT = 0.28
"""how far light in the room lifts the black of a beamer's picture, as a share of white (sRGB, 0 to 1)"""


def seen(theme: Theme, colour: QColor) -> QColor:
    """A colour as it reaches the eye: a beamer's is washed out."""
    lift = DAYLIGHT if theme.name == "projector" else 0.0
    return QColor.fromRgbF(*(lift + (1.0 - lift) * part for part in colour.getRgbF()[:3]))


def stands_out(theme: Theme, ink: QColor, ground: QColor) -> float:
    return contrast(seen(theme, ink), seen(theme, ground))


def least_text(theme: Theme) -> float:
    return TEXT_AAA if theme.name == "contrast" else TEXT


@pytest.fixture(params=themes())
def each(request: pytest.FixtureRequest):
    return theme(request.param)


def test_black_on_white_has_the_contrast_wcag_says() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21.0)


def test_every_theme_fills_the_same_roles() -> None:
    assert len({frozenset(theme(name).colours) for name in themes()}) == 1


def test_every_colour_is_one(each) -> None:
    assert [role for role, text in each.colours.items() if not QColor.isValidColorName(text)] == []


def test_there_are_four() -> None:
    assert set(themes()) == {"light", "dark", "projector", "contrast"}


@pytest.mark.parametrize("role", TEXTS)
def test_text_stands_out_from_every_ground(each, role: str) -> None:
    ink, least = each.colour(role), least_text(each)
    assert [g for g in GROUNDS if stands_out(each, ink, each.colour(g)) < least] == []


def test_text_on_an_accent_is_readable(each) -> None:
    assert stands_out(each, each.colour("accent_text"), each.colour("accent")) >= least_text(each)


@pytest.mark.parametrize("role", CURVES)
def test_the_name_of_a_curve_can_be_read(each, role: str) -> None:
    assert stands_out(each, each.colour(role), each.colour("plot_ground")) >= least_text(each)


@pytest.mark.parametrize("role", MOLECULES)
def test_text_on_a_node_filled_with_its_tint_can_be_read(each, role: str) -> None:
    tint = mix(each.colour("surface"), each.colour(role), 0.38 if each.dark else 0.32)
    assert stands_out(each, each.colour("text"), tint) >= least_text(each)


def test_a_label_can_be_read_on_whatever_shines_through_it(each) -> None:
    for ground in (*GROUNDS, *PLACES, "blood"):
        plate = mix(each.colour(ground), each.colour("surface"), 0.86)
        assert stands_out(each, each.colour("text"), plate) >= least_text(each), ground


@pytest.mark.parametrize("role", [*MOLECULES, *EDGES])
def test_graphics_stand_out_from_every_ground(each, role: str) -> None:
    ink = each.colour(role)
    assert [g for g in GROUNDS if stands_out(each, ink, each.colour(g)) < LARGE_TEXT_AND_GRAPHICS] == []


@pytest.mark.parametrize("role", OUTSIDE)
def test_what_floats_in_blood_stands_out_from_it(each, role: str) -> None:
    assert stands_out(each, each.colour(role), each.colour("blood")) >= LARGE_TEXT_AND_GRAPHICS


@pytest.mark.parametrize("place", PLACES)
def test_an_emblem_stands_out_where_it_comes_to_lie(each, place: str) -> None:
    ground = each.colour(place)
    for role in PLACES[place]:
        best = max(stands_out(each, ink, ground) for ink in (each.colour(role), each.edge(role)))
        assert best >= LARGE_TEXT_AND_GRAPHICS, role


@pytest.mark.parametrize(
    ("role", "ground"),
    [
        ("nucleus_edge", "nucleus"), ("organelle_edge", "store"), ("organelle_edge", "endosome"),
        ("sarcomere_edge", "sarcomere"), ("ghost", "plot_ground"),
    ],
)  # fmt: skip
def test_outlines_stand_out_from_what_they_go_round(each, role: str, ground: str) -> None:
    assert stands_out(each, each.colour(role), each.colour(ground)) >= LARGE_TEXT_AND_GRAPHICS


@pytest.mark.parametrize("role", ["irs1_tyr", "irs1_ser", "as160"])
def test_the_sign_on_a_tag_can_be_seen(each, role: str) -> None:
    assert stands_out(each, each.colour("mark"), each.colour(role)) >= LARGE_TEXT_AND_GRAPHICS


def test_a_lit_channel_stands_out_from_a_dark_one(each) -> None:
    assert stands_out(each, each.colour("signal"), each.colour("channel")) >= LARGE_TEXT_AND_GRAPHICS


def test_high_contrast_draws_wider_outlines() -> None:
    assert theme("contrast").line > theme("projector").line > theme("light").line == 1.0


def test_an_unknown_role_names_the_nearest() -> None:
    with pytest.raises(KeyError, match="insulin"):
        theme("light").colour("insuline")


def test_an_unknown_theme_names_the_nearest() -> None:
    with pytest.raises(KeyError, match="dark"):
        theme("drak")


def test_the_light_of_the_signal_stands_out_from_its_channel(each) -> None:
    assert stands_out(each, each.colour("signal"), each.colour("channel")) >= TEXT
