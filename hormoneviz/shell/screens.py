"""Screens: shows the hall full screen on one screen and the presenter's window on another, come what may.

Where they belong is decided in `placing`, without Qt; how a window gets there on each platform is in
`standing`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from hormoneviz.shell.placing import Front, Placing, Seen, Wish, distinct, exchanged, placing
from hormoneviz.shell.settings import Remembered
from hormoneviz.shell.standing import fill, is_wayland, stand


@dataclass(frozen=True, slots=True)
class Choice:
    """A screen that the hall could be shown on."""

    key: str
    title: str
    """ "2: DELL U2720 (1920 × 1080)" """
    chosen: bool


class Screens(QObject):
    """Two windows and the screens they belong on, from `place` until `stop`."""

    changed = Signal()
    """the screens are others now, or the windows stand elsewhere"""

    def __init__(
        self, hall: QWidget, desk: QWidget, remembered: Remembered, parent: QObject | None = None
    ) -> None:
        """Both are windows of their own; neither needs to be shown yet."""
        super().__init__(parent)
        self._hall, self._desk, self._remembered = hall, desk, remembered
        self._wish = Wish()
        self._now: Placing | None = None
        self._shown: Placing | None = None
        self._following = False
        hall.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        # Plugging in tells several things at once; in between Qt itself moves windows.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._follow)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._watch)
        application.screenRemoved.connect(self._look_soon)
        application.primaryScreenChanged.connect(self._look_soon)
        for screen in QGuiApplication.screens():
            self._watch(screen)

    # --- what can be asked -----------------------------------------------------------------------------

    @property
    def front(self) -> Front:
        """What can be seen: "both" on a screen each, or on the only screen "hall" or "desk"."""
        return self._now.front if self._now else "hall"

    def choices(self) -> tuple[Choice, ...]:
        """The screens, numbered as the system does; one that mirrors another is left out."""
        shown, numbered = distinct(_seen()), list(_by_key().items())
        hall = self._now.hall if self._now else ""
        return tuple(
            Choice(key, f"{number}: {_title(screen)}", key == hall)
            for number, (key, screen) in enumerate(numbered, 1)
            if any(each.key == key for each in shown)
        )

    # --- what can be told ------------------------------------------------------------------------------

    def place(self) -> None:
        """Show both windows where they belong, and keep them there when screens come and go."""
        self._following, self._now, self._shown = True, None, None
        self._follow()

    def stop(self) -> None:
        """Let the windows be; the owner may close them now."""
        self._following = False
        self._soon.stop()

    def swap(self) -> None:
        """Exchange the two screens; with one screen, bring the other window to the front."""
        if self._now and self._now.front == "both":
            self.choose(self._now.desk)
        else:
            self.toggle()

    def choose(self, screen_key: str) -> None:
        """Show the hall on that screen, now and when there are as many screens again; an unknown key does
        nothing."""
        if not self._now or screen_key not in [screen.key for screen in distinct(_seen())]:
            return
        if self._now.front != "both":
            self.show_hall()
            return
        self._wish = exchanged(self._now, screen_key)
        self._remember()
        self._follow()

    def toggle(self) -> None:
        """With one screen, bring the window to the front that is behind; with two, both are seen already."""
        if self.front == "desk":
            self.show_hall()
        else:
            self.show_desk()

    def show_hall(self) -> None:
        """With one screen, the hall before the desk."""
        self._bring("hall")

    def show_desk(self) -> None:
        """With one screen, the desk before the hall."""
        self._bring("desk")

    # --- how it is done --------------------------------------------------------------------------------

    def _bring(self, front: Front) -> None:
        if self._now and self._now.front not in ("both", front):
            self._now = replace(self._now, front=front)
            self._show()

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._look_soon)
        self._look_soon()

    def _look_soon(self, _what: object = None) -> None:
        if self._following:
            self._soon.start(0)

    def _follow(self) -> None:
        screens = distinct(_seen())
        keys = [screen.key for screen in screens]
        if self._wish.hall not in keys:
            self._recall(keys)
        if not self._wish.hall and self._now and len(keys) > 1:
            self._wish = Wish(desk=self._now.desk)  # a projector is plugged in: the notes stay where they are
        new = placing(screens, self._wish, self._now)
        if new is None:
            return  # every screen is asleep: they come back with a signal
        if new.front == "both" and not self._wish.hall:
            self._wish = Wish(new.hall, new.desk)
        self._now = new
        self._show()

    def _show(self) -> None:
        """Put the windows where `_now` says; one that stands right is not touched."""
        assert self._now is not None
        screens, now = _by_key(), self._now
        before = self._shown or Placing("", "", "both")
        # A window that is only behind may not stay behind where nothing can be raised.
        behind = {"hall": self._desk, "desk": self._hall}.get(now.front) if is_wayland() else None
        if behind is not None:
            behind.hide()
        if behind is not self._hall:
            fill(self._hall, screens[now.hall], before.hall != now.hall)
        if is_wayland() and now.front == "both":
            fill(self._desk, screens[now.desk], before.desk != now.desk)
        elif behind is not self._desk:
            stand(self._desk, screens[now.desk])
        self._shown = now
        first = self._hall if now.front == "hall" else self._desk
        first.raise_()
        first.activateWindow()
        self.changed.emit()

    def _recall(self, keys: list[str]) -> None:
        """Take up what was chosen when there were as many screens, if both screens are here: the hall on the
        laptop of yesterday would be notes on the projector of today."""
        hall, desk = (self._remembered.choice(f"{each} of {len(keys)} screens") for each in ("hall", "desk"))
        if hall in keys and desk in keys:
            self._wish = Wish(hall, desk)

    def _remember(self) -> None:
        count = len(distinct(_seen()))
        self._remembered.set_choice(f"hall of {count} screens", self._wish.hall)
        self._remembered.set_choice(f"desk of {count} screens", self._wish.desk)


def _seen() -> tuple[Seen, ...]:
    primary = QGuiApplication.primaryScreen()
    return tuple(
        Seen(key, screen.geometry().getRect(), screen is primary)  # type: ignore[arg-type]
        for key, screen in _by_key().items()
    )


def _by_key() -> dict[str, QScreen]:
    """The screens as numbered by the system, by what tells one device from another: maker, model and serial
    number, and the socket where there is none; the second of two that are told as equal gets a number."""
    found: dict[str, QScreen] = {}
    for screen in QGuiApplication.screens():
        names = screen.manufacturer(), screen.model(), screen.serialNumber() or screen.name()
        key, number = "/".join(names), 1
        while key in found:
            number += 1
            key = "/".join((*names, str(number)))
        found[key] = screen
    return found


def _title(screen: QScreen) -> str:
    """Name and size in its own pixels."""
    size = screen.geometry().size() * screen.devicePixelRatio()
    model, maker = screen.model(), screen.manufacturer()
    name = " ".join(filter(None, (maker if not model.startswith(maker) else "", model))) or screen.name()
    return f"{name} ({size.width()} × {size.height()})".strip()
