"""The words: every quantity has a name and an explanation, and numbers read well."""

import pytest

from hormoneviz.look.words import Word, format_value, words

QUANTITIES = [
    "IR", "IRp_pm", "IRp_in", "IR_in", "IRp", "IRS1_Y", "IRS1_S", "PIP3", "Akt_T308", "Akt_S473",
    "Akt_act", "AS160_p", "Rab_GTP", "mTORC1", "S6K", "JNK", "SOCS3", "DAG", "CER", "GSVret", "GSVmob",
    "Vper", "Vteth", "Vdock", "PMclu", "PMdis", "CCV", "EE", "ERC", "insulin", "glucose", "TNF", "IL6",
    "FFA", "GLUT4_surface", "glucose_uptake", "k_ex", "k_en", "q", "testosterone", "estradiol",
    "progesterone", "growth_hormone", "load",
]  # fmt: skip


@pytest.mark.parametrize("name", QUANTITIES)
def test_every_quantity_has_words(name: str) -> None:
    assert words().label(name)
    assert words().what(name).endswith(".")
    assert words().does(name).endswith(".")


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    with pytest.raises(KeyError, match="GSVret"):
        words().label("GSVrett")


def test_a_phrase_fills_its_gaps() -> None:
    assert words().say("after_bath", time="12 min") == "12 min after insulin"


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0.2345, "1", "23.4 %"), (1.0, "1", "100 %"), (0.0, "1", "0 %"), (5.0, "mM", "5.00 mM"),
        (0.0123, "nM", "0.012 nM"), (0.0801, "1/min", "0.080 /min"), (123.4, "pg/mL", "123 pg/mL"),
        (float("nan"), "nM", "– nM"),
    ],
)  # fmt: skip
def test_a_value_reads_with_three_digits_and_its_unit(value: float, unit: str, text: str) -> None:
    assert format_value(value, unit) == text


def test_a_word_is_said_otherwise_at_another_level_and_its_short_form_follows_its_label() -> None:
    word = Word("GLUT4", "A transporter.", "It moves.", "G4", {"label": "Door"}, {"what": "SLC2A4."})
    assert word.at("mechanism") is word
    assert word.at("basics") == Word("Door", "A transporter.", "It moves.", "")
    assert word.at("molecular") == Word("GLUT4", "SLC2A4.", "It moves.", "G4")
