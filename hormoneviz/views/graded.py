"""Graded effects as a reader meets them: badge, size, grade, species, tissue, and one tap to the references.

The badge is the one drawing of views/badge.py, here as a picture inside a text.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape

from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from hormoneviz.exchange.claims.reference import reference
from hormoneviz.look.look import Look
from hormoneviz.look.words import Words
from hormoneviz.simulation.evidence import Grade, GradedEffect
from hormoneviz.views.badge import paint_badge
from hormoneviz.views.grounds import grounds
from hormoneviz.views.popover import Popover

_PICTURE = 15
"""px at 100 % text, of a badge within a line"""
_FOLD = "references"
"""the link that opens and closes them"""


def badge_html(grade: Grade, look: Look) -> str:
    """The badge as a picture in a line of text."""
    side, screen = look.pixels(_PICTURE), QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen else 1.0
    # As large as the screen shows it: a text scales pictures without smoothing them.
    data = _png(grade, round(side * ratio), look.theme.colour("text").name())
    return f'<img src="{data}" width="{side}" height="{side}" style="vertical-align: middle">'


def effect_html(effect: GradedEffect, look: Look, with_keys: bool = False) -> str:
    """One effect in a line; its keys are those of the references."""
    told = escape(grounds(effect.grade, effect.species, effect.tissue, look.words))
    keys = f" [{', '.join(effect.source)}]" if effect.source and with_keys else ""
    what = f"{effect.effect}: {effect.size}"
    return f"{badge_html(effect.grade, look)} {escape(what)} <i>({told})</i>{keys}"


def named(effect: GradedEffect, words: Words) -> GradedEffect:
    """The effect told with its cause before it: "TNF-alpha → JNK"."""
    cause = words.short(effect.cause) if effect.cause in words else effect.cause
    return effect if effect.effect == effect.cause else replace(effect, effect=f"{cause} → {effect.effect}")


def references_html(keys: Iterable[str], words: Words) -> str:
    """The full references, each once."""
    rows = "".join(f"<li>[{key}] {escape(reference(key).text)}</li>" for key in dict.fromkeys(keys))
    return f"<p><b>{escape(words.say('claims_references'))}</b></p><ul>{rows}</ul>" if rows else ""


class EvidenceText(QLabel):
    """A text, the effects it speaks of, and their references, which a press on a link opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        flags = (
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setTextInteractionFlags(flags)
        self.linkActivated.connect(self._turn)
        self._open = False

    def tell(self, html: str, effects: Sequence[GradedEffect], look: Look) -> None:
        """Another text (simple HTML) and other effects; the references are folded."""
        self._html, self._effects, self._look, self._open = html, effects, look, False
        self._write()

    def _turn(self, _link: str) -> None:
        self._open = not self._open
        self._write()
        window = self.window()
        if isinstance(window, Popover):
            window.fit()

    def _write(self) -> None:
        words = self._look.words
        rows = "".join(f"<p>{effect_html(e, self._look, self._open)}</p>" for e in self._effects)
        keys = dict.fromkeys(key for effect in self._effects for key in effect.source)
        text = self._html + rows
        if keys and self._open:
            text += references_html(keys, words)
        elif keys:
            link = words.say("references_open", number=len(keys))
            text += f'<p><a href="{_FOLD}">{escape(link)}</a></p>'
        self.setText(text)


@lru_cache(maxsize=64)
def _png(grade: Grade, side: int, ink: str) -> str:
    """The badge as the address of a picture that holds the picture itself."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        paint_badge(painter, grade, image.rect().toRectF(), QColor(ink))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub misses the device overload
    return f"data:image/png;base64,{b64encode(data.data()).decode()}"
