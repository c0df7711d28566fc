"""Films from the command line: the same frames each time, whole files or none, and a clear word otherwise."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from hormoneviz.exchange.scenario_file import parse_scenario
from hormoneviz.look.look import Look
from hormoneviz.shell.commandline import run
from hormoneviz.shell.film.animation import durations
from hormoneviz.shell.film.reel import Reel, Shoot
from hormoneviz.shell.picture import picture, scenario_in
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Scenario

TEXT = 'name = "Short"\nvesicles = 100\nduration = "20 min"\n\n[inflammation]\nload = 0.4\n'
SHORT = ("--from", "2 min", "--until", "3 min", "--speed", "2", "--fps", "10", "--size", "320x200")
"""six frames: 2.0, 2.2 ... 3.0 min"""
FRAME = 320 * 200 * 4
pytestmark = pytest.mark.usefixtures("qapp")
on_posix = pytest.mark.skipif(os.name != "posix", reason="the pretended ffmpeg is a script with a first line")


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    path = tmp_path / "short.toml"
    path.write_text(TEXT)
    return path


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder in which only what was asked for may be found afterwards."""
    folder = tmp_path / "films"
    folder.mkdir()
    return folder


def film(scenario: Path, out: Path | str, *more: str) -> int:
    return run(["render", str(scenario), *SHORT, *more, "--out", str(out)])


