"""Wardrobe: what the program wears (theme, size of text, reading level), and the commands that change it.

It is remembered for the next start. The theme follows the system while nobody has chosen one, live.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from hormoneviz.look.theme import theme, themes
from hormoneviz.look.words import LEVELS, Level, Words
from hormoneviz.session.commands import Command
from hormoneviz.shell.application import application, dress
from hormoneviz.shell.settings import TEXT_SCALES, Remembered
from hormoneviz.shell.taste import SYSTEM, Taste

_WAY_KEYS = {"captions": "C", "touch": "Ctrl+Shift+T"}
_LEVEL_KEYS = {"basics": "Alt+7", "mechanism": "Alt+8", "molecular": "Alt+9"}


class Wardrobe(QObject):
    """The present taste, and the look that follows from it."""

    changed = Signal()

    def __init__(self, taste: Taste, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.taste = taste
        self.look = taste.look()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    def wear(self, taste: Taste, for_good: bool = True) -> None:
        """Put something else on, and remember it unless it is only tried."""
        if for_good:
            Remembered().keep(taste, self.taste)
        if taste != self.taste:
            self.taste = taste
            self._put_on()

    def wear_theme(self, name: str) -> None:
        """A theme by its name; the empty one follows the system."""
        self.wear(replace(self.taste, theme=name))

    def next_theme(self) -> None:
        """The theme after the present one."""
        names = themes()
        self.wear_theme(names[(names.index(self.look.theme.name) + 1) % len(names)])

    def larger_text(self) -> None:
        """One size larger."""
        self._scale_text([s for s in TEXT_SCALES if s > self.taste.text_scale][:1])

    def smaller_text(self) -> None:
        """One size smaller."""
        self._scale_text([s for s in TEXT_SCALES if s < self.taste.text_scale][-1:])

    def read_at(self, level: Level) -> None:
        """Say things less or more deeply."""
        self.wear(replace(self.taste, level=level))

    def next_level(self) -> None:
        """The reading level after the present one."""
        self.read_at(LEVELS[(LEVELS.index(self.taste.level) + 1) % len(LEVELS)])

    def turn(self, way: str) -> None:
        """Say yes to what was no (taste.WAYS), or no to what was yes."""
        self.wear(replace(self.taste, **{way: not self._goes(way)}))  # type: ignore[arg-type]

    def commands(self, words: Words) -> tuple[Command, ...]:
        """The rows of these commands."""
        return (
            Command("theme", words.say("theme_next"), ("Ctrl+T",), "View", self.next_theme),
            Command("level", words.say("level_next"), ("L",), "View", self.next_level),
            *(self._way_row(words, way, key) for way, key in _WAY_KEYS.items()),
            Command("larger", words.say("text_larger"), ("Ctrl++", "Ctrl+="), "View", self.larger_text),
            Command("smaller", words.say("text_smaller"), ("Ctrl+-",), "View", self.smaller_text),
            *(self._theme_row(words, i, name) for i, name in enumerate((SYSTEM, *themes()))),
            *(self._level_row(words, level) for level in LEVELS),
        )

    def _theme_row(self, words: Words, number: int, name: str) -> Command:
        text = theme(name).title if name else words.say("theme_system")
        run, holds = partial(self.wear_theme, name), partial(self._wears, name)
        place = f"View/{words.say('theme_name')}"
        return Command(f"theme_{name or 'system'}", text, (f"Alt+{number}",), place, run, checked=holds)

    def _level_row(self, words: Words, level: Level) -> Command:
        run, holds = partial(self.read_at, level), partial(self._reads_at, level)
        place, text = f"View/{words.say('level_name')}", words.say(f"level_{level}")
        return Command(f"level_{level}", text, (_LEVEL_KEYS[level],), place, run, checked=holds)

    def _way_row(self, words: Words, way: str, key: str) -> Command:
        run, holds = partial(self.turn, way), partial(self._goes, way)
        return Command(way, words.say(f"{way}_show"), (key,), "View", run, checked=holds)

    def _goes(self, way: str) -> bool:
        return bool(getattr(self.taste, way))

    def _wears(self, name: str) -> bool:
        return self.taste.theme == name

    def _reads_at(self, level: Level) -> bool:
        return self.taste.level == level

    def _scale_text(self, wanted: list[float]) -> None:
        for scale in wanted:
            self.wear(replace(self.taste, text_scale=scale))

    def _follow(self, _what: object) -> None:
        """The system has changed its colours."""
        if self.taste.worn != self.look.theme.name:
            self._put_on()

    def _put_on(self) -> None:
        before, self.look = self.look, self.taste.look()
        if (before.theme, before.text_scale, before.touch) != (
            *(self.look.theme, self.look.text_scale, self.look.touch),
        ):
            dress(application(), self.look)  # slow in a full window; other words need no other style
        self.changed.emit()
