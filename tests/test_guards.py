"""The guards of conftest.py themselves: what a careless test leaves behind fails it, and it alone."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CARELESS = """
import threading
import warnings

from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QWidget

kept = []

def test_window(qapp):
    kept.append(QWidget())
    kept[-1].show()

def test_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(1000)

def test_qt_thread(qapp):
    kept.append(QThread())
    kept[-1].start()

def test_python_thread():
    release = threading.Event()
    kept.append(release)
    threading.Thread(target=release.wait, daemon=True).start()

def test_warning():
    warnings.warn("careless", stacklevel=1)

def test_qt_warning(qapp):
    QWidget().setFixedSize(-1, -1)
"""
CAREFUL = """
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QWidget

def test_window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    timer = QTimer(widget)
    timer.start(1000)
    timer.stop()

def test_settings(qapp, tmp_path_factory):
    settings = QSettings("HormoneViz", "test")
    assert settings.fileName().startswith(str(tmp_path_factory.getbasetemp()))

def test_model():
    from PySide6.QtWidgets import QApplication
"""
SETTINGS = """
[pytest]
filterwarnings = error
qt_api = pyside6
qt_log_level_fail = WARNING
qt_log_ignore = This plugin does not support
"""


@pytest.fixture
def guarded(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    here = Path(__file__).resolve().parent
    monkeypatch.setenv("PYTHONPATH", str(here.parent))
    pytester.makeconftest((here / "conftest.py").read_text("utf-8"))
    pytester.makeini(SETTINGS)
    return pytester


def test_what_is_left_behind_fails_the_test_that_left_it(guarded: pytest.Pytester) -> None:
    guarded.makepyfile(CARELESS)
    result = guarded.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=4, errors=4, failed=2)
    result.stdout.fnmatch_lines(
        ["*visible *QWidget*", "*active *QTimer*", "*running *QThread*", "*threads left alive*"]
    )


def test_a_tidy_test_passes(guarded: pytest.Pytester) -> None:
    guarded.makepyfile(CAREFUL)
    guarded.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=3)
