"""Tabbed: panels that share a place, chosen by tabs, or by one button with a menu where tabs have no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QTabWidget, QVBoxLayout, QWidget


class Tabbed(QWidget):
    """Several panels in one place, the chosen one in front; guests come in while the window is small."""

    def __init__(self, panels: Sequence[tuple[str, QWidget]], chooser_name: str) -> None:
        super().__init__()
        self.panels = [panel for _, panel in panels]
        self._guests: list[QWidget] = []
        self._pages = QTabWidget(self)
        self._pages.setDocumentMode(True)
        self._chooser = QPushButton(self)
        self._chooser.setAccessibleName(chooser_name)
        self._chooser.setMenu(QMenu(self._chooser))
        self._chooser.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._chooser)
        layout.addWidget(self._pages, 1)
        for title, panel in panels:
            self._pages.addTab(panel, title)
        self._chooser.menu().aboutToShow.connect(self._fill)
        self._chooser.menu().triggered.connect(self._choose)
        self._pages.currentChanged.connect(self._name_chooser)

    @property
    def titles(self) -> list[str]:
        """What is written on the panels that live here, guests left out."""
        return [self._pages.tabText(self._pages.indexOf(panel)) for panel in self.panels]

    @property
    def front(self) -> int:
        """Which panel is in front, counted from the first guest."""
        return self._pages.currentIndex()

    def show_front(self, index: int) -> None:
        """Bring a panel to the front, counted from the first guest; a number too high does nothing."""
        self._pages.setCurrentIndex(index)

    def show_panel(self, panel: QWidget) -> None:
        """Bring the page to the front on which a panel is; a panel from elsewhere changes nothing."""
        pages = [self._pages.widget(i) for i in range(self._pages.count())]
        for page in filter(None, pages):
            if page is panel or page.isAncestorOf(panel):
                self._pages.setCurrentWidget(page)

    def take_in(self, guests: Sequence[tuple[str, QWidget]]) -> None:
        """Let panels from elsewhere stand before the own ones; one button then chooses."""
        own = self._pages.currentWidget()
        for i, (title, panel) in enumerate(guests):
            self._pages.insertTab(i, panel, title)
            self._guests.append(panel)
        self._pages.setCurrentWidget(own)
        self._set_narrow(True)

    def let_go(self) -> None:
        """Give the guests back (without a parent; the caller knows where they belong); tabs choose again."""
        for panel in self._guests:
            self._pages.removeTab(self._pages.indexOf(panel))
        self._guests.clear()
        self._set_narrow(False)

    def _set_narrow(self, narrow: bool) -> None:
        self._pages.tabBar().setVisible(not narrow)
        # Else the Tab key would be sent to the bar that is hidden, and go nowhere.
        self._pages.setFocusPolicy(Qt.FocusPolicy.NoFocus if narrow else Qt.FocusPolicy.TabFocus)
        self._chooser.setVisible(narrow)
        self._name_chooser()

    def _name_chooser(self, _index: int = 0) -> None:
        title = self._pages.tabText(self._pages.currentIndex())
        self._chooser.setText(title)
        self._chooser.setAccessibleDescription(title)

    def _fill(self) -> None:
        menu = self._chooser.menu()
        menu.clear()
        for i in range(self._pages.count()):
            action = menu.addAction(self._pages.tabText(i))
            action.setData(i)
            action.setCheckable(True)
            action.setChecked(i == self._pages.currentIndex())

    def _choose(self, action: QAction) -> None:
        self._pages.setCurrentIndex(action.data())
