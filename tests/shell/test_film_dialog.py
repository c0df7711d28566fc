"""Films from the window: the frames of the command line, beside everything else, whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from hormoneviz.exchange.scenario_file import write_scenario
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.shell.commandline import run
from hormoneviz.shell.film.choice import NAMES, Choice, Name, choice_in, first_possible, objection
from hormoneviz.shell.film.dialog import FilmDialog
from hormoneviz.shell.film.progress import FilmProgress, seconds_said
from hormoneviz.shell.film.reel import Reel
from hormoneviz.shell.film.writing import Wanted
from hormoneviz.shell.settings import Remembered
from hormoneviz.shell.window import MainWindow
from hormoneviz.simulation.scenario import Scenario

SHORT = ("--from", "2 min", "--until", "3 min", "--speed", "2", "--fps", "10", "--size", "320x200")
"""six frames"""
FILM_TIME = 30_000
"""ms; far more than a film of a few frames takes"""
on_posix = pytest.mark.skipif(os.name != "posix", reason="the pretended ffmpeg is a script with a first line")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder in which only what was asked for may be found afterwards."""
    folder = tmp_path / "films"
    folder.mkdir()
    return folder


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "PIL", None)
    monkeypatch.setitem(sys.modules, "PIL.Image", None)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[QMessageBox.StandardButton], list[str]]:
    """Answer questions so; what was asked."""

    def so(button: QMessageBox.StandardButton) -> list[str]:
        asked: list[str] = []

        def question(_parent: QWidget, _title: str, text: str, *_: object) -> QMessageBox.StandardButton:
            asked.append(text)
            return button

        monkeypatch.setattr(QMessageBox, "question", question)
        return asked

    return so


def short(window: MainWindow, until: float = 3.0) -> Reel:
    scenario = window.desk._session.scenario
    return Reel(scenario, window.look, QSize(320, 200), 2.0, until, 2.0, 10)


def endless(window: MainWindow) -> Reel:
    """Some 10 000 frames: cancelled long before its end."""
    return replace(short(window, until=40.0), speed=0.1, fps=30)


def make(window: MainWindow, out: Path, reel: Reel, kind: Name) -> FilmProgress:
    window.desk.filming.make(out, reel, Choice(kind))
    assert window.desk.filming.progress is not None
    return window.desk.filming.progress


def until_made(qtbot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.desk.filming.progress is None, timeout=FILM_TIME)


def until_begun(qtbot, progress: FilmProgress) -> None:
    qtbot.waitUntil(lambda: progress._making.done > 2, timeout=FILM_TIME)


def rendered(session: Session, out: str, tmp_path: Path) -> None:
    """The same film by the command line."""
    write_scenario(session.scenario, tmp_path / "same.toml")
    assert run(["render", str(tmp_path / "same.toml"), *SHORT, "--out", out]) == 0


def toast(window: MainWindow) -> str:
    return window._toast.text()


def test_a_folder_from_the_window_is_byte_by_byte_that_of_the_command_line(
    window: MainWindow, session: Session, qtbot, place: Path, tmp_path: Path
) -> None:
    rendered(session, f"{place / 'line'}/", tmp_path)
    progress = make(window, place / "window", short(window), "folder")
    until_begun(qtbot, progress)
    session.set_state("load", 0.9)  # the window stays usable, and the film is the one that was asked for
    until_made(qtbot, window)
    ours, theirs = sorted((place / "window").iterdir()), sorted((place / "line").iterdir())
    assert [file.name for file in ours] == [file.name for file in theirs]
    assert [file.read_bytes() for file in ours] == [file.read_bytes() for file in theirs]
    assert len(ours) == 6
    assert toast(window) == f"Saved {place / 'window'}"


@on_posix
def test_ffmpeg_is_given_the_same_frames_as_by_the_command_line(
    window: MainWindow, session: Session, qtbot, place: Path, tmp_path: Path, pretended
) -> None:
    pretended("open(sys.argv[-1], 'wb').write(sys.stdin.buffer.read())")
    rendered(session, str(place / "line.mp4"), tmp_path)
    make(window, place / "window.mp4", short(window), "mp4")
    until_made(qtbot, window)
    assert (place / "window.mp4").read_bytes() == (place / "line.mp4").read_bytes()
    assert sorted(file.name for file in place.iterdir()) == ["line.mp4", "window.mp4"]


