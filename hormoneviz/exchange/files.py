"""Writing a file whole or not at all: a failure half-way leaves what stood there before."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from pathlib import Path

from hormoneviz.exchange.errors import OutputFailed


def write_whole(path: Path | str, data: bytes | str) -> None:
    """Write `data` (text as UTF-8) to `path`, replacing what stands there only once everything is written.

    Raises:
        OutputFailed: the folder is missing, writing is not allowed, the disk is full; an old file is
        untouched.
    """
    content = data.encode("utf-8") if isinstance(data, str) else data
    # A link is followed: what it points to is replaced, not the link.
    target = Path(path).resolve()
    if reason := _obstacle(target):
        raise OutputFailed(f"cannot write {path}: {reason}")
    try:
        _replace(target, content)
    except OSError as error:
        raise OutputFailed(f"cannot write {path}: {error.strerror or error}") from error


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


def _replace(target: Path, content: bytes) -> None:
    # The neighbour lies in the same folder, so that the last step is one rename within one file system.
    neighbour = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with neighbour.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, neighbour)
        neighbour.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            neighbour.unlink()
        raise
