"""The desk: files in and out of the window; whatever fails is told and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMessageBox

from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.library import library
from hormoneviz.exchange.scenario_file import format_scenario, read_scenario, write_scenario
from hormoneviz.session.session import Session
from hormoneviz.shell.commandline import run
from hormoneviz.shell.settings import Remembered
from hormoneviz.shell.takeaway import with_suffix
from hormoneviz.shell.window import MainWindow
from hormoneviz.simulation.scenario import Scenario


def test_a_saved_scenario_opens_again_with_every_toggle(
    window: MainWindow, session: Session, dialogs, tmp_path: Path
) -> None:
    session.seek(5.0)
    session.set_state("load", 0.7)
    saved = session.scenario
    dialogs.file = tmp_path / "mine"  # the ending goes without saying
    window.desk.save()
    session.undo()
    dialogs.file = tmp_path / "mine.toml"
    window.desk.open()
    assert session.scenario == saved == read_scenario(tmp_path / "mine.toml")


@pytest.mark.parametrize(
    "text", ["format = ", "lood = 0.5", "[inflammation]\nload = nan", "[parameters]\nk_endu = 1.0"]
)
def test_a_bad_file_is_told_and_changes_nothing(
    window: MainWindow, session: Session, dialogs, tmp_path: Path, text: str
) -> None:
    before = (session.film, session.frame)
    dialogs.file = tmp_path / "bad.toml"
    dialogs.file.write_text(text)
    window.desk.open()
    (told,) = dialogs.told
    assert told.startswith("This scenario cannot be opened: ")
    assert "bad.toml" in told
    assert (session.film, session.frame) == before


def test_a_missing_file_is_told(window: MainWindow, dialogs, tmp_path: Path) -> None:
    window.desk.open_file(tmp_path / "gone.toml")
    assert "gone.toml" in dialogs.told[0]


def test_a_file_that_cannot_be_written_is_told(window: MainWindow, dialogs, tmp_path: Path) -> None:
    window.desk.save_file(tmp_path / "nowhere" / "s.toml")
    window.desk.takeaway.save_picture(tmp_path / "nowhere" / "s.png")
    window.desk.takeaway.save_curves(tmp_path / "nowhere" / "s.csv")
    assert [told.split(":")[0] for told in dialogs.told] == [
        "The scenario was not saved",
        "The picture was not saved",
        "The curves were not saved",
    ]


def test_saying_no_in_a_dialog_changes_nothing(
    window: MainWindow, session: Session, dialogs, tmp_path: Path
) -> None:
    before = session.film
    dialogs.file = ""
    for ask in (window.desk.open, window.desk.save, window.desk.save_picture, window.desk.save_curves):
        ask()
    assert session.film is before
    assert dialogs.told == []


def test_a_picture_carries_its_scenario_and_moment(
    window: MainWindow, session: Session, dialogs, tmp_path: Path
) -> None:
    session.seek(7.5)
    dialogs.file = tmp_path / "cell"
    window.desk.save_picture()
    image = QImage(str(tmp_path / "cell.png"))
    assert image.width() == window.scene_size().width()
    assert image.height() > window.scene_size().height()
    assert image.text("Time") == "7.5 min"
    assert image.text("Scenario") == format_scenario(session.scenario)
    assert image.text("Software").startswith("HormoneViz")


def test_a_copied_picture_is_on_the_clipboard(window: MainWindow) -> None:
    window.desk.takeaway.copy_picture()
    assert QGuiApplication.clipboard().image().size() == window.scene_size()


@pytest.mark.parametrize("kind", [".png", ".svg", ".pdf"])
def test_a_saved_picture_brings_its_scenario_and_moment_back(
    window: MainWindow, session: Session, tmp_path: Path, kind: str
) -> None:
    session.set_state("load", 0.6)
    session.seek(7.0)
    scenario, path = session.scenario, tmp_path / f"seen{kind}"
    window.desk.takeaway.save_picture(path)
    session.load(Scenario(name="Another", vesicles=100))
    window.desk.open_file(path)
    assert (session.scenario, session.time) == (scenario, 7.0)


def test_curves_are_saved_as_export_writes_them_and_open_again(
    window: MainWindow, session: Session, dialogs, tmp_path: Path
) -> None:
    session.seek(5.0)
    session.set_state("load", 0.6)
    scenario, path = session.scenario, tmp_path / "curves"
    write_scenario(scenario, tmp_path / "mine.toml")
    dialogs.file = path
    window.desk.save_curves()
    names = ["curves.csv", "curves-parameters.csv", "curves-scenario.toml"]
    assert sorted(names) == sorted(file.name for file in tmp_path.iterdir() if file.name != "mine.toml")
    (by_hand := tmp_path / "by hand").mkdir()
    assert run(["export", str(tmp_path / "mine.toml"), "--out", str(by_hand / "curves.csv")]) == 0
    for name in names:
        assert (tmp_path / name).read_bytes() == (by_hand / name).read_bytes()
        session.load(Scenario(name="Another", vesicles=100))
        window.desk.open_file(tmp_path / name)
        assert session.scenario == scenario


@pytest.mark.parametrize("there", ["a.csv", "a-scenario.toml", "a-parameters.csv"])
def test_no_file_is_replaced_that_nobody_asked_about(
    window: MainWindow, dialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: str
) -> None:
    (tmp_path / there).write_text("precious")
    asked: list[str] = []

    def answer(*args: object) -> QMessageBox.StandardButton:
        asked.append(str(args[2]))
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", answer)
    dialogs.file = tmp_path / "a"
    window.desk.save_curves()
    assert len(asked) == 1
    assert there in asked[0]
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [(there, "precious")]


def test_curves_whose_scenario_is_gone_are_told(window: MainWindow, dialogs, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("time [min]\n0\n")
    window.desk.open_file(tmp_path / "a.csv")
    assert "a-scenario.toml, is not beside it" in dialogs.told[0]


def test_a_name_takes_the_ending_of_the_kind_chosen() -> None:
    known = (".png", ".svg", ".pdf")
    assert with_suffix("cell at 7.5 min", ".svg", known) == Path("cell at 7.5 min.svg")
    assert with_suffix("cell.PDF", ".svg", known) == Path("cell.PDF")
    assert with_suffix("cell.jpg", "", known) == Path("cell.jpg.png")


def test_an_archive_opens_and_one_of_somebody_else_is_told(
    window: MainWindow, session: Session, dialogs, tmp_path: Path
) -> None:
    path = tmp_path / "run.omex"
    assert run(["export", "13-ogtt-healthy", "--out", str(path)]) == 0
    window.desk.open_file(path)
    assert session.scenario == find_scenario("13-ogtt-healthy")
    path.write_bytes(b"no archive")
    window.desk.open_file(path)
    assert "carries no scenario" in dialogs.told[0]


@pytest.mark.parametrize("name", ["22-trt-week-26", "02-meal-inflamed"])
def test_a_model_opens_and_one_of_somebody_else_is_told(
    window: MainWindow, session: Session, dialogs, tmp_path: Path, name: str
) -> None:
    path, calendar = tmp_path / "model.xml", ["--calendar"] if name.startswith("22") else []
    assert run(["export", name, *calendar, "--out", str(path)]) == 0
    window.desk.open_file(path)
    assert session.scenario == find_scenario(name)
    for text, complaint in (
        ("<sbml/>", "carries no scenario"),
        ("<sbml", "no XML"),
        (path.read_text("utf-8").replace("format = 1", "format = 9"), "format"),
    ):
        path.write_text(text, "utf-8")
        window.desk.open_file(path)
        assert complaint in dialogs.told[-1]
    assert session.scenario == find_scenario(name)


def test_a_picture_of_somebody_else_is_told_and_changes_nothing(
    window: MainWindow, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *args: told.append(args[2]))
    path, before = tmp_path / "cat.png", session.scenario
    QImage(4, 4, QImage.Format.Format_RGB32).save(str(path))
    window.desk.open_file(path)
    assert session.scenario == before
    assert "carries no scenario" in told[0]


def test_what_was_opened_or_saved_is_offered_again_the_last_one_first(
    window: MainWindow, session: Session, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    window.desk.save_file(first)
    window.desk.save_file(second)
    window.desk.open_file(first)
    assert Remembered().recent[:2] == [first, second]
    second.unlink()
    assert second not in Remembered().recent
    window._fill_recent()
    assert window._recent.actions()[0].text() == "first.toml"


def test_a_shipped_scenario_is_in_its_own_menu_and_not_among_the_recent(window: MainWindow) -> None:
    before = Remembered().recent
    window.desk.open_file(library()[0].path)
    assert Remembered().recent == before
