"""Mode: what one kind of viewer gets to see and do, as data.  Nothing ever asks which mode it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.commands import Command
from hormoneviz.session.session import Session

Panel = Callable[[Session, Look], QWidget]


@dataclass(frozen=True, slots=True)
class Tab:
    """A panel that shares a place with others, or may have to."""

    phrase: str
    """what is then written on it, by name"""
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
    above: tuple[Tab, ...]
    """on the right, above the tabs; among them where the window is small"""
    tabs: Tabs
    """on the right"""
    shelf: tuple[Tab, ...]
    """below all, one above the other; among the tabs where the window is small"""
    bottom: tuple[Panel, ...]
    """at the very bottom, always"""
    plays_at_start: bool
    """whether the film runs by itself once the window is open"""
    introduces: bool = True
    """whether a line below the main panel says what there is to see in a scenario"""
    kept_as: str = ""
    """under which its window's layout is remembered"""
    commands: tuple[Command, ...] = ()
    """its own; where another command wants the same key, these have it"""
