"""Choice: how a person wants films to be, as one frozen value that is remembered; and what no film can be."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta
from PySide6.QtCore import QSize

from hormoneviz.look.words import Words
from hormoneviz.shell.film.animation import MOST_GIF, ROOM, room
from hormoneviz.shell.film.kinds import FASTEST, FILES, FOLDER, FPS, MOST_FPS, MOST_FRAMES, SPEED, Kind
from hormoneviz.shell.film.reel import Reel
from hormoneviz.shell.verbs.looks import LARGEST, SMALLEST

Name = Literal["mp4", "webm", "gif", "apng", "folder"]
NAMES: tuple[Name, ...] = ("mp4", "webm", "gif", "apng", "folder")
SIZES = ((1280, 720), (1920, 1080), (3840, 2160))
"""px; those that are offered by name"""
SLOWEST = 0.01
"""minutes of the cell in a second of film, the least that can be chosen"""
Pixels = Annotated[int, Meta(ge=SMALLEST, le=LARGEST)]


class Choice(msgspec.Struct, frozen=True):
    """What is asked for each film, but for its moments."""

    kind: Name = "mp4"
    speed: Annotated[float, Meta(ge=SLOWEST, le=FASTEST)] = SPEED
    fps: Annotated[int, Meta(ge=1, le=MOST_FPS)] = FPS
    width: Pixels = 1920
    height: Pixels = 1080

    @property
    def size(self) -> QSize:
        """The picture, px."""
        return QSize(self.width, self.height)

    @property
    def text(self) -> str:
        """As it is remembered."""
        return msgspec.json.encode(self).decode()


def choice_in(text: str, speed: float) -> Choice:
    """What was remembered; where that is nothing or damaged, the usual, at that speed."""
    try:
        return msgspec.json.decode(text, type=Choice)
    except msgspec.DecodeError:
        return Choice(speed=min(max(speed, SLOWEST), FASTEST))


def kind_named(name: Name) -> Kind:
    """The way of writing with that name."""
    return FOLDER if name == "folder" else FILES[f".{name}"]


def first_possible(wanted: Name) -> Name:
    """That kind, or the first one that can be made now: at least a folder always can."""
    return next(name for name in (wanted, *NAMES) if kind_named(name).possible)


def objection(reel: Reel, kind: Name, words: Words) -> str:
    """Why there cannot be such a film, in words; empty where nothing speaks against it."""
    if reel.start >= reel.until:
        return words.say("film_empty")
    if (reel.until - reel.start) * reel.fps / reel.speed > MOST_FRAMES:
        return words.say("film_many", count=f"{reel.count:,}".replace(",", "\u202f"), most=MOST_FRAMES)
    if kind == "gif" and reel.fps > MOST_GIF:
        return words.say("film_gif_fps", most=MOST_GIF)
    if kind in ("mp4", "webm") and (reel.size.width() % 2 or reel.size.height() % 2):
        return words.say("film_odd")
    if kind in ("gif", "apng") and (held := room(f".{kind}", reel)) > ROOM:
        return words.say("film_room", held=f"{held / 1e9:.1f}", most=f"{ROOM / 1e9:g}")
    return ""
