"""`hormoneviz check`: what is wrong with this installation, and how to mend it.

Each check looks at one thing and answers in Findings; a check that breaks is itself a finding. No window is
opened and no display is needed; what could abort the process runs in another one.
"""

import importlib.metadata
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, TypedDict, cast

from hormoneviz import __version__, resources
from hormoneviz.shell import system_libraries

PACKAGES = ("PySide6-Essentials", "pyqtgraph", "numpy", "scipy", "msgspec", "tomli-w")
SHIPPED = {
    "fonts": ".otf",
    "layouts": ".toml",
    "parameters": ".toml",
    "scenarios": ".toml",
    "themes": ".toml",
    "words": ".toml",
}
REINSTALL = "install HormoneViz again"


@dataclass(frozen=True)
class Finding:
    name: str
    state: Literal["ok", "warning", "problem"]
    found: str
    mend: str = ""


class Graphics(TypedDict):
    """What graphics_probe prints."""

    platform: str
    screens: list[tuple[int, int]]
    font: str


class QtFailed(Exception):
    """Qt did not start in the process that tried."""


def run_check(as_json: bool) -> int:
    """Print the report; 0 where nothing is a problem, else 1."""
    findings = report()
    print(json.dumps([asdict(finding) for finding in findings], indent=2) if as_json else _table(findings))
    return 1 if any(finding.state == "problem" for finding in findings) else 0


def report() -> list[Finding]:
    return [finding for check in CHECKS for finding in _answers(check)]


def versions() -> Iterator[Finding]:
    yield Finding("HormoneViz", "ok", f"{__version__} in {Path(resources.__file__).parent}")
    yield Finding("Python", "ok", f"{platform.python_version()} on {platform.platform()}")
    for package in PACKAGES:
        try:
            yield Finding(package, "ok", importlib.metadata.version(package))
        except importlib.metadata.PackageNotFoundError:
            yield Finding(package, "problem", "not installed", REINSTALL)


def references() -> Iterator[Finding]:
    """PySide6 6.12.0 on Python 3.11 loses a reference to None per call and aborts after some thousands."""
    if drops_none():
        mend = 'pip install "PySide6-Essentials>=6.11,<6.12", or use Python 3.12 or newer'
        yield Finding("PySide6 and Python", "problem", "this pair aborts after a few seconds", mend)
    else:
        yield Finding("PySide6 and Python", "ok", "fit together")


def drops_none() -> bool:
    from PySide6.QtCore import QRectF  # here, because a missing system library must end as a finding

    rectangle, before = QRectF(), sys.getrefcount(None)
    for _ in range(500):
        rectangle.setWidth(3)
    return sys.getrefcount(None) < before - 100


def libraries() -> Iterator[Finding]:
    missing = system_libraries.missing(system_libraries.window_platform(os.environ))
    if missing:
        yield Finding(
            "System libraries", "problem", f"no {', '.join(missing)}", system_libraries.advice(missing)
        )
    else:
        yield Finding("System libraries", "ok", "all found")


def window() -> Iterator[Finding]:
    wanted = system_libraries.window_platform(os.environ)
    if wanted is None:
        yield Finding("Window", "warning", "no display", system_libraries.NO_DISPLAY)
        return
    try:
        found = _probe(dict(os.environ))
    except QtFailed as error:
        mend = "see whether DISPLAY, WAYLAND_DISPLAY and QT_QPA_PLATFORM say what you mean"
        yield Finding("Window", "problem", str(error), mend)
        return
    screens = ", ".join(f"{width}x{height}" for width, height in found["screens"])
    yield Finding("Window", "ok", f"{found['platform']}, screen {screens}")


def font() -> Iterator[Finding]:
    found = _probe({**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    yield Finding("Font", "ok", found["font"])


def shipped_files() -> Iterator[Finding]:
    for folder, suffix in SHIPPED.items():
        count = len(resources.names(folder, suffix))
        state: Literal["ok", "problem"] = "ok" if count else "problem"
        yield Finding(f"Resources: {folder}", state, f"{count} found", "" if count else REINSTALL)


def scenarios() -> Iterator[Finding]:
    from hormoneviz.exchange.scenario_file import read_scenario  # here, as it needs msgspec and numpy

    for name in resources.names("scenarios", ".toml"):
        try:
            read_scenario(resources.path(name))
        except Exception as error:  # whatever is wrong with it, the other files are still looked at
            yield Finding(name, "problem", str(error), REINSTALL)


def folders() -> Iterator[Finding]:
    from PySide6.QtCore import QStandardPaths

    kinds = QStandardPaths.StandardLocation
    for name, kind in {"settings": kinds.GenericConfigLocation, "documents": kinds.DocumentsLocation}.items():
        folder = Path(QStandardPaths.writableLocation(kind))
        if _can_be_written(folder):
            yield Finding(f"Folder for {name}", "ok", str(folder))
        else:
            mend = "allow yourself to write there; until then nothing is remembered or saved there"
            yield Finding(f"Folder for {name}", "warning", f"{folder} cannot be written", mend)


CHECKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    versions,
    libraries,
    references,
    window,
    font,
    shipped_files,
    scenarios,
    folders,
)


def _answers(check: Callable[[], Iterator[Finding]]) -> list[Finding]:
    try:
        return list(check())
    except Exception as error:  # a broken installation breaks in unforeseen ways; the report must still come
        name = check.__name__.replace("_", " ").capitalize()
        return [Finding(name, "problem", f"{type(error).__name__}: {error}", REINSTALL)]


def _probe(environment: dict[str, str]) -> Graphics:
    environment["PYTHONPATH"] = str(Path(resources.__file__).parent.parent)
    command = [sys.executable, "-P", "-m", "hormoneviz.shell.graphics_probe"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"Qt did not start (status {done.returncode})"]
        # Qt names the true cause first and guesses afterwards; Python names it last.
        raise QtFailed(said[-1] if said[0].startswith("Traceback") else said[0])
    return cast("Graphics", json.loads(done.stdout))


def _can_be_written(folder: Path) -> bool:
    existing = next(place for place in (folder, *folder.parents) if place.exists())
    return existing.is_dir() and os.access(existing, os.W_OK)


def _table(findings: list[Finding]) -> str:
    wide = max(len(finding.name) for finding in findings)
    rows = []
    for finding in findings:
        rows.append(f"{finding.state:<8} {finding.name:<{wide}}  {finding.found}")
        if finding.mend:
            rows.append(f"{'':<8} {'':<{wide}}  -> {finding.mend}")
    return "\n".join(rows)
