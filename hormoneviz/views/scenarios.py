"""The menu of ready-made scenarios, a few short submenus rather than one that is higher than the screen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QMenu

from hormoneviz.exchange.library import ScenarioEntry
from hormoneviz.look.words import Words


def fill(menu: QMenu, entries: Iterable[ScenarioEntry], words: Words) -> None:
    """Put the scenarios into the menu, each an action whose data is the path of its file (text)."""
    submenus: dict[str, QMenu] = {}
    for entry in entries:
        chapter = _chapter(entry)
        if chapter not in submenus:
            submenus[chapter] = menu.addMenu(words.say(f"scenarios_{chapter}"))
        submenus[chapter].addAction(entry.name).setData(str(entry.path))


def _chapter(entry: ScenarioEntry) -> str:
    """Where a scenario belongs, by what is in it."""
    scenario = entry.scenario
    if scenario.therapy:
        return "therapies"
    if scenario.person.stage != "young adult" or scenario.person.body != "lean":
        return "people"
    if scenario.protocol.kind not in ("meal", "bath"):
        return "experiments"
    return "first"
