"""Starts Qt, says what it found, and ends: `hormoneviz check` runs this in a process of its own.

A Qt that cannot start does not raise, it aborts the process; so it must not be the one that reports.
"""

import json

from PySide6.QtGui import QGuiApplication

from hormoneviz.look import fonts


def main() -> None:
    application = QGuiApplication(["hormoneviz"])
    sizes = [screen.size().toTuple() for screen in application.screens()]
    found = {"platform": application.platformName(), "screens": sizes, "font": fonts.install()}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
