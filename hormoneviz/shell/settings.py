"""What the program remembers between two starts: where the window stood, and how things are to look."""

from __future__ import annotations

from dataclasses import fields
from math import isnan
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from hormoneviz.look.theme import themes
from hormoneviz.look.units import GLUCOSE_UNITS, GlucoseUnit
from hormoneviz.look.words import LEVELS, Level
from hormoneviz.shell.taste import SYSTEM, WAYS, Taste

TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


MOST_RECENT = 8


class Remembered:
    """A typed door to QSettings; a value that was damaged reads as the default."""

    def __init__(self, layouts: str = "") -> None:
        """`layouts` sets those of one kind of window apart from all others'."""
        self._layouts = f"layout/{layouts}/" if layouts else "layout/"
        self._store = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "HormoneViz", "HormoneViz"
        )

    @property
    def theme(self) -> str:
        """Name of the theme; empty to follow the system."""
        name = self._text("theme")
        return name if name in themes() else SYSTEM

    @property
    def text_scale(self) -> float | None:
        """Size of all text, 1.0 to 2.0; None if nobody has chosen one yet."""
        try:
            chosen = float(self._text("text_scale"))
        except ValueError:
            return None
        return None if isnan(chosen) else min(max(chosen, TEXT_SCALES[0]), TEXT_SCALES[-1])

    @property
    def level(self) -> Level:
        """How deep the words go."""
        name = self._text("level")
        return next((level for level in LEVELS if level == name), "mechanism")

    @property
    def glucose_unit(self) -> GlucoseUnit:
        """The unit in which glucose is told."""
        name = self._text("glucose_unit")
        return next((unit for unit in GLUCOSE_UNITS if unit == name), "mmol/L")

    def taste(self, text_scale: float) -> Taste:
        """All of these, and what was said yes to; `text_scale` is for a first start."""
        ways = {way: self._text(way) == "true" for way in WAYS}
        return Taste(self.theme, self.text_scale or text_scale, self.level, self.glucose_unit, **ways)

    def keep(self, taste: Taste, before: Taste) -> None:
        """Remember what differs from before: what the command line asked for was for once."""
        for each in fields(Taste):
            value = getattr(taste, each.name)
            if value != getattr(before, each.name):
                self._store.setValue(each.name, str(value).lower() if isinstance(value, bool) else value)

    @property
    def tabs(self) -> list[int]:
        """Which tab was in front, wherever panels share a place."""
        found = self._text("tabs").split()
        return [int(number) for number in found if number.isdecimal()]

    @tabs.setter
    def tabs(self, front: list[int]) -> None:
        self._store.setValue("tabs", " ".join(map(str, front)))

    def choice(self, name: str) -> str:
        """What a panel of that name showed, as it told."""
        return self._text(f"shown/{name}")

    def set_choice(self, name: str, choice: str) -> None:
        """Keep what a panel shows."""
        self._store.setValue(f"shown/{name}", choice)

    @property
    def toured(self) -> bool:
        """Whether the tour has been offered."""
        return self._text("toured") == "true"

    @toured.setter
    def toured(self, done: bool) -> None:
        self._store.setValue("toured", str(done).lower())

    @property
    def recent(self) -> list[Path]:
        """The files that were opened or saved last, the last one first; those that are gone are left out."""
        found = self._store.value("recent", [])
        names = found if isinstance(found, list) else [found]
        return [path for path in map(Path, map(str, names)) if path.is_file()]

    def opened(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        others = [other for other in self.recent if other != path.absolute()]
        self._store.setValue("recent", [str(p) for p in (path.absolute(), *others)][:MOST_RECENT])

    def layout(self, name: str) -> QByteArray:
        """A saved geometry or splitter state; empty where there is none."""
        value = self._store.value(f"{self._layouts}{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_layout(self, name: str, state: QByteArray) -> None:
        """Keep a geometry or splitter state."""
        self._store.setValue(f"{self._layouts}{name}", state)

    def _text(self, key: str) -> str:
        return str(self._store.value(key, ""))
