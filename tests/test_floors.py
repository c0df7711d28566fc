"""The house rules that a person would forget: floors, sizes, docstrings, no modes asked for, no network."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from checks import CHECKS

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "hormoneviz").rglob("*.py"))
LINES_IN_A_FILE = 250
LINES_IN_A_FUNCTION = 40

# Files ("views/x.py") and functions ("views/x.py:name") allowed to be longer. It may only shrink.
TOO_LONG_FOR_NOW: set[str] = set()

NETWORK = {"socket", "ssl", "urllib", "http", "ftplib", "smtplib", "asyncio", "requests", "PySide6.QtNetwork"}
ASKS_FOR_THE_MODE = re.compile(r"\b(if|elif|while|match)\b.*\bmode(\.name)?\s*(==|!=|:| in\b| is\b)")


def test_each_floor_imports_only_downwards() -> None:
    command = [sys.executable, *CHECKS["import-linter"]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_files_and_functions_stay_short() -> None:
    assert {name for name, length, limit in _lengths() if length > limit} == TOO_LONG_FOR_NOW


def test_every_file_says_what_it_is_for() -> None:
    assert [_name(file) for file in FILES if not ast.get_docstring(_tree(file))] == []


def test_nobody_asks_which_mode_it_is() -> None:
    assert [_name(file) for file in FILES if ASKS_FOR_THE_MODE.search(file.read_text("utf-8"))] == []


def test_the_program_never_uses_the_network() -> None:
    assert [_name(file) for file in FILES if any(_is_network(name) for name in _imported(_tree(file)))] == []


def _name(file: Path) -> str:
    return file.relative_to(ROOT / "hormoneviz").as_posix()


def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def _lengths() -> Iterator[tuple[str, int, int]]:
    """Name, length and limit of every file and of every function in it."""
    for file in FILES:
        yield _name(file), len(file.read_text("utf-8").splitlines()), LINES_IN_A_FILE
        for node in ast.walk(_tree(file)):
            if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
                yield f"{_name(file)}:{node.name}", node.end_lineno - node.lineno + 1, LINES_IN_A_FUNCTION


def _imported(tree: ast.Module) -> Iterator[str]:
    """Dotted names of all imports; `from PySide6 import QtNetwork` counts as PySide6.QtNetwork."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _is_network(name: str) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in NETWORK)
