"""Writing a file or a folder whole or not at all: a failure half-way leaves what stood there before."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hormoneviz.exchange.errors import OutputFailed


def write_whole(path: Path | str, data: bytes | str) -> None:
    """Write `data` (text as UTF-8) to `path`, replacing what stands there only once everything is written.

    Raises:
        OutputFailed: the folder is missing, writing is not allowed, the disk is full; an old file is
        untouched.
    """
    with whole_file(path) as neighbour:
        neighbour.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)


@contextmanager
def whole_file(path: Path | str) -> Iterator[Path]:
    """An empty file beside `path` to be written by the block; at its end it takes the place of `path`, and if
    the block raises (Ctrl+C too) it goes away.

    Raises:
        OutputFailed: as `write_whole`; already at the start where the folder does not take files.
    """
    # A link is followed: what it points to is replaced, not the link.
    target = Path(path).resolve()
    # The neighbour lies in the same folder, so that the last step is one rename within one file system.
    neighbour = target.with_name(_part())
    with _told(path):
        if reason := _obstacle(target):
            raise OutputFailed(f"cannot write {path}: {reason}")
        try:
            neighbour.open("xb").close()
            yield neighbour
            with neighbour.open("rb+") as file:
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, neighbour)
            neighbour.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                neighbour.unlink()
            raise


@contextmanager
def whole_folder(path: Path | str) -> Iterator[Path]:
    """The same for a folder that does not exist yet or is empty: an empty one to be filled with files.

    Raises:
        OutputFailed: something else stands there, the folder above is missing, writing is not allowed, the
        disk is full; what was written is gone.
    """
    target = Path(path).resolve()
    with _told(path):
        if reason := _obstacle_to_folder(target):
            raise OutputFailed(f"cannot write {path}: {reason}")
        # A folder that is there stays the same one: it may be a mount, or where a terminal stands.
        there = target.is_dir()
        part = (target if there else target.parent) / _part()
        try:
            part.mkdir()
            yield part
            if there:
                _move_up(part)
            else:
                part.rename(target)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise


@contextmanager
def _told(path: Path | str) -> Iterator[None]:
    """What the system has against writing, in one line."""
    try:
        yield
    except OSError as error:
        raise OutputFailed(f"cannot write {path}: {error.strerror or error}") from error


def _part() -> str:
    return f".{secrets.token_hex(8)}.part"


def _obstacle(target: Path) -> str:
    """Why `target` cannot or should not be replaced; empty where nothing speaks against it."""
    if target.is_dir():
        return "it is a folder"
    if target.exists() and not target.is_file():
        return "it is not an ordinary file"
    if target.exists() and not os.access(target, os.W_OK):
        return "it is write-protected"
    if not target.parent.is_dir():
        return f"there is no folder {target.parent}"
    return ""


def _obstacle_to_folder(target: Path) -> str:
    """Why no folder can be made of `target`, or why that should not be."""
    if target.is_dir():
        return "that folder is not empty" if any(target.iterdir()) else ""
    if target.exists():
        return "it is no folder"
    return "" if target.parent.is_dir() else f"there is no folder {target.parent}"


def _move_up(part: Path) -> None:
    """Put everything in a folder into the one above it, and be rid of it; all or nothing."""
    moved: list[Path] = []
    try:
        for file in sorted(part.iterdir()):
            moved.append(file.rename(part.parent / file.name))
        part.rmdir()
    except BaseException:
        for file in moved:
            with contextlib.suppress(OSError):
                file.unlink()
        raise
