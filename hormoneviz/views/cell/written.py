"""What is written in the scene, for whoever checks that it can be read: labels, and notes in the corners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from hormoneviz.look.seen import TextSeen

if TYPE_CHECKING:
    from hormoneviz.simulation.frame import Frame
    from hormoneviz.views.cell.camera import Camera
    from hormoneviz.views.cell.lens import Lens


def written(lens: Lens, frame: Frame, camera: Camera) -> tuple[TextSeen, ...]:
    """The texts of a frame as a camera sees it, in device-independent px of the picture."""
    look, r = lens.whole.look, lens.whole.ratio
    ink, plate = look.theme.colour("text"), look.theme.colour("surface")
    labels = lens.labels_of(camera)
    found: list[TextSeen] = []
    if labels is not None:
        capital = QFontMetricsF(labels.font).capHeight() / r
        texts = {spot.name: spot.text(look.words) for spot in labels.spots}
        for name, box in lens.label_boxes(camera, frame).items():
            # The plate under a label is nearly opaque; what shines through is in the tests of the themes.
            found.append(TextSeen(texts[name], capital, box, ink, plate))
    for text, font, box in lens.whole.clock.written(frame.time):
        at = QRectF(box.x() / r, box.y() / r, box.width() / r, box.height() / r)
        found.append(TextSeen(text, QFontMetricsF(font).capHeight() / r, at, ink))
    return tuple(found)
