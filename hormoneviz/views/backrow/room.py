"""Room: what light and distance leave of a projected picture.

Where the numbers come from:
- Light in the room.  ANSI/INFOCOMM 3M-2011 (PISCR) asks for a system contrast, black to white with the light
  on, of 7:1 for passive viewing and 15:1 for basic decisions (as told by Barco, "Choosing the right contrast
  ratio for your meeting room projector", 2014; the standard itself was not read).  15:1 is the default.
- Distance and height of text.  AVIXA DISCAS (V202.01:2016), as told by the AETM design guidelines ("BDM
  only: sizing the image", 2018; the standard itself was not read): element height / picture height =
  distance of the last row in picture heights / 200.  So 3 % belong to six picture heights, the default.
- That "element" means capital letters: assumption, in keeping with the convention for the size of characters.
- Eyesight in the last row of 20/40, which tells two arc minutes apart: assumption.
- Text needs a contrast of 3:1 (WCAG 2.2, 1.4.3, large text; 1.4.11 for lines).  The contrast is that of the
  luminances as they are seen; WCAG's own formula is the same with a room of 21:1.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import erf, sqrt

from PySide6.QtGui import QColor

from hormoneviz.look.theme import luminance

LEAST_CONTRAST = 3.0
_ACUITY_FACTOR = 200.0
"""distance / element height that DISCAS allows for basic decisions"""
_ARC_MINUTES = 3437.75
"""in a radian"""
_WIDTH_TO_SIGMA = 2.3548
"""full width at half of a Gaussian's height / its standard deviation"""


@dataclass(frozen=True, slots=True)
class Room:
    """A hall with the lights on."""

    contrast: float = 15.0
    """of projected white to projected black, above 1"""
    distance: float = 6.0
    """of the last row, in picture heights"""
    eyesight: float = 2.0
    """arc minutes that can just be told apart"""

    @property
    def ambient(self) -> float:
        """The room's light on the screen, as a share of projected white."""
        return 1.0 / (self.contrast - 1.0)

    @property
    def least_text(self) -> float:
        """The least height of capitals, as a share of the picture height."""
        return self.distance / _ACUITY_FACTOR

    @property
    def blur(self) -> float:
        """Standard deviation of what the eye makes of a point, as a share of the picture height: as wide at
        half its height as what can just be told apart (assumption)."""
        return self.eyesight / _ARC_MINUTES * self.distance / _WIDTH_TO_SIGMA

    def seen(self, luminance: float) -> float:
        """A luminance (0 to 1 of projected white) with the room's light on it, white again 1."""
        return (luminance + self.ambient) / (1.0 + self.ambient)

    def contrast_of(self, ink: QColor, ground: QColor) -> float:
        """The contrast that the room's light leaves between two opaque colours, 1 to `contrast`."""
        low, high = sorted((self.seen(luminance(ink)), self.seen(luminance(ground))))
        return high / low

    def contrast_of_line(self, ink: QColor, ground: QColor, width: float) -> float:
        """The same in the middle of a line whose width is a share of the picture height: blurred into its
        ground, the thinner the more."""
        left = erf(width / (2.0 * sqrt(2.0) * self.blur))
        back = luminance(ground)
        low, high = sorted((self.seen(back + left * (luminance(ink) - back)), self.seen(back)))
        return high / low
