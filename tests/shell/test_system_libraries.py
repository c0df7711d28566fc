"""system_libraries.py: its table is what this PySide6 really loads, and its advice is one line."""

import re
import sys
from pathlib import Path

import PySide6
import pytest

from hormoneviz.shell import system_libraries
from hormoneviz.shell.system_libraries import FOR_A_WINDOW, TO_LOAD_QT

WHEEL = Path(PySide6.__file__).parent
OF_EVERY_PYTHON = {"libc.so.6", "libm.so.6", "libgcc_s.so.1"}
# The names of the libraries a library needs stand in its string table, between zero bytes.
NEEDED = re.compile(rb"\0(lib[\w+-]+\.so(?:\.\d+)+)(?=\0)")
LOADED = "Core Gui Widgets Svg OpenGL OpenGLWidgets Test DBus"

on_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux wheels leave libraries out"
)


@on_linux
@pytest.mark.parametrize(
    ("modules", "table"),
    [(LOADED, {}), ("XcbQpa", FOR_A_WINDOW["xcb"]), ("WaylandClient", FOR_A_WINDOW["wayland"])],
)
def test_the_table_knows_all_that_the_wheel_leaves_to_the_system(modules: str, table: dict[str, str]) -> None:
    carried = {file.name for file in WHEEL.rglob("*.so*")}
    needed = {name for module in modules.split() for name in _needed(f"libQt6{module}.so.6")}
    assert needed - carried - OF_EVERY_PYTHON - TO_LOAD_QT.keys() - table.keys() == set()


@on_linux
def test_what_cannot_be_loaded_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TO_LOAD_QT, "libnowhere.so.1", "libnowhere1")
    monkeypatch.setitem(FOR_A_WINDOW["xcb"], "libno-window.so.1", "libno-window1")
    assert system_libraries.missing()["libnowhere.so.1"] == "libnowhere1"
    assert "libno-window.so.1" not in system_libraries.missing("offscreen")
    assert "libno-window.so.1" in system_libraries.missing("xcb")


@pytest.mark.parametrize(
    ("apt", "advice"),
    [
        ("/usr/bin/apt", "sudo apt install python3-venv libglib2.0-0"),
        (None, "install what provides python3-venv, libglib-2.0.so.0, libgthread-2.0.so.0"),
    ],
)
def test_advice_fits_the_system(apt: str | None, advice: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries.shutil, "which", lambda name: apt)
    missing = {"libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0"}
    assert system_libraries.advice(missing, "python3-venv") == advice


@on_linux
@pytest.mark.parametrize(
    ("variables", "platform"),
    [
        ({}, None),
        ({"DISPLAY": ":0"}, "xcb"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_SESSION_TYPE": "wayland"}, "wayland"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_SESSION_TYPE": "x11"}, "xcb"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:configfile=a.json"}, "offscreen"),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, "wayland"),
    ],
)
def test_the_platform_is_the_one_qt_would_choose(variables: dict[str, str], platform: str | None) -> None:
    assert system_libraries.window_platform(variables) == platform


def _needed(library: str) -> set[str]:
    return {name.decode() for name in NEEDED.findall((WHEEL / "Qt" / "lib" / library).read_bytes())}
