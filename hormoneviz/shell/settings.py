"""What the program remembers between two starts: where the window stood, theme, size of text."""

from __future__ import annotations

from math import isnan

from PySide6.QtCore import QByteArray, QSettings

TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


class Remembered:
    """A typed door to QSettings; a value that was damaged reads as the default."""

    def __init__(self) -> None:
        self._store = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "HormoneViz", "HormoneViz"
        )

    @property
    def theme(self) -> str:
        """Name of the theme."""
        return str(self._store.value("theme", "light"))

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def text_scale(self) -> float | None:
        """Size of all text, 1.0 to 2.0; None if nobody has chosen one yet."""
        try:
            chosen = float(str(self._store.value("text_scale")))
        except ValueError:
            return None
        return None if isnan(chosen) else min(max(chosen, TEXT_SCALES[0]), TEXT_SCALES[-1])

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self._store.setValue("text_scale", scale)

    @property
    def tabs(self) -> list[int]:
        """Which tab was in front, wherever panels share a place."""
        found = str(self._store.value("tabs", "")).split()
        return [int(number) for number in found if number.isdecimal()]

    @tabs.setter
    def tabs(self, front: list[int]) -> None:
        self._store.setValue("tabs", " ".join(map(str, front)))

    def layout(self, name: str) -> QByteArray:
        """A saved geometry or splitter state; empty where there is none."""
        value = self._store.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_layout(self, name: str, state: QByteArray) -> None:
        """Keep a geometry or splitter state."""
        self._store.setValue(f"layout/{name}", state)
