"""A film gives back its scenario and its first moment; what is no film of ours is told in words."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.scenario_file import parse_scenario
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.shell.commandline import run
from hormoneviz.shell.drops import dropped
from hormoneviz.shell.film.opening import scenario_of_film
from hormoneviz.shell.film.reel import Reel, start_told
from hormoneviz.shell.settings import Remembered
from hormoneviz.shell.verbs.looks import picture_size
from hormoneviz.shell.window import MainWindow
from hormoneviz.simulation.scenario import Scenario

# A name with every sign that means something to ffmpeg, to TOML or to nobody.
TEXT = """name = "A; b = #1 \\\\ 'c' \\"d\\" \u2013 \u00fc \U0001f9ea"
vesicles = 100
duration = "20 min"

[inflammation]
load = 0.4

[[event]]
at = "5 min"
set = {load = 0.1}
"""
pytestmark = pytest.mark.usefixtures("qapp")
on_posix = pytest.mark.skipif(os.name != "posix", reason="the pretended ffmpeg is a script with a first line")
with_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="there is no ffmpeg here")


def needs(out: str) -> None:
    """Skip where what is needed for such a film is not installed."""
    if out.endswith((".mp4", ".webm")) and shutil.which("ffmpeg") is None:
        pytest.skip("there is no ffmpeg here")
    if out.endswith((".gif", ".apng")):
        pytest.importorskip("PIL.Image")


def film(tmp_path: Path, out: str) -> Path:
    (tmp_path / "own.toml").write_text(TEXT, encoding="utf-8")
    short = ("--from", "2.25 min", "--until", "2.5 min", "--speed", "1", "--fps", "10", "--size", "320x200")
    assert run(["render", str(tmp_path / "own.toml"), *short, "--out", f"{tmp_path}/{out}"]) == 0
    return tmp_path / out


@pytest.mark.parametrize("out", ["film/", "film.gif", "film.apng", "film.mp4", "film.webm"])
def test_every_kind_of_film_opens_again(
    out: str, window: MainWindow, session: Session, tmp_path: Path
) -> None:
    needs(out)
    path = film(tmp_path, out)
    window.desk.open_file(path)
    assert session.scenario == parse_scenario(TEXT, "")
    assert session.time == 2.25
    assert "film" not in [recent.name for recent in Remembered().recent]  # a folder is no recent file


@pytest.mark.parametrize("out", ["film/", "film.gif", "film.webm"])
def test_a_film_can_be_dropped(out: str, window: MainWindow, session: Session, tmp_path: Path) -> None:
    needs(out)
    data = QMimeData()
    path = film(tmp_path, out)
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "note.txt")), QUrl.fromLocalFile(str(path))])
    assert dropped(data) == path
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, left, none))
    assert (session.scenario, session.time) == (parse_scenario(TEXT, ""), 2.25)


def test_what_nobody_can_open_is_not_taken_when_dropped(
    window: MainWindow, session: Session, tmp_path: Path
) -> None:
    data, before = QMimeData(), session.scenario
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "note.txt")), QUrl("https://example.org/a.mp4")])
    assert dropped(data) is None
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, left, none))
    assert session.scenario == before


def test_the_note_of_a_reel_tells_its_start() -> None:
    reel = Reel(Scenario(), Look.load(), picture_size("320x200"), 12.3, 100.0, 1.0, 30)
    assert start_told(reel.note) == 12.3
    assert start_told(Reel(Scenario(), Look.load(), reel.size, 1e-5, 1.0, 1.0, 30).note) == 1e-5
    assert start_told("# HormoneViz 1\nname = 'x'\n") == 0.0


@on_posix
@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("print(';FFMETADATA1\\ntitle=Cat')", "this film carries no scenario"),
        ("print(';FFMETADATA1\\ncomment=# HormoneViz 1\\\\\\nlood\\\\=1')", "lood"),
        ("print('# HormoneViz 1'); sys.exit('moov atom not found')", "ffmpeg: moov atom not found"),
        ("sys.exit(3)", "ffmpeg: it ended without a word"),
    ],
)
def test_what_ffmpeg_cannot_read_is_told_and_changes_nothing(
    script: str, words: str, window: MainWindow, session: Session, dialogs, tmp_path: Path, pretended
) -> None:
    pretended(script)
    before = session.film
    (tmp_path / "cat.MP4").write_bytes(b"")
    window.desk.open_file(tmp_path / "cat.MP4")
    assert session.film is before
    assert len(dialogs.told) == 1
    assert dialogs.told[0].startswith(f"This scenario cannot be opened: {tmp_path / 'cat.MP4'}")
    assert words in dialogs.told[0]


@on_posix
def test_an_ffmpeg_that_hangs_or_does_not_start_is_told(tmp_path: Path, pretended, monkeypatch) -> None:
    script = pretended("time.sleep(600)")
    monkeypatch.setattr("hormoneviz.shell.film.ffmpeg.PATIENCE", 0.2)
    with pytest.raises(BadInput, match=r"ffmpeg has not read it in 0\.2 s"):
        scenario_of_film(tmp_path / "a.webm")
    script.write_text("#!/no/such/program\n")
    with pytest.raises(BadInput, match="ffmpeg does not start"):
        scenario_of_film(tmp_path / "a.webm")


@on_posix
def test_ffmpeg_is_told_what_the_file_is_and_to_read_nothing_else(tmp_path: Path, pretended) -> None:
    pretended(f"import json; json.dump(sys.argv[1:], open({str(tmp_path / 'asked')!r}, 'w'))")
    with pytest.raises(BadInput, match="carries no scenario"):
        scenario_of_film(tmp_path / "-a.mp4")
    asked = (tmp_path / "asked").read_text()
    assert f'"-protocol_whitelist", "file", "-f", "mov", "-i", "file:{tmp_path / "-a.mp4"}"' in asked


@with_ffmpeg
@pytest.mark.parametrize("name", ["a.mp4", "a.webm"])
def test_a_list_of_addresses_that_calls_itself_a_film_is_not_followed(name: str, tmp_path: Path) -> None:
    lines = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n"
    (tmp_path / name).write_text(lines)
    with pytest.raises(BadInput, match="ffmpeg: ") as told:
        scenario_of_film(tmp_path / name)
    assert "127.0.0.1" not in str(told.value)


def test_what_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(BadInput, match="ffmpeg, which was not found on this computer"):
        scenario_of_film(tmp_path / "a.mp4")
    with pytest.raises(BadInput, match=r"Pillow, which is not installed: pip install 'hormoneviz\[film\]'"):
        scenario_of_film(tmp_path / "a.gif")


def test_a_gif_of_somebody_else_or_none_is_told(tmp_path: Path) -> None:
    image_module = pytest.importorskip("PIL.Image")
    image_module.new("P", (4, 4)).save(tmp_path / "cat.gif")
    (tmp_path / "text.gif").write_text("cat")
    with pytest.raises(BadInput, match="carries no scenario"):
        scenario_of_film(tmp_path / "cat.gif")
    with pytest.raises(BadInput, match="this is no GIF"):
        scenario_of_film(tmp_path / "text.gif")
    with pytest.raises(BadInput, match="No such file"):
        scenario_of_film(tmp_path / "gone.gif")


def test_a_folder_without_a_film_is_told(tmp_path: Path) -> None:
    (tmp_path / "cats").mkdir()
    with pytest.raises(BadInput, match="no PNG"):
        scenario_of_film(tmp_path / "cats")
    QImage(4, 4, QImage.Format.Format_RGB32).save(str(tmp_path / "cats" / "cat.png"))
    with pytest.raises(BadInput, match="carries no scenario"):
        scenario_of_film(tmp_path / "cats")
