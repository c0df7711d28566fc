"""The virtual environment that start.py makes for itself, from hashed locks, once.

A stamp inside it lists what is completely installed. It is emptied before each step and written after, so
that an environment interrupted half-made is seen and built anew. One without a stamp belongs to somebody else
and is left alone.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "packaging" / "requirements"
_WHAT = {
    "runtime.txt": "Installing Qt, numpy and scipy (about 150 MB, once) ...",
    "test.txt": "Installing the test tools (about 50 MB, once) ...",
}


class SetupError(Exception):
    """What keeps the program from starting, as one line for the person who started it."""


@dataclass(frozen=True)
class Environment:
    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        return self.folder / "installed-by-start.txt"

    def is_free_or_ours(self) -> bool:
        return not self.folder.exists() or self.stamp.exists()

    def prepare(self, *locks: str) -> None:
        """Have every one of `locks` installed; the first is the one the environment stands or falls with."""
        done = self.stamp.read_text().split() if self.stamp.exists() and self.python.exists() else []
        if fingerprint(locks[0]) not in done:
            self._create()
            done = []
        for lock in locks:
            if fingerprint(lock) not in done:
                self.stamp.write_text("")
                self._install(lock)
                done = [*done, fingerprint(lock)]
                self.stamp.write_text("\n".join(done))

    def _create(self) -> None:
        _say(f"Making a virtual environment in {self.folder} ...")
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.stamp.write_text("")
        try:
            venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(self.folder)
        except subprocess.CalledProcessError as error:
            raise SetupError(f"Python could not make a virtual environment: {error}") from error

    def _install(self, lock: str) -> None:
        _say(_WHAT[lock])
        pip = [str(self.python), "-m", "pip", "--disable-pip-version-check", "install", "--no-deps"]
        exact = ["--require-hashes", "--only-binary=:all:", "-r", str(LOCKS / lock)]
        # Standard output belongs to the program: `simulate --out -` may be in a pipe.
        if subprocess.run([*pip, *exact], stdout=2).returncode:
            raise SetupError("The installation failed; pip's message above says why. Is there a network?")


def our_environment() -> Environment:
    """`.venv` in the checkout, or a second choice where that one is somebody else's."""
    first = Environment(ROOT / ".venv")
    return first if first.is_free_or_ours() else Environment(ROOT / "build" / "venv")


def fingerprint(lock: str) -> str:
    """Changes with the lock and with the Python that would be used."""
    return hashlib.sha256((LOCKS / lock).read_bytes() + sys.version.encode()).hexdigest()


def with_checkout() -> dict[str, str]:
    """Environment variables under which this checkout is imported, from any working directory."""
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
