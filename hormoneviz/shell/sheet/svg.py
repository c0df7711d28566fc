"""What Qt leaves out of an SVG: what the file is, shapes used again and again, fonts to fall back on, and how
wide each text is."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import unescape

from PySide6.QtGui import QFont, QFontMetricsF

from hormoneviz.look import fonts
from hormoneviz.shell.sheet.card import Card, rdf

_TEXT: Final = re.compile(
    r'(<text [^>]*?) x="([-\d.]+)"([^>]*?font-size="([\d.]+)" font-weight="(\d+)"[^>]*?)\s*>([^<]*)</text>'
)
_SIZE: Final = re.compile(r'width="[\d.]+mm" height="[\d.]+mm"(\s+viewBox="0 0 (\d+) (\d+)")')
"""which Qt rounds to a little more than a whole pixel"""
_FAMILY: Final = re.compile(r'font-family="[^"]*"')
_FALLBACKS: Final = "'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"


def finished(text: str, card: Card, shapes: str) -> str:
    """The SVG that Qt wrote, with the card, shapes over its picture, fallbacks, and the width of each text:
    where the font is not there, another one's letters keep to it, so that no label runs out of its box.
    (Browsers, Inkscape and LibreOffice do so; librsvg does not, so labels are held by their middle.)"""
    text = text.replace("<defs>", f"<metadata>\n{rdf(card)}\n</metadata>\n<defs>", 1)
    text = _SIZE.sub(r'width="\2" height="\3"\1', text, count=1)
    picture = text.index("<image ")
    after = text.index(">", picture) + 1
    text = _TEXT.sub(_wide, f"{text[:after]}\n{shapes}{text[after:]}")
    return _FAMILY.sub(f'font-family="{fonts.install()}, {_FALLBACKS}"', text)


def _wide(found: re.Match[str]) -> str:
    head, x, more, size, weight, inside = found.groups()
    font = fonts.font(float(size), QFont.Weight(int(weight)))
    plain = unescape(inside, {"&quot;": '"', "&nbsp;": "\u00a0"})
    width = QFontMetricsF(font).horizontalAdvance(plain)
    place = f'x="{x}"'
    if int(weight) == fonts.MEDIUM.value:  # a label, in the middle of its box
        place = f'text-anchor="middle" x="{float(x) + 0.5 * width:.2f}"'
    return f'{head} {place}{more} textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs">{inside}</text>'