@pytest.mark.parametrize("kind", ["gif", "apng"])
def test_animations_are_those_of_the_command_line(
    kind: Name, window: MainWindow, session: Session, qtbot, place: Path, tmp_path: Path
) -> None:
    pytest.importorskip("PIL.Image")
    rendered(session, str(place / f"line.{kind}"), tmp_path)
    make(window, place / f"window.{kind}", short(window), kind)
    until_made(qtbot, window)
    assert (place / f"window.{kind}").read_bytes() == (place / f"line.{kind}").read_bytes()


def test_a_long_film_is_left_by_esc_with_nothing_behind(window: MainWindow, qtbot, place: Path) -> None:
    progress = make(window, place / "new", endless(window), "folder")
    until_begun(qtbot, progress)
    assert "of 11401 frames" in progress.line.text()
    assert progress.bar.value() > 0
    QTest.keyClick(progress, Qt.Key.Key_Escape)
    assert window.desk.filming.progress is None
    assert list(place.iterdir()) == []
    assert toast(window) == "Cancelled: no film was written"


@on_posix
@pytest.mark.parametrize(
    "script",
    [
        "sys.stdin.buffer.read(); open(sys.argv[-1], 'w').write('too late')",
        "time.sleep(600)",  # takes no frame any more, as one that hangs
    ],
)
def test_an_old_film_outlives_one_that_is_cancelled(
    script: str, window: MainWindow, qtbot, place: Path, pretended
) -> None:
    pretended(script)
    (place / "a.mp4").write_text("precious")
    progress = make(window, place / "a.mp4", endless(window), "mp4")
    if "read" in script:
        until_begun(qtbot, progress)
    QTest.mouseClick(progress.cancel, Qt.MouseButton.LeftButton)
    assert {file.name: file.read_text() for file in place.iterdir()} == {"a.mp4": "precious"}


