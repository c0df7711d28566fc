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

WITHOUT_QT = {"simulate", "scenarios", "parameters", "check", "-h", "--help", "--version"}
WITHOUT_WINDOW = {"render", "test"}


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
    command = arguments[0] if arguments else ""
    libraries: dict[str, str] = {}
    if command not in WITHOUT_QT:
        platform = None if command in WITHOUT_WINDOW else _window_platform()
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
