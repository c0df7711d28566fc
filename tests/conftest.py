"""Guards around every test: nothing is left running or on screen, and nobody's own settings are touched."""

import gc
import os
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also for the processes a test starts: settings and state go into a folder that is thrown away."""
    home = str(tmp_path_factory.mktemp("home"))
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, home)
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread.name for thread in threading.enumerate() if thread not in before]
    assert not left, f"threads left alive: {left}"


@pytest.fixture(autouse=True)
def tidy_qt(request: pytest.FixtureRequest, home_of_its_own: None) -> Iterator[None]:
    """Only around tests that use Qt: the model's tests start no application."""
    if "qapp" not in request.fixturenames:
        yield
        return
    qapp = request.getfixturevalue("qapp")
    _prepare_qt()
    yield
    left = _left_behind(qapp)
    if left:
        del left
        gc.collect()  # what only waited for the collector is no fault of the test
        left = _left_behind(qapp)
    for end in left.values():  # so that the next test is not blamed for it
        end()
    assert not left, f"left behind: {list(left)}"


def _prepare_qt() -> None:
    from PySide6.QtCore import QLocale, QSettings, QStandardPaths

    from hormoneviz.look import fonts

    QStandardPaths.setTestModeEnabled(True)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, os.environ["HOME"])
    QLocale.setDefault(QLocale("en_GB"))
    fonts.install()


def _left_behind(qapp: Any) -> dict[str, Callable[[], object]]:
    """Visible windows, active timers and running threads, each with the call that ends it."""
    from PySide6.QtCore import QEvent, QThread, QTimer
    from shiboken6 import isValid

    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left: dict[str, Callable[[], object]] = {
        f"visible {widget!r}": widget.close for widget in qapp.topLevelWidgets() if widget.isVisible()
    }
    for item in gc.get_objects():
        kind = type(item)  # isinstance would ask proxies, which may answer by doing something
        if issubclass(kind, QTimer) and isValid(item) and item.isActive():
            left[f"active {item!r}"] = item.stop
        elif issubclass(kind, QThread) and isValid(item) and item.isRunning() and item != qapp.thread():
            left[f"running {item!r}"] = partial(_end, item)
    return left


def _end(thread: Any) -> None:
    thread.quit()
    thread.wait(2000)
