"""Mode: what one kind of viewer gets to see and do, as data.  Nothing ever asks which mode it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session

Panel = Callable[[Session, Look], QWidget]


@dataclass(frozen=True, slots=True)
class Tab:
    """One of several panels that share a place."""

    phrase: str
    """what is written on it, by name"""
    panel: Panel


Tabs = tuple[Tab, ...]


@dataclass(frozen=True, slots=True)
class Mode:
    """The composition of the window."""

    title: str
    main: Panel
    """the large one on the left"""
    under: tuple[Panel, ...]
    """strips below the large one, one below the other"""
    side: tuple[Panel | Tabs, ...]
    """on the right, one above the other"""
    bottom: tuple[Panel, ...]
    """below all, one above the other"""
    plays_at_start: bool
    """whether the film runs by itself once the window is open"""
