"""What a switch is, what it does, and what one should know first: a text that opens at its label.

The texts are data: resources/words, and resources/therapies (points, effects).
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hormoneviz.look.look import Look
from hormoneviz.look.words import Words
from hormoneviz.simulation.evidence import points_of
from hormoneviz.simulation.switch_evidence import effects_behind
from hormoneviz.views.graded import EvidenceText
from hormoneviz.views.icons import icon
from hormoneviz.views.popover import Content, Popover

_WIDTH = 440
"""px at 100 % text: about sixty letters a line"""


def about_html(words: Words, switch: str, name: str = "") -> str:
    """What a switch is and what to be honest about, as simple HTML; its effects come after it."""
    name = words.label(switch) if switch in words else name or switch
    parts = [f"<h3>{escape(name)}</h3>"]
    if switch in words:
        parts.append(f"<p>{escape(words.what(switch))} {escape(words.does(switch))}</p>")
    parts += [f"<p><b>{escape(words.say('mind'))}</b> {escape(text)}</p>" for text in points_of(switch)]
    if effects_behind(switch):
        parts.append(f"<p>{escape(words.say('effects_here'))}</p>")
    return "".join(parts)


class AboutText(Content):
    """The text, as the content of a popover."""

    def __init__(self, switch: str, label: str, look: Look) -> None:
        super().__init__()
        self._switch, self._name, self._look = switch, label, look
        self._label = EvidenceText(self)
        box = QVBoxLayout(self)
        box.addWidget(self._label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def refresh(self) -> None:
        """Say it in the present words and size."""
        html = about_html(self._look.words, self._switch, self._name)
        self._label.tell(html, effects_behind(self._switch), self._look)
        self._label.setFixedWidth(self._look.pixels(_WIDTH))
        self.setAccessibleName(html)

    def set_look(self, look: Look) -> None:
        """Another look."""
        self._look = look


class AboutButton(QPushButton):
    """The label of a switch; a press opens what there is to know about it."""

    def __init__(self, switch: str, label: str, look: Look, parent: QWidget) -> None:
        super().__init__(label, parent)
        self.setProperty("role", "about")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the icon after the word
        named = look.words.label(switch) if switch in look.words else label
        self.setAccessibleName(look.words.say("about_switch", switch=named))
        self.setToolTip(look.words.say("about_switch", switch=named))
        self._text = AboutText(switch, label, look)
        self.popover = Popover(self._text, self)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Icon and size of another look."""
        theme, side = look.theme, look.pixels(15)
        self.setIcon(icon("info", theme.colour("text_muted"), theme.colour("text_muted", 0.5), side))
        self.setIconSize(QSize(side, side))
        self._text.set_look(look)
