"""A film as .mp4 or .webm, through the user's own ffmpeg, which is no part of this program."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from PySide6.QtGui import QImage

from hormoneviz.exchange.errors import BadInput, OutputFailed
from hormoneviz.exchange.files import whole_file
from hormoneviz.shell.film.reel import Reel, Shoot
from hormoneviz.shell.film.writing import Add, Wanted

# No encoder is named: ffmpeg takes its best for the kind (H.264 and VP9 in the usual builds), and one built
# without x264 still writes a film. What an encoder does not know of these it passes over.
ENCODING = {
    ".mp4": ("-preset", "veryfast", "-crf", "18", "-movflags", "+faststart", "-f", "mp4"),
    ".webm": (
        *("-deadline", "realtime", "-cpu-used", "6", "-row-mt", "1"),
        *(
            "-crf",
            "30",
            "-b:v",
            "0",
            "-fflags",
            "+bitexact",
            "-f",
            "webm",
        ),  # else a number by chance is in it
    ),
}
COLOURS = ("-vf", "scale=out_color_matrix=bt709:out_range=tv", "-pix_fmt", "yuv420p", "-colorspace", "bt709")
"""half the colours of the picture, as every player expects; what sRGB means is said rather than guessed"""
PIXELS = "bgr0" if sys.byteorder == "little" else "0rgb"
"""how 32 bits of Qt lie in memory"""
_APART: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) | getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""what Windows calls a session of its own; elsewhere there are no such flags"""
READERS = {".mp4": "mov", ".webm": "matroska"}
"""what ffmpeg is told that a file is: left to guess, it would take a list of web addresses for a film"""
PATIENCE = 30
"""s until a film that cannot be read is given up"""
_COMMENT = re.compile(r"^comment=((?:\\.|[^\\\n])*)", re.DOTALL | re.MULTILINE | re.IGNORECASE)
"""in ffmpeg's own text of metadata, which has a stroke before each sign that means something"""
TOLD = 3
"""lines of ffmpeg's own words at most"""


def is_there() -> bool:
    """Whether the user has ffmpeg."""
    return shutil.which("ffmpeg") is not None


def check(out: str, reel: Reel) -> None:
    """Raises BadInput where ffmpeg is not there, or could not write such a film."""
    program(out)
    if reel.size.width() % 2 or reel.size.height() % 2:
        raise BadInput(f"{Path(out).suffix} takes even numbers of pixels", file="--size")


@contextmanager
def through_ffmpeg(out: str, shoot: Shoot) -> Iterator[Add]:
    """Write the film through ffmpeg.

    Raises:
        BadInput: there is no ffmpeg.
        GivenUp: nobody wants it any more.
        OutputFailed: the file cannot be written, or ffmpeg failed: its own words.
    """
    with whole_file(out) as part, TemporaryFile() as said:
        process = _started(out, part, shoot.reel, said)
        shoot.wanted.when_given_up(process.kill)
        try:
            yield partial(_pass_on, process, said, out, shoot.wanted)
            with contextlib.suppress(OSError):  # it ended early: its status tells
                _stdin(process).close()
            if process.wait():
                shoot.wanted.check()
                raise _failure(said, out)
        finally:
            process.kill()
            process.wait()
            with contextlib.suppress(OSError):
                _stdin(process).close()


def comment(path: Path) -> str:
    """What a film says of itself, as its user's ffmpeg reads it; empty where it says nothing.

    Raises:
        BadInput: there is no ffmpeg, or it cannot read that: its own words.
    """
    if not is_there():
        raise BadInput("a film is opened by ffmpeg, which was not found on this computer", file=str(path))
    command = [
        *(program(""), "-hide_banner", "-loglevel", "error", "-nostdin", "-protocol_whitelist", "file"),
        *("-f", READERS[path.suffix.lower()], "-i", f"file:{path.resolve()}", "-f", "ffmetadata", "pipe:1"),
    ]
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=PATIENCE, check=False, creationflags=_APART
        )
    except subprocess.TimeoutExpired:
        raise BadInput(f"ffmpeg has not read it in {PATIENCE} s", file=str(path)) from None
    except OSError as error:
        raise BadInput(f"ffmpeg does not start: {error.strerror or error}", file=str(path)) from error
    if done.returncode:
        raise BadInput(f"ffmpeg: {_last_words(done.stderr)}", file=str(path))
    found = _COMMENT.search(done.stdout.decode("utf-8", "replace"))
    return re.sub(r"\\(.)", r"\1", found[1], flags=re.DOTALL) if found else ""


def program(out: str) -> str:
    """Where ffmpeg is; BadInput where there is none."""
    found = shutil.which("ffmpeg")
    if found is None:
        raise BadInput(
            "this needs ffmpeg, which is not on the PATH: install it, or write pictures to a folder/",
            file=f"--out {out}",
        )
    return found


def _started(out: str, part: Path, reel: Reel, said: IO[bytes]) -> subprocess.Popen[bytes]:
    size = f"{reel.size.width()}x{reel.size.height()}"
    command = [
        *(program(out), "-hide_banner", "-loglevel", "error", "-nostdin", "-y"),
        *("-f", "rawvideo", "-pixel_format", PIXELS, "-video_size", size, "-framerate", str(reel.fps)),
        *("-i", "pipe:0", "-an", *COLOURS),
        *("-metadata", f"title={reel.scenario.name}", "-metadata", f"comment={reel.note}"),
        *(*ENCODING[Path(out).suffix.lower()], str(part)),
    ]
    # Ctrl+C is meant for us: ffmpeg, hearing it too, would finish a film that nobody wants.
    try:
        return subprocess.Popen(
            *(command,),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=said,
            start_new_session=True,
            creationflags=_APART,
        )
    except OSError as error:
        raise OutputFailed(f"cannot write {out}: ffmpeg does not start: {error.strerror or error}") from error


def _pass_on(
    process: subprocess.Popen[bytes], said: IO[bytes], out: str, wanted: Wanted, image: QImage
) -> None:
    try:
        _stdin(process).write(image.constBits())
    except OSError:
        process.wait()
        wanted.check()
        raise _failure(said, out) from None


def _stdin(process: subprocess.Popen[bytes]) -> IO[bytes]:
    assert process.stdin is not None
    return process.stdin


def _failure(said: IO[bytes], out: str) -> OutputFailed:
    said.seek(0)
    return OutputFailed(f"cannot write {out}: ffmpeg: {_last_words(said.read())}")


def _last_words(said: bytes) -> str:
    lines = [line.strip() for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    return "; ".join(lines[-TOLD:]) or "it ended without a word"
