"""From the words after start.py to a running program: looks what is missing, prepares, then hands over."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Sequence

import checks
from environment import ROOT, SetupError, our_environment, with_checkout

sys.path.insert(0, str(ROOT))
from hormoneviz.shell import system_libraries  # standard library only, shared with `hormoneviz check`

WITHOUT_QT = {
    *("simulate", "sensitivity", "export", "claims", "scenarios", "parameters", "check"),
    *("-h", "--help", "--version", "--list", "--check", "--page"),
}
WITHOUT_WINDOW = {"render", "test", "--handout"}
LECTURE = "lecture"
"""the one verb that opens windows or not as its options say"""


def main(arguments: Sequence[str]) -> int:
    try:
        look_before_leaping(arguments)
        if arguments[:1] == ["test"]:
            return checks.run(arguments[1:])
        environment = our_environment()
        environment.prepare("runtime.txt")
        return hand_over([str(environment.python), "-P", "-m", "hormoneviz", *arguments])
    except (SetupError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def look_before_leaping(arguments: Sequence[str]) -> None:
    """Say everything that this machine lacks in one line, before 150 MB are fetched in vain."""
    words = set(arguments if arguments[:1] == [LECTURE] else arguments[:1])
    libraries: dict[str, str] = {}
    if not words & WITHOUT_QT:
        platform = None if words & WITHOUT_WINDOW else _window_platform()
        libraries = system_libraries.missing(platform)
    python_packages = [] if importlib.util.find_spec("ensurepip") else [_venv_package()]
    if libraries or python_packages:
        raise SetupError(
            "Something is missing; to mend it:  " + system_libraries.advice(libraries, *python_packages)
        )


def hand_over(command: list[str]) -> int:
    """Become the program, so that signals and exit status are its own; where that cannot be, wait for it."""
    if os.name == "posix":
        os.execve(command[0], command, with_checkout())
    return subprocess.run(command, env=with_checkout()).returncode


def _window_platform() -> str:
    platform = system_libraries.window_platform(os.environ)
    if platform is None:
        raise SetupError(system_libraries.NO_DISPLAY)
    return platform


def _venv_package() -> str:
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