@on_posix
def test_a_film_can_still_be_cancelled_while_ffmpeg_ends_it(
    window: MainWindow, qtbot, place: Path, pretended
) -> None:
    pretended("sys.stdin.buffer.read(); time.sleep(600)")
    progress = make(window, place / "a.webm", short(window), "webm")
    qtbot.waitUntil(lambda: progress._making.ending, timeout=FILM_TIME)
    qtbot.waitUntil(lambda: "being finished" in progress.line.text(), timeout=FILM_TIME)
    progress.reject()
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("kind", ["gif", "apng"])
def test_a_film_can_still_be_cancelled_while_pillow_ends_it(
    kind: Name, window: MainWindow, qtbot, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("PIL.Image")
    asks = Wanted.check

    def slowly(wanted: Wanted) -> None:
        while not wanted._given_up:  # a film that takes as long as it takes a person to lose patience
            time.sleep(0.01)
        asks(wanted)

    monkeypatch.setattr(Wanted, "check", slowly)
    progress = make(window, place / f"a.{kind}", short(window), kind)
    qtbot.waitUntil(lambda: progress._making.ending, timeout=FILM_TIME)
    progress.reject()
    assert list(place.iterdir()) == []
    assert toast(window) == "Cancelled: no film was written"


@on_posix
def test_what_goes_wrong_is_told_in_words(window: MainWindow, qtbot, dialogs, place: Path, pretended) -> None:
    pretended("sys.stdin.buffer.read(1000); sys.exit('No space left on device')")
    (place / "full").mkdir()
    (place / "full" / "note.txt").write_text("mine")
    make(window, place / "a.mp4", short(window), "mp4")
    until_made(qtbot, window)
    make(window, place / "full", short(window), "folder")
    until_made(qtbot, window)
    make(window, place / "no" / "where", short(window), "folder")
    until_made(qtbot, window)
    told = [(text.partition(": ")[0], text.rpartition(": ")[2]) for text in dialogs.told]
    assert told == [
        ("The film was not saved", "No space left on device"),
        ("The film was not saved", "that folder is not empty"),
        ("The film was not saved", f"there is no folder {place / 'no'}"),
    ]
    assert [file.name for file in place.rglob("*")] == ["full", "note.txt"]


def test_a_full_disk_is_told_and_leaves_nothing(
    window: MainWindow, qtbot, dialogs, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("hormoneviz.shell.film.folder.encoded", full)
    make(window, place / "new", short(window), "folder")
    until_made(qtbot, window)
    told = f"The film was not saved: cannot write {place / 'new'}: No space left on device"
    assert dialogs.told == [told]
    assert list(place.iterdir()) == []


def test_a_fault_of_ours_is_told_as_well_and_leaves_nothing(
    window: MainWindow, qtbot, dialogs, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hormoneviz.shell.film.folder.encoded", lambda *_: 1 / 0)
    make(window, place / "new", short(window), "folder")
    until_made(qtbot, window)
    assert dialogs.told == ["The film was not saved: ZeroDivisionError: division by zero"]
    assert list(place.iterdir()) == []


def test_closing_the_window_asks_first(window: MainWindow, qtbot, place: Path, answer) -> None:
    asked = answer(QMessageBox.StandardButton.No)
    progress = make(window, place / "new", endless(window), "folder")
    until_begun(qtbot, progress)
    assert not window.close()
    assert len(asked) == 1
    assert window.isVisible()
    before = progress._making.done
    qtbot.waitUntil(lambda: progress._making.done > before, timeout=FILM_TIME)
    answer(QMessageBox.StandardButton.Yes)
    assert window.close()
    assert not window.isVisible()
    assert list(place.iterdir()) == []


def test_closing_the_window_without_a_film_does_not_ask(
    window: MainWindow, qtbot, place: Path, answer
) -> None:
    asked = answer(QMessageBox.StandardButton.No)
    make(window, place / "new", short(window), "folder")
    until_made(qtbot, window)
    assert window.close()
    assert asked == []


def test_one_film_at_a_time(window: MainWindow, dialogs, place: Path) -> None:
    progress = make(window, place / "new", endless(window), "folder")
    window.desk.filming.ask()
    assert window.desk.filming.progress is progress
    assert "FilmDialog" not in dialogs.shown
    progress.reject()


def test_it_asks_makes_and_remembers(
    window: MainWindow, session: Session, qtbot, dialogs, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.seek(39.0)
    seen: list[Choice] = []

    def chosen(dialog: FilmDialog) -> int:
        seen.append(dialog.choice)
        assert (dialog.reel.start, dialog.reel.until) == (39.0, 40.0)
        dialog.kind.button("folder").click()
        dialog.pixels.setCurrentIndex(dialog.pixels.count() - 1)
        for box, value in ((dialog.wide, 300), (dialog.high, 210), (dialog.fps, 6), (dialog.speed, 0.5)):
            box.setValue(value)
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(FilmDialog, "exec", chosen)
    for name in ("one", "two"):
        dialogs.file = place / name
        window.desk.filming.ask()
        until_made(qtbot, window)
        assert len(list((place / name).iterdir())) == 13
    assert seen[0] == Choice(first_possible("mp4"), speed=session.speed)
    assert seen[1] == Choice("folder", 0.5, 6, 300, 210)
    assert Remembered().choice("film_place") == str(place)
    dialogs.file = ""
    window.desk.filming.ask()
    assert window.desk.filming.progress is None


@on_posix
def test_an_ending_goes_without_saying_and_nothing_is_replaced_unasked(
    window: MainWindow, qtbot, dialogs, place: Path, pretended, answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretended("open(sys.argv[-1], 'wb').write(sys.stdin.buffer.read()[:4])")
    (place / "a.mp4").write_text("precious")

    def chosen(dialog: FilmDialog) -> int:
        dialog.kind.button("mp4").click()
        dialog.until.setValue(dialog.start.value() + 0.1)
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(FilmDialog, "exec", chosen)
    dialogs.file = place / "a"
    assert answer(QMessageBox.StandardButton.No) == []
    window.desk.filming.ask()
    assert (place / "a.mp4").read_text() == "precious"
    asked = answer(QMessageBox.StandardButton.Yes)
    window.desk.filming.ask()
    until_made(qtbot, window)
    assert asked == ["a.mp4 is there already. Replace it?"]
    assert len((place / "a.mp4").read_bytes()) == 4


def test_what_cannot_be_made_is_shown_with_its_reason(
    window: MainWindow, nothing_installed: None, qtbot
) -> None:
    dialog = FilmDialog(Scenario(), window.look, Choice("mp4"), 0.0, window)
    qtbot.addWidget(dialog)
    offered = {name: dialog.kind.button(name) for name in NAMES}
    assert [name for name in NAMES if offered[name].isEnabled()] == ["folder"]
    assert offered["webm"].accessibleDescription() == offered["webm"].toolTip()
    assert "ffmpeg, which was not found on this computer" in offered["webm"].toolTip()
    assert "pip install hormoneviz[film]" in offered["gif"].toolTip()
    assert dialog.choice.kind == "folder"
    assert dialog.go.isEnabled()


def test_it_says_beforehand_how_long_the_film_will_be(window: MainWindow, qtbot) -> None:
    dialog = FilmDialog(Scenario(), window.look, Choice("folder"), 100.0, window)
    qtbot.addWidget(dialog)
    assert (dialog.start.value(), dialog.until.value()) == (100.0, 180.0)
    assert dialog.told.text().startswith("2401 frames, 1 min 20 s of film")
    dialog.part.button("all").click()
    assert (dialog.start.value(), dialog.until.value()) == (0.0, 180.0)
    assert dialog.told.text().startswith("5401 frames, 3 min of film")
    dialog.until.setValue(1.0)
    assert [button.isChecked() for button in dialog.part.buttons()] == [False, False]
    dialog.start.setValue(1.0)
    assert dialog.told.text() == "A film ends after it begins."
    assert not dialog.go.isEnabled()
    dialog.until.setValue(1.5)
    assert dialog.told.text().startswith("16 frames, 0.5 s of film")
    assert dialog.go.isEnabled()


def test_at_the_end_of_the_film_the_whole_of_it_is_meant(window: MainWindow, qtbot) -> None:
    dialog = FilmDialog(Scenario(), window.look, Choice("folder"), 180.0, window)
    qtbot.addWidget(dialog)
    assert (dialog.reel.start, dialog.reel.until) == (0.0, 180.0)


def test_each_control_has_a_name_and_can_be_reached(window: MainWindow, qtbot) -> None:
    dialog = FilmDialog(Scenario(), window.look, Choice("folder", width=500), 0.0, window)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    boxes = (dialog.start, dialog.until, dialog.speed, dialog.fps, dialog.pixels, dialog.wide, dialog.high)
    assert all(box.accessibleName() and box.isVisible() for box in boxes)
    assert all(button.accessibleName() for part in (dialog.part, dialog.kind) for button in part.buttons())
    dialog.pixels.setCurrentIndex(0)
    assert not dialog.wide.isVisible()
    dialog.reject()


@pytest.mark.parametrize(
    ("change", "kind", "says"),
    [
        ({}, "mp4", ""),
        ({"until": 0.0}, "folder", "ends after it begins"),
        ({"speed": 0.01, "fps": 120}, "folder", "at most 100000 are made"),
        ({"fps": 60}, "gif", "at most 50 frames a second"),
        ({"size": QSize(641, 480)}, "webm", "even numbers"),
        ({"size": QSize(641, 480)}, "folder", ""),
        ({"size": QSize(3840, 2160)}, "apng", "GB of memory; it may take 1.5"),
    ],
)
def test_what_cannot_be_a_film_is_said_before(
    change: dict[str, object], kind: Name, says: str, window: MainWindow
) -> None:
    reel = replace(Reel(Scenario(), window.look, QSize(640, 480), 0.0, 20.0, 1.0, 30), **change)
    said = objection(reel, kind, window.look.words)
    assert says in said
    assert bool(says) == bool(said)


@pytest.mark.parametrize("text", ["", "{", '{"fps": 1000}', '{"kind": "avi"}', '{"speed": "NaN"}'])
def test_a_damaged_memory_is_the_usual(text: str) -> None:
    assert choice_in(text, 5.0) == Choice(speed=5.0)
    assert choice_in(Choice("gif", fps=12).text, 5.0) == Choice("gif", fps=12)


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.5, "0.5 s"), (2.0, "2 s"), (12.3, "12 s"), (90.0, "1 min 30 s")]
)
def test_times_read_well(seconds: float, said: str) -> None:
    assert seconds_said(Look.load().words, seconds) == said
