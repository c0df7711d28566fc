"""The table of parameters: inheritance between kinds of cell, sources, and what the file may not hold."""

from __future__ import annotations

import msgspec
import pytest

from hormoneviz import resources
from hormoneviz.kinetics import parameters as module
from hormoneviz.kinetics.network import NetworkError
from hormoneviz.kinetics.parameters import CELLS, parameters, sources
from hormoneviz.kinetics.presets import cell_of, known_parameters

ROW = '[k]\nfat = 1.0\nunit = "1/min"\nbasis = "assumption"\nnote = "why"\n'


def read(table: str, cell: str, monkeypatch: pytest.MonkeyPatch) -> module.Parameter:
    """The one parameter of a table."""
    known = 'known = "Someone, 2000"'
    monkeypatch.setattr(module.resources, "text", lambda name: table if name.endswith("cell.toml") else known)
    sources.cache_clear()
    try:
        (parameter,) = parameters.__wrapped__(cell)
    finally:
        sources.cache_clear()
    return parameter


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (ROW, (1.0, 1.0, 1.0, 1.0)),
        (ROW + "muscle = 2.0", (1.0, 2.0, 1.0, 2.0)),
        (ROW + "t2d_fat = 3.0", (1.0, 1.0, 3.0, 1.0)),
        (ROW + "muscle = 2.0\nt2d_fat = 3.0", (1.0, 2.0, 3.0, 2.0)),
        (ROW + "t2d_muscle = 4.0", (1.0, 1.0, 1.0, 4.0)),
        (ROW + "muscle = 2.0\nt2d_muscle = 0.0", (1.0, 2.0, 1.0, 0.0)),
    ],
)
def test_a_cell_that_is_not_named_takes_the_value_of_the_one_it_comes_from(
    table: str, values: tuple[float, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tuple(read(table, cell, monkeypatch).value for cell in CELLS) == values


def test_a_source_nobody_knows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(ROW + 'source = "known"', "fat", monkeypatch).source == "known"
    with pytest.raises(NetworkError, match="k: unknown source 'hearsay'"):
        read(ROW + 'source = "hearsay"', "fat", monkeypatch)


@pytest.mark.parametrize("line", ["valeu = 3.0", 'basis = "guessed"', "unit = 3", 'muscle = "fast"'])
def test_a_key_or_value_that_does_not_belong_is_refused(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    key = line.split(" ")[0]
    kept = [row for row in ROW.splitlines() if not row.startswith(f"{key} ")]
    with pytest.raises(msgspec.ValidationError):
        read("\n".join([*kept, line]), "fat", monkeypatch)


def test_every_shipped_parameter_lies_within_its_bounds() -> None:
    for cell in CELLS:
        for parameter in parameters(cell):
            assert parameter.low <= parameter.value <= parameter.high, parameter.name


def test_the_shipped_file_says_nothing_twice() -> None:
    headings = [line for line in resources.text("parameters/cell.toml").splitlines() if line.startswith("[")]
    assert len(headings) == len(set(headings)) == len(parameters())


@pytest.mark.parametrize("tissue", ["fat", "muscle"])
def test_person_and_tissue_choose_the_cell(tissue: str) -> None:
    assert cell_of(tissue, "none") == tissue
    assert cell_of(tissue, "type 2") == f"t2d_{tissue}"
    assert {cell_of(tissue, "none"), cell_of(tissue, "type 2")} <= set(CELLS)


def test_parameters_are_known_by_name() -> None:
    assert known_parameters("muscle")["k_endo"].name == "k_endo"
    assert set(known_parameters("muscle")) == set(known_parameters("fat"))
