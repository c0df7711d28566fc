"""What `start.py test` runs: style, types, floors, tests. All of them, also after one has failed."""

import subprocess
import time
from collections.abc import Sequence

from environment import ROOT, Environment, our_environment, with_checkout

FLOORS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
CHECKS = {
    "ruff check": ["-m", "ruff", "check", "--quiet"],
    "ruff format": ["-m", "ruff", "format", "--check", "--quiet"],
    "mypy --strict": ["-m", "mypy", "--no-error-summary"],
    "import-linter": ["-c", FLOORS],
    "pytest": ["-m", "pytest", "-n", "auto", "--maxprocesses", "4"],
}


def run(pytest_arguments: Sequence[str]) -> int:
    environment = our_environment()
    environment.prepare("runtime.txt", "test.txt")
    failed = [name for name in CHECKS if not _passes(environment, name, pytest_arguments)]
    print(f"FAILED: {', '.join(failed)}" if failed else f"All {len(CHECKS)} checks passed.", flush=True)
    return 1 if failed else 0


def _passes(environment: Environment, name: str, pytest_arguments: Sequence[str]) -> bool:
    """Run one check and print its line; a quiet check that passes prints nothing else."""
    command = [str(environment.python), *CHECKS[name], *(pytest_arguments if name == "pytest" else ())]
    quiet = name != "pytest"
    start = time.monotonic()
    done = subprocess.run(
        command, cwd=ROOT, env=with_checkout(), text=True, stdout=subprocess.PIPE if quiet else None
    )
    if quiet and done.returncode:
        print(done.stdout)
    print(f"{name:<14} {'FAILED' if done.returncode else 'ok'}  {time.monotonic() - start:.1f} s", flush=True)
    return done.returncode == 0
