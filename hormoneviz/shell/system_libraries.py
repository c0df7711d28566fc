"""Which Linux system libraries Qt needs and does not find, and the one line that installs them.

The PySide6 wheel does not carry them. Qt names the first one missing, or, for a window, always the same wrong
one. Standard library only: packaging/start.py asks here before anything is installed.
"""

import ctypes
import shutil
import sys
from collections.abc import Mapping

# What is loaded -> the Debian and Ubuntu package that holds it.
TO_LOAD_QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
    "libzstd.so.1": "libzstd1",
    "libz.so.1": "zlib1g",
    "libstdc++.so.6": "libstdc++6",
}
FOR_A_WINDOW = {
    "xcb": {
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxcb.so.1": "libxcb1",
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    },
    "wayland": {
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
    },
}
NO_DISPLAY = (
    "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set); "
    "start HormoneViz from a desktop, or use a command without a window: simulate, render, scenarios, check."
)


def window_platform(environment: Mapping[str, str]) -> str | None:
    """The Qt platform a window would open on, as Qt chooses it; None on a Linux without a display."""
    if chosen := environment.get("QT_QPA_PLATFORM"):
        return chosen.replace(";", ":").split(":")[0]
    if not sys.platform.startswith("linux"):
        return "native"
    x11, wayland = environment.get("DISPLAY"), environment.get("WAYLAND_DISPLAY")
    if wayland and (not x11 or environment.get("XDG_SESSION_TYPE") == "wayland"):
        return "wayland"
    return "xcb" if x11 else None


def missing(platform: str | None = None) -> dict[str, str]:
    """What cannot be loaded, each with its Debian package; with a `platform`, also what its window needs."""
    if not sys.platform.startswith("linux"):
        return {}
    needed = TO_LOAD_QT | FOR_A_WINDOW.get(platform or "", {})
    return {library: package for library, package in needed.items() if not _loads(library)}


def advice(libraries: Mapping[str, str], *also: str) -> str:
    """One line that mends it all: what to install for `libraries`, and the packages of `also` with them."""
    if shutil.which("apt"):
        return f"sudo apt install {' '.join(dict.fromkeys([*also, *libraries.values()]))}"
    return f"install what provides {', '.join([*also, *libraries])}"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
