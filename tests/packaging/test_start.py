"""start.py: what it says where something is missing; that it sets itself up once and mends itself."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import checks
import environment
import launcher
from environment import Environment, SetupError
from hormoneviz.shell import system_libraries

PACKAGING = Path(environment.__file__).parent


@pytest.fixture
def installs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes the names of creations and installs and does nothing else but make a file for the interpreter."""
    noted: list[str] = []

    def create(ours: Environment) -> None:
        noted.append("create")
        ours.python.parent.mkdir(parents=True, exist_ok=True)
        ours.python.touch()

    monkeypatch.setattr(Environment, "_create", create)
    monkeypatch.setattr(Environment, "_install", lambda ours, lock: noted.append(lock))
    return noted


def test_the_second_start_installs_nothing(tmp_path: Path, installs: list[str]) -> None:
    Environment(tmp_path).prepare("runtime.txt")
    Environment(tmp_path).prepare("runtime.txt")
    assert installs == ["create", "runtime.txt"]


def test_the_tests_add_to_what_is_there(tmp_path: Path, installs: list[str]) -> None:
    Environment(tmp_path).prepare("runtime.txt")
    Environment(tmp_path).prepare("runtime.txt", "test.txt")
    Environment(tmp_path).prepare("runtime.txt")
    assert installs == ["create", "runtime.txt", "test.txt"]


def test_an_interrupted_installation_is_built_anew(
    tmp_path: Path, installs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(ours: Environment, lock: str) -> None:
        raise KeyboardInterrupt

    Environment(tmp_path).prepare("runtime.txt")
    with monkeypatch.context() as patched:
        patched.setattr(Environment, "_install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            Environment(tmp_path).prepare("runtime.txt", "test.txt")
    Environment(tmp_path).prepare("runtime.txt")
    assert installs == ["create", "runtime.txt", "create", "runtime.txt"]


def test_a_changed_lock_is_installed(
    tmp_path: Path, installs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Environment(tmp_path).prepare("runtime.txt")
    monkeypatch.setattr(environment, "fingerprint", lambda lock: f"new {lock}".replace(" ", "-"))
    Environment(tmp_path).prepare("runtime.txt")
    assert installs == ["create", "runtime.txt", "create", "runtime.txt"]


def test_somebody_elses_environment_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    assert environment.our_environment().folder == tmp_path / ".venv"
    (tmp_path / ".venv").mkdir()
    assert environment.our_environment().folder == tmp_path / "build" / "venv"


def test_everything_missing_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        system_libraries, "missing", lambda platform: {"libGL.so.1": "libgl1", "libX": "libx"}
    )
    monkeypatch.setattr(launcher.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(system_libraries.shutil, "which", lambda name: "/usr/bin/apt")
    with pytest.raises(SetupError) as told:
        launcher.look_before_leaping(["render"])
    (line,) = str(told.value).splitlines()
    venv = f"python3.{sys.version_info.minor}-venv"
    assert line.endswith(f"sudo apt install {venv} libgl1 libx")


def test_commands_without_qt_need_no_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "missing", lambda platform: {"libGL.so.1": "libgl1"})
    launcher.look_before_leaping(["simulate", "meal.toml"])
    launcher.look_before_leaping(["check"])
    launcher.look_before_leaping(["lecture", "--check", "mine.toml"])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
@pytest.mark.parametrize(
    ("arguments", "needs_a_display"),
    [
        ([], True),
        (["my.toml"], True),
        (["render"], False),
        (["lecture", "01-the-door"], True),
        (["lecture", "--list"], False),
        (["lecture", "01-the-door", "--handout", "door.pdf"], False),
    ],
)
def test_without_a_display_only_a_window_is_refused(
    arguments: list[str], needs_a_display: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    if needs_a_display:
        with pytest.raises(SetupError, match="no display"):
            launcher.look_before_leaping(arguments)
    else:
        launcher.look_before_leaping(arguments)


def test_an_old_python_gets_an_answer_and_no_syntax_error() -> None:
    """Down to the oldest grammar that ast still knows; the modules it imports may be newer."""
    ast.parse((PACKAGING / "start.py").read_text(), feature_version=(3, 4))


@pytest.mark.parametrize("name", ["runtime.txt", "test.txt"])
def test_locks_pin_hashes_and_name_no_place(name: str) -> None:
    lock = (PACKAGING / "requirements" / name).read_text()
    assert "://" not in lock
    assert "index-url" not in lock
    pins = lock.replace("\\\n", "").splitlines()
    assert all("==" in pin and "--hash=sha256:" in pin for pin in pins)


def test_the_test_lock_only_adds_to_the_runtime_lock() -> None:
    runtime, test = ((PACKAGING / "requirements" / name).read_text() for name in ("runtime.txt", "test.txt"))
    assert set(runtime.splitlines()) <= set(test.splitlines())


def test_every_check_runs_even_after_one_failed(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    ours = Environment(Path(sys.prefix))
    monkeypatch.setattr(Environment, "prepare", lambda ours, *locks: None)
    monkeypatch.setattr(checks, "our_environment", lambda: ours)
    monkeypatch.setattr(
        checks, "CHECKS", {"bad": ["-c", "print('why'); exit(3)"], "pytest": ["-c", "print('ran')"]}
    )
    assert checks.run([]) == 1
    said = capfd.readouterr().out
    assert "why" in said
    assert "ran" in said
    assert said.splitlines()[-1] == "FAILED: bad"


def test_the_program_is_found_from_any_folder(tmp_path: Path) -> None:
    where = "import hormoneviz; print(hormoneviz.__file__)"
    command = [sys.executable, "-P", "-c", where]
    variables = environment.with_checkout()
    done = subprocess.run(command, cwd=tmp_path, env=variables, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).parent.parent == environment.ROOT
