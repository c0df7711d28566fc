"""What is remembered between two starts; damage reads as the default."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QSettings

from hormoneviz.shell.settings import Remembered
from hormoneviz.shell.taste import SYSTEM, Taste


def write(key: str, value: object) -> None:
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "HormoneViz", "HormoneViz")
    store.setValue(key, value)


@pytest.mark.usefixtures("qapp")
def test_a_first_start_has_defaults() -> None:
    assert (Remembered().theme, Remembered().text_scale) == (SYSTEM, None)
    assert Remembered().taste(1.25) == Taste(text_scale=1.25)
    assert Remembered().layout("geometry").isEmpty()


@pytest.mark.usefixtures("qapp")
def test_what_was_set_is_there_at_the_next_start() -> None:
    first, taste = Remembered(), Taste("dark", 1.25, "basics", "mg/dL", True, True, True, True)
    first.keep(taste, before=Taste())
    first.set_layout("row", QByteArray(b"abc"))
    assert Remembered().taste(1.0) == taste
    assert Remembered().layout("row") == QByteArray(b"abc")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("damaged", "read"), [("huge", None), ("", None), ("nan", None), ("9", 2.0), ("-1", 1.0), ("1.5", 1.5)]
)
def test_a_damaged_size_of_text_is_none_and_an_impossible_one_is_bounded(
    damaged: str, read: float | None
) -> None:
    write("text_scale", damaged)
    assert Remembered().text_scale == read


@pytest.mark.usefixtures("qapp")
def test_only_what_differs_is_kept() -> None:
    Remembered().keep(Taste("dark", level="basics"), before=Taste("dark"))
    assert Remembered().taste(1.0) == Taste(level="basics")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("key", ["theme", "level", "glucose_unit", "reduced_motion", "low_graphics"])
def test_a_damaged_choice_reads_as_the_default(key: str) -> None:
    write(key, "drak")
    assert Remembered().taste(1.0) == Taste()


@pytest.mark.usefixtures("qapp")
def test_a_damaged_layout_reads_as_none() -> None:
    write("layout/row", "nonsense")
    assert Remembered().layout("row").isEmpty()