def told(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line that is no progress."""
    lines = [line for line in capsys.readouterr().err.splitlines() if not line.startswith("film: ")]
    assert len(lines) == 1
    assert lines[0].startswith("hormoneviz: ")
    return lines[0]


def reel(scenario: Scenario, speed: float = 2.0, fps: int = 10) -> Reel:
    return Reel(scenario, Look.load(), QSize(320, 200), 2.0, 3.0, speed, fps)


def pixels(image: QImage) -> str:
    return sha256(image.constBits()).hexdigest()


def test_a_frame_shows_its_moment_and_the_last_one_the_end() -> None:
    assert [reel(Scenario()).time(k) for k in range(6)] == pytest.approx([2.0, 2.2, 2.4, 2.6, 2.8, 3.0])
    assert reel(Scenario()).count == 6
    assert reel(Scenario(), speed=0.7).count == 15  # 14 steps of 0.07 min, and what is left
    assert reel(Scenario(), speed=0.7).time(14) == pytest.approx(2.98)
    assert reel(Scenario(), speed=60.0).count == 1


def test_a_frame_is_the_same_in_any_order_and_as_a_picture_of_its_moment() -> None:
    scenario = parse_scenario(TEXT, "")
    onwards, backwards = Shoot(reel(scenario)), Shoot(reel(scenario))
    seen = [pixels(image) for image in onwards.pictures()]
    assert [pixels(backwards.picture(k)) for k in reversed(range(6))] == seen[::-1]
    assert len(set(seen)) == 6
    course = Film(scenario)
    for number, pixels_seen in enumerate(seen):
        frame = course.at(reel(scenario).time(number))
        assert pixels(picture(frame, QSize(320, 200), Look.load(), scenario)) == pixels_seen


def test_a_film_too_fast_for_the_eye_draws_densities_as_the_window_does() -> None:
    scenario = parse_scenario(TEXT, "")
    slow, fast = Shoot(reel(scenario, speed=9.0)), Shoot(reel(scenario, speed=10.0))
    assert reel(scenario, speed=9.0).time(0) == reel(scenario, speed=10.0).time(0)
    assert pixels(slow.picture(0)) != pixels(fast.picture(0))


def test_a_folder_has_every_frame_with_scenario_and_moment(
    scenario: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert film(scenario, f"{place / 'new'}/") == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[-1] == "film: 100 %"
    names = [f"frame-{number:05}.png" for number in range(6)]
    assert sorted(file.name for file in (place / "new").iterdir()) == names
    for number, name in enumerate(names):
        carried, moment = scenario_in(place / "new" / name)
        assert carried == parse_scenario(TEXT, "")
        assert moment == pytest.approx(2.0 + 0.2 * number)
    assert QImage(str(place / "new" / names[0])).text("Evidence").startswith("load: ")
    assert [file.name for file in place.iterdir()] == ["new"]


def test_two_runs_and_two_processes_make_the_same_frames(scenario: Path, place: Path) -> None:
    for name in ("one", "two"):
        assert film(scenario, f"{place / name}/") == 0
    command = [sys.executable, "-m", "hormoneviz", "render", str(scenario), *SHORT]
    subprocess.run([*command, "--out", f"{place / 'three'}/"], check=True, capture_output=True)
    runs = [sorted((place / name).iterdir()) for name in ("one", "two", "three")]
    hashes = [[sha256(file.read_bytes()).hexdigest() for file in files] for files in runs]
    assert hashes[0] == hashes[1] == hashes[2]
    assert len(set(hashes[0])) == 6


def test_an_empty_folder_is_filled_and_a_full_one_refused(
    scenario: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = place.stat().st_ino
    assert film(scenario, place) == 0
    assert len(list(place.iterdir())) == 6
    assert place.stat().st_ino == before
    capsys.readouterr()
    assert film(scenario, place) == 1
    assert "that folder is not empty" in told(capsys)
    assert film(scenario, f"{place / 'no' / 'where'}/") == 1
    assert "there is no folder" in told(capsys)


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--at", "1 min", "--until", "2 min", "--out", "a.png"], "--until: a picture has a moment"),
        (["--until", "2 min", "--out", "a.png"], ".mp4, .webm, .gif, .apng"),
        (["--until", "2 min", "--out", "a"], "a film is a folder/"),
        (["--until", "2 h", "--out", "a/"], "the scenario ends at 20 min"),
        (["--from", "5 min", "--until", "2 min", "--out", "a/"], "--from 5min: expected less"),
        (["--speed", "0", "--out", "a/"], "--speed 0"),
        (["--speed", "nan", "--out", "a/"], "--speed nan"),
        (["--speed", "0.0001", "--out", "a/"], "more than 100000 frames"),
        (["--fps", "0", "--out", "a/"], "--fps 0"),
        (["--fps", "121", "--out", "a/"], "expected 1 to 120 frames"),
        (["--size", "2x2", "--out", "a/"], "--size 2x2"),
        (["--until", "soon", "--out", "a/"], "--until soon"),
    ],
)
def test_what_cannot_be_filmed_is_told(
    arguments: list[str],
    part: str,
    scenario: Path,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(place)
    assert run(["render", str(scenario), *arguments]) == 2
    assert part in told(capsys)
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("kind", [".mp4", ".webm"])
def test_no_ffmpeg_is_told_before_any_work(
    kind: str, scenario: Path, place: Path, pretended, monkeypatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("hormoneviz.shell.verbs.film.Shoot", None)  # work would fail
    assert film(scenario, place / f"a{kind}") == 2
    line = told(capsys)
    assert "ffmpeg, which is not on the PATH" in line
    assert "folder/" in line
    assert list(place.iterdir()) == []


@on_posix
def test_ffmpeg_is_given_the_frames_and_the_scenario(scenario: Path, place: Path, pretended) -> None:
    pretended("open(sys.argv[-1], 'wb').write(sys.stdin.buffer.read())")
    assert film(scenario, place / "a.mp4") == 0
    assert [file.name for file in place.iterdir()] == ["a.mp4"]
    sent = (place / "a.mp4").read_bytes()
    shoot = Shoot(reel(parse_scenario(TEXT, "")))
    assert sent == b"".join(bytes(image.constBits()) for image in shoot.pictures())
    pretended("import json; sys.stdin.buffer.read(); json.dump(sys.argv[1:], open(sys.argv[-1], 'w'))")
    assert film(scenario, place / "a.webm") == 0
    asked = json.loads((place / "a.webm").read_text())
    after = dict(pairwise(asked))
    assert (after["-video_size"], after["-framerate"], after["-i"]) == ("320x200", "10", "pipe:0")
    comment = next(word for word in asked if word.startswith("comment="))
    assert parse_scenario(comment.removeprefix("comment="), "") == parse_scenario(TEXT, "")
    assert "# 2 to 3 min, 1 s = 2 min, 10 frames a second" in comment
    assert "# Evidence: load: " in comment


@on_posix
@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("sys.stdin.buffer.read(); sys.exit('Unknown encoder')", "ffmpeg: Unknown encoder"),
        ("sys.exit('No space left\\n\\non device')", "ffmpeg: No space left; on device"),
        ("sys.stdin.buffer.read(1000); sys.exit(3)", "ffmpeg: it ended without a word"),
    ],
)
def test_what_ffmpeg_says_is_passed_on_and_nothing_is_left(
    script: str, words: str, scenario: Path, place: Path, pretended, capsys: pytest.CaptureFixture[str]
) -> None:
    pretended(script)
    (place / "a.mp4").write_text("precious")
    assert film(scenario, place / "a.mp4") == 1
    assert words in told(capsys)
    assert {file.name: file.read_text() for file in place.iterdir()} == {"a.mp4": "precious"}


@on_posix
def test_an_ffmpeg_that_does_not_start_is_told(
    scenario: Path, place: Path, pretended, capsys: pytest.CaptureFixture[str]
) -> None:
    pretended("").write_text("#!/no/such/program\n")
    assert film(scenario, place / "a.mp4") == 1
    assert "ffmpeg does not start" in told(capsys)
    assert list(place.iterdir()) == []


@on_posix
def test_odd_sizes_are_refused_where_a_player_could_not_show_them(
    scenario: Path, place: Path, pretended, capsys: pytest.CaptureFixture[str]
) -> None:
    pretended("")
    assert film(scenario, place / "a.mp4", "--size", "321x200") == 2
    assert "even numbers of pixels" in told(capsys)


@on_posix
@pytest.mark.parametrize("out", ["a.mp4", "new/", "there/"])
def test_ctrl_c_ends_it_and_leaves_nothing(out: str, scenario: Path, place: Path, pretended) -> None:
    """From another process, as a terminal does: to the whole group."""
    pretended("sys.stdin.buffer.read(); open(sys.argv[-1], 'w').write('too late')")
    (place / "there").mkdir()
    long = ("--until", "20 min", "--speed", "0.1", "--size", "320x200", "--out", f"{place}/{out}")
    command = [sys.executable, "-m", "hormoneviz", "render", str(scenario), *long]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == "film: 0 %\n"  # it is painting
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
        said = process.stderr.read().splitlines()
    assert process.returncode == 130
    assert said[-1] == "hormoneviz: cancelled, nothing written"
    assert [file.name for file in place.rglob("*")] == ["there"]


@on_posix
def test_ctrl_c_ends_it_though_ffmpeg_hangs(scenario: Path, place: Path, tmp_path: Path, pretended) -> None:
    pretended(f"open({str(tmp_path / 'there')!r}, 'w').close(); time.sleep(600)")
    command = [sys.executable, "-m", "hormoneviz", "render", str(scenario), "--until", "20 min"]
    out = ["--size", "320x200", "--out", f"{place}/a.mp4"]
    with subprocess.Popen([*command, *out], stderr=subprocess.PIPE, text=True) as process:
        while not (tmp_path / "there").exists():
            time.sleep(0.05)
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert process.returncode == 130
    assert said.splitlines()[-1] == "hormoneviz: cancelled, nothing written"
    assert list(place.iterdir()) == []


@on_posix
@pytest.mark.parametrize("out", ["new/", "a.gif"])
def test_a_full_disk_is_told_and_nothing_is_left(out: str, scenario: Path, place: Path) -> None:
    """No file may grow beyond 20 kB: the system says so as it says that the disk is full."""
    if out == "a.gif":
        pytest.importorskip("PIL")
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); "
        "from hormoneviz.shell.commandline import run; sys.exit(run(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", limited, "render", str(scenario), *SHORT, "--out", f"{place}/{out}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"hormoneviz: cannot write {place}/{out}: File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(place.iterdir()) == []


@on_posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is protected from root")
@pytest.mark.parametrize("out", ["new/", "a.mp4"])
def test_a_protected_folder_is_told(
    out: str, scenario: Path, place: Path, pretended, capsys: pytest.CaptureFixture[str]
) -> None:
    pretended("sys.stdin.buffer.read()")
    place.chmod(0o500)
    assert film(scenario, f"{place}/{out}") == 1
    assert "Permission denied" in told(capsys)


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="there is no ffmpeg here")
@pytest.mark.parametrize("kind", [".mp4", ".webm"])
def test_the_real_ffmpeg_writes_a_film_that_it_can_read(kind: str, scenario: Path, place: Path) -> None:
    out = place / f"a{kind}"
    assert film(scenario, out) == 0
    back = ["ffmpeg", "-v", "error", "-i", str(out), "-f", "rawvideo", "-pix_fmt", "bgr0", "pipe:1"]
    frames = subprocess.run(back, capture_output=True, check=True).stdout
    assert len(frames) == 6 * FRAME
    told = ["ffmpeg", "-v", "error", "-i", str(out), "-f", "ffmetadata", "pipe:1"]
    assert "load = 0.4" in subprocess.run(told, capture_output=True, check=True).stdout.decode().replace(
        "\\", ""
    )


def test_frames_of_animations_together_last_as_long_as_the_film() -> None:
    thirty = Reel(Scenario(), Look.load(), QSize(320, 200), 0.0, 2.0, 1.0, 30)
    assert set(durations(thirty, 10)) == {30, 40}
    assert sum(durations(thirty, 10)) == pytest.approx(1000 * thirty.count / 30, abs=5)
    assert set(durations(thirty, 1)) == {33, 34}


@pytest.mark.parametrize("kind", [".gif", ".apng"])
def test_animations_have_every_frame_and_the_scenario(kind: str, scenario: Path, place: Path) -> None:
    image_module = pytest.importorskip("PIL.Image")
    out = place / f"a{kind}"
    assert film(scenario, out) == 0
    first = out.read_bytes()
    assert film(scenario, out) == 0
    assert out.read_bytes() == first
    assert [file.name for file in place.iterdir()] == [out.name]
    with image_module.open(out) as seen:
        assert (seen.n_frames, seen.size) == (6, (320, 200))
        comment = seen.info.get("comment", b"").decode()
    carried = scenario_in(out)[0] if kind == ".apng" else parse_scenario(comment, "")
    assert carried == parse_scenario(TEXT, "")


def test_frames_of_an_apng_are_those_of_the_film(scenario: Path, place: Path) -> None:
    image_module = pytest.importorskip("PIL.Image")
    assert film(scenario, place / "a.apng") == 0
    shoot = Shoot(reel(parse_scenario(TEXT, "")))
    with image_module.open(place / "a.apng") as seen:
        for number, painted in enumerate(shoot.pictures()):
            seen.seek(number)
            ours = image_module.frombytes("RGB", seen.size, bytes(painted.constBits()), "raw", "BGRX")
            assert seen.convert("RGB").tobytes() == ours.tobytes()


def test_animations_that_pillow_could_not_hold_are_refused(
    scenario: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("PIL")
    assert film(scenario, place / "a.gif", "--fps", "60") == 2
    assert "at most 50 frames a second" in told(capsys)
    assert film(scenario, place / "a.apng", "--size", "3840x2160", "--speed", "0.1") == 2
    assert "101 frames are 2.5 GB in memory" in told(capsys)


def test_no_pillow_is_told_before_any_work(
    scenario: Path, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    monkeypatch.setitem(sys.modules, "PIL.Image", None)
    monkeypatch.setattr("hormoneviz.shell.verbs.film.Shoot", None)
    assert film(scenario, place / "a.gif") == 2
    assert "pip install 'hormoneviz[film]'" in told(capsys)
    assert list(place.iterdir()) == []
